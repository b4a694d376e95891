"""Each guard notices a fault planted in a plan that was sound, and nothing in the plan before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from runwright.domain.plan import DayPlan, Extra, ExtraKind, PlannedSession, SeasonPlan
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Pain, Runner
from runwright.domain.session import Placed, SessionKind
from runwright.planning.planner import PlannedSeason
from runwright.usecases.plan_season import SeasonOrder, plan_season
from tests.guards.safety import GUARDS, Watched, guarded
from tests.guards.sound import watched
from tests.runners import TODAY
from tests.strategies import library
from tests.unit.planning.test_plan_cases import runner_of
from tests.unit.rules.situations import item_of

CASE: dict[str, Any] = {
    "runner": {},
    "days": dict.fromkeys(("monday", "wednesday", "friday"), 45),
    "runs": ["tuesday easy 07:00 45 min", "sunday long 09:00 90 min"],
    "races": [{"week": 16, "day": "sunday", "km": 10, "priority": "A"}],
    "trained": 8,
}


@cache
def season() -> PlannedSeason:
    order = SeasonOrder(runner=runner_of(CASE), today=TODAY, weeks=18, weeks_trained=8)
    return plan_season(order, library())


def with_day(plan: SeasonPlan, number: int, change: Callable[[DayPlan], DayPlan]) -> SeasonPlan:
    """The plan with one day (number from 0) changed."""
    week, weekday = divmod(number, 7)
    days = list(plan.weeks[week].days)
    days[weekday] = change(days[weekday])
    weeks = list(plan.weeks)
    weeks[week] = replace(weeks[week], days=tuple(days))
    return replace(plan, weeks=tuple(weeks))


def heavy_day(plan: SeasonPlan, *, week: int) -> int:
    """Number of the first day from `week` on that holds hard legs."""
    for number in range(week * 7, len(plan.weeks) * 7):
        session = plan.weeks[number // 7].days[number % 7].session
        if session is not None and session.kind in {SessionKind.HEAVY, SessionKind.SHORT}:
            return number
    raise LookupError(week)


def a_session(plan: SeasonPlan) -> PlannedSession:
    number = heavy_day(plan, week=2)
    found = plan.weeks[number // 7].days[number % 7].session
    assert found is not None
    return found


def run_on(day: DayPlan, kind: RunKind, minutes: int, *, start: int = 420) -> PlannedRun:
    return PlannedRun(day=day.day, start_min=start, duration_min=minutes, kind=kind, projected=True)


def a_run_the_next_morning(seen: Watched) -> Watched:
    number = heavy_day(seen.plan, week=2) + 1
    plan = with_day(
        seen.plan, number, lambda day: replace(day, runs=(run_on(day, RunKind.QUALITY, 60),))
    )
    return replace(seen, plan=plan)


def legs_the_next_day(seen: Watched) -> Watched:
    number = heavy_day(seen.plan, week=2) + 1
    session = a_session(seen.plan)
    plan = with_day(seen.plan, number, lambda day: replace(day, session=session))
    return replace(seen, plan=plan)


def legs_six_days_before_the_race(seen: Watched) -> Watched:
    race = seen.plan.races[0].day - timedelta(days=6)
    number = (race - seen.plan.weeks[0].days[0].day).days
    session = a_session(seen.plan)
    plan = with_day(seen.plan, number, lambda day: replace(day, session=session))
    return replace(seen, plan=plan)


def a_run_twice_as_long(seen: Watched) -> Watched:
    plan = with_day(seen.plan, 38, lambda day: replace(day, runs=(run_on(day, RunKind.LONG, 240),)))
    return replace(seen, plan=plan)


def a_long_stretch_before_the_run(seen: Watched) -> Watched:
    stretch = Extra(
        kind=ExtraKind.STRETCH,
        start_min=400,
        duration_min=10,
        items=(item_of("st_quad as static, 2 x 30 s"),),
        title="stretch",
    )
    plan = with_day(seen.plan, 15, lambda day: replace(day, extras=(*day.extras, stretch)))
    return replace(seen, plan=plan)


def a_set_to_failure(seen: Watched) -> Watched:
    return with_item(seen, "goblet_squat as main, 3 x 5, rir 0")


def with_item(seen: Watched, told: str) -> Watched:
    """The plan with one more exercise in a session."""
    number = heavy_day(seen.plan, week=2)

    def change(day: DayPlan) -> DayPlan:
        assert day.session is not None
        first, *rest = day.session.blocks
        blocks = (replace(first, items=(*first.items, item_of(told))), *rest)
        return replace(day, session=replace(day.session, blocks=blocks))

    return replace(seen, plan=with_day(seen.plan, number, change))


def as_runner(seen: Watched, **changes: Any) -> Watched:
    runner: Runner = replace(seen.runner, **changes)
    return replace(seen, runner=runner)


def low_heels_on_a_sore_insertion(seen: Watched) -> Watched:
    sore = as_runner(seen, pains=(Pain(region="achilles_insertional", pain_0_10=6),))
    return with_item(sore, "calf_raise_sl_step as calf, 2 x 10")


def training_on_chest_pain(seen: Watched) -> Watched:
    return as_runner(seen, safety={**seen.runner.safety, "chest_pain_effort": True})


def legs_on_a_sore_bone(seen: Watched) -> Watched:
    sore = Pain(region="bone_inner_shin", pain_0_10=3, focal_bone=True, hop_pain=True)
    return as_runner(seen, pains=(sore,))


def jumping_after_a_birth(seen: Watched) -> Watched:
    return with_item(as_runner(seen, weeks_since_birth=6), "pogo_dl as plyo, 2 x 10 contacts")


PLANTED = {
    "G02": training_on_chest_pain,
    "G03": legs_on_a_sore_bone,
    "G09": low_heels_on_a_sore_insertion,
    "G12": jumping_after_a_birth,
    "S02": a_run_the_next_morning,
    "S05": legs_the_next_day,
    "S13": legs_six_days_before_the_race,
    "L01": a_run_twice_as_long,
    "W01": a_long_stretch_before_the_run,
    "D08": a_set_to_failure,
}


def test_a_sound_plan_passes_every_guard() -> None:
    assert guarded(watched(season())) == {}


@pytest.mark.parametrize("rule", sorted(GUARDS))
def test_a_guard_notices_its_planted_fault(rule: str) -> None:
    assert rule in guarded(PLANTED[rule](watched(season())))


@pytest.mark.parametrize(("gap_min", "faulty"), [(23 * 60 + 59, True), (24 * 60, False)])
def test_the_guard_of_s02_stands_right_at_24_hours(gap_min: int, *, faulty: bool) -> None:
    seen = watched(season())
    number = heavy_day(seen.plan, week=4)
    session = seen.plan.weeks[number // 7].days[number % 7].session
    assert session is not None
    start = session.placed.end_min + gap_min - 24 * 60
    plan = with_day(
        seen.plan,
        number + 1,
        lambda day: replace(day, runs=(run_on(day, RunKind.QUALITY, 45, start=start),)),
    )

    assert ("S02" in guarded(replace(seen, plan=plan))) == faulty


@pytest.mark.parametrize(("gap_min", "faulty"), [(48 * 60 - 1, True), (48 * 60, False)])
def test_the_guard_of_s05_stands_right_at_48_hours(gap_min: int, *, faulty: bool) -> None:
    seen = watched(season())
    empty = replace(seen.plan, weeks=tuple(_without_sessions(week) for week in seen.plan.weeks))
    session = a_session(seen.plan)
    first = Placed(kind=SessionKind.SHORT, start_min=600, duration_min=30)
    second = replace(first, start_min=630 + gap_min - 48 * 60)
    plan = with_day(empty, 21, lambda day: replace(day, session=replace(session, placed=first)))
    plan = with_day(plan, 23, lambda day: replace(day, session=replace(session, placed=second)))

    assert ("S05" in guarded(replace(seen, plan=plan))) == faulty


def _without_sessions(week: Any) -> Any:
    return replace(week, days=tuple(replace(day, session=None) for day in week.days))
