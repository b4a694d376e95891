"""A check-in is answered at once: lights by tissue, bone questions, gates that send to someone."""

from datetime import date

import pytest

from runwright.domain.check_in import CheckIn
from runwright.domain.pain_light import Light
from runwright.domain.runner import Pain, Runner
from runwright.knowledge.library import load_library
from runwright.usecases.hear_check_in import hear_check_in, nights_mean_h

LIBRARY = load_library()
TODAY = date(2026, 11, 21)


def heard(*pains, runner=None):
    return hear_check_in(CheckIn(day=TODAY, pains=pains), runner or Runner(), LIBRARY)


@pytest.mark.parametrize(
    ("pain_0_10", "light"),
    [(0, Light.GREEN), (3, Light.GREEN), (4, Light.AMBER), (5, Light.AMBER), (6, Light.RED)],
)
def test_a_tendon_may_hurt_a_little(pain_0_10, light):
    said = heard(Pain(region="achilles_midportion", pain_0_10=pain_0_10))

    assert said.pains[0].light is light


def test_a_red_pain_sends_to_a_clinician():
    assert "see a clinician" in heard(Pain(region="groin", pain_0_10=7)).pains[0].says


def test_pain_in_a_bone_closes_its_gate_and_refers():
    said = heard(Pain(region="bone_front_shin", pain_0_10=2))

    assert [gate.rule for gate in said.gates] == ["G03"]
    assert said.gates[0].refers
    assert said.gates[0].urgent


def test_a_pain_that_may_be_bone_is_asked_about_first():
    said = heard(Pain(region="shin", pain_0_10=2))

    assert {one.id for one in said.pains[0].questions} >= {"focal_bone", "night_pain"}


def test_answers_that_speak_for_bone_close_the_gate():
    told = Pain(
        region="shin",
        pain_0_10=2,
        focal_bone=True,
        worse_with_loading=True,
        hop_pain=True,
        night_pain=False,
    )
    said = heard(told)

    assert said.pains[0].questions == ()
    assert "G03" in {gate.rule for gate in said.gates}


def test_answers_that_speak_against_it_leave_it_open():
    told = Pain(
        region="shin",
        pain_0_10=2,
        focal_bone=False,
        worse_with_loading=False,
        hop_pain=False,
        night_pain=False,
    )

    assert heard(told).gates == ()


def test_gates_that_were_closed_before_are_not_said_again():
    runner = Runner(safety={"chest_pain_effort": True})
    sore = Pain(region="patellofemoral", pain_0_10=1)

    assert heard(sore, runner=runner).gates == ()


def test_a_morning_without_pain_says_nothing():
    assert heard().pains == heard().gates == ()


def test_the_mean_night_is_of_the_nights_told_before_today():
    nights = tuple(
        CheckIn(day=date(2026, 11, day), sleep_h=hours)
        for day, hours in ((18, 6.0), (19, None), (20, 8.0), (21, 3.0))
    )

    assert nights_mean_h(nights, before=TODAY, nights=14) == 7.0
    assert nights_mean_h(nights, before=TODAY, nights=1) == 8.0
    assert nights_mean_h((), before=TODAY, nights=14) is None
