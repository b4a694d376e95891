"""What holds for every diary: pain never steps up, a held day never does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.coaching.done import usual_dose
from runwright.coaching.fold import folded
from runwright.coaching.levers import next_lever
from runwright.coaching.loads import at_most_kg, loads_for, next_up_kg, usual_loads_kg
from runwright.coaching.steps import next_step
from runwright.coaching.up import rung_above
from runwright.coaching.week_changes import warnings_of
from runwright.coaching.work_words import work_of
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import Role
from runwright.domain.progress import ExerciseState, RunnerState, Trend
from runwright.domain.proposal import Change
from runwright.domain.runner import Pain
from runwright.domain.session import Dose
from tests.unit.coaching.logs import START, book, library, told_of
from tests.unit.coaching.situation import around

QUIET = {Role.RAISE, Role.DYNAMIC, Role.MOBILITY, Role.STATIC, Role.ROLLING}
TRAINED = sorted(one.id for one in library().exercises.values() if not set(one.roles) <= QUIET)
PARTS = ("exercise", "sets", "reps", "hold_s", "contacts", "load_kg", "tempo")  # of a work
LIMITS = {"tendon": 3, "joint": 2, "bone": 0, "muscle": 2, "other": 2}  # G07, the top of green


def step(exercise: str, did: list[dict[str, Any]], check_ins=(), **given: Any) -> Change | None:
    known = library().exercises[exercise].dose
    dose = {
        "sets": 3,
        "reps": known.reps,
        "hold_s": known.hold_s[0] if known.hold_s else None,
        "contacts": known.contacts[0] if known.contacts else None,
        "distance_m": known.distance_m[0] if known.distance_m else None,
        "rir": 2 if known.reps else None,
    }
    told = told_of(exercise, dose, did, every_days=4, check_ins=check_ins)
    today = START + timedelta(days=4 * (len(did) - 1) + 1)
    state = folded(told, library(), book(), as_of=today).exercise(exercise)
    assert state is not None
    return next_step(state, around(today=today, morning_is_green=True, **given))


did = st.fixed_dictionaries({
    "reps": st.integers(0, 30),
    "hold_s": st.integers(0, 90),
    "contacts": st.integers(0, 20),
    "load_kg": st.none() | st.sampled_from([0.0, 8.0, 20.0, 60.0]),
    "rir": st.none() | st.integers(0, 8),
})
exercises = st.sampled_from(TRAINED)
# Everything at the top, for sure: what would step up if nothing held it.
EASY = {"reps": 40, "hold_s": 120, "contacts": 40, "distance_m": 60, "load_kg": 20.0, "rir": 4}
sore = st.sampled_from(sorted(library().regions)).flatmap(
    lambda region: st.tuples(
        st.just(region), st.integers(LIMITS[library().regions[region].tissue.value] + 1, 10)
    )
)


def steps_up(change: Change | None) -> bool:
    return change is not None and change.kind.asks_more


@given(exercises, st.lists(did, min_size=1, max_size=4), did, sore)
def test_pain_above_green_never_steps_up(exercise, before, last, hurts):
    assert not steps_up(step(exercise, [*before, {**last, "hurts": hurts}]))


@given(exercises, sore)
def test_pain_above_green_never_steps_up_however_easy_it_was(exercise, hurts):
    assert not steps_up(step(exercise, [EASY, EASY, EASY, {**EASY, "hurts": hurts}]))


@given(exercises)
def test_a_sore_morning_after_takes_the_proof_of_the_sessions_before(exercise):
    tagged = [one.region for one in library().exercises[exercise].caution]
    for region in tagged:
        morning = CheckIn(day=START + timedelta(days=9), pains=(Pain(region=region, pain_0_10=8),))
        assert not steps_up(step(exercise, [EASY] * 3, check_ins=[morning]))


@given(exercises, st.lists(did, min_size=1, max_size=5))
def test_a_day_that_holds_everything_steps_nothing_up(exercise, done):
    assert not steps_up(step(exercise, done, frozen="You slept 6 h a night."))


@given(exercises, st.lists(did, min_size=1, max_size=5))
def test_what_is_held_does_not_step_up(exercise, done):
    assert not steps_up(step(exercise, done, held={exercise: "sore"}))


@given(exercises, st.lists(did, min_size=1, max_size=5))
def test_a_step_says_what_it_was_and_what_it_becomes_and_why(exercise, done):
    change = step(exercise, done)
    if change is None:
        return

    assert change.before is not None
    assert change.after is not None
    assert change.because
    assert change.rule in library().rules


@given(exercises, st.lists(did, min_size=1, max_size=5))
def test_a_new_weight_is_one_that_exists(exercise, done):
    change = step(exercise, done)
    if change is None or change.after is None or change.after.load_kg is None:
        return
    loads = around(today=START).loads(library().exercises[change.after.exercise])
    kept = change.before is not None and change.after.load_kg == change.before.load_kg

    assert kept or change.after.load_kg in loads


@given(exercises, st.lists(did, min_size=1, max_size=5))
def test_no_step_up_asks_for_a_weight_more_than_a_tenth_heavier_without_the_strength(
    exercise, done
):
    change = step(exercise, done)
    if not steps_up(change) or not (change.before.load_kg and change.after.load_kg):
        return
    heavier = change.after.load_kg / change.before.load_kg

    assert heavier <= 1.1 + 1e-9 or change.before.reps[1] > change.before.reps[0]


def test_every_exercise_done_easily_can_get_harder_or_is_the_hardest():
    stuck = [one for one in TRAINED if step(one, [EASY] * 3) is None]
    tops = {ladder.rungs[-1] for ladder in library().ladders.values() if not ladder.is_set}
    sets = {rung for one in library().ladders.values() if one.is_set for rung in one.rungs}

    assert set(stuck) <= tops | sets


def test_the_usual_dumbbells_go_up_in_steps():
    loads = usual_loads_kg(library().kit)["dumbbell"]

    assert next_up_kg(10, 10.25, loads) == 12
    assert next_up_kg(40, 41, loads) is None
    assert at_most_kg(19.5, loads) == 18
    assert at_most_kg(0.5, loads) is None


def test_a_runners_own_weights_come_first():
    squat = library().exercises["goblet_squat"]

    assert loads_for(squat, {"dumbbell"}, {"dumbbell": (8.0, 4.0)}) == (4.0, 8.0)
    assert loads_for(squat, set(), {"dumbbell": (8.0,)}) == ()


def test_jumps_climb_from_two_legs_to_one_and_from_the_spot_to_travelling_to_dropping():
    p = book().parameters("P10")
    places = {"forward_sl_hop": "travel", "drop_jump_20": "drop", "drop_jump_sl": "drop"}
    for name in ("plyo_ankle", "plyo_landing"):
        jumps = [
            library().exercises[rung]
            for rung in library().ladders[name].rungs
            if Role.PLYO in library().exercises[rung].roles
        ]
        order = [
            p.place_order.index(places.get(one.id, "in_place")) * len(p.legs_order)
            + p.legs_order.index("one_leg" if one.is_single_leg else "two_legs")
            for one in jumps
        ]

        assert order == sorted(order)


@pytest.mark.parametrize("name", TRAINED)
def test_a_step_without_weight_pulls_one_lever_and_changes_nothing_else(name):
    exercise = library().exercises[name]
    here = around(today=START)
    work = work_of(exercise, usual_dose(exercise))
    pulled = next_lever(work, exercise, here)
    while pulled is not None:
        lever, harder = pulled
        changed = {one for one in PARTS if getattr(harder, one) != getattr(work, one)}

        assert harder.levers == (*work.levers, lever)
        assert len(changed) <= 1
        work = harder
        pulled = next_lever(work, exercise, here)


def test_a_rung_that_is_held_is_not_gone_round_by_another_ladder():
    """The floor raise waits for a tendon: no other single-leg raise comes in its place."""
    exercise = library().exercises["calf_raise_dl_floor"]
    here = around(today=START)
    waits = replace(here, held={"calf_raise_sl_floor": "Achilles"})
    no_floor = replace(here, is_allowed=lambda one: one.id != "calf_raise_sl_floor")

    assert rung_above(exercise, here).id == "calf_raise_sl_floor"
    assert rung_above(exercise, waits) is None
    assert rung_above(exercise, no_floor) is not None


def test_what_one_exercise_says_in_two_ways_is_one_sign_for_a_lighter_week():
    def seen(name: str, *, falls: bool, missed: int) -> ExerciseState:
        return ExerciseState(
            exercise=name,
            sessions=4,
            last_day=START,
            since=START,
            asked=Dose(sets=3, reps=(8, 12), load_kg=20.0),
            load_kg=20.0,
            trend=Trend.FALLING if falls else Trend.STEADY,
            missed_sessions=missed,
        )

    def signs(*states: ExerciseState) -> int:
        return len(warnings_of(RunnerState(as_of=START, others=states), START))

    both = seen("goblet_squat", falls=True, missed=2)
    other = seen("romanian_deadlift", falls=False, missed=2)

    assert signs(both) == 1
    assert signs(both, other) == 2
    assert signs(other) == 1
    assert signs() == 0
