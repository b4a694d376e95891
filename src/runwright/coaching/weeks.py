"""Weeks of training as the diary shows them: how many, since the last light one, how long away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksSeen:
    """Counts of weeks; `away` is whole weeks without a session, None before the first."""

    trained: int
    since_deload: int
    away: int | None


def weeks_seen(days: Collection[date], lighter_weeks: Collection[date], as_of: date) -> WeeksSeen:
    """Return the weeks of a diary.

    A week without any strength work counts as a light one.

    Parameters
    ----------
    days
        Days with strength work, up to `as_of`.
    lighter_weeks
        Mondays of the weeks that were planned lighter.
    """
    if not days:
        return WeeksSeen(trained=0, since_deload=0, away=None)
    trained = {monday_of(day) for day in days}
    return WeeksSeen(
        trained=len(trained),
        since_deload=_since_deload(trained, lighter_weeks, monday_of(as_of)),
        away=max(0, (monday_of(as_of) - monday_of(max(days))).days // DAYS_PER_WEEK - 1),
    )


def _since_deload(trained: set[date], lighter_weeks: Collection[date], this: date) -> int:
    """Weeks of full training in a row, up to the week before `this`."""
    count, monday = 0, _week_before(this)
    while monday in trained and monday not in lighter_weeks:
        count, monday = count + 1, _week_before(monday)
    return count


def _week_before(monday: date) -> date:
    return date.fromordinal(monday.toordinal() - DAYS_PER_WEEK)
