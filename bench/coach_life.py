"""Half a year or more of one synthetic runner under one arm, day by day."""

import random
import statistics
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from bench.coach_arms import FIRST_RIR, Arm, Ask
from bench.coach_day import Onlooker
from bench.coach_phone import offered_kg
from bench.coach_plan import exercise_of, known, loads_of, planned, work_of_session
from bench.synthetic_body import FELT_IN, REGIONS, Body, Set, body
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import DoseKind
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.plan import PlannedSession
from runwright.domain.runner import Pain
from runwright.domain.session import Dose
from runwright.planning.planner import PlannedSeason

WEEK = 7
FREE, HELD, EASIER = "nothing held", "held", "held, and easier than asked for"
EVENING = time(18, tzinfo=UTC)
BAND = 1  # a set counts as in its band when it ends within one repetition of the reserve asked for
TOLD_SHARE = 0.9  # of mornings that are told
CUT_SHORT = 0.08  # of sessions end before their last exercises
TOO_SORE = 7  # nobody trains through this, whatever is asked
MINUTES = 30


@dataclass
class Life:
    """What happened to one runner under one arm.

    Attributes
    ----------
    bands
        Sets by how they ended, and why: ``("in band", kind, how)``,
        ``("too easy", kind, where, why)``.
    held
        Sets on days on which the rules let the exercise get no harder. [1]
    held_failed
        Those of them that left less than one repetition. [1]
    asked
        What was asked, by day, whether it was done or not.
    raised
        Weights taken within a session that were more than it asked for, by day and exercise. [kg]
    """

    arm: str
    gained: float = 0.0
    done: int = 0
    planned: int = 0
    sets: int = 0
    failed: int = 0
    held: int = 0
    held_failed: int = 0
    bands: Counter[tuple[str, ...]] = field(default_factory=Counter)
    pain_days: int = 0
    events: list[tuple[str, date]] = field(default_factory=list)
    dropped_after: list[int | None] = field(default_factory=list)
    raised_in_pain: int = 0
    asked: dict[date, tuple[Ask, ...]] = field(default_factory=dict)
    raised: dict[date, dict[str, float]] = field(default_factory=dict)

    @property
    def in_band(self) -> int:
        """Sets within the band that the rules of their day ask for."""
        return sum(count for how, count in self.bands.items() if how[0] == "in band")

    @property
    def in_band_free(self) -> int:
        """Sets in their band on days on which nothing was held."""
        return sum(count for how, count in self.bands.items() if how[::2] == ("in band", FREE))

    @property
    def in_band_of_number(self) -> int:
        """Sets within the reserve that was named, whatever the day was like."""
        easier = sum(count for how, count in self.bands.items() if how[::2] == ("in band", EASIER))
        return self.in_band - easier


