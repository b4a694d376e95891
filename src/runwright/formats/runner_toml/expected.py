"""What a value of a runner file should be: an amount inside bounds, or one of some words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from runwright.domain.words import _
from runwright.formats.nearest import nearest

Meaning = TypeVar("Meaning")
SHOWN_AT_MOST = 60  # signs of a mistaken value that are repeated to the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """From where to where an amount makes sense, in words a person reads.

    Attributes
    ----------
    low, high
        Both allowed.
    unit
        ``"years"``; also the unit of `low` and `high`.
    example
        How to write it, ``'weight = "62 kg"'``.
    """

    low: float
    high: float
    unit: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Generic[Meaning]):
    """The words a key may have.

    Attributes
    ----------
    kind
        What such a word is, ``"a kind of run"``.
    meanings
        Plain words and what they mean.
    main
        The words to name when nothing like the mistaken one is known.
    """

    kind: str
    meanings: Mapping[str, Meaning]
    main: tuple[str, ...]

    def says_unknown(self, value: object) -> str:
        """Return the sentence for a word that is not known, with the nearest one that is."""
        close = None
        if isinstance(value, str):
            close = nearest(value, self.main) or nearest(value, self.meanings)
        if close:
            says = _("{got} is not {kind}; did you mean '{close}'?")
            return says.format(got=shown(value), kind=self.kind, close=close)
        says = _("{got} is not {kind}; expected one of: {known}")
        return says.format(got=shown(value), kind=self.kind, known=", ".join(self.main))


def shown(value: object) -> str:
    """Return a mistaken value as the person wrote it, cut where it is long."""
    match value:
        case str():
            text = f"'{value}'"
        case bool():
            text = "true" if value else "false"
        case dict():
            text = _("a table")
        case list():
            text = _("a list")
        case _:
            text = str(value)
    return text if len(text) <= SHOWN_AT_MOST else f"{text[: SHOWN_AT_MOST - 2]}…"
