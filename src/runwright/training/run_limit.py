"""How long a run to come may be: rule L01 against what was run and what is projected before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from runwright.domain.training import TrainingFacts
from runwright.training.parameters import SpikeParameters
from runwright.training.spikes import DISTANCE, DURATION, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRun:
    """The longest run of some day, or of some week, dated at its beginning.

    Attributes
    ----------
    distance_km
        [km]; None is "not known".
    duration_min
        [min]; None is "not known".
    recorded
        Whether it was run; False for a projected one.
    """

    day: date
    distance_km: float | None
    duration_min: float | None
    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLimit:
    """The most a run may be.

    Attributes
    ----------
    distance_km
        [km]; None where only minutes can be compared.
    duration_min
        [min]; None where only distance can be compared.
    """

    distance_km: float | None
    duration_min: float | None

    def share_left_of(self, distance_km: float | None, duration_min: float) -> float:
        """Share of a run of this length that keeps within the limit, 1 for all of it."""
        shares = [1.0]
        if self.duration_min is not None:
            shares.append(self.duration_min / duration_min)
        if self.distance_km is not None and distance_km is not None and distance_km > 0:
            shares.append(self.distance_km / distance_km)
        return min(shares)


def runs_known_from(facts: TrainingFacts, window_days: int) -> tuple[KnownRun, ...]:
    """What the facts know of past long runs.

    The facts tell the week of a long run and not its day: dating it on Monday lets it leave the
    window early rather than late. Told habits are dated on the day before they were told: what is
    known is over before a plan begins.
    """
    yesterday = facts.as_of - timedelta(days=1)
    weeks = tuple(
        KnownRun(
            day=min(week.monday, yesterday),
            distance_km=week.longest_km if week.longest_km > 0 else None,
            duration_min=week.longest_min,
            recorded=True,
        )
        for week in facts.weekly
        if week.runs > 0
    )
    if facts.longest_30d_min is None:
        return weeks
    day = yesterday if facts.from_habits else facts.as_of - timedelta(days=window_days - 1)
    longest = KnownRun(
        day=day,
        distance_km=facts.longest_30d_km,
        duration_min=facts.longest_30d_min,
        recorded=True,
    )
    return (*weeks, longest)


def limit_of(
    day: date, known: Iterable[KnownRun], p: SpikeParameters, *, restart_min: float
) -> RunLimit:
    """The most a run on `day` may be after the known runs of the window before it.

    Projected runs of the same week do not count, so that length grows by the week and not from
    run to run. With nothing in the window it is the length of a restart.
    """
    first, monday = day - timedelta(days=p.spike_window_days), day - timedelta(days=day.weekday())
    before = [run for run in known if first <= run.day < (day if run.recorded else monday)]
    if not before:
        return RunLimit(distance_km=None, duration_min=restart_min)
    longest_km = max(
        (run.distance_km for run in before if run.distance_km is not None), default=None
    )
    longest_min = max(
        (run.duration_min for run in before if run.duration_min is not None), default=None
    )
    return RunLimit(
        distance_km=None if longest_km is None else allowed(longest_km, DISTANCE, p),
        duration_min=None if longest_min is None else allowed(longest_min, DURATION, p),
    )
