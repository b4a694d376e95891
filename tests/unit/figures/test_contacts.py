"""Feet rest by ball, heel, sole or top, and closed hands are where they grip."""

import pytest

from runwright.figures import Side
from runwright.figures.parse import parse_figures
from runwright.figures.segments import BUILDS, Body
from runwright.figures.settle import settled

BODY = """
- exercise: any
  view: side
  start_to_end: lowers
  things: {{bench: {{x: [-60, -30], height: 24}}, wall: {{x: [60, 62]}}}}
  start:
    pin: {{point: pelvis, at: {hips}}}
    lean: {lean}
    {more}
  end: {{neck: 1}}
"""


def body_with(more, *, hips="[0, 50, 0]", lean=0):
    text = BODY.format(more=more, hips=hips, lean=lean)
    return settled(parse_figures({"any.yaml": text})["any"].start, BUILDS[Body.SLIGHT])


def test_a_foot_on_its_heel_has_the_heel_where_it_was_put():
    body = body_with(
        "feet: {right: {at: [18, 5], by: heel, heel_up: -40}}", hips="[0, 46, 0]"
    ).skeleton

    assert body.points["heel_right"] == pytest.approx((0.18, 0.0, 0.05))
    assert body.points["ball_right"][1] > 0.03


def test_a_sole_on_a_wall_stands_off_by_the_thickness_of_the_foot():
    more = "feet: {right: {at: [60, 30, 5], by: sole, heel_up: -90}}"
    points = body_with(more, hips="[20, 8, 0]", lean=-90).skeleton.points

    assert points["ball_right"] == pytest.approx((0.60 - 0.013, 0.30, 0.05))
    assert points["heel_right"][0] == pytest.approx(0.60)


def test_a_foot_on_its_top_points_back_and_its_toes_stay_straight():
    rest = body_with("feet: {left: {at: [-36, 5], ground: bench, by: top, heel_up: 165}}")
    points = rest.skeleton.points

    assert points["toe_left"][0] < points["ball_left"][0] < points["ankle_left"][0]
    assert points["ball_left"][1] == pytest.approx(0.24 + 0.018)
    assert rest.angles_deg["toe_left"] == 0


@pytest.mark.parametrize("fingers", ["", ", fingers: [0, 0, -1]"])
def test_a_closed_hand_is_where_it_grips(fingers):
    more = f"hands: {{both: {{grip: [15, 98, 14]{fingers}}}}}"
    rest = body_with(more)

    assert rest.skeleton.points["grip_right"] == pytest.approx((0.15, 0.98, 0.14))
    assert rest.skeleton.points["grip_left"] == pytest.approx((0.15, 0.98, -0.14))
    assert max(rest.short_share.values()) < 1e-9


def test_a_grip_out_of_reach_is_missed_by_how_far_it_is():
    short = body_with("hands: {right: {grip: [0, 150, 10]}}").short_share["hand_right"]

    assert short > 0.2
    assert Side.RIGHT in body_with("hands: {right: {grip: [0, 90, 10]}}").pose.hands
