"""What sets say of strength: the estimated maximum with its band, the best set, the longest hold.

Rule for the next author: an estimate is a rough display (rule P06), never a prescription, and none
is made from one leg, from many repetitions, or from a reserve nobody can feel (rule P05).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from runwright.domain.performed import PerformedSession, PerformedSet

RESERVE_ERROR_REPS = 1  # how far people misjudge their reserve near the end of a set (hackett2017)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateParameters:
    """The numbers of rules P05 and P06.

    Attributes
    ----------
    epley_k
        1RM = load x (1 + k x repetitions), source ``epley``.
    reps_max
        Most repetitions to the limit an estimate is made from.
    unknown_from_rir
        A reserve from which on nobody knows it. [reps]
    """

    epley_k: float  # lint: allow unit-suffix: a bare factor
    reps_max: int
    unknown_from_rir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OneRm:
    """An estimated one-repetition maximum. [kg]

    Attributes
    ----------
    low_kg, high_kg
        The same with one repetition fewer or more left than was told. [kg]
    """

    one_rm_kg: float
    low_kg: float
    high_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftDay:
    """What was reached in one exercise in one session.

    Attributes
    ----------
    best
        The set with the highest load, and of those the one with the most counted.
    estimate
        The highest estimated maximum; None where no set allows one.
    """

    day: date
    best: PerformedSet
    estimate: OneRm | None


def one_rm(done: PerformedSet, p: EstimateParameters) -> OneRm | None:
    """Return the maximum a set speaks for; None where rules P05 and P06 allow no estimate."""
    if done.is_ramp or done.side is not None or done.load_kg is None or done.load_kg <= 0:
        return None
    if done.reps is None or done.reps < 1 or done.rir is None or done.rir >= p.unknown_from_rir:
        return None
    to_limit = done.reps + done.rir
    if to_limit > p.reps_max:
        return None
    fewest = max(done.reps, to_limit - RESERVE_ERROR_REPS)
    return OneRm(
        one_rm_kg=epley_kg(done.load_kg, to_limit, p),
        low_kg=epley_kg(done.load_kg, fewest, p),
        high_kg=epley_kg(done.load_kg, to_limit + RESERVE_ERROR_REPS, p),
    )


def epley_kg(load_kg: float, reps: int, p: EstimateParameters) -> float:
    """Return load x (1 + k x repetitions), source ``epley``. [kg]; one repetition is the load."""
    return load_kg if reps == 1 else load_kg * (1 + p.epley_k * reps)


def lift_days(
    sessions: Iterable[PerformedSession],
    exercise: str,
    *,
    zone: tzinfo,
    p: EstimateParameters,
    estimates: bool,
) -> tuple[LiftDay, ...]:
    """Return what was reached in an exercise, session by session, oldest first.

    Parameters
    ----------
    estimates
        Whether an estimated maximum means something for it; not for one leg, nor without a load.
    """
    found = []
    for session in sorted(sessions, key=lambda one: one.started_at):
        sets = [one for one in session.sets if one.exercise == exercise and _counts(one)]
        if len(sets) > 0:
            known = [one_rm(one, p) for one in sets] if estimates else []
            told = [one for one in known if one is not None]
            found.append(
                LiftDay(
                    day=session.started_at.astimezone(zone).date(),
                    best=max(sets, key=_weight),
                    estimate=max(told, key=lambda one: one.one_rm_kg, default=None),
                )
            )
    return tuple(found)


def exercises_done(sessions: Iterable[PerformedSession]) -> tuple[str, ...]:
    """Return every exercise that was done, the one done in most sessions first."""
    count: dict[str, int] = {}
    for session in sessions:
        for exercise in dict.fromkeys(one.exercise for one in session.sets if _counts(one)):
            count[exercise] = count.get(exercise, 0) + 1
    return tuple(sorted(count, key=lambda one: -count[one]))


def bands_touch(first: OneRm, last: OneRm) -> bool:
    """Whether two estimates could be the same strength, as far as the reserve is known."""
    return first.low_kg <= last.high_kg and last.low_kg <= first.high_kg


def counted(done: PerformedSet) -> int:
    """Return what was counted in a set, whatever it was."""
    told: Sequence[int | None] = (done.reps, done.hold_s, done.distance_m, done.contacts)
    return next((one for one in told if one is not None), 0)


def _counts(done: PerformedSet) -> bool:
    return not done.is_ramp and counted(done) > 0


def _weight(done: PerformedSet) -> tuple[float, int]:
    return (0.0 if done.load_kg is None else done.load_kg, counted(done))
