"""What the knowledge base names by an id has a name a runner reads."""

from runwright.formats.library_words.conditions import CONDITIONS
from runwright.formats.library_words.muscles import MUSCLES, muscle_names
from runwright.formats.library_words.rules import FAMILIES, KINDS, value_words
from runwright.formats.library_words.units import UNITS, with_unit
from runwright.knowledge.library import load_library


def test_every_muscle_has_a_name():
    exercises = load_library().exercises.values()
    named = {name for one in exercises for name in (*one.primary_muscles, *one.secondary_muscles)}

    assert named <= MUSCLES.keys()
    assert muscle_names(("soleus", "grip")) == "Deep calf (soleus), grip"
    assert muscle_names(()) == ""


def test_every_condition_has_a_name():
    exercises = load_library().exercises.values()
    named = {
        name
        for one in exercises
        for name in one.avoid_conditions | one.caution_conditions | one.good_conditions
    }

    assert named == CONDITIONS.keys()


def test_every_family_and_kind_of_rule_has_a_name():
    rules = load_library().rules.values()

    assert {one.family for one in rules} == FAMILIES.keys()
    assert {one.kind for one in rules} <= KINDS.keys()


def test_values_read_as_words():
    assert value_words(value=True) == "yes"
    assert value_words((8, 12)) == "8, 12"
    assert value_words({"tendon": 3.5}) == "tendon: 3.5"
    assert value_words({"bone": "bone", "muscle": "joint"}) == "bone, muscle: joint"


def test_every_unit_is_said_in_words_or_as_its_sign():
    parameters = [one for rule in load_library().rules.values() for one in rule.parameters]

    assert {one.unit for one in parameters} - UNITS.keys() <= {"", "h", "s", "min", "km", "cm"}
    assert [with_unit("1", "week"), with_unit("8 to 12", "rep"), with_unit("24", "h")] == [
        "1 week",
        "8 to 12 repetitions",
        "24 h",
    ]
