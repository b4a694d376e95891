"""The whole screen: what it tells besides gates and findings, and what it never tells."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from runwright.domain.runner import HomeTestResult, Pain, Runner, Sex, Side, StrengthExperience
from runwright.domain.screening import GateEffect, Screening
from runwright.screening.answers import open_questions
from runwright.screening.gates import closed_gates, weeks_until_open
from runwright.screening.screen import screen
from runwright.screening.subject import History
from tests.unit.screening.known import (
    PASSED,
    TODAY,
    home_tests,
    questions,
    ready_runner,
    regions,
    results,
    rules,
    safe_answers,
    screen_of,
    subject,
)
from tests.unit.screening.test_battery import NAMES_AN_ILLNESS_OR_A_RISK

KNOWN = {
    "questions": questions(),
    "tests": home_tests(),
    "rules": rules(),
    "regions": regions(),
    "as_of": TODAY,
}


def worst_runner() -> Runner:
    """Somebody for whom everything closes, so that every text is spoken."""
    worst = {test: (0, 0) if isinstance(told, tuple) else 0 for test, told in PASSED.items()}
    shown = {
        "y_balance_anterior": (60, 70),
        "modified_thomas": (8, 4),
        "pelvic_drop_video": (8, 1),
        "postpartum_walk": 3,
    }
    return ready_runner(
        age=70,
        pregnant=True,
        weeks_since_birth=2,
        sex=Sex.UNSPECIFIED,
        strength_experience=StrengthExperience.NONE,
        safety={question: not answer for question, answer in safe_answers().items()},
        pains=(
            Pain(region="bone_talus", pain_0_10=7),
            Pain(region="shin", pain_0_10=2, hop_pain=True),
        ),
        test_results=results({**worst, **shown, "single_leg_squat": (5, 5)}),
    )


def spoken(screening: Screening) -> list[str]:
    return [
        *(text for gate in screening.gates for text in (gate.says, gate.opens_when)),
        *(finding.says for finding in screening.findings),
        *(need.because for need in screening.needs),
        *screening.notes,
    ]


def test_the_functions_with_every_argument_say_what_their_subjects_do() -> None:
    runner = worst_runner()

    assert screen(runner, **KNOWN) == screen_of(runner)
    assert closed_gates(subject(runner)) == screen_of(runner).gates


def test_everything_can_close_at_once_and_each_rule_speaks_once() -> None:
    closed = [gate.rule for gate in screen_of(worst_runner()).gates]

    assert closed == ["G01", "G02", "G03", "G05", "G06", "G12", "G13", "G16", "G17"]


def test_no_text_of_a_screen_names_an_illness_or_a_risk() -> None:
    for text in spoken(screen_of(worst_runner())) + spoken(screen_of(Runner())):
        assert text
        assert "{" not in text
        assert not NAMES_AN_ILLNESS_OR_A_RISK.search(text)


def test_a_screen_holds_no_score() -> None:
    assert {field.name for field in fields(Screening)} == {
        *("gates", "findings", "needs", "questions_open", "notes"),
    }


def test_somebody_who_told_nothing_gets_light_work_and_only_questions_that_apply() -> None:
    screening = screen_of(Runner())

    assert [gate.rule for gate in screening.gates] == ["G01", "G16", "G17"]
    assert "known_disease" in screening.questions_open
    assert "cleared_for_exercise" not in screening.questions_open
    assert "birth_symptoms" not in screening.questions_open
    assert "focal_bone" not in screening.questions_open


def test_questions_are_asked_in_the_order_of_the_file() -> None:
    asked = [question.id for question in open_questions(subject(Runner()))]

    assert asked == [question for question in questions() if question in asked]


def test_above_the_age_of_birth_nobody_is_asked_about_it() -> None:
    unasked = {
        key: told for key, told in safe_answers().items() if key not in {"gave_birth", "pregnant"}
    }

    assert screen_of(ready_runner(age=60, safety=unasked)).questions_open == (
        "gave_birth",
        "pregnant",
    )
    assert screen_of(ready_runner(age=61, safety=unasked)).questions_open == ()


def test_answers_need_not_be_given_twice_where_the_runner_already_told() -> None:
    expecting = ready_runner(
        pregnant=True,
        weeks_since_birth=30,
        safety={
            key: told
            for key, told in safe_answers().items()
            if key not in {"gave_birth", "pregnant"}
        },
    )

    assert "pregnant" not in screen_of(expecting).questions_open
    assert "gave_birth" not in screen_of(expecting).questions_open


def test_a_change_beyond_the_error_is_told_and_one_within_is_not() -> None:
    before = TODAY - timedelta(days=40)

    def notes(now: float) -> tuple[str, ...]:
        told = (
            HomeTestResult(test="single_leg_heel_raise", value=20, side=Side.LEFT, day=before),
            HomeTestResult(test="single_leg_heel_raise", value=now, side=Side.LEFT, day=TODAY),
        )
        return screen_of(ready_runner(test_results=told)).notes

    assert notes(26) == ()
    assert "Single-leg heel raise, left: 20 to 27 repetitions" in notes(27)[0]


def test_a_change_as_large_as_the_error_is_not_told() -> None:
    before = results({"knee_to_wall": (10.1, 12)}, day=TODAY - timedelta(days=40))

    def notes(left: float) -> tuple[str, ...]:
        now = results({"knee_to_wall": (left, 12)})
        return screen_of(ready_runner(test_results=before + now)).notes

    assert notes(12) == ()
    assert "left: 10.1 to 12.1 cm" in notes(12.1)[0]


def test_a_change_of_a_test_whose_error_nobody_knows_is_not_told() -> None:
    before = TODAY - timedelta(days=40)
    told = results({"push_up": 5}, day=before) + results({"push_up": 25}, day=TODAY)

    assert screen_of(ready_runner(test_results=told)).notes == ()


@pytest.mark.parametrize(("days", "due"), [(56, False), (57, True)])
def test_after_eight_weeks_it_is_time_to_test_again(days: int, due: bool) -> None:  # noqa: FBT001
    told = results({"push_up": 10}, day=TODAY - timedelta(days=days))

    notes = screen_of(ready_runner(test_results=told)).notes

    assert bool(notes) is due
    assert not due or notes == ("Time to test again: Push-up.",)


def test_a_test_done_on_one_side_asks_for_the_other() -> None:
    (finding,) = screen_of(ready_runner(test_results=results({"side_plank": (30, None)}))).findings

    assert finding.left == 30
    assert finding.right is None
    assert finding.asymmetry is None
    assert finding.says.endswith("Test the other side too.")


def test_time_alone_opens_heavy_sets_and_jumps_when_nothing_else_is_missing() -> None:
    new_to_it = subject(ready_runner(strength_experience=StrengthExperience.NONE))

    assert weeks_until_open(new_to_it, "G16") == 4
    assert weeks_until_open(new_to_it, "G17") == 4
    assert weeks_until_open(new_to_it, "G01") == 0


def test_weeks_already_done_shorten_the_wait() -> None:
    begun = subject(
        ready_runner(strength_experience=StrengthExperience.NONE), history=History(strength_weeks=1)
    )
    after_three = replace(begun, history=History(strength_weeks=4))

    assert weeks_until_open(begun, "G17") == 4
    assert "G17" not in {gate.rule for gate in closed_gates(after_three)}


@pytest.mark.parametrize("repetitions", [None, 3])
@pytest.mark.parametrize(
    ("shorter", "effect"),
    [
        ("single_leg_squat", GateEffect.NO_JUMPS),
        ("single_leg_hop", GateEffect.NO_HARD_JUMPS),
    ],
)
def test_a_protocol_shorter_than_the_gate_asks_for_cannot_open_it(
    repetitions: int | None, shorter: str, effect: GateEffect
) -> None:
    protocol = replace(home_tests()[shorter], repetitions=repetitions)
    seen = replace(subject(ready_runner()), tests={**home_tests(), shorter: protocol})

    (gate,) = closed_gates(seen)

    assert gate.rule == "G16"
    assert effect in gate.effects


def test_time_alone_does_not_pass_a_test() -> None:
    untested = ready_runner(
        strength_experience=StrengthExperience.NONE, test_results=results({"push_up": 10})
    )

    assert weeks_until_open(subject(untested), "G16") is None
    assert weeks_until_open(subject(untested), "G17") == 4
