"""26 weeks with the coach, beside a fixed plan, linear loading and double progression.

A claim about the coach, not about people: the runners are a toy (`bench/synthetic_body.py`).
"""

import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bench.coach_arm import Coach
from bench.coach_arms import FIRST_SHARE, Arm, Ask, DoubleProgression, FixedPlan, Linear, rounded_kg
from bench.synthetic_body import LIFTS, Body, Set, body
from runwright.domain.check_in import CheckIn
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.runner import Pain
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook

START = date(2026, 11, 23)  # a Monday
WEEKS = 26
WEEK = 7
RUNNERS = 24
TRAINING_DAYS = (1, 4)  # Tuesday and Friday
EVENING = time(18, tzinfo=UTC)
BAND = 1  # a set counts as in its band when it ends within one repetition of the reserve asked for
TOLD_SHARE = 0.9  # of mornings that are told


@dataclass
class Life:
    """What happened to one runner under one arm."""

    arm: str
    gained: float = 0.0
    sets: int = 0
    in_band: int = 0
    failed: int = 0
    done: int = 0
    planned: int = 0
    pain_days: int = 0
    events: list[tuple[str, date]] = field(default_factory=list)
    dropped_after: list[int | None] = field(default_factory=list)
    raised_in_pain: int = 0
    proposals_a_week: list[int] = field(default_factory=list)
    stressors_a_week: list[int] = field(default_factory=list)


class Season:
    """Lives half a year of one runner with one arm."""

    def __init__(self, seed: int, arm_of: Callable[[Body], Arm], *, weeks: int = WEEKS) -> None:
        self.weeks = weeks
        self.body: Body = body(seed)
        self.life_chance = random.Random(seed + 2)
        self.adherence = self.life_chance.uniform(0.4, 1.0)
        self.first_kg = dict(self.body.max_kg)
        self.arm = arm_of(self.body)
        self.life = Life(arm=self.arm.name)
        self.last: dict[str, tuple[date, float]] = {}
        self.open: dict[str, tuple[date, float]] = {}  # lift: since, work
        library = load_library()
        limits = RuleBook(tuple(library.rules.values()), library.weights).parameters("G07")
        self.light = {
            region: [pain_light(pain, library.regions[region].tissue, limits) for pain in range(11)]
            for region in LIFTS.values()
        }
        self.before: dict[str, int] = {}
        self.told: list[CheckIn] = []
        self.trained: list[date] = []
        self.trained_yesterday: tuple[str, ...] = ()

    def live(self) -> Life:
        """All weeks, day by day."""
        away = self._away_weeks()
        for week in range(self.weeks):
            spike = self.life_chance.random() < 0.05
            for weekday in range(WEEK):
                day = START + timedelta(days=week * WEEK + weekday)
                comes = self.life_chance.random() < self.adherence
                self._day(day, trains=weekday in TRAINING_DAYS, comes=comes and week not in away)
                if spike and weekday == WEEK - 1:
                    self.body.run_spike()
        self.life.gained = statistics.fmean(
            self.body.max_kg[lift] / first - 1 for lift, first in self.first_kg.items()
        )
        self._count_weeks()
        return self.life

    def _away_weeks(self) -> set[int]:
        """One holiday or illness of one to three weeks for every second runner."""
        first = self.life_chance.randint(6, self.weeks - 6)
        long = self.life_chance.randint(1, 3)
        return set(range(first, first + long)) if self.life_chance.random() < 0.5 else set()

    def _day(self, day: date, *, trains: bool, comes: bool) -> None:
        self.body.night()
        told = {region: self.body.told_pain(region) for region in self.body.pain}
        self._note_pain(day, told)
        tells = self.life_chance.random() < TOLD_SHARE
        if tells:
            self.told.append(self._morning(day, told))
            self.arm.hears_morning(self.told[-1])
        self.before = told
        self.trained_yesterday = ()
        if trains:
            self.life.planned += 1
            asked = self.arm.asks(day)
            if comes:
                self._train(day, asked)
        for lift in LIFTS:
            known = self.last.get(lift)
            if known is not None:
                self.body.rests(lift, (day - known[0]).days)

    def _morning(self, day: date, told: Mapping[str, int]) -> CheckIn:
        sore = [Pain(region=region, pain_0_10=pain) for region, pain in told.items() if pain]
        return CheckIn(
            day=day,
            sleep_h=round(self.body.sleep_h * 2) / 2,
            stress_0_10=round(self.body.stress),
            soreness_0_10=round(self.body.soreness),
            pains=tuple(sore),
            pain_free=not sore,
        )

    def _train(self, day: date, asked: Sequence[Ask]) -> None:
        self.life.done += 1
        self.trained.append(day)
        start = datetime.combine(day, EVENING)
        sets: list[PerformedSet] = []
        pains: list[PerformedPain] = []
        for place, ask in enumerate(asked):
            label = f"{chr(ord('A') + place)}1"
            region = LIFTS[ask.exercise]
            hurts = self.body.told_pain(region)
            went = [
                self.body.lift(ask.exercise, ask.load_kg, ask.reps, ask.rir, number)
                for number in range(ask.sets)
            ]
            self._judge(ask, went, hurts, day)
            self.body.take(ask.exercise, ask.load_kg, went)
            after = max(hurts, self.body.told_pain(region))
            if after:
                pains.append(
                    PerformedPain(region=region, pain_0_10=after, told_at=start, label=label)
                )
            if self.light[region][after] is Light.RED:
                self._event(ask.exercise, day, ask.load_kg * ask.sets)
            sets += [
                PerformedSet(
                    label=label,
                    exercise=ask.exercise,
                    number=number + 1,
                    ended_at=start + timedelta(minutes=place * 8 + number * 2),
                    reps=one.reps,
                    load_kg=ask.load_kg,
                    rir=one.told_rir,
                )
                for number, one in enumerate(went)
            ]
        self.trained_yesterday = tuple(ask.exercise for ask in asked)
        session = PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id=f"{day}-done",
            script=f"{day}-heavy",
            minutes=30,
            started_at=start,
            ended_at=start + timedelta(minutes=30),
            ended=Ended.DONE,
            sets=tuple(sets),
            pains=tuple(pains),
        )
        self._drops(day, asked)
        if sets:
            self.arm.hears_session(session, tuple(asked))

    def _judge(self, ask: Ask, went: Sequence[Set], hurts: int, day: date) -> None:
        life = self.life
        life.sets += len(went)
        life.in_band += sum(abs(one.true_rir - ask.rir) <= BAND for one in went)
        life.failed += sum(one.true_rir < 1 for one in went)
        known = self.last.get(ask.exercise)
        light = self.light[LIFTS[ask.exercise]][hurts]
        if known is not None and ask.load_kg > known[1] and light is not Light.GREEN:
            life.raised_in_pain += 1
        self.last[ask.exercise] = (day, ask.load_kg)

    # -- pain: how often, and how long until the work drops ----------------------------------------

    def _note_pain(self, day: date, told: Mapping[str, int]) -> None:
        for lift, region in LIFTS.items():
            light = self.light[region][told[region]]
            self.life.pain_days += light is not Light.GREEN
            worse = told[region] > self.before.get(region, 0) and lift in self.trained_yesterday
            if light is Light.RED or (worse and light is not Light.GREEN):
                self._event(lift, day, self._work(lift))

    def _work(self, lift: str) -> float:
        known = self.last.get(lift)
        return 0.0 if known is None else known[1] * 3

    def _event(self, lift: str, day: date, work: float) -> None:
        if lift not in self.open:
            self.life.events.append((lift, day))
            self.open[lift] = (day, work)

    def _drops(self, day: date, asked: Sequence[Ask]) -> None:
        """Close what was open: the lift asks for less now, or is left out, or hurts no more."""
        asks = {ask.exercise: ask.load_kg * ask.sets for ask in asked}
        for lift, (since, work) in list(self.open.items()):
            if since == day:
                continue
            if asks.get(lift, 0.0) < 0.95 * work:
                self.life.dropped_after.append((day - since).days)
                del self.open[lift]
            elif self.light[LIFTS[lift]][round(self.body.pain[LIFTS[lift]])] is Light.GREEN:
                self.life.dropped_after.append(None)
                del self.open[lift]

    def _count_weeks(self) -> None:
        for week in range(self.weeks):
            monday = START + timedelta(weeks=week)
            of_week = [one for one in self.arm.notes if 0 <= (one.day - monday).days < WEEK]
            self.life.proposals_a_week.append(sum(one.asked for one in of_week))
            self.life.stressors_a_week.append(len({one.stressor for one in of_week} - {""}))


