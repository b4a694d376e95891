"""What no body can do is found."""

from dataclasses import replace

import pytest

from runwright.figures.by_name import Body, exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.joints import Side
from runwright.figures.pose import FootRest
from runwright.figures.soundness import figure_faults

SQUAT = figure_named("squat_bodyweight")


def faults_of(figure):
    motion = motion_for(figure, exercise_named(figure.exercise), Body.SLIGHT)
    return [str(fault) for fault in figure_faults(figure, motion)]


def with_end(**changes):
    return replace(SQUAT, end=replace(SQUAT.end, **changes))


def with_angles(**angles):
    return with_end(angles={**SQUAT.end.angles, **angles})


def foot_at(ball, heel_up=0.0):
    left = FootRest(ball=ball, heel_up_deg=heel_up)
    return with_end(feet={**SQUAT.end.feet, Side.LEFT: left})


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (with_angles(elbow_left=170.0), "elbow_left: expected -3 to 152"),
        (with_angles(ankle_right=8.0, ankle_left=8.0), "the centre of mass over the feet"),
        (foot_at((0.6, 0.0, -0.4)), "a limb long enough"),
        (foot_at((0.0, -0.05, -0.09)), "nothing below the floor"),
    ],
)
def test_an_impossible_pose_is_told(figure, expected):
    assert any(expected in said for said in faults_of(figure)), faults_of(figure)


def test_a_planted_foot_that_cannot_stay_is_told_to_slip():
    higher = with_end(angles={**SQUAT.end.angles, "lean": 0.0, "roll": 60.0})

    assert any("of slip" in said for said in faults_of(higher))


def test_a_planted_foot_that_goes_forward_in_a_walk_is_told():
    walk = figure_named("toe_walk")
    end = walk.end.feet[Side.RIGHT]
    skating = replace(end, ball=(end.ball[0] + 0.2, *end.ball[1:]))
    end_pose = replace(walk.end, feet={Side.RIGHT: skating})

    assert any(
        "goes back with the ground" in said for said in faults_of(replace(walk, end=end_pose))
    )


def test_a_good_figure_has_no_faults():
    assert faults_of(SQUAT) == []
