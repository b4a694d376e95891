"""What every rule says about a placement: the same functions that built the tables, once more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.session import Placed, SessionKind
from runwright.domain.verdict import Finding, Severity
from runwright.domain.words import _
from runwright.planning.choices import STEP_MIN
from runwright.planning.frames import WeekFrame
from runwright.planning.placement import PlacedWeek
from runwright.planning.tables import Tables
from runwright.planning.weeks import tally_of
from runwright.rules.registry import Ruled, Window
from runwright.rules.windows import NearbyDays, PlannedDay, SameWeekday, WeekTally

SHORT_SESSION = "D03"  # a session shorter than usual is a matter of its minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding about one day (number from 0) of a placement, and its points.

    Attributes
    ----------
    other
        The second day it is about; None for a day or week alone.
    given
        Whether the runs alone have it: nothing a placement could do about it.
    """

    rule: str
    day: int
    other: int | None
    finding: Finding
    points: int
    given: bool = False


def judge(
    frames: Sequence[WeekFrame], weeks: Sequence[PlacedWeek], tables: Tables
) -> tuple[Judged, ...]:
    """Every finding of every rule about a placement, day by day."""
    days = planned_days(frames, weeks)
    empty = [PlannedDay(day.facts, None) for day in days]
    found = [
        *_days(days, tables),
        *_nearby(days, empty, tables),
        *_weekdays(days, tables),
        *_weeks(frames, weeks, tables),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.rule)))


def planned_days(frames: Sequence[WeekFrame], weeks: Sequence[PlacedWeek]) -> list[PlannedDay]:
    """The days of a placement as rules look at them."""
    return [
        PlannedDay(facts, session)
        for frame, week in zip(frames, weeks, strict=True)
        for facts, session in zip(frame.days, week.sessions, strict=True)
    ]


def _days(days: Sequence[PlannedDay], tables: Tables) -> Iterator[Judged]:
    for number, day in enumerate(days):
        for one in tables.book.findings(Window.DAY, day):
            yield _judged(one, number, None, tables)
        if day.session is not None:
            short = tables.lengths.usual_min(day.session.kind) - day.session.duration_min
            points = short // STEP_MIN * tables.book.points.minutes_short_per_5_min
            if points:
                finding = Finding(
                    because=_("{short} min shorter than usual").format(short=short),
                    severity=Severity.COSTS,
                    points=points,
                )
                yield Judged(
                    rule=SHORT_SESSION, day=number, other=None, finding=finding, points=points
                )


def _nearby(
    days: Sequence[PlannedDay], empty: Sequence[PlannedDay], tables: Tables
) -> Iterator[Judged]:
    for apart in (1, 2):
        for number in range(len(days) - apart):
            window = NearbyDays.of(days[number], days[number + apart], apart)
            given = tables.book.findings(
                Window.NEARBY, NearbyDays.of(empty[number], empty[number + apart], apart)
            )
            for one in tables.book.findings(Window.NEARBY, window):
                yield _judged(one, number, number + apart, tables, given)


def _weekdays(days: Sequence[PlannedDay], tables: Tables) -> Iterator[Judged]:
    for number in range(DAYS_PER_WEEK, len(days)):
        pair = SameWeekday(before=_kind(days[number - DAYS_PER_WEEK]), after=_kind(days[number]))
        for one in tables.book.findings(Window.WEEKDAY, pair):
            yield _judged(one, number, number - DAYS_PER_WEEK, tables)


def _kind(day: PlannedDay) -> SessionKind | None:
    return day.session.kind if day.session is not None else None


def _weeks(
    frames: Sequence[WeekFrame], weeks: Sequence[PlacedWeek], tables: Tables
) -> Iterator[Judged]:
    for number, (frame, week) in enumerate(zip(frames, weeks, strict=True)):
        given = tables.book.findings(
            Window.WEEK, tally(frame, (None,) * DAYS_PER_WEEK, week.deload)
        )
        seen = tally(frame, week.sessions, week.deload)
        for one in tables.book.findings(Window.WEEK, seen):
            yield _judged(one, number * DAYS_PER_WEEK, None, tables, given)


def tally(frame: WeekFrame, sessions: Sequence[Placed | None], deload: bool) -> WeekTally:  # noqa: FBT001  # a fact of the week
    """A placed week counted up."""
    days = [PlannedDay(facts, one) for facts, one in zip(frame.days, sessions, strict=True)]
    counts: dict[SessionKind, int] = {}
    for session in sessions:
        if session is not None:
            counts[session.kind] = counts.get(session.kind, 0) + 1
    hard = sum(day.is_hard for day in days)
    rest = sum(not day.facts.runs and day.session is None for day in days)
    return tally_of(frame, counts, hard, rest, deload=deload)


def _judged(
    one: Ruled,
    day: int,
    other: int | None,
    tables: Tables,
    given: Sequence[Ruled] = (),
) -> Judged:
    alone = {(g.rule, g.finding.because) for g in given if g.forbids}
    is_given = one.forbids and (one.rule, one.finding.because) in alone
    points = 0 if is_given else tables.points((one,))
    return Judged(
        rule=one.rule, day=day, other=other, finding=one.finding, points=points, given=is_given
    )
