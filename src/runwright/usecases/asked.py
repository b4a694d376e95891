"""What a plan was asked with: as little of it as makes the same placement again.

Rule for the next author: this goes into every plan.json, which people hand around. Answers to
safety questions, pains, test results, weight and sex stay out; the gates in the plan say enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.errors import RunwrightError
from runwright.domain.plan import Held, SeasonPlan
from runwright.domain.run import PlannedRun
from runwright.domain.runner import (
    Blocked,
    DayAvailability,
    Readiness,
    Runner,
    StrengthExperience,
    Travel,
)
from runwright.domain.screening import Gate, Screening
from runwright.domain.training import TrainingFacts, TypicalRun
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.request import PlanRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRunner:
    """Who the plan was made for, as far as the placement of sessions depends on it.

    Attributes
    ----------
    age
        [year]; left out where it was not told.
    session_minutes
        Length of a normal strength session. [min]
    sessions_per_week
        Strength sessions wished for; left out for as many as the protocol says.
    wants_jumps
        Whether jumps are wished for.
    timezone
        IANA name of the zone all times of the plan are in.
    days
        What the weekdays offer, Monday first.
    travels, blocked
        Days away, and days on which nothing is planned.
    """

    age: int | None = None
    strength_experience: StrengthExperience
    session_minutes: int
    sessions_per_week: int | None = None
    wants_jumps: bool = True
    timezone: str = "UTC"
    days: tuple[DayAvailability, ...]
    travels: tuple[Travel, ...] = ()
    blocked: tuple[Blocked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFacts:
    """What was known of past running.

    Attributes
    ----------
    as_of
        The day the plan was made.
    typical_week
        Runs of a typical week, Monday first.
    longest_30d_km, longest_30d_min
        Longest run of the 30 days before. [km], [min]; left out where there was none.
    weekly_km
        Running a week. [km]; left out where it is not known.
    running_months
        Months of regular running. [month]; left out where it is not known.
    """

    as_of: date
    typical_week: tuple[TypicalRun, ...] = ()
    longest_30d_km: float | None = None
    longest_30d_min: float | None = None
    weekly_km: float | None = None
    running_months: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a plan was made from, beside what the plan itself says (runs, races, gates, needs).

    Attributes
    ----------
    gates_open_after_weeks
        Weeks of this programme after which a closed gate opens by itself, by rule id; a gate that
        is not named does not open by time alone.
    weeks_trained
        Weeks of this programme already done when it was made.
    easy_first_week
        Whether the first week had to be an easy one (rule L10).
    weeks_standing
        Weeks, from the first, whose phases were kept from an earlier plan; 0 in a first one.
    held
        Sessions the runner put on a day by hand; a later plan leaves them there.
    """

    runner: AskedRunner
    facts: AskedFacts
    gates_open_after_weeks: Mapping[str, int]
    weeks_trained: int = 0
    easy_first_week: bool = False
    weeks_standing: int = 0
    held: tuple[Held, ...] = ()


class ForeignProtocolError(RunwrightError):
    """A plan names a protocol that this program does not have, so nothing can be worked out."""

    code = "asked.foreign-protocol"

    def __init__(self, protocol: str) -> None:
        self.protocol = protocol
        super().__init__(
            _("The plan follows a protocol '{name}' that this program does not have.").format(
                name=protocol
            )
        )


