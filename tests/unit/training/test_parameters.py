from dataclasses import fields

import pytest
import yaml

from runwright.training.parameters import TrainingParameters, TrainingParametersError
from tests.unit.training.made import KNOWLEDGE, entries, parameters

SOURCES = KNOWLEDGE.with_name("sources.yaml")


def values() -> dict[str, float]:
    return {name: entry["value"] for name, entry in entries().items()}


def test_every_number_of_the_knowledge_base_reaches_a_field_of_its_name():
    groups = [getattr(parameters(), field.name) for field in fields(parameters())]
    held = {field.name: getattr(group, field.name) for group in groups for field in fields(group)}

    assert held == values()


def test_faults_are_told_all_at_once_with_the_nearest_name():
    wrong = values()
    wrong["weeks_bakc"] = wrong.pop("weeks_back")
    wrong["few_weeks"] = 4.5

    with pytest.raises(TrainingParametersError) as told:
        TrainingParameters.from_entries(wrong)

    assert len(told.value.faults) == 3
    assert "'weeks_back' is missing" in str(told.value)
    assert "Did you mean 'weeks_back'?" in str(told.value)
    assert "'few_weeks' is 4.5; expected a whole number." in str(told.value)


@pytest.mark.parametrize("name", entries())
def test_every_number_has_a_basis_and_a_reason(name):
    entry = entries()[name]

    assert set(entry) == {"value", "unit", "basis", "sources", "why"}
    assert entry["basis"] in {"trial", "review", "guideline", "expert", "coach_default"}
    assert entry["why"].endswith(".")
    assert bool(entry["sources"]) == (entry["basis"] != "coach_default")


def test_every_source_named_is_known():
    known = SOURCES.read_text(encoding="utf-8")
    named = {key for entry in entries().values() for key in entry["sources"]}
    listed = yaml.safe_load(known)
    keys = (
        {source.get("key", source.get("id")) for source in listed}
        if isinstance(listed, list)
        else set(listed)
    )

    assert named <= keys


def test_a_share_and_a_ratio_stay_in_their_range():
    shares = {name: value for name, value in values().items() if name.endswith("_share")}
    warn, block = parameters().spikes.spike_warn_ratio, parameters().spikes.spike_block_ratio

    assert all(0 < value <= 1 for value in shares.values())
    assert 1 < warn < block
