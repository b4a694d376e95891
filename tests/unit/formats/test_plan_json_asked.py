"""The part of plan.json that says what a plan was made from: kept, read back, and refused."""

import json

import pytest

from runwright.formats.plan_json import PlanFaultsError, from_json, read_plan_file, to_json
from runwright.usecases.asked import Asked, asked_of
from tests.unit.usecases.test_made_again import PLAIN, RUNNERS, planned


@pytest.fixture(scope="module")
def season():
    return planned(PLAIN)


@pytest.fixture(scope="module")
def asked(season) -> Asked:
    return asked_of(season.request)


@pytest.mark.parametrize("name", RUNNERS)
def test_what_a_plan_was_made_from_comes_back_the_same(name):
    made = planned(RUNNERS[name])
    asked = asked_of(made.request)
    text = to_json(made.plan, asked)

    again = read_plan_file(text, source="plan.json")

    assert again.asked == asked
    assert again.plan == made.plan
    assert to_json(again.plan, again.asked) == text


def test_a_file_without_the_section_still_reads(season):
    again = read_plan_file(to_json(season.plan), source="plan.json")

    assert again.asked is None
    assert again.plan == season.plan


def test_the_plan_alone_can_be_read_from_a_file_with_the_section(season, asked):
    assert from_json(to_json(season.plan, asked), source="plan.json") == season.plan


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("asked", "runner", "days"), [], "asked.runner.days"),
        (("asked", "runner", "strength_experience"), "lots", "asked.runner.strength_experience"),
        (("asked", "facts", "as_of"), "yesterday", "asked.facts.as_of"),
        (("asked", "gates_open_after_weeks", "G17"), "soon", "asked.gates_open_after_weeks.G17"),
        (("asked", "pains"), [], "asked"),
    ],
)
def test_a_mistake_in_the_section_is_told_with_its_place(season, asked, path, value, where):
    kept = json.loads(to_json(season.plan, asked))
    inner = kept
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value

    with pytest.raises(PlanFaultsError) as caught:
        read_plan_file(json.dumps(kept), source="plan.json")

    assert any(fault.where.startswith(where) for fault in caught.value.faults)
