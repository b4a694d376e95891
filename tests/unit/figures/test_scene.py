"""Pictures of a figure: what they show, what throws their shadow, and where they lead."""

from dataclasses import replace

import pytest

from runwright.figures.by_name import exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.scene import look_of, scene_of, shadow_of, still_of
from runwright.figures.segments import Body


def seen(name, **changes):
    figure = replace(figure_named(name), **changes)
    motion = motion_for(figure, exercise_named(name), Body.SLIGHT)
    return figure, motion, look_of(figure, motion, Body.SLIGHT, (), is_left=False)


def test_a_body_in_flight_throws_a_smaller_shadow_on_the_floor():
    _, motion, look = seen("squat_jump_stick")
    takeoff, flight = (shadow_of(motion.frames[motion.keys[key]], look) for key in (2, 3))

    assert flight.rx < takeoff.rx


@pytest.mark.parametrize("name", ["squat_jump_stick", "wu_brisk_walk"])
def test_the_shadow_goes_with_a_body_that_leaves_its_place(name):
    scene = scene_of(*seen(name))

    assert scene.shadows_move
    assert len(scene.shadows) == len(scene.frames)


def test_the_still_pictures_are_those_of_the_moving_figure():
    assert still_of(*seen("box_jump")).pictures == scene_of(*seen("box_jump")).pictures


def test_a_figure_says_which_keyframes_its_pictures_show():
    _, _, picture = still_of(*seen("squat_jump_stick", shows=(0, 1, 3))).pictures

    assert len(picture.arrows) == 1
    assert picture.has_ghost


def test_who_walks_on_has_an_arrow_before_the_toes_and_no_ghost():
    first, second = still_of(*seen("farmers_carry")).pictures

    assert (first.arrows, second.has_ghost) == ((), False)
    (x1, y1), (x2, y2) = second.arrows[0]
    assert x2 > x1
    assert y1 == pytest.approx(y2, abs=60)
