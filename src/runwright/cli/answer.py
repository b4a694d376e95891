"""Answers for programs: JSON with stable keys, the ones `schemas/cli.schema.json` names."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import click


def say_json(answer: Mapping[str, Any]) -> None:
    """Write an answer as JSON."""
    click.echo(json.dumps(answer, ensure_ascii=True, indent=2, allow_nan=False))


def plain(value: Any) -> Any:  # noqa: ANN401  # any of our values
    """Return a value in the types of JSON: fields by name, days as ISO dates, None as null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(one) for one in value)
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return round(value, 3) if isinstance(value, float) else value
