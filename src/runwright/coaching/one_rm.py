"""An estimated maximum from a few repetitions, and a runner's own curve of load and repetitions.

For display and for judging whether a heavier weight is near enough, never a prescription.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from runwright.coaching.done import DoneExercise
from runwright.domain.exercise import Exercise
from runwright.rules.registry import Parameters, RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthTest:
    """A load and the repetitions it would have allowed, reserve included. [kg], [1]"""

    load_kg: float
    reps: int


def strength_test(done: DoneExercise, book: RuleBook) -> StrengthTest | None:
    """Return the set of a session that tells most about the maximum; None where none does."""
    maximum, believed = book.parameters("P06"), book.parameters("P05")
    if not has_table(done.exercise, maximum):
        return None
    found = [
        StrengthTest(load_kg=one.load_kg, reps=one.reps + one.rir)
        for one in done.all_sets
        if one.load_kg is not None
        and one.load_kg > 0
        and one.reps is not None
        and one.rir is not None
        and one.rir < believed.unknown_from_rir
        and maximum.reps_min <= one.reps + one.rir <= maximum.reps_max
    ]
    return min(
        found, key=lambda one: (abs(one.reps - maximum.best_reps), -one.load_kg), default=None
    )


def has_table(exercise: Exercise, maximum: Parameters) -> bool:
    """Whether a maximum means something for it: tables are not for one leg (rule P06)."""
    return exercise.loadable and (maximum.single_leg_table or not exercise.is_single_leg)


def one_rm_kg(tests: Sequence[StrengthTest], book: RuleBook) -> float | None:
    """Return the estimated maximum from the last tests, oldest first. [kg]; None without any.

    With enough tests the runner's own loss of load per repetition counts as much as the
    formula's (rule P06). Formula: source ``epley``.
    """
    maximum = book.parameters("P06")
    last = tests[-maximum.blend_tests :]
    if not last:
        return None
    k = blended_k(last, maximum)
    estimates = [one.load_kg * (1 + k * one.reps) for one in last]
    return sum(estimates) / len(estimates)


def blended_k(tests: Sequence[StrengthTest], maximum: Parameters) -> float:
    """Loss of load per repetition: the formula's, or half-way to the runner's own. [1]"""
    if len(tests) < maximum.blend_tests:
        return float(maximum.epley_k)
    own = _own_k(tests)
    return float(maximum.epley_k) if own is None else (maximum.epley_k + own) / 2


def _own_k(tests: Sequence[StrengthTest]) -> float | None:
    """Slope of ``load = max - k * load * reps`` by least squares; None where it has none."""
    x = [one.load_kg * one.reps for one in tests]
    y = [one.load_kg for one in tests]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((one - mean_x) ** 2 for one in x)
    if not spread:
        return None
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread
    return -slope if slope < 0 else None


def load_share_for(*, wanted: float, reps: float, book: RuleBook) -> float:
    """Return how much of a weight allows for `wanted` repetitions, when all of it does for `reps`.

    Above 1 for fewer. [1]
    """
    k = book.parameters("P06").epley_k
    return float((1 + k * reps) / (1 + k * wanted))


def reps_at(load_kg: float, *, reps: float, now_kg: float, book: RuleBook) -> float:
    """Return how many repetitions `load_kg` would allow for who does `reps` at `now_kg`. [1]"""
    k = book.parameters("P06").epley_k
    return float(((1 + k * reps) * now_kg / load_kg - 1) / k)
