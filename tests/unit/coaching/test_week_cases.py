"""Runs tests/cases/coaching_weeks.yaml: weeks of training, and what the coach makes of them."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.coaching.fold import folded
from runwright.coaching.week_changes import first_week_back, lighter_week, set_the_scale
from runwright.domain.progress import RunnerState
from runwright.domain.proposal import Change
from tests.unit.coaching.logs import START, book, library, told_of
from tests.unit.coaching.situation import around
from tests.unit.coaching.words import dose, session

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_weeks.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = {
    *("case", "rule", "weeks", "each", "doing", "planned", "warnings", "typical_calf_raises"),
    *("expect", "becomes", "words", "far_from_key_runs"),
}
USUAL, EACH = "goblet_squat, 3 x 8-12, 3 in reserve", "10 at 20 kg, 2 left"
GATES = {"G17": "heavy_gate", "G16": "jump_gate"}


def state_in(case: dict[str, Any]) -> RunnerState:
    exercise, asked = dose(case.get("doing", USUAL))
    each = session(case.get("each", EACH))
    done = [
        {**each, "day": 7 * week + number}
        for week, count in enumerate(case["weeks"])
        for number in range(count)
    ]
    today = START + timedelta(weeks=len(case["weeks"]))
    return folded(
        told_of(exercise, asked, done),
        library(),
        book(),
        as_of=today,
        calf_typical_reps=case.get("typical_calf_raises"),
    )


def change_in(case: dict[str, Any]) -> Change | None:
    state = state_in(case)
    here = around(today=state.as_of)
    if case["rule"] == "L13":
        return lighter_week(
            state, case.get("warnings", ()), here, is_planned=case.get("planned", False)
        )
    if case["rule"] == "P12":
        return first_week_back(state, here)
    exercise, _asked = dose(case.get("doing", USUAL))
    return set_the_scale(state, here, asked=case.get("far_from_key_runs", (exercise,)), reserve=1)


OF_GATES = [case for case in CASES if case["rule"] in GATES]
OF_WEEKS = [case for case in CASES if case["rule"] not in GATES]


@pytest.mark.parametrize("case", OF_WEEKS, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_week(case: dict[str, Any]) -> None:
    change = change_in(case)

    if case["expect"] == "nothing":
        assert change is None
        return
    assert change is not None
    assert change.after is not None
    assert (change.kind.value, change.rule) == (case["expect"], case["rule"])
    assert case.get("becomes", "") in change.after.says
    assert case.get("words", "") in change.because


@pytest.mark.parametrize("case", OF_GATES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_gate(case: dict[str, Any]) -> None:
    gate = getattr(state_in(case), GATES[case["rule"]])

    assert gate.is_open == (case["expect"] == "open"), gate.missing
    assert case.get("words", "") in "; ".join(gate.missing)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert set(case) - SAID == set()
