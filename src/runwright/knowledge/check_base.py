"""All files of the knowledge base side by side, as the checks beyond the schemas read them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from runwright.knowledge.documents import Document, Path

Entry = dict[str, Any]
EVERY = "*"  # in a pattern: every item of a list, every value of a map


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands."""

    document: Document
    path: Path
    value: Any


@dataclass(frozen=True)
class Base:
    """The files, and which of their values are of the wrong shape already.

    Attributes
    ----------
    documents
        By name without ending.
    misshapen
        Paths of values a schema has refused, by file name; other checks pass over them, so that
        one mistake is told once.
    """

    documents: Mapping[str, Document]
    misshapen: Mapping[str, frozenset[Path]]

    def is_whole(self, kind: str) -> bool:
        """Whether all files of a kind are there and could be read, so that nothing is hidden."""
        files = [one for one in self.documents.values() if one.kind == kind]
        return bool(files) and not any(() in self.misshapen.get(one.name, ()) for one in files)

    def found(self, kind: str, pattern: str) -> Iterator[Found]:
        """Every well-shaped value of the kind's files at a pattern such as ``"*.norms.*.rows"``."""
        steps = pattern.split(".") if pattern else []
        for document in self.documents.values():
            if document.kind == kind:
                for path, value in _walk(document.data, steps, ()):
                    if self.is_sound(document, path):
                        yield Found(document, path, value)

    def below(self, entry: Found, pattern: str) -> Iterator[Found]:
        """Every well-shaped value inside an entry at a pattern."""
        for path, value in _walk(entry.value, pattern.split("."), entry.path):
            if self.is_sound(entry.document, path):
                yield Found(entry.document, path, value)

    def is_sound(self, document: Document, path: Path) -> bool:
        """Whether no schema has refused the value at `path`, or something in or around it."""
        refused = self.misshapen.get(document.name)
        return not refused or not any(bad[: len(path)] == path[: len(bad)] for bad in refused)

    def entries(self, kind: str, pattern: str, *reads: str) -> Iterator[Found]:
        """Entries at a pattern whose fields in `reads` are well shaped, whatever the others are."""
        steps = pattern.split(".") if pattern else []
        for document in self.documents.values():
            if document.kind != kind:
                continue
            for path, value in _walk(document.data, steps, ()):
                fields = [(*path, one) for one in reads]
                if isinstance(value, dict) and all(self.is_sound(document, one) for one in fields):
                    yield Found(document, path, value)

    @cached_property
    def exercises(self) -> Mapping[str, Entry]:
        """Exercises by id, those with a sound level and easier one."""
        return {
            one.value["id"]: one.value
            for one in self.entries("exercises", EVERY, "id", "level", "easier", "pattern")
        }

    @cached_property
    def roles(self) -> Mapping[str, list[str]]:
        """Roles of every exercise, by id."""
        return {
            one.value["id"]: one.value["roles"]
            for one in self.entries("exercises", EVERY, "id", "roles")
        }

    @cached_property
    def shown(self) -> Mapping[str, Entry]:
        """Exercises that articles show, by slug."""
        reads = ("slug", "article", "exercise")
        return {
            one.value["slug"]: one.value for one in self.entries("articles", "exercises.*", *reads)
        }

    @cached_property
    def patterns(self) -> frozenset[str]:
        """Movement patterns, each of which has a file of exercises."""
        return frozenset(
            document.name.partition("/")[2]
            for document in self.documents.values()
            if document.kind == "exercises"
        )

    @cached_property
    def gates(self) -> frozenset[str]:
        """Rules that guard health, by their file; no protocol changes them."""
        return frozenset(
            one.value for one in self.found("rules", "*.id") if one.document.name == "rules/gates"
        )

    @cached_property
    def parameters(self) -> Mapping[str, Mapping[str, Any]]:
        """Values of every rule's parameters, by rule id and name."""
        return {
            one.value["id"]: {
                name: number["value"] for name, number in one.value["parameters"].items()
            }
            for one in self.entries("rules", EVERY, "id", "parameters")
        }


def _walk(value: Any, steps: list[str], path: Path) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401
    if not steps:
        yield path, value
        return
    step, *rest = steps
    if isinstance(value, dict):
        for key in value if step == EVERY else (step,):
            if key in value:
                yield from _walk(value[key], rest, (*path, key))
    elif isinstance(value, list) and step == EVERY:
        for at, part in enumerate(value):
            yield from _walk(part, rest, (*path, at))
