"""The loop visits every frame, in order, at ever later times."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from runwright.figures.by_name import Body, exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.parse import parse_figures
from runwright.figures.schedule import eased, loop_of
from runwright.figures.timeline import timeline_of


def loop(name):
    figure, exercise = figure_named(name), exercise_named(name)
    motion = motion_for(figure, exercise, Body.SLIGHT)
    return motion, loop_of(motion, timeline_of(exercise, figure.stage)).events_share


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


@cache
def jump_and_walk():
    text = """
- exercise: jump
  view: side
  start_to_end: lifts
  then: round
  start: {takes: 0.3, stand: right, feet: {both: {at: [0, 6]}}, ankle: 20, knee: 60, lean: 30}
  via: [{takes: 0.2, air: [0, 20, 0], feet: null, knee: 10, lean: 0}]
  end: {takes: 0.2, stays: 1, stand: right, feet: {both: {at: [0, 6]}}, knee: 60, lean: 30}
- exercise: walk
  view: side
  start_to_end: lifts
  then: other_side
  start:
    takes: 0.2
    stand: right
    feet: {right: {at: [10, 4]}}
    hip_left: -10
    knee_left: 20
  end: {takes: 0.3, feet: {right: {at: [-10, 4]}}, ankle: 14, hip_left: 30, knee_left: 50}
"""
    return parse_figures({"moves.yaml": text})


def moved(name, **exercise):
    figure = jump_and_walk()[name]
    fast = replace(exercise_named("squat_jump_stick"), **exercise)
    motion = motion_for(figure, fast, Body.SLIGHT)
    return motion, loop_of(motion, timeline_of(fast, figure.stage))


def test_a_free_movement_takes_its_own_seconds_and_rests_for_the_others():
    motion, loop = moved("jump", seconds_per_rep=5.0)
    reached = {frame: at * loop.whole_s for frame, at in loop.events_share[1:-1]}

    assert loop.whole_s == pytest.approx(5)
    assert reached[motion.keys[1]] == pytest.approx(0.2)
    assert reached[motion.keys[2]] == pytest.approx(1.4)


def test_a_flight_rises_less_and_less():
    motion, _ = moved("jump")
    heights = [frame.skeleton.points["pelvis"][1] for frame in motion.frames[: motion.keys[1] + 1]]
    gains = [b - a for a, b in pairwise(heights)]

    assert all(0 < later < earlier for earlier, later in pairwise(gains))


def test_a_walk_shows_the_other_leg_half_a_loop_later_and_repeats_without_a_rest():
    motion, loop = moved("walk")
    half = len(motion.all_frames) // 2
    right, left = motion.all_frames[1].skeleton.points, motion.all_frames[half + 1].skeleton.points

    assert loop.whole_s == pytest.approx(1.0)
    assert left["knee_left"][:2] == pytest.approx(right["knee_right"][:2])
    assert {frame for frame, _ in loop.events_share} == set(range(len(motion.all_frames)))


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
