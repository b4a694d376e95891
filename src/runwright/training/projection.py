"""The typical week carried forward: what running will look like if nothing changes.

This is no running plan. It holds the level, lets the long run grow a little, and makes room for
races, so that strength work can be planned around something. Every run it makes says `projected`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Priority, Race
from runwright.domain.training import TrainingFacts, TypicalRun
from runwright.domain.words import _
from runwright.training.around_races import DayAroundRaces, day_around_races
from runwright.training.parameters import TrainingParameters
from runwright.training.race_time import race_duration_min
from runwright.training.robust import median, to_step
from runwright.training.run_limit import KnownRun, limit_of, runs_known_from

WEEK = timedelta(days=DAYS_PER_WEEK)
STEPS_PER_KM = 10  # distances are written to 100 m
LEEWAY_STEPS = 1e-6  # so that 4.2 km, held as 4.1999…, stays 4.2 km


def project_runs(
    facts: TrainingFacts,
    *,
    start: date,
    weeks: int,
    races: Sequence[Race],
    parameters: TrainingParameters,
) -> tuple[PlannedRun, ...]:
    """Runs from `start` on for `weeks` times seven days, by day and start.

    Runs of the typical week come back on their weekday with the level held: every fourth week
    lighter, less before an A race, easy after races. The long run grows a little, and no run
    goes beyond what rule L01 allows after the 30 days before it. Races stand on their day and
    replace that week's long run; their minutes come from `race_duration_min`.

    Parameters
    ----------
    facts
        Days between `facts.as_of` and `start` are taken to be run as usual.
    races
        All races known, those shortly before `start` or after the last day included.

    Raises
    ------
    ValueOutOfRangeError
        If `weeks` is below 1.
    """
    if weeks < 1:
        raise ValueOutOfRangeError("weeks", weeks, "1 or more")
    first, end = min(start, facts.as_of + timedelta(days=1)), start + weeks * WEEK
    season = _Season(
        facts=facts,
        races=tuple(sorted(races, key=_order)),
        first=first,
        start=start,
        parameters=parameters,
    )
    state = _State(known=runs_known_from(facts, parameters.spikes.spike_window_days))
    planned: list[PlannedRun] = []
    monday = monday_of(first)
    while monday < end:
        state = _next_state(season, monday, state)
        runs = _week(season, monday, state)
        state = replace(state, known=(*state.known, *(_known(run) for run in runs)))
        planned += [run for run in runs if start <= run.day < end]
        monday += WEEK
    return tuple(planned)


def notes_on_projection(facts: TrainingFacts) -> tuple[str, ...]:
    """Sentences a runner should read beside projected runs."""
    if not facts.typical_week:
        return (_("No running days are known, so only your races are in the plan."),)
    return (
        _(
            "Runs marked as projected are your usual week carried forward, not a running plan. "
            "Give your own plan and it takes their place."
        ),
        _("How long a race takes is a rough guess from your easy pace, to keep the day free."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Season:
    """What the projection is made from; runs are made from `first` on, and told from `start`."""

    facts: TrainingFacts
    races: tuple[Race, ...]
    first: date
    start: date
    parameters: TrainingParameters

    def around(self, day: date) -> DayAroundRaces:
        return day_around_races(day, self.races, self.parameters.projection)

    def races_of(self, monday: date) -> tuple[Race, ...]:
        return tuple(race for race in self.races if monday <= race.day < monday + WEEK)

    def usual_min(self) -> float:
        """Minutes of a usual run that is not the long one."""
        week = self.facts.typical_week
        others = [run.duration_min for run in week if run.kind is not RunKind.LONG]
        if others:
            return median(others)
        ratio = self.parameters.typical_week.long_over_usual_ratio
        return median(run.duration_min for run in week) / ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What a week takes over from the weeks before it.

    Attributes
    ----------
    known
        Runs that rule L01 looks back at.
    week_share
        Share of the usual minutes in this week.
    long_growth_ratio
        Long run over the typical one.
    building_weeks, building_weeks_in_a_row
        Weeks at full length so far, and since the last week that was not. [week]
    """

    known: tuple[KnownRun, ...] = ()
    week_share: float = 1.0
    long_growth_ratio: float = 1.0
    building_weeks: int = 0
    building_weeks_in_a_row: int = 0


def _next_state(season: _Season, monday: date, before: _State) -> _State:
    """The state for the week of `monday`: before the start, spared, lighter, or building."""
    p = season.parameters.projection
    if monday + WEEK <= season.start:
        return before
    if _is_spared(season, monday):
        return replace(before, week_share=1.0, building_weeks_in_a_row=0)
    if before.building_weeks_in_a_row >= p.lighter_every_weeks - 1:
        return replace(before, week_share=p.lighter_week_share, building_weeks_in_a_row=0)
    grown = before.long_growth_ratio * (
        p.weekly_long_growth_ratio if before.building_weeks > 0 else 1
    )
    return replace(
        before,
        week_share=1.0,
        long_growth_ratio=min(grown, p.most_long_growth_ratio),
        building_weeks=before.building_weeks + 1,
        building_weeks_in_a_row=before.building_weeks_in_a_row + 1,
    )


