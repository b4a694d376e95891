"""Days, spans of days and amounts of time as a sentence says them."""

from datetime import date

from runwright.domain.calendar import MINUTES_PER_HOUR
from runwright.domain.words import N_, _

MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July")),
    *(N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
SHORT_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul")),
    *(N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)
WEEKDAYS = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday")),
    *(N_("Friday"), N_("Saturday"), N_("Sunday")),
)
SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def month(day: date) -> str:
    """Return the month of a day, ``November``."""
    return _(MONTHS[day.month - 1])


def short_month(day: date) -> str:
    """Return the month of a day, ``Nov``."""
    return _(SHORT_MONTHS[day.month - 1])


def weekday(day: date) -> str:
    """Return the weekday, ``Tuesday``."""
    return _(WEEKDAYS[day.weekday()])


def short_weekday(day: date) -> str:
    """Return the weekday, ``Tue``."""
    return _(SHORT_WEEKDAYS[day.weekday()])


def day_month(day: date) -> str:
    """Return ``17 November``."""
    return _("{day} {month}").format(day=day.day, month=month(day))


def short_day(day: date) -> str:
    """Return ``17 Nov``."""
    return _("{day} {month}").format(day=day.day, month=short_month(day))


def full_date(day: date) -> str:
    """Return ``17 November 2026``."""
    return _("{day} {month} {year}").format(day=day.day, month=month(day), year=day.year)


def weekday_and_day(day: date) -> str:
    """Return ``Tuesday 17 November``."""
    return _("{weekday} {day}").format(weekday=weekday(day), day=day_month(day))


def span(first: date, last: date) -> str:
    """Return ``16 to 22 November``, or ``28 December to 3 January``."""
    start = str(first.day) if first.month == last.month else day_month(first)
    return _("{first} to {last}").format(first=start, last=day_month(last))


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
