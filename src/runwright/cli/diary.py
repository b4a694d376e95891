"""The diary of a plan in plain files beside it: sessions, mornings, decisions, what was asked for.

Every entry is one file in the format of the app and the API. Files are only ever added; a session
told again takes the place of itself.
"""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from runwright.cli.files import read_text, write_all
from runwright.cli.guard import WrongUseError
from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession
from runwright.domain.proposal import Decided, standing
from runwright.domain.script import SessionScript
from runwright.domain.words import _
from runwright.formats.session_json import (
    performed_text,
    read_performed,
    read_script,
    script_text,
)
from runwright.formats.values_json.decode import Decoder, UnreadableError
from runwright.formats.values_json.document import document_text

DIARY = "diary"
SESSIONS, MORNINGS, DECISIONS, ASKED = "sessions", "check-ins", "decisions", "asked"
UNFINISHED = "unfinished.txt"
Value = TypeVar("Value")


class DiaryFolder:
    """Reads and adds entries.

    Parameters
    ----------
    folder
        The folder of the plan.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / DIARY

    @cached_property
    def told(self) -> Told:
        """Everything in it, as the coach is told.

        Raises
        ------
        WrongUseError, DocumentError
            If a file in it cannot be read; names it.
        """
        scripts = (read_script(text, source=name) for name, text in self._texts(ASKED))
        return Told(
            sessions=tuple(
                read_performed(text, source=name) for name, text in self._texts(SESSIONS)
            ),
            check_ins=tuple(_value(CheckIn, text, name) for name, text in self._texts(MORNINGS)),
            scripts={one.id: one for one in scripts},
            decisions=standing(self.record),
        )

    @cached_property
    def record(self) -> tuple[Decided, ...]:
        """Every decision, in the order it was written down."""
        return tuple(_value(Decided, text, name) for name, text in self._texts(DECISIONS))

    def keep_session(self, done: PerformedSession, asked: SessionScript | None) -> Path:
        """Add a session and what it had asked for; return its file."""
        if asked is not None:
            self._add(ASKED, asked.id, script_text(asked))
        return self._add(SESSIONS, f"{done.started_at.date()}-{done.id}", performed_text(done))

    def keep_check_in(self, told: CheckIn) -> Path:
        """Add a morning, in place of what was told earlier that day; return its file."""
        return self._add(MORNINGS, told.day.isoformat(), document_text(told))

    def keep_decision(self, decided: Decided) -> Path:
        """Add a line to the record; return its file."""
        number = sum(1 for _name, _text in self._texts(DECISIONS)) + 1
        return self._add(DECISIONS, f"{number:05}", document_text(decided))

    def keep_unfinished(self, lines: list[str]) -> Path:
        """Keep lines of a session that was not told to its end; none take them away."""
        (file,) = write_all(self.folder, {UNFINISHED: "".join(f"{one}\n" for one in lines)})
        return file

    @property
    def unfinished(self) -> list[str]:
        """Lines of a session that was not told to its end."""
        file = self.folder / UNFINISHED
        return read_text(file).splitlines() if file.is_file() else []

    def _add(self, kind: str, name: str, text: str) -> Path:
        self.__dict__.pop("told", None)
        self.__dict__.pop("record", None)
        (file,) = write_all(self.folder / kind, {f"{name}.json": text})
        return file

    def _texts(self, kind: str) -> Iterator[tuple[str, str]]:
        for file in sorted((self.folder / kind).glob("*.json")):
            yield str(file), read_text(file)


def _value(kind: type[Value], text: str, name: str) -> Value:
    decoder = Decoder()
    try:
        value: Value = decoder.read(kind, json.loads(text), "")
    except (UnreadableError, ValueError, RecursionError):
        faults = "; ".join(str(fault) for fault in decoder.faults)
        says = _("{file} is no entry of a diary: {why}").format(
            file=name, why=faults or _("the text may have been cut off")
        )
        raise WrongUseError(says) from None
    return value