def _is_spared(season: _Season, monday: date) -> bool:
    """Whether a race that was prepared for, its taper or its recovery falls into the week."""
    days = (monday + timedelta(days=number) for number in range(DAYS_PER_WEEK))
    raced = any(race.priority is not Priority.C for race in season.races_of(monday))
    return raced or any(season.around(day).volume_share < 1 for day in days)


def _week(season: _Season, monday: date, state: _State) -> tuple[PlannedRun, ...]:
    races = season.races_of(monday)
    carried = [_carried(season, run, monday, state) for run in season.facts.typical_week]
    placed = [_race(season, race) for race in races]
    runs = [run for run in (*carried, *placed) if run is not None and run.day >= season.first]
    return tuple(sorted(runs, key=lambda run: (run.day, run.start_min, run.title)))


def _order(race: Race) -> tuple[date, int, str, float, str]:
    return (race.day, race.start_min, race.name, race.distance_km, race.priority)


def _race(season: _Season, race: Race) -> PlannedRun:
    return PlannedRun(
        day=race.day,
        start_min=race.start_min,
        duration_min=race_duration_min(race, season.facts, season.parameters.projection),
        kind=RunKind.RACE,
        distance_km=race.distance_km,
        title=race.name,
        race=race.name,
    )


def _carried(
    season: _Season, typical: TypicalRun, monday: date, state: _State
) -> PlannedRun | None:
    """A run of the typical week in the week of `monday`; None where a race leaves no room."""
    day = monday + timedelta(days=typical.weekday)
    around = season.around(day)
    replaced = typical.kind is RunKind.LONG and season.races_of(monday)
    if replaced or not around.may_run:
        return None
    kind, usual_min = _wanted(season, typical, around, state)
    p = season.parameters.projection
    share = min(state.week_share, around.volume_share)
    wanted_min = max(share * usual_min, min(p.shortest_run_min, usual_min))
    limit = limit_of(day, state.known, season.parameters.spikes, restart_min=p.restart_min)
    left = limit.share_left_of(_km(typical, wanted_min), wanted_min)
    duration_min = left * wanted_min
    if left < 1 and kind.needs_fresh_legs:  # a restart, or next to it
        kind = RunKind.EASY
    if kind is RunKind.LONG and not _still_long(season, typical, duration_min):
        kind = RunKind.EASY
    return PlannedRun(
        day=day,
        start_min=typical.start_min,
        duration_min=_rounded(duration_min, limit.duration_min, p.duration_step_min),
        kind=kind,
        distance_km=_rounded_km(_km(typical, duration_min)),
        projected=True,
    )


def _wanted(
    season: _Season, typical: TypicalRun, around: DayAroundRaces, state: _State
) -> tuple[RunKind, float]:
    """Kind and minutes of a typical run on such a day, before the week is made lighter."""
    if typical.kind is RunKind.LONG and not around.may_be_long:
        return RunKind.EASY, min(float(typical.duration_min), season.usual_min())
    if typical.kind is RunKind.LONG:
        most_min = max(season.parameters.projection.long_most_min, typical.duration_min)
        return RunKind.LONG, min(state.long_growth_ratio * typical.duration_min, most_min)
    if typical.kind.needs_fresh_legs and not around.may_be_hard:
        return RunKind.EASY, typical.duration_min
    return typical.kind, typical.duration_min


def _still_long(season: _Season, typical: TypicalRun, duration_min: float) -> bool:
    """Whether a long run is still one after it was shortened."""
    ratio = season.parameters.typical_week.long_over_usual_ratio
    return duration_min >= min(typical.duration_min, ratio * season.usual_min())


def _km(typical: TypicalRun, duration_min: float) -> float | None:
    """Kilometres of so many minutes at the pace of the typical run; None where it has none."""
    if typical.distance_km is None or typical.distance_km <= 0:
        return None
    return typical.distance_km / typical.duration_min * duration_min


def _rounded(duration_min: float, most_min: float | None, step_min: int) -> int:
    """Minutes to the step of the plan; down to the minute where the step goes beyond the limit."""
    rounded = max(step_min, to_step(duration_min, step_min))
    if most_min is None or rounded <= most_min:
        return rounded
    return max(1, floor(duration_min + LEEWAY_STEPS))


def _rounded_km(distance_km: float | None) -> float | None:
    """Distance, down to 100 m, so that rounding never goes beyond a limit."""
    if distance_km is None:
        return None
    return floor(distance_km * STEPS_PER_KM + LEEWAY_STEPS) / STEPS_PER_KM


def _known(run: PlannedRun) -> KnownRun:
    return KnownRun(
        day=run.day, distance_km=run.distance_km, duration_min=run.duration_min, recorded=False
    )
