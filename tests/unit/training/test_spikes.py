from datetime import UTC

import pytest
from hypothesis import given

from runwright.training.recorded import recorded_runs
from runwright.training.spikes import spikes_of
from tests.unit.training.made import SUNDAY, ago, days, histories, parameters, run

LONG_AGO = ago(250, km=5, minutes=30)  # the record reaches back


def spikes(runs):
    seen = recorded_runs([LONG_AGO, *runs], as_of=SUNDAY, timezone=UTC, fastest_run_mps=7)
    return spikes_of(seen.runs, parameters().spikes)


@pytest.mark.parametrize(("km", "count"), [(11.0, 0), (11.01, 1), (13.1, 1)])
def test_more_than_a_tenth_over_the_longest_is_a_spike(km, count):
    assert len(spikes([ago(10, km=10), ago(0, km=km, minutes=66)])) == count


def test_a_spike_tells_its_day_ratio_and_what_it_is_held_against():
    spike = spikes([ago(20, km=8), ago(10, km=10), ago(0, km=12, minutes=72)])[-1]

    assert spike.day == SUNDAY
    assert spike.by == "distance"
    assert (spike.value, spike.longest_before) == (12, 10)
    assert spike.ratio == pytest.approx(1.2)


@pytest.mark.parametrize(("days", "count"), [(30, 0), (31, 1)])
def test_the_window_is_thirty_days_before_the_run(days, count):
    runs = [ago(days, km=16, minutes=96), ago(29, km=10), ago(0, km=16, minutes=96)]

    assert len([spike for spike in spikes(runs) if spike.day == SUNDAY]) == count


def test_a_first_run_and_a_run_after_a_long_pause_have_nothing_to_be_held_against():
    assert spikes([ago(80, km=5), ago(40, km=15, minutes=90)]) == ()


@pytest.mark.parametrize(
    ("before", "km", "count"), [(2.0, 2.5, 0), (2.0, 2.6, 1), (2.9, 3.4, 0), (3.0, 3.4, 1)]
)
def test_short_runs_may_grow_by_half_a_kilometre(before, km, count):
    runs = [ago(10, km=before, minutes=22), ago(0, km=km, minutes=25)]

    assert len(spikes(runs)) == count


def test_minutes_stand_in_where_the_run_has_no_distance():
    spike = spikes([ago(10, km=10, minutes=60), ago(0, km=None, minutes=70)])[0]

    assert (spike.by, spike.value, spike.longest_before) == ("duration", 70, 60)


def test_minutes_stand_in_where_the_longest_run_before_has_no_distance():
    treadmill = ago(10, km=None, minutes=90)

    found = spikes([treadmill, ago(12, km=5, minutes=30), ago(0, km=15, minutes=90)])

    assert [spike.day for spike in found if spike.day == SUNDAY] == []


@pytest.mark.parametrize(("days", "count"), [(13, 0), (14, 1)])
def test_in_the_first_two_weeks_of_a_record_nothing_is_called_a_spike(days, count):
    begun = recorded_runs(
        [ago(days, km=5, minutes=30), ago(0, km=9, minutes=54)],
        as_of=SUNDAY,
        timezone=UTC,
        fastest_run_mps=7,
    )

    assert len(spikes_of(begun.runs, parameters().spikes)) == count


def test_an_earlier_run_of_the_same_day_counts_as_before():
    runs = [ago(0, km=10, at="07:00"), ago(0, km=12, minutes=72, at="18:00")]

    assert spikes(runs)[0].longest_before == 10


@given(histories)
def test_every_spike_is_beyond_the_limit_and_was_run(runs):
    by_day = {run.started_at.date() for run in runs}
    for spike in spikes(runs):
        assert spike.ratio > parameters().spikes.spike_warn_ratio
        assert spike.day in by_day
        assert spike.value == pytest.approx(spike.ratio * spike.longest_before)


@given(histories, days)
def test_one_more_run_longer_than_all_makes_no_other_run_a_spike(runs, day):
    longest = run(day, km=70, minutes=300)
    before = {spike.day for spike in spikes(runs)}

    assert {spike.day for spike in spikes([*runs, longest])} - before <= {day}
