"""The page of sources: each with how far it was seen, what it found, and what rests on it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from runwright.domain.evidence import Source, Verification
from runwright.knowledge.library import Library
from tools.reference.knowledge import Known, head, places_of
from tools.reference.markdown import anchor, bullets, code, link, paragraph, table

CODES = {
    Verification.V1: "The number was seen in a copy of the abstract, the full text, or the "
    "publisher's or registry's page. For nearly all of them that is the abstract.",
    Verification.V2: "The number was seen on a secondary page only: a clinic, a wiki, the news.",
    Verification.ID: "The paper was identified; its number is from memory.",
    Verification.M: "From memory only.",
    Verification.ENG: "No source. An engineering default, and said to be one.",
}
SECTIONS = {
    "B1": "Strength training and running: economy, performance, dose, maintenance",
    "B2": "Lifting and running together: interference, order, spacing",
    "B3": "Injury and load; sleep; stress",
    "B4": "Static stretching, dynamic warm-up, rolling",
    "B5": "Prevention trials: strength, hip and core, foot",
    "B6": "Muscle force and tissue load by exercise",
    "B7": "Home tests, norms, reliability",
    "B8": "Progression, reserve, one-repetition maximum, tendon, taper, deload",
    "B9": "Session RPE, monotony, easy and hard",
    "B10": "Safety and special groups",
    "C": "Practice",
}
LINKED = {  # files whose entries have a place of their own on a page
    "rules": "rules.md",
    "exercises": "exercises.md",
    "tests": "tests.md",
    "safety": "tests.md",
    "protocols": "protocols.md",
    "claims": "claims.md",
}


def page(known: Known) -> list[str]:
    """Lines of the page."""
    library = known.library
    counts = Counter(one.verification for one in library.sources.values())
    lines = head(
        "Sources",
        library,
        f"The {len(library.sources)} papers, guidelines and pages that rules, exercises and tests "
        "rest on, how far each was seen, and what it is used for.",
    )
    lines += [
        "## How far a source was seen",
        "",
        *table(
            ("code", "sources", "what it means"),
            [(seen.value, str(counts[seen]), says) for seen, says in CODES.items()],
        ),
        *paragraph(
            "V1 says that the number stands on that page. It does not say that the full text was "
            "read, and author lists, page ranges and titles around it may still be from memory. A "
            'DOI marked "(memory)" was never opened. A plan shows the code beside every source.'
        ),
    ]
    used = _uses(known)
    for section, heading in SECTIONS.items():
        lines += [f"## {heading}", ""]
        for source in library.sources.values():
            if source.section == section:
                lines += _source(source, used.get(source.key, []), _topic(known, source.key))
    return lines


def _topic(known: Known, key: str) -> str:
    entry = next(one for one in known.files["sources"] if one["key"] == key)
    return str(entry.get("topic") or "")


def _source(source: Source, used: list[str], topic: str) -> list[str]:
    lines = [anchor(source.key), "", f"### {source.key}", ""]
    lines += [f"**{source.verification.value}** · {source.citation}", ""]
    lines += [f"Found: {source.finding}", ""]
    return lines + bullets(_facts(source, used, topic))


def _facts(source: Source, used: list[str], topic: str) -> Iterator[str]:
    if source.doi:
        yield f"DOI or number: {_doi(source.doi)}"
    if source.page_seen:
        yield f"Page seen: {code(source.page_seen)}"
    if source.population:
        yield f"In whom: {source.population}"
    if source.strength:
        yield f"Strength: {source.strength}"
    if source.caveat:
        yield f"Mind: {source.caveat}"
    if used:
        yield f"Used by: {', '.join(used)}"
    if topic:
        yield f"Background: {topic}"


def _doi(doi: str) -> str:
    opened = doi.startswith("10.") and " " not in doi
    return link(doi, f"https://doi.org/{doi}") if opened else doi


def _uses(known: Known) -> dict[str, list[str]]:
    """What rests on each source, as links, each once."""
    found: dict[str, dict[str, None]] = {}
    for name, entry, key in places_of(known.files, "sources"):
        found.setdefault(key, {})[_user(known.library, name, entry)] = None
    return {key: list(users) for key, users in found.items()}


def _user(library: Library, name: str, entry: Mapping[str, Any]) -> str:
    kind, _, rest = name.partition("/")
    if kind not in LINKED:
        return link("points" if kind == "weights" else "reading past runs", _numbers(kind))
    this = rest if kind == "protocols" else str(entry["id"])
    shown = library.exercises[this].name if kind == "exercises" else this
    return link(shown, f"{LINKED[kind]}#{this}")


def _numbers(kind: str) -> str:
    return "rules.md#points" if kind == "weights" else "rules.md#reading-past-runs"
