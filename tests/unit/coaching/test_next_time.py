"""What the next script asks for: the plan's dose, at what was earned and agreed on."""

from datetime import timedelta
from typing import Any

from runwright.coaching.agreed import Agreed, agreed
from runwright.coaching.fold import folded
from runwright.coaching.next_time import next_time
from runwright.domain.progress import Lever
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.session import Dose
from tests.unit.coaching.logs import START, book, library, told_of
from tests.unit.coaching.situation import around

SQUAT = "goblet_squat"
DOSE = {"sets": 3, "reps": (8, 12), "rir": 3}
LATER = START + timedelta(days=4)


def asked_next(did: dict[str, Any], dose: Dose, yes_to: Agreed | None = None, **given: Any) -> Work:
    told = told_of(SQUAT, DOSE, [did])
    state = folded(told, library(), book(), as_of=LATER).exercise(SQUAT)
    exercise = library().exercises[SQUAT]
    return next_time(dose, exercise, state, yes_to, around(today=LATER, **given))


def same(**other: Any) -> Dose:
    return Dose(**{**DOSE, **other})


def test_the_weight_of_the_last_time_comes_again():
    assert asked_next({"reps": 10, "load_kg": 20.0, "rir": 3}, same()).load_kg == 20


def test_the_first_time_the_runner_chooses():
    exercise = library().exercises[SQUAT]

    assert next_time(same(), exercise, None, None, around(today=LATER)).load_kg is None


def test_what_was_agreed_on_since_comes_first_and_the_plan_still_says_the_reserve():
    yes_to = Agreed(work=Work(says="", exercise=SQUAT, reps=(8, 12), load_kg=22.0), on=LATER)
    asked = asked_next({"reps": 12, "load_kg": 20.0, "rir": 3}, same(sets=2), yes_to)

    assert (asked.load_kg, asked.reps, asked.sets) == (22, (8, 12), 2)


def test_what_was_agreed_on_before_gives_way_to_what_was_done_since():
    yes_to = Agreed(work=Work(says="", exercise=SQUAT, load_kg=22.0), on=START - timedelta(days=9))

    assert asked_next({"reps": 9, "load_kg": 18.0, "rir": 3}, same(), yes_to).load_kg == 18


def test_fewer_repetitions_take_a_heavier_weight_but_a_tenth_at_most():
    did = {"reps": 12, "load_kg": 20.0, "rir": 4}

    assert asked_next(did, same(reps=(3, 6), rir=2)).load_kg == 22
    assert asked_next({**did, "reps": 8, "rir": 1}, same(reps=(5, 8))).load_kg <= 20


def test_fewer_repetitions_take_no_heavier_weight_where_nothing_may_get_harder():
    did = {"reps": 12, "load_kg": 20.0, "rir": 4}
    heavy = same(reps=(3, 6), rir=2)

    assert asked_next(did, heavy, frozen="You slept 6.2 h a night.").load_kg == 20
    assert asked_next(did, heavy, held={SQUAT: "Your knee was amber."}).load_kg == 20


def test_more_repetitions_take_a_lighter_weight():
    assert asked_next({"reps": 8, "load_kg": 20.0, "rir": 2}, same(reps=(12, 15))).load_kg < 20


def test_more_repetitions_than_planned_stay_until_the_phase_changes():
    work = Work(says="", exercise=SQUAT, reps=(8, 15), load_kg=20.0, levers=(Lever.REPS,))
    yes_to = Agreed(work=work, on=LATER)
    did = {"reps": 12, "load_kg": 20.0, "rir": 3}

    assert asked_next(did, same(), yes_to).reps == (8, 15)
    assert asked_next(did, same(reps=(5, 8)), yes_to).reps == (5, 8)
    assert asked_next(did, same(reps=(5, 8)), yes_to).levers == ()


def decided(about: str, to: str, day: int, kind=ChangeKind.STEP_UP, *, yes=True) -> Decided:
    change = Change(
        kind=kind,
        about=about,
        rule="P03",
        because="",
        first_day=START,
        after=Work(says="", exercise=to),
    )
    return Decided(
        proposal=Proposal(id=f"{about}-{to}", title="", changes=(change,)),
        decision=Decision.ACCEPTED if yes else Decision.DECLINED,
        decided_on=START + timedelta(days=day),
    )


def standing(*decisions: Decided) -> dict[str, str]:
    return {name: one.work.exercise for name, one in agreed(decisions).items()}


def test_a_step_up_the_ladder_stands_in_the_place_of_the_planned_one():
    up = decided("push_up", "push_up_loaded", 1)

    assert standing(up) == {"push_up": "push_up_loaded"}
    assert standing(up, decided("push_up", "x", 2, yes=False)) == {"push_up": "push_up_loaded"}


def test_two_steps_up_stand_for_the_first_and_a_step_back_down_takes_one_away():
    first = decided("knee_push_up", "push_up", 1)
    second = decided("push_up", "push_up_loaded", 2)
    back = decided("push_up_loaded", "push_up", 3, ChangeKind.STEP_DOWN)

    assert standing(first, second)["knee_push_up"] == "push_up_loaded"
    assert standing(back, second, first)["knee_push_up"] == "push_up"
    assert standing(back, second, first)["push_up"] == "push_up"


def test_a_swap_for_pain_is_not_for_good():
    assert standing(decided("push_up", "knee_push_up", 1, ChangeKind.SWAP)) == {}
