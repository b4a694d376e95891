"""Runs tests/cases/screening.yaml: a runner, and what a screen must say."""

from datetime import timedelta
from typing import Any

import pytest
import yaml

from runwright.domain.runner import Pain, Runner, Sex, Side, StrengthExperience
from runwright.domain.screening import Screening
from runwright.screening.subject import History
from tests.unit.screening.known import (
    PASSED,
    ROOT,
    TODAY,
    ready_runner,
    results,
    safe_answers,
    screen_of,
)

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "screening.yaml").read_text("utf-8"))
GIVEN = {"case", "told", "answers", "tests", "pains", "history"}
EXPECTED = {
    *("closed", "urgent", "refers", "finding", "need", "no_need"),
    *("open_questions", "reads", "not_read"),
}


def runner_of(case: dict[str, Any]) -> Runner:
    told = dict(case.get("told", {}))
    if "sex" in told:
        told["sex"] = Sex(told["sex"])
    if "strength" in told:
        told["strength_experience"] = StrengthExperience(told.pop("strength"))
    answers = {**safe_answers(), "birth_symptoms": None, **case.get("answers", {})}
    if told.get("pregnant"):
        answers = {
            **answers,
            "pregnancy_exercise_fine": None,
            "lightheaded_on_back": None,
            **case.get("answers", {}),
        }
    done = {**PASSED, **case.get("tests", {})}
    return ready_runner(
        safety={question: told for question, told in answers.items() if told is not None},
        test_results=results({test: told for test, told in done.items() if told is not None}),
        pains=tuple(pain_of(pain) for pain in case.get("pains", ())),
        **told,
    )


def pain_of(told: dict[str, Any]) -> Pain:
    known = {key: value for key, value in told.items() if key not in {"pain", "side"}}
    side = told.get("side")
    return Pain(pain_0_10=told["pain"], side=None if side is None else Side(side), **known)


def history_of(case: dict[str, Any]) -> History:
    known = dict(case.get("history", {}))
    days_ago = known.pop("answered_days_ago", None)
    answered_on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return History(answered_on=answered_on, **known)


def seen(case: dict[str, Any]) -> dict[str, Any]:
    """What the screen says, in the words of the case, for the keys the case has."""
    screening = screen_of(runner_of(case), history=history_of(case))
    return {key: SAYS[key](screening, case[key]) for key in case.keys() & SAYS.keys()}


def closed(screening: Screening, _expected: object) -> dict[str, set[str]]:
    return {gate.rule: {str(effect) for effect in gate.effects} for gate in screening.gates}


def finding(screening: Screening, expected: dict[str, Any]) -> dict[str, Any]:
    found = next(one for one in screening.findings if one.test == expected["test"])
    return {key: getattr(found, key) for key in expected}


def need(screening: Screening, expected: dict[str, Any]) -> dict[str, Any]:
    found = [one for one in screening.needs if one.rule == expected["rule"]]
    assert len(found) == 1
    return {
        "rule": found[0].rule,
        "patterns": list(found[0].patterns),
        "steps_down": found[0].start_steps_down,
        "side": found[0].side,
    }


SAYS = {
    "closed": closed,
    "urgent": lambda screening, _: [gate.rule for gate in screening.gates if gate.urgent],
    "refers": lambda screening, _: [gate.rule for gate in screening.gates if gate.refers],
    "finding": finding,
    "need": need,
    "open_questions": lambda screening, _: list(screening.questions_open),
}


def expected(case: dict[str, Any]) -> dict[str, Any]:
    wanted = {key: case[key] for key in case.keys() & SAYS.keys()}
    if "closed" in wanted:
        wanted["closed"] = {rule: set(effects) for rule, effects in wanted["closed"].items()}
    return wanted


def texts(screening: Screening, place: str) -> str:
    if place == "note":
        return " ".join(screening.notes)
    gates = [f"{gate.says} {gate.opens_when}" for gate in screening.gates if gate.rule == place]
    findings = [one.says for one in screening.findings if one.test == place]
    needs = [one.because for one in screening.needs if one.rule == place]
    return " ".join((*gates, *findings, *needs))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_screen_says_what_the_case_expects(case: dict[str, Any]) -> None:
    assert seen(case) == expected(case)


@pytest.mark.parametrize(
    "case", [case for case in CASES if {"reads", "not_read"} & case.keys()], ids=lambda c: c["case"]
)
def test_the_runner_reads_the_words_of_the_case(case: dict[str, Any]) -> None:
    screening = screen_of(runner_of(case), history=history_of(case))

    for place, words in case.get("reads", {}).items():
        assert all(word in texts(screening, place) for word in words), texts(screening, place)
    for place, words in case.get("not_read", {}).items():
        assert not any(word in texts(screening, place) for word in words)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "no_need" in case], ids=lambda c: c["case"]
)
def test_a_result_on_the_safe_side_asks_for_nothing(case: dict[str, Any]) -> None:
    needs = screen_of(runner_of(case), history=history_of(case)).needs

    assert not {need.rule for need in needs} & set(case["no_need"])


def test_every_case_says_something_and_nothing_the_runner_of_cases_does_not_know() -> None:
    for case in CASES:
        assert case.keys() <= GIVEN | EXPECTED, case["case"]
        assert case.keys() & EXPECTED, case["case"]


def test_no_two_cases_have_one_name() -> None:
    names = [case["case"] for case in CASES]

    assert len(set(names)) == len(names)
