"""The state folded from a diary: the same whatever the order, and anew after a correction."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runwright.coaching.fold import folded
from runwright.coaching.told import Told
from runwright.domain.pain_light import Light
from runwright.domain.progress import RunnerState, Trend
from tests.unit.coaching.logs import START, book, library, told_of

SQUAT = {"sets": 3, "reps": (8, 12), "rir": 3}
LATER = START + timedelta(days=200)


def state_of(told: Told, as_of: date = LATER) -> RunnerState:
    return folded(told, library(), book(), as_of=as_of)


def squat(did: list[dict[str, Any]]) -> Any:
    found = state_of(told_of("goblet_squat", SQUAT, did)).exercise("goblet_squat")
    assert found is not None
    return found


did = st.fixed_dictionaries({
    "reps": st.integers(0, 15),
    "load_kg": st.sampled_from([16.0, 18.0, 20.0]),
    "rir": st.none() | st.integers(0, 8),
})


@given(st.lists(did, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_a_diary_gives_the_same_state_in_any_order(done, random):
    told = told_of("goblet_squat", SQUAT, done)
    shuffled = list(told.sessions)
    random.shuffle(shuffled)

    assert state_of(replace(told, sessions=tuple(shuffled))) == state_of(told)


@given(st.lists(did, min_size=1, max_size=8))
def test_a_diary_read_again_gives_the_same_state(done):
    told = told_of("goblet_squat", SQUAT, done)

    assert state_of(told) == state_of(told)


@given(st.lists(did, min_size=2, max_size=6), st.integers(0, 5))
def test_what_comes_later_changes_nothing_of_an_earlier_day(done, cut):
    told = told_of("goblet_squat", SQUAT, done)
    day = START + timedelta(days=3 * cut)
    before = replace(
        told, sessions=tuple(one for one in told.sessions if one.started_at.date() <= day)
    )

    assert state_of(told, day) == state_of(before, day)


@given(st.lists(did, min_size=1, max_size=6), did, st.integers(0, 5))
def test_a_corrected_entry_gives_the_state_of_a_diary_that_always_said_so(done, right, number):
    number = min(number, len(done) - 1)
    corrected = [*done[:number], right, *done[number + 1 :]]
    wrong, well = (told_of("goblet_squat", SQUAT, one) for one in (done, corrected))
    fixed = replace(
        wrong,
        sessions=(*wrong.sessions[:number], well.sessions[number], *wrong.sessions[number + 1 :]),
    )

    assert state_of(fixed) == state_of(well)


def test_two_sessions_at_the_top_with_the_reserve_asked_for_are_counted():
    found = squat([{"reps": 12, "rir": 3, "load_kg": 16.0}] * 2)

    assert (found.top_sessions, found.load_kg, found.clean_sessions) == (2, 16.0, 2)


def test_a_set_without_the_reserve_is_no_top():
    found = squat([
        {"reps": 12, "rir": 3, "load_kg": 16.0},
        {"reps": 12, "rir": 2, "load_kg": 16.0},
    ])

    assert found.top_sessions == 0


def test_an_untold_reserve_neither_counts_nor_takes_away():
    found = squat([{"reps": 12, "rir": 3, "load_kg": 16.0}, {"reps": 12, "load_kg": 16.0}])

    assert (found.top_sessions, found.rir) == (1, None)


def test_a_reserve_far_from_the_end_is_enough_but_not_believed():
    found = squat([{"reps": 12, "rir": 7, "load_kg": 16.0}])

    assert (found.top_sessions, found.rir, found.one_rm_kg) == (1, None, None)


def test_a_new_load_is_counted_anew():
    found = squat([
        {"reps": 12, "rir": 3, "load_kg": 16.0},
        {"reps": 12, "rir": 3, "load_kg": 18.0},
    ])

    assert found.top_sessions == 1
    assert found.since == START + timedelta(days=3)


def test_pain_above_green_is_no_clean_session():
    found = squat([{"reps": 12, "rir": 3, "load_kg": 16.0, "hurts": ("patellofemoral", 3)}])

    assert (found.clean_sessions, found.top_sessions, found.amber_sessions) == (0, 0, 1)
    assert found.pains[0].light is Light.AMBER


def test_green_pain_is_clean():
    found = squat([{"reps": 12, "rir": 3, "load_kg": 16.0, "hurts": ("patellofemoral", 2)}])

    assert (found.clean_sessions, found.top_sessions, found.amber_sessions) == (1, 1, 0)


def test_a_maximum_is_estimated_from_few_repetitions_only():
    heavy = {"sets": 3, "reps": (3, 6), "rir": 2}
    few = told_of("back_squat", heavy, [{"reps": 5, "rir": 2, "load_kg": 60.0}])
    many = told_of("back_squat", heavy, [{"reps": 9, "rir": 2, "load_kg": 60.0}])

    assert round(state_of(few).exercise("back_squat").one_rm_kg, 1) == 74.0
    assert state_of(many).exercise("back_squat").one_rm_kg is None


def test_a_lift_on_one_leg_gets_no_maximum():
    told = told_of("bulgarian_loaded", SQUAT, [{"reps": 5, "rir": 2, "load_kg": 20.0}])

    assert state_of(told).exercise("bulgarian_loaded").one_rm_kg is None


def test_three_sessions_show_a_trend():
    rising = [{"reps": reps, "rir": 3, "load_kg": 16.0} for reps in (9, 10, 11)]

    assert squat(rising).trend is Trend.RISING
    assert squat(rising[::-1]).trend is Trend.FALLING
    assert squat(rising[:2]).trend is Trend.UNKNOWN


def test_an_exercise_is_counted_on_the_ladder_of_its_pattern():
    state = state_of(told_of("goblet_squat", SQUAT, [{"reps": 10, "load_kg": 16.0}]))

    assert [(one.ladder, one.rung) for one in state.ladders] == [("squat_barbell", "goblet_squat")]


def test_weeks_are_counted_from_the_diary():
    weeks = [{"reps": 10, "load_kg": 16.0}] * 8  # one every three days: weeks 1 to 4
    state = state_of(told_of("goblet_squat", SQUAT, weeks), START + timedelta(days=28))

    assert (state.weeks_trained, state.weeks_since_deload, state.weeks_away) == (4, 4, 0)


def test_a_lighter_week_starts_the_count_anew():
    told = told_of("goblet_squat", SQUAT, [{"reps": 10, "load_kg": 16.0}] * 8)
    lighter = replace(told, lighter_weeks=frozenset({START + timedelta(days=14)}))

    assert state_of(lighter, START + timedelta(days=28)).weeks_since_deload == 1


def test_heavy_work_opens_after_eight_foundation_sessions_of_which_the_last_two_are_steady():
    steady = [{"reps": 10, "rir": 3, "load_kg": 16.0}] * 8
    often = told_of("goblet_squat", SQUAT, steady, every_days=1)
    seven = told_of("goblet_squat", SQUAT, steady[:7], every_days=1)
    shaky = told_of("goblet_squat", SQUAT, [*steady[:7], {**steady[0], "rir": 1}], every_days=1)

    assert state_of(often, START + timedelta(days=8)).heavy_gate.is_open
    assert not state_of(seven, START + timedelta(days=8)).heavy_gate.is_open
    assert not state_of(shaky, START + timedelta(days=8)).heavy_gate.is_open


def test_a_session_counts_at_the_weight_it_settled_on():
    heavier = squat([{"reps": [12, 10, 9], "load_kg": [16, 18, 18], "rir": [5, 3, 2]}])
    lighter = squat([{"reps": [7, 10, 9], "load_kg": [18, 16, 16], "rir": [0, 3, 2]}])

    assert (heavier.load_kg, heavier.reps, heavier.sets) == (18, 9, 2)
    assert heavier.heavier_on == heavier.last_day
    assert (lighter.load_kg, lighter.reps, lighter.sets) == (16, 9, 2)
    assert lighter.heavier_on is None
    assert lighter.missed_sessions == 0


def test_sets_at_the_top_of_a_weight_taken_within_a_session_are_too_few_to_show_anything():
    found = squat([{"reps": 12, "load_kg": [16, 18, 18], "rir": [5, 4, 3]}])

    assert found.top_sessions == 0


def test_a_weight_that_is_not_told_in_one_set_leaves_the_session_whole():
    found = squat([{"reps": [12, 11, 10], "load_kg": [16, None, 18], "rir": 3}])

    assert (found.load_kg, found.reps, found.sets) == (None, 10, 3)


def test_a_set_close_to_the_limit_sets_the_scale_though_the_next_ones_were_lighter():
    told = told_of("goblet_squat", SQUAT, [{"reps": 8, "load_kg": [18, 16, 16], "rir": [1, 4, 4]}])

    assert state_of(told).near_limit_on == START
