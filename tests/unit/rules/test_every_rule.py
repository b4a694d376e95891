"""Walks all rules: each has a function and cases, each number a user and a case that holds it."""

import ast
import inspect
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import runwright
from runwright.domain.evidence import RuleEntry, RuleKind
from runwright.rules import audit
from runwright.rules.registry import declared
from tests.unit.planning.test_plan_cases import CASES as PLAN_CASES
from tests.unit.rules.situations import book, library
from tests.unit.rules.test_cases import BOOK, CASES, STRENGTH, verdict

SOURCE = Path(runwright.__file__).parent
UNREAD = Path(__file__).resolve().parents[2] / "cases" / "unread_parameters.yaml"
RULES = tuple(library().rules.values())
FUNCTIONS = {one.id for one in declared()}
MUST_SPEAK = {RuleKind.HARD, RuleKind.SOFT, RuleKind.GATE}

# Rules that speak elsewhere than in a function of their own, and where.
SPEAKS_ELSEWHERE = {
    "D02": "decides how often a maintenance week trains; cases through the planner",
    "L10": "makes the first week a deload; cases through the planner",
    "G07": "is a pain light that the screen and rule G09 read; their cases",
    "D24": "is the runner's own choice, wants_rolling; nothing of it can be wrong",
    "D26": "is how long a block of weeks keeps its exercises (planner.yaml, blocks)",
    "W05": "is W01's soft side; stretches are never put before runs by the planner",
    "L05": "is told beside the runs (training/notes.py); a plan has no diary to compare with",
}
# Numbers a rule function reads, but that are no limit of a verdict.
NO_LIMIT = {
    "L01.window_days": "the window itself: the audit gathers it, the words say it",
    "D14.order": "a list of places",
    "D12.areas": "a list of areas",
    "W04.ramp": "the ramp itself",
}


def test_there_are_eighty_rules() -> None:
    assert len(RULES) == 80
    assert len(audit.DECLARING) > 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_that_judges_has_a_function(rule: RuleEntry) -> None:
    if rule.kind in MUST_SPEAK:
        assert (rule.id in FUNCTIONS) != (rule.id in SPEAKS_ELSEWHERE)


def cases_by_verdict() -> dict[str, set[str]]:
    found = defaultdict(set)
    for case in CASES:
        found[case["rule"]].add(case["expect"])
    return found


@pytest.mark.parametrize(
    "rule", [one for one in RULES if one.kind is RuleKind.HARD], ids=lambda rule: rule.id
)
def test_a_hard_rule_has_cases_on_both_sides(rule: RuleEntry) -> None:
    if rule.id in SPEAKS_ELSEWHERE:
        of_plans = [case for case in PLAN_CASES if rule.id in case["rules"]]

        assert len(of_plans) >= 2
        return
    seen = cases_by_verdict()[rule.id]

    assert seen & {"forbids", "bends"}
    assert seen & {"nothing", "costs"}


@pytest.mark.parametrize(
    "rule",
    [one for one in RULES if one.id in FUNCTIONS and one.kind is not RuleKind.HARD],
    ids=lambda rule: rule.id,
)
def test_a_rule_with_a_function_has_a_case_where_it_speaks_and_one_where_it_is_silent(
    rule: RuleEntry,
) -> None:
    seen = cases_by_verdict()[rule.id]

    assert "nothing" in seen
    assert seen - {"nothing"}


def test_every_case_is_of_a_rule_with_a_function() -> None:
    assert {case["rule"] for case in CASES} <= FUNCTIONS


# -- numbers ---------------------------------------------------------------------------------------


@cache
def read_by_code() -> dict[str, set[str]]:
    """Attribute and string names of the modules that name a rule: ``{"S01": {"min_gap_h"}}``."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in SOURCE.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        texts = {
            n.value
            for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str)
        }
        names = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)} | texts
        names |= {part for text in texts for part in text.replace("[", ".").split(".")}
        for rule in texts & set(library().rules):
            found[rule] |= names
    return found


def unread() -> dict[str, str]:
    """``{"D03.default_min": why}``."""
    told = yaml.safe_load(UNREAD.read_text("utf-8"))
    return {name: why for why, names in told.items() for name in names}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_number_is_read_by_code_or_said_why_not(rule: RuleEntry) -> None:
    used = read_by_code()[rule.id]
    idle = {f"{rule.id}.{one.name}" for one in rule.parameters if one.name not in used}

    assert idle == {name for name in unread() if name.split(".")[0] == rule.id}


# -- limits ----------------------------------------------------------------------------------------


@cache
def read_by_rules() -> dict[str, set[str]]:
    """Names of numbers that each rule's functions read, calls inside their module followed."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in declared():
        functions = _functions(Path(inspect.getfile(one.function)))
        found[one.id] |= _names_read(one.function.__name__, functions, frozenset())
    for rule in ("S13", "S14"):  # the race calendar works their days out once for every day
        found[rule] |= _parameter_names(
            ast.parse((SOURCE / "rules" / "day_facts.py").read_text("utf-8"))
        )
    return found


@cache
def _functions(file: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _names_read(name: str, functions: dict[str, ast.FunctionDef], seen: frozenset[str]) -> set[str]:
    node = functions[name]
    called = {
        n.func.id
        for n in ast.walk(node)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    names = _parameter_names(node)
    for other in (called & set(functions)) - seen - {name}:
        names |= _names_read(other, functions, seen | {name})
    return names


def _parameter_names(tree: ast.AST) -> set[str]:
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "p"
    }


def limits() -> list[tuple[str, str, Any]]:
    """Numbers of hard rules (and of rules that forbid) that the rules room reads."""
    forbidding = {case["rule"] for case in CASES if case["expect"] in {"forbids", "bends"}}
    return [
        (rule.id, one.name, one.value)
        for rule in RULES
        if rule.id in forbidding
        for one in rule.parameters
        if one.name in read_by_rules()[rule.id]
        and f"{rule.id}.{one.name}" not in NO_LIMIT
        and _is_number(one.value)
    ]


def _is_number(value: object) -> bool:
    if isinstance(value, tuple):
        return all(_is_number(part) for part in value)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _moved(name: str, value: Any, sign: int) -> list[Any]:
    """The number a little lower or higher: 1.2 min of hours, one of whole things, a hundredth."""
    if isinstance(value, tuple):
        return [
            (*value[:place], moved, *value[place + 1 :])
            for place, part in enumerate(value)
            for moved in _moved(name, part, sign)
        ]
    step = 0.02 if name.endswith("_h") else 1 if isinstance(value, int) else 0.01
    return [value + sign * step]


@pytest.mark.parametrize("sign", [-1, 1], ids=["lower", "higher"])
@pytest.mark.parametrize(("rule", "name", "value"), limits(), ids=lambda told: str(told)[:30])
def test_a_case_stands_right_at_every_limit(rule: str, name: str, value: Any, sign: int) -> None:
    of_rule = [case for case in CASES if case["rule"] == rule]
    changed = [
        case["case"]
        for moved in _moved(name, value, sign)
        for other in [book({rule: {name: moved}})]
        for case in of_rule
        if verdict(case, other)[0] != case["expect"]
    ]

    assert changed, f"no case of {rule} notices {name} = {_moved(name, value, sign)}"


def test_the_verdicts_are_in_the_order_of_their_strength() -> None:
    assert STRENGTH == ("nothing", "costs", "bends", "forbids")
    assert BOOK.without == frozenset()
