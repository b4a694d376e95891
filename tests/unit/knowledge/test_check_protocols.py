"""What is told about protocols: sessions nothing fills, numbers that are not theirs to change."""

import pytest

from tests.unit.knowledge.planted import said

WRONG = {
    "a session nothing fills": (
        ("protocols/rei", ("phases", "race", "week"), {"heavy_jumps": 1}),
        (
            "protocols/rei.yaml: rei, phases.race.week.heavy_jumps: expected sessions that an "
            "area or a template fills, foundation, heavy, jumps, light or short, got "
            "'heavy_jumps'; add 'heavy_jumps' to the kinds of an area or template."
        ),
    ),
    "a deload nothing fills": (
        ("protocols/runwright", ("areas",), []),
        (
            "protocols/runwright.yaml: runwright, phases.build.deload.short: expected sessions "
            "that an area or a template fills, jumps, got 'short'; "
            "add 'short' to the kinds of an area or template."
        ),
    ),
    "a template nothing asks for": (
        ("protocols/rei", ("templates", "few_minutes", "kinds"), ["heavy_jumps"]),
        (
            "protocols/rei.yaml: rei, templates[3].kinds: expected a kind that some phase asks "
            "for, foundation, heavy, light or short, got heavy_jumps; "
            "take 'few_minutes' out, or ask for it in a phase."
        ),
    ),
    "another name than its file": (
        ("protocols/rei", ("id",), "rey"),
        (
            "protocols/rei.yaml: rey, id: expected 'rei', the name of the file, got 'rey'; "
            "write 'rei', or rename the file."
        ),
    ),
    "minutes the wrong way round": (
        ("protocols/rei", ("minutes",), [30, 10, 30]),
        (
            "protocols/rei.yaml: rei, minutes: expected the lower number first, got [30, 10, 30]; "
            "write [10, 30, 30]."
        ),
    ),
    "a slot's range the wrong way round": (
        ("protocols/rei", ("templates", 0, "slots", 0, "reps"), [12, 6]),
        (
            "protocols/rei.yaml: rei, templates[0].slots[0].reps: expected the lower number first, "
            "got [12, 6]; write [6, 12]."
        ),
    ),
    "a slot's role its exercise does not have": (
        ("protocols/rei", ("templates", 0, "slots", 4, "role"), "core"),
        (
            "protocols/rei.yaml: rei, templates[0].slots[4].role: expected calf, the roles of "
            "calf_raise_sl_floor, got 'core'; write one of them, or add this one to the exercise."
        ),
    ),
    "an area's role nothing has": (
        ("protocols/runwright", ("areas", "push", "role"), "plyo"),
        (
            "protocols/runwright.yaml: runwright, areas[10].role: expected a role of some "
            "exercise of push, got 'plyo'; name another role, or more patterns."
        ),
    ),
    "an area's exercise of another pattern": (
        ("protocols/runwright", ("areas", "push", "only"), ["push_up", "side_plank"]),
        (
            "protocols/runwright.yaml: runwright, areas[10].only[1]: expected an exercise of push, "
            "got 'side_plank' of lateral_core; name another, or add its pattern."
        ),
    ),
    "an area twice": (
        ("protocols/runwright", ("areas", "push", "id"), "pull"),
        (
            "protocols/runwright.yaml: runwright, areas[11].id: expected each id once, "
            "got 'pull' again; rename it."
        ),
    ),
    "a template twice": (
        ("protocols/rei", ("templates", "few_minutes", "id"), "first_of_each"),
        (
            "protocols/rei.yaml: rei, templates[3].id: expected each id once, "
            "got 'first_of_each' again; rename it."
        ),
    ),
    "a gate's number": (
        ("protocols/rei", ("rule_parameters", "G16"), {"sl_hops": 5}),
        (
            "protocols/rei.yaml: rei, rule_parameters.G16: expected a rule that is no gate, got "
            "'G16'; take it out, gates are the same in every protocol."
        ),
    ),
    "a rule that does not exist": (
        ("protocols/rei", ("rule_parameters", "D99"), {"sets": 5}),
        (
            "protocols/rei.yaml: rei, rule_parameters.D99: expected a rule that is no gate, got "
            "'D99'; take it out."
        ),
    ),
    "a number the rule does not have": (
        ("protocols/rei", ("rule_parameters", "D10"), {"pair_size": 3}),
        (
            "protocols/rei.yaml: rei, rule_parameters.D10.pair_size: expected a parameter of rule "
            "D10, got 'pair_size'; write 'pair_size_max'."
        ),
    ),
    "one number where the rule has two": (
        ("protocols/rei", ("rule_parameters", "D05"), {"base_sets": 3}),
        (
            "protocols/rei.yaml: rei, rule_parameters.D05.base_sets: expected a value like the "
            "rule's own, a list of 2, got 3; write one of its kind."
        ),
    ),
    "a yes where the rule has a number": (
        ("protocols/rei", ("rule_parameters", "D10"), {"pair_size_max": True}),
        (
            "protocols/rei.yaml: rei, rule_parameters.D10.pair_size_max: expected a value like the "
            "rule's own, 2, got true; write one of its kind."
        ),
    ),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_protocol_is_told_in_one_sentence(change, sentence):
    assert sentence in said(change)


def test_jumps_need_no_area_because_rule_d20_fills_them():
    assert said(("protocols/rei", ("phases", "race", "week"), {"light": 1, "jumps": 1})) == []


def test_a_protocol_may_set_a_rule_s_list_to_another_of_the_same_length():
    assert said(("protocols/rei", ("rule_parameters", "D05"), {"base_sets": [2, 4]})) == []
