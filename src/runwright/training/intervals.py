"""How much something changed, and between which two amounts that likely lies, from few odd numbers.

Rule for the next author: nothing here says why. An interval that holds zero is no change one could
tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from math import ceil, floor, sqrt

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.training.robust import median

NINE_IN_TEN_SD = 1.645  # how far nine in ten values of a bell curve lie from its middle
FEWEST_DAYS = 6  # with fewer, the interval of a slope is all there is to see
FEWEST_EACH = 5  # with fewer in one of two groups, the same holds for their difference
KENDALL = (2, 5, 18)  # variance of Kendall's count of n days: n (n - 1) (2 n + 5) / 18
RANKS = 12  # variance of the rank count of two groups: m n (m + n + 1) / 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A change, in the unit of what was measured, and where it likely lies: nine times in ten.

    Attributes
    ----------
    count
        What it rests on: days, or values of both groups together. [1]
    """

    middle: float  # lint: allow unit-suffix: in the unit of what was measured
    low: float  # lint: allow unit-suffix: in the unit of what was measured
    high: float  # lint: allow unit-suffix: in the unit of what was measured
    count: int

    @property
    def is_clear(self) -> bool:
        """Whether it is a change at all, as far as one can tell."""
        return self.low > 0 or self.high < 0


def weekly_change(points: Sequence[tuple[date, float]]) -> Interval | None:
    """Return the change a week; None with too few days.

    Notes
    -----
    The middle of the slopes between any two days, and Sen's interval by Kendall's count: one odd
    day moves neither.
    """
    days = len({day for day, _amount in points})
    if days < FEWEST_DAYS:
        return None
    slopes = sorted(
        DAYS_PER_WEEK * (later - amount) / (other - day).days
        for (day, amount), (other, later) in combinations(sorted(points), 2)
        if other > day
    )
    two, five, eighteen = KENDALL
    count = len(points)
    spread = NINE_IN_TEN_SD * sqrt(count * (count - 1) * (two * count + five) / eighteen)
    return _between(slopes, spread, count)


def difference(first: Sequence[float], second: Sequence[float]) -> Interval | None:
    """Return how much more the first group is than the second; None with too few in either.

    Notes
    -----
    The middle of all differences between one of each (Hodges and Lehmann), and the interval by
    their ranks.
    """
    m, n = len(first), len(second)
    if min(m, n) < FEWEST_EACH:
        return None
    apart = sorted(one - other for one, other in product(first, second))
    spread = 2 * NINE_IN_TEN_SD * sqrt(m * n * (m + n + 1) / RANKS)
    return _between(apart, spread, m + n)


def line_through(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return height at zero and slope of the line that half of the points lie above.

    Parameters
    ----------
    points
        At least one.
    """
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x1 != x2]
    slope = median(slopes) if slopes else 0.0
    return median(y - slope * x for x, y in points), slope


def _between(ordered: Sequence[float], spread: float, count: int) -> Interval:
    """The middle of ordered values, and those as many places from both ends as `spread` leaves."""
    left_out = max(0, floor((len(ordered) - spread) / 2) - 1)
    last = min(len(ordered) - 1, ceil((len(ordered) + spread) / 2))
    return Interval(middle=median(ordered), low=ordered[left_out], high=ordered[last], count=count)
