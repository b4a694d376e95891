"""How a rule says its numbers."""

import pytest

from runwright.domain.evidence import Basis, Parameter, RuleEntry, RuleKind, Support


def parameter(name, value, unit=""):
    support = Support(basis=Basis.COACH_DEFAULT, why="A test needs one.")
    return Parameter(name=name, value=value, unit=unit, support=support)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("easy_share", 0.8, "80 %"),
        ("easy_share_low", 0.7, "70 %"),
        ("load_step_share", 0.025, "2.5 %"),
        ("one_rm_fraction", (0.7, 0.85), "70 to 85 %"),
        ("one_rm_fraction_min", 0.07, "7 %"),
        ("cut_share", 0, "0 %"),
        ("all_share", 1, "100 %"),
        ("sharing", 0.8, "0.8"),
        ("warn_ratio", 1.1, "1.1"),
        ("share_of", "half", "half"),
    ],
)
def test_a_share_is_said_in_per_cent_and_nothing_else_is(name, value, words):
    assert parameter(name, value).spoken == words


def test_a_share_by_its_unit_is_said_in_per_cent():
    assert parameter("hop_lsi", 0.9, unit="share").spoken == "90 %"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3, "3"),
        (2.0, "2"),
        (True, "True"),
        ((8, 12), "8 to 12"),
        ((1, 2, 3), "1, 2, 3"),
        (("ankle", "hip"), "ankle, hip"),
    ],
)
def test_numbers_pairs_and_rows_are_said_as_people_say_them(value, words):
    assert parameter("reps", value).spoken == words


def test_a_statement_says_its_numbers_in_place():
    rule = RuleEntry(
        id="X01",
        family="dose",
        says="{reps} repetitions at {one_rm_fraction} or more.",
        kind=RuleKind.SOFT,
        weight=5,
        relax_order=None,
        relax_note="",
        confidence="D",
        parameters=(parameter("reps", (3, 6)), parameter("one_rm_fraction", 0.8)),
        why_it_matters="",
        evidence_note="",
        sources=(),
        articles=(),
        since="2026.1",
    )

    assert rule.statement == "3 to 6 repetitions at 80 % or more."
    assert rule.has_coach_default
