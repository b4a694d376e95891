"""JSON values become stored values; every mistake is noted with its place, none stops the rest."""

import math
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.words import _
from runwright.formats.nearest import nearest
from runwright.formats.plain import one_line
from runwright.formats.values_json.fault import Fault
from runwright.formats.values_json.shapes import (
    Part,
    choices_of,
    is_list,
    is_object,
    item_hints,
    parts_of,
    value_hint,
)

SHOWN_AT_MOST = 40  # letters of a found value that a sentence repeats


class UnreadableError(Exception):
    """A value that could not be read; its fault is already noted."""


class Decoder:
    """Reads JSON values by type, and keeps what was wrong.

    Attributes
    ----------
    faults
        What was wrong so far, in the order of reading.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def refuse(self, where: str, says: str) -> UnreadableError:
        """Note a fault, and return what to raise when nothing can be read in its place."""
        self.faults.append(Fault(where=where, says=says))
        return UnreadableError(says)

    def read(self, hint: Any, found: object, where: str) -> Any:  # noqa: ANN401
        """Return the value of type `hint` that JSON holds.

        Raises
        ------
        UnreadableError
            If there is none; why is in `faults`.
        """
        if is_list(hint):
            return self._list(hint, found, where)
        inner = value_hint(hint)
        if inner is not None:
            return self._mapping(inner, found, where)
        if is_object(hint):
            return self._object(hint, found, where)
        return self._scalar(hint, found, where)

    def _list(self, hint: Any, found: object, where: str) -> Any:  # noqa: ANN401
        if not isinstance(found, list):
            raise self._expected(_("a list"), found, where)
        inner, length = item_hints(hint)
        if length is not None and len(found) != length:
            wanted = _("a list of {length}").format(length=length)
            raise self._expected(wanted, _("{count} of them").format(count=len(found)), where)
        values = []
        failed: UnreadableError | None = None
        for number, one in enumerate(found):
            try:
                values.append(self.read(inner, one, f"{where}[{number}]"))
            except UnreadableError as error:
                failed = error
        if failed is not None:
            raise failed
        return frozenset(values) if hint.__origin__ is frozenset else tuple(values)

    def _mapping(self, inner: Any, found: object, where: str) -> dict[str, Any]:  # noqa: ANN401
        if not isinstance(found, dict):
            raise self._expected(_("an object"), found, where)
        values = {}
        failed: UnreadableError | None = None
        for key, one in found.items():
            try:
                values[key] = self.read(inner, one, f"{where}.{one_line(key)}")
            except UnreadableError as error:
                failed = error
        if failed is not None:
            raise failed
        return values

    def _object(self, kind: type, found: object, where: str) -> Any:  # noqa: ANN401
        if not isinstance(found, dict):
            raise self._expected(_("an object"), found, where)
        parts = {part.name: part for part in parts_of(kind)}
        before = len(self.faults)
        self._unknown(found, parts, where)
        values = {}
        for name, part in parts.items():
            try:
                values[name] = self._field(part, found, where)
            except UnreadableError:
                continue
        if len(self.faults) > before:
            raise UnreadableError(where)
        try:
            return kind(**values)
        except ValueOutOfRangeError as error:
            raise self.refuse(where, str(error)) from error

    def _unknown(self, found: dict[str, object], parts: dict[str, Part], where: str) -> None:
        for key in found:
            if key in parts:
                continue
            guess = nearest(key, parts)
            hint = _(" Did you mean '{guess}'?").format(guess=guess) if guess else ""
            says = _("there is no field '{key}' here.").format(key=one_line(key)[:SHOWN_AT_MOST])
            self.refuse(where, says + hint)

    def _field(self, part: Part, found: dict[str, object], where: str) -> Any:  # noqa: ANN401
        place = f"{where}.{part.name}" if where else part.name
        if part.name in found and not (part.optional and found[part.name] is None):
            return self.read(part.hint, found[part.name], place)
        if part.required:
            wanted = _("the field is missing; {expected} belongs here.")
            raise self.refuse(place, wanted.format(expected=_kind_words(part.hint)))
        return part.default

    def _scalar(self, hint: Any, found: object, where: str) -> Any:  # noqa: ANN401
        if hint is date:
            return self._date(found, where)
        if hint is datetime:
            return self._moment(found, where)
        choices = choices_of(hint)
        if choices is not None:
            return self._choice(choices, found, where)
        if hint is float and isinstance(found, int | float) and not isinstance(found, bool):
            return self._number(found, where)
        if (
            hint is float
            or not isinstance(found, hint)
            or (hint is int and isinstance(found, bool))
        ):
            raise self._expected(_kind_words(hint), found, where)
        return found

    def _number(self, found: float, where: str) -> float:
        if not math.isfinite(found):
            raise self._expected(_kind_words(float), found, where)
        return found

    def _date(self, found: object, where: str) -> date:
        try:
            return (
                date.fromisoformat(found) if isinstance(found, str) else self._no_date(found, where)
            )
        except ValueError:
            return self._no_date(found, where)

    def _no_date(self, found: object, where: str) -> date:
        raise self._expected(_kind_words(date), found, where)

    def _moment(self, found: object, where: str) -> datetime:
        try:
            moment = datetime.fromisoformat(found) if isinstance(found, str) else None
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise self._expected(_kind_words(datetime), found, where)
        return moment

    def _choice(self, choices: Mapping[object, Enum], found: object, where: str) -> Enum:
        if isinstance(found, str | int) and found in choices:
            return choices[found]
        values = [str(value) for value in choices]
        guess = nearest(found, values) if isinstance(found, str) else None
        says = _("expected one of {choices}, found {found}.").format(
            choices=", ".join(values), found=shown(found)
        )
        raise self.refuse(
            where, says + (_(" Did you mean '{guess}'?").format(guess=guess) if guess else "")
        )

    def _expected(self, wanted: str, found: object, where: str) -> UnreadableError:
        words = _("expected {wanted}, found {found}.")
        return self.refuse(where, words.format(wanted=wanted, found=shown(found)))


def shown(found: object) -> str:
    """Return a found value as a sentence repeats it, short and safe to print."""
    if isinstance(found, dict):
        return _("an object")
    if isinstance(found, list):
        return _("a list")
    if found is None or isinstance(found, bool):
        return {None: "null", True: "true", False: "false"}[found]
    return one_line(repr(found))[:SHOWN_AT_MOST]


def _kind_words(hint: Any) -> str:  # noqa: ANN401
    if is_list(hint):
        return _("a list")
    if hint is date:
        return _("a date such as '2026-08-24'")
    if hint is datetime:
        return _("a time with its zone such as '2026-08-24T18:05:00+02:00'")
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _("one of {choices}").format(choices=", ".join(str(one.value) for one in hint))
    words = {
        str: _("text"),
        int: _("a whole number"),
        float: _("a number"),
        bool: _("true or false"),
    }
    return words.get(hint, _("an object"))
