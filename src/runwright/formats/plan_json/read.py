"""plan.json becomes the season plan it was written from."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import (
    PLAN_SCHEMA_VERSION,
    DayPlan,
    Extra,
    MadeWith,
    Objective,
    PlannedSession,
    Reason,
    SeasonPlan,
    WeekPlan,
)
from runwright.domain.run import PlannedRun
from runwright.domain.runner import DayAvailability
from runwright.domain.session import Block, Prescription, Variant
from runwright.domain.words import _
from runwright.formats.nearest import nearest
from runwright.formats.plain import one_line
from runwright.formats.plan_json.asked import PlanFile, check_asked
from runwright.formats.plan_json.faults import BrokenPlanError, PlanFaultsError, PlanVersionError
from runwright.formats.plan_json.stored import (
    StoredBlock,
    StoredDay,
    StoredExtra,
    StoredPlan,
    StoredRun,
    StoredSession,
    StoredVariant,
    StoredWeek,
)
from runwright.formats.values_json.decode import Decoder, UnreadableError
from runwright.formats.values_json.said import said_now

Named = TypeVar("Named")


def from_json(text: str, *, source: str) -> SeasonPlan:
    """Return the plan in the text of a plan.json.

    Parameters
    ----------
    source
        File as the person knows it, for messages.

    Raises
    ------
    BrokenPlanError
        If the text is not JSON, or not a JSON object.
    PlanVersionError
        If it is written in another version of the format.
    PlanFaultsError
        If anything in it is missing, unknown or wrong; it holds every fault.
    """
    return read_plan_file(text, source=source).plan


def read_plan_file(text: str, *, source: str) -> PlanFile:
    """Return the plan in the text of a plan.json, and what it was made from.

    Raises
    ------
    BrokenPlanError
        If the text is not JSON, or not a JSON object.
    PlanVersionError
        If it is written in another version of the format.
    PlanFaultsError
        If anything in it is missing, unknown or wrong; it holds every fault.
    """
    found = _json(text, source)
    version = found.get("schema_version")
    if version != PLAN_SCHEMA_VERSION:
        raise PlanVersionError(source=source, got=version, expected=PLAN_SCHEMA_VERSION)
    decoder = Decoder()
    try:
        stored: StoredPlan = decoder.read(StoredPlan, found, "")
        check_asked(stored.asked, decoder)
        stored = said_now(stored, stored.said)
        plan = _Unfolding(stored, decoder).plan()
        return PlanFile(plan=plan, asked=stored.asked, said=stored.said)
    except UnreadableError:
        raise PlanFaultsError(source=source, faults=tuple(decoder.faults)) from None


def _json(text: str, source: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise BrokenPlanError(source=source, why=_("it is not JSON"), line=error.lineno) from error
    except (RecursionError, ValueError) as error:  # nested past all sense; numbers past all digits
        raise BrokenPlanError(source=source, why=_("it is not a plan's JSON")) from error
    if not isinstance(found, dict):
        raise BrokenPlanError(source=source, why=_("it is not a JSON object"))
    return found


class _Unfolding:
    """Puts back what the file holds once."""

    def __init__(self, stored: StoredPlan, decoder: Decoder) -> None:
        self.stored, self.decoder = stored, decoder
        self.blocks = {
            name: Block(id=block.id, items=self._items(block, f"blocks.{one_line(name)}"))
            for name, block in stored.blocks.items()
        }

    def _items(self, block: StoredBlock, where: str) -> tuple[Prescription, ...]:
        found = (self._item(one, f"{where}.items[{n}]") for n, one in enumerate(block.items))
        return tuple(one for one in found if one is not None)

    def _item(self, label_and_name: str, where: str) -> Prescription | None:
        label, _space, name = label_and_name.rpartition(" ")
        own = self._named(name, self.stored.exercises, where)
        if own is None:
            return None
        return Prescription(
            label=label,
            exercise=own.exercise,
            role=own.role,
            dose=own.dose,
            ramp=own.ramp,
            rules=own.rules,
            note=own.note,
            set_to_set=own.set_to_set,
        )

    def plan(self) -> SeasonPlan:
        """Return the plan.

        Raises
        ------
        UnreadableError
            If a reference leads nowhere; why is in the decoder's faults.
        """
        stored = self.stored
        self._check_usual_days()
        weeks = tuple(
            self._week(week, f"weeks[{number}]") for number, week in enumerate(stored.weeks)
        )
        if self.decoder.faults:
            raise UnreadableError
        return SeasonPlan(
            runner=stored.runner,
            start=stored.start,
            made_with=_made_with(stored),
            weeks=weeks,
            races=stored.races,
            objective=_objective(stored),
            relaxed=stored.relaxed,
            unmet=stored.unmet,
            gates=stored.gates,
            findings=stored.findings,
            needs=stored.needs,
            notes=stored.notes,
            exercise_names=MappingProxyType(dict(stored.exercise_names)),
        )

    def _check_usual_days(self) -> None:
        count = len(self.stored.usual_days)
        if count not in {0, DAYS_PER_WEEK}:
            says = _("expected seven days, Monday first, found {count}.")
            self.decoder.refuse("usual_days", says.format(count=count))

    def _week(self, week: StoredWeek, where: str) -> WeekPlan:
        return WeekPlan(
            number=week.number,
            monday=week.monday,
            phase=week.phase,
            deload=week.deload,
            novel=week.novel,
            days=tuple(
                self._day(day, f"{where}.days[{number}]") for number, day in enumerate(week.days)
            ),
            hard_sets=week.hard_sets,
            run_km=week.run_km,
            longest_km=week.longest_km,
            run_min=week.run_min,
        )

    def _day(self, day: StoredDay, where: str) -> DayPlan:
        extras = [
            self._extra(extra, f"{where}.extras[{number}]")
            for number, extra in enumerate(day.extras)
        ]
        return DayPlan(
            day=day.day,
            available=self._available(day, where),
            runs=tuple(_run(run, day) for run in day.runs),
            session=None if day.session is None else self._session(day.session, f"{where}.session"),
            extras=tuple(extra for extra in extras if extra is not None),
            blocked=day.blocked,
            travel=day.travel,
        )

    def _available(self, day: StoredDay, where: str) -> DayAvailability:
        usual = self.stored.usual_days
        if day.available is not None:
            return day.available
        if len(usual) != DAYS_PER_WEEK:
            says = _("the field is missing, and usual_days does not say what the weekday offers.")
            self.decoder.refuse(f"{where}.available", says)
            return DayAvailability(minutes=0)
        return usual[day.day.weekday()]

    def _extra(self, extra: StoredExtra, where: str) -> Extra | None:
        routine = self._named(extra.routine, self.stored.routines, f"{where}.routine")
        if routine is None:
            return None
        return Extra(
            kind=routine.kind,
            start_min=extra.start_min,
            duration_min=routine.duration_min,
            items=routine.items,
            title=routine.title,
            reasons=self._reasons(routine.reasons, f"routines.{extra.routine}"),
        )

    def _session(self, session: StoredSession, where: str) -> PlannedSession:
        blocks = self._blocks(session.blocks, where)
        return PlannedSession(
            id=session.id,
            placed=session.placed,
            title=session.title,
            blocks=blocks,
            worked_out_min=session.worked_out_min,
            hard_sets=session.hard_sets,
            variants=tuple(
                self._variant(one, blocks, f"{where}.variants[{number}]")
                for number, one in enumerate(session.variants)
            ),
            reasons=self._reasons(session.reasons, where),
        )

    def _variant(self, variant: StoredVariant, own: tuple[Block, ...], where: str) -> Variant:
        names = variant.blocks
        return Variant(
            minutes=variant.minutes,
            worked_out_min=variant.worked_out_min,
            blocks=own if names is None else self._blocks(names, where),
        )

    def _blocks(self, names: tuple[str, ...], where: str) -> tuple[Block, ...]:
        return self._all_named(names, self.blocks, f"{where}.blocks")

    def _reasons(self, names: tuple[str, ...], where: str) -> tuple[Reason, ...]:
        return self._all_named(names, self.stored.reasons, f"{where}.reasons")

    def _all_named(
        self, names: tuple[str, ...], known: Mapping[str, Named], where: str
    ) -> tuple[Named, ...]:
        found = (self._named(one, known, f"{where}[{n}]") for n, one in enumerate(names))
        return tuple(one for one in found if one is not None)

    def _named(self, name: str, known: Mapping[str, Named], where: str) -> Named | None:
        if name in known:
            return known[name]
        guess = nearest(name, known)
        says = _("'{name}' is not written in this file.").format(name=one_line(name))
        hint = _(" Did you mean '{guess}'?").format(guess=guess) if guess else ""
        self.decoder.refuse(where, says + hint)
        return None


def _made_with(stored: StoredPlan) -> MadeWith:
    made = stored.made_with
    return MadeWith(
        schema_version=stored.schema_version,
        program_version=made.program_version,
        knowledge_version=made.knowledge_version,
        protocol=made.protocol,
        seed=made.seed,
    )


def _objective(stored: StoredPlan) -> Objective:
    objective = stored.objective
    return Objective(
        total=objective.total,
        bound=objective.bound,
        status=objective.status,
        by_rule=tuple(objective.by_rule.items()),
    )


def _run(run: StoredRun, day: StoredDay) -> PlannedRun:
    return PlannedRun(
        day=day.day if run.day is None else run.day,
        start_min=run.start_min,
        duration_min=run.duration_min,
        kind=run.kind,
        distance_km=run.distance_km,
        title=run.title,
        projected=run.projected,
        race=run.race,
    )
