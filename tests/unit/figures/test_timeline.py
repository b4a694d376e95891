"""Figures move in the time their exercise asks for."""

from dataclasses import replace

import pytest

from runwright.domain.exercise import DoseKind, Sides
from runwright.figures.by_name import exercise_named
from runwright.figures.figure import Stage
from runwright.figures.timeline import timeline_of

SQUAT = exercise_named("squat_bodyweight")  # tempo 2-0-1, 3.5 s a repetition


def test_a_squat_goes_down_for_two_seconds_and_up_for_one():
    times = timeline_of(SQUAT, Stage.LOWERS)

    assert (times.out_s, times.pause_s, times.back_s) == (2, 0, 1)
    assert times.whole_s == pytest.approx(3.5)


def test_a_lift_goes_up_for_one_second_pauses_on_top_and_comes_down_for_two():
    times = timeline_of(SQUAT, Stage.LIFTS)

    assert (times.out_s, times.back_s) == (1, 2)
    assert times.pause_s == pytest.approx(0.5)


def test_alternating_sides_share_a_repetition():
    times = timeline_of(replace(SQUAT, sides=Sides.ALTERNATING, seconds_per_rep=8.0), Stage.LOWERS)

    assert times.whole_s == pytest.approx(4.0)


def test_a_hold_is_shown_longer_than_the_way_into_it():
    times = timeline_of(replace(SQUAT, dose_kind=DoseKind.HOLD, tempo="hold"), Stage.LIFTS)

    assert times.pause_s > times.out_s


@pytest.mark.parametrize("tempo", ["easy", "fast"])
def test_an_exercise_without_counted_tempo_goes_out_as_long_as_back(tempo):
    times = timeline_of(replace(SQUAT, tempo=tempo), Stage.LOWERS)

    assert times.out_s == times.back_s == pytest.approx(1.75)
