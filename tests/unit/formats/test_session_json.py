"""Scripts and performed sessions: written and read back alike, described, and refused in words."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
    SkippedItem,
)
from runwright.domain.runner import Side
from runwright.formats.session_json import (
    performed_schema,
    performed_text,
    read_performed,
    script_schema,
)
from runwright.formats.values_json.document import DocumentError

SCHEMAS = Path(__file__).parents[3] / "schemas"
BEGUN = datetime(2026, 8, 24, 17, 5, tzinfo=UTC)

counts = st.none() | st.integers(0, 200)
words = st.text(max_size=40)
moments = st.integers(0, 7200).map(lambda s: BEGUN + timedelta(seconds=s))
sets = st.builds(
    PerformedSet,
    label=words,
    exercise=words,
    number=st.integers(1, 9),
    ended_at=moments,
    side=st.none() | st.sampled_from(Side),
    is_ramp=st.booleans(),
    reps=counts,
    hold_s=counts,
    distance_m=counts,
    contacts=counts,
    load_kg=st.none() | st.floats(0, 300),
    rir=st.none() | st.integers(0, 10),
)
pains = st.builds(
    PerformedPain,
    region=words,
    pain_0_10=st.integers(0, 10),
    told_at=moments,
    label=words,
    side=st.none() | st.sampled_from(Side),
)
sessions = st.builds(
    PerformedSession,
    schema_version=st.just(PERFORMED_SCHEMA_VERSION),
    id=st.uuids().map(str),
    script=words,
    minutes=st.integers(1, 120),
    started_at=st.just(BEGUN),
    ended_at=moments,
    ended=st.sampled_from(Ended),
    sets=st.lists(sets, max_size=4).map(tuple),
    pains=st.lists(pains, max_size=2).map(tuple),
    skipped=st.lists(st.builds(SkippedItem, label=words, exercise=words, because=words)).map(tuple),
    effort_0_10=st.none() | st.integers(0, 10),
    note=words,
)


@given(session=sessions)
def test_a_performed_session_comes_back_as_it_was_and_keeps_to_its_schema(session):
    text = performed_text(session)

    assert read_performed(text, source="phone") == session
    assert not list(
        Draft202012Validator(json.loads(performed_schema())).iter_errors(json.loads(text))
    )


@pytest.mark.parametrize(
    ("name", "made"),
    [("performed.schema.json", performed_schema), ("script.schema.json", script_schema)],
)
def test_the_schemas_that_are_kept_are_the_ones_that_are_made(name, made):
    how = f"from runwright.formats.session_json import {made.__name__} as s; print(s(), end='')"

    assert (SCHEMAS / name).read_text("utf-8") == made(), f'python -c "{how}" > schemas/{name}'


def performed(**other):
    told = {"script": "2026-08-24-heavy", "minutes": 30, "ended": Ended.DONE, "id": "a"}
    times = {"started_at": BEGUN, "ended_at": BEGUN + timedelta(minutes=30)}
    return PerformedSession(schema_version=PERFORMED_SCHEMA_VERSION, **{**told, **times, **other})


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("{", "cut off"),
        ("[]", "JSON object"),
        ('{"schema_version": "9"}', "expected version 1"),
    ],
)
def test_a_text_that_is_no_session_is_refused_with_the_reason(broken, words):
    with pytest.raises(DocumentError, match=words):
        read_performed(broken, source="phone")


def test_every_mistake_of_a_session_is_told_with_its_place():
    told = json.loads(performed_text(performed()))
    told |= {"effort_0_10": "hard", "started_at": "2026-08-24T17:05:00", "mood": 3}

    with pytest.raises(DocumentError) as caught:
        read_performed(json.dumps(told), source="phone")

    assert [fault.where for fault in caught.value.faults] == ["", "started_at", "effort_0_10"]
    assert "with its zone" in str(caught.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"effort_0_10": 11},
        {"ended_at": BEGUN - timedelta(seconds=1)},
    ],
)
def test_what_cannot_have_been_is_refused(wrong):
    with pytest.raises(ValueOutOfRangeError):
        performed(**wrong)


def test_load_of_a_session_is_effort_times_minutes_and_zero_effort_is_a_value():
    assert performed(effort_0_10=6).srpe_load_au == 180
    assert performed(effort_0_10=0).srpe_load_au == 0
    assert performed().srpe_load_au is None
