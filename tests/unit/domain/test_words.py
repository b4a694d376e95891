from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from runwright.domain.words import CATALOGUES, N_, _, inside, ngettext, opening, use_language


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    use_language("en")


@pytest.fixture
def catalogues(tmp_path):
    """A German and a Brazilian catalogue, compiled as real ones are."""
    german = Catalog(locale="de")
    german.add("Hips level.", "Hüfte gerade.")
    german.add(("{n} session", "{n} sessions"), ("{n} Einheit", "{n} Einheiten"))
    brazilian = Catalog(locale="pt_BR")
    brazilian.add("Hips level.", "Quadril nivelado.")
    for catalogue in (german, brazilian):
        folder = tmp_path / str(catalogue.locale) / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "runwright.mo").open("wb") as file:
            write_mo(file, catalogue)
    return tmp_path


def test_english_is_spoken_from_the_start():
    assert _("Hips level.") == "Hips level."
    assert ngettext("{n} session", "{n} sessions", 1) == "{n} session"
    assert ngettext("{n} session", "{n} sessions", 0) == "{n} sessions"


def test_a_catalogue_is_spoken_once_its_language_is_chosen(catalogues):
    spoken = use_language("de", catalogues=catalogues)

    assert spoken == "de"
    assert _("Hips level.") == "Hüfte gerade."
    assert ngettext("{n} session", "{n} sessions", 1).format(n=1) == "1 Einheit"
    assert ngettext("{n} session", "{n} sessions", 3).format(n=3) == "3 Einheiten"


def test_what_a_catalogue_does_not_know_is_said_in_english(catalogues):
    use_language("de", catalogues=catalogues)

    assert _("Rise to full height.") == "Rise to full height."


@pytest.mark.parametrize("code", ["de-CH", "de_CH.UTF-8", "DE", "de_DE@euro"])
def test_a_region_without_a_catalogue_gets_its_languages(catalogues, code):
    assert use_language(code, catalogues=catalogues) == "de"


@pytest.mark.parametrize("code", ["pt-BR", "pt_br", "pt_BR.UTF-8"])
def test_a_regions_own_catalogue_comes_first(catalogues, code):
    assert use_language(code, catalogues=catalogues) == "pt_BR"


@pytest.mark.parametrize(
    "code", ["en", "fr", "pt", "", "C", "C.UTF-8", "../../etc", "de/../de", "d e"]
)
def test_a_language_nobody_wrote_falls_back_to_english_in_silence(catalogues, code):
    use_language("de", catalogues=catalogues)

    assert use_language(code, catalogues=catalogues) == "en"
    assert _("Hips level.") == "Hips level."


@pytest.mark.parametrize("content", [b"", b"not a catalogue", b"\xde\x12\x04\x95\x00\x00"])
def test_a_damaged_catalogue_falls_back_to_english_in_silence(tmp_path, content):
    file = tmp_path / "de" / "LC_MESSAGES" / "runwright.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)

    assert use_language("de", catalogues=tmp_path) == "en"


def test_a_marked_text_stays_as_it_is_until_it_is_said(catalogues):
    marked = N_("Hips level.")
    use_language("de", catalogues=catalogues)

    assert marked == "Hips level."
    assert _(marked) == "Hüfte gerade."


def test_an_empty_text_stays_empty(catalogues):
    use_language("de", catalogues=catalogues)

    assert _("") == ""


def test_two_people_at_once_hear_their_own_language(catalogues):
    use_language("de", catalogues=catalogues)

    def say_it_in(code):
        use_language(code, catalogues=catalogues)
        return _("Hips level.")

    with ThreadPoolExecutor(max_workers=1) as other:
        heard_there = other.submit(copy_context().run, say_it_in, "pt-BR").result()

    assert heard_there == "Quadril nivelado."
    assert _("Hips level.") == "Hüfte gerade."


def test_the_folder_of_catalogues_comes_with_the_package():
    assert CATALOGUES.is_dir()


def test_german_keeps_the_capitals_of_its_nouns_inside_a_sentence_and_opens_one_with_any(
    speak_german,
):
    speak_german({"Strength": "Kraft", "Easy run": "lockerer Lauf"})

    assert inside(_("Strength")) == "Kraft"
    assert opening(_("Easy run")) == "Lockerer Lauf"
    assert opening("") == ""
