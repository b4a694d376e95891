"""A stored plan made again from what it was asked with: the same placement, or a named reason."""

from dataclasses import replace
from datetime import date

import pytest

from runwright.domain.plan import SeasonPlan
from runwright.domain.run import RunKind
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
    Travel,
)
from runwright.knowledge.library import load_library
from runwright.planning.planner import PlannedSeason
from runwright.usecases.asked import asked_of, facts_of, request_again, runs_of
from runwright.usecases.made_again import Standing, audit_stored, made_again, stored_placement
from runwright.usecases.plan_season import SeasonOrder, plan_season

LIBRARY = load_library()
TODAY = date(2026, 11, 20)
HABITS = (
    RunHabit(weekday=1, duration_min=60, kind=RunKind.QUALITY, distance_km=11, start_min=18 * 60),
    RunHabit(weekday=3, duration_min=45, distance_km=8),
    RunHabit(weekday=6, duration_min=95, kind=RunKind.LONG, distance_km=16, start_min=9 * 60),
)
NONE_APPLIES = {
    one.id: False
    for one in LIBRARY.questions.values()
    if one.asked.value in {"always", "not_a_man"}
}
PLAIN = Runner(age=36, habits=HABITS, safety=NONE_APPLIES)
RUNNERS = {
    "plain": PLAIN,
    "regular lifter": replace(PLAIN, strength_experience=StrengthExperience.REGULAR),
    "of 64 with three wished": replace(PLAIN, age=64, sessions_per_week=3),
    "tired": replace(
        PLAIN,
        readiness=Readiness(volume_rising=True, intensity_rising=True, sleep_falling=True),
    ),
    "with races, travel and blocked days": replace(
        PLAIN,
        races=(
            Race(name="Half", day=date(2027, 3, 14), distance_km=21.1),
            Race(name="Ten", day=date(2027, 1, 24), distance_km=10, priority=Priority.B),
        ),
        travels=(
            Travel(first=date(2026, 12, 7), last=date(2026, 12, 13), kit=frozenset(), minutes=20),
        ),
        blocked=(Blocked(first=date(2026, 12, 24), last=date(2026, 12, 26), note="family"),),
        days=(DayAvailability(minutes=0), *(DayAvailability(minutes=40),) * 6),
    ),
    "sore, without jumps": replace(
        PLAIN, pains=(Pain(region="achilles_midportion", pain_0_10=4),), wants_jumps=False
    ),
    "nothing answered": Runner(habits=HABITS),
}


def planned(runner: Runner, **more: object) -> PlannedSeason:
    order = SeasonOrder(runner=runner, today=TODAY, weeks=18, **more)  # type: ignore[arg-type]
    return plan_season(order, LIBRARY)


@pytest.fixture(scope="module")
def plain() -> PlannedSeason:
    return planned(PLAIN)


def with_session_moved(plan: SeasonPlan) -> SeasonPlan:
    """The plan with its first session ten minutes later."""
    week = plan.weeks[0]
    days = list(week.days)
    number = next(n for n, day in enumerate(days) if day.session is not None)
    session = days[number].session
    assert session is not None
    later = replace(session.placed, start_min=session.placed.start_min + 10)
    days[number] = replace(days[number], session=replace(session, placed=later))
    return replace(plan, weeks=(replace(week, days=tuple(days)), *plan.weeks[1:]))


@pytest.mark.parametrize("name", RUNNERS)
def test_a_plan_made_again_is_placed_the_same(name):
    season = planned(RUNNERS[name])

    again = made_again(season.plan, asked_of(season.request), LIBRARY)

    assert again is not None
    assert again.standing is Standing.EXACT
    assert again.explainer.placement == season.placement


@pytest.mark.parametrize("protocol", LIBRARY.protocols)
def test_a_plan_of_any_protocol_is_placed_the_same(protocol):
    season = planned(PLAIN, protocol=protocol)

    again = made_again(season.plan, asked_of(season.request), LIBRARY)

    assert again is not None
    assert again.standing is Standing.EXACT


def test_a_plan_that_began_in_the_middle_of_a_week_is_placed_the_same():
    season = planned(PLAIN, start=date(2026, 11, 26))

    again = made_again(season.plan, asked_of(season.request), LIBRARY)

    assert again is not None
    assert again.standing is Standing.EXACT


def test_a_plan_somebody_edited_is_known_as_edited(plain):
    again = made_again(with_session_moved(plain.plan), asked_of(plain.request), LIBRARY)

    assert again is not None
    assert again.standing is Standing.EDITED


def test_a_plan_of_another_version_is_known_only_when_it_differs(plain):
    made_with = replace(plain.plan.made_with, knowledge_version="2020.1")
    asked = asked_of(plain.request)

    same = made_again(replace(plain.plan, made_with=made_with), asked, LIBRARY)
    differs = made_again(
        replace(with_session_moved(plain.plan), made_with=made_with), asked, LIBRARY
    )

    assert same is not None
    assert differs is not None
    assert (same.standing, differs.standing) == (Standing.EXACT, Standing.OTHER_VERSION)


def test_a_plan_that_says_nothing_of_its_making_cannot_be_made_again(plain):
    assert made_again(plain.plan, None, LIBRARY) is None


def test_a_plan_of_a_protocol_we_do_not_have_cannot_be_made_again(plain):
    made_with = replace(plain.plan.made_with, protocol="gone")

    again = made_again(replace(plain.plan, made_with=made_with), asked_of(plain.request), LIBRARY)

    assert again is None


def test_nothing_of_a_runners_health_is_kept():
    season = planned(RUNNERS["sore, without jumps"])
    asked = asked_of(season.request)
    again = request_again(season.plan, asked, LIBRARY)

    assert "achilles" not in repr(asked)
    assert "chest_pain" not in repr(asked)
    assert again.runner.pains == ()
    assert again.runner.safety == {}
    assert again.runner.test_results == ()
    assert again.screening.gates == season.plan.gates


def test_facts_come_back_to_the_hundredth(plain):
    facts = facts_of(asked_of(plain.request))

    assert facts.longest_30d_km == 16
    assert [run.kind for run in facts.typical_week] == [
        RunKind.QUALITY,
        RunKind.EASY,
        RunKind.LONG,
    ]


def test_the_runs_of_a_plan_are_those_it_was_made_with(plain):
    first, last = plain.plan.weeks[0].monday, plain.plan.weeks[-1].days[-1].day

    assert runs_of(plain.plan) == tuple(
        run for run in plain.request.runs if first <= run.day <= last
    )


def test_the_placement_of_a_plan_is_read_back_from_its_days(plain):
    assert stored_placement(plain.plan).weeks == plain.placement.weeks


@pytest.mark.parametrize("name", RUNNERS)
def test_a_stored_plan_breaks_no_rule_when_it_is_audited(name):
    season = planned(RUNNERS[name])
    again = made_again(season.plan, asked_of(season.request), LIBRARY)

    found = audit_stored(season.plan, again, LIBRARY, RUNNERS[name])

    assert [one for one in found if one.is_violation] == []
