"""Session-RPE load and what is made of it: monotony, strain, weighted averages (rules L04, L05)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, pstdev

from runwright.domain.run import RunKind
from runwright.training.effort import Judged
from runwright.training.parameters import LoadParameters
from runwright.training.recorded import RecordedRun


@dataclass(frozen=True, slots=True)
class SessionLoad:
    """A run and its load.

    Attributes
    ----------
    load_au
        Effort x minutes (sources ``foster2001``, ``foster2021``). [AU]
    estimated
        Whether the effort was estimated, not told.
    """

    run: RecordedRun
    load_au: float
    estimated: bool


def session_load(judged: Judged, p: LoadParameters) -> SessionLoad:
    """Load of a run from its told effort; from what it looks like where none was told."""
    run = judged.run
    effort_rpe = run.rpe if run.rpe is not None else estimated_rpe(judged, p)
    return SessionLoad(run, effort_rpe * run.duration_min, estimated=run.rpe is None)


def estimated_rpe(judged: Judged, p: LoadParameters) -> float:
    """Session effort a coach would guess for such a run, 0 to 10."""
    by_kind = {
        RunKind.QUALITY: p.estimated_quality_rpe_0_10,
        RunKind.RACE: p.estimated_race_rpe_0_10,
    }
    rpe = by_kind.get(judged.kind, p.estimated_easy_rpe_0_10)
    is_long = judged.run.duration_min >= p.long_effort_from_min
    return rpe + p.estimated_long_extra_points if is_long else rpe


def daily_loads(loads: Iterable[SessionLoad], *, first: date, last: date) -> tuple[float, ...]:
    """Daily load [AU] from `first` to `last`, both with; 0 for days without runs."""
    by_day: dict[date, float] = {}
    for load in loads:
        by_day[load.run.day] = by_day.get(load.run.day, 0) + load.load_au
    days = (last - first).days + 1
    return tuple(by_day.get(first + timedelta(days=number), 0.0) for number in range(days))


def monotony(daily_au: Sequence[float]) -> float | None:
    """Mean of daily load over its standard deviation; None where all days are alike.

    Notes
    -----
    Source ``foster1998``. The seven days are the whole week and no sample of it, so the
    deviation is the population's: it also comes nearer to the diary printed in ``foster2001``.
    """
    spread_au = pstdev(daily_au)
    return fmean(daily_au) / spread_au if spread_au > 0 else None


def ewma(daily_au: Sequence[float], days: int) -> float | None:
    """Exponentially weighted mean of daily load, lambda = 2 / (N + 1). [AU]; None without days.

    Parameters
    ----------
    daily_au
        One value a day, oldest first, rest days as 0. [AU]
    days
        N. It starts from the plain mean of the first N days, so that a record which begins
        with a hard day does not carry that day for weeks.

    Notes
    -----
    Source ``ewma``.
    """
    if len(daily_au) == 0:
        return None
    weight = 2 / (days + 1)
    mean_au = fmean(daily_au[:days])
    for load_au in daily_au[days:]:
        mean_au += weight * (load_au - mean_au)
    return mean_au
