"""Days as a person says them, in the language chosen."""

from datetime import date

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


def weekday_name(number: int) -> str:
    """Return the name of a weekday; 0 is Monday."""
    return _(WEEKDAYS[number])


def weekday(day: date) -> str:
    """Return the weekday, ``Tuesday``."""
    return weekday_name(day.weekday())


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
