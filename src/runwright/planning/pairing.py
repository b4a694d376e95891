"""Supersets: who may alternate with whom, and the least time exercises take (rule D10)."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from runwright.planning.minutes import Timed, together_s


class Pairable(Protocol):
    """What pairing looks at.

    Attributes
    ----------
    group
        What it tires; two of one group are never paired, '' is never paired at all.
    heavy
        Whether it is a heavy lift that pairs with no other leg exercise.
    """

    @property
    def timed(self) -> Timed:
        """Times of the exercise with its dose."""

    @property
    def group(self) -> str:
        """What it tires."""

    @property
    def lower_body(self) -> bool:
        """Whether it trains the legs."""

    @property
    def heavy(self) -> bool:
        """Whether it is a heavy lift."""


def may_pair(a: Pairable, b: Pairable) -> bool:
    """Whether two exercises may alternate."""
    if not a.group or a.group == b.group or not b.group:
        return False
    return not (a.lower_body and b.lower_body and (a.heavy or b.heavy))


def shortest_s(exercises: Sequence[Pairable]) -> NDArray[np.int64]:
    """Seconds of every subset of exercises with the pairing of least time, by bit mask."""
    times = np.zeros(1, dtype=np.int64)
    for k, one in enumerate(exercises):
        longer = times + one.timed.alone_s
        masks = np.arange(len(times))
        for j in range(k):
            if not may_pair(exercises[j], one):
                continue
            with_j = np.flatnonzero(masks >> j & 1)
            pair = together_s(exercises[j].timed, one.timed)
            longer[with_j] = np.minimum(longer[with_j], times[with_j ^ (1 << j)] + pair)
        times = np.concatenate([times, longer])
    return times


def best_pairs(exercises: Sequence[Pairable]) -> tuple[tuple[int, ...], ...]:
    """The pairing of least time as groups of numbers, read back from :func:`shortest_s`."""
    times = shortest_s(exercises)
    groups: list[tuple[int, ...]] = []
    mask = len(times) - 1
    while mask:
        k = mask.bit_length() - 1
        rest = mask ^ (1 << k)
        group: tuple[int, ...] = (k,)
        if times[mask] != times[rest] + exercises[k].timed.alone_s:
            group = next(
                (j, k)
                for j in range(k)
                if rest >> j & 1
                and may_pair(exercises[j], exercises[k])
                and times[mask]
                == times[rest ^ (1 << j)] + together_s(exercises[j].timed, exercises[k].timed)
            )
        groups.append(group)
        for number in group:
            mask ^= 1 << number
    return tuple(sorted(groups))
