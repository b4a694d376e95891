"""Runs tests/cases/doses.yaml: repetitions and reserve by phase (rule D07)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.domain.exercise import Role
from runwright.domain.protocol import Phase
from runwright.domain.runner import Runner, StrengthExperience
from runwright.domain.session import Dose, SessionKind
from runwright.planning.doses import Doses, WeekOfTraining
from runwright.planning.kit import kit_at_hand
from runwright.rules.registry import RuleBook
from tests.strategies import library

FILE = Path(__file__).resolve().parents[2] / "cases" / "doses.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = {
    *("case", "rule", "exercise", "role", "phase", "programme_week", "block_week", "strength"),
    "expect",
}
AS_BEFORE = "as in foundation"


def dose_in(case: dict[str, Any], phase: str) -> Dose:
    known = library()
    experience = StrengthExperience(case.get("strength", "regular"))
    runner = Runner(name="R", age=35, strength_experience=experience)
    book = RuleBook(tuple(known.rules.values()), known.weights)
    doses = Doses(book, known.planner, runner, kit_at_hand(known, frozenset({"gym"})))
    week = WeekOfTraining(
        phase=Phase(phase),
        programme_week=case.get("programme_week", 8),
        block_week=case.get("block_week", 0),
        deload=False,
    )
    kind = SessionKind.FOUNDATION if phase == "foundation" else SessionKind.HEAVY
    return doses.dose(known.exercises[case["exercise"]], Role(case["role"]), kind, week)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_dose(case: dict[str, Any]) -> None:
    now = dose_in(case, case["phase"])
    assert now.reps is not None
    if case["expect"] == AS_BEFORE:
        assert now.reps == dose_in(case, "foundation").reps
        return
    low, high = now.reps

    assert f"{low}-{high}, {now.rir} in reserve" == case["expect"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert set(case) <= SAID
