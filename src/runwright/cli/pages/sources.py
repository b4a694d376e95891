"""Sources on a terminal: one with what it found and what rests on it, or all."""

from collections.abc import Mapping
from typing import Any

from runwright.cli.screen import Screen
from runwright.domain.evidence import Source
from runwright.domain.words import _, ngettext
from runwright.formats.library_words.sources import resting_on
from runwright.formats.plan_html.citation import doi_link, seen, short_citation
from runwright.knowledge.library import Library

COLUMN = 14


def names(library: Library) -> Mapping[str, str]:
    """Return the short citation of every source by its key."""
    return {one.key: short_citation(one) for one in library.sources.values()}


def sources_page(library: Library, screen: Screen) -> list[str]:
    """Return all sources by key."""
    count = len(library.sources)
    lines = [*screen.title(ngettext("{n} source", "{n} sources", count).format(n=count)), ""]
    for key in sorted(library.sources):
        lines += screen.labelled(key, short_citation(library.sources[key]), column=24)
    return [*lines, "", *screen.wrapped(_("More about one:  runwright source KEY"))]


def source_page(library: Library, key: str, screen: Screen) -> list[str]:
    """Return the page of a source."""
    one = library.sources[key]
    rules, exercises = resting_on(library, key)
    lines = screen.named(short_citation(one), one.key)
    lines += screen.wrapped(one.citation)
    lines += [""]
    rows = (
        (_("Found"), one.finding),
        (_("In whom"), one.population),
        (_("How strong"), one.strength),
        (_("Mind"), one.caveat or ""),
        (_("Seen"), f"{one.verification.value}: {seen(one)}"),
        (_("Where"), doi_link(one) or one.page_seen),
        (_("Rules"), ", ".join(rules)),
        (_("Exercises"), ", ".join(exercises)),
    )
    for label, text in rows:
        if text:
            lines += screen.labelled(label, text, column=COLUMN)
    return lines


def source_answer(library: Library, key: str) -> Mapping[str, Any]:
    """Return the answer of `runwright source KEY --json`."""
    one = library.sources[key]
    rules, exercises = resting_on(library, key)
    return {
        "key": one.key,
        "citation": one.citation,
        "doi": one.doi,
        "verification": one.verification.value,
        "seen": seen(one),
        "page_seen": one.page_seen,
        "finding": one.finding,
        "population": one.population,
        "strength": one.strength,
        "caveat": one.caveat,
        "rules": list(rules),
        "exercises": list(exercises),
    }


def sources_answer(library: Library) -> Mapping[str, Any]:
    """Return the answer of `runwright source --json`."""
    return {"sources": [_short(one) for one in library.sources.values()]}


def _short(one: Source) -> Mapping[str, Any]:
    return {"key": one.key, "short": short_citation(one), "verification": one.verification.value}
