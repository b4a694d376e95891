"""The heart on easy runs, soon after hard legs and otherwise, made comparable by pace."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from runwright.domain.run import RunKind
from runwright.training.effort import Judged, flat_pace_min_per_km
from runwright.training.intervals import line_through
from runwright.training.parameters import EffortParameters

EASY = frozenset({RunKind.EASY, RunKind.LONG})


def easy_heart_rates(
    runs: Iterable[Judged], hard_legs: Sequence[datetime], *, within: timedelta, p: EffortParameters
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return how far the heart was off its usual rate at that pace: after hard legs, and else.

    Parameters
    ----------
    hard_legs
        Ends of the sessions that were hard on the legs.
    within
        How long after one a run counts as soon after it.

    Returns
    -------
    tuple
        Two groups. [1/min]; a run without heart rate or pace is in neither.
    """
    told = [
        (one.run.started_at, pace, one.run.mean_heart_rate_bpm)
        for one in runs
        if one.kind in EASY
        and one.run.mean_heart_rate_bpm is not None
        and (pace := flat_pace_min_per_km(one.run, p)) is not None
    ]
    if not told:
        return (), ()
    height, slope = line_through([(pace, bpm) for _start, pace, bpm in told])
    off = [(start, bpm - height - slope * pace) for start, pace, bpm in told]
    soon = {start for start, _bpm in off if _is_soon(start, hard_legs, within)}
    return (
        tuple(bpm for start, bpm in off if start in soon),
        tuple(bpm for start, bpm in off if start not in soon),
    )


def _is_soon(start: datetime, hard_legs: Iterable[datetime], within: timedelta) -> bool:
    return any(timedelta(0) <= start - end <= within for end in hard_legs)
