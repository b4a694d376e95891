"""The coach itself, as an arm: it hears the diary, holds, eases, steps, and writes notes."""

import random
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from bench.coach_arms import REPS, RIR, SETS, STEP_KG, Ask, Note
from bench.synthetic_body import LIFTS
from runwright.coaching.around import Around
from runwright.coaching.fold import folded
from runwright.coaching.pain import PainAnswer
from runwright.coaching.pain_changes import pain_changes
from runwright.coaching.pain_today import PainToday, pain_today
from runwright.coaching.readiness import Easing, easing, told_readiness
from runwright.coaching.steps import next_step
from runwright.coaching.told import Told
from runwright.coaching.work_words import said, work_now
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import DoseKind, Role
from runwright.domain.performed import PerformedSession
from runwright.domain.progress import RunnerState
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.script import (
    SCRIPT_SCHEMA_VERSION,
    PainWords,
    ScriptBlock,
    ScriptExercise,
    ScriptItem,
    ScriptVersion,
    SessionScript,
    SetTarget,
)
from runwright.domain.session import Dose
from runwright.knowledge.library import Library, load_library
from runwright.rules.registry import RuleBook
from runwright.usecases.write_script import short_times

SAYS_YES = 0.85  # of what may be declined
HEAVIEST_KG = 160
LEFT_OUT = {PainAnswer.SWAP, PainAnswer.STOP}


@cache
def known() -> tuple[Library, RuleBook]:
    """The knowledge base and its rules."""
    library = load_library()
    return library, RuleBook(tuple(library.rules.values()), library.weights)


@dataclass
class Coach:
    """Runwright's coach; it sees what the runner tells, and nothing else."""

    loads_kg: dict[str, float]
    chance: random.Random
    name: str = "coach"
    notes: list[Note] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    works: dict[str, Work] = field(default_factory=dict)
    asked_before: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for lift, load in self.loads_kg.items():
            work = Work(says="", exercise=lift, sets=SETS, reps=REPS, load_kg=load)
            self.works[lift] = said(work, known()[0].exercises[lift])

    def asks(self, day: date) -> tuple[Ask, ...]:
        """What is left of the session after the night, the week and what hurts."""
        eased = self._easing(day)
        pains = self._pains(day)
        for reason in eased.reasons:
            self.notes.append(Note(day=day, rule=reason.rule, says=reason.says))
        found = []
        for lift, work in self.works.items():
            verdict = pains.verdicts.get(lift)
            if verdict is not None and verdict.answer in LEFT_OUT:
                continue
            dose = eased.eased(Dose(sets=SETS, reps=work.reps, rir=RIR), loads_legs=True)
            if dose is not None and work.load_kg is not None:
                found.append(
                    Ask(
                        exercise=lift,
                        sets=dose.sets,
                        reps=work.reps or REPS,
                        rir=RIR,
                        load_kg=work.load_kg,
                    )
                )
        return tuple(found)

    def hears_morning(self, told: CheckIn) -> None:
        """A morning may ask for less at once."""
        self.told = replace(self.told, check_ins=(*self.told.check_ins, told))
        if told.pains or any(one.pains for one in self.told.check_ins[-14:]):
            self._act_on_pain(told.day)

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """After a session: what hurts first, then what may get harder."""
        day = done.started_at.date()
        script = _script(done.script, day, asked)
        self.told = replace(
            self.told,
            sessions=(*self.told.sessions, done),
            scripts={**self.told.scripts, script.id: script},
        )
        touched = self._act_on_pain(day)
        state = self._state(day)
        around = self._around(day)
        for lift in self.works:
            stands = state.exercise(lift)
            if lift in touched or stands is None or stands.last_day != day:
                continue
            change = next_step(stands, around)
            if change is not None:
                self._propose(change, day)

    def _act_on_pain(self, day: date) -> set[str]:
        pains, state = self._pains(day), self._state(day)
        works = {
            lift: work_now(stands, known()[0].exercises[lift])
            for lift in self.works
            if (stands := state.exercise(lift)) is not None
        }
        changes = pain_changes(pains, works, self._around(day))
        for change in changes:
            self._propose(change, day)
        return {change.about for change in changes}

    def _propose(self, change: Change, day: date) -> None:
        """Ask once; safety does not ask."""
        if change.key in self.asked_before:
            return
        self.asked_before.add(change.key)
        safety = change.kind in {ChangeKind.STOP, ChangeKind.SWAP, ChangeKind.DROP}
        yes = safety or self.chance.random() < SAYS_YES
        decision = Decision.ACCEPTED if yes else Decision.DECLINED
        proposal = Proposal(
            id=repr(change.key), title="", changes=(change,), is_declinable=not safety
        )
        decided = Decided(proposal=proposal, decision=decision, decided_on=day)
        self.told = replace(self.told, decisions=(*self.told.decisions, decided))
        self.notes.append(_note(change, day, yes=yes, asked=not safety))
        if yes and change.after is not None and change.after.exercise == change.about:
            self.works[change.about] = replace(change.after, sets=SETS)

    def _easing(self, day: date) -> Easing:
        book = known()[1]
        return easing(told_readiness(self.told.check_ins, day, book), book)

    def _pains(self, day: date) -> PainToday:
        library, book = known()
        return pain_today(self.told, LIFTS, library, book, day)

    def _state(self, day: date) -> RunnerState:
        library, book = known()
        return folded(self.told, library, book, as_of=day)

    def _around(self, day: date) -> Around:
        library, book = known()
        eased = self._easing(day)
        pieces = {
            piece for lift in LIFTS for kit in library.exercises[lift].equipment for piece in kit
        }
        steps = tuple(STEP_KG * number for number in range(1, round(HEAVIEST_KG / STEP_KG)))
        return Around(
            known=library,
            book=book,
            today=day,
            kit=frozenset(pieces),
            loads_kg=dict.fromkeys(pieces, steps),
            is_allowed=lambda exercise: exercise.id in LIFTS,
            calf_reps=book.parameters("P08").default_reps,
            most_contacts=0,
            held=self._pains(day).held,
            frozen="" if eased.may_step_up else "; ".join(one.says for one in eased.reasons),
        )


