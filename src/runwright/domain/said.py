"""A text that knows how it came about, so that it can be said again in another language.

Rule for the next author: put texts together with `format`, `sentence` and `together`. A slice, a
plus sign or an f-string gives a plain text, which stays in the language it was made in.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

Fact = object  # what stands in for a placeholder: a number, a date, a name, another said text


@dataclass(frozen=True, slots=True)
class Told:
    """How a text is said: its wording in the source, and the facts in it.

    Attributes
    ----------
    one, many
        The wording, and the wording for several; '' where it has but one.
    count
        How many things there are; None where it has one wording.
    facts
        What its placeholders stand for; None where they were never filled.
    """

    one: str
    many: str = ""
    count: int | None = None
    facts: Mapping[str, Fact] | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Texts one after the other."""

    parts: tuple[str, ...]
    between: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A few words made a sentence: begun with a capital, ended with a full stop."""

    words: str


class Measured(ABC):
    """An amount with its unit: the reader's units decide how it is said."""

    __slots__ = ()

    @abstractmethod
    def said(self) -> str:
        """Return the amount as it is said now."""

    @abstractmethod
    def kept(self) -> tuple[str, float]:
        """Return what it is of, with the unit it is kept in, and how much."""


How = Told | Joined | Sentence | Measured


class Said(str):
    """A text in one language, and how it was said."""

    __slots__ = ("decimal", "how")

    how: How
    decimal: str

    def __new__(cls, text: str, how: How, decimal: str = ".") -> Self:
        """Return `text`, said as `how` tells; numbers filled in are written with `decimal`."""
        made = super().__new__(cls, text)
        made.how, made.decimal = how, decimal
        return made

    def format(self, *places: object, **facts: object) -> str:
        """Return the text with its placeholders filled, numbers as the language writes them."""
        written = {name: self._written(fact) for name, fact in facts.items()}
        text = super().format(*places, **written)
        how = self.how
        if places or not isinstance(how, Told):
            return text
        return Said(text, Told(how.one, how.many, how.count, facts), self.decimal)

    def _written(self, fact: object) -> object:
        other_sign = self.decimal != "." and type(fact) is float
        return _Number(fact, self.decimal) if other_sign else fact

    def __reduce__(self) -> tuple[type, tuple[str, How, str]]:
        """Return what a copy is made from."""
        return type(self), (str(self), self.how, self.decimal)


class _Number(float):
    """A number whose decimal sign is not a point."""

    def __new__(cls, value: object, decimal: str) -> Self:
        made = super().__new__(cls, str(value))
        made.decimal = decimal
        return made

    decimal: str

    def __format__(self, spec: str) -> str:
        return super().__format__(spec).replace(".", self.decimal)

    def __str__(self) -> str:
        return repr(float(self)).replace(".", self.decimal)


def sentence(words: str) -> str:
    """Return a few words as a sentence; '' for none."""
    if not words:
        return words
    text = words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")
    return Said(text, Sentence(words)) if isinstance(words, Said) else text


def together(parts: Iterable[str], between: str = " ") -> str:
    """Return texts one after the other, each once, empty ones left out."""
    kept = tuple(dict.fromkeys(part for part in parts if part))
    if len(kept) == 1:
        return kept[0]
    text = between.join(kept)
    return Said(text, Joined(kept, between)) if any(isinstance(p, Said) for p in kept) else text
