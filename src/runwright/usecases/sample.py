"""The sample runner brought to this week: runs, races and dates moved by whole weeks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta, tzinfo

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.run import Run
from runwright.domain.runner import Runner


def weeks_to_last_week(last_day: date, today: date) -> int:
    """Whole weeks to move what ends on `last_day`, so that it ends in the week before `today`'s."""
    last_week = monday_of(today) - timedelta(days=DAYS_PER_WEEK)
    return (last_week - monday_of(last_day)).days // DAYS_PER_WEEK


def moved_runs(runs: Iterable[Run], weeks: int, zone: tzinfo) -> tuple[Run, ...]:
    """Return the runs some weeks later, at the same time of the clock in `zone`."""
    shift = timedelta(weeks=weeks)
    return tuple(replace(run, started_at=run.started_at.astimezone(zone) + shift) for run in runs)


def moved_runner(runner: Runner, weeks: int) -> Runner:
    """Return the runner with races, travels, blocked days and test dates some weeks later."""
    shift = timedelta(weeks=weeks)
    return replace(
        runner,
        races=tuple(replace(race, day=race.day + shift) for race in runner.races),
        travels=tuple(
            replace(one, first=one.first + shift, last=one.last + shift) for one in runner.travels
        ),
        blocked=tuple(
            replace(one, first=one.first + shift, last=one.last + shift) for one in runner.blocked
        ),
        test_results=tuple(
            one if one.day is None else replace(one, day=one.day + shift)
            for one in runner.test_results
        ),
    )