def _note(change: Change, day: date, *, yes: bool, asked: bool) -> Note:
    name = known()[0].exercises[change.about].name
    says = change.because if name in change.because else f"{name}: {change.because}"
    if change.after is not None:
        says += f" Next: {change.after.says}."
    if asked and not yes:
        says += " *You said: not now.*"
    stressor = "return" if change.kind is ChangeKind.RETURN and yes else ""
    return Note(day=day, rule=change.rule, says=says, asked=asked, stressor=stressor)


def _script(script_id: str, day: date, asked: tuple[Ask, ...]) -> SessionScript:
    items = tuple(
        ScriptItem(
            label=f"{chr(ord('A') + place)}1",
            role=Role.MAIN,
            prescribed=_exercise(ask),
            rests=True,
        )
        for place, ask in enumerate(asked)
    )
    blocks = tuple(ScriptBlock(id=one.label[0], is_superset=False, items=(one,)) for one in items)
    return SessionScript(
        schema_version=SCRIPT_SCHEMA_VERSION,
        id=script_id,
        day=day,
        title="",
        start_min=18 * 60,
        versions=(ScriptVersion(minutes=30, worked_out_min=30.0, blocks=blocks),),
        pain_limits=(),
        pain_words=PainWords(green="", amber="", red=""),
        protocol="runwright",
        knowledge_version="",
        times=short_times(),
    )


def _exercise(ask: Ask) -> ScriptExercise:
    exercise = known()[0].exercises[ask.exercise]
    return ScriptExercise(
        exercise=exercise.id,
        name=exercise.name,
        cues=(),
        fault="",
        fix="",
        feel="",
        tempo=exercise.tempo,
        sides=exercise.sides,
        dose_kind=DoseKind.REPS,
        loadable=True,
        rest_s=90,
        setup_s=10,
        sets=tuple(
            SetTarget(number=number + 1, work_s=30, reps=ask.reps) for number in range(ask.sets)
        ),
        rir=ask.rir,
    )
