"""The frozen library: all of the knowledge, under the ids it will always have."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from runwright.domain.evidence import Basis, RuleKind, Verification
from runwright.domain.exercise import DoseKind, Role, Sides
from runwright.domain.protocol import Phase
from runwright.domain.session import SessionKind
from runwright.knowledge.files import KnowledgeData
from runwright.knowledge.library import Library, library_of, load_library
from tests.unit.knowledge.planted import ROOT, shipped
from tests.unit.screening import known

COUNTS = {"sources": 139, "rules": 80, "exercises": 176, "protocols": 6}


@cache
def library() -> Library:
    files = {name: document.data for name, document in shipped().items()}
    return library_of(KnowledgeData(files=files, digest=""))


@cache
def ids() -> dict[str, list[str]]:
    file = ROOT / "tests" / "data" / "knowledge_ids.yaml"
    found: dict[str, list[str]] = yaml.safe_load(file.read_text("utf-8"))
    return found


@pytest.mark.parametrize(("kind", "count"), COUNTS.items(), ids=COUNTS)
def test_the_library_has_as_many_entries_as_its_catalogues(kind, count):
    assert len(getattr(library(), kind)) == count
    assert len(ids()[kind]) == count


@pytest.mark.parametrize("kind", COUNTS)
def test_ids_are_those_of_the_catalogues_and_never_change(kind):
    assert set(getattr(library(), kind)) == set(ids()[kind])


def test_every_statement_and_exercise_of_the_articles_is_there():
    shown = {entry["slug"] for entry in shipped()["articles"].data["exercises"]}

    assert set(library().statements) == set(ids()["article_rules"])
    assert shown == set(ids()["article_exercises"])
    assert list(library().articles) == ["S1", "S2", "S3", "S4", "S5"]


def test_all_sources_but_our_own_defaults_are_papers_and_pages():
    ours = [key for key, one in library().sources.items() if one.verification is Verification.ENG]

    assert ours == ["ENG"]


def test_each_article_has_a_protocol_and_our_own_has_none():
    articles = {one.id: one.article for one in library().protocols.values()}

    assert articles == {
        "rebound": "S1",
        "clinic-five": "S2",
        "rei": "S3",
        "fit-for-life": "S4",
        "med-gym": "S5",
        "runwright": None,
    }


def test_every_protocol_asks_for_something_in_every_phase():
    for protocol in library().protocols.values():
        assert set(protocol.phases) == set(Phase)


def test_counts_that_depend_on_the_runner_are_signs():
    dose = library().protocols["runwright"].phases

    assert dose[Phase.BUILD].week.count(SessionKind.HEAVY) == -1
    assert dose[Phase.MAINTAIN].week.count(SessionKind.SHORT) == -2
    assert dose[Phase.TAPER].deload is None


def test_home_tests_and_questions_are_read_as_screening_reads_them():
    assert library().tests == known.home_tests()
    assert library().questions == known.questions()


def test_an_exercise_is_read_field_by_field():
    written = next(
        entry
        for entry in shipped()["exercises/calf_straight"].data
        if entry["id"] == "calf_raise_sl_step"
    )
    exercise = library().exercises["calf_raise_sl_step"]

    assert exercise.sides is Sides(written["sides"])
    assert exercise.dose_kind is DoseKind(written["dose_kind"])
    assert exercise.dose.sets == tuple(written["dose"]["sets"])
    assert exercise.dose.reps == tuple(written["dose"]["reps"])
    assert exercise.dose.hold_s is None
    assert exercise.equipment == tuple(frozenset(kit) for kit in written["equipment"])
    assert exercise.achilles_load == written["tissue_load"]["achilles"]
    assert [tag.region for tag in exercise.avoid] == ["achilles_insertional"]
    assert exercise.roles == tuple(Role(role) for role in written["roles"])
    assert exercise.dose_support.basis is Basis(written["dose_basis"]["basis"])
    assert list(exercise.cues) == written["cues"]
    assert exercise.fault.fix == written["fault"]["fix"]


def test_a_rule_is_read_with_its_family_and_the_support_of_its_numbers():
    rule = library().rules["S02"]
    gap, novel, weeks = rule.parameters

    assert (rule.family, rule.kind, rule.relax_order) == ("schedule", RuleKind.HARD, 1)
    assert (gap.name, gap.value, gap.unit) == ("gap_h", 24, "h")
    assert novel.support.sources == ("doma2019heat",)
    assert weeks.support.basis is Basis.COACH_DEFAULT
    assert weeks.support.why


def test_a_statement_carries_its_numbers():
    statement = library().rules["S13"].statement

    assert "7 days before an A race, 10 before a marathon" in statement
    assert "falls by 50 % of" in statement
    assert "{" not in "".join(rule.statement for rule in library().rules.values())


def test_entries_stand_in_the_order_of_their_files():
    written = [entry["id"] for entry in shipped()["exercises/squat"].data]

    assert [one.id for one in library().patterns["squat"]] == written


def test_a_wall_is_at_hand_everywhere_and_a_barbell_is_not():
    assert "wall" in library().household
    assert "barbell" not in library().household


def lists_in(value: Any) -> bool:
    """Whether anything that could be changed is inside."""
    if isinstance(value, list | set):
        return True
    if isinstance(value, dict | MappingProxyType):
        return any(lists_in(part) for part in value.values())
    if isinstance(value, tuple):
        return any(lists_in(part) for part in value)
    return is_dataclass(value) and any(lists_in(getattr(value, one.name)) for one in fields(value))


@pytest.mark.parametrize(
    "part",
    ["sources", "statements", "rules", "exercises", "ladders", "tests", "questions", "protocols"],
)
def test_what_the_library_hands_out_cannot_be_changed(part):
    entries = getattr(library(), part)
    entry = next(iter(entries.values()))

    assert not lists_in(entries)
    with pytest.raises(TypeError):
        entries["new"] = None
    with pytest.raises(FrozenInstanceError):
        setattr(entry, fields(entry)[0].name, "other")


def test_loading_gives_the_same_library_every_time(tmp_path, monkeypatch):
    monkeypatch.setenv("RUNWRIGHT_CACHE", str(tmp_path))
    load_library.cache_clear()
    cold = load_library()
    load_library.cache_clear()
    warm = load_library()
    load_library.cache_clear()

    assert warm == cold
    assert cold == library()
