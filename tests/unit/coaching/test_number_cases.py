"""Runs tests/cases/coaching_tests.yaml: estimated maxima, tests due, changes that count."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.coaching import retest
from runwright.coaching.fold import folded
from runwright.domain.runner import HomeTestResult, Side
from tests.unit.coaching.days import DAY
from tests.unit.coaching.logs import START, book, library, told_of
from tests.unit.coaching.words import dose, session

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_tests.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = (
    {"case", "rule", "doing", "sessions", "maximum_kg"},
    {"case", "rule", "test", "done", "times", "expect", "words"},
    {"case", "rule", "before", "now", "expect"},
)
OF_MAXIMA = [case for case in CASES if case["rule"] == "P06"]
OF_CHANGES = [case for case in CASES if "before" in case]
OF_RHYTHM = [case for case in CASES if case not in (*OF_MAXIMA, *OF_CHANGES)]


@pytest.mark.parametrize("case", OF_MAXIMA, ids=lambda case: f"P06: {case['case']}")
def test_maximum(case: dict[str, Any]) -> None:
    exercise, asked = dose(case["doing"])
    told = told_of(exercise, asked, [session(one) for one in case["sessions"]])
    state = folded(told, library(), book(), as_of=START + timedelta(days=30)).exercise(exercise)
    assert state is not None

    if case["maximum_kg"] == "nothing":
        assert state.one_rm_kg is None
    else:
        assert state.one_rm_kg == pytest.approx(case["maximum_kg"], abs=0.5)


@pytest.mark.parametrize("case", OF_RHYTHM, ids=lambda case: f"A01: {case['case']}")
def test_when_a_test_is_due(case: dict[str, Any]) -> None:
    test = case.get("test", "knee_to_wall")
    told = [HomeTestResult(test=test, value=9, side=Side.LEFT, day=DAY)] if "done" in case else []
    today = DAY + timedelta(days=case.get("done", 0))
    found = retest.tests_due(told, library().tests, today, book())

    assert [one.test for one in found] == ([test] if case["expect"] == "due" else [])
    assert all(case.get("words", "") in one.because for one in found)
    assert all(one.times == case.get("times", 1) for one in found)


@pytest.mark.parametrize("case", OF_CHANGES, ids=lambda case: f"A01: {case['case']}")
def test_what_a_change_is_worth(case: dict[str, Any]) -> None:
    before, now = (
        HomeTestResult(test="knee_to_wall", value=value, side=Side.LEFT, day=DAY)
        for value in (case["before"], case["now"])
    )
    changed = retest.change_between(library().tests["knee_to_wall"], before, now).changed
    expected = "within_error" if case["expect"] == "nothing" else case["expect"]

    assert changed.value == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert any(set(case) <= said for said in SAID)
