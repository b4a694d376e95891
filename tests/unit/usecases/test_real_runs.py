"""Runs as they really were: the rest of the week goes around them."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from runwright.coaching.told import Told
from runwright.domain.proposal import ChangeKind
from runwright.domain.run import Run, RunKind
from runwright.usecases.asked import asked_of
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.propose_run import shorter_runs
from runwright.usecases.real_runs import real_runs
from runwright.usecases.replan_missed import WeekAsItWent
from runwright.usecases.replan_season import ChangedPlan
from tests.unit.usecases.test_made_again import LIBRARY, RUNNERS, planned
from tests.unit.usecases.test_replan_missed import performed

RUNNER = RUNNERS["regular lifter"]
WEEK = 5  # quality on Tuesday, heavy legs on Thursday, the long run on Sunday
MON, TUE, WED, THU, FRI = range(5)


@pytest.fixture(scope="module")
def season():
    return planned(RUNNER)


def day_of(season, weekday: int):
    return season.plan.weeks[WEEK].days[weekday]


def run_on(day, minutes: int = 45, *, rpe: float | None = None) -> Run:
    return Run(
        started_at=datetime.combine(day, time(7), tzinfo=UTC),
        duration_s=60 * minutes,
        elapsed_s=60 * minutes,
        distance_m=1000 * minutes / 6,
        rpe=rpe,
    )


def easy_before(season) -> list[Run]:
    """Eleven weeks of 45 minutes every other day."""
    monday = season.plan.weeks[WEEK].monday
    return [run_on(monday - timedelta(days=back)) for back in range(1, 80, 2)]


def went(season, weekday: int, *runs: Run) -> WeekAsItWent:
    """The week on the morning after a weekday; every session was done as planned."""
    done = [
        performed(day.session.id, day.day)
        for day in season.plan.weeks[WEEK].days[: weekday + 1]
        if day.session is not None
    ]
    return WeekAsItWent(
        ChangedPlan(plan=season.plan, asked=asked_of(season.request)),
        RUNNER,
        done,
        LIBRARY,
        today=day_of(season, weekday).day + timedelta(days=1),
        runs=[*easy_before(season), *runs],
    )


def test_a_run_that_became_hard_moves_the_heavy_session_of_the_next_day(season):
    week = went(season, WED, run_on(day_of(season, WED).day, rpe=9))
    rest = week.rest()
    thursday, friday = day_of(season, THU).day, day_of(season, FRI).day

    assert rest.says == ("Wednesday's run was a hard one.",)
    assert [(one.kind, one.first_day) for one in rest.changes] == [
        (ChangeKind.DROP, thursday),
        (ChangeKind.MOVE, friday),
    ]
    after = week.accepted().plan
    assert after.day(thursday).session is None
    assert after.day(friday).session is not None


def test_an_easy_run_that_stayed_easy_changes_nothing(season):
    week = went(season, WED, run_on(day_of(season, WED).day, rpe=3))

    assert not week.is_news
    assert week.rest().changes == ()


def test_a_hard_run_where_one_was_planned_is_no_news(season):
    assert not went(season, TUE, run_on(day_of(season, TUE).day, rpe=9)).is_news


@pytest.mark.parametrize(("minutes", "is_news"), [(49, False), (51, True)])
def test_a_run_is_much_longer_from_a_tenth_over_the_longest_of_a_month(season, minutes, is_news):
    """The longest of the last 30 days took 45 minutes: up to 49.5 it is no spike (L01)."""
    week = went(season, WED, run_on(day_of(season, WED).day, minutes))

    assert week.is_news is is_news


def test_a_spike_is_said_with_its_rule_and_the_next_heavy_day_makes_room(season):
    week = went(season, WED, run_on(day_of(season, WED).day, 120))

    assert [one.rule for one in week.real.news] == ["L01"]
    assert "167 % longer than the longest of the 30 days before" in week.rest().says[0]
    assert week.rest().changes


def test_a_quality_run_that_was_left_out_is_not_in_the_legs(season):
    """Files reach Wednesday, so they know that nobody ran on Tuesday."""
    found = real_runs(
        season.plan.weeks[WEEK],
        [*easy_before(season), run_on(day_of(season, WED).day)],
        LIBRARY,
        timezone="UTC",
        today=day_of(season, WED).day,
    )

    assert found.by_day[day_of(season, TUE).day] == ()
    assert [one.kind for one in found.by_day[day_of(season, WED).day]] == [RunKind.EASY]
    assert day_of(season, THU).day not in found.by_day


def test_without_files_of_this_week_the_plan_is_taken_at_its_word(season):
    week = went(season, WED)

    assert week.real.by_day == {}
    assert not week.is_news


def test_runs_in_any_order_say_the_same(season):
    week = went(season, WED, run_on(day_of(season, WED).day, rpe=9))
    again = went(season, WED, run_on(day_of(season, WED).day, rpe=9))
    again.runs = list(reversed(again.runs))

    assert again.rest() == week.rest()


def test_the_past_stays_as_it_was_prescribed(season):
    week = went(season, WED, run_on(day_of(season, WED).day, rpe=9))
    before = day_of(season, WED)
    after = week.accepted().plan.day(before.day)

    assert replace(after, extras=()) == replace(before, extras=())


# -- the runs after a spike ---------------------------------------------------------------------


def eased_runs(season, weekday: int, *runs: Run, km: float | None = None):
    """What is proposed about the runs of the week, on the morning after a weekday."""
    order = CoachOrder(
        runner=RUNNER,
        plan=with_distance(season, km),
        told=Told(),
        today=day_of(season, weekday).day + timedelta(days=1),
        runs=(*easy_before(season), *runs),
    )
    return shorter_runs(Coach(order, LIBRARY))


def with_distance(season, km: float | None):
    weeks = tuple(
        replace(
            week,
            days=tuple(
                replace(
                    day,
                    runs=tuple(
                        replace(
                            run, distance_km=km if run.kind is RunKind.LONG or km is None else 5
                        )
                        for run in day.runs
                    ),
                )
                for day in week.days
            ),
        )
        for week in season.plan.weeks
    )
    return replace(season.plan, weeks=weeks)


def test_after_a_run_half_as_long_again_the_next_long_one_keeps_to_what_was_known(season):
    """45 minutes, 7.5 km, were the longest; the plan has its long run on Sunday."""
    wednesday = day_of(season, WED)
    changes = eased_runs(season, WED, run_on(wednesday.day, 68), km=12.0)

    assert [(one.kind, one.rule) for one in changes] == [(ChangeKind.EASE, "L01")]
    assert changes[0].last_day == wednesday.day + timedelta(days=7)
    assert changes[0].before.says == "Sunday, 12 km"
    assert changes[0].after.says == "Runs of at most 8.2 km"
    assert "Wednesday's run was 51 % longer" in changes[0].because


@pytest.mark.parametrize(("km", "eased"), [(8.2, 0), (8.3, 1)])
def test_a_tenth_above_the_longest_before_is_enough(season, km, eased):
    spike = run_on(day_of(season, WED).day, 68)

    assert len(eased_runs(season, WED, spike, km=km)) == eased


@pytest.mark.parametrize(("minutes", "eased"), [(49, 0), (50, 1)])
def test_a_tenth_longer_is_no_spike_and_eases_nothing(season, minutes, eased):
    run = run_on(day_of(season, WED).day, minutes)

    assert len(eased_runs(season, WED, run, km=12.0)) == eased


def test_a_planned_run_without_kilometres_is_measured_in_minutes_at_the_same_pace(season):
    changes = eased_runs(season, WED, run_on(day_of(season, WED).day, 68))

    assert [one.after.says for one in changes] == ["Runs of at most 49 minutes"]


def test_without_files_of_runs_nothing_is_said_about_them(season):
    order = CoachOrder(runner=RUNNER, plan=season.plan, told=Told(), today=day_of(season, WED).day)

    assert shorter_runs(Coach(order, LIBRARY)) == ()
