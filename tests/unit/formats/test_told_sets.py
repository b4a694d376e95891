"""Sets as people write them in one line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.runner import Side
from runwright.formats.ask_answers import AnswerNotUnderstoodError
from runwright.formats.told_sets import ToldSets, read_told_sets


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "split squat 3x8 20kg rir2",
            ToldSets(name="split squat", counted="", each=(8, 8, 8), load_kg=20.0, rir=2),
        ),
        (
            "goblet squat 8,8,6 @ 24 kg, 1 in reserve",
            ToldSets(name="goblet squat", counted="", each=(8, 8, 6), load_kg=24.0, rir=1),
        ),
        (
            "side plank 2 x 30s left",
            ToldSets(name="side plank", counted="hold_s", each=(30, 30), side=Side.LEFT),
        ),
        ("push-up 3x10 bw", ToldSets(name="push-up", counted="", each=(10,) * 3, load_kg=0.0)),
        ("pogo 2x20 landings", ToldSets(name="pogo", counted="contacts", each=(20, 20))),
        (
            "carry 3x20 m 16kg",
            ToldSets(name="carry", counted="distance_m", each=(20,) * 3, load_kg=16.0),
        ),
        ("90/90 hip switches 1x6", ToldSets(name="90/90 hip switches", counted="", each=(6,))),
        ("plank 45s", ToldSets(name="plank", counted="hold_s", each=(45,))),
        ("squat 3×5 100 lb", ToldSets(name="squat", counted="", each=(5,) * 3, load_kg=45.36)),
    ],
)
def test_a_line_is_read(line, told):
    assert read_told_sets(line) == told


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("split squat", "tells no sets"),
        ("3x8 20kg", "names no exercise"),
        ("split squat 0x8", "0 sets are not possible"),
        ("split squat 30x8", "30 sets are not possible"),
        ("split squat 3x8,8", "3 sets, but 2 numbers"),
        ("split squat 3x8 rir11", "11 in reserve is not possible"),
        ("split squat 3x8 heavily", "'heavily' is not understood"),
        ("split squat 3x9999", "9999 in one set"),
    ],
)
def test_what_cannot_be_read_is_named(line, says):
    with pytest.raises(AnswerNotUnderstoodError, match=says):
        read_told_sets(line)


@given(st.text(max_size=80))
def test_any_line_is_sets_or_a_sentence(line):
    told = None
    with suppress(AnswerNotUnderstoodError):
        told = read_told_sets(line)

    assert told is None or (told.name and told.each)
