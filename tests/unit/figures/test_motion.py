"""The loop visits every frame, in order, at ever later times."""

from itertools import pairwise

import pytest

from runwright.figures.by_name import Body, exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.motion import eased, schedule
from runwright.figures.timeline import timeline_of


def loop(name):
    figure, exercise = figure_named(name), exercise_named(name)
    motion = motion_for(figure, exercise, Body.SLIGHT)
    return motion, schedule(motion, timeline_of(exercise, figure.stage))


@pytest.mark.parametrize("name", ["squat_bodyweight", "bird_dog", "front_plank"])
def test_a_loop_begins_and_ends_at_the_start_and_time_never_runs_back(name):
    motion, events = loop(name)

    assert events[0] == (0, 0)
    assert events[-1] == (0, pytest.approx(1))
    assert {frame for frame, _ in events} == set(range(len(motion.all_frames)))
    assert all(before <= after for (_, before), (_, after) in pairwise(events))


def test_sides_that_alternate_reach_the_mirror_image_too():
    motion, _ = loop("bird_dog")
    right, left = motion.end.skeleton.points, motion.other_way[-1].skeleton.points

    for name in ("hand", "toe", "knee"):
        x, y, z = right[f"{name}_right"]
        assert left[f"{name}_left"] == pytest.approx((x, y, -z), abs=1e-9)


def test_a_movement_starts_and_stops_gently():
    first, middle = eased(0.1) - eased(0.0), eased(0.55) - eased(0.45)

    assert first > 2 * middle
    assert (eased(0), eased(0.5), eased(1)) == pytest.approx((0, 0.5, 1))


@pytest.mark.parametrize(("name", "point"), [("tib_raise_wall", "heel"), ("push_up", "ball")])
def test_a_foot_turns_about_the_end_that_stays(name, point):
    motion, _ = loop(name)
    before = motion.start.skeleton.points[f"{point}_right"]

    for frame in motion.frames:
        assert frame.skeleton.points[f"{point}_right"] == pytest.approx(before, abs=1e-3)
