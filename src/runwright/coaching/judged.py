"""How one exercise of one session went, by the limits of the progression rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from runwright.coaching.done import DoneExercise
from runwright.domain.exercise import Exercise, Sides
from runwright.domain.pain_light import Light
from runwright.domain.performed import PerformedSet
from runwright.domain.session import Dose
from runwright.rules.registry import RuleBook

CALF = frozenset({"calf_straight", "calf_bent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a session says about an exercise.

    Attributes
    ----------
    at_top
        Whether all sets reached the top with the reserve asked for; None is "cannot be told".
    light
        Whether they did with so much more in reserve that the weight is clearly too light (P01).
    failed
        Whether a set ended at the bottom of its range, or below, with nothing in reserve.
    emptied
        Whether any set left nothing in reserve.
    """

    clean: bool
    at_top: bool | None
    light: bool
    missed: bool
    failed: bool
    emptied: bool
    hurt: bool
    steady: bool


def judged(done: DoneExercise, book: RuleBook, calf_reps: int) -> Judged:
    """Return how it went.

    Parameters
    ----------
    calf_reps
        Single-leg raises of this runner that open the way to load (rule P08).
    """
    hurt = done.light is not Light.GREEN
    missed = _below(done)
    clean = not (missed or hurt or done.is_near_pain)
    steady = clean and done.has_reserve(book.parameters("G17").min_rir) is True
    at_top = _at_top(done, book, calf_reps) if clean else False
    empty = tuple(_empty(done, book))
    return Judged(
        clean=clean,
        at_top=at_top,
        light=at_top is True and _is_light(done, book),
        missed=missed,
        failed=any(_is_at_bottom(one, done.asked) for one in empty),
        emptied=len(empty) > 0,
        hurt=hurt,
        steady=steady,
    )


def _below(done: DoneExercise) -> bool:
    """Whether a set stayed below the bottom of what was asked."""
    asked = done.asked
    bottom = {
        "reps": asked.reps[0] if asked.reps is not None else None,
        "hold_s": asked.hold_s,
        "contacts": asked.contacts,
        "distance_m": asked.distance_m,
    }
    return any(
        wanted is not None and (least := done.least(name)) is not None and least < wanted
        for name, wanted in bottom.items()
    )


def _empty(done: DoneExercise, book: RuleBook) -> Iterator[PerformedSet]:
    """Yield the sets that left nothing in reserve."""
    limit = book.parameters("P03").down_rir
    return (one for one in done.sets if one.rir is not None and one.rir <= limit)


def _is_at_bottom(one: PerformedSet, asked: Dose) -> bool:
    """Whether fewer repetitions were not asked for: only then was it the weight, not the set."""
    if asked.reps is None or one.reps is None:
        return True
    return one.reps <= asked.reps[0]


def _is_light(done: DoneExercise, book: RuleBook) -> bool:
    rir = done.asked.rir
    wanted = book.parameters("P01").far_reserve
    return rir is not None and done.has_reserve(rir + wanted, slack=wanted) is True


def _at_top(done: DoneExercise, book: RuleBook, calf_reps: int) -> bool | None:
    reached = _reached_top(done, calf_reps)
    if not reached:
        return reached
    rir = done.asked.rir
    if done.asked.reps is None or rir is None:
        return _all_sets(done)
    has_reserve = done.has_reserve(rir, slack=book.parameters("P01").reserve_slack)
    return _all_sets(done) if has_reserve else has_reserve


def _reached_top(done: DoneExercise, calf_reps: int) -> bool | None:
    """Whether every set reached the top; None where nothing was counted."""
    asked = done.asked
    if asked.reps is not None:
        top = calf_reps if is_calf_before_load(done.exercise) else asked.reps[1]
        least = done.least("reps")
        return None if least is None else least >= top
    counted = ("hold_s", "contacts", "distance_m")
    for name, wanted in ((name, getattr(asked, name)) for name in counted):
        least = done.least(name)
        if wanted is not None and least is not None:
            return bool(least >= wanted)
    return None


def _all_sets(done: DoneExercise) -> bool | None:
    """Whether as many sets were done as asked; None for fewer, which shows nothing."""
    return True if done.sets_a_side >= done.asked.sets else None


def calf_reps_before_load(book: RuleBook, typical_reps: float | None) -> int:
    """Return the single-leg calf raises that open the way to load (rule P08). [1]

    The usual count, or what is typical where that is lower; never fewer than the earliest gate.
    """
    p = book.parameters("P08")
    if typical_reps is None or not p.typical_value_counts:
        return int(p.default_reps)
    return int(max(p.early_reps, min(p.default_reps, round(typical_reps))))


def is_calf_before_load(exercise: Exercise) -> bool:
    """Whether it is a calf raise on one leg with body weight, which rule P08 is about."""
    return exercise.pattern in CALF and exercise.sides is Sides.EACH and not exercise.loadable
