"""A movement tells which joint moves most."""

import pytest

from runwright.figures import exercise_joints as ranges_of


def test_a_calf_raise_moves_the_ankle_of_the_standing_leg_and_holds_its_knee():
    moving = {one.joint: one for one in ranges_of("calf_raise_sl_step")}

    assert moving["ankle_right"].start_deg > 10
    assert moving["ankle_right"].end_deg < -25
    assert "knee_right" not in moving


def test_a_squat_bends_knee_and_hip_as_far_as_the_author_wrote():
    moving = {one.joint: one for one in ranges_of("squat_bodyweight")}

    assert moving["knee_right"].end_deg == pytest.approx(112, abs=0.5)
    assert moving["hip_right"].span_deg > 80
    assert moving["knee_right"].span_deg == pytest.approx(moving["knee_left"].span_deg)


def test_the_joint_that_moves_most_comes_first():
    spans = [one.span_deg for one in ranges_of("dead_bug")]

    assert spans == sorted(spans, reverse=True)
