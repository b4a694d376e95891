"""Each rule switched off is noticed: a season planned without it breaks it or costs more."""

from functools import cache
from typing import Any

import pytest

from runwright.planning.judge import judge
from runwright.planning.placement import SeasonSearch
from runwright.planning.planner import PlannedSeason, plan_of, rule_book, search_for
from runwright.planning.request import PlanRequest
from runwright.planning.season import Season
from runwright.rules.registry import RuleBook, Window, declared
from runwright.usecases.audit_plan import audit_planned
from runwright.usecases.plan_season import SeasonOrder, request_for
from tests.runners import TODAY
from tests.strategies import library
from tests.unit.planning.requests import REQUESTS
from tests.unit.planning.test_plan_cases import runner_of

OF_PLACEMENT = {Window.DAY, Window.NEARBY, Window.WEEKDAY, Window.WEEK}
FULL_WEEK = "three hard sessions beside two hard runs"
NEAR_RUNS = "runs late in the evening, lifting right before or after"
TWO_NIGHTS = "a new programme, an evening two nights before the fast run or one after the long run"
LONG_RUN = "a new programme, one free evening, and the long run the next morning"
AROUND_RACES = "the only free day is the day before and after races"
NEW_AND_RACING = "new to lifting, with a race that is near"
DAY_OFF = "light work only, on the one day off or shorter on a running day"

# Which request notices which rule of placement.
NOTICED_BY = {
    "D01": FULL_WEEK,
    "D20": "jumps wanted, a few minutes on two days in a row",
    "G01": "health questions without an answer",
    "G02": "chest pain with effort",
    "G03": "a sore spot of bone",
    "G17": NEW_AND_RACING,
    "L13": FULL_WEEK,
    "S01": NEAR_RUNS,
    "S02": TWO_NIGHTS,
    "S03": LONG_RUN,
    "S04": FULL_WEEK,
    "S05": FULL_WEEK,
    "S08": DAY_OFF,
    "S10": "minutes only right before a fast run",
    "S12": AROUND_RACES,
    "S13": AROUND_RACES,
    "S14": AROUND_RACES,
}
TWICE_LOCKED = "the season asks for no session it bars (season.py); its cases notice it"
NOT_SEEN_IN_PLACEMENT = {
    "G05": TWICE_LOCKED,
    "G06": TWICE_LOCKED,
    "G12": TWICE_LOCKED,
    "G13": TWICE_LOCKED,
    "G14": TWICE_LOCKED,
    "G16": TWICE_LOCKED,
    "L07": "jumps start in a week without another start (season.py); its cases notice it",
    "S07": "no other number of sessions is ever cheaper for its 4 points; its cases notice it",
}

# Rules about what sessions hold: the planner builds from their numbers, so the number is loosened.
LOOSENED: dict[str, dict[str, dict[str, Any]]] = {
    "D03": {"D03": {"exercises_max": 14, "exercises_min": 9}},
    "D05": {"D05": {"first_weeks": 0}},
    "D08": {"D08": {"min_rir": 0, "min_rir_novice": 0}, "D07": {"strength_rir": (0, 0)}},
    "D09": {"D09": {"heavy_rest_s": 60}},
    "G15": {"G15": {"start_sets": 3, "rest_min_s": 30}},
    "L07": {"L07": {"sets_growth_share": 9.0}},
    "L13": {"L13": {"sets_cut_share": (0.0, 0.0)}},
    "S13": {"S13": {"volume_cut_range_share": (0.0, 0.0)}},
    "S10": {"S10": {"min_rir": 1}},
    "W04": {"W04": {"ramp": ()}},
    "D25": {"D25": {"tendon_tempo": "1-0-1"}},
}
SEASON = {"days": dict.fromkeys(("tuesday", "friday", "sunday"), 60), "trained": 0, "weeks": 16}
LOOSENED_ON: dict[str, dict[str, Any]] = {
    "D03": {**SEASON, "runner": {"session_minutes": 60}, "trained": 8},
    "D05": {**SEASON, "runner": {"strength": "regular"}},
    "D08": {**SEASON, "trained": 8},
    "D09": {**SEASON, "trained": 8},
    "G15": {**SEASON, "runner": {"age": 70}},
    "L07": {**SEASON, "runner": {"session_minutes": 45}},
    "L13": {**SEASON, "trained": 8},
    "S13": {
        "days": dict.fromkeys(("tuesday", "friday"), 20),
        "races": [{"week": 12, "day": "sunday", "km": 10, "priority": "A"}],
        "weeks": 14,
    },
    "S10": {**SEASON, "runner": {"safety": {}}, "trained": 8},
    "W04": {**SEASON, "runner": {"kit": frozenset({"gym"})}, "trained": 8},
    "D25": {**SEASON, "runner": {"sore_tendon": "achilles_midportion"}},
}


def request_of(case: dict[str, Any]) -> PlanRequest:
    order = SeasonOrder(
        runner=runner_of(case),
        today=TODAY,
        weeks=case["weeks"],
        weeks_trained=case.get("trained", 0),
    )
    return request_for(order, library())


@cache
def best(name: str) -> tuple[PlanRequest, Season, SeasonSearch, int]:
    request = request_of(REQUESTS[name])
    season, search = search_for(request, rule_book(request))
    return request, season, search, search.best().points


@pytest.mark.parametrize("rule", sorted(NOTICED_BY))
def test_a_season_placed_without_the_rule_breaks_it_or_is_dearer(rule: str) -> None:
    request, season, search, points = best(NOTICED_BY[rule])
    mutant = search_for(request, rule_book(request, without=frozenset({rule})))[1].best()
    judged = judge(season.frames, mutant.weeks, search.tables)

    assert sum(one.points for one in judged) > points
    assert any(one.rule == rule and one.points for one in judged)


@pytest.mark.parametrize("rule", sorted(NOT_SEEN_IN_PLACEMENT))
def test_what_is_said_not_to_be_seen_is_not_seen_on_any_request(rule: str) -> None:
    for name in REQUESTS:
        request, season, search, points = best(name)
        mutant = search_for(request, rule_book(request, without=frozenset({rule})))[1].best()
        judged = judge(season.frames, mutant.weeks, search.tables)

        assert sum(one.points for one in judged) == points


def test_every_rule_of_placement_is_noticed_or_said_why_not() -> None:
    placing = {one.id for one in declared() if one.window in OF_PLACEMENT}

    assert placing == set(NOTICED_BY) | set(NOT_SEEN_IN_PLACEMENT)


def loosened(rule: str) -> PlannedSeason:
    """A season made with loosened numbers, under the request that asks for the true ones."""
    request = request_of(LOOSENED_ON[rule])
    book = RuleBook(tuple(library().rules.values()), library().weights, overrides=LOOSENED[rule])
    return plan_of(request, is_above_green=lambda _pain, _region: False, book=book)


@pytest.mark.parametrize("rule", sorted(LOOSENED))
def test_a_season_made_with_a_loosened_number_is_caught_by_the_audit(rule: str) -> None:
    found = audit_planned(loosened(rule))

    assert any(one.rule == rule and one.is_violation for one in found)
