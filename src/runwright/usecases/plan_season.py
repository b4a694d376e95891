"""Plan a season: facts from runs, screening, projected running, then the planner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.day_words import full_date
from runwright.domain.errors import RunwrightError
from runwright.domain.evidence import Region
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.plan import Relaxed, SeasonPlan
from runwright.domain.protocol import Protocol
from runwright.domain.run import PlannedRun, Run
from runwright.domain.runner import Pain, Runner
from runwright.domain.screening import Screening
from runwright.domain.training import TrainingFacts
from runwright.domain.verdict import Severity
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.plan_writer import IsAboveGreen
from runwright.planning.planner import PlannedSeason, plan_of, rule_book
from runwright.planning.request import PlanRequest
from runwright.rules.registry import RuleBook
from runwright.rules.season_rules import RUN_STOPPERS
from runwright.screening.gates import weeks_until_eased
from runwright.screening.screen import screened
from runwright.screening.subject import Subject
from runwright.training.after_given import capped_runs
from runwright.training.facts import facts_from_habits, facts_from_runs
from runwright.training.parameters import TrainingParameters
from runwright.training.projection import notes_on_projection, project_runs
from runwright.usecases.audit_plan import audit_planned

WEEKS_WITHOUT_RACE = 24  # half a year: long enough for every phase
WEEKS_AFTER_RACE = 2  # the way down belongs to the season
WEEKS_MOST = 104  # two years; longer is guessing


class PlanImpossibleError(RunwrightError):
    """A plan was asked for that cannot be; says what would make it possible."""

    code = "plan.impossible"

    def __init__(self, says: str) -> None:
        super().__init__(says)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonOrder:
    """What a person asks for.

    Attributes
    ----------
    runs
        Past runs; empty where there are no files.
    given_runs
        The runner's own run plan; days it covers are not projected.
    today
        The day the order is made; facts are looked at from here.
    known_on
        The day whose facts of past running count; None is today. A season that is planned anew
        keeps those it began with.
    start
        First day of the plan; None is the next Monday (today on a Monday).
    weeks
        None is until two weeks after the last race, or half a year without one.
    """

    runner: Runner
    today: date
    runs: tuple[Run, ...] = ()
    given_runs: tuple[PlannedRun, ...] = ()
    known_on: date | None = None
    start: date | None = None
    weeks: int | None = None
    protocol: str | None = None
    previous: SeasonPlan | None = None
    weeks_trained: int = 0
    seed: int = 0


def plan_season(order: SeasonOrder, library: Library) -> PlannedSeason:
    """The season plan for an order, with everything needed to ask it questions.

    Raises
    ------
    PlanImpossibleError
        If the season has no weeks, no day has minutes, or the protocol is not known.
    """
    request = request_for(order, library)
    return with_all_relaxed(plan_of(request, is_above_green=above_green(library)))


def with_all_relaxed(planned: PlannedSeason) -> PlannedSeason:
    """The same plan, with what gave way inside its sessions told too."""
    said = {(one.rule, one.day, one.says) for one in planned.plan.relaxed}
    inside = tuple(
        Relaxed(rule=one.rule, day=one.day, says=one.because)
        for one in audit_planned(planned)
        if one.severity is Severity.BENDS and (one.rule, one.day, one.because) not in said
    )
    plan = replace(planned.plan, relaxed=(*planned.plan.relaxed, *inside))
    return replace(planned, plan=plan)


def request_for(order: SeasonOrder, library: Library) -> PlanRequest:
    """The planner's request for an order."""
    start = order.start if order.start is not None else next_monday(order.today)
    weeks = order.weeks if order.weeks is not None else season_weeks(order.runner, start)
    _check(order, start, weeks)
    protocol = _protocol(order, library)
    runner = replace(order.runner, protocol=protocol.id)
    known_on = order.today if order.known_on is None else order.known_on
    facts = training_facts(runner, order.runs, known_on, library)
    subject = subject_of(runner, library, order.today)
    screening = screened(subject)
    runs, notes = _runs_to_come(order, facts, start, weeks, library)
    runs, stopped = _without_barred_runs(runs, screening)
    return PlanRequest(
        runner=runner,
        start=start,
        weeks=weeks,
        facts=facts,
        runs=runs,
        screening=screening,
        protocol=protocol,
        library=library,
        weeks_trained=order.weeks_trained,
        previous=order.previous,
        gates_open_after_weeks={
            gate.rule: weeks_until_eased(subject, gate.rule) for gate in screening.gates
        },
        seed=order.seed,
        notes=(*facts.notes, *notes, *stopped, *screening.notes),
    )


def next_monday(today: date) -> date:
    """The Monday on or after `today`."""
    monday = monday_of(today)
    return monday if monday == today else monday + timedelta(days=DAYS_PER_WEEK)


def season_weeks(runner: Runner, start: date) -> int:
    """Weeks of a season: until shortly after the last race, or half a year without one."""
    coming = [race.day for race in runner.races if race.day >= start]
    if not coming:
        return WEEKS_WITHOUT_RACE
    weeks = (monday_of(max(coming)) - monday_of(start)).days // DAYS_PER_WEEK + 1
    return min(WEEKS_MOST, weeks + WEEKS_AFTER_RACE)


