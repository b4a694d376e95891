"""The longest single run of the days before a day (rule L01)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from runwright.training.recorded import RecordedRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Longest:
    """The longest of some runs, each way of measuring for itself.

    Attributes
    ----------
    distance_km
        [km]; None where no run carries a distance.
    duration_min
        [min]; None where there is no run.
    """

    distance_km: float | None
    duration_min: float | None


def longest_of(runs: Iterable[RecordedRun]) -> Longest:
    """The longest of these runs by distance and by minutes."""
    runs = tuple(runs)
    return Longest(
        distance_km=max(
            (run.distance_km for run in runs if run.distance_km is not None), default=None
        ),
        duration_min=max((run.duration_min for run in runs), default=None),
    )


def longest_until(runs: Iterable[RecordedRun], day: date, *, window_days: int) -> Longest:
    """The longest of the `window_days` days that end with `day`: those before the day after."""
    first = day - timedelta(days=window_days - 1)
    return longest_of(run for run in runs if first <= run.day <= day)
