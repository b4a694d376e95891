"""Spans of days and amounts of time as a sentence says them, beside the days themselves."""

from datetime import date

from runwright.domain.calendar import MINUTES_PER_HOUR
from runwright.domain.day_words import (
    SHORT_WEEKDAYS,
    WEEKDAYS,
    day_month,
    full_date,
    month,
    short_day,
    short_month,
    short_weekday,
    weekday,
    weekday_and_day,
)
from runwright.domain.words import _

__all__ = [
    "SHORT_WEEKDAYS",
    "WEEKDAYS",
    "and_list",
    "day_month",
    "full_date",
    "hours_and_minutes",
    "month",
    "numbers",
    "short_day",
    "short_month",
    "short_span",
    "short_weekday",
    "span",
    "weekday",
    "weekday_and_day",
]


def span(first: date, last: date) -> str:
    """Return ``16 to 22 November``, or ``28 December to 3 January``."""
    if first.month == last.month:
        return _("{day} to {last}").format(day=first.day, last=day_month(last))
    return _("{first} to {last}").format(first=day_month(first), last=day_month(last))


def short_span(first: date, last: date) -> str:
    """Return ``16–22 Nov``, or ``28 Dec – 3 Jan``."""
    if first.month == last.month:
        return _("{first}–{last}").format(first=first.day, last=short_day(last))
    return _("{first} – {last}").format(first=short_day(first), last=short_day(last))


def hours_and_minutes(minutes: int) -> str:
    """Return ``47 h 25 min``, ``6 h`` or ``35 min``."""
    whole, rest = divmod(minutes, MINUTES_PER_HOUR)
    if rest == 0:
        return _("{hours} h").format(hours=whole)
    if whole == 0:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=whole, minutes=rest)


def numbers(values: tuple[int, ...]) -> str:
    """Return ``1, 2 and 5``, runs of three and more as ``1 to 5``."""
    parts = [
        str(first) if first == last else _("{first} to {last}").format(first=first, last=last)
        for first, last in _runs(values)
    ]
    return and_list(parts)


def and_list(parts: list[str]) -> str:
    """Return ``a, b and c``."""
    if len(parts) < 2:  # noqa: PLR2004  # one thing needs no "and"
        return "".join(parts)
    return _("{several} and {last}").format(several=", ".join(parts[:-1]), last=parts[-1])


def _runs(values: tuple[int, ...]) -> list[tuple[int, int]]:
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    whole = 3  # two numbers in a row read better apart
    return [
        pair
        for run in runs
        for pair in ([(run[0], run[-1])] if len(run) >= whole else [(one, one) for one in run])
    ]
