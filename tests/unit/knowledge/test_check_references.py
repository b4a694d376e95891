"""What is told about ids: given twice, or named and nowhere given."""

import pytest

from tests.unit.knowledge.planted import faults, said, shipped

SOURCE = "expected a source that exists, got 'no_such_thing'"
IN_SOURCES = "add it to sources.yaml, or name one that is there"

UNKNOWN = {
    "a misspelt exercise gets the nearest right word": (
        ("exercises/squat", ("squat_bodyweight", "easier"), "sit_to_stnd"),
        (
            "exercises/squat.yaml: squat_bodyweight, easier: expected an exercise that exists, "
            "got 'sit_to_stnd'; write 'sit_to_stand'."
        ),
    ),
    "an exercise unlike any other": (
        ("ladders", ("drills_smr", "rungs", 0), "handstand"),
        (
            "ladders.yaml: drills_smr, rungs[0]: expected an exercise that exists, got "
            "'handstand'; add it to exercises/, or name one that is there."
        ),
    ),
    "a source of a rule": (
        ("rules/schedule", ("S01", "sources", 4), "no_such_thing"),
        f"rules/schedule.yaml: S01, sources[4]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a number": (
        ("rules/schedule", ("S01", "parameters", "min_gap_h", "sources"), ["no_such_thing"]),
        f"rules/schedule.yaml: S01, parameters.min_gap_h.sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of an exercise": (
        ("exercises/squat", ("sit_to_stand", "sources"), ["no_such_thing"]),
        f"exercises/squat.yaml: sit_to_stand, sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a dose": (
        ("exercises/squat", ("sit_to_stand", "dose_basis", "sources"), ["no_such_thing"]),
        f"exercises/squat.yaml: sit_to_stand, dose_basis.sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a norm": (
        ("tests", ("knee_to_wall", "norms", 0, "support", "sources"), ["no_such_thing"]),
        f"tests.yaml: knee_to_wall, norms[0].support.sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a measurement error": (
        ("tests", ("knee_to_wall", "error", "support", "sources"), ["no_such_thing"]),
        f"tests.yaml: knee_to_wall, error.support.sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a lower start": (
        ("tests", ("push_up", "start", "support", "sources"), ["no_such_thing"]),
        f"tests.yaml: push_up, start.support.sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a question": (
        ("safety", ("questions", "fever", "support", "sources"), ["no_such_thing"]),
        f"safety.yaml: fever, support.sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a claim": (
        ("claims", ("may", "economy", "sources", 0), "no_such_thing"),
        f"claims.yaml: economy, sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of what we never say": (
        ("claims", ("may_not", "diagnosis", "sources", 0), "no_such_thing"),
        f"claims.yaml: diagnosis, sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a number of training": (
        ("training", ("ewma_long_days", "sources"), ["no_such_thing"]),
        f"training.yaml: ewma_long_days, sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a source of a protocol": (
        ("protocols/runwright", ("sources", 0), "no_such_thing"),
        f"protocols/runwright.yaml: runwright, sources[0]: {SOURCE}; {IN_SOURCES}.",
    ),
    "a slug of a slot": (
        ("protocols/rei", ("templates", 0, "slots", 0, "articles", 0), "s3-handstand"),
        (
            "protocols/rei.yaml: rei, templates[0].slots[0].articles[0]: expected a slug of an "
            "article that exists, got 's3-handstand'; add it to articles.yaml, or name one that "
            "is there."
        ),
    ),
    "an article of a protocol": (
        ("protocols/rei", ("article",), "S9"),
        (
            "protocols/rei.yaml: rei, article: expected an article that exists, got 'S9'; "
            "add it to articles.yaml, or name one that is there."
        ),
    ),
    "a rule of a statement": (
        ("articles", ("rules", "s1-strength-2-3x", "encoded_in", 1), "D99"),
        (
            "articles.yaml: s1-strength-2-3x, encoded_in[1]: expected a rule that exists, got "
            "'D99'; add it to rules/, or name one that is there."
        ),
    ),
    "the exercise an article shows": (
        ("articles", ("exercises", "s3-plank", "exercise"), "hi_plank"),
        (
            "articles.yaml: s3-plank, exercise: expected an exercise that exists, got 'hi_plank'; "
            "write 'high_plank'."
        ),
    ),
    "kit of an exercise": (
        ("exercises/squat", ("goblet_squat", "equipment"), [["dumbell"]]),
        (
            "exercises/squat.yaml: goblet_squat, equipment[0][0]: expected a piece of kit that "
            "exists, got 'dumbell'; write 'dumbbell'."
        ),
    ),
    "kit that kit implies": (
        ("kit", ("two_dumbbells", "implies"), ["dumbell"]),
        (
            "kit.yaml: two_dumbbells, implies[0]: expected a piece of kit that exists, "
            "got 'dumbell'; write 'dumbbell'."
        ),
    ),
    "kit of the planner": (
        ("planner", ("second_best_heavy", "kit", 0), "barbel"),
        (
            "planner.yaml: second_best_heavy, kit[0]: expected a piece of kit that exists, "
            "got 'barbel'; write 'barbell'."
        ),
    ),
    "what a home test needs": (
        ("tests", ("knee_to_wall", "equipment", 1), "tape"),
        (
            "tests.yaml: knee_to_wall, equipment[1]: expected a thing a home test needs that "
            "exists, got 'tape'; add it to kit.yaml, or name one that is there."
        ),
    ),
    "a region that hurts": (
        ("exercises/squat", ("sit_to_stand", "pain", "good"), [{"region": "patelofemoral"}]),
        (
            "exercises/squat.yaml: sit_to_stand, pain.good[0].region: expected a region that "
            "exists, got 'patelofemoral'; write 'patellofemoral'."
        ),
    ),
    "a gate of an exercise": (
        ("exercises/plyo", ("pogo_dl", "gates"), ["S01"]),
        (
            "exercises/plyo.yaml: pogo_dl, gates[0]: expected a gate that exists, got 'S01'; "
            "add it to rules/, or name one that is there."
        ),
    ),
    "a rule of a home test": (
        ("tests", ("knee_to_wall", "rule"), "A99"),
        (
            "tests.yaml: knee_to_wall, rule: expected a rule that exists, got 'A99'; "
            "add it to rules/, or name one that is there."
        ),
    ),
    "a pattern a test may influence": (
        ("tests", ("knee_to_wall", "may_influence", "patterns", 0), "mob_ancle"),
        (
            "tests.yaml: knee_to_wall, may_influence.patterns[0]: expected a pattern that exists, "
            "got 'mob_ancle'; write 'mob_ankle'."
        ),
    ),
    "a pattern of an area": (
        ("protocols/runwright", ("areas", "foot", "patterns", 1), "ancle"),
        (
            "protocols/runwright.yaml: runwright, areas[12].patterns[1]: expected a pattern that "
            "exists, got 'ancle'; write 'ankle'."
        ),
    ),
    "an exercise of a slot": (
        ("protocols/rei", ("templates", "few_minutes", "slots", 1, "one_of", 0), "pushup"),
        (
            "protocols/rei.yaml: rei, templates[3].slots[1].one_of[0]: expected an exercise that "
            "exists, got 'pushup'; write 'push_up'."
        ),
    ),
    "an exercise of the warm-up": (
        ("protocols/rei", ("warm_up", 0), "wu_brisk_wlk"),
        (
            "protocols/rei.yaml: rei, warm_up[0]: expected an exercise that exists, "
            "got 'wu_brisk_wlk'; write 'wu_brisk_walk'."
        ),
    ),
    "a rule of a correction": (
        ("protocols/rei", ("corrections", 0, "rule"), "D98"),
        (
            "protocols/rei.yaml: rei, corrections[0].rule: expected a rule that exists, got 'D98'; "
            "add it to rules/, or name one that is there."
        ),
    ),
    "a question that an answer opens": (
        ("safety", ("questions", "cleared_for_exercise", "opens", 0), "known_diseases"),
        (
            "safety.yaml: cleared_for_exercise, opens[0]: expected a question that exists, "
            "got 'known_diseases'; write 'known_disease'."
        ),
    ),
    "a claim to say instead": (
        ("claims", ("may_not", "diagnosis", "say_instead"), "diagnosis"),
        (
            "claims.yaml: diagnosis, say_instead: expected a claim we may make that exists, "
            "got 'diagnosis'; add it to claims.yaml, or name one that is there."
        ),
    ),
    "an exercise inside a parameter": (
        ("rules/dose", ("D13", "parameters", "tier_1_exercises", "value", 4), "sideplank"),
        (
            "rules/dose.yaml: D13, parameters.tier_1_exercises.value[4]: expected an exercise that "
            "exists, got 'sideplank'; write 'side_plank'."
        ),
    ),
    "a question inside a parameter": (
        ("rules/gates", ("G02", "parameters", "red_flags", "value", 9), "fevr"),
        (
            "rules/gates.yaml: G02, parameters.red_flags.value[9]: expected a question that "
            "exists, got 'fevr'; write 'fever'."
        ),
    ),
}

TWICE = {
    "a source": (("sources", ("balsalobre2016", "key"), "blagrove2018"), "source"),
    "a rule in two files": (("rules/schedule", ("S05", "id"), "D05"), "rule"),
    "an exercise": (("exercises/squat", ("wall_sit", "id"), "push_up"), "exercise"),
    "a ladder": (("ladders", ("hinge", "id"), "deadlift"), "ladder"),
    "a home test": (("tests", ("push_up", "id"), "side_plank"), "home test"),
    "a question": (("safety", ("questions", "fever", "id"), "pregnant"), "question"),
    "a region": (("regions", ("shin", "id"), "arch"), "region"),
    "a piece of kit": (("kit", ("box", "id"), "bench"), "kit"),
    "a claim": (("claims", ("may_not", "diagnosis", "id"), "economy"), "claim"),
    "a protocol": (("protocols/rei", ("id",), "rebound"), "protocol"),
    "a statement and an exercise of articles": (
        ("articles", ("exercises", "s3-plank", "slug"), "s3-supersets"),
        "slug",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_id_that_nothing_has_is_told_with_the_nearest_or_where_to_add_it(change, sentence):
    assert sentence in said(change)


@pytest.mark.parametrize(("change", "thing"), TWICE.values(), ids=TWICE)
def test_an_id_given_twice_is_told_with_the_place_of_the_first(change, thing):
    value = change[2]
    told = [sentence for sentence in said(change) if f"expected each {thing} once" in sentence]

    assert len(told) == 1
    assert f"got '{value}' again; rename it, or the first one in " in told[0]


def test_the_first_of_two_is_named_with_its_line():
    fault = next(
        fault
        for fault in faults(("regions", ("shin", "id"), "arch"))
        if fault.expected == "each region once"
    )
    first = shipped()["regions"]
    at = next(at for at, entry in enumerate(first.data) if entry["id"] == "arch")

    assert (
        fault.do == f"rename it, or the first one in regions.yaml, line {first.line_of((at, 'id'))}"
    )


def test_a_value_of_the_wrong_shape_is_not_told_again_as_an_unknown_id():
    told = said(("exercises/squat", ("squat_bodyweight", "easier"), "Sit to stand"))

    assert told == [
        (
            "exercises/squat.yaml: squat_bodyweight, easier: expected the id of the exercise one "
            "rung down, or null, got 'Sit to stand'; rewrite it."
        )
    ]
