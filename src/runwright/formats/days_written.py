"""Days as people write them in a column: 2026-11-24, 24.11.2026, 11/24/26, "Tue 24 Nov 2026"."""

import re
from dataclasses import dataclass
from datetime import date

from runwright.formats.nearest import plain

CENTURY = 2000
# The first letters of the months in English, German, Dutch, French, Spanish, Italian, Portuguese.
MONTHS = (
    *(("jan", "ene", "gen"), ("feb", "fev"), ("mar", "mrz", "mae", "maa"), ("apr", "avr", "abr")),
    *(("may", "mai", "mei", "mag"), ("jun", "jui", "giu"), ("jul", "lug"), ("aug", "aou", "ago")),
    *(("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",), ("dec", "dez", "dic")),
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
_NAMED_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:\.|st|nd|rd|th)?(?: de)? ([a-z]{3,})\.?,?(?: de)? (\d{4})"
)
_NAMED_MONTH_FIRST = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WEEKDAY = re.compile(r"^[a-z]+\.?,? (?=\d|[a-z]+\.? \d)")
_CLOCK_BEHIND = re.compile(r"(?:t|\s)\d{1,2}:\d{2}.*$")


@dataclass(frozen=True, slots=True)
class DaysWritten:
    """A column of days.

    Attributes
    ----------
    days
        None where a text is no day.
    doubtful
        A text that could be two days, with the day it was taken for; None where none is in doubt.
    """

    days: tuple[date | None, ...]
    doubtful: tuple[str, date] | None = None


def days_written(texts: list[str], *, first: date, last: date) -> DaysWritten:
    """Days of a column; whether day or month stands first is decided for the column as a whole.

    A number above 12 decides. Where there is none, the order that puts more days between `first`
    and `last` is taken, the day first if both do alike.
    """
    by_order = {order: [_day(text, day_first=order) for text in texts] for order in (True, False)}
    if by_order[True] == by_order[False]:
        return DaysWritten(tuple(by_order[True]))
    readable = {order: sum(day is not None for day in days) for order, days in by_order.items()}
    if readable[True] != readable[False]:
        return DaysWritten(tuple(by_order[readable[True] > readable[False]]))
    inside = {
        order: sum(day is not None and first <= day <= last for day in days)
        for order, days in by_order.items()
    }
    chosen = by_order[inside[True] >= inside[False]]
    other = by_order[inside[True] < inside[False]]
    doubtful = next(
        (text, day)
        for text, day, instead in zip(texts, chosen, other, strict=True)
        if day is not None and day != instead
    )
    return DaysWritten(tuple(chosen), doubtful)


def _day(text: str, *, day_first: bool) -> date | None:
    words = _CLOCK_BEHIND.sub("", plain_date(text))
    without_weekday = _WEEKDAY.sub("", words)
    in_words = _day_in_words(words) or _day_in_words(without_weekday)
    return in_words or _day_in_numbers(without_weekday, day_first=day_first)


def _day_in_numbers(words: str, *, day_first: bool) -> date | None:
    if found := _YEAR_FIRST.fullmatch(words):
        return _valid(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.fullmatch(words):
        one, two = int(found[1]), int(found[3])
        year = int(found[4]) if len(found[4]) > 2 else CENTURY + int(found[4])  # noqa: PLR2004
        dots = found[2] == "."  # with dots the day always stands first
        return _valid(year, two, one) if day_first or dots else _valid(year, one, two)
    return None


def _day_in_words(words: str) -> date | None:
    if found := _NAMED_DAY_FIRST.fullmatch(words):
        return _valid(int(found[3]), _month(found[2]), int(found[1]))
    if found := _NAMED_MONTH_FIRST.fullmatch(words):
        return _valid(int(found[3]), _month(found[1]), int(found[2]))
    return None


def plain_date(text: str) -> str:
    """Return a short text in small letters without accents; hyphens stay."""
    return plain(text[:40].replace("-", "\x00")).replace("\x00", "-")


def _month(name: str) -> int:
    """Return the month of a name in one of several languages; 0 for none."""
    if name.startswith("juin"):
        return 6
    if name.startswith("juil"):
        return 7
    return next((number for number, begins in enumerate(MONTHS, 1) if name[:3] in begins), 0)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
