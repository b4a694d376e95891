"""The rest of a week after something was missed, moved, shortened or done on top: least change.

What was not done is not in the legs, what was done on another day is: the week is planned anew from
what really happened. Firm rules keep hard days apart, so nothing is made up by stacking.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from runwright.coaching.missed import Fate, Happened, fates, missed_words
from runwright.domain.calendar import MINUTES_PER_HOUR, clock, monday_of
from runwright.domain.day_words import weekday_name
from runwright.domain.performed import PerformedSession
from runwright.domain.plan import PlannedSession, SeasonPlan, WeekPlan
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.run import Run
from runwright.domain.runner import Runner
from runwright.domain.session import Placed, SessionKind
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.placement import Placement
from runwright.planning.planner import rule_book, search_for, tables_of, written_out
from runwright.planning.replan import DayChange, ReplannedWeek, replan_week
from runwright.planning.request import PlanRequest
from runwright.planning.session_spot import kind_title
from runwright.planning.stands import Stands, as_it_was
from runwright.rules.registry import RuleBook
from runwright.usecases.made_again import stored_placement
from runwright.usecases.move_session import request_in_full
from runwright.usecases.plan_season import above_green, with_all_relaxed
from runwright.usecases.real_runs import RealRuns, real_runs
from runwright.usecases.replan_season import ChangedPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class RestOfWeek:
    """What becomes of a week that went otherwise than planned.

    Attributes
    ----------
    fates
        What became of each of its sessions.
    changes
        What the days to come change for it; empty where everything stands.
    says
        One sentence for each session that was missed, and each run that asked for more.
    """

    fates: tuple[Fate, ...]
    changes: tuple[Change, ...] = ()
    says: tuple[str, ...] = ()


class WeekAsItWent:
    """One week of a running season, as it went so far.

    Parameters
    ----------
    sessions
        What was done, in any order; only that of the week of `today` is looked at.
    today
        First day that may change.
    runs
        Runs as they were recorded; those of the week take the place of the planned ones.
    """

    def __init__(
        self,
        running: ChangedPlan,
        runner: Runner,
        sessions: Collection[PerformedSession],
        library: Library,
        *,
        today: date,
        runs: Collection[Run] = (),
    ) -> None:
        self.plan, self.asked, self.library, self.today = (
            running.plan,
            running.asked,
            library,
            today,
        )
        self.runner, self.runs = runner, runs
        mondays = [week.monday for week in self.plan.weeks]
        monday = monday_of(today)
        self.number = mondays.index(monday) if monday in mondays else None
        self.fates = (
            () if self.number is None else fates(self.plan.weeks[self.number].days, sessions, today)
        )

    @property
    def is_news(self) -> bool:
        """Whether the days so far hold other work than the plan says."""
        return bool(self.real.news) or any(_is_news(one, self.today) for one in self.fates)

    @cached_property
    def real(self) -> RealRuns:
        """The runs of the week so far, as they were."""
        if self.number is None or not self.runs:
            return RealRuns(by_day={})
        return real_runs(
            self.plan.weeks[self.number],
            self.runs,
            self.library,
            timezone=self.runner.timezone,
            today=self.today,
        )

    @property
    def facts(self) -> str:
        """What happened otherwise than planned, in a form that compares."""
        happened = (
            f"{one.happened.value}:{_name_of(one)}"
            for one in self.fates
            if _is_news(one, self.today)
        )
        return " ".join([*happened, *(one.facts for one in self.real.news)])

    def rest(self) -> RestOfWeek:
        """What becomes of the days to come."""
        found = self._found
        if found is None:
            return RestOfWeek(fates=self.fates)
        book = RuleBook(tuple(self.library.rules.values()), self.library.weights)
        return RestOfWeek(
            fates=self.fates,
            changes=tuple(_change(one, self.plan, self.facts) for one in found.changes),
            says=(
                *(one.says for one in self.real.news),
                *(
                    missed_words(one, book, stays=self._has_place(one, found))
                    for one in _missed(self.fates)
                ),
            ),
        )

    def accepted(self) -> ChangedPlan:
        """The plan with these changes; its past as it was prescribed."""
        found = self._found
        if found is None or not found.changes or self.number is None:
            return ChangedPlan(plan=self.plan, asked=self.asked)
        placement = stored_placement(self.plan)
        weeks = list(placement.weeks)
        weeks[self.number] = replace(weeks[self.number], sessions=found.sessions)
        season, search = search_for(self._request, self._book, self._stands)
        planned = written_out(
            self._request,
            self._book,
            season,
            search,
            Placement(weeks=tuple(weeks), points=0),
            above_green(self.library),
        )
        planned = replace(planned, plan=as_it_was(planned.plan, self._stands))
        return ChangedPlan(plan=with_all_relaxed(planned).plan, asked=self.asked)

    @cached_property
    def _request(self) -> PlanRequest:
        request = request_in_full(self.plan, self.asked, self.runner, self.library)
        return replace(request, runs=self.real.in_place_of(request.runs))

    @cached_property
    def _book(self) -> RuleBook:
        return rule_book(self._request)

    @cached_property
    def _stands(self) -> Stands:
        return Stands(plan=self.plan, before=self.today)

    @cached_property
    def _found(self) -> ReplannedWeek | None:
        """The nearest good rest of the week; None where it went as planned so far."""
        if self.number is None or not self.is_news:
            return None
        really = _as_it_went(self.plan, self.plan.weeks[self.number], self.fates, self.today)
        return replan_week(
            self._request,
            tables_of(self._request, self._book),
            stored_placement(really),
            week=self.number,
            today=self.today,
        )

    def _has_place(self, missed: PlannedSession, found: ReplannedWeek) -> bool:
        """Whether such a session now sits where the plan had none like it."""
        return any(one.after is not None and one.after.kind is missed.kind for one in found.changes)


def _is_news(fate: Fate, today: date) -> bool:
    """Whether the days so far hold other work than the plan says."""
    if fate.happened in {Happened.MISSED, Happened.EXTRA}:
        return True
    return fate.happened is Happened.MOVED and fate.done_on is not None and fate.done_on <= today


def _name_of(fate: Fate) -> str:
    done_on = "" if fate.done_on is None else fate.done_on.isoformat()
    if fate.planned is not None:
        return f"{fate.planned.id}:{done_on}"
    return f"{fate.done.id if fate.done is not None else ''}:{done_on}"


def _missed(found: Collection[Fate]) -> tuple[PlannedSession, ...]:
    return tuple(
        one.planned for one in found if one.happened is Happened.MISSED and one.planned is not None
    )


def _as_it_went(
    plan: SeasonPlan, week: WeekPlan, found: Collection[Fate], today: date
) -> SeasonPlan:
    """The plan with the days before today as they really went."""
    done = {one.done_on: one for one in found if one.done_on is not None}
    days = tuple(
        replace(day, session=_session_of(done.get(day.day))) if day.day < today else day
        for day in week.days
    )
    weeks = tuple(
        replace(one, days=days) if one.monday == week.monday else one for one in plan.weeks
    )
    return replace(plan, weeks=weeks)


def _session_of(fate: Fate | None) -> PlannedSession | None:
    """What sat on a day: a planned session where it was done, or one nobody planned."""
    if fate is None or fate.done is None:
        return None
    started = fate.done.started_at
    lasted_min = (fate.done.ended_at - started).total_seconds() / MINUTES_PER_HOUR
    start_min = started.hour * MINUTES_PER_HOUR + started.minute
    if fate.planned is not None:
        placed = replace(fate.planned.placed, start_min=start_min)
        return replace(fate.planned, placed=placed)
    duration_min = max(1, round(lasted_min))
    return PlannedSession(
        id=fate.done.script,
        placed=Placed(kind=SessionKind.SHORT, start_min=start_min, duration_min=duration_min),
        title=_("On top of the plan"),
        blocks=(),
        worked_out_min=lasted_min,
        hard_sets=len(fate.done.sets),
    )


def _change(moved: DayChange, plan: SeasonPlan, facts: str) -> Change:
    if moved.after is None:
        kind, because = ChangeKind.DROP, _("{day} is free: its work has another place, or can go.")
    elif moved.before is None:
        kind, because = ChangeKind.MOVE, _("{day} takes the work that still matters most.")
    else:
        kind, because = ChangeKind.MOVE, _("{day} makes room for the work that matters more.")
    return Change(
        kind=kind,
        about=moved.day.isoformat(),
        rule="S12",
        because=because.format(day=weekday_name(moved.day.weekday())),
        first_day=moved.day,
        last_day=moved.day,
        before=_work(moved.before, moved.day, plan),
        after=_work(moved.after, moved.day, plan),
        facts=facts,
    )


def _work(placed: Placed | None, day: date, plan: SeasonPlan) -> Work | None:
    """What sits on a day, under the name the plan has for such a session."""
    if placed is None:
        return None
    titles = [
        one.session.title
        for week in plan.weeks
        for one in week.days
        if one.session is not None and one.session.kind is placed.kind and one.day <= day
    ]
    says = _("{title}, {minutes} min at {at}").format(
        title=titles[-1] if titles else kind_title(placed.kind, 0),
        minutes=placed.duration_min,
        at=clock(placed.start_min),
    )
    return Work(says=says, day=day)
