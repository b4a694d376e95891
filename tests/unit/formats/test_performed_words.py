"""What was done reads as a gym says it."""

from datetime import UTC, datetime

import pytest

from runwright.domain.performed import PerformedSet
from runwright.domain.runner import Side
from runwright.formats.plan_words.performed import set_words, sets_words

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def done(**more):
    return PerformedSet(label="A1", exercise="goblet_squat", number=1, ended_at=NOON, **more)


@pytest.mark.parametrize(
    ("performed", "words"),
    [
        (done(reps=8, load_kg=24.0, rir=2), "8 × 24 kg, 2 left"),
        (done(reps=0, load_kg=0.0, rir=0), "0, 0 left"),
        (done(hold_s=35), "35 s"),
        (done(contacts=1), "1 contact"),
        (done(distance_m=20, load_kg=12.5), "20 m × 12.5 kg"),
        (done(), "done"),
    ],
)
def test_a_set_in_words(performed, words):
    assert set_words(performed) == words


def test_sides_have_a_line_each_and_lighter_sets_say_so():
    sets = (
        done(reps=5, load_kg=8.0, is_ramp=True, side=Side.LEFT),
        done(reps=8, load_kg=12.0, side=Side.LEFT),
        done(reps=7, load_kg=12.0, side=Side.RIGHT),
    )

    assert sets_words(sets) == ("Left: 5 × 8 kg (lighter); 8 × 12 kg", "Right: 7 × 12 kg")
