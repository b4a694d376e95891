"""Dates as runners write them, and which of day and month comes first in a column of them."""

import re
from collections.abc import Sequence
from datetime import date, datetime

YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})")
LAST_MONTH = 12
CENTURY = 2000  # years of two digits are of this one; no watch is older
DIGITS_OF_A_YEAR = 4


def month_comes_first(texts: Sequence[str]) -> bool | None:
    """Whether a column writes 12/31 and not 31/12; None where every date can be read both ways.

    A point between the numbers means day first, as everywhere it is written so.
    """
    pairs = [
        (int(found[1]), int(found[3]))
        for text in texts
        if (found := YEAR_LAST.match(text)) and found[2] != "."
    ]
    if any(second > LAST_MONTH for _, second in pairs):
        return not any(first > LAST_MONTH for first, _ in pairs)
    if any(first > LAST_MONTH for first, _ in pairs):
        return False
    return None if any(first != second for first, second in pairs) else False


def read_date(text: str, *, month_first: bool) -> date | None:
    """Return the date at the beginning of a text; None where there is none."""
    text = text.strip()
    if found := YEAR_FIRST.match(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := YEAR_LAST.match(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += CENTURY if len(found[4]) < DIGITS_OF_A_YEAR else 0
        by_month = month_first and found[2] != "."
        return _date(year, *((first, second) if by_month else (second, first)))
    return None


def rest_after_date(text: str) -> str:
    """Return what follows the date in a cell: `07:30` of `31.12.2025 07:30`."""
    text = text.strip()
    found = YEAR_FIRST.match(text) or YEAR_LAST.match(text)
    return text[found.end() :].lstrip(" T,") if found else ""


def read_exported(text: str, formats: Sequence[str]) -> datetime | None:
    """Return the moment that one of the formats reads, without its zone; None where none does."""
    for each in formats:
        try:
            return datetime.strptime(text.strip(), each)  # noqa: DTZ007  # the caller knows the zone
        except ValueError:
            continue
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
