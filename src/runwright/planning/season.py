"""From a request to week frames: phases, doses, and what rules may know of every day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK, MINUTES_PER_DAY, Window, monday_of
from runwright.domain.protocol import Phase, WeekDose
from runwright.domain.run import PlannedRun
from runwright.domain.runner import (
    DayAvailability,
    Priority,
    Runner,
    StrengthExperience,
    Travel,
)
from runwright.domain.screening import GateEffect
from runwright.domain.session import SessionKind
from runwright.planning.frames import WeekFrame
from runwright.planning.phases import PhaseLengths, phases_of_season
from runwright.planning.request import PlanRequest
from runwright.rules.day_facts import DayContext, RaceCalendar, runs_by_day
from runwright.rules.registry import RuleBook
from runwright.rules.windows import DayFacts

RESTING = frozenset({Phase.TAPER, Phase.RACE, Phase.TRANSITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season ready to be placed.

    Attributes
    ----------
    per_week
        Strength sessions a week that were decided on.
    asked_per_week
        What the runner wished for; None for the protocol's usual.
    """

    frames: tuple[WeekFrame, ...]
    days: tuple[
        tuple[date, DayAvailability, tuple[PlannedRun, ...], str | None, Travel | None], ...
    ]
    per_week: int
    asked_per_week: int | None
    jumps_from: int | None


def availability_on(runner: Runner, day: date) -> tuple[DayAvailability, str | None, Travel | None]:
    """Minutes and windows of a day, why it is blocked (None: it is not), and the travel over it."""
    usual = runner.days[day.weekday()]
    for blocked in runner.blocked:
        if blocked.first <= day <= blocked.last:
            return replace(usual, minutes=0), blocked.note, None
    for travel in runner.travels:
        if travel.first <= day <= travel.last:
            minutes = usual.minutes if travel.minutes is None else travel.minutes
            return replace(usual, minutes=minutes), None, travel
    return usual, None, None


