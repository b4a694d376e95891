"""What may stand in for an exercise in a session: one rung down, and others of its kind."""

from collections.abc import Iterator
from dataclasses import replace

from runwright.domain.exercise import Exercise
from runwright.domain.session import Dose
from runwright.knowledge.library import Library
from runwright.planning.selection import Selection

MOST_SWAPS = 3  # more than one screen of a phone can hold is no help


def easier_than(
    exercise: Exercise, library: Library, selection: Selection, kit: frozenset[str]
) -> Exercise | None:
    """Return the nearest easier rung this runner may do with this kit; None where there is none."""
    rungs = easier_rungs(exercise, library)
    return next((one for one in rungs if selection.is_allowed(one, kit)), None)


def swaps_for(
    exercise: Exercise, library: Library, selection: Selection, kit: frozenset[str]
) -> tuple[Exercise, ...]:
    """Return others of the pattern and no harder, nearest in level first, at most `MOST_SWAPS`."""
    same = [
        one
        for one in library.patterns.get(exercise.pattern, ())
        if one.id != exercise.id
        and one.level <= exercise.level
        and set(one.roles) & set(exercise.roles)
        and selection.is_allowed(one, kit)
    ]
    same.sort(key=lambda one: (exercise.level - one.level, one.sides is not exercise.sides))
    return tuple(same[:MOST_SWAPS])


def dose_like(dose: Dose, exercise: Exercise) -> Dose:
    """Return the same work in an exercise's own count: its low end where the counts differ."""
    own = exercise.dose
    reps = own.reps
    if dose.reps is not None and own.reps is not None:
        reps = _inside(dose.reps, own.reps)
    return replace(
        dose,
        reps=reps,
        hold_s=_low(own.hold_s),
        rep_hold_s=own.rep_hold_s,
        distance_m=_low(own.distance_m),
        steps=_low(own.steps),
        contacts=_low(own.contacts),
        rir=dose.rir if reps is not None else None,
        load_kg=dose.load_kg if exercise.loadable else None,
        tempo=exercise.tempo,
    )


def _inside(wanted: tuple[int, int], own: tuple[int, int]) -> tuple[int, int]:
    low, high = max(wanted[0], own[0]), min(wanted[1], own[1])
    return (low, high) if low <= high else own


def _low(pair: tuple[int, int] | None) -> int | None:
    return None if pair is None else pair[0]


def easier_rungs(exercise: Exercise, library: Library) -> Iterator[Exercise]:
    """Yield the rungs below an exercise, the nearest first."""
    while exercise.easier is not None:
        exercise = library.exercises[exercise.easier]
        yield exercise
