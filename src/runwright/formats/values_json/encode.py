"""Stored values become JSON values; fields that say nothing are left out."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from runwright.formats.values_json.layout import Plain
from runwright.formats.values_json.shapes import parts_of


def plain(value: Any) -> Plain:  # noqa: ANN401  # any stored value
    """Return a stored value in the types of JSON."""
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | frozenset):
        values = [plain(one) for one in value]
        return sorted(values, key=str) if isinstance(value, frozenset) else values
    return _scalar(value)


def object_of(value: Any) -> dict[str, Plain]:  # noqa: ANN401
    """Return a stored dataclass, or a mapping of them, as a JSON object."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    return _object(value)


def _object(value: Any) -> dict[str, Plain]:  # noqa: ANN401
    kind: type = type(value)
    found = ((part, getattr(value, part.name)) for part in parts_of(kind))
    return {part.name: plain(one) for part, one in found if not _says_nothing(one, part.default)}


def _says_nothing(value: object, default: object) -> bool:
    """Whether a field is left out: None, or empty by default. Other defaults are written out."""
    return value is None or (not default and value == default and type(value) is type(default))


def _scalar(value: Any) -> Plain:  # noqa: ANN401
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    scalar: str | int | float | bool | None = value
    return scalar
