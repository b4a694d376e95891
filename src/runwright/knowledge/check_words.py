"""Words for faults: a value as a reader sees it, choices in a row, the nearest right one."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

LONGEST_SHOWN = 60
LIKENESS = 0.75  # a letter or two wrong; more would offer ids that only share a word


def spoken(value: object) -> str:
    """Return a value of a file in a few words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        short = value if len(value) <= LONGEST_SHOWN else f"{value[: LONGEST_SHOWN - 1]}…"
        return f"'{short}'" if value else "empty text"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    if isinstance(value, dict):
        return f"a map of {', '.join(value)}" if value else "an empty map"
    return f"{value}"


def or_words(choices: Iterable[str]) -> str:
    """Return choices in a row, ``"a, b or c"``."""
    *most, last = choices
    return f"{', '.join(most)} or {last}" if most else last


def and_words(parts: Iterable[str]) -> str:
    """Return parts in a row, ``"a, b and c"``."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word most like `word`; None when nothing is like it."""
    if word.casefold() in {one.casefold() for one in known}:
        return next(one for one in sorted(known) if one.casefold() == word.casefold())
    close = get_close_matches(word, sorted(known), n=1, cutoff=LIKENESS)
    return close[0] if close else None


def write_nearest(got: object, known: Collection[str]) -> str:
    """Return "write 'x'" for the known word most like what was written; '' without one."""
    near = nearest(got, known) if isinstance(got, str) else None
    return f"write '{near}'" if near is not None else ""
