"""docs/reference/ says what the knowledge base says today."""

from collections import Counter
from functools import cache

import pytest

from runwright.knowledge.library import load_library
from tests.unit.docs.pages import ANCHOR
from tools.make_reference import FOLDER, PAGES, main, pages
from tools.reference.exercises import PATTERNS, place
from tools.reference.rules import FAMILIES
from tools.reference.sources import SECTIONS


@cache
def made() -> dict[str, str]:
    return pages()


def anchors(page: str) -> set[str]:
    return set(ANCHOR.findall(made()[page]))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_the_tool_makes_it(page: str) -> None:
    written = (FOLDER / page).read_text(encoding="utf-8")

    assert written == made()[page], f"{page} is stale. Run:  python tools/make_reference.py"


def test_nothing_else_lies_beside_the_made_pages() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(PAGES)


def test_the_tool_says_which_page_is_stale(
    monkeypatch: pytest.MonkeyPatch, tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tools.make_reference.FOLDER", tmp_path)
    for page, text in made().items():
        (tmp_path / page).write_text(text, encoding="utf-8")
    (tmp_path / "rules.md").write_text("an old page\n", encoding="utf-8")

    assert main(["--check"]) == 1
    assert "rules.md is stale" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_every_entry_of_the_knowledge_base_has_a_place_on_its_page() -> None:
    library = load_library()

    assert set(library.rules) <= anchors("rules.md")
    assert set(library.exercises) <= anchors("exercises.md")
    assert {place(pattern) for pattern in library.patterns} <= anchors("exercises.md")
    assert set(library.sources) <= anchors("sources.md")
    assert set(library.tests) | set(library.questions) <= anchors("tests.md")
    assert set(library.protocols) | set(library.articles) <= anchors("protocols.md")
    assert set(library.statements) <= anchors("protocols.md")


@pytest.mark.parametrize("page", PAGES)
def test_no_place_is_named_twice(page: str) -> None:
    twice = [place for place, count in Counter(ANCHOR.findall(made()[page])).items() if count > 1]

    assert twice == []


def test_every_family_pattern_and_section_has_a_heading() -> None:
    library = load_library()

    assert {rule.family for rule in library.rules.values()} == set(FAMILIES)
    assert set(library.patterns) == set(PATTERNS)
    assert {source.section for source in library.sources.values()} == set(SECTIONS)


def test_every_number_of_a_rule_is_told_with_how_it_is_known() -> None:
    text = made()["rules.md"]
    for rule in load_library().rules.values():
        of_rule = text.split(f'<a id="{rule.id}"></a>')[1].split("<a id=")[0]
        for parameter in rule.parameters:
            line = next(one for one in of_rule.splitlines() if f"`{parameter.name}`" in one)

            assert parameter.support.basis.value.replace("_", " ") in line
            assert all(f"#{key})" in line for key in parameter.support.sources)
            assert parameter.support.why in line


def test_a_rule_that_may_give_way_says_how_far() -> None:
    text = made()["rules.md"]
    bending = [one for one in load_library().rules.values() if one.relax_order is not None]

    assert bending
    for rule in bending:
        assert f"may give way, as number {rule.relax_order}. {rule.relax_note}" in text


def test_rules_that_nobody_signed_off_are_said_to_be_so() -> None:
    assert "No clinician has signed these rules off yet" in made()["rules.md"]
