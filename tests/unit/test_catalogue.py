"""Texts to translate are collected from wherever people read them, and a language keeps its own."""

import importlib.util
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location(
        "make_catalogue", ROOT / "tools/make_catalogue.py"
    )
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def collected(tool):
    return tool.collected()


@pytest.mark.parametrize(
    "text",
    [
        "Every day of the week already holds a session.",  # code
        "How long have you got",  # a template of the app
        "Sit down between the knees for two seconds.",  # a cue
        "Achilles at the heel bone",  # a region
    ],
)
def test_texts_of_code_templates_and_knowledge_base_are_collected(collected, text):
    assert collected.get(text) is not None


def test_numbers_have_their_forms(collected):
    assert any(isinstance(one.id, tuple) for one in collected)


def test_a_language_keeps_what_is_translated_gets_what_is_new_and_loses_what_is_gone(
    tool, tmp_path
):
    file = tmp_path / "runwright.po"
    before = Catalog(locale="de", domain="runwright", fuzzy=False)
    before.add("Day", "Tag")
    before.add("Gone", "Weg")
    tool.write(file, before)
    template = Catalog(fuzzy=False)
    template.add("Day")
    template.add("Night")

    after = tool.merged(file, template)

    assert {one.id: one.string or "" for one in after if one.id} == {
        "Day": "Tag",
        "Night": "",
    }
    assert tool.translated("Tag")
    assert not tool.translated(("Tag", ""))
