"""The body is as long as Winter measured it, whatever its joints do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.figures.joints import ANGLE_NAMES, Side, limits_of, mirrored
from runwright.figures.segments import BUILDS, Body
from runwright.figures.skeleton import bone_lengths, skeleton_of
from runwright.figures.vectors import length

WORLD_DEG = (-180.0, 180.0)
poses = st.fixed_dictionaries({
    name: st.floats(*(limits_of(name) or WORLD_DEG)) for name in ANGLE_NAMES
})
bodies = st.sampled_from(Body)


@pytest.mark.parametrize("body", Body)
def test_limbs_of_a_standing_body_have_the_published_lengths(body):
    lengths = {name: length(v) for name, v in bone_lengths(skeleton_of({}, BUILDS[body]))}

    assert lengths["hip_right to knee_right"] == pytest.approx(0.245)
    assert lengths["knee_left to ankle_left"] == pytest.approx(0.246)
    assert lengths["shoulder_left to elbow_left"] == pytest.approx(0.186)
    assert lengths["elbow_right to wrist_right"] == pytest.approx(0.146)
    assert lengths["wrist_right to hand_right"] == pytest.approx(0.108)


def test_a_standing_body_is_one_tall():
    points = skeleton_of({}, BUILDS[Body.SLIGHT]).points
    tall = points["crown"][1] - points["heel_right"][1]

    assert tall == pytest.approx(1.0, abs=0.02)


@given(angles=poses, body=bodies)
def test_no_pose_stretches_a_bone(angles, body):
    neutral = dict(bone_lengths(skeleton_of({}, BUILDS[body])))

    for name, bone in bone_lengths(skeleton_of(angles, BUILDS[body])):
        assert length(bone) == pytest.approx(length(neutral[name])), name


@given(angles=poses)
def test_mirrored_angles_give_the_mirrored_body(angles):
    body = skeleton_of(angles, BUILDS[Body.BROAD]).points
    mirror = skeleton_of(mirrored(angles), BUILDS[Body.BROAD]).points

    for name, (x, y, z) in body.items():
        stem, _, end = name.rpartition("_")
        twin = f"{stem}_{Side(end).other}" if end in tuple(Side) else name
        assert mirror[twin] == pytest.approx((x, y, -z), abs=1e-9), name


def test_bending_goes_the_way_the_names_say():
    bent = skeleton_of({"hip_right": 90, "elbow_left": 90, "lean": 30}, BUILDS[Body.SLIGHT]).points
    upright = skeleton_of({}, BUILDS[Body.SLIGHT]).points

    assert bent["knee_right"][0] > upright["knee_right"][0] + 0.1
    assert bent["wrist_left"][0] > upright["wrist_left"][0] + 0.1
    assert bent["crown"][0] > upright["crown"][0] + 0.1


def test_a_breath_widens_the_ribs_and_moves_no_joint():
    build = BUILDS[Body.SLIGHT]
    out, full = skeleton_of({}, build), skeleton_of({"ribs": 20}, build)
    breadths = [
        length((one.frames["ribs"][0][2], one.frames["ribs"][1][2], one.frames["ribs"][2][2]))
        for one in (out, full)
    ]

    assert breadths == pytest.approx([1.0, 1.2])
    assert full.points == out.points