def _check(order: SeasonOrder, start: date, weeks: int) -> None:
    if not 1 <= weeks <= WEEKS_MOST:
        raise PlanImpossibleError(
            _("A season of {weeks} weeks cannot be planned. Ask for 1 to {most} weeks.").format(
                weeks=weeks, most=WEEKS_MOST
            )
        )
    past = [race for race in order.runner.races if race.day < start]
    if past and len(past) == len(order.runner.races):
        race = max(past, key=lambda one: one.day)
        raise PlanImpossibleError(
            _(
                "The race '{name}' on {day} is before the plan starts ({start}). Give it a later "
                "date, start earlier, or leave it out to plan a season without a race."
            ).format(name=race.name, day=full_date(race.day), start=full_date(start))
        )
    if not any(day.minutes for day in order.runner.days):
        raise PlanImpossibleError(
            _(
                "No day has minutes for strength. Give at least one day 15 minutes or more; "
                "two days of 30 make a full plan."
            )
        )


def _protocol(order: SeasonOrder, library: Library) -> Protocol:
    name = order.protocol if order.protocol is not None else order.runner.protocol
    protocol = library.protocols.get(name)
    if protocol is None:
        raise PlanImpossibleError(
            _("There is no protocol '{name}'. Known ones: {known}.").format(
                name=name, known=", ".join(library.protocols)
            )
        )
    return protocol


def training_parameters(library: Library) -> TrainingParameters:
    """The numbers of the training room from the knowledge base."""
    return TrainingParameters.from_entries({
        name: entry["value"] for name, entry in library.training.items()
    })


def training_facts(
    runner: Runner, runs: Sequence[Run], today: date, library: Library
) -> TrainingFacts:
    """What is known of past running: from files where they show a usual week, from habits else."""
    told = facts_from_habits(runner.habits, as_of=today, weekly_km=runner.weekly_km)
    if not runs:
        return told
    recorded = facts_from_runs(
        runs,
        as_of=today,
        timezone=ZoneInfo(runner.timezone),
        parameters=training_parameters(library),
    )
    if recorded.typical_week or not runner.habits:
        return recorded
    note = _("Your run files show no usual week, so the plan starts from the runs you told.")
    return replace(told, notes=(*recorded.notes, note))


def _runs_to_come(
    order: SeasonOrder, facts: TrainingFacts, start: date, weeks: int, library: Library
) -> tuple[tuple[PlannedRun, ...], tuple[str, ...]]:
    """Given runs, and projected ones for the days after (and before) what was given."""
    parameters = training_parameters(library)
    projected = tuple(
        run
        for run in project_runs(
            facts,
            start=monday_of(start),
            weeks=weeks,
            races=order.runner.races,
            parameters=parameters,
        )
        if run.race is not None or not _is_blocked(order.runner, run.day)
    )
    if not order.given_runs:  # a blocked week takes runs away, so what follows is capped again
        return capped_runs(projected, facts, parameters.spikes), notes_on_projection(facts)
    first = min(run.day for run in order.given_runs)
    last = max(run.day for run in order.given_runs)
    carried = tuple(
        run
        for run in projected
        if not first <= run.day <= last or (run.race and not _has_race(order.given_runs, run))
    )
    together = sorted((*order.given_runs, *carried), key=lambda run: (run.day, run.start_min))
    runs = capped_runs(together, facts, parameters.spikes)
    note = _("Runs from {first} to {last} are your own plan; others are projected.").format(
        first=first, last=last
    )
    return runs, (note,)


def _without_barred_runs(
    runs: tuple[PlannedRun, ...], screening: Screening
) -> tuple[tuple[PlannedRun, ...], tuple[str, ...]]:
    """Runs without the projected ones while a gate keeps running out; own runs are never erased."""
    barring = sorted(gate.rule for gate in screening.gates if gate.effects & {*RUN_STOPPERS})
    if not barring:
        return runs, ()
    note = _(
        "No runs are carried forward while {gates} is closed. Runs of your own plan are shown, "
        "and marked: they wait too."
    ).format(gates=", ".join(barring))
    return tuple(run for run in runs if not run.projected and run.race is None), (note,)


def _is_blocked(runner: Runner, day: date) -> bool:
    return any(blocked.first <= day <= blocked.last for blocked in runner.blocked)


def _has_race(given: Sequence[PlannedRun], race: PlannedRun) -> bool:
    return any(run.day == race.day and run.kind is race.kind for run in given)


def rules_by_id(book: RuleBook) -> dict[str, SimpleNamespace]:
    """Numbers of every rule by id, as the screening room takes them."""
    return {rule: book.parameters(rule) for rule in book.entries}


def subject_of(runner: Runner, library: Library, today: date) -> Subject:
    """What a screen looks at."""
    book = RuleBook(tuple(library.rules.values()), library.weights)
    return Subject(
        runner=runner,
        questions=library.questions,
        tests=library.tests,
        rules=rules_by_id(book),
        regions=library.regions,
        as_of=today,
    )


def above_green(library: Library) -> IsAboveGreen:
    """Return whether a pain is above green for its tissue (rule G07), as a function of it."""
    book = RuleBook(tuple(library.rules.values()), library.weights)
    limits = book.parameters("G07")

    def is_above_green(pain: Pain, region: Region) -> bool:
        return pain_light(pain.pain_0_10, region.tissue, limits) is not Light.GREEN

    return is_above_green


__all__ = [
    "PlanImpossibleError",
    "SeasonOrder",
    "plan_season",
    "request_for",
    "rule_book",
    "training_facts",
]
