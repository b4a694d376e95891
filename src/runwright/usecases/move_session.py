"""Move a session of a running season by hand: what bends, what it costs, and the plan after it.

Its own week alone is planned anew, or the two beside it too where that is not enough; days before
today stay. A firm rule that never gives way cannot be talked out of it: it says so, and no plan is
made.
"""

from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.errors import RunwrightError
from runwright.domain.plan import Held, PlannedSession, Reason, SeasonPlan
from runwright.domain.runner import Runner
from runwright.domain.said import together
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.moving import MovedTo, SessionMover, days_that_changed
from runwright.planning.placement import Placement
from runwright.planning.planner import rule_book, search_for, tables_of, written_out
from runwright.planning.request import PlanRequest
from runwright.planning.stands import Stands, as_it_was
from runwright.usecases.ask_why import Move, WhyNot
from runwright.usecases.asked import Asked, request_again
from runwright.usecases.made_again import Standing, stored_placement
from runwright.usecases.plan_season import above_green, with_all_relaxed
from runwright.usecases.replan_season import ChangedPlan

NEAR_FIRST = (0, 1)  # weeks on each side that may change too


class NotMovableError(RunwrightError):
    """A session that is not there, or a day it cannot go to."""

    code = "move.not-movable"

    def __init__(self, says: str) -> None:
        super().__init__(says)