class Season:
    """Lives a season of one runner with one arm."""

    def __init__(
        self, seed: int, arm_of: Callable[[Body, PlannedSeason, int], Arm], *, weeks: int
    ) -> None:
        self.weeks = weeks
        self.season = planned(seed, weeks)
        self.start = self.season.plan.start
        self.body = body(seed)
        self.life_chance = random.Random(seed + 2)
        self.adherence = self.life_chance.uniform(0.4, 1.0)
        self.arm = arm_of(self.body, self.season, seed)
        self.life = Life(arm=self.arm.name)
        self.last_kg: dict[str, float] = {}
        self.open: dict[str, tuple[date, dict[str, float]]] = {}  # region: since, work before
        self.felt_lately: set[str] = set()
        self.last_work: dict[str, float] = {}
        self.before: dict[str, int] = {}
        self.told: list[CheckIn] = []
        self.trained: list[PerformedSession] = []
        self.onlooker = Onlooker(self.season)
        self.felt_yesterday: set[str] = set()
        library, book = known()
        limits = book.parameters("G07")
        self.light = {
            region: [pain_light(pain, library.regions[region].tissue, limits) for pain in range(11)]
            for region in REGIONS
        }

    def live(self) -> Life:
        """All weeks, day by day."""
        away = self._away_weeks()
        for week in range(self.weeks):
            spike = self.life_chance.random() < 0.05
            for weekday in range(WEEK):
                day = self.start + timedelta(days=week * WEEK + weekday)
                comes = self.life_chance.random() < self.adherence and week not in away
                short = self.life_chance.random() < CUT_SHORT
                self._day(day, comes=comes, short=short)
                if spike and weekday == WEEK - 1:
                    self.body.run_spike()
        grown = [now / self.body.size for now in self.body.strength.values()]
        self.life.gained = statistics.fmean(grown) - 1
        return self.life

    def _away_weeks(self) -> set[int]:
        """One holiday or illness of one to three weeks for every second runner."""
        first = self.life_chance.randint(6, max(6, self.weeks - 6))
        long = self.life_chance.randint(1, 3)
        return set(range(first, first + long)) if self.life_chance.random() < 0.5 else set()

    def _day(self, day: date, *, comes: bool, short: bool) -> None:
        self.body.night(day.toordinal())
        told = {region: self.body.told_pain(region) for region in REGIONS}
        self._note_pain(day, told)
        if self.life_chance.random() < TOLD_SHARE:
            self.told.append(self._morning(day, told))
            self.arm.hears_morning(self.told[-1])
        self.before, self.felt_yesterday = told, set()
        planned_day = self.season.plan.day(day)
        session = None if planned_day is None else planned_day.session
        if planned_day is None or session is None:
            return
        self.life.planned += 1
        asked = tuple(self._with_weight(one) for one in self.arm.asks(planned_day))
        self.life.asked[day] = asked
        self._drops(day, asked, {one.exercise for one in work_of_session(session)})
        if comes and asked:
            self._train(day, session, asked[: -max(1, len(asked) // 4)] if short else asked)

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

    def _train(self, day: date, session: PlannedSession, asked: Sequence[Ask]) -> None:
        start = datetime.combine(day, EVENING)
        self.onlooker.looks(day, self.told, self.trained)
        sets: list[PerformedSet] = []
        pains: list[PerformedPain] = []
        went_by: list[tuple[Ask, list[Set]]] = []
        for place, ask in enumerate(asked):
            region = FELT_IN.get(exercise_of(ask.exercise).pattern)
            hurts = self.body.told_pain(region) if region is not None else 0
            if hurts >= TOO_SORE:
                continue
            went = self._do(ask)
            went_by.append((ask, went))
            self._note_raised(day, ask, went)
            self._judge(ask, went, hurts, region)
            sets += list(_told(ask, went, start + timedelta(minutes=3 * place)))
            if hurts and region is not None:
                pains.append(
                    PerformedPain(region=region, pain_0_10=hurts, told_at=start, label=ask.label)
                )
        if not sets:
            return
        self.body.takes(
            [(exercise_of(ask.exercise), went) for ask, went in went_by],
            day.toordinal(),
        )
        self.felt_yesterday = {
            FELT_IN[exercise_of(ask.exercise).pattern]
            for ask, _went in went_by
            if exercise_of(ask.exercise).pattern in FELT_IN
        }
        self.felt_lately |= self.felt_yesterday
        done = PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id=f"{day}-done",
            script=session.id,
            minutes=MINUTES,
            started_at=start,
            ended_at=start + timedelta(minutes=session.placed.duration_min),
            ended=Ended.DONE,
            sets=tuple(sets),
            pains=tuple(pains),
        )
        self.life.done += 1
        self.trained.append(done)
        self.onlooker.keeps(session.id, day, tuple(asked))
        self.last_work |= {ask.exercise: work_in(ask) for ask, _went in went_by}
        self.arm.hears_session(done, tuple(asked))

    def _note_raised(self, day: date, ask: Ask, went: Sequence[Set]) -> None:
        asked_kg = ask.dose.load_kg
        most_kg = max((one.load_kg for one in went if one.load_kg is not None), default=0.0)
        if asked_kg is not None and most_kg > asked_kg:
            self.life.raised.setdefault(day, {})[ask.exercise] = most_kg

    def _with_weight(self, ask: Ask) -> Ask:
        """What is asked, with a weight of the runner's choice where none was said (rule P01).

        The very first leaves four in reserve; later a runner chooses by what is asked.
        """
        loads = loads_of(ask.exercise)
        if not loads or ask.dose.load_kg is not None or ask.dose.reps is None:
            return ask
        exercise = exercise_of(ask.exercise)
        rir = FIRST_RIR
        if ask.exercise in self.last_kg and ask.dose.rir is not None:
            rir = ask.dose.rir
        picked = self.body.picks_kg(exercise, ask.dose.reps, rir, loads)
        return replace(ask, dose=replace(ask.dose, load_kg=picked))

    def _do(self, ask: Ask) -> list[Set]:
        exercise, dose = exercise_of(ask.exercise), ask.dose
        if exercise.dose_kind is DoseKind.REPS and dose.reps is not None:
            return list(self._lifts(ask))
        if dose.hold_s is not None:
            return [self.body.holds(exercise, dose.hold_s) for _set in range(dose.sets)]
        return [
            Set(count=dose.contacts or dose.distance_m or 0, true_rir=0, told_rir=0)
            for _set in range(dose.sets)
        ]

    def _lifts(self, ask: Ask) -> Iterator[Set]:
        """The sets one after the other, with the weights the phone offers in between."""
        exercise, dose = exercise_of(ask.exercise), ask.dose
        load_kg = dose.load_kg
        for number in range(dose.sets):
            went = self.body.lifts(
                exercise,
                load_kg,
                dose.reps or (0, 0),
                2 if dose.rir is None else dose.rir,
                done_before=number,
                levers=ask.harder,
            )
            yield replace(went, load_kg=load_kg)
            load_kg = offered_kg(ask.between, dose, load_kg, went) or load_kg

    def _judge(self, ask: Ask, went: Sequence[Set], hurts: int, region: str | None) -> None:
        load_kg, rir = ask.dose.load_kg, ask.dose.rir
        if load_kg is not None:
            sore = region is not None and self.light[region][hurts] is not Light.GREEN
            known_kg = self.last_kg.get(ask.exercise)
            self.life.raised_in_pain += known_kg is not None and load_kg > known_kg and sore
            self.last_kg[ask.exercise] = load_kg
        if ask.dose.reps is None or rir is None:
            return
        why = self.arm.why_no_more(ask.exercise)
        kind = "weight" if load_kg else "no weight"
        is_held = self.onlooker.holds(ask.exercise)
        for one in went:
            self.life.sets += 1
            self.life.held += is_held
            self.life.failed += one.true_rir < 1
            self.life.held_failed += is_held and one.true_rir < 1
            self.life.bands[how_it_ended(one, ask.dose, kind, why, is_held=is_held)] += 1

    # -- pain: how often, and how long until the work drops ----------------------------------------

    def _note_pain(self, day: date, told: Mapping[str, int]) -> None:
        for region in REGIONS:
            light = self.light[region][told[region]]
            self.life.pain_days += light is not Light.GREEN
            worse = told[region] > self.before.get(region, 0) and region in self.felt_yesterday
            if light is Light.RED or (worse and light is not Light.GREEN):
                self._event(region, day)

    def _event(self, region: str, day: date) -> None:
        if region not in self.open and region in self.felt_lately:
            self.life.events.append((region, day))
            self.open[region] = (day, dict(self.last_work))

    def _drops(self, day: date, asked: Sequence[Ask], in_plan: Collection[str]) -> None:
        """Close what was open: what the region feels is asked for less now, or it hurts no more."""
        now = {ask.exercise: work_in(ask) for ask in asked}
        for region, (since, before) in list(self.open.items()):
            of_region = {name for name in in_plan if _region(name) == region}
            if any(now.get(name, 0.0) < 0.95 * before.get(name, 0.0) for name in of_region):
                self.life.dropped_after.append((day - since).days)
                del self.open[region]
            elif self.light[region][round(self.body.pain[region])] is Light.GREEN:
                self.life.dropped_after.append(None)
                del self.open[region]


def work_in(ask: Ask) -> float:
    """How much is asked of an exercise: sets by load, or by level without one."""
    exercise = exercise_of(ask.exercise)
    each = ask.dose.load_kg or 5.0 * exercise.level
    return each * ask.dose.sets


def _region(exercise: str) -> str | None:
    return FELT_IN.get(exercise_of(exercise).pattern)


def how_it_ended(one: Set, dose: Dose, kind: str, why: str, *, is_held: bool) -> tuple[str, ...]:
    """In its band, or too easy or too hard and where in the range.

    The band is what the rules intend: the reserve asked for, within one; on a day on which nothing
    may get harder, that or more.
    """
    reps, off = dose.reps or (0, 0), one.true_rir - (dose.rir or 0)
    if abs(off) <= BAND:
        return "in band", kind, HELD if is_held else FREE
    if off > 0 and is_held:
        return "in band", kind, EASIER
    if off > 0:
        if one.count >= reps[1]:
            return "too easy", kind, "the range ended first", why
        return "too easy", kind, "stopped by feel", ""
    if one.count <= reps[0]:
        return "too hard", kind, "already at the bottom of the range", ""
    return "too hard", kind, "went on by feel" if one.count < reps[1] else "at the top", ""


def _told(ask: Ask, went: Sequence[Set], start: datetime) -> Sequence[PerformedSet]:
    exercise, dose = exercise_of(ask.exercise), ask.dose
    counted = {
        DoseKind.REPS: "reps",
        DoseKind.HOLD: "hold_s",
        DoseKind.CONTACTS: "contacts",
        DoseKind.DISTANCE: "distance_m",
    }[exercise.dose_kind]
    if counted == "contacts" and dose.contacts is None:
        counted = "hold_s"
    return [
        PerformedSet(
            label=ask.label,
            exercise=ask.exercise,
            number=number + 1,
            ended_at=start + timedelta(seconds=30 * number),
            load_kg=one.load_kg if exercise.loadable else None,
            rir=one.told_rir if dose.rir is not None else None,
            **{counted: one.count},
        )
        for number, one in enumerate(went)
    ]
