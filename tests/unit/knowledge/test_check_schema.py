"""What is told about values of the wrong shape, in words for the author of an entry."""

import json

import pytest
from jsonschema import Draft202012Validator

from runwright.knowledge.check_schema import kinds_with_schema
from tests.unit.knowledge.planted import GONE, ROOT, faults, said, shipped

SCHEMAS = sorted((ROOT / "src/runwright/knowledge/schemas").glob("*.schema.json"))
SQUAT = "exercises/squat"
CHAIR = "exercises/squat.yaml: sit_to_stand"

MISSHAPEN = {
    "a field that is missing": (
        (SQUAT, ("sit_to_stand", "level"), GONE),
        f"{CHAIR}, level: expected a value, got nothing; add 'level'.",
    ),
    "a field nobody knows": (
        (SQUAT, ("sit_to_stand", "colour"), "red"),
        f"{CHAIR}, colour: expected a field that is known here, got 'colour'; take it out.",
    ),
    "a word the field does not know": (
        (SQUAT, ("sit_to_stand", "sides"), "bothh"),
        f"{CHAIR}, sides: expected both, each or alternating, got 'bothh'; write 'both'.",
    ),
    "a word unlike all it knows": (
        (SQUAT, ("sit_to_stand", "sides"), "left"),
        (
            f"{CHAIR}, sides: expected both, each or alternating, got 'left'; "
            "write both, each or alternating."
        ),
    ),
    "a muscle that is misspelt": (
        (SQUAT, ("sit_to_stand", "primary_muscles", 0), "quadricep"),
        (
            f"{CHAIR}, primary_muscles[0]: expected a muscle, or a joint that is moved, "
            "got 'quadricep'; write 'quadriceps'."
        ),
    ),
    "a number in quotes": (
        (SQUAT, ("sit_to_stand", "level"), "1"),
        f"{CHAIR}, level: expected a whole number, got '1'; take the quotes off.",
    ),
    "text without quotes that YAML took for a number": (
        ("version", ("version",), 2026.1),
        (
            'version.yaml: version: expected year and number in quotes, such as "2026.1", '
            "got 2026.1; put it in quotes."
        ),
    ),
    "a number too high": (
        (SQUAT, ("sit_to_stand", "level"), 6),
        f"{CHAIR}, level: expected 5 or less, got 6; write 5 or less.",
    ),
    "a number too low": (
        (SQUAT, ("sit_to_stand", "tissue_load", "achilles"), -1),
        f"{CHAIR}, tissue_load.achilles: expected 0 or more, got -1; write 0 or more.",
    ),
    "a time of no length": (
        (SQUAT, ("sit_to_stand", "seconds_per_rep"), 0),
        f"{CHAIR}, seconds_per_rep: expected more than 0, got 0; write more than 0.",
    ),
    "a cue too long": (
        (SQUAT, ("sit_to_stand", "cues", 0), "Sit. " * 12 + "Stand."),
        f"{CHAIR}, cues[0]: expected at most 60 characters, got 66; take 6 away.",
    ),
    "one cue only": (
        (SQUAT, ("sit_to_stand", "cues"), ["Sit on the chair."]),
        f"{CHAIR}, cues: expected at least 2, got 1; add what is missing.",
    ),
    "five cues": (
        (SQUAT, ("sit_to_stand", "cues"), ["Sit.", "Lean.", "Stand.", "Wait.", "Again."]),
        f"{CHAIR}, cues: expected at most 4, got 5; take some away.",
    ),
    "a cue twice": (
        (SQUAT, ("sit_to_stand", "cues"), ["Stand up.", "Stand up."]),
        f"{CHAIR}, cues: expected each once, got 'Stand up.' twice; take one away.",
    ),
    "a range of three": (
        (SQUAT, ("sit_to_stand", "dose", "sets"), [1, 2, 3]),
        (
            f"{CHAIR}, dose.sets: expected a lowest and a highest whole number, such as [8, 12], "
            "got 3; take some away."
        ),
    ),
    "a voice that shouts": (
        (SQUAT, ("sit_to_stand", "feel"), "Your thighs!"),
        (
            f"{CHAIR}, feel: expected plain words for a runner, without an exclamation mark or "
            "space at either end, got 'Your thighs!'; rewrite it."
        ),
    ),
    "a tempo without quotes": (
        (SQUAT, ("sit_to_stand", "tempo"), 201),
        (
            f"{CHAIR}, tempo: expected a tempo in quotes, seconds down, pause and up such as "
            f'"2-0-1", '
            "or hold, easy or fast, got 201; put it in quotes."
        ),
    ),
    "a parameter by a name that is taken": (
        (
            "rules/schedule",
            ("S01", "parameters", "points"),
            {"value": 1, "unit": "", "basis": "trial", "sources": ["doma2013"]},
        ),  # one entry
        (
            "rules/schedule.yaml: S01, parameters.points: expected names of small letters, digits "
            "and underscores, and neither points nor weight, which every rule has anyway, got "
            "'points'; rename it."
        ),
    ),
    "a session that does not exist in a phase": (
        ("protocols/runwright", ("phases", "race", "week"), {"lihgt": 1}),
        (
            "protocols/runwright.yaml: runwright, phases.race.week.lihgt: expected heavy, "
            "heavy_jumps, foundation, short, light or jumps, got 'lihgt'; write 'light'."
        ),
    ),
    "a phase that is missing": (
        ("protocols/runwright", ("phases", "taper"), GONE),
        (
            "protocols/runwright.yaml: runwright, phases.taper: expected a value, got nothing; "
            "add 'taper'."
        ),
    ),
    "a statement neither encoded nor explained": (
        ("articles", ("rules", "s1-rom-loss-risk", "not_encoded_because"), None),
        (
            "articles.yaml: s1-rom-loss-risk, not_encoded_because: expected words without space at "
            "either end, got nothing; write words without space at either end."
        ),
    ),
    "a background source without its topic": (
        ("sources", ("blagrove2018", "used_by"), "background"),
        (
            "sources.yaml: blagrove2018, topic: expected a value beside 'used_by', got nothing; "
            "add 'topic'."
        ),
    ),
    "a closing question that does not say what closes": (
        ("safety", ("questions", "known_disease", "closing"), GONE),
        "safety.yaml: known_disease, closing: expected a value, got nothing; add 'closing'.",
    ),
    "another licence": (
        ("version", ("licence",), "MIT"),
        "version.yaml: licence: expected CC-BY-4.0, got 'MIT'; write CC-BY-4.0.",
    ),
    "points that are words": (
        ("weights", ("missing_heavy", "value"), "many"),
        (
            "weights.yaml: missing_heavy, value: expected points, or a map of names to points, "
            "got 'many'; write points, or a map of names to points."
        ),
    ),
    "planner's numbers without a why": (
        ("planner", ("selection", "why"), GONE),
        "planner.yaml: selection, why: expected a value, got nothing; add 'why'.",
    ),
    "a file that holds something else": (
        ("kit", (), {"chair": "Chair"}),
        "kit.yaml: expected a list, got a map of chair; write a list.",
    ),
    "an entry that is only a word": (
        ("regions", (0,), "knee"),
        (
            "regions.yaml: entry 1: expected a map of keys and values, got 'knee'; "
            "write a map of keys and values."
        ),
    ),
}


