"""The shipped knowledge base with faults planted in it, and what the checks say about them."""

import re
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from runwright.knowledge import check
from runwright.knowledge.check_schema import schema_faults
from runwright.knowledge.check_yaml import read_document
from runwright.knowledge.documents import Document
from runwright.knowledge.errors import KnowledgeFault

ROOT = Path(__file__).resolve().parents[3]
BASE = ROOT / "src" / "runwright" / "knowledge" / "base"
GONE = object()  # plants a hole: the key or item is taken out
LINE = re.compile(r", line \d+(, column \d+)?")

_schema_faults = cache(lambda document: tuple(schema_faults(document)))


@cache
def texts() -> dict[str, str]:
    return {
        file.relative_to(BASE).with_suffix("").as_posix(): file.read_text("utf-8")
        for file in sorted(BASE.rglob("*.yaml"))
    }


@cache
def shipped() -> dict[str, Document]:
    return {name: read_document(name, text) for name, text in texts().items()}


def faults(*changes: tuple[str, tuple[str | int, ...], Any]) -> tuple[KnowledgeFault, ...]:
    """Faults of the shipped base after changes: file, path (ids or places), new value."""
    documents = dict(shipped())
    for name, path, value in changes:
        data = deepcopy(documents[name].data)
        documents[name] = replace(documents[name], data=put(data, path, value))
    return faults_of(documents)


def faults_of(documents: dict[str, Document]) -> tuple[KnowledgeFault, ...]:
    with patch.object(check, "schema_faults", _schema_faults):
        return check.faults_in(documents.values())


def said(*changes: tuple[str, tuple[str | int, ...], Any]) -> list[str]:
    """Sentences about the changes, without the lines, which move when the base grows."""
    return [LINE.sub("", str(fault)) for fault in faults(*changes)]


def put(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    *way, last = path
    inside = data
    for step in way:
        inside = inside[place(inside, step)]
    last = place(inside, last) if isinstance(inside, list) and last != len(inside) else last
    if value is GONE:
        del inside[last]
    elif isinstance(inside, list) and last == len(inside):
        inside.append(value)
    else:
        inside[last] = value
    return data


def place(inside: Any, step: str | int) -> str | int:
    """Return where an entry of this id stands in a list; other steps as they are."""
    if isinstance(inside, list) and isinstance(step, str):
        return next(
            at
            for at, entry in enumerate(inside)
            if step in {entry.get("id"), entry.get("key"), entry.get("slug")}
        )
    return step
