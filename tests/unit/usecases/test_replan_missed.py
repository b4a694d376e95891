"""A week that went otherwise than planned: least change, nothing stacked, the past stays."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest

from runwright.coaching.missed import Happened
from runwright.domain.performed import PERFORMED_SCHEMA_VERSION, Ended, PerformedSession
from runwright.domain.proposal import ChangeKind
from runwright.usecases.asked import asked_of
from runwright.usecases.replan_missed import WeekAsItWent
from runwright.usecases.replan_season import ChangedPlan
from tests.unit.usecases.test_made_again import LIBRARY, RUNNERS, planned

RUNNER = RUNNERS["regular lifter"]
WEEK = 5


@pytest.fixture(scope="module")
def season():
    return planned(RUNNER)


def week_of(season):
    return season.plan.weeks[WEEK]


def planned_days(season):
    return [day for day in week_of(season).days if day.session is not None]


def as_it_went(season, today, done):
    running = ChangedPlan(plan=season.plan, asked=asked_of(season.request))
    return WeekAsItWent(running, RUNNER, done, LIBRARY, today=today)


def rest_of_week(season, today, done):
    return as_it_went(season, today, done).rest()


def performed(script: str, day, *, minutes: int = 60, ended: Ended = Ended.DONE):
    start = datetime.combine(day, time(18), tzinfo=UTC)
    return PerformedSession(
        schema_version=PERFORMED_SCHEMA_VERSION,
        id=f"done-{script}-{day}",
        script=script,
        minutes=minutes,
        started_at=start,
        ended_at=start + timedelta(minutes=minutes),
        ended=ended,
    )


def hard_days(plan, week):
    """Days of a week with hard leg work, as the plan has them."""
    return [
        day.day
        for day in plan.weeks[week].days
        if day.session is not None and day.session.kind.loads_legs_hard
    ]


def test_a_week_that_went_as_planned_changes_nothing(season):
    first = planned_days(season)[0]
    today = first.day + timedelta(days=1)
    said = rest_of_week(season, today, [performed(first.session.id, first.day)])

    assert said.changes == ()
    assert said.fates[0].happened is Happened.DONE
    assert {one.happened for one in said.fates[1:]} <= {Happened.TO_COME}


def test_a_shortened_session_owes_nothing(season):
    first = planned_days(season)[0]
    short = performed(first.session.id, first.day, minutes=15, ended=Ended.SHORTENED)
    said = rest_of_week(season, first.day + timedelta(days=1), [short])

    assert said.fates[0].happened is Happened.SHORTENED
    assert said.changes == ()


def test_a_missed_session_is_said_without_blame_and_never_stacked(season):
    first = planned_days(season)[0]
    today = first.day + timedelta(days=1)
    went = as_it_went(season, today, [])
    said, plan = went.rest(), went.accepted().plan

    assert said.fates[0].happened is Happened.MISSED
    assert len(said.says) == 1
    assert not {"should", "failed", "must", "guilt"} & set(said.says[0].split())
    to_come = [day for day in hard_days(plan, WEEK) if day >= today]
    assert all((later - earlier).days >= 2 for earlier, later in pairwise(to_come))
    assert len(to_come) <= len(hard_days(season.plan, WEEK))


def test_only_days_to_come_of_this_week_change(season):
    first = planned_days(season)[0]
    today = first.day + timedelta(days=1)
    went = as_it_went(season, today, [])
    moved = {one.first_day for one in went.rest().changes}

    assert moved <= {day.day for day in week_of(season).days if day.day >= today}
    for before, after in zip(season.plan.weeks, went.accepted().plan.weeks, strict=True):
        for was, now in zip(before.days, after.days, strict=True):
            same = was.session and was.session.placed, now.session and now.session.placed
            assert was.day in moved or same[0] == same[1]
            assert was.day >= today or now == was


def test_a_session_done_a_day_later_keeps_the_next_hard_one_two_days_away(season):
    days = planned_days(season)
    first = days[0]
    later = first.day + timedelta(days=1)
    today = later + timedelta(days=1)
    went = as_it_went(season, today, [performed(first.session.id, later)])
    said, plan = went.rest(), went.accepted().plan

    assert said.fates[0].happened is Happened.MOVED
    if first.session.kind.loads_legs_hard:
        to_come = [day for day in hard_days(plan, WEEK) if day >= today]

        assert all((day - later).days >= 2 for day in to_come)


def test_a_hard_session_on_top_of_the_plan_pushes_the_next_one_away(season):
    second = planned_days(season)[1]
    extra = performed("somebody-elses", second.day - timedelta(days=1))
    first = planned_days(season)[0]
    done = [performed(first.session.id, first.day), extra]
    said = rest_of_week(season, second.day, done)

    assert Happened.EXTRA in {one.happened for one in said.fates}
    assert any(one.first_day == second.day for one in said.changes) or (
        not second.session.kind.loads_legs_hard
    )
    assert {one.kind for one in said.changes} <= {ChangeKind.MOVE, ChangeKind.DROP}


def test_outside_the_season_there_is_nothing_to_say(season):
    late = season.plan.weeks[-1].monday + timedelta(weeks=5)

    assert rest_of_week(season, late, []).fates == ()
