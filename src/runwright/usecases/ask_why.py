"""Questions to a stored plan: why this day is as it is, and what another session would mean."""

from dataclasses import dataclass
from datetime import date

from runwright.domain.day_words import full_date
from runwright.domain.errors import RunwrightError
from runwright.domain.plan import DayPlan, Reason, SeasonPlan, WeekPlan
from runwright.domain.session import Placed, SessionKind
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.usecases.asked import Asked
from runwright.usecases.made_again import MadeAgain, Standing, made_again
from runwright.usecases.try_session import try_session

Move = tuple[date, Placed | None, Placed | None]


class DayOutsidePlanError(RunwrightError):
    """A question about a day the plan does not hold."""

    code = "why.day-outside"

    def __init__(self, day: date, plan: SeasonPlan) -> None:
        self.day = day
        self.first, self.last = first_and_last(plan)
        super().__init__(
            _("{day} is not in the plan. It goes from {first} to {last}.").format(
                day=full_date(day), first=full_date(self.first), last=full_date(self.last)
            )
        )


class NothingPlannedError(RunwrightError):
    """A plan without a single week cannot be asked anything."""

    code = "why.nothing-planned"

    def __init__(self) -> None:
        super().__init__(_("The plan holds no weeks, so there is nothing to ask it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """What a session on a day would mean.

    Attributes
    ----------
    standing
        EXACT is answered by the best season that holds it; anything else by moving the session in
        the plan as it stands and auditing that.
    session
        Where it would sit best that day; None where it cannot sit at all.
    is_there
        Whether the plan holds it already.
    extra_points
        Points the season costs more; None where a firm rule forbids it.
    breaks
        Firm rules that it would break, or that forbid it.
    gives_way
        Rules that would have to give way, said aloud.
    differences
        Rules that cost more or less than now.
    moved
        Other days that would change: the day, what it holds now, what it would hold.
    """

    day: date
    kind: SessionKind
    standing: Standing
    session: Placed | None
    is_there: bool = False
    extra_points: int | None = None
    breaks: tuple[Reason, ...] = ()
    gives_way: tuple[Reason, ...] = ()
    differences: tuple[Reason, ...] = ()
    moved: tuple[Move, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether no firm rule stands against it."""
        return self.session is not None and not self.breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A day of a plan with what can be said about it.

    Attributes
    ----------
    others
        For a day without a strength session: what each kind its week knows would mean there.
    """

    week: WeekPlan
    day: DayPlan
    standing: Standing
    others: tuple[WhyNot, ...] = ()


class PlanQuestions:
    """Answers questions about one stored plan.

    Parameters
    ----------
    asked
        What it was made from; None where the file does not say.
    """

    def __init__(self, plan: SeasonPlan, asked: Asked | None, library: Library) -> None:
        if not plan.weeks:
            raise NothingPlannedError
        self.plan, self.library = plan, library
        self.again: MadeAgain | None = made_again(plan, asked, library)

    @property
    def standing(self) -> Standing:
        """How the plan compares with the same plan made again."""
        return Standing.NOT_ASKED if self.again is None else self.again.standing

    def why(self, day: date) -> Why:
        """Return a day of the plan, and what could be there instead of nothing.

        Raises
        ------
        DayOutsidePlanError
            If the plan does not hold the day.
        """
        week, planned = self._found(day)
        others: tuple[WhyNot, ...] = ()
        if planned.session is None and self.again is not None:
            number = self.plan.weeks.index(week)
            kinds = self.again.season.frames[number].kinds()
            others = tuple(self.why_not(day, kind) for kind in kinds)
        return Why(week=week, day=planned, standing=self.standing, others=others)

    def why_not(self, day: date, kind: SessionKind) -> WhyNot:
        """Return what a session of `kind` on `day` would mean.

        Raises
        ------
        DayOutsidePlanError
            If the plan does not hold the day.
        """
        _, planned = self._found(day)
        if planned.session is not None and planned.session.kind is kind:
            return WhyNot(
                day=day,
                kind=kind,
                standing=self.standing,
                session=planned.session.placed,
                is_there=True,
                extra_points=0,
            )
        if self.again is not None and self.again.standing is Standing.EXACT:
            return self._exactly(self.again, day, kind)
        return self._by_trying(day, kind)

    def _exactly(self, again: MadeAgain, day: date, kind: SessionKind) -> WhyNot:
        found = again.explainer.elsewhere(day, kind)
        moved = tuple((other, _placed(self.plan, other), session) for other, session in found.moved)
        return WhyNot(
            day=day,
            kind=kind,
            standing=Standing.EXACT,
            session=found.session,
            extra_points=found.extra_points,
            breaks=found.forbidden_by,
            differences=found.differences,
            moved=moved,
        )

    def _by_trying(self, day: date, kind: SessionKind) -> WhyNot:
        tried = try_session(self.plan, self.again, self.library, day, kind)
        gone = () if tried.taken_from is None else ((tried.taken_from, tried.taken, None),)
        return WhyNot(
            day=day,
            kind=kind,
            standing=self.standing,
            session=tried.session,
            extra_points=None if tried.breaks else sum(one.points for one in tried.differences),
            breaks=tried.breaks,
            gives_way=tried.gives_way,
            differences=tried.differences,
            moved=gone,
        )

    def _found(self, day: date) -> tuple[WeekPlan, DayPlan]:
        for week in self.plan.weeks:
            for planned in week.days:
                if planned.day == day:
                    return week, planned
        raise DayOutsidePlanError(day, self.plan)


def _placed(plan: SeasonPlan, day: date) -> Placed | None:
    planned = plan.day(day)
    return None if planned is None or planned.session is None else planned.session.placed


def first_and_last(plan: SeasonPlan) -> tuple[date, date]:
    """Return the first and the last day of a plan that has weeks."""
    return plan.weeks[0].days[0].day, plan.weeks[-1].days[-1].day
