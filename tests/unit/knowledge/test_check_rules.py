"""What is told about rules: their file, their weight, what may give way, places in texts."""

import pytest

from tests.unit.knowledge.planted import GONE, faults, said

KNOWN = "(easy_share, easy_share_low, easy_share_high, strength_hard_rpe_min and counted_by)"
S07 = "rules/schedule.yaml: S07"

WRONG = {
    "a soft rule without a weight": (
        [("rules/schedule", ("S07", "weight"), None)],
        (
            f"{S07}, weight: expected 1 to 10 for a soft rule, got nothing; "
            "say how much it counts, 10 for most."
        ),
    ),
    "a place no parameter fills": (
        [("rules/schedule", ("S07", "says"), "About {easy_shar} of it.")],
        (
            f"{S07}, says: expected a parameter of the rule {KNOWN}, got {{easy_shar}}; "
            "write 'easy_share'."
        ),
    ),
    "a place with a format": (
        [("rules/schedule", ("S07", "says"), "About {easy_share:.0%} of it.")],
        f"{S07}, says: expected {{easy_share}}, got {{easy_share:.0%}}; take the format out.",
    ),
    "a brace left open": (
        [("rules/schedule", ("S07", "says"), "About {easy_share of it.")],
        (
            f"{S07}, says: expected braces in pairs, got expected '}}' before end of string; "
            "close or double the brace."
        ),
    ),
    "a rule in the wrong file": (
        [("rules/schedule", ("S07", "id"), "D90")],
        (
            "rules/schedule.yaml: D90, id: expected rules of rules/schedule.yaml only, got 'D90'; "
            "move it to rules/dose.yaml."
        ),
    ),
    "a gate that gives way": (
        [
            ("rules/gates", ("G15", "relax_order"), 6),
            ("rules/gates", ("G15", "relax_note"), "Only on holidays."),
            ("weights", ("relaxed_rule", "value", "6"), 97),
        ],
        (
            "rules/gates.yaml: G15, relax_order: expected no relax_order on a rule that guards "
            "health, it never gives way, got 6; take it out."
        ),
    ),
    "a progression that gives way": (
        [
            ("rules/progression", ("P01", "relax_order"), 6),
            ("rules/progression", ("P01", "relax_note"), "Only on holidays."),
            ("weights", ("relaxed_rule", "value", "6"), 97),
        ],
        (
            "rules/progression.yaml: P01, relax_order: expected no relax_order on a rule of kind "
            "progression, it never gives way, got 6; take it out."
        ),
    ),
    "giving way without words on it": (
        [("rules/schedule", ("S02", "relax_note"), GONE)],
        (
            "rules/schedule.yaml: S02, relax_note: expected words on what gives way and what does "
            "not, got nothing; add 'relax_note'."
        ),
    ),
    "an order without a price": (
        [("rules/schedule", ("S02", "relax_order"), 9)],
        (
            "rules/schedule.yaml: S02, relax_order: expected an order with a price, 1, 2, 3, 4 or "
            "5, got 9; add 9 to relaxed_rule in weights.yaml."
        ),
    ),
    "two rules of one order": (
        [("rules/schedule", ("S02", "relax_order"), 4)],
        (
            "rules/schedule.yaml: S02, relax_order: expected an order of its own, got 4; "
            "renumber it, D03 has this one."
        ),
    ),
    "a share in per cent": (
        [("rules/schedule", ("S07", "parameters", "easy_share", "value"), 80)],
        (
            f"{S07}, parameters.easy_share.value: expected a part of 1 under this name, got 80; "
            "write 0.5 for 50 %, or rename the parameter."
        ),
    ),
    "a range of shares in per cent": (
        [("rules/load", ("L13", "parameters", "sets_cut_share", "value"), [40, 50])],
        (
            "rules/load.yaml: L13, parameters.sets_cut_share.value: expected a part of 1 under "
            "this name, got 40 and 50; write 0.5 for 50 %, or rename the parameter."
        ),
    ),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_rule_is_told_in_one_sentence_and_nothing_else_is(changes, sentence):
    told = said(*changes)

    assert sentence in told
    assert all(one == sentence or "D90" in sentence for one in told)


def test_several_faults_of_one_rule_are_all_told():
    told = faults(
        ("rules/schedule", ("S07", "weight"), None),
        ("rules/schedule", ("S07", "says"), "About {easy} of {it}."),
    )

    assert [(fault.entry, fault.field) for fault in told] == [
        ("S07", "weight"),
        ("S07", "says"),
        ("S07", "says"),
    ]


def test_doubled_braces_are_no_places():
    assert said(("rules/schedule", ("S07", "says"), "About {{nothing}} of it.")) == []


def test_a_hard_rule_may_have_a_weight_or_none():
    assert said(("rules/schedule", ("S01", "weight"), 5)) == []
    assert said(("rules/schedule", ("S04", "weight"), None)) == []
