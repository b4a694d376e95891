"""Limbs end where they must, with bones of their own length."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from runwright.figures.arms import held
from runwright.figures.joints import LIMB_LIMITS, Side
from runwright.figures.legs import planted
from runwright.figures.pose import FootRest, HandRest
from runwright.figures.reach import bent_at
from runwright.figures.segments import BUILDS, Body
from runwright.figures.skeleton import bone_lengths, skeleton_of
from runwright.figures.vectors import across, distance, dot, length, sub, unit

UPPER, LOWER = 0.245, 0.246
part = st.floats(-0.4, 0.4)
points = st.tuples(part, part, part)


@given(target=points, toward=points)
def test_a_limb_within_reach_ends_on_its_target_with_its_own_bones(target, toward):
    assume(0.01 < length(target) < UPPER + LOWER - 0.01 and length(toward) > 0.01)
    assume(length(across(unit(toward), unit(target))) > 0.01)
    middle, end = bent_at((0.0, 0.0, 0.0), target, UPPER, LOWER, toward)

    assert end == pytest.approx(target, abs=1e-9)
    assert length(middle) == pytest.approx(UPPER)
    assert distance(middle, end) == pytest.approx(LOWER)
    assert dot(across(middle, unit(target)), toward) > 0


@given(target=points)
def test_a_limb_too_short_points_at_its_target(target):
    assume(length(target) > 0.01)
    far = tuple(10 * part / length(target) for part in target)
    _, end = bent_at((0.0, 0.0, 0.0), far, UPPER, LOWER, (1.0, 0.3, -0.2))

    assert length(end) == pytest.approx(UPPER + LOWER, rel=1e-2)
    assert unit(end) == pytest.approx(unit(far), abs=1e-9)


@given(x=st.floats(-0.2, 0.2), heel=st.floats(-15, 45), out=st.floats(0, 25))
def test_the_angles_of_a_planted_leg_put_the_foot_where_it_is(x, heel, out):
    build = BUILDS[Body.SLIGHT]
    body = skeleton_of({}, build).moved((0.0, 0.42, 0.0))
    rest = FootRest(ball=(x, 0.0, 0.06), heel_up_deg=heel, turn_out_deg=out)
    reached = planted(body, Side.RIGHT, rest)
    again = skeleton_of(reached.angles_deg, build).moved((0.0, 0.42, 0.0))

    assert reached.short_share < 3e-4  # nearly straight counts as straight
    for name in ("knee_right", "ankle_right", "ball_right", "heel_right", "toe_right"):
        assert again.points[name] == pytest.approx(reached.skeleton.points[name], abs=1e-6), name


def test_a_hand_on_the_floor_points_its_fingers_where_they_should():
    body = skeleton_of({"lean": 85}, BUILDS[Body.BROAD]).moved((0.0, 0.30, 0.0))
    shoulder = body.points["shoulder_right"]
    rest = HandRest(wrist=(shoulder[0], 0.016, shoulder[2]), fingers=(1.0, 0.0, 0.0))
    reached = held(body, Side.RIGHT, rest)
    hand = sub(reached.skeleton.points["hand_right"], reached.skeleton.points["wrist_right"])

    assert unit(hand) == pytest.approx((1, 0, 0), abs=1e-9)
    assert reached.skeleton.points["wrist_right"] == pytest.approx(rest.wrist, abs=1e-9)


def test_an_arm_to_the_back_of_the_head_goes_up_and_over():
    body = skeleton_of({}, BUILDS[Body.SLIGHT])
    rest = HandRest(wrist=(-0.08, 0.06, 0.03), of="head", elbow=(0.0, 1.0, 0.4))
    reached = held(body, Side.RIGHT, rest)

    assert 90 < reached.angles_deg["shoulder_right"] < 270


@given(fingers=points)
def test_a_wrist_bends_to_either_side_before_the_forearm_turns_too_far(fingers):
    assume(length(fingers) > 0.01)
    low, high = LIMB_LIMITS["forearm_turn"]
    body = skeleton_of({}, BUILDS[Body.SLIGHT])
    rest = HandRest(wrist=(0.08, 0.0, 0.08), of="chest", fingers=fingers)
    reached = held(body, Side.LEFT, rest)
    hand = sub(reached.skeleton.points["hand_left"], reached.skeleton.points["wrist_left"])

    assert low - 1e-6 <= reached.angles_deg["forearm_turn_left"] <= high + 1e-6
    x, y, z = unit(fingers)
    assert unit(hand) == pytest.approx((x, y, -z), abs=1e-6)


def test_reaching_keeps_every_bone():
    build = BUILDS[Body.SLIGHT]
    body = skeleton_of({}, build).moved((0.0, 0.4, 0.0))
    reached = planted(body, Side.LEFT, FootRest(ball=(0.1, 0.0, -0.07)))
    before = {name: length(bone) for name, bone in bone_lengths(body)}

    for name, bone in bone_lengths(reached.skeleton):
        assert length(bone) == pytest.approx(before[name]), name
