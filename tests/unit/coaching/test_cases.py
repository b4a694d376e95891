"""Runs tests/cases/coaching.yaml: a few sessions, and what the coach makes of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.coaching.situation import change_in

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = {
    *("case", "rule", "doing", "sessions", "with", "weights", "closed", "held", "frozen"),
    *("today", "typical_calf_raises", "morning_is_green", "is_sore", "expect", "becomes", "words"),
    *("squat_faults", "newer_squat_faults"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_case(case: dict[str, Any]) -> None:
    change = change_in(case)

    if case["expect"] == "nothing":
        assert change is None
        return
    assert change is not None
    assert change.after is not None
    assert (change.kind.value, change.rule) == (case["expect"], case["rule"]), change.because
    assert case.get("becomes", "") in change.after.says
    assert case.get("words", "") in change.because


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert set(case) - SAID == set()


def test_no_case_is_told_twice() -> None:
    told = [(case["rule"], case["case"]) for case in CASES]

    assert len(told) == len(set(told))
