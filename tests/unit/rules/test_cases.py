"""Runs tests/cases/rules/*.yaml: a small situation, and what one rule must say about it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.rules.registry import RuleBook
from tests.unit.rules.situations import WINDOWS, book, situation

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "rules"
CASES: list[dict[str, Any]] = [
    {**case, "file": file.name}
    for file in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]
SAID = {
    *("case", "rule", "expect", "words", "file", "races", "nights", "then", "this_week"),
    *("runs", "session", "longest", "own_plan", "runner", "programme", "before", "extras"),
    *("stretches", "article", "running", "tests", "short_week", "closed"),
}
BOOK = book()
STRENGTH = ("nothing", "costs", "bends", "forbids")


def verdict(case: dict[str, Any], rules: RuleBook) -> tuple[str, str]:
    """The strongest thing the case's rule says about its situation, with all its words."""
    seen = situation(case, rules)
    found = [
        one.finding for one in rules.findings(seen.window, seen.subject) if one.rule == case["rule"]
    ]
    strongest = max((one.severity.value for one in found), key=STRENGTH.index, default="nothing")
    return strongest, "; ".join(one.because for one in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_case(case: dict[str, Any]) -> None:
    strongest, words = verdict(case, BOOK)

    assert strongest == case["expect"], words
    assert case.get("words", "") in words


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert set(case) - SAID - set(WINDOWS) == set()
    assert case["expect"] in STRENGTH


def test_no_case_is_told_twice() -> None:
    told = [(case["rule"], case["case"]) for case in CASES]

    assert len(told) == len(set(told))
