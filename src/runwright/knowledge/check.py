"""Reads all files of the knowledge base and tells every fault at once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from runwright.knowledge.check_base import Base
from runwright.knowledge.check_exercises import exercise_faults
from runwright.knowledge.check_ladders import ladder_faults
from runwright.knowledge.check_protocols import protocol_faults
from runwright.knowledge.check_references import reference_faults
from runwright.knowledge.check_rules import rule_faults
from runwright.knowledge.check_schema import kinds_with_schema, schema_faults
from runwright.knowledge.check_screening import screening_faults
from runwright.knowledge.check_support import support_faults
from runwright.knowledge.check_words import nearest, or_words
from runwright.knowledge.check_yaml import read_document
from runwright.knowledge.documents import ENDING, FOLDERS, Document, Path, file_words
from runwright.knowledge.errors import FaultKind, KnowledgeFault, KnowledgeFaultsError

BEYOND_SHAPE = (
    reference_faults,
    support_faults,
    rule_faults,
    exercise_faults,
    ladder_faults,
    screening_faults,
    protocol_faults,
)


def check(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return what the files say, as JSON would give it back.

    Parameters
    ----------
    texts
        YAML by name without ending, ``"rules/dose"``.

    Raises
    ------
    KnowledgeFaultsError
        If anything in any file is wrong; it holds all of it.
    """
    documents = [read_document(name, text) for name, text in texts.items()]
    faults = faults_in(documents)
    if faults:
        raise KnowledgeFaultsError(faults)
    return {document.name: document.data for document in documents}


def faults_in(documents: Iterable[Document]) -> tuple[KnowledgeFault, ...]:
    """Every fault of the files, each once; a mistake is told where it is first seen."""
    known: dict[str, Document] = {}
    faults: list[KnowledgeFault] = []
    for document in documents:
        if _belongs(document.name):
            known[document.name] = document
        else:
            faults.append(_stray(document.name))
    faults += _missing(known)
    misshapen: dict[str, frozenset[Path]] = {}
    for document in known.values():
        faults += document.faults
        told = {(fault.entry, fault.field) for fault in document.faults}
        shapes = [] if document.is_unread else list(schema_faults(document))
        faults += [fault for _, fault in shapes if (fault.entry, fault.field) not in told]
        paths = (path for path, _ in shapes)
        misshapen[document.name] = frozenset({()} if document.is_unread else paths)
    base = Base(documents=known, misshapen=misshapen)
    faults += [fault for faults_of in BEYOND_SHAPE for fault in faults_of(base)]
    return tuple(dict.fromkeys(faults))


def _belongs(name: str) -> bool:
    kind, in_folder, rest = name.partition("/")
    if kind in FOLDERS:
        return bool(in_folder and rest and "/" not in rest)
    return name in kinds_with_schema()


def _stray(name: str) -> KnowledgeFault:
    kinds = sorted(kinds_with_schema())
    near = nearest(name.partition("/")[0], kinds)
    return KnowledgeFault(
        kind=FaultKind.FILE,
        file=name + ENDING,
        expected=f"one of {or_words(file_words(kind) for kind in kinds)}",
        got="another file",
        do=f"move it to {file_words(near)}" if near is not None else "move it out",
    )


def _missing(known: Mapping[str, Document]) -> Iterator[KnowledgeFault]:
    there = {document.kind for document in known.values()}
    for kind in sorted(kinds_with_schema() - there):
        yield KnowledgeFault(
            kind=FaultKind.FILE,
            file=file_words(kind),
            expected="a file of this kind",
            got="none",
            do="add it",
        )
