"""docs/nomenclature.md tells every name of the domain, and none that is gone."""

import dataclasses
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

import pytest

from runwright import domain
from tests.unit.docs.pages import ROOT

PAGE = (ROOT / "docs" / "nomenclature.md").read_text(encoding="utf-8")
NAME = re.compile(r"`([A-Za-z_][A-Za-z0-9_]*)`")
FILES = tuple(module.name for module in pkgutil.iter_modules(domain.__path__))


def section(heading: str) -> str:
    """The text under a heading, up to the next of its rank or higher."""
    rank = heading.partition(" ")[0]
    _, _, rest = PAGE.partition(f"\n{heading}\n")
    return re.split(rf"^#{{1,{len(rank)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """Cells of the tables in a text, headings and rules left out."""
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def classes(file: str) -> Iterator[type]:
    module = importlib.import_module(f"{domain.__name__}.{file}")
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield value


def fields(file: str) -> set[tuple[str, str]]:
    return {
        (one.__name__, field.name)
        for one in classes(file)
        if dataclasses.is_dataclass(one)
        for field in dataclasses.fields(one)
    }


def lists() -> dict[str, set[str]]:
    """Members of every fixed list of the domain."""
    found = (one for file in FILES for one in classes(file) if issubclass(one, StrEnum))
    return {one.__name__: {member.value for member in one} for one in found}


COMMON = {
    name
    for row in rows(section("## Names that mean the same everywhere"))
    for name in NAME.findall(row[0])
}


def told(file: str) -> list[tuple[str, str]]:
    return [
        (owner, name)
        for row in rows(section(f"### {file}"))
        for owner in NAME.findall(row[0])
        for name in NAME.findall(row[1])
    ]


@pytest.mark.parametrize("file", FILES)
def test_every_field_of_the_domain_is_told(file: str) -> None:
    known = set(told(file))
    missing = {one for one in fields(file) if one not in known and one[1] not in COMMON}

    assert missing == set(), f"add to docs/nomenclature.md, under '### {file}'"


@pytest.mark.parametrize("file", FILES)
def test_no_field_is_told_that_is_gone(file: str) -> None:
    assert set(told(file)) - fields(file) == set()


@pytest.mark.parametrize("file", FILES)
def test_no_field_is_told_twice(file: str) -> None:
    assert [one for one, count in Counter(told(file)).items() if count > 1] == []


def test_a_common_name_belongs_to_two_values_or_more() -> None:
    count = Counter(name for file in FILES for _, name in fields(file))

    assert {name for name in COMMON if count[name] < 2} == set()


def test_every_fixed_list_is_told_whole() -> None:
    page = {
        row[0].strip("`"): set(NAME.findall(row[1]))
        for row in rows(section("## Words with a fixed list"))
    }

    assert page == lists()


def test_every_name_has_a_meaning() -> None:
    tables = rows(section("## Names that mean the same everywhere")) + [
        row for file in FILES for row in rows(section(f"### {file}"))
    ]

    assert [row for row in tables if len(row[-1]) < 3] == []
