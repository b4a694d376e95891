"""Reads YAML as plain data, and tells of keys given twice and values that JSON cannot hold."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypedDict

import yaml

from runwright.knowledge.documents import ENDING, Document, Path
from runwright.knowledge.errors import FaultKind, KnowledgeFault

Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # some builds lack the C one
DEEPEST = 20  # the deepest file has nine levels; an anchor that holds itself has no bottom


class Words(TypedDict):
    """What a fault says about a value."""

    expected: str
    got: str
    do: str


Odd = tuple[Path, Words]
Scalar = str | int | float | bool | None


def read_document(name: str, text: str) -> Document:
    """Return a file as plain data, with every fault of its writing."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return Document(name, faults=(_not_utf8(name, text, error.start),))
    try:
        node = yaml.compose(text, Loader=Loader)
        if node is None:
            return Document(name)
        twice = tuple(_keys_twice(node))  # before making it joins them
        made = _made_of(node)
    except yaml.YAMLError as error:
        return Document(name, faults=(_syntax(name, error),))
    odd: list[Odd] = []
    document = Document(name, data=_plain(made, (), odd), node=node)
    faults = [_twice(document, *again) for again in twice]
    faults += [document.fault(FaultKind.PLAIN_VALUE, path, **words) for path, words in odd]
    return replace(document, faults=tuple(faults))


def _keys_twice(top: yaml.Node) -> Iterator[tuple[Path, yaml.Node, int]]:
    """Where a key stands again: its path, its node, and the line of the first."""
    waiting: list[tuple[Path, yaml.Node]] = [((), top)]
    seen: set[int] = set()
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            first: dict[str, int] = {}
            for key, value in node.value:
                word, line = str(key.value), key.start_mark.line + 1
                if word in first:
                    yield (*path, word), key, first[word]
                first.setdefault(word, line)
                waiting.append(((*path, word), value))
        elif isinstance(node, yaml.SequenceNode):
            waiting += [((*path, at), part) for at, part in enumerate(node.value)]


def _twice(document: Document, path: Path, key: yaml.Node, first: int) -> KnowledgeFault:
    fault = document.fault(
        FaultKind.DUPLICATE_KEY,
        path,
        expected="each key once",
        got=f"'{path[-1]}' again",
        do=f"keep this one or the one in line {first}",
    )
    return replace(fault, line=key.start_mark.line + 1, column=key.start_mark.column + 1)


def _made_of(node: yaml.Node) -> Any:  # noqa: ANN401  # YAML can hold anything
    maker = Loader("")
    try:
        return maker.construct_document(node)
    finally:
        maker.dispose()


def _plain(value: Any, path: Path, odd: list[Odd]) -> Any:  # noqa: ANN401
    """Return `value` as JSON would give it back, and note what JSON cannot hold."""
    if len(path) > DEEPEST:
        odd.append((
            path,
            Words(
                expected="a value with a bottom", got="one inside itself", do="take the anchor out"
            ),
        ))
        return None
    if isinstance(value, dict):
        return {
            _key(key, path, odd): _plain(part, (*path, str(key)), odd)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [_plain(part, (*path, at), odd) for at, part in enumerate(value)]
    return _plain_scalar(value, path, odd)


def _plain_scalar(value: Any, path: Path, odd: list[Odd]) -> Scalar:  # noqa: ANN401
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, float):
        words = Words(expected="a number", got=f"{value}", do="write a finite one")
    else:
        words = Words(expected="text or a number", got=f"{value}", do="put it in quotes")
    odd.append((path, words))
    return None


def _key(key: object, path: Path, odd: list[Odd]) -> str:
    if isinstance(key, bool) or not isinstance(key, str | int):
        words = Words(expected="words as keys", got=f"{key}", do="put the key in quotes")
        odd.append((path, words))
    return str(key)


def _not_utf8(name: str, text: str, start: int) -> KnowledgeFault:
    return KnowledgeFault(
        kind=FaultKind.SYNTAX,
        file=name + ENDING,
        line=text.count("\n", 0, start) + 1,
        expected="text in UTF-8",
        got="bytes that are not",
        do="save the file as UTF-8",
    )


def _syntax(name: str, error: yaml.YAMLError) -> KnowledgeFault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return KnowledgeFault(
        kind=FaultKind.SYNTAX,
        file=name + ENDING,
        line=mark.line + 1 if mark is not None else None,
        column=mark.column + 1 if mark is not None else None,
        expected="YAML",
        got=f"something else ({problem})",
        do="look at this line and the one above for a missing quote, colon or indent",
    )
