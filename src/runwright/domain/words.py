"""The language people read: marks every text for translation and says it in the one chosen.

Rule for the next author: mark the literal, fill it in afterwards, `_("{name} is ready").format(…)`,
because a catalogue knows the sentence only as it stands in the source.
"""

import gettext
import re
import struct
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple

from runwright.domain.said import (
    How,
    Joined,
    Measured,
    Said,
    Sentence,
    Told,
    sentence,
    together,
)

CATALOGUES = Path(__file__).parent.parent / "locale"
CATALOGUE_FILE = "runwright.mo"
SOURCE_LANGUAGE = "en"
CAPITAL_NOUNS = {"de", "lb"}  # languages that write nouns with a capital wherever they stand

# `de`, `pt_BR`, `zh-Hant-TW`; a code becomes part of a path, so nothing else is looked for.
LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
SCRIPT_LENGTH = 4  # ISO 15924 writes scripts in four letters, countries take two or three signs


class _Speech(NamedTuple):
    """A language: its code, its catalogue, its decimal sign."""

    code: str
    catalogue: gettext.NullTranslations
    decimal: str


_ENGLISH = _Speech(SOURCE_LANGUAGE, gettext.NullTranslations(), ".")
_chosen: ContextVar[_Speech] = ContextVar("language", default=_ENGLISH)


def _(text: str) -> str:
    """Return `text` in the chosen language, or as it stands where that has no words for it."""
    if not text or isinstance(text, Said):
        return _again(text)
    speech = _chosen.get()
    return Said(speech.catalogue.gettext(text), Told(text), speech.decimal)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the wording that fits `count` things, in the chosen language.

    Languages have one to six such wordings; English picks `one` for 1 and `many` otherwise.
    """
    speech = _chosen.get()
    words = speech.catalogue.ngettext(one, many, count)
    return Said(words, Told(one, many, count), speech.decimal)


def N_(text: str) -> str:  # noqa: N802  # the name every translator's tool looks for
    """Return `text` unchanged: marks it for the catalogue, to be said later through `_`."""
    return text


def decimal(value: float, spec: str = "g") -> str:
    """Return a number outside a sentence as the chosen language writes it, ``2.5`` or ``2,5``."""
    return format(value, spec).replace(".", decimal_sign())


def decimal_sign() -> str:
    """Return what the chosen language writes between whole and tenths."""
    return _chosen.get().decimal


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: German keeps the capitals of its nouns."""
    return name if _chosen.get().code.partition("_")[0] in CAPITAL_NOUNS else name.lower()


def opening(words: str) -> str:
    """Return words as they open a line or a sentence: with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"


def spoken() -> str:
    """Return the code of the chosen language, as its folder is called."""
    return _chosen.get().code


def said_again(how: How) -> str:
    """Return a text said anew, in the language chosen now."""
    if isinstance(how, Measured):
        return how.said()
    if isinstance(how, Sentence):
        return sentence(_again(how.words))
    if isinstance(how, Joined):
        return together(map(_again, how.parts), how.between)
    words = _(how.one) if how.count is None else ngettext(how.one, how.many, how.count)
    if how.facts is None:
        return words
    facts = {
        name: _again(fact) if isinstance(fact, str) else fact for name, fact in how.facts.items()
    }
    return words.format(**facts)


def _again(text: str) -> str:
    return said_again(text.how) if isinstance(text, Said) else text


def use_language(code: str, *, catalogues: Path = CATALOGUES) -> str:
    """Say everything in this language from now on, and return the language really spoken.

    Parameters
    ----------
    code
        Language, with or without a region, as the web or the system writes it: `de`, `pt-BR`,
        `de_CH.UTF-8`. A region without its own catalogue gets its language's.
    catalogues
        Folder that holds `<language>/LC_MESSAGES/runwright.mo`.

    Returns
    -------
    str
        The catalogue's own language (`pt_BR`), or `en`, the language of the source, where there is
        no catalogue to read.

    Notes
    -----
    Holds for the current thread or task only, so that one server can speak many languages at once.
    """
    for language in _from_exact_to_general(code):
        found = _catalogue(catalogues / language / "LC_MESSAGES" / CATALOGUE_FILE)
        if found is not None:
            _chosen.set(_Speech(language, found, _decimal(found)))
            return language
    _chosen.set(_ENGLISH)
    return SOURCE_LANGUAGE


def _decimal(catalogue: gettext.NullTranslations) -> str:
    """Return what stands between whole and tenths where the language writes a number."""
    written = catalogue.gettext(N_("{whole}.{tenths}"))
    return written.partition("}")[2].partition("{")[0] or "."


@cache
def _catalogue(file: Path) -> gettext.GNUTranslations | None:
    """Return the catalogue in `file`; None where there is none that can be read."""
    try:
        with file.open("rb") as opened:
            return gettext.GNUTranslations(opened)
    except (OSError, ValueError, struct.error):  # absent or damaged: the source still reads well
        return None


def _from_exact_to_general(code: str) -> tuple[str, ...]:
    """Return `pt_BR`, then `pt`; nothing for what is not a language code."""
    bare = code.partition(".")[0].partition("@")[0]
    if not LANGUAGE_CODE.fullmatch(bare):
        return ()
    language, *regions = bare.replace("-", "_").split("_")
    parts = (language.lower(), *(_as_catalogues_write(region) for region in regions))
    return tuple("_".join(parts[:length]) for length in range(len(parts), 0, -1))


def _as_catalogues_write(region: str) -> str:
    """Return `BR` for a country, `Hant` for a script."""
    return region.title() if len(region) == SCRIPT_LENGTH else region.upper()
