"""The numbers of this room, as the knowledge base (`base/training.yaml`) hands them in.

Rule for the next author: no default here. A number enters through the knowledge base, with its
unit, its basis and a reason, and gets a field of the same name in one of the groups.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Self, TypeVar

from runwright.domain.errors import RunwrightError


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalWeekParameters:
    """How the typical week is found.

    Attributes
    ----------
    weeks_back
        How far back running still says what is typical. [week]
    weeks_used
        At most so many weeks with runs are looked at, the newest first. [week]
    few_weeks
        With fewer weeks than this, the runner is told that little is known. [week]
    usual_share
        Share of the weeks from which on a weekday counts as a usual running day. 0 to 1
    same_outing_gap_min
        Recordings closer together than this are one outing. [min]
    long_over_usual_ratio
        The longest run of the week over the usual one, from which on it is a long run.
    quality_run_share
        Share of the runs of a weekday that must look hard for a quality day. 0 to 1
    pause_days
        Days without a run after which the runner is told of the pause. [day]
    """

    weeks_back: int
    weeks_used: int
    few_weeks: int
    usual_share: float
    same_outing_gap_min: float
    long_over_usual_ratio: float
    quality_run_share: float
    pause_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortParameters:
    """How a run is told to be easy or hard.

    Attributes
    ----------
    reference_weeks
        A run is compared with the runs of so many weeks before it. [week]
    reference_runs
        With fewer runs than this before it, pace and heart rate say nothing. [1]
    judged_from_min
        Shorter recordings are neither compared nor compared with. [min]
    easy_side_share
        Where in the runner's own paces and heart rates easy running lies: the share of the
        runs that are faster, or have a higher heart rate. 0 to 1
    quality_pace_ratio, quality_heart_rate_ratio
        Against own easy running: one of them is enough for a hard run.
    paired_pace_ratio, paired_heart_rate_ratio
        Against own easy running: hard when both hold.
    hard_rpe_0_10, easy_rpe_0_10
        Told effort from which on a run is hard, up to which it is easy. 0 to 10
    flat_m_per_ascent_m
        Metres on the flat that cost as much as a metre of climb. [m]
    fastest_run_mps
        Mean speed above which a recorded distance is not running. [m/s]
    """

    reference_weeks: int
    reference_runs: int
    judged_from_min: float
    easy_side_share: float
    quality_pace_ratio: float
    quality_heart_rate_ratio: float
    paired_pace_ratio: float
    paired_heart_rate_ratio: float
    hard_rpe_0_10: float
    easy_rpe_0_10: float
    flat_m_per_ascent_m: float
    fastest_run_mps: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpikeParameters:
    """Rule L01: how much longer than before a single run may be.

    Attributes
    ----------
    spike_window_days
        Days before a run that are looked at. [day]
    spike_record_days
        Days a record must reach back before a run can be a spike. [day]
    spike_warn_ratio, spike_block_ratio
        Run over the longest before it: worth a word, and well beyond it.
    spike_floor_km, spike_floor_below_km
        This much more is always fine while the longest run is shorter than that. [km]
    spike_floor_min, spike_floor_below_min
        The same where minutes stand in for distance. [min]
    """

    spike_window_days: int
    spike_record_days: int
    spike_warn_ratio: float
    spike_block_ratio: float
    spike_floor_km: float
    spike_floor_below_km: float
    spike_floor_min: float
    spike_floor_below_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadParameters:
    """Session-RPE load (rules L04, L05) and weekly figures.

    Attributes
    ----------
    estimated_easy_rpe_0_10, estimated_quality_rpe_0_10, estimated_race_rpe_0_10
        Effort taken for a run whose effort was not told. 0 to 10
    estimated_long_extra_points, long_effort_from_min
        What a run gets on top from so many minutes on. [1], [min]
    ewma_short_days, ewma_long_days
        N of the two exponentially weighted averages. [day]
    personal_high_share, personal_high_weeks
        Quantile of the own weeks above which a week is high, and how many weeks it takes to say.
    weekly_km_weeks
        Whole weeks the weekly distance is the mean of. [week]
    streak_gap_days
        Days without a run that end a stretch of regular running. [day]
    novice_months, novice_growth_ratio
        Who is new to running, and the growth over two weeks they are told of (rule L02).
    """

    estimated_easy_rpe_0_10: float
    estimated_quality_rpe_0_10: float
    estimated_race_rpe_0_10: float
    estimated_long_extra_points: float
    long_effort_from_min: float
    ewma_short_days: int
    ewma_long_days: int
    personal_high_share: float
    personal_high_weeks: int
    weekly_km_weeks: int
    streak_gap_days: int
    novice_months: float
    novice_growth_ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionParameters:
    """How past running is carried forward.

    Attributes
    ----------
    weekly_long_growth_ratio, most_long_growth_ratio
        Long run over that of the week before, and over the typical one at most.
    long_most_min
        The long run grows no further than this. [min]
    lighter_every_weeks, lighter_week_share
        Every so many weeks one is lighter; its share of the usual minutes.
    restart_min
        Longest first run after a pause that leaves nothing to compare with. [min]
    shortest_run_min
        No lighter week, taper or recovery makes a run shorter than this. [min]
    duration_step_min
        Minutes are rounded to this. [min]
    taper_far_share, taper_near_share
        Share of the usual minutes 14 to 8, and 7 to 1 days before an A race.
    rested_days, rested_share
        The same in so many days before a B race.
    no_quality_before_days
        Days before an A or B race without quality run. [day]
    recovery_days, recovery_share
        Days of easy running after an A or B race at least, and their share of the usual
        minutes.
    easy_days_after_5_km, easy_days_after_half, easy_days_after_marathon
        Easy days after races of 5, 21.1 and 42.2 km; between them in proportion. [day]
    c_race_easy_days_share
        Share of those days after a C race. 0 to 1
    rest_of_easy_days_share
        Share of those days without any run. 0 to 1
    race_pace_5_km_ratio
        Race pace over 5 km, over easy pace.
    race_fatigue_exponent_ratio
        How pace slows with distance: time goes with distance to this power.
    easy_pace_unknown_min_per_km
        Easy pace where the runs say none. [min/km]
    """

    weekly_long_growth_ratio: float
    most_long_growth_ratio: float
    long_most_min: float
    lighter_every_weeks: int
    lighter_week_share: float
    restart_min: float
    shortest_run_min: float
    duration_step_min: int
    taper_far_share: float
    taper_near_share: float
    rested_days: int
    rested_share: float
    no_quality_before_days: int
    recovery_days: int
    recovery_share: float
    easy_days_after_5_km: float
    easy_days_after_half: float
    easy_days_after_marathon: float
    c_race_easy_days_share: float
    rest_of_easy_days_share: float
    race_pace_5_km_ratio: float
    race_fatigue_exponent_ratio: float
    easy_pace_unknown_min_per_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingParameters:
    """Every number of this room, by what it is for."""

    typical_week: TypicalWeekParameters
    effort: EffortParameters
    spikes: SpikeParameters
    load: LoadParameters
    projection: ProjectionParameters

    @classmethod
    def from_entries(cls, entries: Mapping[str, float]) -> Self:
        """Parameters from the values of `base/training.yaml` by name.

        Raises
        ------
        TrainingParametersError
            If a number is missing, has a name nobody knows, or is no whole number of days or
            weeks where one is needed; all faults at once.
        """
        groups: dict[str, Any] = {field.name: field.type for field in fields(cls)}
        faults = _faults(tuple(groups.values()), entries)
        if faults:
            raise TrainingParametersError(faults)
        return cls(**{name: _group(group, entries) for name, group in groups.items()})


class TrainingParametersError(RunwrightError):
    """The training numbers of the knowledge base do not fit the fields that use them."""

    code = "training.parameters"

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            f"knowledge/base/training.yaml: {len(self.faults)} numbers cannot be used. "
            + " ".join(self.faults)
        )


Group = TypeVar("Group")


def _group(group: type[Group], entries: Mapping[str, float]) -> Group:
    values = {name: kind(entries[name]) for name, kind in _known((group,)).items()}
    return group(**values)


def _faults(groups: tuple[Any, ...], entries: Mapping[str, float]) -> list[str]:
    known = _known(groups)
    missing = [
        f"'{name}' is missing; add it with value, unit, basis and why."
        for name in known
        if name not in entries
    ]
    unknown = [_unknown(name, known) for name in entries if name not in known]
    uneven = [
        f"'{name}' is {entries[name]:g}; expected a whole number."
        for name, kind in known.items()
        if kind is int and name in entries and entries[name] != int(entries[name])
    ]
    return missing + unknown + uneven


def _unknown(name: str, known: Mapping[str, type]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f" Did you mean '{near[0]}'?" if near else " Take it out, or give it a field."
    return f"'{name}' is used by nothing.{hint}"


def _known(groups: tuple[Any, ...]) -> dict[str, Any]:
    """Name and type of every field of the groups."""
    return {field.name: field.type for group in groups for field in fields(group)}