@pytest.mark.parametrize(("change", "sentence"), MISSHAPEN.values(), ids=MISSHAPEN)
def test_a_value_of_the_wrong_shape_is_told_in_one_sentence(change, sentence):
    assert sentence in said(change)


def test_a_field_under_a_wrong_name_is_missing_and_unknown():
    renamed = (SQUAT, ("sit_to_stand", "side"), "both")

    assert said((SQUAT, ("sit_to_stand", "sides"), GONE), renamed) == [
        f"{CHAIR}, sides: expected a value, got nothing; add 'sides'.",
        f"{CHAIR}, side: expected a field that is known here, got 'side'; write 'sides'.",
    ]


def test_a_fault_names_the_line_its_key_stands_in():
    fault = faults((SQUAT, ("sit_to_stand", "level"), 6))[0]
    line = shipped()[SQUAT].line_of((0, "level"))

    assert fault.line == line
    assert (
        "level: 1"
        in (ROOT / "src/runwright/knowledge/base/exercises/squat.yaml")
        .read_text("utf-8")
        .splitlines()[(line or 0) - 1]
    )


def test_a_new_number_of_the_planner_or_a_new_weight_of_the_same_shape_is_welcome():
    points = {"value": 3, "unit": "point", "basis": "coach_default", "why": "A matter of taste."}

    assert (
        said(
            ("planner", ("naps",), {"minutes": 20, "why": "Long enough to help."}),
            ("weights", ("missing_nap",), points),
            ("training", ("nap_min",), {**points, "unit": "min"}),
        )
        == []
    )


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.name)
def test_every_schema_is_a_schema(file):
    Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))

    assert json.loads(file.read_text("utf-8"))["$schema"].endswith("2020-12/schema")


def test_every_kind_of_file_has_a_schema():
    assert kinds_with_schema() == {document.kind for document in shipped().values()}
