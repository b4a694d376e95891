"""What a diary says of a body counts until it is quiet, cleared or gone, and no longer."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from runwright.domain.check_in import CheckIn
from runwright.domain.performed import Ended, PerformedPain, PerformedSession
from runwright.domain.runner import Pain, Runner, Side
from runwright.knowledge.library import load_library
from runwright.screening.gates import closed_gates
from runwright.usecases.plan_season import subject_of
from runwright.usecases.safety import BONE
from runwright.usecases.standing import as_known, dated, standing_of

LIBRARY = load_library()
DAY = date(2026, 11, 12)


def on(after: int, *pains: Pain, **told) -> CheckIn:
    return CheckIn(day=DAY + timedelta(days=after), pains=pains, **told)


def quiet(after: int) -> CheckIn:
    return on(after, pain_free=True)


def knee(pain_0_10: int, **told) -> Pain:
    return Pain(region="patellofemoral", side=Side.LEFT, pain_0_10=pain_0_10, **told)


def known(*mornings: CheckIn, runner=None, sessions=()) -> Runner:
    runner = runner or Runner()
    return as_known(runner, standing_of(runner, mornings, sessions, LIBRARY), LIBRARY)


def rules(runner: Runner, today=DAY) -> set[str]:
    return {one.rule for one in closed_gates(subject_of(runner, LIBRARY, today))}


def test_a_pain_above_green_is_known_with_its_day():
    assert known(on(0, knee(4))).pains == (knee(4, told_on=DAY),)


def test_a_green_pain_of_the_diary_asks_for_nothing():
    assert known(on(0, knee(2))).pains == ()


@pytest.mark.parametrize(("mornings", "counts"), [(0, True), (1, True), (2, False)])
def test_it_counts_until_two_quiet_mornings(mornings, counts):
    later = [quiet(1 + number) for number in range(mornings)]

    assert bool(known(on(0, knee(4)), *later).pains) is counts


def test_a_morning_that_tells_of_another_place_only_is_a_quiet_one_for_the_knee():
    calf = Pain(region="achilles_midportion", pain_0_10=4)

    assert {one.region for one in known(on(0, knee(4)), on(1, calf), on(2, calf)).pains} == {
        "achilles_midportion"
    }


def test_a_morning_on_which_nobody_spoke_of_pain_is_not_a_quiet_one():
    assert known(on(0, knee(4)), on(1, sleep_h=8.0), on(2, sleep_h=8.0)).pains


def test_it_counts_again_when_it_comes_back():
    told = (on(0, knee(4)), quiet(1), on(2, knee(5)), quiet(3))

    assert known(*told).pains == (knee(5, told_on=DAY + timedelta(days=2)),)


def test_a_pain_told_in_a_session_counts_like_one_of_the_morning():
    started = datetime(2026, 11, 12, 18, tzinfo=UTC)
    session = PerformedSession(
        schema_version="1",
        id="s",
        script="2026-11-12-heavy-1",
        started_at=started,
        ended_at=started + timedelta(minutes=30),
        ended=Ended.PAIN,
        minutes=30,
        pains=(
            PerformedPain(region="patellofemoral", side=Side.LEFT, pain_0_10=4, told_at=started),
        ),
    )

    assert known(sessions=(session,)).pains == (knee(4, told_on=DAY),)


def test_pain_that_may_be_in_a_bone_stays_closed_however_quiet_it_gets():
    sore = Pain(region="bone_front_shin", pain_0_10=2)

    assert "G03" in rules(known(on(0, sore), *(quiet(number) for number in range(1, 20))))


def test_a_later_word_without_answers_does_not_open_what_a_bone_answer_closed():
    hops = Pain(region="shin", pain_0_10=2, hop_pain=True)

    assert "G03" in rules(known(on(0, hops), on(1, Pain(region="shin", pain_0_10=4))))


def test_a_clinician_who_has_cleared_it_since_opens_it_until_it_hurts_again():
    sore = Pain(region="bone_front_shin", pain_0_10=2)
    cleared = Runner(pains=(replace(sore, told_on=DAY, cleared_on=DAY + timedelta(days=3)),))

    assert "G03" not in rules(known(on(0, sore), runner=cleared))
    assert "G03" in rules(known(on(0, sore), on(4, sore), runner=cleared))


def test_a_pain_of_the_answers_that_the_diary_finds_quiet_counts_as_quiet():
    runner = Runner(pains=(knee(5, told_on=DAY),))

    assert known(quiet(1), quiet(2), runner=runner).pains[0].pain_0_10 == 0
    assert known(quiet(1), runner=runner).pains == runner.pains


def test_an_answer_without_a_day_was_given_just_now():
    runner = Runner(pains=(knee(5),))

    assert known(quiet(1), quiet(2), runner=runner).pains == runner.pains


def test_a_warning_sign_locks_everything_until_a_clearance_that_came_after_it():
    told = on(0, signs={"chest_pain_effort": True})
    before = Runner(
        safety={"red_flag_cleared": True}, safety_on={"red_flag_cleared": DAY - timedelta(days=1)}
    )
    after = replace(before, safety_on={"red_flag_cleared": DAY + timedelta(days=1)})

    assert "G02" in rules(known(told))
    assert "G02" in rules(known(told, on(1, signs={"chest_pain_effort": False})))
    assert "G02" in rules(known(told, runner=before))
    assert "G02" not in rules(known(told, runner=after))


def test_answering_no_in_the_settings_does_not_clear_a_sign_of_the_diary():
    denied = Runner(
        safety={"chest_pain_effort": False},
        safety_on={"chest_pain_effort": DAY + timedelta(days=1)},
    )

    assert "G02" in rules(known(on(0, signs={"chest_pain_effort": True}), runner=denied))


def test_a_fever_is_over_when_a_later_word_says_so():
    told = on(0, signs={"fever": True})
    denied = Runner(safety={"fever": False}, safety_on={"fever": DAY + timedelta(days=1)})

    assert "G02" in rules(known(told, quiet(1)))
    assert "G02" not in rules(known(told, on(1, signs={"fever": False})))
    assert "G02" not in rules(known(told, runner=denied))


def test_a_place_nobody_knows_is_left_out():
    assert known(on(0, Pain(region="tail", pain_0_10=9))).pains == ()


def test_answers_without_a_day_get_one_and_the_others_keep_theirs():
    earlier = DAY - timedelta(days=9)
    told = Runner(
        safety={"fever": False, "knee_locked": False},
        safety_on={"fever": earlier},
        pains=(knee(2),),
    )
    given = dated(told, DAY)

    assert given.safety_on == {"fever": earlier, "knee_locked": DAY}
    assert given.pains == (knee(2, told_on=DAY),)


def test_questions_answered_when_a_place_is_told_of_again_are_answered_for_the_pain_before():
    """Pain in a session asks nothing; the morning after asks, and its answers count for both."""
    noes = dict.fromkeys(BONE, False)
    (pain,) = known(on(0, knee(7)), on(1, knee(2, **noes))).pains

    assert pain == knee(7, told_on=DAY, **noes)


def test_a_later_no_does_not_take_back_a_yes():
    doubtful = knee(7, **dict.fromkeys(BONE, False) | {"hop_pain": True})
    again = knee(2, **dict.fromkeys(BONE, False))

    assert known(on(0, doubtful), on(1, again)).pains[0].hop_pain is True
