"""The centre of mass, and whether it lies over the feet."""

import pytest

from runwright.figures.balance import base_of_support, centre_of_mass, outside_by
from runwright.figures.joints import Side
from runwright.figures.pose import FootRest, Pose
from runwright.figures.segments import BUILDS, LIMB_MASSES, TRUNK_MASSES, Body
from runwright.figures.settle import settled

SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def standing(**angles):
    feet = {side: FootRest(ball=(0.0, 0.0, side.outward * 0.06)) for side in Side}
    pose = Pose(angles={"knee_right": 4, "knee_left": 4, **angles}, stand=Side.RIGHT, feet=feet)
    return settled(pose, BUILDS[Body.SLIGHT])


def test_the_masses_of_all_segments_make_one_body():
    whole = sum(m.share for m in TRUNK_MASSES) + 2 * sum(m.share for m in LIMB_MASSES)

    assert whole == pytest.approx(1.0)


def test_the_centre_of_mass_of_a_standing_body_is_a_little_above_the_hips():
    body = standing().skeleton

    assert 0.54 < centre_of_mass(body)[1] < 0.62
    assert centre_of_mass(body)[2] == pytest.approx(0, abs=1e-9)


def test_standing_is_balanced_and_leaning_far_forward_is_not():
    upright, falling = standing(ankle_right=3, ankle_left=3), standing(lean=70, ankle_right=14)

    for frame, is_safe in ((upright, True), (falling, False)):
        x, _, z = centre_of_mass(frame.skeleton)
        assert (outside_by((x, z), base_of_support(frame)) == 0) is is_safe


def test_distance_from_a_base_is_measured_to_its_edge():
    assert outside_by((0.5, 0.5), SQUARE) == 0
    assert outside_by((1.25, 0.5), SQUARE) == pytest.approx(0.25)
    assert outside_by((0.5, -0.5), SQUARE) == pytest.approx(0.5)
