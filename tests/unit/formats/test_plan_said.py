"""A plan made in one language reads in another, and is the same plan otherwise."""

import json
from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from runwright.domain.units import distance_words, use_units
from runwright.domain.words import _, use_language
from runwright.formats.plan_json import from_json, to_json
from tests.plans import season_plan


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    use_language("en")
    use_units("metric")


@pytest.fixture
def german(tmp_path):
    made = Catalog(locale="de", domain="runwright", fuzzy=False)
    made.add("{km:.1f} km on {day}", "{km:.1f} km am {day}")
    made.add("Monday", "Montag")
    made.add("{whole}.{tenths}", "{whole},{tenths}")
    file = tmp_path / "de" / "LC_MESSAGES" / "runwright.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, made)
    return lambda: use_language("de", catalogues=tmp_path)


def _plan():
    note = _("{km:.1f} km on {day}").format(km=2.5, day=_("Monday"))
    return replace(season_plan(), notes=(note, "Monday is what I typed"))


def test_a_plan_stored_in_english_reads_in_german(german):
    text = to_json(_plan())
    german()

    assert from_json(text, source="plan.json").notes == (
        "2,5 km am Montag",
        "Monday is what I typed",
    )


def test_stored_again_in_german_it_still_reads_in_english(german):
    text = to_json(_plan())
    german()
    text = to_json(from_json(text, source="plan.json"))
    use_language("en")

    assert from_json(text, source="plan.json") == _plan()


def test_how_a_text_was_said_by_a_version_with_other_facts_leaves_the_text_as_it_stands():
    data = json.loads(to_json(_plan()))
    data["said"]["2.5 km on Monday"]["decimals"] = {}

    assert from_json(json.dumps(data), source="plan.json").notes[0] == "2.5 km on Monday"


def test_a_plan_without_said_texts_reads_as_it_stands():
    data = json.loads(to_json(_plan()))
    del data["said"]

    assert from_json(json.dumps(data), source="plan.json").notes[0] == "2.5 km on Monday"


def test_a_plan_stored_in_kilometres_reads_in_miles_and_back():
    note = _("The longest was {run}.").format(run=distance_words(16.0))
    text = to_json(replace(season_plan(), notes=(note,)))
    use_units("imperial")
    in_miles = from_json(text, source="plan.json")
    again = to_json(in_miles)
    use_units("metric")

    assert in_miles.notes == ("The longest was 9.9 mi.",)
    assert from_json(again, source="plan.json").notes == ("The longest was 16 km.",)
