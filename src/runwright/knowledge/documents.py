"""A file of the knowledge base as written: plain data, and the line of each part."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from runwright.knowledge.errors import FaultKind, KnowledgeFault

Path = tuple[str | int, ...]
ENDING = ".yaml"

# Steps from the top of a file down to an entry; 0 where the file is the entry.
ENTRY_DEPTH = {
    **dict.fromkeys(("sources", "rules", "exercises", "ladders", "tests", "regions", "kit"), 1),
    **dict.fromkeys(("weights", "training", "planner"), 1),
    **dict.fromkeys(("articles", "safety", "claims"), 2),
}


FOLDERS = frozenset({"exercises", "protocols", "rules"})  # kinds of which there are many files


def file_words(kind: str) -> str:
    """Return where entries of a kind stand: ``"rules/"``, ``"kit.yaml"``."""
    return f"{kind}/" if kind in FOLDERS else kind + ENDING


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file of the base.

    Attributes
    ----------
    name
        Without ending, ``"rules/dose"``.
    data
        What it says, as JSON would give it back: keys are text, numbers are finite.
    faults
        What was wrong with the writing itself.
    """

    name: str
    data: Any = None
    faults: tuple[KnowledgeFault, ...] = ()
    node: yaml.Node | None = field(default=None, repr=False)

    @property
    def file(self) -> str:
        """Name with ending."""
        return self.name + ENDING

    @property
    def kind(self) -> str:
        """Kind of its entries: the folder, or the file itself where it has none."""
        return self.name.partition("/")[0]

    @property
    def is_unread(self) -> bool:
        """Whether nothing could be read from it at all."""
        return self.node is None and bool(self.faults)

    def line_of(self, path: Path) -> int | None:
        """Line of the value at `path`, or of the nearest part around it, counted from 1."""
        node, line = self.node, 1 if self.node is not None else None
        for step in path:
            found = _inside(node, step)
            if found is None:
                break
            line, node = found
        return line

    def fault(
        self, kind: FaultKind, path: Path, *, expected: str, do: str, got: str = ""
    ) -> KnowledgeFault:
        """Return a fault of the value at `path`."""
        depth = ENTRY_DEPTH.get(self.kind, 0)
        return KnowledgeFault(
            kind=kind,
            file=self.file,
            line=self.line_of(path),
            entry=self._entry(path[:depth]),
            field=field_words(path[depth:]),
            expected=expected,
            got=got,
            do=do,
        )

    def _entry(self, path: Path) -> str:
        entry = self.data
        for step in path:
            entry = part_of(entry, step)
        if isinstance(entry, dict):
            for key in ("id", "key", "slug"):
                if isinstance(entry.get(key), str):
                    return str(entry[key])
        last = path[-1] if path else ""
        return f"entry {last + 1}" if isinstance(last, int) else last


def part_of(value: Any, step: str | int) -> Any:  # noqa: ANN401  # YAML can hold anything
    """Return the part of a map or list at `step`; None where there is none."""
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _inside(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    """Return line and node of a part of `node`; None where there is no such part."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value) == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        part = node.value[step]
        return part.start_mark.line + 1, part
    return None


def field_words(path: Path) -> str:
    """Return a path as an author writes it: ``pain.avoid[0].region``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".")
