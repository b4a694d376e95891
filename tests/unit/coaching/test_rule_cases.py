"""Every rule of the coach has cases on both sides of its limits, for a physiotherapist to check.

Read from tests/cases: cases in which the rule changes something, and cases in which it does not.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.strategies import library

CASES = Path(__file__).resolve().parents[2] / "cases"
FAMILIES = (
    *("P01", "P02", "P03", "P05", "P06", "P08", "P09", "P10", "P11", "P12", "P13"),
    *("D05", "D06", "D07", "D08", "D09", "L01", "L07", "L09", "L10", "L11", "L12", "L13"),
    *("G02", "G03", "G05", "G06", "G07", "G08", "G09", "G16", "G17", "S12", "A01"),
)
NOTHING = frozenset({
    *("nothing", "as planned", "continue", "go", "closed", "done", "to_come", "as in foundation"),
})
OF_FILE = {"coaching_block.yaml": "P11"}  # a file about one rule names it once
TOLD = {  # what is told where a rule has nothing to say, and so is not named
    "after": "G08",
    "sleep_h": "L09",
    "stress_days": "L11",
    "soreness": "L12",
    "rising": "L10",
}


@cache
def cases() -> tuple[tuple[dict[str, Any], str], ...]:
    """Every case, with the rule that its file is about ('' for several)."""
    return tuple(_cases())


def _cases() -> Iterator[tuple[dict[str, Any], str]]:
    for file in sorted(CASES.rglob("*.yaml")):
        found = yaml.safe_load(file.read_text("utf-8"))
        lists = [found] if isinstance(found, list) else found.values()
        for one in (case for each in lists if isinstance(each, list) for case in each):
            if isinstance(one, dict):
                yield one, OF_FILE.get(file.name, "")


def rules_of(case: dict[str, Any], rule: str) -> set[str]:
    """The rules a case is about."""
    told = {TOLD[key] for key in (*case, *case.get("told", ())) if key in TOLD}
    return {case.get("rule", rule), *case.get("rules", ()), *told} - {""}


def changes(case: dict[str, Any]) -> bool:
    """Whether something is different for the rule of a case."""
    if "exercises" in case:
        return case["becomes"] != case["exercises"]
    answer = case.get("expect", case.get("maximum_kg", "nothing"))
    return str(answer) not in NOTHING


@pytest.mark.parametrize("rule", FAMILIES)
def test_a_rule_has_cases_on_both_sides_of_its_limits(rule: str) -> None:
    sides = {changes(case) for case, of_file in cases() if rule in rules_of(case, of_file)}

    assert sides == {True, False}


def test_no_rule_of_a_family_is_forgotten() -> None:
    progression = {f"P{number:02d}" for number in range(1, 14)}
    dose = {f"D{number:02d}" for number in range(5, 10)}

    assert ((progression | dose) & library().rules.keys()) <= set(FAMILIES)
    assert set(FAMILIES) <= library().rules.keys()
