"""A running season planned anew after something changed: days before today stay as they were.

What the runner already has carries a price on change (rule S12), so the nearest good season wins.
Sessions put on a day by hand stay there while their day allows it; where it does not any more, that
is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.day_words import weekday_and_day
from runwright.domain.plan import Held, SeasonPlan
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun, Run
from runwright.domain.runner import Priority, Race, Runner
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.session import Placed
from runwright.domain.verdict import Severity
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.placement import NoPlacementError
from runwright.planning.planner import PlannedSeason, plan_of, rule_book, tables_of
from runwright.planning.request import PlanRequest
from runwright.planning.season import SeasonBuilder
from runwright.planning.stands import Stands, can_stay, placed_on
from runwright.usecases.asked import Asked, asked_of, runs_of
from runwright.usecases.plan_season import (
    WEEKS_AFTER_RACE,
    PlanImpossibleError,
    SeasonOrder,
    above_green,
    request_for,
    season_weeks,
    with_all_relaxed,
)

Change = tuple[date, Placed | None, Placed | None]
CARRIED_ON = {Phase.STRENGTH, Phase.MAINTAIN}  # phases nobody falls back to build from


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPlan:
    """A plan after a change, with what it was made from."""

    plan: SeasonPlan
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Replan:
    """What changed.

    Attributes
    ----------
    plan, asked
        The plan the runner has, and what it was made from.
    runner
        The runner as of now: races, travels, blocked days, minutes, pains.
    today
        First day that may change.
    runs
        Past runs; those up to the day the season was first planned on count.
    given_runs
        The runner's own run plan; None keeps the one the season has.
    """

    plan: SeasonPlan
    asked: Asked
    runner: Runner
    today: date
    runs: tuple[Run, ...] = ()
    given_runs: tuple[PlannedRun, ...] | None = None


def replan_season(order: Replan, library: Library) -> ChangedPlan:
    """Return the nearest good season from today on.

    Raises
    ------
    PlanImpossibleError
        If no such season can be; says what would make it possible.
    """
    request = _request(order, library)
    held, let_go = _held(order, request)
    planned, conflicting = _planned(order, request, library, held)
    if conflicting:
        held = tuple(one for one in held if one not in conflicting)
        planned, _none = _planned(order, request, library, held)
    notes = tuple(_let_go_words(one) for one in (*let_go, *conflicting))
    plan = replace(planned.plan, notes=(*notes, *planned.plan.notes))
    planned = with_all_relaxed(replace(planned, plan=plan))
    return ChangedPlan(plan=planned.plan, asked=asked_of(request, held))


def changes_between(before: SeasonPlan, after: SeasonPlan, first: date) -> tuple[Change, ...]:
    """Return the days from `first` on whose session differs: the day, what it held, what it holds.

    Days that one of the plans does not reach hold nothing there.
    """
    was = {day.day: placed_on(day) for week in before.weeks for day in week.days}
    now = {day.day: placed_on(day) for week in after.weeks for day in week.days}
    return tuple(
        (day, was.get(day), now.get(day))
        for day in sorted(was.keys() | now.keys())
        if day >= first and was.get(day) != now.get(day)
    )


def own_runs(plan: SeasonPlan) -> tuple[PlannedRun, ...]:
    """Return the runs of a plan that its runner gave; the rest was carried forward or is a race."""
    races = {(race.day, race.name) for race in plan.races}
    return tuple(
        run for run in runs_of(plan) if not run.projected and (run.day, run.race) not in races
    )


def _request(order: Replan, library: Library) -> PlanRequest:
    given = own_runs(order.plan) if order.given_runs is None else order.given_runs
    known_on = order.asked.facts.as_of
    made = request_for(
        SeasonOrder(
            runner=order.runner,
            today=order.today,
            runs=_known(order, known_on),
            given_runs=given,
            known_on=known_on,
            start=order.plan.start,
            weeks=_weeks(order),
            previous=order.plan,
            weeks_trained=order.asked.weeks_trained,
            seed=order.plan.made_with.seed,
        ),
        library,
    )
    past = tuple(run for run in runs_of(order.plan) if run.day < order.today)
    coming = tuple(run for run in made.runs if run.day >= order.today)
    request = replace(made, runs=(*past, *coming))
    return replace(request, phases=_phases(order, request))


def _known(order: Replan, known_on: date) -> tuple[Run, ...]:
    """Runs up to the day whose facts count."""
    zone = ZoneInfo(order.runner.timezone)
    return tuple(run for run in order.runs if run.started_at.astimezone(zone).date() <= known_on)


def _weeks(order: Replan) -> int:
    """Weeks of the season, which never ends before the week it is in is well over."""
    begun = (monday_of(order.today) - monday_of(order.plan.start)).days // DAYS_PER_WEEK + 1
    return max(season_weeks(order.runner, order.plan.start), begun + WEEKS_AFTER_RACE)


def _phases(order: Replan, request: PlanRequest) -> tuple[Phase, ...]:
    """Phases that stand: none where they come out the same, all where nothing bears on them.

    Otherwise those of the weeks that have begun; the rest is laid out from there.
    """
    old = tuple(week.phase for week in order.plan.weeks)
    begun = sum(week.monday < order.today for week in order.plan.weeks)
    book = rule_book(request)
    laid = SeasonBuilder(request, book).phases
    if laid[:begun] == old[:begun]:
        return ()
    if len(old) == request.weeks and not _bears_on_phases(order.plan, request):
        return old
    stood = old[:begun]
    anew = SeasonBuilder(replace(request, phases=stood), book).phases[begun:]
    if stood[-1] in CARRIED_ON:
        anew = _carried_on(anew)
    return (*stood, *anew)


def _bears_on_phases(plan: SeasonPlan, request: PlanRequest) -> bool:
    """Whether the A races or the closed gates are others than those of the plan."""
    return _a_days(plan.races) != _a_days(request.runner.races) or _effects(plan.gates) != _effects(
        request.screening.gates
    )


def _a_days(races: Sequence[Race]) -> set[date]:
    return {one.day for one in races if one.priority is Priority.A}


def _effects(gates: Sequence[Gate]) -> set[tuple[str, frozenset[GateEffect]]]:
    return {(gate.rule, frozenset(gate.effects)) for gate in gates}


def _carried_on(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """Phases that go on from strength: what would build up to it once more is strength."""
    found = list(phases)
    for number, phase in enumerate(found):
        if phase is not Phase.BUILD:
            break
        found[number] = Phase.STRENGTH
    return tuple(found)


def _held(order: Replan, request: PlanRequest) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """Sessions put there by hand that can stay where they are, and those that cannot."""
    builder = SeasonBuilder(request, rule_book(request))
    tables = tables_of(request, builder.book)
    stays: list[Held] = []
    goes: list[Held] = []
    for one in order.asked.held:
        if one.day < order.today:
            continue
        week, weekday = divmod((one.day - builder.monday).days, DAYS_PER_WEEK)
        inside = week < request.weeks
        frames = builder.frames(week, week + 1) if inside else ()
        fits = inside and can_stay(frames[0], weekday, one.placed, tables)
        (stays if fits else goes).append(one)
    return tuple(stays), tuple(goes)


def _planned(
    order: Replan, request: PlanRequest, library: Library, held: tuple[Held, ...]
) -> tuple[PlannedSeason, tuple[Held, ...]]:
    """The season with these sessions held, and those of them that break a firm rule in it."""
    stands = Stands(plan=order.plan, before=order.today, held=held)
    try:
        planned = plan_of(request, is_above_green=above_green(library), stands=stands)
    except NoPlacementError:
        if held:
            return _planned(order, request, library, ())[0], held
        raise PlanImpossibleError(
            _(
                "What is behind you and what you changed break a firm rule with each other. "
                "Change a later day, or take this back."
            )
        ) from None
    broken = set(_days_broken(planned, order.today))
    return planned, tuple(one for one in held if one.day in broken)


def _days_broken(planned: PlannedSeason, today: date) -> Iterator[date]:
    """Days to come on which a firm rule is broken that the runs alone keep."""
    explainer = planned.explainer
    for one in explainer.judged:
        if one.finding.severity is Severity.FORBIDS and not one.given:
            for number in (one.day, one.other):
                if number is not None and explainer.day_of(number) >= today:
                    yield explainer.day_of(number)


def _let_go_words(held: Held) -> str:
    return _(
        "The session you put on {day} could not stay there: a firm rule or the time of "
        "that day is against it now."
    ).format(day=weekday_and_day(held.day))
