"""Estimates are made from few repetitions to the limit, with the error of the reserve, or not."""

from datetime import UTC, datetime, timedelta

import pytest

from runwright.domain.performed import Ended, PerformedSession, PerformedSet
from runwright.domain.runner import Side
from runwright.training.lifts import (
    EstimateParameters,
    bands_touch,
    exercises_done,
    lift_days,
    one_rm,
)

P = EstimateParameters(epley_k=0.0333, reps_max=10, unknown_from_rir=5)
NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


def done(**more):
    told = {"reps": 5, "load_kg": 100.0, "rir": 0} | more
    exercise = told.pop("exercise", "goblet_squat")
    return PerformedSet(label="A1", exercise=exercise, number=1, ended_at=NOON, **told)


def session(*sets, days=0):
    start = NOON + timedelta(days=days)
    return PerformedSession(
        schema_version="1",
        id=f"s{days}",
        script="x",
        minutes=30,
        started_at=start,
        ended_at=start + timedelta(minutes=30),
        ended=Ended.DONE,
        sets=sets,
    )


def days_of(*sessions, estimates=True):
    return lift_days(sessions, "goblet_squat", zone=UTC, p=P, estimates=estimates)


def test_epley_gives_what_its_table_says():
    assert one_rm(done(), P).one_rm_kg == pytest.approx(116.65)


def test_one_repetition_to_the_limit_is_the_maximum_itself():
    assert one_rm(done(reps=1), P).one_rm_kg == 100.0


def test_the_reserve_counts_to_the_limit_and_widens_the_band():
    estimate = one_rm(done(reps=3, rir=2), P)

    assert estimate.one_rm_kg == one_rm(done(reps=5, rir=0), P).one_rm_kg
    assert estimate.low_kg < estimate.one_rm_kg < estimate.high_kg
    assert one_rm(done(reps=5, rir=0), P).low_kg == estimate.one_rm_kg


@pytest.mark.parametrize(
    "sets",
    [
        done(reps=9, rir=2),
        done(rir=5),
        done(rir=None),
        done(reps=0),
        done(load_kg=0.0),
        done(load_kg=None),
        done(side=Side.LEFT),
        done(is_ramp=True),
        done(reps=None, hold_s=30),
    ],
)
def test_no_estimate_where_the_rules_allow_none(sets):
    assert one_rm(sets, P) is None


def test_ten_to_the_limit_are_still_few():
    assert one_rm(done(reps=8, rir=2), P) is not None


def test_a_day_shows_its_heaviest_set_and_its_highest_estimate():
    light, heavy = done(reps=8, load_kg=90.0, rir=2), done(reps=3, load_kg=100.0, rir=0)
    found = days_of(session(light, heavy))

    assert found[0].best is heavy
    assert found[0].estimate.one_rm_kg == pytest.approx(90 * (1 + 0.0333 * 10))


def test_days_are_in_order_and_empty_sets_are_no_day():
    found = days_of(session(done(), days=2), session(done(reps=0), days=1), session(done()))

    assert [one.day.day for one in found] == [17, 19]


def test_a_single_leg_lift_has_best_sets_and_no_estimate():
    assert days_of(session(done()), estimates=False)[0].estimate is None


def test_exercises_come_by_how_often_they_were_done():
    other = done(exercise="push_up", load_kg=0.0)

    assert exercises_done([session(done(), other), session(done(), days=1)])[0] == "goblet_squat"
    assert exercises_done([]) == ()


def test_bands_that_touch_say_nothing_of_a_gain():
    weaker, stronger = one_rm(done(load_kg=100.0), P), one_rm(done(load_kg=102.0), P)

    assert bands_touch(weaker, stronger)
    assert not bands_touch(weaker, one_rm(done(load_kg=120.0), P))
