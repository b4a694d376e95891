"""Runners, their run weeks and their seasons by chance: one generator for tests and bench.

A `Chance` says where the dice come from: Hypothesis (which shrinks towards the first option and the
lowest number, so options stand plainest first) or a seeded `random.Random`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Protocol, TypeVar

from runwright.domain.calendar import DAYS_PER_WEEK, WHOLE_DAY, Window
from runwright.domain.home_test import AnswerUse, Asked
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import (
    Blocked,
    DayAvailability,
    HomeTestResult,
    Pain,
    Priority,
    Race,
    Readiness,
    RunHabit,
    Runner,
    Sex,
    Side,
    StrengthExperience,
    Travel,
)
from runwright.knowledge.library import Library
from runwright.usecases.plan_season import SeasonOrder

T = TypeVar("T")
TODAY = date(2026, 8, 24)  # a Monday
MORNING, LUNCH, EVENING = Window(360, 480), Window(705, 795), Window(1050, 1290)
WINDOWS = (
    (WHOLE_DAY,),
    (MORNING, EVENING),
    (EVENING,),
    (MORNING,),
    (LUNCH, EVENING),
    (LUNCH,),
    (Window(600, 625),),
    (Window(0, 1440),),
)
MINUTES = (45, 30, 60, 20, 15, 90, 10, 5, 0)
MORNING_STARTS, EVENING_STARTS = (420, 360, 390, 465, 545, 600), (1080, 1005, 1140, 1215)
RACES_KM = (10.0, 5.0, 21.0975, 42.195, 3.0, 15.0, 50.0)
KITS: tuple[tuple[str, ...], ...] = (
    (),
    ("gym",),
    ("dumbbell",),
    ("band", "kettlebell"),
    ("two_dumbbells", "bench", "box"),
    ("barbell", "rack", "bench"),
    ("trap_bar", "machine_leg_press", "band"),
    ("box", "slider", "stability_ball", "vest"),
)
PASSED = {
    "knee_to_wall": (12, 12),
    "single_leg_heel_raise": (30, 30),
    "single_leg_hamstring_bridge": (30, 30),
    "side_plank": (80, 80),
    "single_leg_squat": (0, 0),
    "single_leg_balance": (45, 45),
    "single_leg_hop": (120, 120),
    "prone_plank": (90,),
    "push_up": (12,),
    "double_leg_hops": (10,),
}
POOR = {
    "knee_to_wall": (6, 10),
    "single_leg_heel_raise": (8, 15),
    "single_leg_hamstring_bridge": (10, 25),
    "side_plank": (20, 40),
    "single_leg_squat": (5, 3),
    "single_leg_balance": (6, 30),
    "single_leg_hop": (60, 100),
    "prone_plank": (15,),
    "push_up": (2,),
    "double_leg_hops": (4,),
}


class Chance(Protocol):
    """Where the dice come from."""

    def one_of(self, options: Sequence[T]) -> T:
        """One of `options`; the first is the plainest."""

    def number(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""

    def maybe(self, percent: int) -> bool:
        """True about `percent` times in a hundred."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """Dice of a seeded generator: the same seed gives the same runners."""

    random: Random

    @classmethod
    def of(cls, seed: int) -> "Seeded":
        """Dice of a seed."""
        return cls(Random(seed))  # noqa: S311  # dice, no secrets

    def one_of(self, options: Sequence[T]) -> T:
        return options[self.random.randrange(len(options))]

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def maybe(self, percent: int) -> bool:
        return self.random.randrange(100) >= 100 - percent


def order_by(chance: Chance, library: Library, *, weeks: tuple[int, int] = (4, 52)) -> SeasonOrder:
    """An order for a season of `weeks` (least, most) by a runner made by chance."""
    count = chance.number(*weeks)
    start = TODAY + timedelta(days=chance.number(0, 6) if chance.maybe(20) else 0)
    runner = runner_by(chance, library, start, count)
    return SeasonOrder(
        runner=runner,
        today=TODAY,
        start=start,
        weeks=count,
        given_runs=given_runs_by(chance, start, count) if chance.maybe(30) else (),
        weeks_trained=chance.one_of((1, 4, 8, 20)) if chance.maybe(25) else 0,
    )


def demanding_order_by(
    chance: Chance, library: Library, *, weeks: tuple[int, int] = (4, 8)
) -> SeasonOrder:
    """An order whose weeks hold much: every gate open, the foundation behind, jumps wanted."""
    order = order_by(chance, library, weeks=weeks)
    runner = replace(
        order.runner,
        age=chance.one_of((35, 48, 62)),
        protocol="runwright",
        strength_experience=StrengthExperience.REGULAR,
        sessions_per_week=chance.one_of((2, 3)),
        session_minutes=chance.one_of((30, 45)),
        wants_jumps=True,
        safety=safe_answers(library),
        test_results=results_of(PASSED),
        pains=(),
        pregnant=False,
        weeks_since_birth=None,
    )
    return replace(order, runner=runner, weeks_trained=chance.one_of((8, 6, 12)))


def runner_by(chance: Chance, library: Library, start: date, weeks: int) -> Runner:
    """A runner with days, habits, races, kit, pains and answers."""
    runner = Runner(
        name="Made by chance",
        age=None
        if chance.maybe(5)
        else chance.one_of((35, 28, 48, 15, 17, 18, 59, 60, 64, 65, 72, 80)),
        sex=chance.one_of(tuple(Sex)),
        running_months=None if chance.maybe(20) else chance.one_of((36, 8, 3, 5, 6, 12, 120)),
        weekly_km=None if chance.maybe(40) else float(chance.one_of((30, 12, 20, 60, 90))),
        strength_experience=chance.one_of(tuple(StrengthExperience)),
        protocol=_protocol_by(chance, library),
        session_minutes=chance.one_of((30, 45, 20, 15, 10, 60)),
        sessions_per_week=chance.one_of((1, 2, 3)) if chance.maybe(30) else None,
        days=days_by(chance),
        habits=habits_by(chance),
        races=races_by(chance, start, weeks),
        kit=frozenset(chance.one_of(KITS)),
        travels=travels_by(chance, start, weeks),
        blocked=blocked_by(chance, start, weeks),
        wants_rolling=chance.maybe(20),
        wants_jumps=not chance.maybe(15),
    )
    return health_by(chance, library, runner)


def _protocol_by(chance: Chance, library: Library) -> str:
    if not chance.maybe(40):
        return "runwright"
    return chance.one_of(sorted(library.protocols))


def days_by(chance: Chance) -> tuple[DayAvailability, ...]:
    """Minutes and windows, Monday to Sunday; at least one day has some."""
    usual, windows = chance.one_of(MINUTES[:5]), chance.one_of(WINDOWS)
    found = [
        DayAvailability(
            minutes=chance.one_of(MINUTES) if chance.maybe(35) else usual,
            windows=chance.one_of(WINDOWS) if chance.maybe(35) else windows,
        )
        for _ in range(DAYS_PER_WEEK)
    ]
    if not any(day.minutes for day in found):
        found[0] = DayAvailability(minutes=usual, windows=windows)
    return tuple(found)


def habits_by(chance: Chance) -> tuple[RunHabit, ...]:
    """A run week: none to seven running days, in the morning or evening, some days twice."""
    if chance.maybe(5):
        return ()
    habits = []
    for weekday in range(DAYS_PER_WEEK):
        if not chance.maybe(55):
            continue
        early = not chance.maybe(40)
        habits.append(_habit_by(chance, weekday, early=early))
        if chance.maybe(12):
            habits.append(_habit_by(chance, weekday, early=not early))
    return tuple(habits)


def _habit_by(chance: Chance, weekday: int, *, early: bool) -> RunHabit:
    kind = chance.one_of((RunKind.EASY, RunKind.EASY, RunKind.QUALITY, RunKind.LONG, RunKind.WALK))
    low, high = {RunKind.LONG: (60, 200), RunKind.WALK: (15, 60)}.get(kind, (20, 90))
    duration = chance.number(low, high)
    return RunHabit(
        weekday=weekday,
        duration_min=duration,
        kind=kind,
        distance_km=None if chance.maybe(30) else round(duration / chance.one_of((6, 5, 8)), 1),
        start_min=chance.one_of(MORNING_STARTS if early else EVENING_STARTS),
    )


def races_by(chance: Chance, start: date, weeks: int) -> tuple[Race, ...]:
    """None to four races of any priority inside the season, on any day of the week."""
    races = [
        Race(
            name=f"Race {number}",
            day=start + timedelta(days=chance.number(0, weeks * DAYS_PER_WEEK + 10)),
            distance_km=chance.one_of(RACES_KM),
            priority=chance.one_of(tuple(Priority)),
            start_min=chance.one_of((540, 480, 1110)),
        )
        for number in range(chance.one_of((1, 0, 2, 3, 4)))
    ]
    days: dict[date, Race] = {race.day: race for race in races}
    return tuple(days.values())


def travels_by(chance: Chance, start: date, weeks: int) -> tuple[Travel, ...]:
    """Days away with other kit and perhaps other minutes."""
    found = []
    for _ in range(chance.number(1, 2) if chance.maybe(25) else 0):
        first = start + timedelta(days=chance.number(0, weeks * DAYS_PER_WEEK))
        found.append(
            Travel(
                first=first,
                last=first + timedelta(days=chance.number(0, 20)),
                kit=frozenset(chance.one_of(KITS)),
                minutes=chance.one_of(MINUTES) if chance.maybe(40) else None,
                note="away",
            )
        )
    return tuple(found)


def blocked_by(chance: Chance, start: date, weeks: int) -> tuple[Blocked, ...]:
    """Days on which nothing may be planned."""
    found = []
    for _ in range(chance.number(1, 3) if chance.maybe(30) else 0):
        first = start + timedelta(days=chance.number(0, weeks * DAYS_PER_WEEK))
        last = first + timedelta(days=chance.number(0, 12))
        found.append(Blocked(first=first, last=last, note="not free"))
    return tuple(found)


def health_by(chance: Chance, library: Library, runner: Runner) -> Runner:
    """The same runner with answers, tests, pains, sleep, and perhaps a child on the way or born."""
    woman = runner.sex is not Sex.MAN
    runner = replace(
        runner,
        safety=answers_by(chance, library),
        test_results=tests_by(chance),
        pains=pains_by(chance, library) if chance.maybe(40) else (),
        readiness=readiness_by(chance),
    )
    if woman and chance.maybe(6):
        return replace(runner, pregnant=True)
    if woman and chance.maybe(8):
        return replace(runner, weeks_since_birth=chance.number(0, 60))
    return runner


def answers_by(chance: Chance, library: Library) -> dict[str, bool]:
    """Safe answers mostly; now and then one that closes a gate, or one not answered."""
    if chance.maybe(8):
        return {}
    answers = safe_answers(library)
    if chance.maybe(15):
        one = chance.one_of(sorted(answers))
        answers[one] = not answers[one]
    if chance.maybe(5):
        answers.pop(chance.one_of(sorted(answers)))
    return answers


def safe_answers(library: Library) -> dict[str, bool]:
    """Every answer that closes nothing."""
    return {
        one.id: not one.closing if one.use is AnswerUse.CLOSES else False
        for one in library.questions.values()
        if one.use is not AnswerUse.OPENS and one.asked is not Asked.EACH_PAIN
    }


def tests_by(chance: Chance) -> tuple[HomeTestResult, ...]:
    """Home tests: all passed, some poor, some not done, or none at all."""
    if chance.maybe(25):
        return ()
    told = {}
    poor = chance.maybe(40)
    for test, value in PASSED.items():
        if poor and chance.maybe(20):
            continue
        told[test] = POOR[test] if poor and chance.maybe(40) else value
    return results_of(told)


def results_of(told: Mapping[str, tuple[float, ...]]) -> tuple[HomeTestResult, ...]:
    """Results as told, left before right."""
    found = []
    for test, values in told.items():
        sides = tuple(Side) if len(values) > 1 else (None,)
        found += [
            HomeTestResult(test=test, value=value, side=side, day=TODAY)
            for side, value in zip(sides, values, strict=True)
        ]
    return tuple(found)


def pains_by(chance: Chance, library: Library) -> tuple[Pain, ...]:
    """One to three sore regions of any kind, bone spots with their questions answered or not."""
    regions = sorted(library.regions)
    found = {}
    for _ in range(chance.number(1, 3)):
        region = chance.one_of(regions)
        bone = library.regions[region].tissue.value == "bone"
        yes = chance.one_of((None, False, True)) if bone else None
        found[region] = Pain(
            region=region,
            pain_0_10=chance.one_of((2, 0, 1, 3, 4, 5, 6, 8, 10)),
            side=chance.one_of((None, Side.LEFT, Side.RIGHT)),
            focal_bone=yes,
            worse_with_loading=yes,
            hop_pain=chance.one_of((None, False, True)) if bone else None,
            night_pain=None,
            since_weeks=chance.one_of((None, 1, 6, 30)),
        )
    return tuple(found.values())


def readiness_by(chance: Chance) -> Readiness:
    """How the last two weeks felt, mostly not told."""
    if not chance.maybe(30):
        return Readiness()
    rising = chance.maybe(40)
    return Readiness(
        sleep_h=chance.one_of((None, 6.0, 7.0, 7.9, 8.5)),
        stress_days=chance.one_of((None, 0, 3, 5)),
        soreness_0_10=chance.one_of((None, 2, 5, 8)),
        volume_rising=rising or None,
        intensity_rising=rising or None,
        sleep_falling=rising or None,
    )


def given_runs_by(chance: Chance, start: date, weeks: int) -> tuple[PlannedRun, ...]:
    """The runner's own run plan for the first weeks of the season: each week as it comes."""
    runs = []
    for week in range(min(weeks, chance.number(1, 12))):
        for weekday in range(DAYS_PER_WEEK):
            if not chance.maybe(55):
                continue
            early = not chance.maybe(40)
            for again in range(2 if chance.maybe(10) else 1):
                habit = _habit_by(chance, weekday, early=early if not again else not early)
                runs.append(
                    PlannedRun(
                        day=start + timedelta(days=week * DAYS_PER_WEEK + weekday),
                        start_min=habit.start_min,
                        duration_min=habit.duration_min,
                        kind=habit.kind,
                        distance_km=habit.distance_km,
                        title="own plan",
                    )
                )
    return tuple(runs)
