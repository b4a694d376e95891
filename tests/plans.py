"""Season plans made by hand: real values, small enough to check by eye, as long as a season."""

from dataclasses import replace
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK, Window
from runwright.domain.plan import (
    PLAN_SCHEMA_VERSION,
    DayPlan,
    MadeWith,
    Objective,
    PlannedSession,
    Relaxed,
    SeasonPlan,
    Unmet,
    WeekPlan,
)
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import DayAvailability, Priority, Race, Side
from runwright.domain.screening import Band, Gate, GateEffect, HomeTestFinding, Need
from runwright.domain.session import Placed, SessionKind
from tests.plan_pieces import NAMES, foot_work, mobility, session_of, warm_up_before

MORNING, EVENING = Window(360, 450), Window(1050, 1230)
DAYS = (
    DayAvailability(minutes=30, windows=(MORNING, EVENING)),
    DayAvailability(minutes=45, windows=(MORNING, EVENING)),
    DayAvailability(minutes=20, windows=(MORNING, Window(720, 780))),
    DayAvailability(minutes=20, windows=(MORNING, EVENING)),
    DayAvailability(minutes=45, windows=(Window(720, 780), Window(1020, 1200))),
    DayAvailability(minutes=60, windows=(Window(480, 1200),)),
    DayAvailability(minutes=15, windows=(Window(420, 840),)),
)
MONDAY = date(2026, 8, 24)
TEN_KM = Race(name="10 km", day=date(2026, 12, 13), distance_km=10.0, priority=Priority.B)
HALF = Race(name="Half marathon", day=date(2027, 1, 31), distance_km=21.0975)
MADE_WITH = MadeWith(
    schema_version=PLAN_SCHEMA_VERSION,
    program_version="0.1.0",
    knowledge_version="2026.1",
    protocol="runwright",
    seed=0,
)
PHASES = (
    *(Phase.FOUNDATION,) * 4,
    *(Phase.BUILD,) * 4,
    *(Phase.STRENGTH,) * 8,
    *(Phase.MAINTAIN,) * 5,
    *(Phase.TAPER,) * 1,
    Phase.RACE,
    Phase.TRANSITION,
)
WEEKLY_KM = (
    *(22, 25, 27, 29, 31, 24, 32, 34, 35, 37, 27, 37),
    *(39, 41, 42, 30, 40, 42, 44, 34, 45, 36, 30, 14),
)
LONGEST_KM = (
    *(9, 10, 10, 11, 12, 9, 12, 13, 13, 14, 10, 15),
    *(15, 16, 16, 10, 17, 18, 19, 14, 20, 14, 21.1, 6),
)
DELOADS = frozenset({6, 11, 16, 20})


def runs_of(number: int, monday: date) -> dict[int, tuple[PlannedRun, ...]]:
    """Runs of a week by weekday: intervals, an easy run, a long run or a race."""
    km, longest = WEEKLY_KM[number - 1], LONGEST_KM[number - 1]
    rest = (km - longest) / (3 if number >= 9 else 2)
    projected = number > 17

    def run(
        weekday: int, start_min: int, kind: RunKind, distance_km: float, title: str = ""
    ) -> PlannedRun:
        race = title if kind is RunKind.RACE else None
        return PlannedRun(
            day=monday + timedelta(days=weekday),
            start_min=start_min,
            duration_min=round(distance_km * 6),
            kind=kind,
            distance_km=round(distance_km, 1),
            title=title,
            projected=projected,
            race=race,
        )

    quality = RunKind.QUALITY if 2 < number < 24 else RunKind.EASY
    found = {
        1: (run(1, 375, quality, rest, "Intervals" if quality is RunKind.QUALITY else ""),),
        3: (run(3, 375, RunKind.EASY, rest),),
        6: (run(6, 480, RunKind.LONG, longest),),
    }
    if number >= 9:
        found[5] = (run(5, 540, RunKind.EASY, rest),)
    for race in (TEN_KM, HALF):
        if (race.day - monday).days == 6:
            found[6] = (run(6, race.start_min, RunKind.RACE, longest, race.name),)
    return found


def sessions_of(number: int, monday: date) -> dict[int, PlannedSession]:
    """Sessions of a week by weekday."""
    phase, deload = PHASES[number - 1], number in DELOADS
    kinds = {
        Phase.FOUNDATION: {
            0: ("Foundation A", SessionKind.FOUNDATION),
            4: ("Foundation B", SessionKind.FOUNDATION),
        },
        Phase.BUILD: {
            1: ("Heavy legs A", SessionKind.HEAVY),
            4: ("Heavy legs B", SessionKind.HEAVY),
        },
        Phase.STRENGTH: {
            1: ("Heavy legs A", SessionKind.HEAVY),
            4: ("Heavy legs B", SessionKind.HEAVY),
        },
        Phase.MAINTAIN: {1: ("Short A", SessionKind.SHORT), 4: ("Light", SessionKind.LIGHT)},
        Phase.TAPER: {1: ("Short A", SessionKind.SHORT), 4: ("Light", SessionKind.LIGHT)},
        Phase.RACE: {1: ("Light", SessionKind.LIGHT)},
        Phase.TRANSITION: {},
    }[phase]
    placed = dict(kinds)
    if deload:
        placed = {
            day: (f"Short {title[-1]}", SessionKind.SHORT) for day, (title, _) in kinds.items()
        }
    elif phase in {Phase.STRENGTH, Phase.MAINTAIN} and number >= 10:
        placed[3] = ("Jumps", SessionKind.JUMPS)
    minutes = {SessionKind.JUMPS: 15, SessionKind.LIGHT: 20, SessionKind.SHORT: 20}
    starts = {0: 1065, 1: 1065, 3: 1080, 4: 725}
    sets = 2 if deload or phase in {Phase.FOUNDATION, Phase.MAINTAIN, Phase.TAPER} else 3
    return {
        weekday: session_of(
            monday + timedelta(days=weekday),
            Placed(kind=kind, start_min=starts[weekday], duration_min=minutes.get(kind, 35)),
            title,
            phase,
            sets,
        )
        for weekday, (title, kind) in placed.items()
    }