def asked_of(request: PlanRequest, held: tuple[Held, ...] = ()) -> Asked:
    """Return what a request asks for, as a plan file keeps it."""
    runner, facts = request.runner, request.facts
    months, km = runner.running_months, runner.weekly_km
    readiness = runner.readiness
    return Asked(
        runner=AskedRunner(
            age=runner.age,
            strength_experience=runner.strength_experience,
            session_minutes=runner.session_minutes,
            sessions_per_week=runner.sessions_per_week,
            wants_jumps=runner.wants_jumps,
            timezone=runner.timezone,
            days=runner.days,
            travels=runner.travels,
            blocked=runner.blocked,
        ),
        facts=AskedFacts(
            as_of=facts.as_of,
            typical_week=tuple(_bare(run) for run in facts.typical_week),
            longest_30d_km=_rounded(facts.longest_30d_km),
            longest_30d_min=_rounded(facts.longest_30d_min),
            weekly_km=_rounded(km if km is not None else facts.weekly_km),
            running_months=_rounded(months if months is not None else facts.months_of_running),
        ),
        gates_open_after_weeks={
            rule: weeks
            for rule, weeks in request.gates_open_after_weeks.items()
            if weeks is not None
        },
        weeks_trained=request.weeks_trained,
        easy_first_week=bool(
            readiness.volume_rising and readiness.intensity_rising and readiness.sleep_falling
        ),
        weeks_standing=len(request.phases),
        held=held,
    )


def _bare(run: TypicalRun) -> TypicalRun:
    return replace(run, because="", distance_km=_rounded(run.distance_km))


def _rounded(amount: float | None) -> float | None:
    """Return an amount to the hundredth: a file people read; no placement turns on less."""
    return None if amount is None else round(float(amount), 2)


def request_again(plan: SeasonPlan, asked: Asked, library: Library) -> PlanRequest:
    """Return a request that makes the plan's placement again, and says nothing of its content.

    Raises
    ------
    ForeignProtocolError
        If the knowledge base has no such protocol.
    """
    protocol = library.protocols.get(plan.made_with.protocol)
    if protocol is None:
        raise ForeignProtocolError(plan.made_with.protocol)
    return PlanRequest(
        runner=_runner(plan, asked),
        start=plan.start,
        weeks=len(plan.weeks),
        facts=facts_of(asked),
        runs=runs_of(plan),
        screening=Screening(gates=plan.gates, findings=plan.findings, needs=plan.needs),
        protocol=protocol,
        library=library,
        weeks_trained=asked.weeks_trained,
        phases=tuple(week.phase for week in plan.weeks[: asked.weeks_standing]),
        gates_open_after_weeks=asked.gates_open_after_weeks,
        seed=plan.made_with.seed,
        notes=plan.notes,
    )


def facts_of(asked: Asked) -> TrainingFacts:
    """Return the facts a plan was made with, as far as it keeps them."""
    facts = asked.facts
    return TrainingFacts(
        as_of=facts.as_of,
        typical_week=facts.typical_week,
        longest_30d_km=facts.longest_30d_km,
        longest_30d_min=facts.longest_30d_min,
        weekly_km=facts.weekly_km,
        months_of_running=facts.running_months,
    )


def closed_gates(plan: SeasonPlan, asked: Asked | None, day: date) -> tuple[Gate, ...]:
    """Return the gates that are still closed on a day: some open by time alone as weeks pass."""
    if asked is None:
        return plan.gates
    weeks = asked.weeks_trained + (day - monday_of(plan.start)).days // DAYS_PER_WEEK
    opens = asked.gates_open_after_weeks
    return tuple(one for one in plan.gates if one.rule not in opens or weeks < opens[one.rule])


def runs_of(plan: SeasonPlan) -> tuple[PlannedRun, ...]:
    """Return every run of a plan, each once."""
    runs = (run for week in plan.weeks for day in week.days for run in day.runs)
    return tuple(dict.fromkeys(runs))


def _runner(plan: SeasonPlan, asked: Asked) -> Runner:
    told, easy = asked.runner, asked.easy_first_week
    return Runner(
        name=plan.runner,
        age=told.age,
        strength_experience=told.strength_experience,
        protocol=plan.made_with.protocol,
        session_minutes=told.session_minutes,
        sessions_per_week=told.sessions_per_week,
        wants_jumps=told.wants_jumps,
        timezone=told.timezone,
        days=told.days,
        races=plan.races,
        travels=told.travels,
        blocked=told.blocked,
        readiness=Readiness(volume_rising=easy, intensity_rising=easy, sleep_falling=easy),
    )
