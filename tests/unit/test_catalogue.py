"""Texts to translate are collected from wherever people read them, and a language keeps its own."""

import importlib.util
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "src" / "runwright" / "locale"


def language_of(file: Path) -> str:
    """Return the language of a catalogue."""
    return file.parents[1].name


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


@pytest.fixture(scope="module", params=sorted(LOCALE.glob("*/LC_MESSAGES/*.po")), ids=language_of)
def language(request, tool, collected):
    """A language as it is kept."""
    return request.param, tool.merged(request.param, collected)


def test_no_language_lacks_a_text(tool, language):
    file, catalogue = language
    lacking = [one.id for one in catalogue if one.id and not tool.translated(one.string)]

    assert lacking == [], f"{file}: {tool.MEND}"


def test_a_translation_fills_in_what_its_text_fills_in_and_nothing_else(tool, language):
    _file, catalogue = language
    said = [one for one in catalogue if one.id and tool.translated(one.string)]
    wrong = [one.id for one in said if not _places_agree(one.id, one.string)]

    assert wrong == []


def test_what_is_compiled_is_what_is_written(language):
    file, catalogue = language
    with file.with_suffix(".mo").open("rb") as opened:
        spoken = GNUTranslations(opened)
    said = [
        (spoken.gettext(one.id), one.string)
        if isinstance(one.id, str)
        else (tuple(spoken.ngettext(*one.id, number) for number in (1, 2)), tuple(one.string))
        for one in catalogue
        if one.id
    ]

    assert [pair for pair in said if pair[0] != pair[1]] == []


def _places_agree(text, translation) -> bool:
    """Whether no placeholder is new, and the wording for many has all of them."""
    texts = (text,) if isinstance(text, str) else text
    said = (translation,) if isinstance(translation, str) else translation
    known = set().union(*map(_places, texts))
    return all(_places(one) <= known for one in said) and _places(said[-1]) == _places(texts[-1])


def _places(text) -> set[tuple[str, str]]:
    return {(name, spec) for _, name, spec, _ in Formatter().parse(text) if name is not None}
