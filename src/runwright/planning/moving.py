"""One session moved to another day of its week: the nearest good week around it.

Rule for the next author: every session that is open has a price on change (rule S12), so that the
nearest good week wins; the rest of the season stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import Reason
from runwright.domain.session import Placed, SessionKind
from runwright.domain.verdict import Severity
from runwright.planning.day_table import DayTable
from runwright.planning.explain import Explainer, differences
from runwright.planning.frames import WeekFrame
from runwright.planning.judge import Judged, judge
from runwright.planning.placement import PlacedWeek, Placement, SeasonSearch
from runwright.planning.planner import spacing_of
from runwright.planning.request import PlanRequest
from runwright.planning.season import Season, SeasonBuilder
from runwright.planning.stands import Stands, standing
from runwright.planning.tables import Tables
from runwright.planning.weeks import patterns_of, week_tables

SEEN_WEEKS = 1  # beside the open ones; they stand, and rules look across
ANYTHING = frozenset((None, *SessionKind))
NO_PREVIOUS = "unset"  # the runner's own wish has no price


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedTo:
    """A session on another day.

    Attributes
    ----------
    session
        Where it sits there; None where it cannot.
    weeks
        All weeks of the season with it; those of before where it cannot sit there.
    breaks
        What keeps it off that day.
    gives_way
        Rules that bend for it.
    differences
        Rules that cost more or less than now.
    """

    day: date
    session: Placed | None
    weeks: tuple[PlacedWeek, ...]
    breaks: tuple[Reason, ...] = ()
    gives_way: tuple[Reason, ...] = ()
    differences: tuple[Reason, ...] = ()

    @property
    def extra_points(self) -> int | None:
        """Points it costs more than now; None where it cannot be."""
        return None if self.session is None else sum(one.points for one in self.differences)


class SessionMover:
    """Moves the session of one day.

    Parameters
    ----------
    request
        Makes the frames of the plan that stands; its `previous` is that plan.
    tables
        Cost tables of the request; movers of one plan share them.
    placement
        Where everything sits now.
    beside
        Weeks on each side of the session's own that may change too.
    """

    def __init__(
        self,
        request: PlanRequest,
        tables: Tables,
        placement: Placement,
        stands: Stands,
        source: date,
        *,
        beside: int,
    ) -> None:
        book = tables.book
        self.request, self.book, self.placement = request, book, placement
        builder = SeasonBuilder(request, book)
        self.number, self.weekday = divmod((source - builder.monday).days, DAYS_PER_WEEK)
        self.beside = beside
        self.first = max(0, self.number - beside - SEEN_WEEKS)
        end = min(len(placement.weeks), self.number + beside + SEEN_WEEKS + 1)
        self.weeks = placement.weeks[self.first : end]
        frames = standing(builder.frames(self.first, end), stands)
        self.frames = [self._opened(frame, self.first + i) for i, frame in enumerate(frames)]
        self.here = self.number - self.first  # its week's place among those looked at
        self.kind = self._kind(self.weeks[self.here].sessions[self.weekday])
        self.frames[self.here] = self._freed(self.frames[self.here], self.weekday)
        self.search = SeasonSearch(self.frames, tables, spacing_of(book))

    @staticmethod
    def _kind(session: Placed | None) -> SessionKind:
        if session is None:
            raise ValueError(session)
        return session.kind

    def _opened(self, frame: WeekFrame, number: int) -> WeekFrame:
        week = self.placement.weeks[number]
        if week.deload and frame.deload is not None:
            frame = replace(frame, must_deload=True)
        else:
            frame = replace(frame, deload=None, must_deload=False)
        if abs(number - self.number) > self.beside:
            return replace(frame, fixed=tuple(enumerate(week.sessions)))
        return frame

    def _freed(self, frame: WeekFrame, weekday: int) -> WeekFrame:
        """The week with a day open, without a price on changing it, and the session not there."""
        return replace(
            frame,
            fixed=tuple(one for one in frame.fixed if one[0] != weekday),
            wished=((self.weekday, ANYTHING - {self.kind}),),
            days=tuple(
                replace(facts, usual=NO_PREVIOUS) if number == weekday else facts
                for number, facts in enumerate(frame.days)
            ),
        )

    def _free_for(self, target: date) -> WeekFrame:
        """The week with the session's day and `target` open; its own day may be `target`."""
        frame = self._freed(self.frames[self.here], target.weekday())
        return frame if target.weekday() != self.weekday else replace(frame, wished=())

    def starts(self, target: date) -> tuple[int, ...]:
        """Every start of such a session that day by itself allows, earliest first. [min]"""
        frame = self._free_for(target)
        day = week_tables(frame, self.search.tables)[target.weekday()].only(self.kind)
        return tuple(sorted({one.session.start_min for one in day.days if one.session}))

    def to(self, target: date, start_min: int | None = None) -> MovedTo:
        """What it means to have the session on `target`, a day of the same week, its own as well.

        Parameters
        ----------
        start_min
            One of `starts`; None takes the best. [min]
        """
        weekday = target.weekday()
        frame = self._free_for(target)
        days = list(week_tables(frame, self.search.tables))
        days[weekday] = days[weekday].only(self.kind)
        if start_min is not None:
            days[weekday] = days[weekday].starting(start_min)
        found = None
        if len(days[weekday].points):
            week = patterns_of(frame, tuple(days), self.search.tables)
            kept = frame if start_min is None else _pinned(frame, weekday, days[weekday])
            found = self.search.with_frame(self.here, kept).forced(self.here, week)
        if found is None:
            breaks = self._explainer().why_impossible(target, self.kind)
            return MovedTo(day=target, session=None, weeks=self.placement.weeks, breaks=breaks)
        frames = [*self.frames]
        frames[self.here] = frame
        before = judge(frames, self.weeks, self.search.tables)
        after = judge(frames, found.weeks, self.search.tables)
        return MovedTo(
            day=target,
            session=found.weeks[self.here].sessions[weekday],
            weeks=self._whole(found.weeks),
            gives_way=_newly_bent(before, after),
            differences=differences(before, after),
        )

    def _explainer(self) -> Explainer:
        season = Season(
            frames=tuple(self.frames), days=(), per_week=0, asked_per_week=None, jumps_from=None
        )
        placement = Placement(weeks=self._without_it, points=0)
        return Explainer(self.request, self.book, season, self.search, placement)

    @cached_property
    def _without_it(self) -> tuple[PlacedWeek, ...]:
        """The weeks looked at without the session: it does not stand in its own way."""
        weeks = [*self.weeks]
        sessions = [*weeks[self.here].sessions]
        sessions[self.weekday] = None
        weeks[self.here] = replace(weeks[self.here], sessions=tuple(sessions))
        return tuple(weeks)

    def _whole(self, weeks: Sequence[PlacedWeek]) -> tuple[PlacedWeek, ...]:
        """All weeks of the season; of those that moved, whether they deload stands."""
        kept = [*self.placement.weeks]
        for number, week in enumerate(weeks, start=self.first):
            kept[number] = replace(kept[number], sessions=week.sessions)
        return tuple(kept)


def _pinned(frame: WeekFrame, weekday: int, day: DayTable) -> WeekFrame:
    """The week with a start that was wished for: an earlier one at the same price is no better."""
    return replace(frame, fixed=(*frame.fixed, (weekday, day.choice(0))))


def _newly_bent(before: Sequence[Judged], after: Sequence[Judged]) -> tuple[Reason, ...]:
    known = {(one.rule, one.day, one.finding.because) for one in before}
    return tuple(
        Reason(rule=one.rule, says=one.finding.because, points=one.points)
        for one in after
        if one.finding.severity is Severity.BENDS
        and (one.rule, one.day, one.finding.because) not in known
    )


def days_that_changed(
    before: Placement, weeks: Sequence[PlacedWeek], monday: date
) -> tuple[tuple[date, Placed | None, Placed | None], ...]:
    """Every day that holds another session: the day, what it held, what it holds."""
    was = [one for week in before.weeks for one in week.sessions]
    now = [one for week in weeks for one in week.sessions]
    return tuple(
        (monday + timedelta(days=day), old, new)
        for day, (old, new) in enumerate(zip(was, now, strict=True))
        if old != new
    )
