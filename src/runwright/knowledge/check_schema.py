"""What the schemas say about a file, in our words instead of a validator's."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as package_files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from runwright.knowledge.check_words import or_words, spoken, write_nearest
from runwright.knowledge.documents import Document, Path
from runwright.knowledge.errors import FaultKind, KnowledgeFault

Said = tuple[Path, str, str, str]  # path inside the value, expected, got, what to do

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
SHARED = "common"
SCHEMA_ENDING = ".schema.json"
TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a map of keys and values",
    "null": "nothing",
}


def kinds_with_schema() -> frozenset[str]:
    """Return the kinds of file the knowledge base knows."""
    return frozenset(_schemas()) - {SHARED}


def schema_faults(document: Document) -> Iterator[tuple[Path, KnowledgeFault]]:
    """Faults in the shape of a file, and where: missing, unknown and wrong values."""
    for error in _validator(document.kind).iter_errors(document.data):
        yield from _said(document, error)


@cache
def _schemas() -> Mapping[str, Any]:
    folder = package_files("runwright.knowledge") / "schemas"
    return {
        entry.name.removesuffix(SCHEMA_ENDING): json.loads(entry.read_text("utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(SCHEMA_ENDING)
    }


@cache
def _validator(kind: str) -> Draft202012Validator:
    shared: Resource[Any] = DRAFT202012.create_resource(_schemas()[SHARED])
    registry: Registry[Any] = Registry().with_resource(SHARED + SCHEMA_ENDING, shared)
    return Draft202012Validator(_schemas()[kind], registry=registry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A value that a keyword of a schema refuses.

    Attributes
    ----------
    keyword, limit
        ``"maxItems"`` and its 4.
    described
        What the schema says the value is, '' where it does not.
    fields
        Names the schema knows inside the value.
    """

    keyword: str
    limit: Any
    value: Any
    described: str
    fields: tuple[str, ...]


def _said(document: Document, error: ValidationError) -> Iterator[tuple[Path, KnowledgeFault]]:
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    refused = Refused(
        keyword=str(error.validator),
        limit=error.validator_value,
        value=error.instance,
        described=str(schema.get("description", "")),
        fields=tuple(schema.get("properties", ())),
    )
    words = WORDS.get(refused.keyword, _words_of_description)
    if "propertyNames" in error.absolute_schema_path:
        words = _words_of_key_name
    for inside, expected, got, do in words(refused):
        path = (*error.absolute_path, *inside)
        yield path, document.fault(FaultKind.SHAPE, path, expected=expected, got=got, do=do)


def _words_of_type(refused: Refused) -> Iterator[Said]:
    names = [refused.limit] if isinstance(refused.limit, str) else list(refused.limit)
    got, expected = refused.value, refused.described or or_words(TYPES[name] for name in names)
    do = "write null" if names == ["null"] else f"write {expected}"
    if "string" in names and isinstance(got, bool | int | float):
        do = "put it in quotes"
    elif {"integer", "number"} & set(names) and isinstance(got, str) and NUMBER.fullmatch(got):
        do = "take the quotes off"
    yield (), expected, spoken(got), do


def _words_of_enum(refused: Refused) -> Iterator[Said]:
    known = [f"{value}" for value in refused.limit if value is not None]
    nothing = ["nothing"] if None in refused.limit else []
    expected = refused.described or or_words([*known, *nothing])
    do = write_nearest(refused.value, known) or f"write {or_words(known)}"
    yield (), expected, spoken(refused.value), do


def _words_of_const(refused: Refused) -> Iterator[Said]:
    yield (), f"{refused.limit}", spoken(refused.value), f"write {refused.limit}"


def _words_of_required(refused: Refused) -> Iterator[Said]:
    for name in refused.limit:
        if name not in refused.value:
            yield (name,), "a value", "nothing", f"add '{name}'"


def _words_of_dependent(refused: Refused) -> Iterator[Said]:
    for name, needed in refused.limit.items():
        for one in needed:
            if name in refused.value and one not in refused.value:
                yield (one,), f"a value beside '{name}'", "nothing", f"add '{one}'"


def _words_of_unknown_field(refused: Refused) -> Iterator[Said]:
    for name in refused.value:
        if name not in refused.fields:
            free = [one for one in refused.fields if one not in refused.value]
            do = write_nearest(name, free) or "take it out"
            yield (name,), "a field that is known here", f"'{name}'", do


def _words_of_key_name(refused: Refused) -> Iterator[Said]:
    """Words for a key that may not be called so; jsonschema gives the key as the value."""
    name, expected, do = f"{refused.value}", refused.described, ""
    if refused.keyword == "enum":
        expected = or_words(refused.limit)
        do = write_nearest(name, refused.limit)
    yield (name,), expected, f"'{name}'", do or "rename it"


def _words_of_length(refused: Refused) -> Iterator[Said]:
    limit, length = refused.limit, len(refused.value)
    most = refused.keyword.startswith("max")
    expected = f"{'at most' if most else 'at least'} {limit}"
    if isinstance(refused.value, str):
        yield (), f"{expected} characters", f"{length}", f"take {length - limit} away"
        return
    do = "take some away" if most else "add what is missing"
    yield (), refused.described or expected, f"{length}", do


def _words_of_limit(refused: Refused) -> Iterator[Said]:
    expected = LIMITS[refused.keyword].format(refused.limit)
    yield (), expected, spoken(refused.value), f"write {expected}"


def _words_of_repeats(refused: Refused) -> Iterator[Said]:
    shown = [f"{one}" for one in refused.value]
    again = next((one for one in shown if shown.count(one) > 1), "")
    yield (), "each once", f"'{again}' twice", "take one away"


def _words_of_description(refused: Refused) -> Iterator[Said]:
    yield (), refused.described or "another value", spoken(refused.value), "rewrite it"


LIMITS = {"minimum": "{} or more", "maximum": "{} or less", "exclusiveMinimum": "more than {}"}
WORDS: Mapping[str, Callable[[Refused], Iterator[Said]]] = {
    "type": _words_of_type,
    "enum": _words_of_enum,
    "const": _words_of_const,
    "required": _words_of_required,
    "dependentRequired": _words_of_dependent,
    "additionalProperties": _words_of_unknown_field,
    **dict.fromkeys(("maxLength", "minItems", "maxItems"), _words_of_length),
    **dict.fromkeys(LIMITS, _words_of_limit),
    "uniqueItems": _words_of_repeats,
}
