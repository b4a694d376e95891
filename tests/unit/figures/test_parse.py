"""Figure data is read with all its faults at once, each at its place and with what to do."""

import pytest

from runwright.figures.errors import FigureFaultsError
from runwright.figures.gear import Block, Weight
from runwright.figures.joints import Side
from runwright.figures.parse import parse_figures

GOOD = """
- exercise: squat
  view: side
  start_to_end: lowers
  things: {box: {x: [3, 32], height: 18}}
  carries: {dumbbell: each}
  start:
    stand: right
    feet: {both: {at: [0, 9], turn_out: 14}, left: {at: [5, 8], ground: box}}
    knee: 6
    knee_left: 9
    hands: {both: {at: [1, 2, 3], of: pelvis}}
  end:
    knee: 100
    hands: {left: null}
"""


def faults_of(text):
    with pytest.raises(FigureFaultsError) as caught:
        parse_figures({"squat.yaml": text})
    return [str(fault) for fault in caught.value.faults]


def test_lengths_are_percent_of_height_and_count_outwards():
    figure = parse_figures({"squat.yaml": GOOD})["squat"]

    assert figure.start.feet[Side.RIGHT].ball == pytest.approx((0, 0, 0.09))
    assert figure.start.feet[Side.LEFT].ball == pytest.approx((0.05, 0.18, -0.08))
    assert figure.start.hands[Side.LEFT].wrist == pytest.approx((0.01, 0.02, 0.03))


def test_one_side_of_a_joint_overrides_both():
    start = parse_figures({"squat.yaml": GOOD})["squat"].start

    assert (start.angles["knee_left"], start.angles["knee_right"]) == (9, 6)


def test_the_end_takes_from_the_start_what_it_does_not_say():
    end = parse_figures({"squat.yaml": GOOD})["squat"].end

    assert end.stand is Side.RIGHT
    assert set(end.feet) == set(Side)
    assert set(end.hands) == {Side.RIGHT}


def test_things_and_weights_are_what_was_written():
    figure = parse_figures({"squat.yaml": GOOD})["squat"]

    assert figure.standing[0].kind is Block.BOX
    assert figure.standing[0].top_share == pytest.approx(0.18)
    assert [item.kind for item in figure.carried] == [Weight.DUMBBELL] * 2


def test_every_fault_is_told_at_once_with_its_place_and_a_way_out():
    broken = GOOD.replace("view: side", "view: below").replace("    knee: 6", "    kne: 6")
    said = faults_of(broken)

    assert any("squat.yaml, squat.view" in one and "three_quarter" in one for one in said)
    assert any("squat.start" in one and "Write 'knee'" in one for one in said)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("at: [0, 9]", "at: [0, x]", "2 numbers"),
        ("knee: 100", "knee: yes", "a number"),
        ("stand: right\n", "shift: 1\n", "'stand', 'pin' or 'air'"),
        ("ground: box", "ground: bench", "one of"),
        ("carries: {dumbbell: each}", "carries: {dumbbell: nose}", "one of"),
        ("- exercise: squat", "- exercise: 7", "the id of an exercise"),
    ],
)
def test_a_wrong_value_is_told(old, new, expected):
    assert any(expected in one for one in faults_of(GOOD.replace(old, new)))


def test_a_foot_that_should_carry_must_be_planted():
    said = faults_of(GOOD.replace("{both: {at: [0, 9], turn_out: 14}, left", "{left"))

    assert any("a planted foot" in one for one in said)


def test_a_file_that_is_no_list_or_no_yaml_is_told():
    assert any("a list of figures" in one for one in faults_of("a: 1"))
    assert any("YAML" in one for one in faults_of("- [unclosed"))


def test_an_exercise_drawn_twice_is_told():
    assert any("each exercise once" in one for one in faults_of(GOOD + GOOD))


MOVES = """
  via:
    - {takes: 0.5, knee: 40, hands: null}
    - {air: [0, 8, 0], feet: null}
  shows: [1, end]
  fault: {of: 1, at: knee_left, lean: 50}
"""


def test_keyframes_between_take_from_the_one_before():
    figure = parse_figures({"squat.yaml": GOOD + MOVES})["squat"]
    dip, flight = figure.via

    assert (dip.takes_s, flight.takes_s) == (0.5, None)
    assert dip.stand is Side.RIGHT
    assert (flight.stand, flight.air, flight.angles["knee_right"]) == (None, (0, 0.08, 0), 40)
    assert figure.shows == (1, 3)


def test_a_fault_takes_from_the_keyframe_it_spoils():
    mistake = parse_figures({"squat.yaml": GOOD + MOVES})["squat"].mistake

    assert (mistake.of, mistake.marks) == (1, ("knee_left",))
    assert (mistake.pose.angles["knee_right"], mistake.pose.angles["lean"]) == (40, 50)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("via:\n    - {takes: 0.5, knee: 40, hands: null}\n    -", "via:", "a list of keyframes"),
        ("shows: [1, end]", "shows: [1]", "two keyframes or more"),
        ("shows: [1, end]", "shows: [7, end]", "one of start, 1, 2, end"),
        ("shows: [1, end]", "then: other_side", "'takes'"),
        ("at: knee_left", "at: nose_left", "one of"),
    ],
)
def test_a_wrong_keyframe_is_told(old, new, expected):
    assert any(expected in one for one in faults_of(GOOD + MOVES.replace(old, new)))
