"""The page of claims: what Runwright may tell a runner, and what it never says."""

from collections.abc import Iterator, Mapping
from typing import Any

from tools.reference.knowledge import Known, head, sources_words
from tools.reference.markdown import anchor, bullets, link


def page(known: Known) -> list[str]:
    """Lines of the page."""
    claims = known.files["claims"]
    lines = head(
        "Claims",
        known.library,
        "What Runwright may tell you about training and injury, and what it never says, each with "
        f"its sources. {link('What it may say', '../explanation/what-it-may-say.md')} tells why.",
    )
    lines += ["## What it may say", ""]
    for entry in claims["may"]:
        lines += _claim(entry)
    lines += ["## What it never says", ""]
    for entry in claims["may_not"]:
        lines += _claim(entry)
    return lines


def _claim(entry: Mapping[str, Any]) -> list[str]:
    lines = [anchor(entry["id"]), "", f"### {entry['says']}", ""]
    return lines + bullets(_facts(entry))


def _facts(entry: Mapping[str, Any]) -> Iterator[str]:
    if "because" in entry:
        yield f"Why not: {entry['because']}"
    if "say_instead" in entry:
        yield f"It says instead: {link(entry['say_instead'], '#' + entry['say_instead'])}"
    yield f"Sources: {sources_words(entry['sources'])}"
