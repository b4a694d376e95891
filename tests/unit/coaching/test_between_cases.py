"""Runs tests/cases/coaching_between.yaml: another weight for the sets that are left."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.coach_phone import offered_kg
from bench.synthetic_body import Set
from runwright.coaching.set_to_set import set_to_set
from runwright.domain.session import Dose, SetToSet
from tests.unit.coaching.logs import book

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_between.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
DOING = re.compile(r"(\d+) x (\d+)-(\d+), (\d+) in reserve")
AFTER = re.compile(r"(\d+) at ([\d.]+) kg, (\d+) left")


def dose_of(said: str, load_kg: float | None) -> Dose:
    match = DOING.fullmatch(said)
    assert match, said
    sets, low, high, rir = (int(one) for one in match.groups())
    return Dose(sets=sets, reps=(low, high), rir=rir, load_kg=load_kg)


def between(dose: Dose, weights: list[float], *, is_held: bool = False) -> SetToSet | None:
    return set_to_set(dose, weights, book(), may_get_heavier=not is_held)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['case']}")
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= {"case", "rule", "day", "doing", "weights", "after", "next"}
    went = AFTER.fullmatch(case["after"])
    assert went, case["after"]
    reps, now_kg, left = int(went[1]), float(went[2]), int(went[3])
    dose = dose_of(case["doing"], now_kg)
    choice = between(dose, case["weights"], is_held=case.get("day") == "held")
    found = offered_kg(choice, dose, now_kg, Set(count=reps, true_rir=left, told_rir=left))

    assert (f"{found:g} kg" if found else "the same") == case["next"]


def test_a_weight_the_runner_chooses_is_answered_from_whatever_it_was():
    dose = dose_of("3 x 8-12, 3 in reserve", None)
    choice = between(dose, [10, 16, 18, 20, 40])

    assert choice is not None
    assert choice.loads_kg == (10, 16, 18, 20, 40)
    assert offered_kg(choice, dose, 18, Set(count=12, true_rir=5, told_rir=5)) == 20


def test_weights_far_from_the_one_asked_for_do_not_go_to_the_phone():
    choice = between(dose_of("3 x 8-12, 3 in reserve", 18), [6, 10, 16, 18, 20, 40])

    assert choice is not None
    assert choice.loads_kg == (10, 16, 18, 20)


@pytest.mark.parametrize(
    "dose",
    [
        Dose(sets=1, reps=(8, 12), rir=3, load_kg=16),
        Dose(sets=3, reps=(8, 12), load_kg=16),
        Dose(sets=3, hold_s=30, rir=3),
        Dose(sets=3, reps=(8, 12), rir=3, load_kg=0.0),
    ],
    ids=["one set", "no reserve asked for", "a hold", "body weight"],
)
def test_where_there_is_nothing_to_choose_nothing_is_offered(dose):
    assert between(dose, [14, 16, 18]) is None


def test_without_weights_that_are_known_nothing_is_offered():
    assert between(dose_of("3 x 8-12, 3 in reserve", 16), []) is None
