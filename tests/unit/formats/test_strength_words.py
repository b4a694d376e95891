"""What calendar titles say of strength work, in several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.session import SessionKind
from runwright.formats.strength_words import guess_strength

HEAVY, LIGHT, SHORT = SessionKind.HEAVY, SessionKind.LIGHT, SessionKind.SHORT


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Heavy legs", HEAVY),
        ("Leg day", HEAVY),
        ("Squats 5x5", HEAVY),
        ("DEADLIFTS", HEAVY),
        ("Krafttraining Beine", HEAVY),
        ("Kniebeugen + Kreuzheben", HEAVY),
        ("Musculation bas du corps", HEAVY),
        ("Fuerza piernas", HEAVY),
        ("Palestra: gambe", HEAVY),
        ("Siłownia nogi", HEAVY),
        ("スクワット", HEAVY),
        ("Strength (short)", SHORT),
        ("Kraft kurz", SHORT),
        ("Core", LIGHT),
        ("Core & mobility", LIGHT),
        ("Gainage", LIGHT),
        ("Rumpfstabi", LIGHT),
        ("Upper body gym", LIGHT),
        ("Hips and core", LIGHT),
        ("Strength basics", SessionKind.FOUNDATION),
        ("Plyo", SessionKind.JUMPS),
        ("Sprungkraft", SessionKind.JUMPS),
        ("Pliometría", SessionKind.JUMPS),
        ("Gym + box jumps", SessionKind.HEAVY_JUMPS),
        ("Yoga", None),
        ("Dehnen", None),
        ("Étirements", None),
    ],
)
def test_a_title_tells_the_kind_of_strength_work(title, kind):
    guess = guess_strength(title)

    assert guess is not None
    assert guess.kind is kind
    assert guess.is_told


@pytest.mark.parametrize("title", ["Gym", "Strength", "Kraftraum", "Renfo", "筋トレ", "S&C"])
def test_a_title_that_names_no_kind_is_read_strictly_and_said_to_be(title):
    guess = guess_strength(title)

    assert guess is not None
    assert (guess.kind, guess.is_told) == (HEAVY, False)


@pytest.mark.parametrize(
    "title",
    [
        *("", "Dentist", "Ben's birthday", "Salle de réunion 3", "Gym membership renewal"),
        *("Buy gym bag", "Long run 18 km", "Lunch with Anna", "Ausflug", "Board meeting"),
    ],
)
def test_a_title_about_something_else_says_nothing(title):
    assert guess_strength(title) is None


@given(st.text(max_size=3000))
def test_any_text_is_read_without_a_stumble(title):
    guess = guess_strength(title)

    assert guess is None or guess.kind is None or isinstance(guess.kind, SessionKind)
