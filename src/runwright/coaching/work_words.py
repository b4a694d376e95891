"""What an exercise asks for, before and after a change, with its words."""

from dataclasses import replace

from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState, Lever
from runwright.domain.proposal import Work
from runwright.domain.said import together
from runwright.domain.session import Dose
from runwright.domain.units import load_words
from runwright.domain.words import _


def work_now(state: ExerciseState, exercise: Exercise) -> Work:
    """Return what the exercise asked for the last time."""
    asked = state.asked
    load_kg = state.load_kg if exercise.loadable else None
    return said(
        Work(
            says="",
            exercise=exercise.id,
            sets=asked.sets,
            reps=asked.reps,
            hold_s=asked.hold_s,
            contacts=asked.contacts,
            load_kg=load_kg,
            tempo=asked.tempo,
            levers=state.levers,
        ),
        exercise,
    )


def work_of(exercise: Exercise, dose: Dose) -> Work:
    """Return what an exercise asks for under a dose."""
    return said(
        Work(
            says="",
            exercise=exercise.id,
            sets=dose.sets,
            reps=dose.reps,
            hold_s=dose.hold_s,
            contacts=dose.contacts,
            load_kg=dose.load_kg,
            tempo=dose.tempo,
        ),
        exercise,
    )


def said(work: Work, exercise: Exercise) -> Work:
    """Return the same work with its words: name, sets, what is counted, load, what is harder."""
    parts = [_("{name}: {counted}").format(name=_(exercise.name), counted=_counted(work))]
    if work.load_kg is not None and work.load_kg > 0:
        parts.append(load_words(work.load_kg))
    told = [one for one in work.levers if one in _SAID]
    if work.tempo == exercise.tempo:  # a phase with a tempo of its own may have taken it away
        told = [one for one in told if one is not Lever.SLOWER_LOWERING]
    parts += [lever_words(lever, work.tempo) for lever in told]
    return replace(work, says=together(parts, ", "))


def _counted(work: Work) -> str:
    if work.reps is not None:
        low, high = work.reps
        reps = f"{low}" if low == high else f"{low}–{high}"
        return f"{work.sets} × {reps}"
    if work.contacts is not None:
        return _("{sets} × {contacts} landings").format(sets=work.sets, contacts=work.contacts)
    if work.hold_s is not None:
        return _("{sets} × {hold} s").format(sets=work.sets, hold=work.hold_s)
    return _("{sets} sets").format(sets=work.sets)


def lever_words(lever: Lever, tempo: str) -> str:
    """Return what is harder about it, in the runner's words."""
    return _SAID[lever]().format(tempo=tempo)


_SAID = {
    Lever.SLOWER_LOWERING: lambda: _("lower slowly ({tempo})"),
    Lever.RANGE: lambda: _("through the deepest range you control"),
    Lever.PAUSE: lambda: _("pause where it is hardest"),
}