def first_loads(of: Body) -> dict[str, float]:
    """What everybody starts with: about ten repetitions with four in reserve, tried out once."""
    return {lift: rounded_kg(FIRST_SHARE * kg) for lift, kg in of.max_kg.items()}


ARMS: tuple[Callable[[Body], Arm], ...] = (
    lambda of: FixedPlan(first_loads(of)),
    lambda of: Linear(first_loads(of)),
    lambda of: DoubleProgression(first_loads(of)),
    lambda of: Coach(first_loads(of), random.Random(1)),
)


def measure() -> dict[str, str]:
    """What half a year brings under each arm, over the same runners."""
    return dict(_figures(tuple(_lives(arm) for arm in ARMS)))


def _lives(arm: Callable[[Body], Arm]) -> list[Life]:
    return [Season(seed * 10, arm).live() for seed in range(RUNNERS)]


def _figures(arms: Sequence[Sequence[Life]]) -> Iterator[tuple[str, str]]:
    yield "runners", f"{RUNNERS}, {WEEKS} weeks, adherence 40 to 100 %"
    for lives in arms:
        sets = sum(one.sets for one in lives)
        dropped = [days for one in lives for days in one.dropped_after if days is not None]
        events = sum(len(one.events) for one in lives)
        yield (
            lives[0].arm,
            ", ".join((
                f"strength +{100 * statistics.fmean(one.gained for one in lives):.1f} %",
                f"{100 * sum(one.in_band for one in lives) / sets:.0f} % of sets in their band",
                f"{100 * sum(one.failed for one in lives) / sets:.1f} % to failure",
                f"{sum(one.pain_days for one in lives) / RUNNERS:.1f} days above green",
                f"{events / RUNNERS:.2f} pain events, load dropped in {len(dropped)} of {events}"
                + (f" after {statistics.median(dropped):g} days" if dropped else ""),
                f"{sum(one.raised_in_pain for one in lives)} steps up in pain",
                *_asked(lives),
            )),
        )


def _asked(lives: Sequence[Life]) -> Iterator[str]:
    """How often the runner was asked, and how much was new at once; papers ask nothing."""
    weeks = [count for one in lives for count in one.proposals_a_week]
    if any(weeks):
        many = sum(count > 1 for one in lives for count in one.stressors_a_week)
        yield f"proposals a week {statistics.median(weeks):g} median, {max(weeks)} most"
        yield f"{many} weeks with more than one new stressor"
