"""What is wrong with the knowledge base: every fault a value and a sentence, all told at once.

The sentences are in English like the knowledge base itself: only its authors read them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.errors import RunwrightError


class FaultKind(StrEnum):
    """Kinds of fault; the values are stable, for whoever counts or filters them."""

    FILE = "kb.file"
    SYNTAX = "kb.syntax"
    DUPLICATE_KEY = "kb.duplicate-key"
    PLAIN_VALUE = "kb.plain-value"
    SHAPE = "kb.shape"
    DUPLICATE_ID = "kb.duplicate-id"
    UNKNOWN_ID = "kb.unknown-id"
    SUPPORT = "kb.support"
    PLACE = "kb.place"
    RULE = "kb.rule"
    EXERCISE = "kb.exercise"
    LADDER = "kb.ladder"
    HOME_TEST = "kb.home-test"
    QUESTION = "kb.question"
    PROTOCOL = "kb.protocol"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeFault:
    """One thing that is wrong in one file.

    Attributes
    ----------
    file
        Name inside the base, ``"rules/dose.yaml"``.
    line, column
        Counted from 1; None where there is nothing to point at.
    entry
        Id of the entry, or its place where it has no id; '' for the file as a whole.
    field
        Keys down to the value, ``"pain.avoid[0].region"``; '' for the entry as a whole.
    expected, got
        Words that follow "expected" and "got"; `got` is '' where nothing can be shown.
    do
        What to do about it, as a request.
    """

    kind: FaultKind
    file: str
    expected: str
    do: str
    line: int | None = None
    column: int | None = None
    entry: str = ""
    field: str = ""
    got: str = ""

    def __str__(self) -> str:
        where = [self.file]
        if self.line is not None:
            where.append(f"line {self.line}")
        if self.column is not None:
            where.append(f"column {self.column}")
        what = ", ".join(part for part in (self.entry, self.field) if part)
        got = f", got {self.got}" if self.got else ""
        subject = f"{what}: " if what else ""
        return f"{', '.join(where)}: {subject}expected {self.expected}{got}; {self.do}."


class KnowledgeError(RunwrightError):
    """The root of what can be wrong with the knowledge base."""

    code = "kb"


class KnowledgeFaultsError(KnowledgeError):
    """The knowledge base has faults; `faults` holds all of them, by file and line."""

    code = "kb.faults"

    def __init__(self, faults: Iterable[KnowledgeFault]) -> None:
        self.faults = tuple(sorted(faults, key=_place))
        count = len(self.faults)
        heading = f"The knowledge base has {'one fault' if count == 1 else f'{count} faults'}:"
        super().__init__("\n".join((heading, *(f"  {fault}" for fault in self.faults))))


def _place(fault: KnowledgeFault) -> tuple[str, int, int, str, str]:
    return (fault.file, fault.line or 0, fault.column or 0, fault.field, fault.expected)
