"""Nothing lies in the knowledge base unused, and what stands in it twice says the same twice."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.unit.knowledge.planted import ROOT, shipped

CODE = ROOT / "src" / "runwright"

# Rules no code cites yet, and why they are kept.
AFTER_TRAINING = "the diary moves the plan on by it, when there is a diary"
BUILT_IN = "the way sessions are put together keeps it; its numbers are read on the rule's own page"
NOT_CITED = {
    "D24": BUILT_IN,
    "D26": BUILT_IN,
    "W05": BUILT_IN,
}

# Numbers of training.yaml and planner.yaml that are a rule's own: (file, path), (rule, parameter).
TOLD_TWICE = {
    ("training", "spike_window_days"): ("L01", "window_days"),
    ("training", "spike_warn_ratio"): ("L01", "warn_ratio"),
    ("training", "spike_block_ratio"): ("L01", "block_ratio"),
    ("training", "spike_floor_km"): ("L01", "floor_km"),
    ("training", "spike_floor_below_km"): ("L01", "floor_below_km"),
    ("training", "ewma_short_days"): ("L05", "ewma_short_days"),
    ("training", "ewma_long_days"): ("L05", "ewma_long_days"),
    ("training", "personal_high_weeks"): ("L05", "after_weeks"),
    ("training", "novice_months"): ("D16", "novice_months_max"),
    ("training", "hard_rpe_0_10"): ("S04", "hard_run_rpe_min"),
    ("training", "easy_days_after_5_km"): ("S14", "days_5k"),
    ("training", "easy_days_after_half"): ("S14", "days_half"),
    ("training", "easy_days_after_marathon"): ("S14", "days_marathon"),
}
# Numbers of the planner that lie inside a rule's range.
INSIDE = {
    ("extras", "activation_min"): ("D16", "minutes"),
    ("extras", "foot_min"): ("D17", "minutes"),
    ("extras", "mobility_min"): ("D21", "minutes_per_day"),
    ("extras", "retest_every_weeks"): ("A01", "every_weeks"),
    ("blocks", "weeks_most"): ("D26", "accessory_weeks"),
}


@cache
def rules() -> dict[str, dict[str, Any]]:
    return {
        entry["id"]: entry
        for name, document in shipped().items()
        if name.startswith("rules/")
        for entry in document.data
    }


def number(rule: str, parameter: str) -> Any:
    return rules()[rule]["parameters"][parameter]["value"]


@cache
def cited() -> frozenset[str]:
    """Rules named by code: as a value; in training also in words, since it may know no rules."""
    found = {
        file: ast.parse(file.read_text("utf-8"))
        for file in CODE.rglob("*.py")
        if "knowledge" not in file.relative_to(CODE).parts
    }
    return frozenset(rule for file, tree in found.items() for rule in _cited_by(file, tree))


def _cited_by(file: Path, tree: ast.Module) -> Iterator[str]:
    in_words = "training" in file.relative_to(CODE).parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = re.findall(r"\b[ADGLPSW]\d\d\b", node.value) if in_words else [node.value]
            yield from (word for word in words if word in rules())


def asked_by_data() -> frozenset[str]:
    """Rules that screening finds through the home tests and questions that name them."""
    named = [entry["rule"] for entry in shipped()["tests"].data]
    return frozenset([*named, *(entry["rule"] for entry in shipped()["safety"].data["questions"])])


def test_every_rule_is_cited_by_code_or_kept_for_a_reason():
    unused = rules().keys() - cited() - asked_by_data() - NOT_CITED.keys()

    assert unused == set(), "use them in a rule function, or say here why they are kept"


def test_a_rule_that_is_cited_by_now_needs_no_reason():
    assert NOT_CITED.keys() & cited() == set(), "take them out of NOT_CITED"
    assert NOT_CITED.keys() <= rules().keys()


def sources_named(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "sources" and isinstance(part, list):
                yield from part
            yield from sources_named(part)
    elif isinstance(value, list):
        for part in value:
            yield from sources_named(part)


@cache
def used_sources(kind: str | None = None) -> frozenset[str]:
    return frozenset(
        source
        for document in shipped().values()
        if document.kind != "sources" and kind in {None, document.kind}
        for source in sources_named(document.data)
    )


def test_every_source_is_used_or_marked_as_background():
    idle = {
        entry["key"]
        for entry in shipped()["sources"].data
        if entry["key"] not in used_sources() and entry.get("used_by") != "background"
    }

    assert idle == {"ENG"}, "ENG stands behind every coach default; any other needs a use or a mark"


def test_no_rule_rests_on_a_source_that_is_marked_as_background():
    background = {
        entry["key"] for entry in shipped()["sources"].data if entry.get("used_by") == "background"
    }

    assert background & used_sources("rules") == set(), "take the mark off these"


def test_every_exercise_stands_on_a_ladder_or_in_a_set():
    standing = {rung for ladder in shipped()["ladders"].data for rung in ladder["rungs"]}
    exercises = {
        entry["id"]
        for document in shipped().values()
        if document.kind == "exercises"
        for entry in document.data
    }

    assert exercises == standing


def test_every_statement_of_the_articles_is_encoded_or_has_a_reason_why_not():
    left_out = [
        statement["slug"]
        for statement in shipped()["articles"].data["rules"]
        if not statement["encoded_in"] and not statement["not_encoded_because"]
    ]

    assert left_out == []


@pytest.mark.parametrize(("here", "there"), TOLD_TWICE.items(), ids=str)
def test_a_number_told_twice_is_the_same_twice(here, there):
    file, name = here

    assert shipped()[file].data[name]["value"] == number(*there)


@pytest.mark.parametrize(("here", "there"), INSIDE.items(), ids=str)
def test_a_number_of_the_planner_lies_in_the_range_of_its_rule(here, there):
    group, name = here
    low, high = number(*there)

    assert low <= shipped()["planner"].data[group][name] <= high


def test_light_sessions_are_no_longer_than_rule_s10_lets_them_be():
    most = shipped()["planner"].data["session_minutes"]["usual_most"]["light"]

    assert most <= number("S10", "max_min")


def test_foundation_and_build_are_as_long_in_the_season_as_in_the_dose():
    for phase in ("foundation_weeks", "build_weeks"):
        assert number("P13", phase) == number("D07", phase)
