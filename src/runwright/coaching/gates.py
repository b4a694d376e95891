"""How far the diary has come towards the gates of heavy work (G17) and of jumps (G16)."""

from collections.abc import Sequence

from runwright.coaching.judged import is_calf_before_load
from runwright.coaching.known import Known
from runwright.domain.progress import ExerciseState, GateProgress
from runwright.domain.words import _
from runwright.rules.registry import RuleBook


def heavy_gate(
    weeks_trained: int, foundation_sessions: int, states: Sequence[ExerciseState], book: RuleBook
) -> GateProgress:
    """Return what rule G17 still asks for: weeks or sessions, and one lift that is steady."""
    p = book.parameters("G17")
    missing = []
    if weeks_trained < p.foundation_weeks and foundation_sessions < p.sessions:
        words = _("{weeks} weeks or {sessions} sessions of foundation; {done} sessions are done")
        missing.append(
            words.format(weeks=p.foundation_weeks, sessions=p.sessions, done=foundation_sessions)
        )
    if not any(is_steady(one, book) for one in states if one.is_loaded):
        words = _("{sessions} sessions of a loaded lift with {reserve} or more in reserve")
        missing.append(words.format(sessions=p.stable_sessions, reserve=p.min_rir))
    return GateProgress(rule="G17", is_open=not missing, missing=tuple(missing))


def is_steady(state: ExerciseState, book: RuleBook) -> bool:
    """Whether the last sessions of a lift kept the reserve that heavy sets ask for (rule G17)."""
    return bool(state.steady_sessions >= book.parameters("G17").stable_sessions)


def jump_gate(
    weeks_trained: int,
    states: Sequence[ExerciseState],
    known: Known,
    book: RuleBook,
    calf_typical_reps: float | None,
) -> GateProgress:
    """Return what rule G16 still asks of the diary; balance, squats and hops are tests."""
    p = book.parameters("G16")
    missing = []
    if weeks_trained < p.strength_weeks:
        words = _("{weeks} weeks of strength work; {done} are done")
        missing.append(words.format(weeks=p.strength_weeks, done=weeks_trained))
    wanted = p.calf_raises
    if p.calf_typical_if_lower and calf_typical_reps is not None:
        wanted = min(wanted, calf_typical_reps)
    most = max(
        (
            one.reps
            for one in states
            if one.reps is not None and is_calf_before_load(known.exercises[one.exercise])
        ),
        default=0,
    )
    if most < wanted and not _has_loaded_calf(states, known):
        words = _("{wanted:g} single-leg calf raises in a set; {most} so far")
        missing.append(words.format(wanted=wanted, most=most))
    return GateProgress(rule="G16", is_open=not missing, missing=tuple(missing))


def _has_loaded_calf(states: Sequence[ExerciseState], known: Known) -> bool:
    """Whether a single-leg calf raise is done with load by now, which is more than raises alone."""
    return any(
        one.is_loaded and known.exercises[one.exercise].pattern == "calf_straight"
        for one in states
        if known.exercises[one.exercise].is_single_leg
    )
