"""A season plan becomes plan.json: repeated things once, defaults and None left out."""

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import DayPlan, Extra, PlannedSession, Reason, SeasonPlan, WeekPlan
from runwright.domain.run import PlannedRun
from runwright.domain.runner import DayAvailability
from runwright.domain.session import Block, Prescription, Variant
from runwright.formats.plan_json.stored import (
    Exercising,
    Routine,
    StoredBlock,
    StoredDay,
    StoredExtra,
    StoredMaking,
    StoredObjective,
    StoredPlan,
    StoredRun,
    StoredSession,
    StoredVariant,
    StoredWeek,
)
from runwright.formats.values_json.encode import plain
from runwright.formats.values_json.layout import laid_out
from runwright.formats.values_json.said import said_in
from runwright.usecases.asked import Asked


def to_json(plan: SeasonPlan, asked: Asked | None = None, because: str = "") -> str:
    """Return plan.json; the same plan gives the same bytes.

    Parameters
    ----------
    asked
        What the plan was made from; without it the plan can be read, but not asked "why not".
    because
        Why the plan was made, as its reader keeps it beside the file: how that was said is noted.

    Raises
    ------
    ValueError
        If a number of the plan is NaN or infinite.
    """
    return laid_out(plain(stored(plan, asked, because)))


def stored(plan: SeasonPlan, asked: Asked | None = None, because: str = "") -> StoredPlan:
    """Return the plan as the file holds it."""
    made, objective = plan.made_with, plan.objective
    folding = _Folding(usual_days(plan))
    weeks = tuple(folding.week(week) for week in plan.weeks)
    written = StoredPlan(
        schema_version=made.schema_version,
        runner=plan.runner,
        start=plan.start,
        made_with=StoredMaking(
            program_version=made.program_version,
            knowledge_version=made.knowledge_version,
            protocol=made.protocol,
            seed=made.seed,
        ),
        races=plan.races,
        objective=StoredObjective(
            total=objective.total,
            bound=objective.bound,
            status=objective.status,
            by_rule=dict(objective.by_rule),
        ),
        gates=plan.gates,
        findings=plan.findings,
        needs=plan.needs,
        relaxed=plan.relaxed,
        unmet=plan.unmet,
        notes=plan.notes,
        usual_days=folding.usual,
        weeks=weeks,
        blocks=folding.blocks.by_name(),
        exercises=folding.exercises.by_name(),
        routines=folding.routines.by_name(),
        reasons=folding.reasons.by_name(),
        exercise_names=dict(sorted(plan.exercise_names.items())),
        asked=asked,
    )
    return replace(written, said=said_in(written, because))


def usual_days(plan: SeasonPlan) -> tuple[DayAvailability, ...]:
    """What each weekday offers most often, Monday first; empty for a plan without whole weeks."""
    if not any(week.days for week in plan.weeks):
        return ()
    seen = [Counter[DayAvailability]() for _ in range(DAYS_PER_WEEK)]
    for week in plan.weeks:
        for day in week.days:
            seen[day.day.weekday()][day.available] += 1
    anything = next(day.available for week in plan.weeks for day in week.days)
    return tuple(count.most_common(1)[0][0] if count else anything for count in seen)


Named = TypeVar("Named", bound=Hashable)
_SPACES = re.compile(r"\s+")


class _Once(Generic[Named]):
    """Values that repeat, each named at its first appearance."""

    def __init__(self) -> None:
        self._names: dict[Named, str] = {}
        self._count: Counter[str] = Counter()

    def name_of(self, value: Named, stem: str) -> str:
        """Return the name under which the value is written, ``stem_1``; never with a space."""
        if value not in self._names:
            stem = _SPACES.sub("_", stem)
            self._count[stem] += 1
            self._names[value] = f"{stem}_{self._count[stem]}"
        return self._names[value]

    def by_name(self) -> dict[str, Named]:
        """Return all values in the order they were met."""
        return {name: value for value, name in self._names.items()}


class _Folding:
    """Writes what repeats once."""

    def __init__(self, usual: tuple[DayAvailability, ...]) -> None:
        self.usual = usual
        self.blocks = _Once[StoredBlock]()
        self.exercises = _Once[Exercising]()
        self.routines = _Once[Routine]()
        self.reasons = _Once[Reason]()

    def week(self, week: WeekPlan) -> StoredWeek:
        """Return a week as the file holds it."""
        return StoredWeek(
            number=week.number,
            monday=week.monday,
            phase=week.phase,
            deload=week.deload,
            novel=week.novel,
            hard_sets=week.hard_sets,
            run_km=week.run_km,
            longest_km=week.longest_km,
            run_min=week.run_min,
            days=tuple(self._day(day) for day in week.days),
        )

    def _day(self, day: DayPlan) -> StoredDay:
        as_usual = day.available == self.usual[day.day.weekday()]
        return StoredDay(
            day=day.day,
            available=None if as_usual else day.available,
            runs=tuple(_run(run, day.day) for run in day.runs),
            session=None if day.session is None else self._session(day.session),
            extras=tuple(self._extra(extra) for extra in day.extras),
            blocked=day.blocked,
            travel=day.travel,
        )

    def _extra(self, extra: Extra) -> StoredExtra:
        routine = Routine(
            kind=extra.kind,
            title=extra.title,
            duration_min=extra.duration_min,
            items=extra.items,
            reasons=self._reasons(extra.reasons),
        )
        name = self.routines.name_of(routine, extra.kind.value)
        return StoredExtra(routine=name, start_min=extra.start_min)

    def _session(self, session: PlannedSession) -> StoredSession:
        return StoredSession(
            id=session.id,
            title=session.title,
            placed=session.placed,
            worked_out_min=session.worked_out_min,
            hard_sets=session.hard_sets,
            blocks=self._blocks(session.blocks),
            variants=tuple(self._variant(one, session.blocks) for one in session.variants),
            reasons=self._reasons(session.reasons),
        )

    def _variant(self, variant: Variant, own: tuple[Block, ...]) -> StoredVariant:
        return StoredVariant(
            minutes=variant.minutes,
            worked_out_min=variant.worked_out_min,
            blocks=None if variant.blocks == own else self._blocks(variant.blocks),
        )

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        items = tuple(f"{one.label} {self._exercise(one)}" for one in block.items)
        return self.blocks.name_of(StoredBlock(id=block.id, items=items), block.id)

    def _exercise(self, one: Prescription) -> str:
        exercising = Exercising(
            exercise=one.exercise,
            role=one.role,
            dose=one.dose,
            ramp=one.ramp,
            rules=one.rules,
            note=one.note,
            set_to_set=one.set_to_set,
        )
        return self.exercises.name_of(exercising, one.exercise)

    def _reasons(self, reasons: tuple[Reason, ...]) -> tuple[str, ...]:
        return tuple(self.reasons.name_of(reason, reason.rule) for reason in reasons)


def _run(run: PlannedRun, listed_on: date) -> StoredRun:
    return StoredRun(
        start_min=run.start_min,
        duration_min=run.duration_min,
        kind=run.kind,
        distance_km=run.distance_km,
        title=run.title,
        projected=run.projected,
        race=run.race,
        day=None if run.day == listed_on else run.day,
    )
