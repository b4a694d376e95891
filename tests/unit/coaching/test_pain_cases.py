"""Runs tests/cases/coaching_pain.yaml: a pain, an exercise, what becomes of it and of runs."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.coaching.exposures import Exposure
from runwright.coaching.pain import PainVerdict, flared, next_time, run_advice, this_morning
from runwright.coaching.stand_in import stand_in
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import DAY

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_pain.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = {
    *("case", "region", "exercise", "with_it", "whole", "before", "after", "today"),
    *("expect", "run", "rule", "words", "refers", "stands_in"),
}
LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)


def exposure(case: dict[str, Any]) -> Exposure:
    name = case["exercise"]
    return Exposure(
        day=DAY,
        done=(name,),
        during={name: case["with_it"]} if "with_it" in case else {},
        whole=case.get("whole"),
        before=case.get("before"),
        after=case.get("after"),
    )


def verdict(case: dict[str, Any]) -> PainVerdict:
    exercise, region = LIBRARY.exercises[case["exercise"]], LIBRARY.regions[case["region"]]
    if "today" in case:
        return this_morning(case["today"], exercise, region, BOOK)
    return next_time(exposure(case), exercise, region, BOOK)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    said = verdict(case)

    assert said.answer == case["expect"], said.because
    assert case.get("rule", said.rule) == said.rule
    assert case.get("words", "") in said.because
    assert case.get("refers", said.refers) == said.refers


@pytest.mark.parametrize(
    "case", [one for one in CASES if "run" in one], ids=lambda case: case["case"]
)
def test_what_is_left_of_the_run(case: dict[str, Any]) -> None:
    region = LIBRARY.regions[case["region"]]
    pain = case.get("today", case.get("after", 0))
    worse = "today" not in case and flared(exposure(case), region, BOOK)

    assert run_advice(pain, region, BOOK, worse=worse) == case["run"]


@pytest.mark.parametrize(
    "case", [one for one in CASES if "stands_in" in one], ids=lambda case: case["case"]
)
def test_what_stands_in(case: dict[str, Any]) -> None:
    exercise, region = LIBRARY.exercises[case["exercise"]], LIBRARY.regions[case["region"]]
    sore = {region.id: (region, case.get("today", case.get("with_it", 0)))}
    found = stand_in(
        exercise, sore, LIBRARY.patterns[exercise.pattern], BOOK, lambda _exercise: True
    )

    assert found is not None
    assert found.id == case["stands_in"]


def test_no_case_is_told_twice_or_says_what_is_not_read() -> None:
    names = [case["case"] for case in CASES]

    assert len(names) == len(set(names))
    assert all(set(case) <= SAID for case in CASES)
