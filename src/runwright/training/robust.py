"""Medians and quantiles of short lists: figures that one odd run does not move."""

from collections.abc import Iterable, Sequence
from math import floor


def quantile(values: Iterable[float], share: float) -> float:
    """Value below which `share` of the values lie, in proportion between neighbours.

    Parameters
    ----------
    values
        At least one.
    share
        0 is the smallest, 1 the largest.

    Raises
    ------
    ValueError
        If there are no values.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError(ordered)
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def median(values: Iterable[float]) -> float:
    """Middle value; between the two middle ones for an even count."""
    return quantile(values, share=1 / 2)


def median_of_known(values: Sequence[float | None]) -> float | None:
    """Median of the values that are known; None where fewer than half of them are."""
    known = [value for value in values if value is not None]
    if not known or 2 * len(known) < len(values):
        return None
    return median(known)


def to_step(value: float, step: int) -> int:
    """Nearest multiple of `step`, halves upwards."""
    return step * floor(value / step + 1 / 2)
