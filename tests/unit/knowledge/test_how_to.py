"""The examples of docs/how-to/add-knowledge.md are true."""

import re
from typing import Any

import pytest
import yaml

from tests.unit.knowledge.planted import GONE, LINE, ROOT, said, shipped

PAGE = (ROOT / "docs" / "how-to" / "add-knowledge.md").read_text("utf-8")


def examples() -> dict[str, dict[str, Any]]:
    """YAML examples of the page by their id."""
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
    entries = [entry for block in blocks for entry in yaml.safe_load(block)]
    return {entry.get("id", entry.get("key")): entry for entry in entries}


@pytest.mark.parametrize(("name", "entry"), [("sources", "powden2015"), ("rules/schedule", "S05")])
def test_an_entry_the_page_shows_is_that_of_the_knowledge_base(name, entry):
    real = {one.get("id", one.get("key")): one for one in shipped()[name].data}

    assert examples()[entry] == real[entry]


def test_the_exercise_and_ladder_of_the_page_can_be_added_as_they_stand():
    squats, ladders = len(shipped()["exercises/squat"].data), len(shipped()["ladders"].data)
    exercise, ladder = examples()["wall_sit_one_leg"], examples()["squat_hold_one_leg"]

    assert said(("exercises/squat", (squats,), exercise), ("ladders", (ladders,), ladder)) == []


def test_the_exercise_of_the_page_alone_is_told_to_stand_nowhere():
    squats = len(shipped()["exercises/squat"].data)
    told = said(("exercises/squat", (squats,), examples()["wall_sit_one_leg"]))

    assert told == [
        (
            "exercises/squat.yaml: wall_sit_one_leg: expected a place on a ladder or in a set, "
            "got none; add it to the rungs of one in ladders.yaml."
        )
    ]


def test_the_sentences_of_the_page_are_what_the_loader_says():
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, flags=re.DOTALL)
    rungs = ["sit_to_stand", "wall_sit", "squat_bodyweight", "spanish_squat_iso"]
    told = [
        *said(("exercises/squat", ("wall_sit", "easier"), "sqat_bodyweight")),
        *said(("ladders", ("squat_hold", "rungs"), rungs)),
        *said(("rules/schedule", ("S05", "parameters", "gap_h", "why"), GONE)),
    ]

    assert {LINE.sub("", sentence) for sentence in shown.splitlines()} <= set(told)
    assert len(shown.splitlines()) == 3