def week_of(number: int) -> WeekPlan:
    """Week `number` of the season, 1 to 24."""
    monday = MONDAY + timedelta(weeks=number - 1)
    runs, sessions = runs_of(number, monday), sessions_of(number, monday)
    days = []
    for weekday in range(DAYS_PER_WEEK):
        here = runs.get(weekday, ())
        extras = [warm_up_before(run) for run in here if run.kind.needs_fresh_legs]
        if weekday in {0, 2} and number < 24:
            extras.append(mobility(390, weekday))
        if weekday == 2 and number > 4:
            extras.append(foot_work(725))
        days.append(
            DayPlan(
                day=monday + timedelta(days=weekday),
                available=DAYS[weekday],
                runs=here,
                session=sessions.get(weekday),
                extras=tuple(extras),
            )
        )
    return WeekPlan(
        number=number,
        monday=monday,
        phase=PHASES[number - 1],
        deload=number in DELOADS,
        novel=number <= 3,
        days=tuple(days),
        hard_sets=sum(one.hard_sets for one in sessions.values()),
        run_km=float(WEEKLY_KM[number - 1]),
        longest_km=float(LONGEST_KM[number - 1]),
        run_min=sum(run.duration_min for these in runs.values() for run in these),
    )


GATE = Gate(
    rule="G17",
    effects=frozenset({GateEffect.NO_JUMPS, GateEffect.NO_HEAVY}),
    says="Heavy lifting and jumps wait until the foundation weeks are done.",
    opens_when="4 weeks of foundation are done",
)
FINDINGS = (
    HomeTestFinding(
        test="knee_to_wall",
        rule="A02",
        band=Band.LOW,
        says="Left 7 cm, right 10.5 cm. Under 9 cm is less than most people reach.",
        unit="cm",
        side=Side.LEFT,
        left=7.0,
        right=10.5,
        norm=9.0,
        asymmetry=3.5,
        beyond_error=True,
    ),
    HomeTestFinding(
        test="single_leg_heel_raise",
        rule="A03",
        band=Band.TYPICAL,
        says="Left 22, right 25. The typical value at age 44 is 22; you are there.",
        unit="reps",
        side=Side.LEFT,
        left=22.0,
        right=25.0,
        norm=22.0,
        asymmetry=3.0,
        beyond_error=False,
    ),
)
NEEDS = (
    Need(
        rule="A02",
        patterns=("mob_ankle", "calf_straight"),
        because="your left ankle bends less than most",
        side=Side.LEFT,
    ),
)


def season_plan(weeks: int = 24, *, gates: tuple[Gate, ...] = (GATE,)) -> SeasonPlan:
    """A season of 1 to 24 weeks to a half marathon, with a 10 km race on the way."""
    planned = tuple(week_of(number) for number in range(1, weeks + 1))
    last = planned[-1].days[-1].day
    return SeasonPlan(
        runner="Sample runner",
        start=MONDAY,
        made_with=MADE_WITH,
        weeks=planned,
        races=tuple(race for race in (TEN_KM, HALF) if race.day <= last),
        objective=Objective(
            total=412, bound=412, status="optimal", by_rule=(("S03", 160), ("S04", 252))
        ),
        relaxed=(
            Relaxed(
                rule="S02",
                day=MONDAY + timedelta(days=1),
                says="36 h between hard legs and the quality run, the rule asks for 48 h",
            ),
        ),
        unmet=(
            Unmet(
                what="a third strength session",
                week=9,
                because="with 5 runs a week, two is what leaves a rest day (D01, S08)",
                ways_out=("Run 4 times a week instead of 5.", "Give up the rest day."),
            ),
        ),
        gates=gates,
        findings=FINDINGS,
        needs=NEEDS,
        notes=(
            "Runs up to week 17 come from your plan; later weeks are projected from your last 12.",
        ),
        exercise_names=dict(sorted(NAMES.items())),
    )


def with_week(plan: SeasonPlan, index: int, week: WeekPlan) -> SeasonPlan:
    """The same plan with another week at `index`."""
    return replace(plan, weeks=(*plan.weeks[:index], week, *plan.weeks[index + 1 :]))


def with_day(plan: SeasonPlan, day: DayPlan) -> SeasonPlan:
    """The same plan with another day of the same date."""
    for index, week in enumerate(plan.weeks):
        if any(one.day == day.day for one in week.days):
            days = tuple(day if one.day == day.day else one for one in week.days)
            return with_week(plan, index, replace(week, days=days))
    raise LookupError(day.day)
