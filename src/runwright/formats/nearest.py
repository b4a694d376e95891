"""The nearest right word to a mistaken one."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

LIKENESS = 0.6  # difflib's own default: a letter or two wrong in a short word
WORD_AT_MOST = 60  # nothing we know is longer; keeps hostile text cheap to compare
_SPACES = re.compile(r"[\s_\-]+")
_WITHOUT_MARKS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


def plain(text: str) -> str:
    """Return `text` in small letters without accents, words one space apart."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_WITHOUT_MARKS))
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return _SPACES.sub(" ", bare.replace("’", "'")).strip()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`; None when nothing is like it."""
    by_plain = {plain(choice): choice for choice in sorted(known)}
    asked = plain(word[:WORD_AT_MOST])
    if asked in by_plain:
        return by_plain[asked]
    close = get_close_matches(asked, by_plain, n=1, cutoff=LIKENESS)
    return by_plain[close[0]] if close else _containing(asked, by_plain)


def _containing(asked: str, by_plain: dict[str, str]) -> str | None:
    """Return the shortest known word that holds `asked` whole, as 'achilles' or 'plank'."""
    holding = [choice for choice in by_plain if asked in choice.split()]
    return by_plain[min(holding, key=len)] if holding else None
