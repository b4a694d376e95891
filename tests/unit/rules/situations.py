"""Reads a case of tests/cases/rules/*.yaml into the window of its rule; it knows no rule."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any

from runwright.domain.calendar import DAYS_PER_WEEK, MINUTES_PER_HOUR, WEEKDAYS
from runwright.domain.exercise import Role
from runwright.domain.plan import DayPlan, Extra, ExtraKind, PlannedSession, WeekPlan
from runwright.domain.protocol import Phase, WeekDose
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import (
    DayAvailability,
    Pain,
    Priority,
    Race,
    Runner,
    StrengthExperience,
)
from runwright.domain.screening import GateEffect
from runwright.domain.session import Block, Dose, Placed, Prescription, RampSet, SessionKind
from runwright.knowledge.library import load_library
from runwright.planning.frames import WeekFrame
from runwright.planning.judge import tally
from runwright.rules.content_windows import ContentWeek, SessionView, Sitting
from runwright.rules.day_facts import DayContext, RaceCalendar
from runwright.rules.names import the_run
from runwright.rules.registry import RuleBook, Window
from runwright.rules.season_rules import DayBlocks, RunInHistory, SeasonView, holds_before
from runwright.rules.windows import NearbyDays, PlannedDay, SameWeekday
from runwright.usecases.audit_plan import trainee_of

MONDAY = date(2026, 8, 24)
AT = re.compile(r"(?P<what>\w+) (?P<h>\d\d?):(?P<m>\d\d) (?P<long>\d+) min(?: (?P<km>[\d.]+) km)?")
LENGTH = re.compile(r"(?P<what>\w+)(?: (?P<km>[\d.]+) km)?(?: (?P<long>\d+) min)?")
Case = Mapping[str, Any]


@dataclass(frozen=True)
class Situation:
    """A window with its subject, ready for a rule book."""

    window: Window
    subject: object


library = cache(load_library)


def book(changed: Mapping[str, Mapping[str, Any]] | None = None) -> RuleBook:
    known = library()
    return RuleBook(tuple(known.rules.values()), known.weights, overrides=changed)


def situation(case: Case, rules: RuleBook) -> Situation:
    """The window the case describes; which one is told by the key it is under."""
    window, read = next(WINDOWS[key] for key in case if key in WINDOWS)
    return Situation(window, read(case, rules))


# -- days ------------------------------------------------------------------------------------------


def minute(told: str) -> int:
    hour, past = told.split(":")
    return int(hour) * MINUTES_PER_HOUR + int(past)


def run_at(told: str, day: date = MONDAY) -> PlannedRun:
    """``quality 18:30 60 min 12 km``."""
    found = AT.fullmatch(told)
    assert found, f"a run is told as 'quality 18:30 60 min', not '{told}'"
    return PlannedRun(
        day=day,
        start_min=int(found["h"]) * MINUTES_PER_HOUR + int(found["m"]),
        duration_min=int(found["long"]),
        kind=RunKind(found["what"]),
        distance_km=float(found["km"]) if found["km"] else None,
    )


def placed_at(told: str | None) -> Placed | None:
    """``heavy 17:30 45 min``; None for no session."""
    if told is None:
        return None
    found = AT.fullmatch(told)
    assert found, f"a session is told as 'heavy 17:30 45 min', not '{told}'"
    return Placed(
        kind=SessionKind(found["what"]),
        start_min=int(found["h"]) * MINUTES_PER_HOUR + int(found["m"]),
        duration_min=int(found["long"]),
    )


def races_of(case: Case) -> tuple[Race, ...]:
    """``{in: 8, km: 42.2, priority: A}`` or ``{ago: 3, km: 10}`` from the first day of the case."""
    return tuple(
        Race(
            name=f"race {number}",
            day=MONDAY + timedelta(days=one["in"] if "in" in one else -one["ago"]),
            distance_km=one["km"],
            priority=Priority(one.get("priority", "A")),
        )
        for number, one in enumerate(case.get("races", ()))
    )


def day_of(
    case: Case, rules: RuleBook, told: Mapping[str, Any] | None, number: int = 0
) -> PlannedDay:
    told = told or {}
    day = MONDAY + timedelta(days=number)
    context = DayContext(
        phase=Phase(told.get("phase", "strength")),
        novel=told.get("new_programme", False),
        closed=closed_of(told),
        jumps_are_hard=told.get("hard_jumps", False),
        usual=_kind(told["planned_before"]) if "planned_before" in told else "unset",
    )
    facts = RaceCalendar(races_of(case), rules).facts(
        day,
        tuple(run_at(one, day) for one in told.get("runs", ())),
        DayAvailability(minutes=told.get("minutes", 60)),
        context,
    )
    return PlannedDay(facts, placed_at(told.get("session")))


def closed_of(told: Mapping[str, Any]) -> frozenset[tuple[str, GateEffect]]:
    """``{G16: [no_jumps]}``."""
    return frozenset(
        (rule, GateEffect(effect))
        for rule, effects in told.get("closed", {}).items()
        for effect in effects
    )


def _kind(told: str) -> SessionKind | None:
    return None if told == "nothing" else SessionKind(told)


def one_day(case: Case, rules: RuleBook) -> PlannedDay:
    return day_of(case, rules, case["day"])


def two_days(case: Case, rules: RuleBook) -> NearbyDays:
    nights = case.get("nights", 1)
    return NearbyDays.of(
        day_of(case, rules, case["first"]), day_of(case, rules, case["then"], nights), nights
    )


def same_weekday(case: Case, _rules: RuleBook) -> SameWeekday:
    return SameWeekday(before=_kind(case["last_week"]), after=_kind(case["this_week"]))


def whole_week(case: Case, rules: RuleBook) -> object:
    told = case["week"]
    asks = WeekDose(
        sessions=tuple((SessionKind(kind), n) for kind, n in told.get("asks", {}).items())
    )
    days = [
        day_of(case, rules, told.get("days", {}).get(name), number)
        for number, name in enumerate(WEEKDAYS)
    ]
    deload = told.get("deload", False)
    frame = WeekFrame(
        number=1,
        monday=MONDAY,
        phase=Phase(told.get("phase", "strength")),
        wanted=asks,
        deload=asks if deload else None,
        rests=False,
        must_deload=False,
        novel=False,
        days=tuple(day.facts for day in days),
        lighter_running=told.get("running") == "light",
        heavy_running=told.get("running") == "heavy",
        new_stressors=frozenset(told.get("new", ())),
    )
    return tally(frame, [day.session for day in days], deload)


# -- runs and small blocks -------------------------------------------------------------------------


def one_run(case: Case, _rules: RuleBook) -> RunInHistory:
    """``long 14 km`` or ``long 90 min`` after ``longest: 12 km``."""
    told = _length(case["run"])
    longest = _length(f"run {case['longest']}") if "longest" in case else None
    return RunInHistory(
        run=PlannedRun(
            day=MONDAY,
            start_min=480,
            duration_min=told.minutes or 60,
            kind=RunKind(told.what),
            distance_km=told.km,
            projected=not case.get("own_plan", False),
        ),
        longest_km=longest.km if longest else None,
        longest_min=longest.minutes if longest else None,
        closed=closed_of(case),
    )


def _length(told: str) -> SimpleNamespace:
    found = LENGTH.fullmatch(told)
    assert found, f"a length is told as 'long 14 km', not '{told}'"
    return SimpleNamespace(
        what=found["what"],
        km=float(found["km"]) if found["km"] else None,
        minutes=int(found["long"]) if found["long"] else None,
    )


def small_blocks(case: Case, _rules: RuleBook) -> DayBlocks:
    runs = [run_at(one) for one in case.get("runs", ())]
    session = placed_at(case.get("session"))
    efforts = [(the_run(run.kind), run.start_min) for run in runs]
    efforts += [("the session", session.start_min)] if session else []
    extras = tuple(
        Extra(
            kind=ExtraKind(one["kind"]),
            start_min=minute(one["at"]),
            duration_min=one["minutes"],
            items=tuple(item_of(item) for item in one.get("do", ())),
            title=one["kind"],
        )
        for one in case["blocks"]
    )
    return DayBlocks(
        day=MONDAY,
        holds=holds_before(extras, tuple(efforts), dict(library().exercises)),
        quality_runs=sum(run.kind.needs_fresh_legs for run in runs),
        warm_ups=tuple(extra for extra in extras if extra.kind is ExtraKind.WARM_UP),
    )


# -- what sessions hold ----------------------------------------------------------------------------


def item_of(told: str) -> Prescription:
    """``back_squat as main, 3 x 5, rir 2, rest 180 s, tempo 2-0-1, ramp``."""
    first, *rest = (part.strip() for part in told.split(","))
    exercise, role = first.split(" as ")
    known = library().exercises[exercise]
    dose = {"sets": 1, "tempo": known.tempo, "rest_s": 180}
    ramp: tuple[RampSet, ...] = ()
    for part in rest:
        if part == "ramp":
            ramp = (RampSet(load_share=0.5, reps=5),)
        else:
            dose.update(_dose_part(part))
    return Prescription(label="", exercise=exercise, role=Role(role), dose=Dose(**dose), ramp=ramp)


def _dose_part(part: str) -> dict[str, Any]:
    if found := re.fullmatch(r"(\d+) x (\d+)(?:-(\d+))?( s| contacts)?", part):
        sets, low, high, unit = found.groups()
        if unit == " s":
            return {"sets": int(sets), "hold_s": int(low)}
        if unit == " contacts":
            return {"sets": int(sets), "contacts": int(low)}
        return {"sets": int(sets), "reps": (int(low), int(high or low))}
    name, value = part.split(" ", 1)
    if name == "tempo":
        return {"tempo": value}
    return {{"rir": "rir", "rest": "rest_s"}[name]: int(value.removesuffix(" s"))}


def blocks_of(told: list[Any]) -> tuple[Block, ...]:
    """One exercise a block; a list of several is a superset."""
    return tuple(
        Block(
            id="ABCDEFGHIJKLMN"[number],
            items=tuple(item_of(one) for one in (block if isinstance(block, list) else [block])),
        )
        for number, block in enumerate(told)
    )


def runner_of(case: Case) -> Runner:
    told = dict(case.get("runner", {}))
    experience = (
        StrengthExperience.NONE if told.pop("new_to_lifting", False) else StrengthExperience.REGULAR
    )
    pains = tuple(
        Pain(region=region, pain_0_10=pain) for region, pain in told.pop("pains", {}).items()
    )
    return Runner(strength_experience=experience, pains=pains, **told)


def view_of(case: Case, told: Mapping[str, Any]) -> SessionView:
    programme = case.get("programme", {})
    minutes = told.get("minutes", 45)
    blocks = blocks_of(told["do"])
    session = PlannedSession(
        id="case",
        placed=Placed(kind=SessionKind(told["kind"]), start_min=1080, duration_min=minutes),
        title="the session",
        blocks=blocks,
        worked_out_min=told.get("takes", minutes),
        hard_sets=0,
    )
    return SessionView(
        session=session,
        exercises=library().exercises,
        trainee=trainee_of(runner_of(case), library()),
        phase=Phase(programme.get("phase", "strength")),
        programme_week=programme.get("week", 10) - 1,
        deload=programme.get("deload", False),
        chosen=not case.get("article", False),
        race_in_h=told.get("hours_to_race"),
    )


def one_session(case: Case, _rules: RuleBook) -> SessionView:
    return view_of(case, case["inside"])


def sittings_of(told: Mapping[str, Any]) -> Iterator[Sitting]:
    """``{monday: ["st_quad as static, 2 x 30 s"]}``; a list of lists is several in a day."""
    for name, done in told.items():
        for one in done if isinstance(done[0], list) else [done]:
            items = [item_of(item) for item in one]
            yield Sitting(
                day=MONDAY + timedelta(days=WEEKDAYS.index(name)),
                items=tuple((item, library().exercises[item.exercise]) for item in items),
            )


def week_of_sessions(case: Case, _rules: RuleBook) -> ContentWeek:
    programme, before = case.get("programme", {}), case.get("before", {})
    extras = tuple(
        Extra(kind=ExtraKind(kind), start_min=480, duration_min=6, items=(), title=kind)
        for kind, count in case.get("extras", {}).items()
        for _ in range(count)
    )
    return ContentWeek(
        views=tuple(view_of(case, one) for one in case["sessions"]),
        extras=extras,
        sittings=tuple(sittings_of(case.get("stretches", {}))),
        phase=Phase(programme.get("phase", "strength")),
        deload=programme.get("deload", False),
        programme_week=programme.get("week", 10) - 1,
        monday=MONDAY,
        full=not case.get("short_week", False),
        chosen=not case.get("article", False),
        patterns_before=frozenset(before.get("patterns", ())),
        sets_before=before.get("sets"),
        sets_last=before.get("sets_last_week"),
        novice_runner=case.get("running") == "new",
        established_runner=case.get("running") == "established",
    )


# -- seasons ---------------------------------------------------------------------------------------


def season_of(case: Case, _rules: RuleBook) -> SeasonView:
    """``[4 foundation, 1 deload foundation]``; ``tests: {done: true, again_in_week: 7}``."""
    weeks: list[WeekPlan] = []
    for told in case["season"]:
        count, *words = told.split(" ")
        weeks += [
            _week(len(weeks) + n, Phase(words[-1]), "deload" in words) for n in range(int(count))
        ]
    tests = case.get("tests", {})
    if "again_in_week" in tests:
        number = tests["again_in_week"] - 1
        first, *days = weeks[number].days
        retest = Extra(
            kind=ExtraKind.RETEST, start_min=600, duration_min=12, items=(), title="tests"
        )
        weeks[number] = replace(weeks[number], days=(replace(first, extras=(retest,)), *days))
    return SeasonView(weeks=tuple(weeks), races=(), has_tests=tests.get("done", False))


def _week(number: int, phase: Phase, deload: bool) -> WeekPlan:  # noqa: FBT001  # a fact of the week
    monday = MONDAY + timedelta(weeks=number)
    return WeekPlan(
        number=number + 1,
        monday=monday,
        phase=phase,
        deload=deload,
        novel=False,
        days=tuple(
            DayPlan(day=monday + timedelta(days=n), available=DayAvailability(minutes=45))
            for n in range(DAYS_PER_WEEK)
        ),
        hard_sets=0,
        run_km=None,
        longest_km=None,
        run_min=0,
    )


WINDOWS = {
    "day": (Window.DAY, one_day),
    "first": (Window.NEARBY, two_days),
    "last_week": (Window.WEEKDAY, same_weekday),
    "week": (Window.WEEK, whole_week),
    "run": (Window.RUN, one_run),
    "blocks": (Window.BLOCKS, small_blocks),
    "inside": (Window.SESSION, one_session),
    "sessions": (Window.SESSION_WEEK, week_of_sessions),
    "season": (Window.SEASON, season_of),
}
