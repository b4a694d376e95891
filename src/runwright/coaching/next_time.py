"""What an exercise asks for the next time: the plan's dose, at what this runner has earned.

The plan says sets, repetitions and reserve; the weight, and what was agreed on besides, come from
the diary. When the repetitions change from one phase to the next, the weight goes with them.
"""

from dataclasses import replace

from runwright.coaching.agreed import Agreed
from runwright.coaching.around import Around
from runwright.coaching.loads import at_most_kg
from runwright.coaching.one_rm import load_at
from runwright.coaching.work_words import said, work_of
from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState, Lever
from runwright.domain.proposal import Work
from runwright.domain.session import Dose


def next_time(
    dose: Dose,
    exercise: Exercise,
    state: ExerciseState | None,
    agreed: Agreed | None,
    around: Around,
) -> Work:
    """Return the work a script asks for; a load of None is for the runner to choose by reserve.

    Parameters
    ----------
    dose
        What the plan asks for on that day.
    state
        Where the runner stands with it; None where it was never done.
    agreed
        What the runner said yes to about it; None without any.
    """
    work = work_of(exercise, dose)
    if agreed is not None:
        work = _with_levers(work, agreed.work)
    load_kg = _load_kg(dose, exercise, state, agreed, around)
    return said(replace(work, load_kg=dose.load_kg if load_kg is None else load_kg), exercise)


def _with_levers(work: Work, agreed: Work) -> Work:
    """Return the work with what was agreed on besides the weight, as far as it still fits."""
    reps, levers = work.reps, agreed.levers
    fits = reps is not None and agreed.reps is not None and agreed.reps[0] == reps[0]
    if Lever.REPS in levers and not fits:  # another phase: its own repetitions
        levers = tuple(one for one in levers if one is not Lever.REPS)
    elif Lever.REPS in levers:
        reps = agreed.reps
    return replace(
        work,
        reps=reps,
        hold_s=work.hold_s if agreed.hold_s is None else agreed.hold_s,
        contacts=work.contacts if agreed.contacts is None else agreed.contacts,
        tempo=agreed.tempo or work.tempo,
        levers=levers,
    )


def _load_kg(
    dose: Dose,
    exercise: Exercise,
    state: ExerciseState | None,
    agreed: Agreed | None,
    around: Around,
) -> float | None:
    """Return the weight; None where there is none yet, or none that was told."""
    if not exercise.loadable or state is None:
        return None
    is_new = agreed is not None and agreed.on >= state.last_day
    load_kg = agreed.work.load_kg if agreed is not None and is_new else state.load_kg
    if load_kg is None or load_kg == 0:
        return load_kg
    return _carried_kg(state, load_kg, dose, exercise, around)


def _carried_kg(
    state: ExerciseState, load_kg: float, dose: Dose, exercise: Exercise, around: Around
) -> float:
    """Return the weight as it is, or one that suits other repetitions than the last ones.

    It aims at the low end of the new range, and takes a step of rule P01 at most.
    """
    asked = state.asked
    if dose.reps is None or asked.reps is None or dose.reps[0] == asked.reps[0]:
        return load_kg
    if state.load_kg is None or state.reps is None:
        return load_kg
    p = around.book.parameters("P01")
    kept = _told(asked.rir) if state.reserve_reps is None else state.reserve_reps
    wanted_kg = load_at(
        dose.reps[0] + p.reserve_slack + _told(dose.rir),
        reps=state.reps + kept,
        now_kg=state.load_kg,
        book=around.book,
    )
    most = 1 + p.load_step_allowed_share[1]
    if around.frozen or exercise.id in around.held:
        most = 1.0
    lighter = at_most_kg(min(wanted_kg, load_kg * most), around.loads(exercise))
    return load_kg if lighter is None else lighter


def _told(rir: int | None) -> int:
    return 0 if rir is None else rir
