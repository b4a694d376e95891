"""How long exercises really take: work, rests, sides, set-up, and what pairing saves."""

from collections.abc import Sequence
from dataclasses import dataclass

from runwright.domain.exercise import Exercise, Sides
from runwright.domain.session import Dose, RampSet

BREATH_S = 4  # a calm breath, for drills counted in breaths
WALK_M_S = 0.8  # pace of carries and walking drills
STEP_S = 0.8  # one step of a band walk
CONTACT_S = 0.8  # one landing and the next take-off
SWITCH_S = 5  # changing sides
CHANGE_S = 10  # getting from one exercise of a superset to the other
RAMP_REP_S = 3  # a ramp repetition
RAMP_REST_S = 30  # changing plates between ramp sets
PAIR = 2  # exercises in an ordinary superset; articles have longer ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An exercise's times with its dose. [s]

    Attributes
    ----------
    work_s
        One set, both sides where sides are done apart.
    """

    sets: int
    work_s: int
    rest_s: int
    setup_s: int
    ramp_s: int = 0

    @property
    def alone_s(self) -> int:
        """Done by itself: set-up, ramp, sets and the rests between them. [s]"""
        return self.setup_s + self.ramp_s + self.sets * self.work_s + (self.sets - 1) * self.rest_s


def timed(exercise: Exercise, dose: Dose, ramp: tuple[RampSet, ...] = ()) -> Timed:
    """Times of an exercise with a dose."""
    one_side = one_side_s(exercise, dose)
    both = exercise.sides is Sides.EACH
    return Timed(
        sets=dose.sets,
        work_s=round(2 * one_side + SWITCH_S if both else one_side),
        rest_s=dose.rest_s,
        setup_s=exercise.setup_s,
        ramp_s=sum(one.reps * RAMP_REP_S + RAMP_REST_S for one in ramp),
    )


def one_side_s(exercise: Exercise, dose: Dose) -> float:
    """Seconds one set takes, of one side where sides are done apart. [s]"""
    if dose.hold_s is not None:
        return dose.hold_s
    if dose.distance_m is not None:
        return dose.distance_m / WALK_M_S
    if dose.steps is not None:
        return 2 * dose.steps * STEP_S  # there and back
    if dose.contacts is not None:
        each_s = exercise.seconds_per_rep
        return dose.contacts * (each_s if each_s is not None else CONTACT_S)
    reps = dose.reps[1] if dose.reps is not None else 1
    if dose.rep_hold_s is not None:
        return reps * dose.rep_hold_s
    per_rep = exercise.seconds_per_rep if exercise.seconds_per_rep is not None else BREATH_S
    return reps * per_rep  # one alternating repetition is left and right once


def block_s(times: Sequence[Timed], *, in_turn: bool) -> int:
    """What one block takes: its exercises one after the other, or set by set in turn. [s]"""
    if len(times) == 1 or not in_turn:
        return sum(one.alone_s for one in times)
    if len(times) > PAIR:
        return _round_s(times)
    return together_s(times[0], times[1])


def _round_s(times: Sequence[Timed]) -> int:
    """Three or more in turn: rests happen while the others work. [s]"""
    rounds = max(one.sets for one in times)
    work = sum(one.work_s for one in times)
    pause = max(0, max(one.rest_s + one.work_s for one in times) - work)
    return sum(one.setup_s + one.ramp_s for one in times) + rounds * work + (rounds - 1) * pause


def together_s(a: Timed, b: Timed) -> int:
    """Two exercises in turn: each rests while the other works (rule D10). [s]

    The one with more sets sets the pace; the other fits into its rests.
    """
    long, short = (a, b) if a.sets >= b.sets else (b, a)
    gap = max(long.rest_s, short.work_s + 2 * CHANGE_S, short.rest_s + short.work_s - long.work_s)
    shared = min(short.sets, long.sets - 1)
    total = long.sets * long.work_s + shared * gap + (long.sets - 1 - shared) * long.rest_s
    if short.sets > shared:
        total += CHANGE_S + short.work_s
    return a.setup_s + b.setup_s + a.ramp_s + b.ramp_s + total
