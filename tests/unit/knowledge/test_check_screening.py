"""What is told about home tests and safety questions: gaps in norms, questions that do not fit."""

import pytest

from tests.unit.knowledge.planted import GONE, said

ROWS = ("single_leg_balance", "norms", 0, "rows")
HEELS = ("single_leg_heel_raise", "norms", 0, "rows")

WRONG = {
    "a gap between the ages of a norm": (
        ("tests", (*ROWS, 1, "from_age"), 42),
        (
            "tests.yaml: single_leg_balance, norms[0].rows: expected the next row for a woman to "
            "start at 40, got rows that leave a gap, 42; make from_age follow to_age of the row "
            "before."
        ),
    ),
    "ages that overlap": (
        ("tests", (*ROWS, 1, "from_age"), 39),
        (
            "tests.yaml: single_leg_balance, norms[0].rows: expected the next row for a man to "
            "start at 40, got rows that overlap, 39; make from_age follow to_age of the row before."
        ),
    ),
    "ages for one sex only": (
        ("tests", (*HEELS, 0), GONE),
        (
            "tests.yaml: single_leg_heel_raise, norms[0].rows: expected the same ages for women "
            "and men, got 20 to 79 and 30 to 79; add the rows that are missing."
        ),
    ),
    "one sex only": (
        ("tests", ("prone_plank", "norms", 0, "rows", 0), GONE),
        (
            "tests.yaml: prone_plank, norms[0].rows: expected rows for a man too, got none; "
            "add rows with sex: man, or write sex: null."
        ),
    ),
    "a norm that cannot be reached": (
        ("tests", (*ROWS, 0, "value"), 50),
        (
            "tests.yaml: single_leg_balance, norms[0].rows[0].value: expected a value inside "
            "lowest and highest of the test, got 50; correct the value or the limits."
        ),
    ),
    "limits the wrong way round": (
        ("tests", ("double_leg_hops", "highest"), -1),
        (
            "tests.yaml: double_leg_hops, highest: expected more than lowest, 0, got -1; "
            "correct one of the two."
        ),
    ),
    "a shown test that changes something": (
        ("tests", ("y_balance_anterior", "may_influence", "patterns"), ["foot"]),
        (
            "tests.yaml: y_balance_anterior, may_influence: expected nothing from a test that is "
            "only shown, got foot; empty both lists and start, or write display_only: false."
        ),
    ),
    "a shown test of the wrong group": (
        ("tests", ("y_balance_anterior", "group"), "main"),
        (
            "tests.yaml: y_balance_anterior, display_only: expected false in group main, got true; "
            "write false, or change the group."
        ),
    ),
    "a load test that names no number": (
        ("tests", ("postpartum_walk", "needs"), GONE),
        (
            "tests.yaml: postpartum_walk, needs: expected a parameter in group postpartum and in "
            "no other, got nothing; add 'needs'."
        ),
    ),
    "a load test that names a number nobody has": (
        ("tests", ("postpartum_walk", "needs"), "walk_mins"),
        (
            "tests.yaml: postpartum_walk, needs: expected a parameter of rule G12, got "
            "'walk_mins'; write 'walk_min'."
        ),
    ),
    "a lower start on no ladder": (
        ("tests", ("prone_plank", "may_influence", "patterns"), []),
        (
            "tests.yaml: prone_plank, may_influence.patterns: expected the patterns whose ladders "
            "start lower, got none; name them, or write start: null."
        ),
    ),
    "a place no parameter fills": (
        ("safety", ("questions", "walk_pain_free", "asks"), "Can you walk for {walk} min?"),
        (
            "safety.yaml: walk_pain_free, asks: expected a parameter of the rule (criteria, "
            "tenderness_max, walk_min, imaging_for_high_risk, clinician_agrees_for_bone and "
            "side_share), got {walk}; add the parameter, or take the place out."
        ),
    ),
    "a format its number cannot be said in": (
        ("safety", ("questions", "returning_from_injury", "opens_when"), "it is {criteria:.0%}"),
        (
            "safety.yaml: returning_from_injury, opens_when: expected {criteria}, got "
            "{criteria:.0%}; take the format out."
        ),
    ),
    "an opener of another rule's question": (
        ("safety", ("questions", "cleared_for_exercise", "opens", 0), "fever"),
        (
            "safety.yaml: cleared_for_exercise, opens[0]: expected a question of rule G01 that "
            "closes, got 'fever', which closes under G02; name the question whose answer this one "
            "takes back."
        ),
    ),
    "an opener of a question that closes nothing": (
        ("safety", ("questions", "no_bone_tenderness", "opens", 0), "walk_pain_free"),
        (
            "safety.yaml: no_bone_tenderness, opens[0]: expected a question of rule G05 that "
            "closes, got 'walk_pain_free', which opens under G05; "
            "name the question whose answer this one takes back."
        ),
    ),
    "a place of bone the gate does not list": (
        ("regions", ("bone_heel", "high_risk_bone_site"), True),
        (
            "regions.yaml: bone_heel, high_risk_bone_site: expected false, as high_risk_sites of "
            "rule G03 has it, got true; make the two agree."
        ),
    ),
    "a place of bone that is no bone": (
        ("regions", ("bone_talus", "tissue"), "joint"),
        (
            "regions.yaml: bone_talus, high_risk_bone_site: expected false for tissue joint, got "
            "true; correct one of the two."
        ),
    ),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_test_or_question_is_told_in_one_sentence(change, sentence):
    assert sentence in said(change)


def test_a_share_may_be_said_in_per_cent_in_a_question():
    assert (
        said(("safety", ("questions", "returning_from_injury", "says"), "At {side_share:.0%}."))
        == []
    )


def test_norms_may_be_open_above_and_below():
    rows = [
        {"from_age": None, "to_age": 49, "sex": None, "value": 40},
        {"from_age": 50, "to_age": None, "sex": None, "value": 30},
    ]

    assert said(("tests", ROWS, rows)) == []
