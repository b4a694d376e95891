"""Runs as the runner's calendar knows them: local day and clock time, minutes and kilometres.

Rule for the next author: what this file leaves out, it counts, so that the runner hears of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from itertools import groupby

from runwright.domain.calendar import MINUTES_PER_HOUR
from runwright.domain.run import Run, RunKind

SECONDS_PER_MINUTE = 60
METRES_PER_KM = 1000  # SI


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRun:
    """A run on the runner's own calendar.

    Attributes
    ----------
    day, start_min
        Local day and start. [min] after midnight
    started_at
        The same as an instant, for the order of runs.
    duration_min, distance_km
        [min], [km]; distance None where it was not recorded or cannot be running.
    ascent_m
        [m]; None is "not recorded".
    mean_heart_rate_bpm
        [1/min]; None is "not recorded".
    rpe
        0 to 10; None is "not told".
    """

    day: date
    start_min: int
    started_at: datetime
    duration_min: float
    distance_km: float | None
    ascent_m: float | None
    mean_heart_rate_bpm: float | None
    rpe: float | None
    kind_hint: RunKind | None
    title: str

    @property
    def end_min(self) -> float:
        """End of the run in minutes after the midnight it started from, pauses left out."""
        return self.start_min + self.duration_min


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Runs up to a day, oldest first, and what was left out.

    Attributes
    ----------
    future
        Runs after that day. [1]
    walks
        Walks up to that day: no part of running. [1]
    impossible
        Days whose distance no runner covers in the time; minutes are kept.
    """

    runs: tuple[RecordedRun, ...]
    future: int
    walks: int
    impossible: tuple[date, ...]


def recorded_runs(
    runs: Iterable[Run], *, as_of: date, timezone: tzinfo, fastest_run_mps: float
) -> Recorded:
    """Runs on the calendar of `timezone` up to and with `as_of`; the order given plays no part."""
    in_order = sorted(runs, key=_order)
    running = [run for run in in_order if run.kind_hint is not RunKind.WALK]
    walks = [run for run in in_order if run.kind_hint is RunKind.WALK]
    past = [run for run in running if _day(run, timezone) <= as_of]
    impossible = [run for run in past if _is_impossible(run, fastest_run_mps)]
    return Recorded(
        runs=tuple(_recorded(run, timezone, fastest_run_mps) for run in past),
        future=len(running) - len(past),
        walks=sum(_day(run, timezone) <= as_of for run in walks),
        impossible=tuple(day for day, _same in groupby(_day(run, timezone) for run in impossible)),
    )


def _order(run: Run) -> tuple[object, ...]:
    """Key that puts the same runs in the same order however they were given."""
    known = (run.distance_m, run.ascent_m, run.mean_heart_rate_bpm, run.rpe)
    numbers = tuple(-1.0 if value is None else value for value in known)
    return (run.started_at, run.duration_s, *numbers, run.kind_hint or "", run.title)


def _day(run: Run, timezone: tzinfo) -> date:
    return run.started_at.astimezone(timezone).date()


def _is_impossible(run: Run, fastest_run_mps: float) -> bool:
    return run.distance_m is not None and run.distance_m > fastest_run_mps * run.duration_s


def _recorded(run: Run, timezone: tzinfo, fastest_run_mps: float) -> RecordedRun:
    start = run.started_at.astimezone(timezone)
    known = run.distance_m is not None and not _is_impossible(run, fastest_run_mps)
    return RecordedRun(
        day=start.date(),
        start_min=start.hour * MINUTES_PER_HOUR + start.minute,
        started_at=run.started_at,
        duration_min=run.duration_s / SECONDS_PER_MINUTE,
        distance_km=run.distance_m / METRES_PER_KM
        if known and run.distance_m is not None
        else None,
        ascent_m=run.ascent_m,
        mean_heart_rate_bpm=run.mean_heart_rate_bpm,
        rpe=run.rpe,
        kind_hint=run.kind_hint,
        title=run.title,
    )
