"""The next step of one exercise: harder, easier, or the same; one at a time, with its reason."""

from dataclasses import replace

from runwright.coaching.around import Around
from runwright.coaching.down import step_down
from runwright.coaching.holds import longer_hold
from runwright.coaching.jumps import more_jumps
from runwright.coaching.repetitions import more_work
from runwright.domain.exercise import DoseKind, Exercise, Role
from runwright.domain.progress import ExerciseState
from runwright.domain.proposal import Change


def next_step(state: ExerciseState, around: Around) -> Change | None:
    """Return what should change about an exercise the next time; None where it stays.

    Less comes before more: what is missed, empty or sore steps down whatever the day is like.
    """
    exercise = around.known.exercises[state.exercise]
    down = step_down(state, exercise, around)
    if down is not None:
        return down
    if around.frozen or exercise.id in around.held:
        return None
    up = _harder(state, exercise, around)
    return None if up is None else _with_facts(up, state)


def _harder(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    if Role.PLYO in exercise.roles:
        return more_jumps(state, exercise, around)
    if exercise.dose_kind is DoseKind.HOLD:
        return longer_hold(state, exercise, around)
    return more_work(state, exercise, around)


def _with_facts(change: Change, state: ExerciseState) -> Change:
    facts = f"{state.since.isoformat()} {state.last_day.isoformat()} {state.top_sessions}"
    return replace(change, facts=facts)
