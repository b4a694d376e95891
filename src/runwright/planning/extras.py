"""The small work around runs and sessions: warm-ups, mobility, hip and core, foot, re-tests."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from runwright.domain.exercise import Exercise
from runwright.domain.plan import Extra, ExtraKind, Reason
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.said import together
from runwright.domain.screening import GateEffect, Screening
from runwright.domain.session import Prescription, SessionKind
from runwright.domain.training import TrainingFacts
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.compose import SECONDS_PER_MINUTE
from runwright.planning.day_room import DayRoom, DaySpot
from runwright.planning.doses import WeekOfTraining, with_sets
from runwright.planning.minutes import timed
from runwright.planning.session_items import SessionItems
from runwright.rules.registry import RuleBook

LEAST_MIN = 5  # a shorter block is not worth its place in a calendar
FOOT_DRILLS = 4  # what six minutes hold
EASY_LEVEL = 2  # hip-and-core and foot blocks stay with exercises anyone can start with
NOVICE_MONTHS = 6  # evidence.md, Terms
MONTHS_PER_YEAR = 12  # calendar


class Extras:
    """Extras of one runner's season."""

    def __init__(  # noqa: PLR0913  # keyword-only, the parts of one season
        self,
        *,
        library: Library,
        book: RuleBook,
        items: SessionItems,
        screening: Screening,
        facts: TrainingFacts,
        running_months: int | None,
        weekly_km: float | None,
        has_tests: bool,
    ) -> None:
        self.library, self.book, self.items, self.doses = library, book, items, items.doses
        self.settings: Mapping[str, Any] = library.planner["extras"]
        self.screening, self.has_tests = screening, has_tests
        self.months = running_months if running_months is not None else facts.months_of_running
        self.weekly_km = weekly_km if weekly_km is not None else facts.weekly_km
        self.effects = frozenset(effect for gate in screening.gates for effect in gate.effects)
        self.last_retest = 0  # week of the programme in which the tests were last done
        self.needed = {pattern: need for need in screening.needs for pattern in need.patterns}

    def of_week(
        self, days: Sequence[DaySpot], week: WeekOfTraining
    ) -> tuple[tuple[Extra, ...], ...]:
        """Extras of each day of a week, by start."""
        if GateEffect.LOCK_ALL in self.effects:
            return ((),) * len(days)
        rooms = [DayRoom(day) for day in days]
        for room in rooms:
            self._warm_up(room, week)
        self._retest(rooms, week)
        self._activation(rooms, week)
        self._foot(rooms, week)
        for room in rooms:
            self._mobility(room, week)
        return tuple(
            tuple(sorted(room.extras, key=lambda extra: extra.start_min)) for room in rooms
        )

    # -- before quality runs ------------------------------------------------------------------

    def _warm_up(self, room: DayRoom, week: WeekOfTraining) -> None:
        """Before each run that wants fresh legs, unless something else has just warmed them."""
        w02 = self.book.parameters("W02")
        for run in room.spot.runs:
            if not run.kind.needs_fresh_legs:
                continue
            exercises = self.items.warm_up(room.spot.kit, w02.movements, running=True)
            items = [self._prescribed(one, week, "W02") for one in exercises]
            minutes = min(self._minutes(items), w02.total_max_min)
            start = max(0, run.start_min - minutes)
            if not room.is_free(start, run.start_min - start):
                continue
            room.put(
                Extra(
                    kind=ExtraKind.WARM_UP,
                    start_min=start,
                    duration_min=minutes,
                    items=tuple(items),
                    title=_("Warm-up"),
                    reasons=(Reason(rule="W02", says=_("before a run that wants fresh legs")),),
                )
            )

    def _prescribed(self, exercise: Exercise, week: WeekOfTraining, rule: str) -> Prescription:
        role = exercise.roles[0]
        dose = with_sets(self.doses.dose(exercise, role, SessionKind.LIGHT, week), 1)
        return Prescription(
            label="",
            exercise=exercise.id,
            role=role,
            dose=dose,
            rules=(rule,),
            note=self.items.selection.note_for(exercise),
        )

    def _minutes(self, items: Sequence[Prescription]) -> int:
        seconds = sum(
            timed(self.library.exercises[item.exercise], item.dose).alone_s for item in items
        )
        return max(LEAST_MIN, -(-seconds // SECONDS_PER_MINUTE))

    # -- hip and core before easy runs (D16), foot (D17) ----------------------------------------

    def _activation(self, rooms: Sequence[DayRoom], week: WeekOfTraining) -> None:
        d16 = self.book.parameters("D16")
        novice = self.months is not None and self.months < NOVICE_MONTHS
        if not novice or week.programme_week >= d16.weeks:
            return
        minutes = int(self.settings["activation_min"])
        able = [
            (room, run.start_min - minutes)
            for room in rooms
            if room.spot.session is None and room.left_min >= minutes and not _has_small_work(room)
            for run in _first_easy_run(room.spot)
            if room.is_free(run.start_min - minutes, minutes)
        ]
        for room, start in able[: d16.per_week]:
            room.put(self._before_the_run(room.spot, start, minutes, week))

    def _before_the_run(
        self, day: DaySpot, start_min: int, minutes: int, week: WeekOfTraining
    ) -> Extra:
        picks = [
            self._easiest(pattern, day.kit)
            for pattern in ("hip_abd", "bridge", "lateral_core", "anti_extension", "anti_rotation")
        ]
        items = [self._prescribed(one, week, "D16") for one in picks if one is not None]
        return Extra(
            kind=ExtraKind.ACTIVATION,
            start_min=start_min,
            duration_min=minutes,
            items=tuple(items),
            title=_("Hip and core before the run"),
            reasons=(Reason(rule="D16", says=_("you are new to running")),),
        )

    def _easiest(self, pattern: str, kit: frozenset[str]) -> Exercise | None:
        allowed = [
            one
            for one in self.library.patterns[pattern]
            if one.level <= EASY_LEVEL and self.items.selection.is_allowed(one, kit)
        ]
        return allowed[0] if allowed else None

    def _foot(self, rooms: Sequence[DayRoom], week: WeekOfTraining) -> None:
        if not self._feet_are_ready(week):
            return
        minutes = int(self.settings["foot_min"])
        starts = {
            room.spot.weekday: (room, start)
            for room in sorted(
                rooms, key=lambda one: (one.spot.session is not None, one.spot.weekday)
            )
            if not _has_small_work(room) and (start := room.start_for(minutes)) is not None
        }
        for weekday in _spread(list(starts), self.book.parameters("D17").per_week):
            room, start = starts[weekday]
            room.put(self._foot_work(room.spot, start, minutes, week))

    def _feet_are_ready(self, week: WeekOfTraining) -> bool:
        d17 = self.book.parameters("D17")
        months, km = self.months, self.weekly_km
        if months is None or GateEffect.NO_LOADED_LOWER_LIMB in self.effects:
            return False
        established = (
            km is not None and months >= d17.runner_years * MONTHS_PER_YEAR and km >= d17.weekly_km
        )
        late = week.programme_week >= d17.novice_after_week and months >= NOVICE_MONTHS
        return established or late

    def _foot_work(self, day: DaySpot, start_min: int, minutes: int, week: WeekOfTraining) -> Extra:
        allowed = [
            one
            for one in self.library.patterns["foot"]
            if one.level <= EASY_LEVEL and self.items.selection.is_allowed(one, day.kit)
        ]
        return Extra(
            kind=ExtraKind.FOOT_CORE,
            start_min=start_min,
            duration_min=minutes,
            items=tuple(self._prescribed(one, week, "D17") for one in allowed[:FOOT_DRILLS]),
            title=_("Foot work"),
            reasons=(Reason(rule="D17", says=_("you have run for a year and more")),),
        )

    # -- mobility (D21) -------------------------------------------------------------------------

    def _mobility(self, room: DayRoom, week: WeekOfTraining) -> None:
        """Drills for the minutes that are left; fewer where the day has no gap for all."""
        d21 = self.book.parameters("D21")
        minutes = min(self.settings["mobility_min"], room.left_min)
        race_day = any(run.kind is RunKind.RACE for run in room.spot.runs)
        if minutes < d21.minutes_per_day[0] or race_day:
            return
        drills = self._drills(room.spot)
        items: list[Prescription] = []
        for one in drills[: d21.drills[1]]:
            item = self._prescribed(one, week, "D21")
            if self._minutes([*items, item]) > minutes:
                break
            items.append(item)
        while items and (start := room.start_for(self._minutes(items))) is None:
            items.pop()
        if not items or start is None:
            return
        need = next(
            (self.needed[one.pattern] for one in drills if one.pattern in self.needed), None
        )
        says = need.because if need is not None else _("ankle and hip first, a little every day")
        room.put(
            Extra(
                kind=ExtraKind.MOBILITY,
                start_min=start,
                duration_min=self._minutes(items),
                items=tuple(items),
                title=_("Mobility"),
                reasons=(Reason(rule="D21", says=says),),
            )
        )

    def _drills(self, day: DaySpot) -> list[Exercise]:
        """Drills of the protocol, the needed ones first, the rest taking turns by weekday."""
        offered = [self.library.exercises[name] for name in self.items.protocol.mobility]
        offered += [
            one
            for pattern in ("mob_ankle", "mob_hip", "mob_trunk")
            if pattern in self.needed
            for one in self.library.patterns[pattern]
            if one not in offered
        ]
        allowed = [one for one in offered if self.items.selection.is_allowed(one, day.kit)]
        turned = (
            allowed[day.weekday % max(1, len(allowed)) :]
            + allowed[: day.weekday % max(1, len(allowed))]
        )
        needed = [one for one in allowed if one.pattern in self.needed and one.stretch is None]
        return needed[:2] + [one for one in turned if one not in needed[:2]]

    # -- re-tests (A01) -------------------------------------------------------------------------

    def _retest(self, rooms: Sequence[DayRoom], week: WeekOfTraining) -> None:
        """On the first calm day with room; where no day has any, the week after."""
        every = self.settings["retest_every_weeks"]
        if not self.has_tests or week.programme_week + 1 - self.last_retest < every:
            return
        minutes = int(self.settings["retest_min"])
        for room in sorted(rooms, key=lambda one: one.spot.session is not None):
            start = room.start_for(minutes)
            if start is not None:
                room.put(self._tests(start, minutes))
                self.last_retest = week.programme_week + 1
                return

    def _tests(self, start_min: int, minutes: int) -> Extra:
        tests = sorted({finding.test for finding in self.screening.findings})
        names = together((_(self.library.tests[test].name) for test in tests), ", ")
        return Extra(
            kind=ExtraKind.RETEST,
            start_min=start_min,
            duration_min=minutes,
            items=(),
            title=_("Test again: {tests}").format(tests=names),
            reasons=(Reason(rule="A01", says=_("only a change beyond the test's error counts")),),
        )


def _has_small_work(room: DayRoom) -> bool:
    """Whether the day already has its block besides warm-ups: one is enough."""
    return any(extra.kind is not ExtraKind.WARM_UP for extra in room.extras)


def _first_easy_run(day: DaySpot) -> Iterator[PlannedRun]:
    """The easy run of a day, if it has one."""
    yield from [run for run in day.runs if run.kind is RunKind.EASY][:1]


def _spread(weekdays: Sequence[int], count: int) -> list[int]:
    """About evenly spread weekdays out of those offered."""
    offered = sorted(weekdays)
    if len(offered) <= count:
        return offered
    step = len(offered) / count
    return [offered[int(number * step)] for number in range(count)]
