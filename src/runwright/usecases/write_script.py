"""Write the scripts of a day: what a phone needs to guide each session without asking anyone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from runwright.domain.evidence import Basis
from runwright.domain.exercise import Exercise, Role, Sides
from runwright.domain.pain_light import pain_limits
from runwright.domain.plan import DayPlan, Extra, PlannedSession, SeasonPlan
from runwright.domain.runner import Runner, Side
from runwright.domain.screening import Screening
from runwright.domain.script import (
    SCRIPT_SCHEMA_VERSION,
    PainLimit,
    PainWords,
    ScriptBlock,
    ScriptExercise,
    ScriptItem,
    ScriptTimes,
    ScriptVersion,
    SessionScript,
    SetTarget,
)
from runwright.domain.session import Block, Dose, Prescription, RampSet
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.alternatives import dose_like, easier_than, swaps_for
from runwright.planning.compose import SECONDS_PER_MINUTE
from runwright.planning.kit import kit_at_hand
from runwright.planning.minutes import (
    CHANGE_S,
    RAMP_REP_S,
    RAMP_REST_S,
    SWITCH_S,
    one_side_s,
    timed,
)
from runwright.planning.selection import Selection
from runwright.rules.registry import RuleBook
from runwright.usecases.plan_season import above_green

UNHURRIED = frozenset({Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY})  # nothing tires
SLACK_S = 90  # a small work this much longer with rests was planned without them


class ScriptWriter:
    """Writes scripts for one runner and plan.

    Parameters
    ----------
    screening
        Its gates take out what must not be offered as a swap.
    """

    def __init__(
        self, plan: SeasonPlan, runner: Runner, screening: Screening, library: Library
    ) -> None:
        self.plan, self.runner, self.library = plan, runner, library
        self.selection = Selection(library, runner, screening, is_above_green=above_green(library))

    def day(self, day: date) -> tuple[SessionScript, ...]:
        """Return the scripts of a day in the order of its hours; empty for a day without work."""
        planned = self.plan.day(day)
        return () if planned is None else self.of(planned)

    def of(self, planned: DayPlan) -> tuple[SessionScript, ...]:
        """Return the scripts of a day of the plan, or of that day as the coach asks for it."""
        found = [self._extra(extra, planned) for extra in planned.extras if extra.items]
        if planned.session is not None:
            found.append(self._session(planned.session, planned))
        return tuple(sorted(found, key=lambda one: one.start_min))

    def _session(self, session: PlannedSession, planned: DayPlan) -> SessionScript:
        usual = session.placed.duration_min
        versions = [(usual, session.worked_out_min, session.blocks)]
        versions += [
            (one.minutes, one.worked_out_min, one.blocks)
            for one in session.variants
            if one.minutes != usual
        ]
        return self._script(
            session.id, session.title, planned, session.placed.start_min, tuple(versions)
        )

    def _extra(self, extra: Extra, planned: DayPlan) -> SessionScript:
        items = tuple(
            replace(item, label=str(number)) for number, item in enumerate(extra.items, start=1)
        )
        blocks = (Block(id="A", items=items),)
        name = f"{planned.day.isoformat()}-{extra.kind.value}-{extra.start_min}"
        whole = (extra.duration_min, float(extra.duration_min), blocks)
        return self._script(name, extra.title, planned, extra.start_min, (whole,), in_turn=False)

    def _script(  # the parts of one script
        self,
        script_id: str,
        title: str,
        planned: DayPlan,
        start_min: int,
        versions: tuple[tuple[int, float, tuple[Block, ...]], ...],
        *,
        in_turn: bool = True,
    ) -> SessionScript:
        kit = self._kit_on(planned.day)
        return SessionScript(
            schema_version=SCRIPT_SCHEMA_VERSION,
            id=script_id,
            day=planned.day,
            title=title,
            start_min=start_min,
            versions=tuple(
                ScriptVersion(
                    minutes=minutes,
                    worked_out_min=worked_out_min,
                    blocks=self._blocks(blocks, worked_out_min, kit, in_turn=in_turn),
                )
                for minutes, worked_out_min, blocks in versions
            ),
            times=short_times(),
            pain_limits=tuple(self._pain_limits()),
            pain_words=pain_words(),
            protocol=self.plan.made_with.protocol,
            knowledge_version=self.plan.made_with.knowledge_version,
        )

    def _kit_on(self, day: date) -> frozenset[str]:
        away = [one for one in self.runner.travels if one.first <= day <= one.last]
        return kit_at_hand(self.library, away[0].kit if away else self.runner.kit)

    def _blocks(
        self,
        blocks: tuple[Block, ...],
        worked_out_min: float,
        kit: frozenset[str],
        *,
        in_turn: bool,
    ) -> tuple[ScriptBlock, ...]:
        rests = self._has_rests(blocks, worked_out_min)
        return tuple(
            ScriptBlock(
                id=block.id,
                is_superset=in_turn and block.is_superset,
                items=tuple(self._item(one, kit, rests=rests) for one in block.items),
            )
            for block in blocks
        )

    def _has_rests(self, blocks: tuple[Block, ...], worked_out_min: float) -> bool:
        """Whether rests were planned: small work of one block often goes straight on."""
        if len(blocks) > 1:
            return True
        exercises = self.library.exercises
        items = [item for block in blocks for item in block.items]
        total_s = sum(timed(exercises[one.exercise], one.dose, one.ramp).alone_s for one in items)
        return total_s <= worked_out_min * SECONDS_PER_MINUTE + SLACK_S

    def _item(self, asked: Prescription, kit: frozenset[str], *, rests: bool) -> ScriptItem:
        exercise = self.library.exercises[asked.exercise]
        easier = easier_than(exercise, self.library, self.selection, kit)
        swaps = swaps_for(exercise, self.library, self.selection, kit)
        return ScriptItem(
            label=asked.label,
            role=asked.role,
            prescribed=self._exercise(exercise, asked),
            easier=None if easier is None else self._standing_in(easier, asked),
            swaps=tuple(self._standing_in(one, asked) for one in swaps if one is not easier),
            rests=rests and asked.role not in UNHURRIED,
        )

    def _standing_in(self, exercise: Exercise, asked: Prescription) -> ScriptExercise:
        note = self.selection.note_for(exercise)
        own = replace(dose_like(asked.dose, exercise), load_kg=None)  # another one, another weight
        instead = replace(asked, dose=own, ramp=(), note=note, set_to_set=None)
        return self._exercise(exercise, instead)

    def _exercise(self, exercise: Exercise, asked: Prescription) -> ScriptExercise:
        dose = asked.dose
        return ScriptExercise(
            exercise=exercise.id,
            name=_(exercise.name),
            cues=tuple(_(cue) for cue in exercise.cues),
            fault=_(exercise.fault.what),
            fix=_(exercise.fault.fix),
            feel=_(exercise.feel),
            tempo=dose.tempo,
            sides=exercise.sides,
            dose_kind=exercise.dose_kind,
            loadable=exercise.loadable,
            rir=dose.rir,
            rir_or_more=dose.rir_or_more,
            load_kg=dose.load_kg,
            rest_s=dose.rest_s,
            setup_s=exercise.setup_s,
            sets=tuple(_targets(exercise, dose, asked.ramp)),
            not_for=tuple(sorted({tag.region for tag in (*exercise.avoid, *exercise.caution)})),
            note=asked.note,
            set_to_set=asked.set_to_set,
        )

    def _pain_limits(self) -> Iterator[PainLimit]:
        book = RuleBook(tuple(self.library.rules.values()), self.library.weights)
        limits = book.parameters("G07")
        for region in self.library.regions.values():
            green, amber = pain_limits(region.tissue, limits)
            yield PainLimit(
                region=region.id, name=_(region.name), green_max_0_10=green, amber_max_0_10=amber
            )


def short_times() -> ScriptTimes:
    """Return the short times the plan counts with; nobody tested them."""
    return ScriptTimes(
        basis=Basis.COACH_DEFAULT,
        switch_s=SWITCH_S,
        change_s=CHANGE_S,
        ramp_rest_s=RAMP_REST_S,
    )


def pain_words() -> PainWords:
    """Return what is said of a pain within, between and beyond its limits (rule G07)."""
    return PainWords(
        green=_("This much may be there. Go on."),
        amber=_("Go on, but add nothing today: no weight, no repetitions, no range."),
        red=_("Stop this exercise. Take one that does not hurt, or end here."),
    )


def _targets(exercise: Exercise, dose: Dose, ramp: tuple[RampSet, ...]) -> Iterator[SetTarget]:
    """Yield the sets in order: ramp sets first; the left side first where sides are apart."""
    sides = (Side.LEFT, Side.RIGHT) if exercise.sides is Sides.EACH else (None,)
    for number, lighter in enumerate(ramp, start=1):
        for side in sides:
            yield SetTarget(
                number=number,
                side=side,
                ramp_share=lighter.load_share,
                reps=(lighter.reps, lighter.reps),
                work_s=lighter.reps * RAMP_REP_S,
            )
    for number in range(1, dose.sets + 1):
        for side in sides:
            yield SetTarget(
                number=number,
                side=side,
                reps=dose.reps,
                hold_s=dose.hold_s,
                rep_hold_s=dose.rep_hold_s,
                distance_m=dose.distance_m,
                steps=dose.steps,
                contacts=dose.contacts,
                work_s=round(one_side_s(exercise, dose)),
            )
