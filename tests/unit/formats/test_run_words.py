import pytest

from runwright.domain.run import RunKind
from runwright.formats.run_words import guess_run, kind_words


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Easy run", RunKind.EASY),
        ("Easy run + 6x100 m strides", RunKind.EASY),
        ("Recovery", RunKind.EASY),
        ("Run/walk 30 min", RunKind.EASY),
        ("Lockerer Dauerlauf", RunKind.EASY),
        ("Footing", RunKind.EASY),
        ("Rodaje suave", RunKind.EASY),
        ("Rustige duurloop", RunKind.EASY),
        ("ジョグ 8km", RunKind.EASY),
        ("Long run", RunKind.LONG),
        ("Long run with 6 km at marathon pace", RunKind.LONG),
        ("Langer Lauf 24 km", RunKind.LONG),
        ("Sortie longue", RunKind.LONG),
        ("Tirada larga", RunKind.LONG),
        ("Lungo 20 km", RunKind.LONG),
        ("6 x 800 m with 400 m rest", RunKind.QUALITY),
        ("Tempo 8 km", RunKind.QUALITY),
        ("Intervalltraining", RunKind.QUALITY),
        ("Fractionné 10x400", RunKind.QUALITY),
        ("Ripetute 5x1000", RunKind.QUALITY),
        ("10 km at race pace", RunKind.QUALITY),
        ("Hill repeats", RunKind.QUALITY),
        ("Spring 10K race", RunKind.RACE),
        ("Zürich Half Marathon", RunKind.RACE),
        ("parkrun", RunKind.RACE),
        ("Walk 5 km", RunKind.WALK),
    ],
)
def test_a_title_says_its_kind_in_several_languages(title, kind):
    guess = guess_run(title)

    assert (guess.is_run, guess.kind) == (True, kind)


@pytest.mark.parametrize(
    "title",
    [
        "Rest",
        "Rest day - optional yoga",
        "Ruhetag",
        "Repos",
        "Descanso",
        "Strength",
        "Yoga",
        "Krafttraining",
        "Swim 2 km",
        "Bike 40 km easy",
        "Cross-training",
        "休み",
    ],
)
def test_rest_and_other_training_are_no_runs(title):
    assert guess_run(title).is_run is False


@pytest.mark.parametrize(
    "title",
    [
        "Dentist",
        "Meeting: long term goals",
        "Team tempo review",
        "Golf course",
        "Market cap",
        "",
        "Half marathon training plan kickoff",
        "Lunch",
        "ランチ",
        "Bahn 10:32",
    ],
)
def test_other_events_are_not_taken_for_runs(title):
    assert guess_run(title).is_run is None


def test_a_run_without_a_kind_is_a_run():
    guess = guess_run("Club run")

    assert guess.is_run is True
    assert guess.kind is None


def test_words_that_name_a_kind_alone_are_known_in_one_and_many():
    words = kind_words()

    assert words["interval"] is words["intervals"] is RunKind.QUALITY
    assert words["long run"] is RunKind.LONG
