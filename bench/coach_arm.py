"""The coach, as an arm: the use cases propose and write the day, and the runner answers."""

import random
from dataclasses import dataclass, field, replace
from datetime import date

from bench.coach_arms import Ask, Note
from bench.coach_plan import exercise_of, known, work_of_session
from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession
from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.domain.progress import Lever
from runwright.domain.proposal import (
    Change,
    ChangeKind,
    Decided,
    Decision,
    Proposal,
    accepted,
)
from runwright.domain.runner import Runner
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
from runwright.domain.session import Prescription
from runwright.usecases.coach import Coach as Eyes
from runwright.usecases.coach import CoachOrder
from runwright.usecases.follow_coach import follow_coach
from runwright.usecases.propose import propose
from runwright.usecases.write_script import short_times

SAYS_YES = 0.85  # of what may be declined


@dataclass
class Coach:
    """Runwright's coach; it sees what the runner tells, and nothing else."""

    runner: Runner
    plan: SeasonPlan
    chance: random.Random
    name: str = "coach"
    notes: list[Note] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    eyes: Eyes | None = None
    refused: dict[str, date] = field(default_factory=dict)

    @property
    def decisions(self) -> tuple[Decided, ...]:
        """What the runner said to proposals, in order."""
        return self.told.decisions

    def asks(self, planned: DayPlan) -> tuple[Ask, ...]:
        """The day as the app asks for it, once what changes was proposed and answered."""
        self._propose(planned.day)
        follow = follow_coach(self._order(planned.day), known()[0])
        self.eyes = follow.coach
        session = follow.day(planned).session
        return tuple(self._ask(item) for item in work_of_session(session)) if session else ()

    def _ask(self, item: Prescription) -> Ask:
        state = None if self.eyes is None else self.eyes.state.exercise(item.exercise)
        levers = () if state is None else state.levers
        harder = sum(lever is not Lever.REPS for lever in levers) + self._bands(item.exercise)
        return Ask(
            label=item.label,
            exercise=item.exercise,
            dose=item.dose,
            role=item.role,
            asked_kg=item.dose.load_kg,
            harder=harder,
            between=item.set_to_set,
        )

    def _bands(self, exercise: str) -> int:
        """How often the next band was agreed on for an exercise. [1]"""
        return sum(
            change.about == exercise and change.kind is ChangeKind.STEP_UP and _is_band(change)
            for _day, change in accepted(self.told.decisions)
        )

    def hears_morning(self, told: CheckIn) -> None:
        """A morning is kept; the next session asks for less where it must."""
        self.told = replace(self.told, check_ins=(*self.told.check_ins, told))

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """After a session: what hurts first, then what may get harder."""
        day = done.started_at.date()
        script = script_of(done.script, day, asked)
        self.told = replace(
            self.told,
            sessions=(*self.told.sessions, done),
            scripts={**self.told.scripts, script.id: script},
        )
        self._propose(day)

    def _order(self, day: date) -> CoachOrder:
        return CoachOrder(runner=self.runner, plan=self.plan, told=self.told, today=day)

    def _propose(self, day: date) -> None:
        """Ask, and take down what the runner says; safety does not ask."""
        for proposal in propose(self._order(day), known()[0]):
            answers: dict[bool, list[Change]] = {True: [], False: []}
            for change in proposal.changes:
                yes = not proposal.is_declinable or self.chance.random() < SAYS_YES
                answers[yes].append(change)
                self.notes.append(_note(change, proposal, day, yes=yes))
                if not yes:
                    self.refused[change.about] = day
            for yes, changes in answers.items():
                if changes:
                    self._decide(proposal, tuple(changes), day, yes=yes)

    def _decide(
        self, proposal: Proposal, changes: tuple[Change, ...], day: date, *, yes: bool
    ) -> None:
        decision = Decision.ACCEPTED if yes else Decision.DECLINED
        decided = Decided(
            proposal=replace(proposal, changes=changes), decision=decision, decided_on=day
        )
        self.told = replace(self.told, decisions=(*self.told.decisions, decided))

    def why_no_more(self, exercise: str) -> str:
        """Why an exercise does not ask for more today, in a few words."""
        eyes = self.eyes
        state = None if eyes is None else eyes.state.exercise(exercise)
        if eyes is None or state is None:
            return "the first time"
        if exercise in eyes.around.held:
            return "something hurts"
        if eyes.around.frozen:
            return _why_frozen(eyes)
        if self.refused.get(exercise, date.min) >= state.last_day:
            return "the runner said no"
        if state.since > state.last_day or state.since == state.last_day:
            return "just changed"
        return "once at the top so far" if state.top_sessions else "not at the top the last time"


def _why_frozen(eyes: Eyes) -> str:
    if not eyes.easing.may_step_up:
        return "short sleep, stress or sore legs"
    return "a lighter week" if eyes.is_lighter_week else "a race, or something red"


def _is_band(change: Change) -> bool:
    """Whether a step takes the next band: harder, with nothing about it that is counted."""
    same = change.before is not None and change.after is not None
    return same and change.before.key == change.after.key


def _note(change: Change, proposal: Proposal, day: date, *, yes: bool) -> Note:
    return Note(
        day=day,
        rule=change.rule,
        says=str(change.because),
        about=change.about,
        before="" if change.before is None else str(change.before.says),
        after="" if change.after is None else str(change.after.says),
        asked=proposal.is_declinable,
        yes=yes,
        kind=change.kind,
        proposal=f"{day} {proposal.id}",
    )


def script_of(script_id: str, day: date, asked: tuple[Ask, ...]) -> SessionScript:
    """The script of what was asked."""
    items = tuple(
        ScriptItem(
            label=ask.label,
            role=ask.role,
            prescribed=_exercise(ask),
            rests=True,
        )
        for ask in asked
    )
    blocks = tuple(ScriptBlock(id=one.label, is_superset=False, items=(one,)) for one in items)
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
    exercise, dose = exercise_of(ask.exercise), ask.dose
    return ScriptExercise(
        exercise=exercise.id,
        name=exercise.name,
        cues=(),
        fault="",
        fix="",
        feel="",
        tempo=dose.tempo or exercise.tempo,
        sides=exercise.sides,
        dose_kind=exercise.dose_kind,
        loadable=exercise.loadable,
        rest_s=dose.rest_s,
        setup_s=10,
        sets=tuple(
            SetTarget(
                number=number + 1,
                work_s=30,
                reps=dose.reps,
                hold_s=dose.hold_s,
                contacts=dose.contacts,
                distance_m=dose.distance_m,
            )
            for number in range(dose.sets)
        ),
        rir=dose.rir,
        load_kg=ask.asked_kg,
    )
