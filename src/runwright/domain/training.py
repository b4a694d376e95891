"""What past runs say: the typical week, the longest run, spikes and load."""

from dataclasses import dataclass
from datetime import date

from runwright.domain.run import RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalRun:
    """A run of the typical week.

    Attributes
    ----------
    weekday
        0 is Monday.
    start_min
        Usual start. [min] after midnight
    duration_min, distance_km
        Usual length. [min], [km]; distance None where runs carry none.
    share
        Share of the weeks looked at that had a run on this weekday. 0 to 1
    because
        One sentence: why it is taken for this kind of run.
    """

    weekday: int
    start_min: int
    duration_min: int
    kind: RunKind
    share: float
    distance_km: float | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """One week of running.

    Attributes
    ----------
    load_au
        Session-RPE load: effort x minutes, summed. [AU]
    load_estimated_share
        Share of that load whose effort was estimated, not told. 0 to 1
    monotony
        Mean of daily load over its standard deviation (Foster 1998); None with fewer than
        2 different days.
    strain_au
        Weekly load x monotony. [AU]; None with monotony
    """

    monday: date
    runs: int
    distance_km: float
    duration_min: float
    longest_km: float
    longest_min: float
    load_au: float
    load_estimated_share: float
    monotony: float | None
    strain_au: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """A run much longer than the longest of the 30 days before it (rule L01).

    Attributes
    ----------
    ratio
        Distance (or minutes, where distance is missing) over the longest before. Above 1
    by
        ``"distance"`` or ``"duration"``.
    """

    day: date
    ratio: float
    by: str
    value: float  # lint: allow unit-suffix: km or min, as `by` says
    longest_before: float  # lint: allow unit-suffix: km or min, as `by` says


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFacts:
    """Everything the planner wants to know about past running.

    Attributes
    ----------
    as_of
        The day the facts are looked at from.
    typical_week
        Runs of a typical recent week, Monday first; empty when nothing is known.
    weeks_looked_at
        Weeks the typical week rests on; 0 when it comes from told habits.
    longest_30d_km, longest_30d_min
        Longest single run of the last 30 days; None when there was none.
    last_run
        Day of the last run; None when there is none.
    weekly
        All weeks from the first run on, oldest first, weeks without runs included.
    ewma_short_au, ewma_long_au
        Exponentially weighted daily load, 7 and 28 days (display only). [AU]; None without runs
    weekly_km
        Mean distance of the last 4 whole weeks. [km]; None without runs
    months_of_running
        Months since the first of the recorded runs with no gap over 30 days. [month]
    from_habits
        True when there were no files and the facts come from what was told.
    notes
        Sentences a runner should read: what was estimated and why.
    """

    as_of: date
    typical_week: tuple[TypicalRun, ...] = ()
    weeks_looked_at: int = 0
    longest_30d_km: float | None = None
    longest_30d_min: float | None = None
    last_run: date | None = None
    weekly: tuple[WeekLoad, ...] = ()
    spikes: tuple[Spike, ...] = ()
    ewma_short_au: float | None = None
    ewma_long_au: float | None = None
    weekly_km: float | None = None
    months_of_running: float | None = None
    from_habits: bool = False
    notes: tuple[str, ...] = ()
