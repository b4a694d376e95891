"""Stored words beside how they were said, so that another language can say them too.

Rule for the next author: only the fields of `PROSE` hold sentences; ids and what a runner typed are
never touched.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar

from runwright.domain.said import How, Joined, Measured, Said, Sentence, Told
from runwright.domain.units import Amount, Of
from runwright.domain.words import said_again

PROSE = frozenset({
    *("because", "note", "notes", "opens_when", "says", "title", "ways_out", "what"),
})
Stored = TypeVar("Stored")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSaid:
    """How a stored text was said: filled in, joined, or made a sentence.

    Attributes
    ----------
    one, many, count
        The wording in English, the one for several, and how many there are.
    facts, counts, decimals
        What its placeholders stand for; a fact that is listed itself is said again first.
    parts, between
        Texts one after the other.
    sentence
        Words with a capital and a full stop put on.
    measured, amount
        What an amount is of, with its unit, and how much; '' for none.
    """

    one: str = ""
    many: str = ""
    count: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    decimals: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    between: str = ""
    sentence: str = ""
    measured: str = ""
    amount: str = ""


Sayings = Mapping[str, StoredSaid]  # by the text as it stands


WITHOUT_TEXTS = frozenset({StoredSaid, bool, date, float, int, type(None)})


def said_in(stored: object, *beside: str) -> dict[str, StoredSaid]:
    """Return how each text of a stored value was said, by the text, in the order of the alphabet.

    Parameters
    ----------
    beside
        Texts that belong to it and stand elsewhere.
    """
    found: dict[str, StoredSaid] = {}
    for text in (*_texts(stored), *beside):
        _note(text, found)
    return dict(sorted(found.items()))


def _texts(value: object, name: str = "") -> Iterator[Said]:
    if isinstance(value, Said) and name in PROSE:
        yield value
    inner: Iterable[tuple[str, object]] = ()
    if isinstance(value, tuple):
        inner = ((name, one) for one in value)
    elif isinstance(value, Mapping):
        inner = ((name, one) for one in value.values())
    elif is_dataclass(value):
        inner = ((one.name, getattr(value, one.name)) for one in fields(value))
    for named, one in inner:
        yield from _texts(one, named)


def _note(text: str, found: dict[str, StoredSaid]) -> None:
    if not isinstance(text, Said) or str(text) in found:
        return
    how = text.how
    found[str(text)] = _stored(how)
    for inner in _inside(how):
        _note(inner, found)


def _inside(how: How) -> Iterator[str]:
    if isinstance(how, Sentence):
        yield how.words
    elif isinstance(how, Joined):
        yield from how.parts
    elif isinstance(how, Told):
        yield from (fact for fact in (how.facts or {}).values() if isinstance(fact, str))


def _stored(how: How) -> StoredSaid:
    if isinstance(how, Measured):
        measured, amount = how.kept()
        return StoredSaid(measured=measured, amount=repr(amount))
    if isinstance(how, Sentence):
        return StoredSaid(sentence=str(how.words))
    if isinstance(how, Joined):
        return StoredSaid(parts=tuple(map(str, how.parts)), between=how.between)
    facts = how.facts or {}
    whole = {name: fact for name, fact in facts.items() if type(fact) is int}
    broken = {name: repr(fact) for name, fact in facts.items() if type(fact) is float}
    rest = {name: str(fact) for name, fact in facts.items() if name not in {**whole, **broken}}
    return StoredSaid(
        one=how.one, many=how.many, count=how.count, facts=rest, counts=whole, decimals=broken
    )


def said_now(stored: Stored, said: Mapping[str, StoredSaid]) -> Stored:
    """Return a stored value with its words in the language chosen now."""
    known: dict[str, str] = {}

    def now(text: str) -> str:
        if text not in known:
            known[text] = text  # a text that holds itself is no endless one
            known[text] = _now(text, said[text], now) if text in said else text
        return known[text]

    made: Stored = _with_texts(stored, "", now)
    return made


def text_now(text: str, said: Mapping[str, StoredSaid]) -> str:
    """Return a text that stood beside a stored value in the language chosen now."""
    return said_now(_Beside(says=text), said).says


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    says: str


def _now(text: str, told: StoredSaid, now: Callable[[str], str]) -> str:
    try:
        return said_again(_how(told, now))
    except (KeyError, ValueError, IndexError):  # written by another version, with other facts
        return text


def _how(told: StoredSaid, now: Callable[[str], str]) -> How:
    if told.measured:
        return Amount(Of(told.measured), float(told.amount))
    if told.sentence:
        return Sentence(now(told.sentence))
    if told.parts:
        return Joined(tuple(map(now, told.parts)), told.between)
    facts = {name: now(fact) for name, fact in told.facts.items()}
    decimals = {name: float(fact) for name, fact in told.decimals.items()}
    every = {**facts, **told.counts, **decimals}
    return Told(told.one, told.many, told.count, every or None)


def _with_texts(value: Stored, name: str, now: Callable[[str], str]) -> Stored:
    made: object = value
    if type(value) in WITHOUT_TEXTS:
        return value
    if isinstance(value, str):
        made = now(value) if name in PROSE and type(value) is str else value
    elif isinstance(value, tuple):
        again = tuple(_with_texts(one, name, now) for one in value)
        is_same = all(one is was for one, was in zip(again, value, strict=True))
        made = value if is_same else again
    elif isinstance(value, Mapping):
        made = {key: _with_texts(one, name, now) for key, one in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        made = _dataclass_with_texts(value, now)
    return made  # type: ignore[return-value]  # the same type, part by part


def _dataclass_with_texts(value: Stored, now: Callable[[str], str]) -> Stored:
    kind: type = type(value)
    changed = {}
    for name in _names(kind):
        was = getattr(value, name)
        made = _with_texts(was, name, now)
        if made is not was:
            changed[name] = made
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
