"""What a stored type looks like to a writer, a reader and a schema: its fields and their types."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

REQUIRED: Any = MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field of a stored type.

    Attributes
    ----------
    hint
        Its type, None left out.
    optional
        Whether None is one of its values; None is left out of the file.
    default
        Value of a field that is left out; `REQUIRED` where it may not be.
    """

    name: str
    hint: Any
    optional: bool
    default: Any

    @property
    def required(self) -> bool:
        """Whether the file must have it."""
        return self.default is REQUIRED and not self.optional


@cache
def parts_of(kind: type) -> tuple[Part, ...]:
    """Fields of a dataclass in their order."""
    hints = get_type_hints(kind)
    return tuple(_part(one, hints[one.name]) for one in fields(kind))


def _part(one: Field[Any], hint: Any) -> Part:  # noqa: ANN401  # a type hint is anything
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kept = tuple(choice for choice in choices if choice is not type(None))
    optional = len(kept) < len(choices)
    default = one.default_factory() if one.default_factory is not MISSING else one.default
    return Part(
        name=one.name,
        hint=kept[0],
        optional=optional,
        default=None if optional and default is MISSING else default,
    )


@cache
def is_list(hint: Any) -> bool:  # noqa: ANN401
    """Whether a JSON array holds it."""
    return get_origin(hint) in {tuple, frozenset}


@cache
def item_hints(hint: Any) -> tuple[Any, int | None]:  # noqa: ANN401
    """Type of an array's items, all alike, and how many there must be; None for any number."""
    inner = get_args(hint)
    if get_origin(hint) is frozenset or (len(inner) == 2 and inner[1] is Ellipsis):  # noqa: PLR2004
        return inner[0], None
    return inner[0], len(inner)


@cache
def value_hint(hint: Any) -> Any | None:  # noqa: ANN401
    """Type of the values of a mapping by name; None for anything else."""
    return get_args(hint)[1] if get_origin(hint) is Mapping else None


@cache
def is_object(hint: Any) -> bool:  # noqa: ANN401
    """Whether a JSON object with the fields of a type holds it."""
    return isinstance(hint, type) and is_dataclass(hint)


@cache
def choices_of(hint: Any) -> Mapping[object, Enum] | None:  # noqa: ANN401
    """Members of an enumeration by their value; None for anything else."""
    is_enum = isinstance(hint, type) and issubclass(hint, Enum)
    return {choice.value: choice for choice in hint} if is_enum else None
