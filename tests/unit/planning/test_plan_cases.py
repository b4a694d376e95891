"""Runs tests/cases/plans.yaml: a runner and a season, and what the plan must hold."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.domain.calendar import WEEKDAYS, Window
from runwright.domain.runner import (
    Blocked,
    DayAvailability,
    Pain,
    Priority,
    Race,
    Readiness,
    RunHabit,
    Runner,
    StrengthExperience,
)
from runwright.planning.planner import PlannedSeason
from runwright.usecases.plan_season import SeasonOrder, plan_season
from tests.runners import PASSED, TODAY, results_of, safe_answers
from tests.strategies import library
from tests.unit.rules.situations import AT, run_at

FILE = Path(__file__).resolve().parents[2] / "cases" / "plans.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
EVENING = "17:00-21:00"
PLACEMENT = {"S01", "S02", "S03", "S04", "S05", "S10", "S13", "S14", "D20"}
GIVEN = {"case", "rules", "runner", "days", "hours", "runs", "races", "blocked", "trained", "weeks"}


def window_of(told: str) -> Window:
    first, last = (int(one[:2]) * 60 + int(one[3:]) for one in told.split("-"))
    return Window(first, last)


def day_of(told: dict[str, Any]) -> date:
    return TODAY + timedelta(weeks=told["week"] - 1, days=WEEKDAYS.index(told["day"]))


def habit_of(told: str) -> RunHabit:
    weekday, rest = told.split(" ", 1)
    assert AT.fullmatch(rest)
    run = run_at(rest)
    return RunHabit(
        weekday=WEEKDAYS.index(weekday),
        duration_min=run.duration_min,
        kind=run.kind,
        start_min=run.start_min,
    )


def safety_of(told: dict[str, Any]) -> dict[str, bool]:
    """Safe answers, but for `unsafe`; `safety` replaces them all."""
    safe = told.pop("safety", safe_answers(library()))
    return {**safe, **{question: not safe[question] for question in told.pop("unsafe", ())}}


def pains_of(told: dict[str, Any]) -> tuple[Pain, ...]:
    """A spot of bone that hurts on loading, or a tendon that is sore, where one is named."""
    tendon = told.pop("sore_tendon", None)
    if tendon is not None:
        return (Pain(region=tendon, pain_0_10=2, focal_bone=False),)
    region = told.pop("sore_bone", None)
    if region is None:
        return ()
    sore = Pain(region=region, pain_0_10=4, focal_bone=True, worse_with_loading=True, hop_pain=True)
    return (sore,)


def runner_of(case: dict[str, Any]) -> Runner:
    told = dict(case.get("runner", {}))
    hours = case.get("hours", {})
    return Runner(
        age=told.pop("age", 35),
        strength_experience=StrengthExperience(told.pop("strength", "regular")),
        readiness=Readiness(**told.pop("readiness", {})),
        running_months=60,
        safety=safety_of(told),
        pains=pains_of(told),
        test_results=told.pop("test_results", results_of(PASSED)),
        days=tuple(
            DayAvailability(
                minutes=case["days"].get(name, 0), windows=(window_of(hours.get(name, EVENING)),)
            )
            for name in WEEKDAYS
        ),
        habits=tuple(habit_of(one) for one in case.get("runs", ())),
        races=tuple(
            Race(
                name="the race",
                day=day_of(one),
                distance_km=one["km"],
                priority=Priority(one["priority"]),
            )
            for one in case.get("races", ())
        ),
        blocked=tuple(
            Blocked(first=day_of(one), last=day_of(one)) for one in case.get("blocked", ())
        ),
        **told,
    )


@cache
def planned(number: int) -> PlannedSeason:
    case = CASES[number]
    order = SeasonOrder(
        runner=runner_of(case),
        today=TODAY,
        weeks=case["weeks"],
        weeks_trained=case.get("trained", 0),
    )
    return plan_season(order, library())


def seen(season: PlannedSeason, told: dict[str, Any]) -> dict[str, Any]:
    """What a week of the plan holds, for the keys the expectation has."""
    week = season.plan.weeks[told["week"] - 1]
    sessions = {
        WEEKDAYS[day.day.weekday()]: day.session.kind.value
        for day in week.days
        if day.session is not None
    }
    days = {day.day for day in week.days}
    wanted = season.season.frames[told["week"] - 1].wanted
    all_of_it = {
        "week": told["week"],
        "holds": sessions,
        "weekdays": list(sessions),
        "count": {kind: list(sessions.values()).count(kind) for kind in told.get("count", ())},
        "deload": week.deload,
        "gave_way": sorted({
            one.rule for one in season.plan.relaxed if one.day in days and one.rule in PLACEMENT
        }),
        "asks": {
            kind.value: count
            for kind, count in wanted.sessions
            if kind.value in told.get("asks", ())
        },
    }
    return {key: all_of_it[key] for key in told}


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number]["case"])
def test_plan_case(number: int) -> None:
    season = planned(number)
    expected = CASES[number]["expect"]

    assert [seen(season, told) for told in expected] == expected


def test_a_case_says_nothing_that_is_not_read() -> None:
    for case in CASES:
        assert set(case) - GIVEN == {"expect"}
