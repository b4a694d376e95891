"""docs/README.md leads to every page, and names every decision as the decision names itself."""

from pathlib import Path

import pytest

from tests.unit.docs.pages import ROOT, links, name

DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
PAGES = sorted(page for page in DOCS.rglob("*.md") if page != INDEX)
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
PARTS = ("## Context", "## Decision", "## Consequences", "## Alternatives", "## Enforced by")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_index_leads_to_every_page(page: Path) -> None:
    assert page.relative_to(DOCS).as_posix() in links(INDEX)


@pytest.mark.parametrize("page", DECISIONS, ids=name)
def test_the_index_names_a_decision_as_it_names_itself(page: Path) -> None:
    number, _, title = (
        page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").partition(". ")
    )

    assert f"| [{number}](decisions/{page.name}) | {title} |" in INDEX.read_text(encoding="utf-8")
    assert page.name.startswith(f"{int(number):04d}-")


@pytest.mark.parametrize("page", DECISIONS, ids=name)
def test_a_decision_has_the_parts_of_the_first_in_order(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line.startswith("## ")] == list(PARTS)


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
