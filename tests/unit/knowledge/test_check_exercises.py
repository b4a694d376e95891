"""What is told about exercises: doses that do not fit their kind, articles that do not agree."""

import pytest

from tests.unit.knowledge.planted import GONE, said

WRONG = {
    "a range the wrong way round": (
        ("exercises/squat", ("wall_sit", "dose", "hold_s"), [60, 20]),
        (
            "exercises/squat.yaml: wall_sit, dose.hold_s: expected the lower number first, "
            "got [60, 20]; write [20, 60]."
        ),
    ),
    "a dose that counts something else": (
        ("exercises/squat", ("wall_sit", "dose"), {"sets": [3, 3], "reps": [8, 12]}),
        (
            "exercises/squat.yaml: wall_sit, dose: expected hold_s for dose_kind hold, "
            "got sets and reps; add hold_s, or name the dose_kind it really has."
        ),
    ),
    "contacts without a count": (
        ("exercises/plyo", ("box_jump", "dose", "contacts"), GONE),
        (
            "exercises/plyo.yaml: box_jump, dose: expected contacts or hold_s for dose_kind "
            "contacts, got sets; add contacts or hold_s, or name the dose_kind it really has."
        ),
    ),
    "repetitions of no known length": (
        ("exercises/squat", ("goblet_squat", "seconds_per_rep"), None),
        (
            "exercises/squat.yaml: goblet_squat, seconds_per_rep: expected the seconds one "
            "repetition takes, got nothing; write them."
        ),
    ),
    "a hold with seconds per repetition": (
        ("exercises/squat", ("wall_sit", "seconds_per_rep"), 3.0),
        (
            "exercises/squat.yaml: wall_sit, seconds_per_rep: expected nothing for dose_kind hold, "
            "got 3.0; write null."
        ),
    ),
    "an exercise in another pattern's file": (
        ("exercises/squat", ("wall_sit", "pattern"), "hinge"),
        (
            "exercises/squat.yaml: wall_sit, pattern: expected 'squat', the name of the file, "
            "got 'hinge'; write 'squat', or move the exercise."
        ),
    ),
    "a static stretch that rule W01 cannot judge": (
        ("exercises/static", ("st_quad", "stretch"), GONE),
        (
            "exercises/static.yaml: st_quad, stretch: expected the muscles and seconds that rule "
            "W01 judges, got nothing; add stretch with muscles and hold_s."
        ),
    ),
    "a stretch longer than its dose": (
        ("exercises/static", ("st_quad", "stretch", "hold_s"), 45),
        (
            "exercises/static.yaml: st_quad, stretch.hold_s: expected 30, the longest hold of the "
            "dose, got 45; write the same in both."
        ),
    ),
    "an article that does not show the exercise": (
        ("exercises/squat", ("wall_sit", "articles"), ["S1"]),
        (
            "exercises/squat.yaml: wall_sit, articles: expected [S2], whose exercises in "
            "articles.yaml are this one, got [S1]; make the two agree."
        ),
    ),
    "a dose from an article about another exercise": (
        ("exercises/squat", ("wall_sit", "dose_basis", "articles"), ["s3-plank"]),
        (
            "exercises/squat.yaml: wall_sit, dose_basis.articles[0]: expected an article's words "
            "on this exercise, got 's3-plank', which is high_plank; "
            "name the slug whose exercise is this one."
        ),
    ),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_exercise_is_told_in_one_sentence(change, sentence):
    assert sentence in said(change)


def test_a_fault_of_shape_hides_no_fault_of_another_field():
    told = said(
        ("exercises/squat", ("wall_sit", "level"), "two"),
        ("exercises/squat", ("wall_sit", "dose", "hold_s"), [60, 20]),
    )

    assert len(told) == 2
