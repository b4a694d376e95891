"""Weeks of running, Monday to Sunday: runs, distance, minutes, the longest, and load."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import fsum

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.training import WeekLoad
from runwright.training.load import SessionLoad, daily_loads, monotony
from runwright.training.longest import longest_of
from runwright.training.recorded import RecordedRun

WEEK = timedelta(days=DAYS_PER_WEEK)
TO_SUNDAY = timedelta(days=DAYS_PER_WEEK - 1)
DAYS_PER_MONTH = 365.25 / 12  # mean of the calendar's months, leap years included


def weeks_of(loads: Sequence[SessionLoad], *, as_of: date) -> tuple[WeekLoad, ...]:
    """All weeks from that of the first run to that of `as_of`, weeks without runs included."""
    if not loads:
        return ()
    by_week: dict[date, list[SessionLoad]] = {}
    for load in loads:
        by_week.setdefault(monday_of(load.run.day), []).append(load)
    weeks = (monday_of(as_of) - min(by_week)) // WEEK + 1
    mondays = (min(by_week) + number * WEEK for number in range(weeks))
    return tuple(_week(monday, by_week.get(monday, ()), as_of) for monday in mondays)


def mean_weekly_km(loads: Sequence[SessionLoad], *, as_of: date, weeks: int) -> float | None:
    """Mean distance [km] of the last whole weeks.

    The week of the first run counts as whole; where no week is over yet, the one begun stands
    for it. None without runs, and where the runs of these weeks carry no distance.
    """
    all_weeks = weeks_of(loads, as_of=as_of)
    last = ([week for week in all_weeks if is_over(week, as_of)] or list(all_weeks))[-weeks:]
    if not last:
        return None
    first_day, last_day = last[0].monday, last[-1].monday + TO_SUNDAY
    runs = [load.run for load in loads if first_day <= load.run.day <= last_day]
    if runs and all(run.distance_km is None for run in runs):
        return None
    return sum(week.distance_km for week in last) / len(last)


def is_over(week: WeekLoad, as_of: date) -> bool:
    """Whether the week's Sunday is `as_of` or before it."""
    return week.monday + TO_SUNDAY <= as_of


def months_of_running(
    runs: Sequence[RecordedRun], *, as_of: date, streak_gap_days: int
) -> float | None:
    """Months from the start of the running that still goes on. [month]; None without runs.

    A pause of more than `streak_gap_days` ends it, the pause up to `as_of` as well: then 0.
    """
    if not runs:
        return None
    begin = as_of
    for run in reversed(runs):
        if (begin - run.day).days > streak_gap_days:
            break
        begin = run.day
    return (as_of - begin).days / DAYS_PER_MONTH


def _week(monday: date, loads: Sequence[SessionLoad], as_of: date) -> WeekLoad:
    load_au = fsum(load.load_au for load in loads)
    estimated_au = fsum(load.load_au for load in loads if load.estimated)
    longest = longest_of(load.run for load in loads)
    distances = [load.run.distance_km for load in loads if load.run.distance_km is not None]
    # Days to come would count as rest, so a week has its monotony when it is over.
    over = monday + TO_SUNDAY <= as_of
    daily_au = daily_loads(loads, first=monday, last=monday + TO_SUNDAY)
    sameness = monotony(daily_au) if over else None
    return WeekLoad(
        monday=monday,
        runs=len(loads),
        distance_km=fsum(distances),
        duration_min=fsum(load.run.duration_min for load in loads),
        longest_km=0.0 if longest.distance_km is None else longest.distance_km,
        longest_min=0.0 if longest.duration_min is None else longest.duration_min,
        load_au=load_au,
        load_estimated_share=estimated_au / load_au if load_au > 0 else 0.0,
        monotony=sameness,
        strain_au=load_au * sameness if sameness is not None else None,
    )
