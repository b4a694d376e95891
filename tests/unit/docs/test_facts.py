"""Facts that our pages tell in prose are those of the knowledge base."""

import re

from runwright.domain.evidence import RuleKind
from runwright.knowledge.library import load_library
from tests.unit.docs.pages import ROOT

DECIDED = (ROOT / "docs" / "explanation" / "how-a-plan-is-decided.md").read_text(encoding="utf-8")
SAFETY = (ROOT / "docs" / "explanation" / "safety.md").read_text(encoding="utf-8")
RULE = re.compile(r"\[([A-Z]\d\d)\]\(\.\./reference/rules\.md#\1\)")


def number(rule: str, name: str) -> object:
    return next(one.value for one in load_library().rules[rule].parameters if one.name == name)


def test_the_rules_that_may_give_way_are_told_in_their_order() -> None:
    told = RULE.findall(
        DECIDED.split("**A rule gives way.**")[1].split("**A session is missing.**")[0]
    )
    bending = [one for one in load_library().rules.values() if one.relax_order is not None]
    in_order = [one.id for one in sorted(bending, key=lambda one: one.relax_order or 0)]

    assert told == in_order
    assert "Only five may" in DECIDED
    assert len(in_order) == 5


def test_every_gate_is_in_the_table_of_gates() -> None:
    table = SAFETY.split("## The gates")[1].split("## When something hurts")[0]
    gates = {one.id for one in load_library().rules.values() if one.kind is RuleKind.GATE}

    assert gates <= set(RULE.findall(table))


def test_the_pain_lights_are_those_of_the_rule() -> None:
    rows = {
        cells[0].strip(): [cell.strip() for cell in cells[1:]]
        for line in SAFETY.split("## When something hurts")[1].splitlines()
        if line.startswith("| ")
        for cells in [line.strip("|").split("|")]
    }
    go_on, hold, stop = "up to {}", "up to {}", "above"

    for tissue, row in (("tendon", "tendon"), ("joint", "joint, muscle, other")):
        green, amber = (number("G07", f"{tissue}_{light}_max") for light in ("green", "amber"))

        assert rows[row] == [go_on.format(green), hold.format(amber), stop]
    assert rows["bone"] == [str(number("G07", "bone_green_max")), "", "above 0"]
    assert number("G07", "limits_by_tissue") == {
        "tendon": "tendon",
        "joint": "joint",
        "bone": "bone",
        "muscle": "joint",
        "other": "joint",
    }


def test_the_points_told_are_the_planner_s() -> None:
    weights = load_library().weights

    assert "a missing heavy session 100, a changed\nweekday 6" in DECIDED
    assert weights["missing_heavy"]["value"] == 100
    assert weights["changed_weekday"]["value"] == 6
