"""Muscles are lit where they lie, on the side that works."""

from dataclasses import replace

from runwright.figures import Body, Side
from runwright.figures.by_name import exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.layers import body_layers
from runwright.figures.scene import look_of
from runwright.figures.shapes import Ink

ROCK = "mob_hip_posterior"  # seen from behind; the hip of the lower leg works


def lit_across(look, body):
    lit = [s for one in body_layers(body, look) for s in one.shapes if s.ink is Ink.MUSCLE]
    points = [x for shape in lit for x, _ in shape.points]
    return sum(points) / len(points)


def test_the_far_hip_is_lit_where_that_one_works():
    figure = figure_named(ROCK)
    motion = motion_for(figure, exercise_named(ROCK), Body.SLIGHT)
    far = look_of(figure, motion, Body.SLIGHT, ("deep_hip_rotators",), is_left=False)
    near = replace(far, is_far_hip_lit=False)
    body = motion.end.skeleton
    works, _ = far.camera.seen(body.points["hip_right"])

    assert far.near is Side.LEFT
    assert abs(lit_across(far, body) - works) < abs(lit_across(near, body) - works)
