"""Whatever the runner: the plan obeys every rule, says what gave way, and is the same again."""

from dataclasses import replace

from hypothesis import given

from runwright.planning.planner import PlannedSeason
from runwright.usecases.audit_plan import audit_planned
from runwright.usecases.plan_season import SeasonOrder, plan_season
from tests.guards.safety import guarded
from tests.guards.sound import hidden, miscounted, unsound, watched
from tests.strategies import examples, library, orders


def faults_of(planned: PlannedSeason) -> list[str]:
    """Everything wrong with a plan, in words."""
    findings = audit_planned(planned)
    return [
        *(f"{one.day}: {one.rule}: {one.because}" for one in findings if one.is_violation),
        *(
            f"guard {rule}: {words}"
            for rule, said in guarded(watched(planned)).items()
            for words in said
        ),
        *unsound(planned),
        *hidden(planned, findings),
        *miscounted(planned),
    ]


@examples(90)
@given(order=orders(weeks=(4, 26)))
def test_every_plan_obeys_every_hard_rule_and_says_what_gave_way(order: SeasonOrder) -> None:
    assert faults_of(plan_season(order, library())) == []


@examples(8)
@given(order=orders(weeks=(27, 52)))
def test_so_does_every_long_one(order: SeasonOrder) -> None:
    assert faults_of(plan_season(order, library())) == []


@examples(12)
@given(order=orders(weeks=(4, 16)))
def test_the_same_order_gives_the_same_plan(order: SeasonOrder) -> None:
    assert plan_season(order, library()).plan == plan_season(order, library()).plan


@examples(12)
@given(order=orders(weeks=(4, 16)))
def test_planning_again_with_the_plan_in_hand_moves_no_session(order: SeasonOrder) -> None:
    first = plan_season(order, library()).plan
    again = plan_season(replace(order, previous=first), library()).plan

    assert [
        day.session.placed if day.session else None for week in again.weeks for day in week.days
    ] == [day.session.placed if day.session else None for week in first.weeks for day in week.days]
