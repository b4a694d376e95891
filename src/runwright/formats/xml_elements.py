"""XML from strangers, element by element: nothing is expanded, fetched, or kept in memory.

Rule for the next author: a parser target gets entities expanded whatever `resolve_entities` says,
so a document that declares any is refused before its first element.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from lxml import etree

from runwright.formats.reasons import RefusedError

CHUNK_BYTES = 1 << 16
MOST_TAGS = 1000  # more kinds of elements than any schema has; the rest is looked up each time
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
# Only encodings in which the marks of a document type look like ASCII to us as to the parser.
EIGHT_BIT = re.compile(r"(iso-?8859-?\d+|latin-?\d|windows-?125\d|cp125\d|us-?ascii|ascii)")
DOCUMENT_TYPES = (b"<!DOCTYPE", b"<!ENTITY")


Attributes = dict[str, str]
Known = TypeVar("Known")


class Listener(Protocol):
    """Who hears of the elements of a document, by their names without prefixes.

    Attributes
    ----------
    starts
        Called with the attributes when an element of that name begins.
    ends
        Called when it ends, with the text right before its end.
    """

    @property
    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Return who hears that elements begin, by name."""

    @property
    def ends(self) -> Mapping[str, Callable[[str], None]]:
        """Return who hears that elements end, by name."""


# Slips that lose nothing: a letter in the wrong encoding, an undeclared `&nbsp;`.
HARMLESS = frozenset({"ERR_INVALID_ENCODING", "ERR_UNDECLARED_ENTITY"})


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a document first breaks the rules of XML.

    Attributes
    ----------
    line
        Line, from 1.
    at_end
        Whether it merely stops too early.
    """

    line: int
    at_end: bool


def root_name(data: bytes) -> str:
    """Return the name of the first element, without prefix; '' when there is none near the top."""
    found = ROOT.search(as_utf8(data[:CHUNK_BYTES]))
    return found[1].decode() if found else ""


def hear(data: bytes, listener: Listener) -> Damage | None:
    """Tell `listener` every element that can be read, and return where the document is damaged.

    Raises
    ------
    RefusedError
        If the document declares a document type or entities.
    """
    text = as_utf8(data)
    if any(mark in text for mark in DOCUMENT_TYPES):
        raise RefusedError("has-doctype")
    target = _Target(listener)
    parser = etree.XMLParser(
        target=cast("etree.ParserTarget", target),  # the stubs would have bytes as well
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for start in range(0, len(text), CHUNK_BYTES):
            parser.feed(text[start : start + CHUNK_BYTES])
        parser.close()
    except etree.XMLSyntaxError as fault:  # only where even recovery finds nothing to hold on to
        return Damage(line=fault.lineno or 1, at_end=False)
    return _damage(parser, last_line=text.count(b"\n") + 1)


def _damage(parser: etree.XMLParser, last_line: int) -> Damage | None:
    """Return the first thing that lost anything; undeclared prefixes do not."""
    fatal = (
        fault
        for fault in parser.feed_error_log
        if fault.level_name == "FATAL" and fault.type_name not in HARMLESS
    )
    first = next(fatal, None)
    return None if first is None else Damage(first.line, at_end=first.line >= last_line)


def as_utf8(data: bytes) -> bytes:
    """Return the document in UTF-8, from the encoding its first bytes show or declare."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _without_declaration(data.decode("utf-16", errors="replace"))
    if data[:4] in {b"<\x00?\x00", b"<\x00g\x00"}:
        return _without_declaration(data.decode("utf-16-le", errors="replace"))
    if data[:4] in {b"\x00<\x00?", b"\x00<\x00g"}:
        return _without_declaration(data.decode("utf-16-be", errors="replace"))
    declared = DECLARED.search(data[:CHUNK_BYTES])
    name = declared[1].decode().lower() if declared else "utf-8"
    if EIGHT_BIT.fullmatch(name):
        return data.decode("cp1252" if "ascii" in name else name, errors="replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _without_declaration(text: str) -> bytes:
    return text.removeprefix("\ufeff").encode("utf-8", errors="replace")


class _ByTag(dict[str, Known | None]):
    """What is known of an element by its full tag, looked up by its bare name once."""

    def __init__(self, by_name: Mapping[str, Known]) -> None:
        super().__init__()
        self._by_name = by_name

    def __missing__(self, tag: str) -> Known | None:
        known = self._by_name.get(tag.rpartition("}")[2])
        if len(self) < MOST_TAGS:
            self[tag] = known
        return known


class _Target:
    """The parser's side: names without their namespaces, text only where an element ends."""

    def __init__(self, listener: Listener) -> None:
        self._starts, self._ends = _ByTag(listener.starts), _ByTag(listener.ends)
        self._text: list[str] = []
        self.data = self._text.append

    def start(self, tag: str, attrib: Attributes) -> None:
        self._text.clear()
        hear = self._starts[tag]
        if hear is not None:
            hear(attrib)

    def end(self, tag: str) -> None:
        hear = self._ends[tag]
        if hear is not None:
            hear("".join(self._text))
        self._text.clear()

    def comment(self, text: str) -> None:
        """Leave comments alone."""

    def doctype(self, *_: object) -> None:
        raise RefusedError("has-doctype")

    def close(self) -> None:
        """Let the parser finish; there is no tree to hand over."""
