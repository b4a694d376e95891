"""The JSON Schema of a stored type, made from its fields and docstrings."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from runwright.formats.values_json.encode import plain
from runwright.formats.values_json.shapes import (
    REQUIRED,
    Part,
    is_list,
    item_hints,
    parts_of,
    value_hint,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    datetime: {"type": "string", "format": "date-time"},
}
Schema = dict[str, Any]


def schema_of(kind: type, *, id: str, title: str, version: str) -> Schema:  # noqa: A002  # JSON Schema's word
    """Return the schema of a stored type that names its version in ``schema_version``."""
    whole = _object(kind)
    whole["properties"]["schema_version"] = {
        **whole["properties"]["schema_version"],
        "const": version,
    }
    return {
        "$schema": DRAFT,
        "$id": id,
        "title": title,
        "$comment": "Where a description says None, the field is left out.",
        **whole,
        "$defs": {_name(one): _object(one) for one in _met(kind)},
    }


def _met(root: type) -> list[type]:
    """Return every dataclass below `root`, by name."""
    found: set[type] = set()
    waiting = list(_inner(root))
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting.extend(_inner(kind))
    return sorted(found, key=_name)


def _inner(kind: type) -> Iterator[type]:
    for part in parts_of(kind):
        yield from _dataclasses_of(part.hint)


def _dataclasses_of(hint: Any) -> Iterator[type]:  # noqa: ANN401
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    if is_list(hint):
        yield from _dataclasses_of(item_hints(hint)[0])
    if value_hint(hint) is not None:
        yield from _dataclasses_of(value_hint(hint))


def _object(kind: type) -> Schema:
    parts = parts_of(kind)
    described = _attributes(kind)
    return {
        "description": (kind.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "properties": {part.name: _field(part, described.get(part.name)) for part in parts},
        "required": [part.name for part in parts if part.required],
        "additionalProperties": False,
    }


def _field(part: Part, description: str | None) -> Schema:
    schema = dict(_type(part.hint))
    if description is not None:
        schema["description"] = description
    if part.default is not REQUIRED and part.default is not None:
        schema["default"] = plain(part.default)
    return schema


def _type(hint: Any) -> Schema:  # noqa: ANN401
    if is_list(hint):
        inner, length = item_hints(hint)
        exact = {} if length is None else {"minItems": length, "maxItems": length}
        return {"type": "array", "items": _type(inner), **exact}
    if value_hint(hint) is not None:
        return {"type": "object", "additionalProperties": _type(value_hint(hint))}
    if is_dataclass(hint) and isinstance(hint, type):
        return {"$ref": f"#/$defs/{_name(hint)}"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [choice.value for choice in hint]}
    return SCALARS[hint]


def _name(kind: type) -> str:
    return kind.__name__.removeprefix("Stored")


def _attributes(kind: type) -> dict[str, str]:
    """Return what the docstring says about each field, on one line."""
    _, _, section = (kind.__doc__ or "").partition("----------\n")
    found: dict[str, str] = {}
    names: list[str] = []
    for line in section.splitlines():
        heading = re.fullmatch(r"    (\w+(?:, \w+)*)", line)
        if heading:
            names = heading[1].split(", ")
        elif line.strip():
            found |= {name: f"{found.get(name, '')} {line.strip()}".strip() for name in names}
    return found