class SeasonBuilder:
    """Builds the frames of one request."""

    def __init__(self, request: PlanRequest, book: RuleBook) -> None:
        self.request, self.book = request, book
        self.settings = request.library.planner["phases"]
        self.monday = monday_of(request.start)
        self.calendar = RaceCalendar(request.runner.races, book)
        self.races = self.calendar.races
        self.runs_on = runs_by_day(request.runs)
        self.closed = frozenset(
            (gate.rule, effect) for gate in request.screening.gates for effect in gate.effects
        )
        self.phases = self._phases()
        self.per_week = self._per_week(self.phases)
        self.jumps_from = self._jumps_from(self.phases)
        self.minutes = tuple(self._running_minutes(week) for week in range(request.weeks))

    def season(self) -> Season:
        """Frames of all weeks."""
        weeks = self.request.weeks
        return Season(
            frames=self.frames(0, weeks),
            days=tuple(
                self._day_facts_of(self.monday + timedelta(days=n))
                for n in range(weeks * DAYS_PER_WEEK)
            ),
            per_week=self.per_week,
            asked_per_week=self.request.runner.sessions_per_week,
            jumps_from=self.jumps_from,
        )

    def frames(self, first: int, end: int) -> tuple[WeekFrame, ...]:
        """Frames of the weeks from `first` up to `end` (not included), numbered from 0."""
        return tuple(self._frame(week) for week in range(first, end))

    def _phases(self) -> tuple[Phase, ...]:
        a_races = [self._week_of(race.day) for race in self.races if race.priority is Priority.A]
        experience = self.request.runner.strength_experience
        stood = self.request.phases[: self.request.weeks]
        begun = len(stood)
        phases = phases_of_season(
            self.request.weeks - begun,
            [week - begun for week in a_races if week >= begun],
            PhaseLengths.of(self.book, self.settings, experience),
            weeks_trained=self.request.weeks_trained + begun,
        )
        return (*stood, *self._without_closed_phases(phases))

    def _week_of(self, day: date) -> int:
        return (monday_of(day) - self.monday).days // DAYS_PER_WEEK

    def _without_closed_phases(self, phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
        """Heavy phases stay foundation while a lasting gate keeps heavy work out."""
        barred = {
            GateEffect.NO_HEAVY,
            GateEffect.NO_PROGRESSION,
            GateEffect.NO_LOADED_LOWER_LIMB,
            GateEffect.LIGHT_ONLY,
            GateEffect.LOCK_ALL,
        }
        lasting = {effect for gate in self.request.lasting.gates for effect in gate.effects}
        if not lasting & barred:
            return phases
        heavy = {Phase.BUILD, Phase.STRENGTH, Phase.MAINTAIN}
        return tuple(Phase.FOUNDATION if phase in heavy else phase for phase in phases)

    def _per_week(self, phases: Sequence[Phase]) -> int:
        d01, protocol = self.book.parameters("D01"), self.request.protocol
        low, usual, high = protocol.per_week
        wished = self.request.runner.sessions_per_week
        wanted = usual if wished is None else wished
        most = min(high, d01.max_per_week)
        off_season = Phase.RACE not in phases or (
            phases.index(Phase.RACE) >= self.settings["off_season_weeks"]
        )
        runs = len({run.weekday for run in self.request.facts.typical_week})
        if not (off_season and runs <= d01.three_max_runs):
            most = min(most, d01.default_per_week)
        return int(max(min(wanted, most), low, d01.min_per_week))

    def _jumps_from(self, phases: Sequence[Phase]) -> int | None:
        """First week with jumps (from 0): in the strength phase, one new stressor at a time."""
        if not self.request.runner.wants_jumps:
            return None
        strength = [week for week, phase in enumerate(phases) if phase is Phase.STRENGTH]
        after = self.settings["jumps_after_weeks"]
        for week in strength[after:]:
            closed = {effect for _, effect in self._closed_on(week)}
            jumping = not closed & {GateEffect.NO_JUMPS, GateEffect.NO_IMPACT}
            if jumping and "race" not in self._stressors_by_running(week):
                return week
        return None

    def _stressors_by_running(self, week: int) -> frozenset[str]:
        monday = self.monday + timedelta(weeks=week)
        races = any(0 <= (race.day - monday).days < DAYS_PER_WEEK for race in self.races)
        return frozenset({"race"} if races else ())

    def _running_minutes(self, week: int) -> int:
        first = self.monday + timedelta(weeks=week)
        return sum(
            run.duration_min
            for n in range(DAYS_PER_WEEK)
            for run in self.runs_on.get(first + timedelta(days=n), ())
        )

    def _frame(self, week: int) -> WeekFrame:
        phase, monday = self.phases[week], self.monday + timedelta(weeks=week)
        novel, minutes = self._is_novel(week), self.minutes
        wanted, deload = self._doses(week, phase, self.per_week, self.jumps_from)
        near = [minutes[other] for other in (week - 1, week + 1) if 0 <= other < len(minutes)]
        lighter = bool(near) and minutes[week] < self.settings["light_running_share"] * max(near)
        days = tuple(
            self._day_facts(monday + timedelta(days=n), phase, novel=novel, week=week)
            for n in range(DAYS_PER_WEEK)
        )
        return WeekFrame(
            number=week + 1,
            monday=monday,
            phase=phase,
            wanted=wanted,
            deload=deload,
            rests=phase in RESTING,
            must_deload=week == 0 and self._forced_easy_week() and deload is not None,
            novel=novel,
            days=days,
            lighter_running=lighter,
            heavy_running=minutes[week] >= self.settings["heavy_running_minutes"],
            new_stressors=self._new_stressors(week, self.phases, self.jumps_from),
        )

    def _is_novel(self, week: int) -> bool:
        if self.request.runner.strength_experience is StrengthExperience.REGULAR:
            return False
        return bool(week + self.request.weeks_trained < self.book.parameters("S02").novel_weeks)

    def _forced_easy_week(self) -> bool:
        readiness = self.request.runner.readiness
        return bool(
            readiness.volume_rising and readiness.intensity_rising and readiness.sleep_falling
        )

    def _new_stressors(
        self, week: int, phases: Sequence[Phase], jumps_from: int | None
    ) -> frozenset[str]:
        new = set(self._stressors_by_running(week))
        starts_block = phases[week] in {Phase.BUILD, Phase.STRENGTH} and (
            week == 0 or phases[week - 1] is not phases[week]
        )
        if starts_block:
            new.add("strength block")
        if jumps_from is not None and week == jumps_from:
            new.add("jumps")
        return frozenset(new)

    def _doses(
        self, week: int, phase: Phase, per_week: int, jumps_from: int | None
    ) -> tuple[WeekDose, WeekDose | None]:
        asked = self.request.protocol.phases[phase]
        wanted = self._counted(
            asked.week, per_week, jumps=jumps_from is not None and week >= jumps_from
        )
        if self._has_b_race(week):
            wanted = _eased(wanted)
        if asked.deload is None:
            return wanted, None
        return wanted, self._counted(asked.deload, per_week, jumps=False)

    def _has_b_race(self, week: int) -> bool:
        return any(
            race.priority is Priority.B and self._week_of(race.day) == week for race in self.races
        )

    def _counted(self, dose: WeekDose, per_week: int, *, jumps: bool) -> WeekDose:
        d02 = self.book.parameters("D02")
        age = self.request.runner.age
        older = age is not None and age >= d02.older_from_age
        symbols = {-1: per_week, -2: d02.per_week_from_60 if older else d02.per_week}
        return WeekDose(
            sessions=tuple(
                (kind, symbols.get(count, count))
                for kind, count in dose.sessions
                if jumps or not kind.has_jumps
            )
        )

    def _day_facts_of(
        self, day: date
    ) -> tuple[date, DayAvailability, tuple[PlannedRun, ...], str | None, Travel | None]:
        _, blocked, travel = availability_on(self.request.runner, day)
        return day, self._available(day), self.runs_on.get(day, ()), blocked, travel

    def _available(self, day: date) -> DayAvailability:
        """Minutes and windows of a day, without the hours a run from the night before takes."""
        available, _, _ = availability_on(self.request.runner, day)
        before = self.runs_on.get(day - timedelta(days=1), ())
        until = max((run.end_min - MINUTES_PER_DAY for run in before), default=0)
        if until <= 0:
            return available
        windows = tuple(
            Window(max(one.start_min, until), one.end_min)
            for one in available.windows
            if one.end_min > until
        )
        if not windows:
            return replace(available, minutes=0)
        return replace(available, windows=windows)

    def _day_facts(self, day: date, phase: Phase, *, novel: bool, week: int) -> DayFacts:
        available = self._available(day)
        if day < self.request.start:
            available = replace(available, minutes=0)
        context = DayContext(
            phase=phase, novel=novel, closed=self._closed_on(week), usual=self._usual(day)
        )
        return self.calendar.facts(day, self.runs_on.get(day, ()), available, context)

    def _closed_on(self, week: int) -> frozenset[tuple[str, GateEffect]]:
        """Gates in force in a week; some open by themselves as the programme goes on."""
        done = week + self.request.weeks_trained
        opens = self.request.gates_open_after_weeks
        return frozenset(
            (rule, effect)
            for rule, effect in self.closed
            if effect is GateEffect.NO_HARD_JUMPS
            or (weeks := opens.get(rule)) is None
            or done < weeks
        )

    def _usual(self, day: date) -> SessionKind | str | None:
        if self.request.previous is None:
            return "unset"
        planned = self.request.previous.day(day)
        if planned is None:
            return "unset"
        return planned.session.kind if planned.session is not None else None


def _eased(wanted: WeekDose) -> WeekDose:
    """A B-race week: one of the heavy sessions becomes light, no jumps."""
    counts = dict(wanted.sessions)
    if counts.get(SessionKind.HEAVY, 0) > 0:
        counts[SessionKind.HEAVY] -= 1
        counts[SessionKind.LIGHT] = counts.get(SessionKind.LIGHT, 0) + 1
    counts.pop(SessionKind.JUMPS, None)
    return WeekDose(sessions=tuple(counts.items()))
