"""What rules may know of a day, worked out from runs, races, minutes and gates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun
from runwright.domain.runner import DayAvailability, Priority, Race
from runwright.domain.screening import GateEffect
from runwright.domain.session import SessionKind
from runwright.rules.registry import RuleBook
from runwright.rules.windows import DayFacts, RunFact

ULTRA_KM = 43.0  # longer than any marathon course
MARATHON_KM = 42.0  # a little under: measured courses run a little off
HALF_KM = 21.0  # a little under, likewise
FIVE_KM = 6.0  # up to here a race is a 5 km one
QUARTER_HOUR = 15  # runs end at a quarter: plans are not made to the minute


@dataclass(frozen=True, slots=True, kw_only=True)
class DayContext:
    """What a day stands in: its phase and what is in force."""

    phase: Phase
    novel: bool = False
    closed: frozenset[tuple[str, GateEffect]] = frozenset()
    jumps_are_hard: bool = False
    usual: SessionKind | str | None = "unset"


class RaceCalendar:
    """Races of a season, and the days around them that rules S13 and S14 speak of."""

    def __init__(self, races: Iterable[Race], book: RuleBook) -> None:
        self.races = sorted(races, key=lambda race: (race.day, race.name))
        self.book = book

    def facts(
        self,
        day: date,
        runs: Sequence[PlannedRun],
        available: DayAvailability,
        context: DayContext,
    ) -> DayFacts:
        """Facts of a day; equal days have equal facts."""
        since, recover = self._last(day)
        return DayFacts(
            weekday=day.weekday(),
            runs=tuple(
                RunFact(kind=run.kind, start_min=run.start_min, end_min=_quarter(run.end_min))
                for run in runs
            ),
            minutes=available.minutes,
            windows=available.windows,
            phase=context.phase,
            novel=context.novel,
            races_near=self._near(day),
            since_race_days=since,
            recovery_days=recover,
            closed=context.closed,
            jumps_are_hard=context.jumps_are_hard,
            usual=context.usual,
        )

    def _near(self, day: date) -> tuple[tuple[int, int], ...]:
        """Races whose quiet days have begun; those further away look alike to every rule."""
        quiet_days = self.book.parameters("S13").quiet_days
        ahead = [
            ((race.day - day).days, self.off_days(race))
            for race in self.races
            if race.priority is not Priority.C and race.day >= day
        ]
        return tuple(
            (in_days, off_days)
            for in_days, off_days in ahead
            if in_days < off_days or in_days <= quiet_days
        )

    def _last(self, day: date) -> tuple[int | None, int]:
        for race in reversed(self.races):
            since, days = (day - race.day).days, self.recovery_days(race.distance_km)
            if 0 < since <= days:
                return since, days
        return None, 0

    def off_days(self, race: Race) -> int:
        """Days without heavy legs before a race (rule S13); none before a C race."""
        p = self.book.parameters("S13")
        if race.priority is Priority.C:
            return 0
        if race.priority is Priority.B:
            return int(p.heavy_off_days_b)
        marathon = race.distance_km >= MARATHON_KM
        return int(p.heavy_off_days_marathon if marathon else p.heavy_off_days)

    def recovery_days(self, distance_km: float) -> int:
        """Days without heavy or impact work after a race of this distance (rule S14)."""
        p = self.book.parameters("S14")
        if distance_km >= ULTRA_KM:
            return int(p.days_ultra)
        if distance_km >= MARATHON_KM:
            return int(p.days_marathon)
        if distance_km >= HALF_KM:
            return int(p.days_half)
        return int(p.days_10k if distance_km >= FIVE_KM else p.days_5k)


def runs_by_day(runs: Iterable[PlannedRun]) -> dict[date, tuple[PlannedRun, ...]]:
    """Runs of each day, by start."""
    found: dict[date, list[PlannedRun]] = {}
    for run in sorted(runs, key=lambda one: (one.day, one.start_min, one.title)):
        found.setdefault(run.day, []).append(run)
    return {day: tuple(these) for day, these in found.items()}


def _quarter(minute: int) -> int:
    return -(-minute // QUARTER_HOUR) * QUARTER_HOUR
