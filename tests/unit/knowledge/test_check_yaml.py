"""What is told about the writing of a file, before anybody asks what it means."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.knowledge.check_yaml import read_document
from tests.unit.knowledge.planted import shipped, texts

LOOK = "look at this line and the one above for a missing quote, colon or indent"

WRITTEN_WRONG = {
    "a bracket left open": (
        "- id: S01\n  sources: [doma2013\n",
        (
            "rules/x.yaml, line 3, column 1: expected YAML, got something else "
            f"(did not find expected ',' or ']'); {LOOK}."
        ),
    ),
    "a second document": (
        "a: 1\n---\nb: 1\n",
        (
            "rules/x.yaml, line 2, column 1: expected YAML, got something else "
            f"(but found another document); {LOOK}."
        ),
    ),
    "a tag that makes objects": (
        "a: !!python/name:os.system\n",
        (
            "rules/x.yaml, line 1, column 4: expected YAML, got something else (could not "
            f"determine a constructor for the tag 'tag:yaml.org,2002:python/name:os.system'); "
            f"{LOOK}."
        ),
    ),
    "a key twice": (
        "- id: S01\n  kind: hard\n  kind: soft\n",
        (
            "rules/x.yaml, line 3, column 3: S01, kind: expected each key once, got 'kind' again; "
            "keep this one or the one in line 2."
        ),
    ),
    "a number and its text as keys": (
        '- id: P11\n  weeks: {1: 15, "1": 12}\n',
        (
            "rules/x.yaml, line 2, column 18: P11, weeks.1: expected each key once, got '1' again; "
            "keep this one or the one in line 2."
        ),
    ),
    "a date that wanted to be text": (
        "- id: S01\n  since: 2026-01-01\n",
        (
            "rules/x.yaml, line 2: S01, since: expected text or a number, got 2026-01-01; "
            "put it in quotes."
        ),
    ),
    "not a number": (
        "- id: S01\n  weight: .nan\n",
        "rules/x.yaml, line 2: S01, weight: expected a number, got nan; write a finite one.",
    ),
    "a yes that YAML takes for true": (
        "- id: S01\n  yes: 1\n",
        "rules/x.yaml, line 1: S01: expected words as keys, got True; put the key in quotes.",
    ),
    "bytes that are no UTF-8": (
        "- id: S01\n  says: caf\udce9\n",
        (
            "rules/x.yaml, line 2: expected text in UTF-8, got bytes that are not; "
            "save the file as UTF-8."
        ),
    ),
}


@pytest.mark.parametrize(("text", "sentence"), WRITTEN_WRONG.values(), ids=WRITTEN_WRONG)
def test_a_fault_of_writing_is_told_with_its_line(text, sentence):
    document = read_document("rules/x", text)

    assert [str(fault) for fault in document.faults] == [sentence]


def test_all_faults_of_writing_in_a_file_are_told():
    document = read_document("rules/x", "- id: S01\n  a: 1\n  a: 2\n  b: 2020-01-01\n")

    assert [(fault.field, fault.line) for fault in document.faults] == [("a", 3), ("b", 4)]


def test_an_anchor_inside_itself_ends():
    document = read_document("rules/x", "- &whole [*whole]\n")

    assert [fault.do for fault in document.faults] == ["take the anchor out"]


def test_an_empty_file_says_nothing_and_has_no_fault_of_writing():
    document = read_document("rules/x", "# nothing but a comment\n")

    assert document.data is None
    assert document.faults == ()


def test_numbers_as_keys_become_text_as_json_has_them():
    document = read_document("weights", "relaxed_rule:\n  value: {1: 85, 2: 90}\n")

    assert document.data == {"relaxed_rule": {"value": {"1": 85, "2": 90}}}


@pytest.mark.parametrize("name", texts())
def test_shipped_data_survive_json_unchanged(name):
    data = shipped()[name].data

    assert json.loads(json.dumps(data)) == data


def test_a_line_is_that_of_the_key_or_the_nearest_part_around():
    document = read_document("rules/x", "- id: S01\n  sources:\n    - a\n    - b\n")

    assert document.line_of((0,)) == 1
    assert document.line_of((0, "sources", 1)) == 4
    assert document.line_of((0, "weight")) == 1
    assert document.line_of((7,)) == 1


@given(st.text(max_size=80))
def test_any_text_gives_data_or_faults_and_never_a_crash(text):
    document = read_document("rules/x", text)

    assert json.loads(json.dumps(document.data)) == document.data or document.faults
