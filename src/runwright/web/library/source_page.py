"""Sources on their pages: what was found, in whom, how far we saw it, and what rests on it."""

from dataclasses import dataclass

from runwright.domain.evidence import Source
from runwright.domain.words import _
from runwright.formats.library_words.sources import resting_on
from runwright.formats.plan_html.badges import Badge
from runwright.formats.plan_html.citation import doi_link, seen, short_citation
from runwright.knowledge.library import Library
from runwright.web.library.evidence import strength_badge


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in a list."""

    key: str
    name: str
    finding: str
    badge: Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A source.

    Attributes
    ----------
    link
        Its address by its DOI; '' where none was seen.
    page_seen
        Where we read it.
    """

    key: str
    name: str
    citation: str
    link: str
    badge: Badge
    finding: str
    population: str
    strength: str
    caveat: str
    seen: str
    page_seen: str
    rules: tuple[tuple[str, str], ...]
    exercises: tuple[tuple[str, str], ...]
    tests: tuple[tuple[str, str], ...]


def source_lines(library: Library) -> list[SourceLine]:
    """Return all sources by their short names."""
    lines = [
        SourceLine(
            key=one.key,
            name=short_citation(one),
            finding=one.finding,
            badge=strength_badge(one),
        )
        for one in library.sources.values()
    ]
    return sorted(lines, key=lambda line: line.name.casefold())


def source_page(one: Source, library: Library) -> SourcePage:
    """Return the page of a source."""
    rules, exercises = resting_on(library, one.key)
    return SourcePage(
        key=one.key,
        name=short_citation(one),
        citation=one.citation,
        link=doi_link(one),
        badge=strength_badge(one),
        finding=one.finding,
        population=one.population,
        strength=one.strength,
        caveat=one.caveat or "",
        seen=seen(one),
        page_seen=one.page_seen,
        rules=tuple((name, _(library.rules[name].statement)) for name in rules),
        exercises=tuple((name, _(library.exercises[name].name)) for name in exercises),
        tests=_tests(library, one.key),
    )


def _tests(library: Library, key: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (test.id, _(test.name))
        for test in library.tests.values()
        if any(key in table.support.sources for table in test.norms)
        or key in test.error.support.sources
    )
