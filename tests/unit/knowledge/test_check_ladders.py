"""What is told about ladders: rungs that fall, ways down in a ring, exercises left out."""

import pytest

from tests.unit.knowledge.planted import GONE, faults_of, said, shipped

WRONG = {
    "a rung easier than the one below": (
        [("ladders", ("squat_hold", "rungs"), ["sit_to_stand", "wall_sit", "squat_bodyweight"])],
        (
            "ladders.yaml: squat_hold, rungs[2]: expected level 2 or more after 'wall_sit', "
            "got 'squat_bodyweight' of level 1; put the rungs in order, or correct a level."
        ),
    ),
    "an easier exercise of a higher level": (
        [("exercises/squat", ("squat_bodyweight", "easier"), "back_squat")],
        (
            "exercises/squat.yaml: squat_bodyweight, easier: expected an exercise of level 1 or "
            "lower, got 'back_squat' of level 4; name an easier one, or correct a level."
        ),
    ),
    "a way down that ends where it began": (
        [("exercises/squat", ("sit_to_stand", "easier"), "squat_bodyweight")],
        (
            "exercises/squat.yaml: sit_to_stand, easier: expected a way down that ends, got "
            "sit_to_stand to squat_bodyweight to sit_to_stand; "
            "name an easier one that does not lead back here."
        ),
    ),
    "an exercise easier than itself": (
        [("exercises/squat", ("sit_to_stand", "easier"), "sit_to_stand")],
        (
            "exercises/squat.yaml: sit_to_stand, easier: expected a way down that ends, got "
            "sit_to_stand to sit_to_stand; name an easier one that does not lead back here."
        ),
    ),
    "an exercise on no ladder": (
        [("ladders", ("drills_hip_abd",), GONE)],
        (
            "exercises/hip_abd.yaml: side_lying_abduction: expected a place on a ladder or in a "
            "set, got none; add it to the rungs of one in ladders.yaml."
        ),
    ),
    "an easier one that is not the rung below": (
        [("exercises/squat", ("wall_sit", "easier"), "sit_to_stand")],
        (
            "exercises/squat.yaml: wall_sit, easier: expected the rung right below on one of its "
            "ladders, got 'sit_to_stand'; put 'sit_to_stand' below 'wall_sit' on a ladder, or "
            "name the rung that is there."
        ),
    ),
    "a rung above the first without an easier one": (
        [("exercises/squat", ("wall_sit", "easier"), None)],
        (
            "exercises/squat.yaml: wall_sit, easier: expected the rung right below on one of its "
            "ladders, got nothing; write squat_bodyweight."
        ),
    ),
    "a ladder of one rung": (
        [
            ("ladders", ("drills_smr", "rungs"), ["smr_calf"]),
            ("ladders", ("drills_smr", "kind"), "ladder"),
        ],
        (
            "ladders.yaml: drills_smr, rungs: expected two rungs or more, got 'smr_calf'; "
            "add the next rung, or write kind: set."
        ),
    ),
    "a ladder of another pattern than its top": (
        [("ladders", ("squat_hold", "pattern"), "hinge")],
        (
            "ladders.yaml: squat_hold, pattern: expected squat, the pattern of its top rung, "
            "got 'hinge'; write squat."
        ),
    ),
    "a set of another pattern than its exercises": (
        [("ladders", ("drills_smr", "pattern"), "static")],
        (
            "ladders.yaml: drills_smr, pattern: expected smr, the pattern of its exercises, "
            "got 'static'; write smr."
        ),
    ),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_ladder_is_told_in_one_sentence(changes, sentence):
    assert sentence in said(*changes)


def test_a_set_needs_no_order():
    rungs = shipped()["ladders"].data
    drills = next(entry["rungs"] for entry in rungs if entry["id"] == "drills_mob_hip")

    assert said(("ladders", ("drills_mob_hip", "rungs"), drills[::-1])) == []


def test_a_lost_file_of_ladders_is_told_once_and_not_for_every_exercise():
    documents = {name: one for name, one in shipped().items() if name != "ladders"}

    assert [str(fault) for fault in faults_of(documents)] == [
        "ladders.yaml: expected a file of this kind, got none; add it."
    ]
