"""Synthetic runners and seasons for the benchmarks, the same for the same seed."""

import random
from dataclasses import replace
from datetime import date, timedelta

from runwright.domain.calendar import Window
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import DayAvailability, Priority, Race, Runner, StrengthExperience
from runwright.domain.screening import Screening
from runwright.domain.training import TrainingFacts
from runwright.knowledge.library import Library
from runwright.planning.request import PlanRequest

START = date(2026, 11, 23)  # a Monday
KIT = frozenset({"two_dumbbells", "dumbbell", "kettlebell", "band", "bench"})
EASY_MIN, QUALITY_MIN, LONG_MIN, RACE_MIN = 40, 55, 80, 100


def request(seed: int, weeks: int, library: Library) -> PlanRequest:
    """A runner with a job and a run plan, and a season of `weeks` weeks."""
    chance = random.Random(seed)
    runner = replace(_runner(chance, weeks), kit=KIT)
    return PlanRequest(
        runner=runner,
        start=START,
        weeks=weeks,
        facts=TrainingFacts(as_of=START),
        runs=tuple(_runs(chance, weeks, runner)),
        screening=Screening(),
        protocol=library.protocols["runwright"],
        library=library,
    )


def _runner(chance: random.Random, weeks: int) -> Runner:
    races = []
    if weeks >= 8:
        kilometres = chance.choice([10, 21.1, 42.2])
        races.append(Race(name="A", day=_sunday(weeks - 2), distance_km=kilometres))
    if weeks > 14:
        half = _sunday(weeks // 2)
        races.append(Race(name="B", day=half, distance_km=10, priority=Priority.B))
    return Runner(
        days=tuple(_day(chance) for _ in range(7)),
        races=tuple(races),
        strength_experience=chance.choice(list(StrengthExperience)),
        session_minutes=chance.choice([30, 30, 45]),
    )


def _sunday(week: int) -> date:
    return START + timedelta(weeks=week, days=6)


def _day(chance: random.Random) -> DayAvailability:
    windows = [Window(360, 450)] if chance.random() < 0.4 else []
    windows += [Window(720, 780)] if chance.random() < 0.3 else []
    if chance.random() < 0.8 or not windows:
        windows.append(Window(1050, 1230))
    return DayAvailability(minutes=chance.choice([0, 20, 30, 45, 45, 60]), windows=tuple(windows))


def _runs(chance: random.Random, weeks: int, runner: Runner) -> list[PlannedRun]:
    long_day = chance.choice([5, 6, 6])
    others = [day for day in range(7) if day != long_day]
    chance.shuffle(others)
    easy = sorted(others[: chance.choice([1, 2, 3, 3, 4])])
    quality = [day for day in easy if abs(day - long_day) > 1][: 1 if len(easy) < 4 else 2]
    start_min = {day: chance.choice([375, 1080]) for day in range(7)}
    races = {race.day: race for race in runner.races}
    found = []
    for week in range(weeks):
        for day in [*easy, long_day]:
            when = START + timedelta(weeks=week, days=day)
            race = races.get(when)
            kind, minutes = _run_kind(day, long_day, quality, week)
            found.append(
                PlannedRun(
                    day=when,
                    start_min=480 if day == long_day else start_min[day],
                    duration_min=RACE_MIN if race else minutes,
                    kind=RunKind.RACE if race else kind,
                    distance_km=round(minutes / 6, 1),
                    race=race.name if race else None,
                )
            )
    return found


def _run_kind(day: int, long_day: int, quality: list[int], week: int) -> tuple[RunKind, int]:
    lighter = 0.8 if week % 4 == 3 else 1.0  # every fourth week
    if day == long_day:
        return RunKind.LONG, int((LONG_MIN + 5 * (week % 6)) * lighter)
    if day in quality:
        return RunKind.QUALITY, int(QUALITY_MIN * lighter)
    return RunKind.EASY, int(EASY_MIN * lighter)
