"""Every link between our own pages leads somewhere."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.unit.docs.pages import ROOT, links, name, pages, places

OUTWARD = ("http://", "https://", "mailto:")


@cache
def places_of(page: Path) -> frozenset[str]:
    return frozenset(places(page))


def broken(page: Path) -> Iterator[str]:
    for target in links(page):
        if target.startswith(OUTWARD):
            continue
        path, _, place = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (path and ROOT in page.parents and ROOT not in file.parents):
            yield f"{target}: no such file"
        elif place and file.suffix == ".md" and place not in places_of(file):
            yield f"{target}: no such place"


@pytest.mark.parametrize("page", pages(), ids=name)
def test_a_link_reaches_a_file_and_a_place_in_it(page: Path) -> None:
    assert list(broken(page)) == []


def test_a_link_to_nowhere_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n\n[gone](gone.md) [no place](#there) [fine](#here)\n", encoding="utf-8"
    )

    assert list(broken(page)) == ["gone.md: no such file", "#there: no such place"]
