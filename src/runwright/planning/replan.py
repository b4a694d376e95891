"""Plan one week anew after something changed: the past stands, the nearest good week wins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.day_words import weekday_name
from runwright.domain.plan import Reason
from runwright.domain.session import Placed
from runwright.domain.words import _
from runwright.planning.frames import WeekFrame
from runwright.planning.judge import judge
from runwright.planning.placement import PlacedWeek, Placement, SeasonSearch
from runwright.planning.planner import spacing_of
from runwright.planning.request import PlanRequest
from runwright.planning.season import SeasonBuilder
from runwright.planning.tables import Tables

NEIGHBOURS = 1  # weeks on each side that the rules of a week can see


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """A day that the new week plans differently.

    Attributes
    ----------
    before, after
        The session of the day; None for none.
    """

    day: date
    before: Placed | None
    after: Placed | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplannedWeek:
    """A proposal for one week: what changes and why; nothing else of the season moves."""

    week: int
    sessions: tuple[Placed | None, ...]
    changes: tuple[DayChange, ...]
    points: int


def replan_week(
    request: PlanRequest, tables: Tables, stood: Placement, *, week: int, today: date
) -> ReplannedWeek:
    """The best week `week` (from 0) for a changed request, beside the weeks that stand.

    Days before `today` stay as they were. The sessions of the plan before (the request names it)
    carry a price on change (rule S12), so of two good weeks the nearer one wins. Points are those
    of the week and its links to both neighbours.

    Parameters
    ----------
    stood
        The season as it is, days before `today` as they really went.
    """
    builder = SeasonBuilder(request, tables.book)
    first = max(0, week - NEIGHBOURS)
    last = min(len(stood.weeks) - 1, week + NEIGHBOURS)
    frames = [
        _fixed(frame, stood.weeks[number], today, whole=number != week)
        for number, frame in zip(
            range(first, last + 1), builder.frames(first, last + 1), strict=True
        )
    ]
    frames = [_deloading(frame, stood, first + i) for i, frame in enumerate(frames)]
    search = SeasonSearch(frames, tables, spacing_of(tables.book))
    best = search.best()
    sessions = best.weeks[week - first].sessions
    return ReplannedWeek(
        week=week,
        sessions=sessions,
        changes=_changes(stood, tables, frames, best.weeks, week, first),
        points=best.points,
    )


def _fixed(frame: WeekFrame, placed: PlacedWeek, today: date, *, whole: bool) -> WeekFrame:
    """A frame whose days stand: all of them in a neighbour week, the past in this one."""
    fixed = tuple(
        (weekday, session)
        for weekday, session in enumerate(placed.sessions)
        if whole or frame.monday + timedelta(days=weekday) < today
    )
    return replace(frame, fixed=fixed)


def _deloading(frame: WeekFrame, stood: Placement, number: int) -> WeekFrame:
    """Whether a week deloads was decided for the season; one week does not reopen it."""
    if stood.weeks[number].deload and frame.deload is not None:
        return replace(frame, wanted=frame.deload, deload=None, rests=True)
    return replace(frame, deload=None, must_deload=False, rests=True)


def _changes(  # the days of one week
    stood: Placement,
    tables: Tables,
    frames: Sequence[WeekFrame],
    weeks: Sequence[PlacedWeek],
    week: int,
    first: int,
) -> tuple[DayChange, ...]:
    old = stood.weeks[week].sessions
    new = weeks[week - first].sessions
    kept = [
        PlacedWeek(sessions=old, deload=one.deload) if first + i == week else one
        for i, one in enumerate(weeks)
    ]
    against = judge(frames, kept, tables)
    start = (week - first) * DAYS_PER_WEEK
    monday = frames[week - first].monday
    found = []
    for weekday, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        reasons = tuple(
            Reason(rule=one.rule, says=one.finding.because, points=one.points)
            for one in against
            if one.points and one.rule != "S12" and start + weekday in {one.day, one.other}
        )
        if not reasons and before is not None:
            says = _("the rest of the week is better without it on {day}").format(
                day=weekday_name(weekday)
            )
            reasons = (Reason(rule="S12", says=says),)
        found.append(
            DayChange(
                day=monday + timedelta(days=weekday), before=before, after=after, reasons=reasons
            )
        )
    return tuple(found)
