"""The body to point at: seen straight on from the front and from behind, left where left is."""

import pytest

from runwright.figures.body_map import body_view
from runwright.figures.camera import View
from runwright.figures.segments import Body
from runwright.figures.style import Palette

MIDDLE = 0.5


def seen(view: View, body: Body = Body.SLIGHT):
    return body_view(view, body=body, palette=Palette.SAND, label="The body")


@pytest.mark.parametrize("body", Body)
@pytest.mark.parametrize("view", [View.FACING, View.BEHIND])
def test_every_joint_lies_inside_the_drawing(view, body):
    for x, y in seen(view, body).points.values():
        assert 0 < x < 1
        assert 0 < y < 1


def test_the_front_shows_the_left_leg_on_the_right_and_the_back_on_the_left():
    assert seen(View.FACING).points["knee_left"][0] > MIDDLE
    assert seen(View.BEHIND).points["knee_left"][0] < MIDDLE


def test_both_sides_stand_alike():
    points = seen(View.FACING).points

    for joint in ("hip", "knee", "ankle", "shoulder", "wrist"):
        (left, left_y), (right, right_y) = points[f"{joint}_left"], points[f"{joint}_right"]
        assert left + right == pytest.approx(1, abs=0.02)
        assert left_y == pytest.approx(right_y, abs=0.01)


def test_it_says_what_it_is():
    assert 'aria-label="The body"' in seen(View.FACING).svg