class MoveSession:
    """Moves sessions of one plan.

    Parameters
    ----------
    runner
        Who follows it, in full: what a session holds depends on kit and pains too.
    today
        First day that may change.
    """

    def __init__(
        self, plan: SeasonPlan, asked: Asked, runner: Runner, library: Library, *, today: date
    ) -> None:
        self.plan, self.asked, self.library, self.today = plan, asked, library, today
        self.request = request_in_full(plan, asked, runner, library)
        self.book = rule_book(self.request)
        self.tables = tables_of(self.request, self.book)
        self.placement = stored_placement(plan)
        self._movers: dict[tuple[date, int], SessionMover] = {}
        self._known: dict[tuple[date, date, int | None], MovedTo] = {}

    def choices(self, source: date) -> tuple[WhyNot, ...]:
        """What each other day still open in its week would mean for the session of `source`.

        Raises
        ------
        NotMovableError
            If `source` holds no session, or is past.
        """
        self._session(source)
        week = (monday_of(source) + timedelta(days=number) for number in range(DAYS_PER_WEEK))
        return tuple(self.choice(source, day) for day in week if self.is_open(source, day))

    def is_open(self, source: date, target: date) -> bool:
        """Whether a session could be asked to go there: another day of the week, not past."""
        there = self.plan.day(target)
        if there is None or target < self.today or target == source:
            return False
        kind = self._session(source).kind
        return there.session is None or there.session.kind is not kind

    def starts(self, source: date, target: date) -> tuple[WhyNot, ...]:
        """What each start on a day of its week would mean, earliest first.

        Starts that cannot be are left out; its own day has starts, too.

        Raises
        ------
        NotMovableError
            If it cannot be asked: no session, a day that is past or of another week.
        """
        self._checked(source, target)
        found = (self.choice(source, target, at) for at in self._mover(source, 0).starts(target))
        return tuple(one for one in found if one.is_possible)

    def choice(self, source: date, target: date, start_min: int | None = None) -> WhyNot:
        """What it would mean to have the session of `source` on `target`.

        Parameters
        ----------
        start_min
            When it would begin; None takes the start that costs least. [min]

        Raises
        ------
        NotMovableError
            If it cannot be asked: no session, a day that is past or of another week.
        """
        session = self._checked(source, target)
        found = self._found(source, target, start_min)
        return WhyNot(
            day=target,
            kind=session.kind,
            standing=Standing.EXACT,
            session=found.session,
            extra_points=found.extra_points,
            breaks=found.breaks,
            gives_way=found.gives_way,
            differences=found.differences,
            moved=tuple(
                one for one in self._changes(found) if one[0] != target and _is_news(one, source)
            ),
        )

    def moved(self, source: date, target: date, start_min: int | None = None) -> ChangedPlan:
        """The plan with the session of `source` on `target`, and everything around it made fit.

        Parameters
        ----------
        start_min
            When it begins there; None takes the start that costs least. [min]

        Raises
        ------
        NotMovableError
            If it cannot sit there.
        """
        self._checked(source, target)
        found = self._found(source, target, start_min)
        if found.session is None:
            raise NotMovableError(_cannot(found.breaks))
        held = (
            *(one for one in self._held if one.day not in {source, target}),
            Held(day=target, placed=found.session),
        )
        stands = Stands(plan=self.plan, before=self.today, held=held)
        placement = Placement(weeks=found.weeks, points=0)
        request = replace(self.request, previous=None)  # what was wished for has no price
        season, search = search_for(request, self.book, stands)
        planned = written_out(
            request, self.book, season, search, placement, above_green(self.library)
        )
        planned = replace(planned, plan=as_it_was(planned.plan, stands))
        return ChangedPlan(
            plan=with_all_relaxed(planned).plan, asked=replace(self.asked, held=held)
        )

    @cached_property
    def _held(self) -> tuple[Held, ...]:
        return tuple(one for one in self.asked.held if one.day >= self.today)

    def _found(self, source: date, target: date, start_min: int | None) -> MovedTo:
        """The nearest week that holds it there, or else the nearest three; worked out once."""
        asked = (source, target, start_min)
        if asked not in self._known:
            for beside in NEAR_FIRST:
                self._known[asked] = self._mover(source, beside).to(target, start_min)
                if self._known[asked].session is not None:
                    break
        return self._known[asked]

    def _mover(self, source: date, beside: int) -> SessionMover:
        if (source, beside) not in self._movers:
            stands = Stands(plan=self.plan, before=self.today, held=self._held)
            self._movers[source, beside] = SessionMover(
                self.request, self.tables, self.placement, stands, source, beside=beside
            )
        return self._movers[source, beside]

    def _changes(self, found: MovedTo) -> tuple[Move, ...]:
        return days_that_changed(self.placement, found.weeks, self.plan.weeks[0].monday)

    def _checked(self, source: date, target: date) -> PlannedSession:
        session = self._session(source)
        if monday_of(target) != monday_of(source):
            raise NotMovableError(_("A session moves within its week."))
        if target != source and not self.is_open(source, target):
            raise NotMovableError(
                _("That day is past, or it holds such a session already. Choose another day.")
            )
        return session

    def _session(self, day: date) -> PlannedSession:
        planned = self.plan.day(day)
        if planned is None or planned.session is None:
            raise NotMovableError(_("There is no session on that day any more."))
        if day < self.today:
            raise NotMovableError(_("That session is past, and the past does not change."))
        return planned.session


def request_in_full(
    plan: SeasonPlan, asked: Asked, runner: Runner, library: Library
) -> PlanRequest:
    """Return what makes the frames of the plan as it stands, for a runner known in full."""
    again = request_again(plan, asked, library)
    told = asked.runner
    full = replace(
        runner,
        protocol=again.runner.protocol,
        session_minutes=told.session_minutes,
        sessions_per_week=told.sessions_per_week,
        timezone=told.timezone,
        days=told.days,
        races=plan.races,
        travels=told.travels,
        blocked=told.blocked,
    )
    phases = tuple(week.phase for week in plan.weeks)
    return replace(again, runner=full, previous=plan, phases=phases)


def _is_news(change: Move, source: date) -> bool:
    """Whether a changed day is news: that the session is gone from where it was is none."""
    day, _was, now = change
    return day != source or now is not None


def _cannot(breaks: tuple[Reason, ...]) -> str:
    reasons = together(one.says for one in breaks)
    return _("It cannot go there. {reasons}").format(reasons=reasons)
