"""The shipped knowledge as a screen needs it, read from its YAML, and runners to screen."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from runwright.domain.evidence import Region
from runwright.domain.home_test import AnswerUse, Asked, HomeTest, SafetyQuestion
from runwright.domain.runner import HomeTestResult, Runner, Sex, Side, StrengthExperience
from runwright.domain.screening import Screening
from runwright.knowledge.build import region_of, rule_of
from runwright.knowledge.build_screening import questions_of, tests_of
from runwright.screening.screen import screened
from runwright.screening.subject import History, Subject

ROOT = Path(__file__).resolve().parents[3]
BASE = ROOT / "src" / "runwright" / "knowledge" / "base"
TODAY = date(2026, 9, 1)

PASSED = {
    "knee_to_wall": (12, 12),
    "single_leg_heel_raise": (30, 30),
    "single_leg_hamstring_bridge": (30, 30),
    "side_plank": (80, 80),
    "prone_plank": 90,
    "single_leg_squat": (0, 0),
    "single_leg_balance": (45, 45),
    "single_leg_hop": (120, 120),
    "push_up": 12,
    "double_leg_hops": 10,
}


def read(name: str) -> Any:
    return yaml.safe_load((BASE / f"{name}.yaml").read_text("utf-8"))


@cache
def rules() -> dict[str, SimpleNamespace]:
    entries = [
        rule_of(entry, family=file.stem)
        for file in sorted((BASE / "rules").glob("*.yaml"))
        for entry in yaml.safe_load(file.read_text("utf-8"))
    ]
    return {
        entry.id: SimpleNamespace(**{number.name: number.value for number in entry.parameters})
        for entry in entries
    }


@cache
def regions() -> dict[str, Region]:
    return {region.id: region for region in map(region_of, read("regions"))}


@cache
def questions() -> dict[str, SafetyQuestion]:
    return {question.id: question for question in questions_of(read("safety"))}


@cache
def home_tests() -> dict[str, HomeTest]:
    return {test.id: test for test in tests_of(read("tests"))}


def safe_answers() -> dict[str, bool]:
    """Every answer that closes nothing; openers and answers kept with a pain stay out."""
    return {
        one.id: not one.closing if one.use is AnswerUse.CLOSES else False
        for one in questions().values()
        if one.use is not AnswerUse.OPENS and one.asked is not Asked.EACH_PAIN
    }


def results(told: dict[str, Any], *, day: date | None = TODAY) -> tuple[HomeTestResult, ...]:
    """Results from ``{"push_up": 12, "knee_to_wall": (10, 8)}``, left before right."""
    found = []
    for test, value in told.items():
        if isinstance(value, int | float):
            found.append(HomeTestResult(test=test, value=value, day=day))
            continue
        found += [
            HomeTestResult(test=test, value=one, side=side, day=day)
            for side, one in zip(Side, value, strict=True)
            if one is not None
        ]
    return tuple(found)


def ready_runner(**changes: Any) -> Runner:
    """A runner for whom every gate is open, with `changes`."""
    ready = Runner(
        age=35,
        sex=Sex.WOMAN,
        strength_experience=StrengthExperience.REGULAR,
        safety=safe_answers(),
        test_results=results(PASSED),
    )
    return replace(ready, **changes)


def subject(runner: Runner, *, history: History | None = None, as_of: date = TODAY) -> Subject:
    return Subject(
        runner=runner,
        questions=questions(),
        tests=home_tests(),
        rules=rules(),
        regions=regions(),
        as_of=as_of,
        history=history or History(),
    )


def screen_of(runner: Runner, **known: Any) -> Screening:
    return screened(subject(runner, **known))


def closed(runner: Runner, **known: Any) -> dict[str, frozenset[str]]:
    """Effects of the closed gates, by rule."""
    return {
        gate.rule: frozenset(effect.value for effect in gate.effects)
        for gate in screen_of(runner, **known).gates
    }
