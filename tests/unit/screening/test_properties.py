"""What holds for every runner: more pain, less known or worse results never open a gate."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.home_test import AnswerUse, Asked, Better
from runwright.domain.runner import (
    HomeTestResult,
    Pain,
    Runner,
    Sex,
    Side,
    StrengthExperience,
)
from runwright.domain.screening import GateEffect, Screening
from runwright.screening.answers import keeps_light
from runwright.screening.subject import History
from tests.unit.screening.known import (
    home_tests,
    questions,
    ready_runner,
    regions,
    safe_answers,
    screen_of,
)

MIRRORED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, None: None}
ASKED_ONCE = sorted(
    question.id for question in questions().values() if question.asked is not Asked.EACH_PAIN
)
BONE_ANSWERS = ("focal_bone", "worse_with_loading", "hop_pain", "night_pain")

answers = st.none() | st.booleans()
pains = st.builds(
    Pain,
    region=st.sampled_from(sorted(regions())),
    pain_0_10=st.integers(0, 10),
    side=st.none() | st.sampled_from(Side),
    focal_bone=answers,
    worse_with_loading=answers,
    hop_pain=answers,
    night_pain=answers,
)
sided = st.builds(
    HomeTestResult,
    test=st.sampled_from(sorted(one.id for one in home_tests().values() if one.has_sides)),
    value=st.integers(0, 60),
    side=st.sampled_from(Side),
)
unsided = st.builds(
    HomeTestResult,
    test=st.sampled_from(sorted(one.id for one in home_tests().values() if not one.has_sides)),
    value=st.integers(0, 120),
)
runners = st.builds(
    ready_runner,
    age=st.none() | st.integers(10, 95),
    sex=st.sampled_from(Sex),
    strength_experience=st.sampled_from(StrengthExperience),
    pregnant=st.booleans(),
    weeks_since_birth=st.none() | st.integers(0, 40),
    pains=st.lists(pains, max_size=3).map(tuple),
    test_results=st.lists(sided | unsided, max_size=20).map(tuple),
    safety=st.dictionaries(st.sampled_from(ASKED_ONCE), st.booleans()).map(
        lambda told: {**safe_answers(), **told}
    ),
)


def effects(runner: Runner, **known: Any) -> set[tuple[str, GateEffect]]:
    gates = screen_of(runner, **known).gates
    return {(gate.rule, effect) for gate in gates for effect in gate.effects}


def barred(runner: Runner, **known: Any) -> set[GateEffect]:
    return {effect for _, effect in effects(runner, **known)}


def with_answer(runner: Runner, question: str, told: bool | None) -> Runner:  # noqa: FBT001
    others = {one: answer for one, answer in runner.safety.items() if one != question}
    return replace(runner, safety=others if told is None else {**others, question: told})


@given(runner=runners, more=st.integers(1, 10), at=st.integers(0, 2))
def test_more_pain_never_opens_a_gate(runner: Runner, more: int, at: int) -> None:
    worse = tuple(
        replace(pain, pain_0_10=min(10, pain.pain_0_10 + more)) if place == at else pain
        for place, pain in enumerate(runner.pains)
    )

    assert effects(runner) <= effects(replace(runner, pains=worse))


@given(runner=runners, another=pains)
def test_another_pain_never_opens_a_gate(runner: Runner, another: Pain) -> None:
    assert effects(runner) <= effects(replace(runner, pains=(*runner.pains, another)))


@given(runner=runners, pain=pains, asked=st.sampled_from(BONE_ANSWERS))
def test_an_unanswered_bone_question_never_reads_as_a_no(
    runner: Runner, pain: Pain, asked: str
) -> None:
    def with_bone_answer(told: bool | None) -> Runner:  # noqa: FBT001
        return replace(runner, pains=(replace(pain, **{asked: told}),))

    no, unanswered, yes = (with_bone_answer(told) for told in (False, None, True))

    assert effects(no) <= effects(unanswered)
    assert {effect for effect in effects(no) if effect[0] == "G03"} <= effects(yes)


@given(runner=runners, asked=st.sampled_from(ASKED_ONCE))
def test_an_unanswered_question_never_reads_as_the_safe_answer(runner: Runner, asked: str) -> None:
    question = questions()[asked]
    safe = {
        AnswerUse.CLOSES: not question.closing,
        AnswerUse.OPENS: True,
        AnswerUse.TELLS: False,
    }[question.use]
    unanswered = with_answer(runner, asked, None)

    assert effects(with_answer(runner, asked, safe)) <= effects(unanswered)
    if asked in screen_of(unanswered).questions_open and keeps_light(question):
        assert ("G01", GateEffect.LIGHT_ONLY) in effects(unanswered)


@given(runner=runners, asked=st.sampled_from(ASKED_ONCE))
def test_a_closing_answer_closes_unless_something_opens_it(runner: Runner, asked: str) -> None:
    question = questions()[asked]
    openers = {one.id for one in questions().values() if asked in one.opens}
    alone = replace(
        runner,
        safety={**{one: told for one, told in runner.safety.items() if one not in openers}},
        test_results=(),
    )
    if question.use is AnswerUse.CLOSES and question.asked is Asked.ALWAYS:
        rules = {rule for rule, _ in effects(with_answer(alone, asked, question.closing))}

        assert question.rule in rules


@given(runner=runners, better=st.integers(1, 40), asked=st.sampled_from(sorted(home_tests())))
def test_a_better_result_on_all_sides_never_closes_a_gate(
    runner: Runner, better: int, asked: str
) -> None:
    test = home_tests()[asked]
    step = better if test.better is Better.MORE else -better
    improved = tuple(
        replace(one, value=max(0, one.value + step)) if one.test == asked else one
        for one in runner.test_results
    )

    assert effects(replace(runner, test_results=improved)) <= effects(runner)


@given(runner=runners, weeks=st.integers(0, 10), more=st.integers(1, 10))
def test_more_strength_work_never_closes_a_gate(runner: Runner, weeks: int, more: int) -> None:
    before, after = History(strength_weeks=weeks), History(strength_weeks=weeks + more)

    assert effects(runner, history=after) <= effects(runner, history=before)


@given(runner=runners)
def test_left_mirrors_right(runner: Runner) -> None:
    mirrored = replace(
        runner,
        pains=tuple(replace(pain, side=MIRRORED[pain.side]) for pain in runner.pains),
        test_results=tuple(replace(one, side=MIRRORED[one.side]) for one in runner.test_results),
    )
    seen, in_mirror = screen_of(runner), screen_of(mirrored)

    assert in_mirror.gates == seen.gates
    assert facts(in_mirror) == [
        replace(one, side=MIRRORED[one.side], left=one.right, right=one.left) for one in facts(seen)
    ]
    assert [replace(need, side=MIRRORED[need.side]) for need in in_mirror.needs] == list(seen.needs)


def facts(screening: Screening) -> list[Any]:
    return [replace(finding, says="") for finding in screening.findings]


@given(
    runner=runners,
    told=st.lists(
        st.builds(
            HomeTestResult,
            test=st.sampled_from([*sorted(home_tests()), "no_such_test"]),
            value=st.floats(),
            side=st.none() | st.sampled_from(Side),
        ),
        max_size=6,
    ),
)
def test_no_number_a_person_can_type_breaks_a_screen(
    runner: Runner, told: list[HomeTestResult]
) -> None:
    screening = screen_of(replace(runner, test_results=tuple(told)))

    assert all(finding.says for finding in screening.findings)


@given(runner=runners)
def test_the_same_runner_is_screened_the_same_twice(runner: Runner) -> None:
    assert screen_of(runner) == screen_of(runner)


@given(runner=runners)
def test_every_closed_gate_says_why_and_what_opens_it(runner: Runner) -> None:
    gates = screen_of(runner).gates

    assert len({gate.rule for gate in gates}) == len(gates)
    for gate in gates:
        assert gate.effects
        assert gate.says
        assert gate.opens_when
        assert gate.refers or not gate.urgent
