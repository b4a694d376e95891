"""What one more session makes of the state of an exercise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from runwright.coaching.done import DoneExercise
from runwright.coaching.judged import Judged, judged
from runwright.coaching.one_rm import StrengthTest, one_rm_kg, strength_test
from runwright.domain.progress import ExerciseState, Lifted, Trend
from runwright.domain.proposal import Change, ChangeKind, Decision
from runwright.domain.session import Dose
from runwright.rules.registry import RuleBook

TREND_SESSIONS = 3  # two points are a line, three show whether it holds (as in rule P06)


@dataclass(slots=True)
class Growing:
    """State of an exercise while the diary is read.

    Attributes
    ----------
    worth_points
        What each session showed, in one number that compares within the exercise.
    others
        Where it stood under each dose, by what that asks for: a light session in between takes
        nothing from the count of the heavy ones.
    """

    state: ExerciseState | None = None
    tests: list[StrengthTest] = field(default_factory=list)
    worth_points: list[float] = field(default_factory=list)
    others: dict[tuple[object, ...], ExerciseState] = field(default_factory=dict)

    def add(self, done: DoneExercise, book: RuleBook, calf_reps: int) -> None:
        """Take one more session in."""
        went = judged(done, book, calf_reps)
        test = strength_test(done, book)
        if test is not None:
            self.tests.append(test)
        self.worth_points.append(_worth(done, book))
        then = self.others.get(_kind(done.asked))
        before = _counted(_started(self.state, then, done), went)
        self.state = replace(
            before,
            sessions=before.sessions + 1,
            last_day=done.day,
            asked=done.asked,
            sets=done.sets_a_side,
            load_kg=done.load_kg,
            reps=done.least("reps"),
            hold_s=done.least("hold_s"),
            contacts=done.least("contacts"),
            rir=done.reserve(book),
            reserve_reps=done.reserve_reps(book),
            pains=(*before.pains, *done.pains),
            lifted=tuple(_lifted(before, done)),
            heavier_on=done.day if done.got_heavier else before.heavier_on,
        )
        self.others[_kind(done.asked)] = self.state

    def result(self, book: RuleBook) -> ExerciseState | None:
        """Return the state with what all its sessions show together; None before the first."""
        if self.state is None:
            return None
        return replace(
            self.state,
            trend=trend(self.worth_points),
            one_rm_kg=one_rm_kg(self.tests, book),
            one_rm_tests=len(self.tests),
        )

    def hurt_on_a_morning(self) -> None:
        """Take a sore morning in: what was clean before it proves nothing any more."""
        if self.state is not None:
            self.state = _unproven(self.state)
            self.others = {kind: _unproven(one) for kind, one in self.others.items()}

    def decide(self, change: Change, decision: Decision, day: date) -> None:
        """Take a decision in: a new dose starts to be counted anew, a refused one as well."""
        if self.state is None:
            return
        levers = self.state.levers
        if decision is Decision.ACCEPTED and change.after is not None:
            levers = change.after.levers
        self.state = _anew(replace(self.state, levers=levers), day)
        self.others.clear()


def _counted(before: ExerciseState, went: Judged) -> ExerciseState:
    tops = before.top_sessions if went.at_top is None else before.top_sessions + 1
    return replace(
        before,
        clean_sessions=before.clean_sessions + 1 if went.clean else 0,
        top_sessions=0 if went.at_top is False else tops,
        light_sessions=before.light_sessions + 1 if went.light else 0,
        is_weight_found=before.is_weight_found or not went.light,
        steady_sessions=before.steady_sessions + 1 if went.steady else 0,
        missed_sessions=before.missed_sessions + 1 if went.missed else 0,
        failed_sessions=before.failed_sessions + 1 if went.failed else 0,
        emptied_sessions=before.emptied_sessions + 1 if went.emptied else 0,
        amber_sessions=before.amber_sessions + went.hurt,
    )


def _unproven(state: ExerciseState) -> ExerciseState:
    return replace(state, clean_sessions=0, top_sessions=0, light_sessions=0, steady_sessions=0)


def _kind(asked: Dose) -> tuple[object, ...]:
    return asked.reps, asked.hold_s, asked.contacts, asked.tempo


def _lifted(state: ExerciseState, done: DoneExercise) -> Iterator[Lifted]:
    """Yield the last weight under each dose, this session's first."""
    reps, rir = done.asked.reps, done.asked.rir
    if reps is not None and done.load_kg is not None:
        yield Lifted(
            reps=reps, rir=rir, load_kg=done.load_kg, on=done.day, asked_kg=done.asked.load_kg
        )
    yield from (one for one in state.lifted if (one.reps, one.rir) != (reps, rir))


def _started(
    state: ExerciseState | None, then: ExerciseState | None, done: DoneExercise
) -> ExerciseState:
    """Return the state a session starts from; a new dose or load is counted anew.

    Parameters
    ----------
    then
        Where it stood the last time it was done under this dose; None for a new one.
    """
    if state is None:
        return ExerciseState(
            exercise=done.exercise.id,
            sessions=0,
            last_day=done.day,
            since=done.day,
            asked=done.asked,
        )
    found = then is not None and then.is_weight_found
    if then is None or then.load_kg != done.load_kg:
        return replace(_anew(state, done.day), is_weight_found=found)
    return replace(
        state,
        since=then.since,
        top_sessions=then.top_sessions,
        light_sessions=then.light_sessions,
        is_weight_found=found,
        missed_sessions=then.missed_sessions,
        failed_sessions=then.failed_sessions,
        emptied_sessions=then.emptied_sessions,
    )


def _anew(state: ExerciseState, since: date) -> ExerciseState:
    return replace(
        state,
        since=since,
        top_sessions=0,
        light_sessions=0,
        missed_sessions=0,
        failed_sessions=0,
        emptied_sessions=0,
        amber_sessions=0,
    )


def _worth(done: DoneExercise, book: RuleBook) -> float:
    """Return what the weakest set showed: load by repetitions, or what else was counted."""
    reps = (done.least("reps") or 0) + (done.reserve(book) or 0)
    if done.load_kg is not None and done.is_loaded:
        return float(done.load_kg * (1 + book.parameters("P06").epley_k * reps))
    counted = (reps, done.least("hold_s"), done.least("contacts"))
    return float(next((one for one in counted if one), 0))


def trend(worths: Sequence[float]) -> Trend:
    """Return which way the last sessions went, from the first of them to the last."""
    if len(worths) < TREND_SESSIONS:
        return Trend.UNKNOWN
    first, last = worths[-TREND_SESSIONS], worths[-1]
    if last == first:
        return Trend.STEADY
    return Trend.RISING if last > first else Trend.FALLING


def counts_anew(change: Change) -> bool:
    """Whether a decision about a change starts the counting of its exercise anew."""
    return change.kind in {ChangeKind.STEP_UP, ChangeKind.STEP_DOWN, ChangeKind.SWAP}
