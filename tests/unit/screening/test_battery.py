"""The shipped battery and safety questions: whole, sourced, and of one mind with the rules."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from runwright.domain.evidence import Basis, Support, Verification
from runwright.domain.home_test import AnswerUse, Asked, SafetyQuestion, TestGroup
from runwright.domain.runner import Pain
from runwright.screening.findings import JUDGES
from tests.unit.screening.known import home_tests, questions, read, rules

MAIN = {
    *("knee_to_wall", "single_leg_heel_raise", "single_leg_hamstring_bridge", "side_plank"),
    *("prone_plank", "single_leg_squat", "single_leg_balance", "single_leg_hop", "push_up"),
    "double_leg_hops",
}
DISPLAY = {
    *("y_balance_anterior", "modified_thomas", "hamstring_knee_extension", "pelvic_drop_video"),
}
BEST_FIRST = (Verification.V1, Verification.V2, Verification.ID, Verification.M)
NAMES_AN_ILLNESS_OR_A_RISK = re.compile(
    r"\b(risks?|fractures?|tendin\w+|reds|thrombosis|cauda equina|osteoporosis|anorexia|prolapse"
    r"|syndrome|tears?|strains? of)\b|!",
    re.IGNORECASE,
)


def supports() -> Iterator[tuple[str, Support]]:
    for test in home_tests().values():
        yield test.id, test.error.support
        yield from ((test.id, table.support) for table in test.norms)
        if test.start is not None:
            yield test.id, test.start.support
    yield from ((question.id, question.support) for question in questions().values())


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def test_the_battery_has_the_tests_it_promises() -> None:
    by_group = {
        group: {test.id for test in home_tests().values() if test.group is group}
        for group in TestGroup
    }

    assert by_group[TestGroup.MAIN] == MAIN
    assert by_group[TestGroup.DISPLAY] == DISPLAY


def test_only_tests_that_are_shown_influence_nothing() -> None:
    for test in home_tests().values():
        silent = not test.influences_rules and not test.influences_patterns
        assert test.display_only is silent is (test.group is TestGroup.DISPLAY), test.id


def test_every_test_that_counts_has_a_judge_and_its_rule_among_those_it_influences() -> None:
    for test in home_tests().values():
        if not test.display_only:
            assert test.rule in JUDGES, test.id
            assert test.rule in test.influences_rules, test.id


def test_every_rule_named_exists() -> None:
    named = {rule for test in home_tests().values() for rule in (test.rule, *test.influences_rules)}
    named |= {question.rule for question in questions().values()}

    assert named <= rules().keys()


def test_each_load_test_after_a_birth_needs_a_number_of_g12_and_each_number_has_a_test() -> None:
    needed = [test.needs for test in home_tests().values() if test.group is TestGroup.POSTPARTUM]
    numbers = {name for name in vars(rules()["G12"]) if name.endswith(("_min", "_s", "_reps"))}

    assert set(needed) == numbers
    assert needed.count("strength_reps") == len(rules()["G12"].strength_exercises)


def test_errors_and_lines_agree_with_the_rules_that_quote_them() -> None:
    plank = home_tests()["prone_plank"].norms[0].rows
    by_sex = {str(row.sex): row.value - row.sd for row in plank if row.sd is not None}

    assert home_tests()["knee_to_wall"].error.mdc95 == rules()["A02"].mdc_cm
    assert int(home_tests()["single_leg_heel_raise"].error.mdc95 or 0) == rules()["A03"].loa_reps
    assert by_sex == {"man": rules()["A05"].prone_men_s, "woman": rules()["A05"].prone_women_s}
    assert home_tests()["single_leg_squat"].highest == rules()["A06"].segments_scored


def test_protocols_ask_for_as_many_repetitions_as_the_jump_gate_wants() -> None:
    p = rules()["G16"]

    assert home_tests()["single_leg_squat"].repetitions == p.sl_squats
    assert home_tests()["single_leg_hop"].repetitions == p.sl_hops
    assert home_tests()["double_leg_hops"].repetitions == p.dl_hops


def test_heel_raise_norms_are_those_of_the_evidence() -> None:
    rows = {
        (row.from_age, str(row.sex)): row.value
        for row in home_tests()["single_leg_heel_raise"].norms[0].rows
    }
    men = [rows[decade, "man"] for decade in range(20, 80, 10)]
    women = [rows[decade, "woman"] for decade in range(20, 80, 10)]

    assert men == [37, 32, 28, 23, 19, 14]
    assert women == [30, 27, 24, 21, 19, 16]


def test_every_support_names_a_known_source_or_says_why_there_is_none() -> None:
    sources = {source["key"] for source in read("sources")}
    articles = {statement["slug"] for statement in read("articles")["rules"]}
    for where, support in supports():
        assert set(support.sources) <= sources, where
        assert set(support.articles) <= articles, where
        if support.basis is Basis.COACH_DEFAULT:
            assert support.why, where
        else:
            assert support.sources or support.articles, where


def test_no_number_is_called_better_seen_than_the_best_of_its_sources() -> None:
    seen = {source["key"]: Verification(source["verification"]) for source in read("sources")}
    tables = [table for test in home_tests().values() for table in (*test.norms, test.error)]
    for table in tables:
        codes = [BEST_FIRST.index(seen[key]) for key in table.support.sources]
        if table.verification is None:
            assert not codes
        else:
            assert BEST_FIRST.index(table.verification) >= min(codes)


def test_an_unknown_error_is_left_empty_and_not_invented() -> None:
    known = {test.id for test in home_tests().values() if test.error.mdc95 is not None}

    assert known == {"knee_to_wall", "single_leg_heel_raise"}


def test_red_flags_and_signs_asked_are_those_of_the_rules() -> None:
    asked = {
        rule: [
            question.id
            for question in questions().values()
            if question.rule == rule and question.use is AnswerUse.CLOSES
        ]
        for rule in ("G02", "G06")
    }

    assert asked["G02"] == list(rules()["G02"].red_flags)
    assert asked["G06"] == list(rules()["G06"].signs)


def test_the_way_back_asks_for_each_criterion_of_the_rule() -> None:
    openers = {
        question.id
        for question in questions().values()
        if "returning_from_bone_injury" in question.opens
    }

    assert openers == {*rules()["G05"].criteria, "imaging_clear", "clinician_agrees"}


def test_questions_about_a_pain_are_kept_with_the_pain() -> None:
    asked = {one.id for one in questions().values() if one.asked is Asked.EACH_PAIN}

    assert asked == {"focal_bone", "worse_with_loading", "hop_pain", "night_pain"}
    assert asked <= Pain.__dataclass_fields__.keys()


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.id)
def test_a_question_that_closes_says_so_and_says_what_opens_it(question: SafetyQuestion) -> None:
    if question.use is AnswerUse.CLOSES:
        assert question.closing is not None
        assert question.says
        assert question.opens_when
    else:
        assert question.closing is None
    assert question.asks.endswith(("?", "yes."))


def test_every_opener_opens_questions_of_its_own_rule_that_close() -> None:
    for question in questions().values():
        assert bool(question.opens) is (question.use is AnswerUse.OPENS), question.id
        for opened in question.opens:
            assert questions()[opened].use is AnswerUse.CLOSES
            assert questions()[opened].rule == question.rule


def test_nobody_can_clear_a_fever_away() -> None:
    assert not [one.id for one in questions().values() if "fever" in one.opens]


def test_places_in_the_texts_are_parameters_of_the_rule() -> None:
    for question in questions().values():
        for text in (question.asks, question.says, question.opens_when):
            named = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert named <= vars(rules()[question.rule]).keys(), question.id


def test_no_text_names_an_illness_or_a_risk() -> None:
    for text in texts([read("tests"), read("safety")["questions"]]):
        assert not NAMES_AN_ILLNESS_OR_A_RISK.search(text)


def test_the_questions_say_they_are_not_the_par_q() -> None:
    assert "not the PAR-Q+" in " ".join(read("safety")["note"].split())


def test_every_protocol_is_short_and_says_when_to_stop() -> None:
    for test in home_tests().values():
        assert 2 <= len(test.protocol) <= 6, test.id
        assert test.safety, test.id
        assert test.minutes >= 1, test.id
