"""Every example of our pages is true: commands run, print what is shown, and excerpts are real."""

import shutil
from pathlib import Path

import pytest

from tests.unit.docs.pages import ROOT, Fence, fences, name, pages
from tests.unit.docs.workshop import Workshop, assert_printed, is_known

MARKED = [page for page in pages() if any(is_known(fence.marker) for fence in fences(page))]
MUST_SAY = [page for page in pages() if ROOT / "docs" in page.parents]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def workshop(tmp_path: Path, cache: Path) -> Workshop:
    if shutil.which("sh") is None:
        pytest.skip("no shell on this machine: the examples of the pages were not run")
    return Workshop.at(tmp_path, cache)


@pytest.mark.parametrize("page", MARKED, ids=name)
def test_the_examples_of_a_page_are_true(page: Path, workshop: Workshop) -> None:
    workshop.carry_out(page)


@pytest.mark.parametrize("page", MUST_SAY, ids=name)
def test_every_shell_block_runs_or_says_why_not(page: Path) -> None:
    silent = [
        fence.line
        for fence in fences(page)
        if fence.language in {"sh", "bash", "shell", "console"} and not is_known(fence.marker)
    ]

    assert silent == [], "mark the block with <!-- runs --> or <!-- not run: why -->"


def test_a_command_that_fails_is_noticed(tmp_path: Path, workshop: Workshop) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- runs -->\n```sh\nrunwright rule S99\n```\n", encoding="utf-8")

    with pytest.raises(AssertionError, match="S99"):
        workshop.carry_out(page)


def test_words_that_were_not_printed_are_noticed() -> None:
    fence = Fence(page=Path(), line=1, marker="prints", language="text", text="one\n...\nthree\n")

    assert_printed(fence, "one two\n  three", "here")
    with pytest.raises(AssertionError, match="three"):
        assert_printed(fence, "three, one and two", "here")


def test_the_clock_of_the_examples_stands_still(workshop: Workshop) -> None:
    said = workshop.run("runwright why-not --help; runwright plan --weeks 1 --out p")

    assert "23 November 2026" in said.stdout
