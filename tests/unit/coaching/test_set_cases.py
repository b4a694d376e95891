"""Runs tests/cases/coaching_sets.yaml: weeks that asked for less, and what the next may ask for."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.coaching.set_growth import WeekOfSets, before_race, fewer_sets, growth
from runwright.domain.exercise import Role
from tests.unit.coaching.logs import book

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_sets.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
OF_WEEKS = [case for case in CASES if "weeks" in case]
OF_EXERCISES = [case for case in CASES if "exercises" in case]
SAID = (
    {"case", "rule", "weeks", "planned", "race", "expect", "words"},
    {"case", "rule", "exercises", "at_most", "becomes"},
)


def week(said: str) -> WeekOfSets:
    """A week as a case says it."""
    *how, number = said.split()
    planned = int(number)
    match how:
        case ["missed"]:
            return WeekOfSets(planned=planned, done=0, missed=planned)
        case ["half", "missed"]:
            return WeekOfSets(planned=planned, done=planned // 2, missed=planned - planned // 2)
        case ["light" | "short"]:
            return WeekOfSets(planned=planned, done=planned, is_full=False)
        case [asked, "of"]:
            return WeekOfSets(planned=planned, done=int(asked))
    raise ValueError(said)


@pytest.mark.parametrize("case", OF_WEEKS, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_week(case: dict[str, Any]) -> None:
    planned = case["planned"]
    found = growth([week(one) for one in case["weeks"]], book())
    if found is not None and "race" in case:
        found = before_race(found, case["race"], book())

    if case["expect"] == "as planned":
        assert found is None or planned <= found.most
        return
    assert found is not None
    assert (found.rule, found.most) == (case["rule"], case["expect"])
    assert found.most < planned
    assert case.get("words", "") in found.says(was=planned, now=found.most)


@pytest.mark.parametrize("case", OF_EXERCISES, ids=lambda case: case["case"])
def test_which_sets_go(case: dict[str, Any]) -> None:
    asked = [one.split() for one in case["exercises"].split(", ")]
    left = fewer_sets([(Role(role), int(sets)) for role, sets in asked], case["at_most"], book())
    says = ", ".join(f"{role} {sets}" for (role, _was), sets in zip(asked, left, strict=True))

    assert says == case["becomes"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert any(set(case) <= said for said in SAID)
