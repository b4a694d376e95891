"""All files together: every fault of every file at once, and the checked data."""

import pytest

from runwright.knowledge.check import check
from runwright.knowledge.check_yaml import read_document
from runwright.knowledge.errors import FaultKind, KnowledgeFaultsError
from tests.unit.knowledge.planted import faults, faults_of, shipped, texts


def test_the_shipped_knowledge_base_has_no_fault():
    assert [str(fault) for fault in faults()] == []


def test_checked_data_come_back_by_name():
    data = check(texts())

    assert data["version"]["licence"] == "CC-BY-4.0"
    assert data["rules/schedule"][0]["id"] == "S01"
    assert data.keys() == texts().keys()


def test_faults_of_all_files_are_told_at_once_by_file_and_line():
    wrong = {
        **texts(),
        "kit": texts()["kit"].replace('implies: ["dumbbell"]', 'implies: ["dumbell"]'),
        "regions": texts()["regions"].replace("tissue: tendon", "tissue: tendn", 1),
        "sources": texts()["sources"] + "- key: [\n",
        "surprise": "a: 1\n",
    }

    with pytest.raises(KnowledgeFaultsError) as raised:
        check(wrong)

    assert [(fault.file, fault.kind) for fault in raised.value.faults] == [
        ("kit.yaml", FaultKind.UNKNOWN_ID),
        ("regions.yaml", FaultKind.SHAPE),
        ("sources.yaml", FaultKind.SYNTAX),
        ("surprise.yaml", FaultKind.FILE),
    ]
    assert str(raised.value).startswith("The knowledge base has 4 faults:\n  kit.yaml, line ")
    assert len(str(raised.value).splitlines()) == 5
    assert raised.value.code == "kb.faults"


def test_one_fault_is_one():
    with pytest.raises(KnowledgeFaultsError, match=r"^The knowledge base has one fault:\n  kitt"):
        check({**texts(), "kitt": "a: 1\n"})


def test_a_file_that_cannot_be_read_is_told_once_and_not_for_all_that_name_its_ids():
    documents = {**shipped(), "sources": read_document("sources", "- key: [")}

    assert [fault.kind for fault in faults_of(documents)] == [FaultKind.SYNTAX]


@pytest.mark.parametrize("name", ["sources", "rules/dose", "exercises/squat", "tests", "planner"])
def test_an_empty_file_is_told(name):
    told = faults_of({**shipped(), name: read_document(name, "")})

    assert told[0].file == f"{name}.yaml"
    assert told[0].got == "nothing"


@pytest.mark.parametrize(
    ("name", "do"),
    [
        ("kitt", "move it to kit.yaml"),
        ("rule/sleep", "move it to rules/"),
        ("rules/old/sleep", "move it to rules/"),
        ("rules", "move it to rules/"),
        ("notes", "move it out"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_with_the_right_ones(name, do):
    told = faults_of({**shipped(), name: read_document(name, "- id: x\n")})

    assert [(fault.file, fault.do) for fault in told] == [(f"{name}.yaml", do)]
    assert "exercises/, kit.yaml, ladders.yaml" in told[0].expected


@pytest.mark.parametrize("kind", ["sources", "articles", "weights", "version", "training"])
def test_a_missing_file_is_told_once(kind):
    documents = {name: one for name, one in shipped().items() if name != kind}

    assert [str(fault) for fault in faults_of(documents)] == [
        f"{kind}.yaml: expected a file of this kind, got none; add it."
    ]


def test_a_folder_without_files_is_told_once():
    documents = {name: one for name, one in shipped().items() if one.kind != "protocols"}

    assert [str(fault) for fault in faults_of(documents)] == [
        "protocols/: expected a file of this kind, got none; add it."
    ]


def test_a_value_of_the_wrong_kind_is_told_by_its_writing_and_not_again_by_its_shape():
    text = texts()["regions"].replace("name: Sitting bone", "name: 2026-01-01")
    told = faults_of({**shipped(), "regions": read_document("regions", text)})

    assert [(fault.entry, fault.field, fault.do) for fault in told] == [
        ("proximal_hamstring", "name", "put it in quotes")
    ]
