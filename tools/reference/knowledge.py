"""The knowledge base as the reference pages read it: the library, and its files beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from runwright.domain.evidence import Basis, Support, Value
from runwright.knowledge.files import read_base
from runwright.knowledge.library import Library, library_of
from tools.reference.markdown import link, words

BASIS_WORDS = {
    Basis.TRIAL: "trial",
    Basis.REVIEW: "review",
    Basis.GUIDELINE: "guideline",
    Basis.EXPERT: "expert",
    Basis.COACH_DEFAULT: "coach default",
}


@dataclass(frozen=True, slots=True)
class Known:
    """The library, and the files for what only pages need."""

    library: Library
    files: Mapping[str, Any]


def known() -> Known:
    """Return the knowledge base that ships with the program."""
    data = read_base()
    return Known(library_of(data), data.files)


def head(heading: str, library: Library, what: str) -> list[str]:
    """Return the first lines of a page: its heading, what it is made from, what it is."""
    made = (
        f"*Made from knowledge base {library.version} by `tools/make_reference.py`. Change the "
        "YAML under `src/runwright/knowledge/base/`, not this page.*"
    )
    return [f"# {heading}", "", made, "", what, ""]


def sources_words(keys: Iterable[str]) -> str:
    """Return links to sources."""
    return ", ".join(link(key, f"sources.md#{key}") for key in keys)


def rules_words(ids: Iterable[str]) -> str:
    """Return links to rules."""
    return ", ".join(link(one, f"rules.md#{one}") for one in ids)


def statements_words(slugs: Iterable[str]) -> str:
    """Return links to what articles say."""
    return ", ".join(link(slug, f"protocols.md#{slug}") for slug in slugs)


def exercise_words(library: Library, exercise: str) -> str:
    """Return a link to an exercise under its name."""
    return link(library.exercises[exercise].name, f"exercises.md#{exercise}")


def support_words(support: Support) -> str:
    """Return how something is known, from whom, and why it was chosen."""
    behind = [sources_words(support.sources), statements_words(support.articles), support.why]
    said = "; ".join(part for part in behind if part)
    basis = BASIS_WORDS[support.basis]
    return f"{basis}: {said}" if said else basis


def spoken(value: Value) -> str:
    """Return a value as a person reads it: lists with commas, true as yes."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{words(name)}: {spoken(part)}" for name, part in value.items())
    if isinstance(value, tuple | list):
        return _spoken_list(value)
    return words(value) if isinstance(value, str) else f"{value:g}"


def _spoken_list(values: Sequence[Value]) -> str:
    if any(isinstance(one, dict) for one in values):
        return " / ".join(spoken(one) for one in values)
    a_range = len(values) == 2 and all(isinstance(one, int | float) for one in values)  # noqa: PLR2004
    return (" to " if a_range else ", ").join(spoken(one) for one in values)


def places_of(files: Mapping[str, Any], field: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Every key in lists named `field`: the file, the nearest entry with an id, the key."""
    for name, content in files.items():
        yield from _uses(content, name, {}, field)


def _uses(
    value: object, name: str, entry: Mapping[str, Any], field: str
) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    if isinstance(value, Mapping):
        entry = value if {"id", "slug"} & set(value) else entry
        for key in value.get(field) or ():
            yield name, entry, key
        for part in value.values():
            yield from _uses(part, name, entry, field)
    elif isinstance(value, list):
        for part in value:
            yield from _uses(part, name, entry, field)
