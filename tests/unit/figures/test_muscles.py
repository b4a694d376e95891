"""Muscles are lit where they lie, on the side that works."""

from dataclasses import replace

from runwright.figures import Body
from runwright.figures.by_name import exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.layers import body_layers
from runwright.figures.scene import look_of
from runwright.figures.shapes import Ink

SIDE_PLANK = "side_plank_abduction"  # the hip below works


def test_the_far_hip_is_lit_where_that_one_works():
    figure = figure_named(SIDE_PLANK)
    motion = motion_for(figure, exercise_named(SIDE_PLANK), Body.SLIGHT)
    far = look_of(figure, motion, Body.SLIGHT, ("gluteus_medius",), is_left=False)
    near = replace(far, is_far_hip_lit=False)
    body = motion.end.skeleton

    assert far.is_far_hip_lit
    assert lit_below(far, body) > lit_below(near, body)


def lit_below(look, body):
    lit = [s for one in body_layers(body, look) for s in one.shapes if s.ink is Ink.MUSCLE]
    points = [y for shape in lit for _, y in shape.points]
    return sum(points) / len(points)
