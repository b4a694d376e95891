"""plan.json: written small and steady, read back the same, and said in words when it is wrong."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from runwright.domain.calendar import Window
from runwright.domain.plan import SeasonPlan
from runwright.domain.runner import DayAvailability
from runwright.domain.session import Dose
from runwright.formats.plan_json import (
    BrokenPlanError,
    PlanFaultsError,
    PlanFileError,
    PlanVersionError,
    from_json,
    schema_text,
    to_json,
)
from tests.plans import MONDAY, season_plan, with_day
from tests.unit.formats.plan_strategies import plans

SCHEMA = Path(__file__).parents[3] / "schemas" / "plan.schema.json"
KB = 1024
MORE = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def plan() -> SeasonPlan:
    return season_plan()


@pytest.fixture(scope="module")
def data(plan: SeasonPlan) -> dict[str, Any]:
    return json.loads(to_json(plan))


def read(data: object) -> SeasonPlan:
    return from_json(json.dumps(data), source="plan.json")


def fresh(data: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(data))


@MORE
@given(plans)
def test_a_plan_comes_back_the_same(plan):
    text = to_json(plan)
    again = from_json(text, source="plan.json")

    assert again == plan
    assert to_json(again) == text


@MORE
@given(plans)
def test_every_written_plan_keeps_to_the_schema(plan):
    faults = list(
        Draft202012Validator(json.loads(schema_text())).iter_errors(json.loads(to_json(plan)))
    )

    assert faults == []


def test_a_season_comes_back_the_same(plan):
    assert from_json(to_json(plan), source="plan.json") == plan


def test_a_season_of_24_weeks_takes_120_kb_at_most(plan):
    assert len(to_json(plan).encode()) <= 120 * KB


def test_the_same_plan_gives_the_same_bytes():
    assert to_json(season_plan()).encode() == to_json(season_plan()).encode()


def test_what_repeats_is_written_once(plan, data):
    sessions = sum(day.session is not None for week in plan.weeks for day in week.days)
    for table in ("blocks", "exercises", "routines", "reasons"):
        texts = [json.dumps(one, sort_keys=True) for one in data[table].values()]

        assert len(set(texts)) == len(texts)
        assert len(texts) < sessions


def test_only_days_that_differ_from_their_weekday_say_what_they_offer(plan):
    other = replace(
        plan.weeks[0].days[2], available=DayAvailability(minutes=5, windows=(Window(60, 90),))
    )
    data = json.loads(to_json(with_day(plan, other)))
    saying = [day["day"] for week in data["weeks"] for day in week["days"] if "available" in day]

    assert saying == [other.day.isoformat()]


def test_zero_is_written_and_what_is_not_told_is_left_out(plan, data):
    body_weight = data["exercises"]["calf_raise_sl_step_1"]["dose"]
    to_failure = Dose(sets=1, rir=0)
    session = plan.weeks[0].days[0].session
    block = session.blocks[0]
    item = replace(block.items[0], dose=to_failure)
    day = replace(
        plan.weeks[0].days[0],
        session=replace(session, blocks=(replace(block, items=(item,)),), variants=()),
    )
    text = to_json(with_day(plan, day))

    assert body_weight["load_kg"] == 0.0
    assert '{"sets":1,"rir":0}' in text
    assert "null" not in text


def test_the_schema_in_the_repository_is_the_one_of_the_code():
    how = "from runwright.formats.plan_json import schema_text; print(schema_text(), end='')"

    assert SCHEMA.read_text("utf-8") == schema_text(), (
        f'python -c "{how}" > schemas/plan.schema.json'
    )


def test_the_schema_is_a_schema_with_a_version_and_no_host():
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)

    assert schema["$id"] == "urn:runwright:plan:1"
    assert schema["properties"]["schema_version"]["const"] == "1"


@pytest.mark.parametrize("version", ["2", 1, None])
def test_another_version_is_named_with_the_one_that_is_read(data, version):
    with pytest.raises(PlanVersionError) as caught:
        read(data | {"schema_version": version})

    said = str(caught.value)
    assert caught.value.code == "plan.version"
    assert "plan.json" in said
    assert "version '1'" in said
    assert "Make the plan again" in said


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1, 2]", "null", '"plan"', "[" * 100_000, '{"schema_version": ' + "9" * 5000 + "}"],
)
def test_what_is_not_a_plan_at_all_is_said_in_words(text):
    with pytest.raises(PlanFileError) as caught:
        from_json(text, source="plan.json")

    assert str(caught.value).startswith("plan.json")
    assert caught.value.code.startswith("plan.")


def test_a_file_that_was_cut_off_names_the_line(plan):
    text = to_json(plan)
    with pytest.raises(BrokenPlanError) as caught:
        from_json(text[: len(text) // 2], source="plan.json")

    assert caught.value.line is not None
    assert f"line {caught.value.line}" in str(caught.value)


def test_every_mistake_is_told_at_once_with_its_place(data):
    broken = fresh(data)
    del broken["weeks"][3]["days"][0]["session"]["title"]
    broken["weeks"][0]["phase"] = "foundatoin"
    broken["weeks"][1]["days"][0]["day"] = "31 August"
    broken["objective"]["total"] = "many"
    broken["exercises"]["goblet_squat_1"]["dose"]["rir"] = 11
    broken["notse"] = []
    with pytest.raises(PlanFaultsError) as caught:
        read(broken)

    by_place = {fault.where: fault.says for fault in caught.value.faults}
    assert len(by_place) == 6
    assert "Did you mean 'notes'?" in by_place[""]
    assert "missing" in by_place["weeks[3].days[0].session.title"]
    assert "Did you mean 'foundation'?" in by_place["weeks[0].phase"]
    assert "a date such as" in by_place["weeks[1].days[0].day"]
    assert by_place["objective.total"] == "expected a whole number, found 'many'."
    assert "0 to 10" in by_place["exercises.goblet_squat_1.dose"]
    assert "6 mistakes" in str(caught.value)


def test_a_name_that_leads_nowhere_is_told_with_the_nearest(data):
    broken = fresh(data)
    broken["weeks"][0]["days"][0]["session"]["blocks"][1] = "A_999"
    broken["weeks"][0]["days"][2]["extras"][0]["routine"] = "mobilty_1"
    broken["blocks"]["A_1"]["items"][0] = "A goblet_sqat_1"
    with pytest.raises(PlanFaultsError) as caught:
        read(broken)

    said = {fault.where: fault.says for fault in caught.value.faults}
    assert "'A_999' is not written in this file" in said["weeks[0].days[0].session.blocks[1]"]
    assert "Did you mean 'mobility_1'?" in said["weeks[0].days[2].extras[0].routine"]
    assert "Did you mean 'goblet_squat_1'?" in said["blocks.A_1.items[0]"]


def test_a_day_without_minutes_and_without_usual_days_is_told(data):
    broken = fresh(data) | {"usual_days": []}
    with pytest.raises(PlanFaultsError) as caught:
        read(broken)

    assert caught.value.faults[0].where == "weeks[0].days[0].available"
    assert "and 148 more" in str(caught.value)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_neither_written_nor_read(plan, data, number):
    broken = fresh(data)
    broken["weeks"][0]["run_km"] = number
    with pytest.raises(PlanFaultsError, match="expected a number"):
        read(broken)

    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(replace(plan, weeks=(replace(plan.weeks[0], run_km=number),)))


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(place for key, one in inner for place in _places(one, (*path, key)))]


SHORT = json.loads(to_json(season_plan(2)))
PLACES = _places(SHORT)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=200)
@given(st.sampled_from(PLACES[1:]), json_values)
def test_a_value_changed_anywhere_gives_a_plan_or_a_named_mistake(place, value):
    changed = fresh(SHORT)
    inner = changed
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value

    assert outcome(json.dumps(changed)) in {"plan", "plan.version", "plan.faults"}


@given(st.text(max_size=40))
def test_any_text_gives_a_plan_or_a_named_mistake(text):
    assert outcome(text) in {"plan.broken", "plan.version"}


def outcome(text: str) -> str:
    """What a file is: ``plan``, or the code of the mistake."""
    try:
        from_json(text, source="plan.json")
    except PlanFileError as error:
        return error.code
    return "plan"


def test_a_plan_whose_weekdays_are_incomplete_still_comes_back(plan):
    week = replace(plan.weeks[0], days=plan.weeks[0].days[2:4])
    short = replace(plan, weeks=(week,))

    assert from_json(to_json(short), source="plan.json") == short
    assert short.day(date(2026, 8, 26)) is not None
    assert short.day(MONDAY - timedelta(days=1)) is None
