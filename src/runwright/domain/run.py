"""Runs: what was run (from files) and what is planned to be run."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from runwright.domain.errors import ValueOutOfRangeError

RPE_MAX = 10.0


class RunKind(StrEnum):
    """What a run is for; the planner protects everything but easy runs and walks."""

    EASY = "easy"
    LONG = "long"
    QUALITY = "quality"
    RACE = "race"
    WALK = "walk"

    @property
    def is_hard(self) -> bool:
        """Whether the run counts as a hard day (evidence.md, Terms)."""
        return self in _HARD

    @property
    def needs_fresh_legs(self) -> bool:
        """Whether it is a quality run in the sense of rule S02: hard effort, races included."""
        return self in _FRESH


_HARD = frozenset({RunKind.LONG, RunKind.QUALITY, RunKind.RACE})
_FRESH = frozenset({RunKind.QUALITY, RunKind.RACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSource:
    """The file a run came from.

    Attributes
    ----------
    label
        File name as the person knows it, ``archive.zip/activities/1.fit.gz`` inside archives.
    format
        ``fit | gpx | tcx | csv | strava``.
    """

    label: str
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run as it was recorded.

    Attributes
    ----------
    started_at
        Aware start time.
    duration_s
        Time running, pauses left out where the file tells. [s], above 0
    elapsed_s
        From start to end, pauses included. [s]; at least `duration_s`
    distance_m
        Distance. [m]; None is "not recorded" (never 0 for unknown).
    ascent_m
        Climb. [m]; None is "not recorded".
    mean_heart_rate_bpm, max_heart_rate_bpm
        [1/min]; None is "not recorded".
    rpe
        Session effort on the CR-10 scale. 0 to 10; None is "not told".
    indoor
        Whether it was run on a treadmill or track without positions.
    kind_hint
        What the file itself calls the run (a race, a workout); None where it does not say.
    title
        Name given by the person or device, '' where there is none.
    sources
        Every file that holds this run: one run seen by watch and phone has two.
    """

    started_at: datetime
    duration_s: float
    elapsed_s: float
    distance_m: float | None = None
    ascent_m: float | None = None
    mean_heart_rate_bpm: float | None = None
    max_heart_rate_bpm: float | None = None
    rpe: float | None = None
    indoor: bool = False
    kind_hint: RunKind | None = None
    title: str = ""
    sources: tuple[RunSource, ...] = ()

    def __post_init__(self) -> None:
        if self.started_at.tzinfo is None:
            raise ValueOutOfRangeError("started_at", self.started_at, "a time with its zone")
        if not self.duration_s > 0:
            raise ValueOutOfRangeError("duration_s", self.duration_s, "above 0 s")
        if self.elapsed_s < self.duration_s:
            raise ValueOutOfRangeError("elapsed_s", self.elapsed_s, "at least duration_s")
        if self.distance_m is not None and not self.distance_m >= 0:
            raise ValueOutOfRangeError("distance_m", self.distance_m, "0 m or more, or None")
        if self.rpe is not None and not 0 <= self.rpe <= RPE_MAX:
            raise ValueOutOfRangeError("rpe", self.rpe, "0 to 10, or None")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRun:
    """A run to come, given by the runner's own plan or projected from history.

    Attributes
    ----------
    day, start_min
        Calendar day and start of the run. [min] after midnight
    duration_min
        How long it takes. [min], above 0
    distance_km
        [km]; None where the plan speaks of time only.
    title
        As the runner's plan names it; '' when projected.
    projected
        True when Runwright carried it forward from past weeks.
    race
        Name of the race it is; None for training.
    """

    day: date
    start_min: int
    duration_min: int
    kind: RunKind
    distance_km: float | None = None
    title: str = ""
    projected: bool = False
    race: str | None = None

    def __post_init__(self) -> None:
        if not self.duration_min > 0:
            raise ValueOutOfRangeError("duration_min", self.duration_min, "above 0 min")

    @property
    def end_min(self) -> int:
        """End of the run in minutes after the midnight it started from. [min]"""
        return self.start_min + self.duration_min
