"""Pain never steps up; sessions and mornings are read in any order; the way back is staged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.coaching.exposures import Exposure, exposures_of, sore_regions
from runwright.coaching.pain import (
    PainAnswer,
    next_time,
    run_advice,
    stops,
    strictest,
    this_morning,
)
from runwright.coaching.way_back import Stage, way_back
from runwright.domain.pain_light import Light
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import DAY, day, morning, session

LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)
LATER = day(30)  # every morning is told, or will not be
CALF = LIBRARY.exercises["calf_raise_sl_floor"]
ACHILLES = LIBRARY.regions["achilles_midportion"]
regions = st.sampled_from(list(LIBRARY.regions.values()))
exercises = st.sampled_from(list(LIBRARY.exercises.values()))
pains = st.none() | st.integers(0, 10)


def exposed(exercise, during, whole, before, after):
    return Exposure(
        day=DAY,
        done=(exercise.id,),
        during={} if during is None else {exercise.id: during},
        whole=whole,
        before=before,
        after=after,
    )


@given(region=regions, exercise=exercises, during=pains, whole=pains, before=pains, after=pains)
def test_pain_never_steps_up(region, exercise, during, whole, before, after):
    exposure = exposed(exercise, during, whole, before, after)
    said = next_time(exposure, exercise, region, BOOK)

    if said.may_step_up:
        assert said.light is Light.GREEN
        assert during is None or during <= 3
        assert not (exposure.rise and during)


@given(region=regions, exercise=exercises, during=pains, whole=pains, before=pains, after=pains)
def test_what_stops_is_what_the_verdict_stops(region, exercise, during, whole, before, after):
    exposure = exposed(exercise, during, whole, before, after)
    said = next_time(exposure, exercise, region, BOOK)

    assert stops(exposure, exercise, region, BOOK) is (said.answer is PainAnswer.STOP)


@given(region=regions, exercise=exercises, pain=st.integers(0, 9), more=st.integers(1, 10))
def test_more_pain_never_allows_more(region, exercise, pain, more):
    worse = min(10, pain + more)

    assert (
        this_morning(worse, exercise, region, BOOK).light.rank
        >= this_morning(pain, exercise, region, BOOK).light.rank
    )
    assert (
        run_advice(worse, region, BOOK, worse=False).rank
        >= run_advice(pain, region, BOOK, worse=False).rank
    )


def test_the_strictest_of_many_verdicts_wins():
    verdicts = [this_morning(pain, CALF, ACHILLES, BOOK) for pain in (2, 6, 4)]

    assert strictest(verdicts) == verdicts[1]
    assert strictest([]) is None


def test_a_session_is_read_with_the_mornings_around_it():
    done = session(0, CALF.id, "dead_bug", pains={(ACHILLES.id, CALF.id): 4, ("wrist", ""): 2})
    mornings = [morning(0, {ACHILLES.id: 1}), morning(1, {ACHILLES.id: 3})]
    (found,) = exposures_of(ACHILLES.id, [done], mornings)

    assert dict(found.during) == {CALF.id: 4}
    assert (found.whole, found.before, found.after) == (None, 1, 3)
    assert found.rise == 2
    assert sore_regions([done], mornings) == (ACHILLES.id, "wrist")


def test_a_morning_that_tells_another_place_tells_that_this_one_is_quiet():
    done = session(0, CALF.id)
    (found,) = exposures_of(ACHILLES.id, [done], [morning(1, {"wrist": 2})])

    assert found.after == 0


def test_a_morning_without_a_word_on_pain_tells_nothing():
    (found,) = exposures_of(ACHILLES.id, [session(0, CALF.id)], [morning(1, sleep_h=8)])

    assert found.after is None
    assert found.rise == 0


def test_a_diary_in_any_order_tells_the_same():
    done = [session(number, CALF.id) for number in (0, 2, 4)]
    mornings = [morning(number, {ACHILLES.id: number}) for number in range(6)]

    assert exposures_of(ACHILLES.id, done, mornings) == exposures_of(
        ACHILLES.id, done[::-1], mornings[::-1]
    )


# -- the way back ----------------------------------------------------------------------------------


def stopped_then(mornings_after: str, *, with_calf: bool = False):
    """A red session, then sessions every other day with a quiet or a worse morning after."""
    done = [session(0, CALF.id, pains={(ACHILLES.id, CALF.id): 7})]
    mornings = [morning(0, {}), morning(1, {ACHILLES.id: 2})]
    for number, told in enumerate(mornings_after.split(), start=1):
        done.append(session(2 * number, CALF.id if with_calf else "calf_seated_bw"))
        mornings.append(morning(2 * number, {}))
        mornings.append(morning(2 * number + 1, {} if told == "quiet" else {ACHILLES.id: 2}))
    return exposures_of(ACHILLES.id, done, mornings)


def test_an_exercise_that_never_stopped_has_no_way_back():
    calm = exposures_of(ACHILLES.id, [session(0, CALF.id)], [])

    assert way_back(CALF, ACHILLES, calm, {}, BOOK, LATER) is None


def test_after_a_stop_it_is_out_until_two_quiet_sessions():
    one = way_back(CALF, ACHILLES, stopped_then("quiet"), {}, BOOK, LATER)
    two = way_back(CALF, ACHILLES, stopped_then("quiet quiet"), {}, BOOK, LATER)

    assert one is not None
    assert two is not None
    assert (one.stage, one.quiet, one.may_go_on) == (Stage.OUT, 1, False)
    assert (two.stage, two.quiet, two.may_go_on) == (Stage.OUT, 2, True)
    assert "next step" in two.says(CALF, ACHILLES)


def test_a_worse_morning_starts_the_count_again():
    found = way_back(CALF, ACHILLES, stopped_then("quiet worse quiet"), {}, BOOK, LATER)

    assert found is not None
    assert found.quiet == 1


def test_it_comes_back_lighter_only_when_the_runner_says_so():
    quiet = stopped_then("quiet quiet quiet quiet")
    waiting = way_back(CALF, ACHILLES, quiet, {}, BOOK, LATER)
    agreed = way_back(CALF, ACHILLES, quiet, {day(5): CALF.id}, BOOK, LATER)

    assert waiting is not None
    assert agreed is not None
    assert waiting.stage is Stage.OUT
    assert agreed.stage is Stage.EASIER


def test_who_did_it_all_the_same_and_stayed_quiet_for_both_stages_is_back():
    three = stopped_then("quiet quiet quiet", with_calf=True)
    four = stopped_then("quiet quiet quiet quiet", with_calf=True)
    broken = stopped_then("quiet quiet worse quiet quiet quiet", with_calf=True)

    assert way_back(CALF, ACHILLES, three, {}, BOOK, LATER) is not None
    assert way_back(CALF, ACHILLES, four, {}, BOOK, LATER) is None
    assert way_back(CALF, ACHILLES, broken, {}, BOOK, LATER) is not None


def test_the_lighter_stage_counts_only_sessions_with_the_exercise_itself():
    without = way_back(
        CALF, ACHILLES, stopped_then("quiet quiet quiet quiet"), {day(4): CALF.id}, BOOK, LATER
    )
    with_it = way_back(
        CALF,
        ACHILLES,
        stopped_then("quiet quiet quiet quiet", with_calf=True),
        {day(4): CALF.id},
        BOOK,
        LATER,
    )

    assert without is not None
    assert with_it is not None
    assert (without.quiet, without.may_go_on) == (0, False)
    assert with_it.may_go_on


def test_the_lighter_stage_may_be_a_rung_below():
    quiet = stopped_then("quiet quiet quiet quiet")  # of calf_seated_bw
    below = way_back(CALF, ACHILLES, quiet, {day(4): "calf_seated_bw"}, BOOK, LATER)

    assert below is not None
    assert (below.stage, below.quiet, below.may_go_on) == (Stage.EASIER, 3, True)


@pytest.mark.parametrize(("today", "quiet", "may_go_on"), [(4, 1, False), (5, 2, True)])
def test_a_session_counts_once_the_morning_after_was_told(today, quiet, may_go_on):
    told = [one for one in stopped_then("quiet quiet") if one.day <= day(today)]
    seen = [
        one if one.day + timedelta(days=1) <= day(today) else replace(one, after=None)
        for one in told
    ]
    found = way_back(CALF, ACHILLES, seen, {}, BOOK, day(today))

    assert found is not None
    assert (found.quiet, found.may_go_on) == (quiet, may_go_on)


def test_two_quiet_sessions_and_a_third_wait_for_its_morning():
    *told, last = stopped_then("quiet quiet quiet")
    found = way_back(CALF, ACHILLES, [*told, replace(last, after=None)], {}, BOOK, last.day)

    assert found is not None
    assert (found.quiet, found.may_go_on) == (2, False)
    assert "The morning after the last one decides" in found.says(CALF, ACHILLES)


def test_a_morning_nobody_told_begins_the_count_again_once_it_is_over():
    *told, last = stopped_then("quiet quiet quiet")
    over = last.day + timedelta(days=2)
    found = way_back(CALF, ACHILLES, [*told, replace(last, after=None)], {}, BOOK, over)

    assert found is not None
    assert found.quiet == 0


def test_after_the_second_yes_it_is_back():
    quiet = stopped_then("quiet quiet quiet quiet", with_calf=True)

    assert way_back(CALF, ACHILLES, quiet, {day(4): CALF.id, day(8): CALF.id}, BOOK, LATER) is None


def test_a_new_stop_starts_the_way_anew():
    done = [session(n, CALF.id, pains={(ACHILLES.id, CALF.id): 7}) for n in (0, 10)]
    found = way_back(
        CALF, ACHILLES, exposures_of(ACHILLES.id, done, []), (day(4), day(8)), BOOK, LATER
    )

    assert found is not None
    assert (found.stage, found.stopped) == (Stage.OUT, day(10))
