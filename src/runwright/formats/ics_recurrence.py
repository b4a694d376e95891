"""When a repeating event happens: rules of RFC 5545 walked from period to period, always bounded.

Why not dateutil's `rrule`: it looks at its end only after a match, so a rule that never matches
(every day, but only on 30 February) walks to the year 9999, seconds for each such event. Here every
day that is looked at is paid from a budget. The tests hold both against each other.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime, timedelta
from enum import StrEnum

from icalendar.prop import vRecur

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.words import _

DAYS_AT_MOST = 2_000_000  # days one file may make us look at: two to three seconds
MONTHS_PER_YEAR = 12
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UNDERSTOOD = frozenset({
    *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"),
    *("BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"),
})


class Every(StrEnum):
    """The period a rule repeats in."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


class RecurrenceNotUnderstoodError(ValueError):
    """A rule says something that is not read here; the message says what."""


@dataclass(slots=True)
class Budget:
    """Days that may still be looked at for one file."""

    days: int = DAYS_AT_MOST

    def pay(self, days: int) -> bool:
        """Whether so many days may be looked at; takes them off."""
        self.days -= days
        return self.days >= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A repeating rule.

    Attributes
    ----------
    by_day
        Weekdays, 0 is Monday, each with which of them in the month or year is meant: 1 is the
        first, -1 the last, None every one.
    by_set_position
        Which of the days of one period count: 1 is the first, -1 the last; empty is all.
    until
        Last wall time; None is endless.
    """

    every: Every
    interval: int = 1
    count: int | None = None
    until: datetime | date | None = None
    by_day: tuple[tuple[int | None, int], ...] = ()
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_set_position: tuple[int, ...] = ()
    week_start: int = 0


def read_recurrence(text: str, *, start: datetime) -> Recurrence:
    """Return the rule of an RRULE.

    Parameters
    ----------
    start
        Wall time the event starts at, to see that the rule asks for no other hour.

    Raises
    ------
    RecurrenceNotUnderstoodError
        If the rule is broken, or repeats in a way that is not read.
    """
    try:
        parts = {str(key).upper(): value for key, value in vRecur.from_ical(text).items()}
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise RecurrenceNotUnderstoodError(_("the rule is broken")) from error
    unknown = set(parts) - UNDERSTOOD
    if unknown:
        raise RecurrenceNotUnderstoodError(", ".join(sorted(unknown)))
    _expect_same_clock(parts, start)
    every = str(parts.get("FREQ", [""])[0]).upper()
    if every not in set(Every):
        raise RecurrenceNotUnderstoodError(f"FREQ={every}" if every else _("the rule is broken"))
    interval, count = parts.get("INTERVAL", [1])[0], parts.get("COUNT", [None])[0]
    if interval < 1 or (count is not None and count < 1):
        raise RecurrenceNotUnderstoodError(_("the rule repeats no times"))
    return Recurrence(
        every=Every(every),
        interval=interval,
        count=count,
        until=parts.get("UNTIL", [None])[0],
        by_day=tuple(_weekday(str(day)) for day in parts.get("BYDAY", ())),
        by_month=_months_of(parts),
        by_month_day=tuple(parts.get("BYMONTHDAY", ())),
        by_set_position=tuple(parts.get("BYSETPOS", ())),
        week_start=_weekday(str(parts.get("WKST", ["MO"])[0]))[1],
    )


def occurrences(
    rule: Recurrence, start: datetime, *, since: date, until: date, budget: Budget
) -> Iterator[datetime]:
    """Wall times of a repeating event whose days lie from `since` to `until`, both included.

    Stops early when the budget is spent.
    """
    walk = _Walk(rule, start.date())
    number = 0 if rule.count is not None else walk.first_period(since)
    counted = 0
    while (first_day := walk.period_start(number)) is not None and first_day <= until:
        days = walk.days(first_day)
        if not budget.pay(1 + walk.looked_at):
            return
        for day in days:
            if day < start.date() or counted == rule.count:
                continue
            moment = datetime.combine(day, start.time())
            if isinstance(rule.until, datetime) and moment > rule.until:
                return
            counted += 1
            if since <= day <= until:
                yield moment
        if counted == rule.count:
            return
        number += 1


@dataclass(slots=True)
class _Walk:
    """Goes from period to period of a rule."""

    rule: Recurrence
    start: date
    looked_at: int = field(default=0)

    def first_period(self, since: date) -> int:
        """Number of the last period that can begin before `since`."""
        days = max(0, (since - self.start).days)
        match self.rule.every:
            case Every.DAY:
                periods = days
            case Every.WEEK:
                periods = days // DAYS_PER_WEEK
            case Every.MONTH:
                periods = max(0, _months(since) - _months(self.start))
            case Every.YEAR:
                periods = max(0, since.year - self.start.year)
        return max(0, periods // self.rule.interval - 1)

    def period_start(self, number: int) -> date | None:
        """First day of a period; None after the end of the calendar."""
        steps = number * self.rule.interval
        try:
            match self.rule.every:
                case Every.DAY:
                    return self.start + timedelta(days=steps)
                case Every.WEEK:
                    into_week = (self.start.weekday() - self.rule.week_start) % DAYS_PER_WEEK
                    return self.start + timedelta(days=steps * DAYS_PER_WEEK - into_week)
                case Every.MONTH:
                    years, month = divmod(_months(self.start) + steps, MONTHS_PER_YEAR)
                    return date(years, month + 1, 1)
                case Every.YEAR:
                    return date(self.start.year + steps, 1, 1)
        except (ValueError, OverflowError):
            return None

    def days(self, first_day: date) -> list[date]:
        """Days of one period on which the event happens, in order."""
        days = sorted({day for day in self._candidates(first_day) if self._passes(day)})
        if not self.rule.by_set_position:
            return days
        places = (
            place - 1 if place > 0 else len(days) + place for place in self.rule.by_set_position
        )
        return sorted({days[place] for place in places if 0 <= place < len(days)})

    def _candidates(self, first_day: date) -> list[date]:
        match self.rule.every:
            case Every.DAY:
                days = [first_day]
            case Every.WEEK:
                days = _run_of(first_day, DAYS_PER_WEEK)
            case Every.MONTH:
                days = _month(first_day.year, first_day.month)
            case Every.YEAR:
                days = [day for month in self._months() for day in _month(first_day.year, month)]
        self.looked_at = len(days)
        return days

    def _months(self) -> tuple[int, ...]:
        """Return the months of a year that can hold the event: all of them only where they must."""
        if self.rule.by_month:
            return self.rule.by_month
        if self.rule.by_day or self.rule.by_month_day:
            return tuple(range(1, MONTHS_PER_YEAR + 1))
        return (self.start.month,)

    def _passes(self, day: date) -> bool:
        rule = self.rule
        if rule.by_month and day.month not in rule.by_month:
            return False
        if rule.by_month_day and not _is_month_day(day, rule.by_month_day):
            return False
        if rule.by_day:
            return self._is_by_day(day)
        return bool(rule.by_month_day) or self._is_like_the_first(day)

    def _is_by_day(self, day: date) -> bool:
        for which, weekday in self.rule.by_day:
            if day.weekday() != weekday:
                continue
            if which is None or self.rule.every in {Every.DAY, Every.WEEK}:
                return True
            if self._place(day, backwards=which < 0) == which:
                return True
        return False

    def _place(self, day: date, *, backwards: bool) -> int:
        """Which of its weekday `day` is: 1 the first, -1 the last of its month, or of its year."""
        of_year = self.rule.every is Every.YEAR and not self.rule.by_month
        first = date(day.year, 1, 1) if of_year else day.replace(day=1)
        length = 365 + calendar.isleap(day.year) if of_year else _length(day.year, day.month)
        into = (day - first).days
        if backwards:
            return -((length - 1 - into) // DAYS_PER_WEEK + 1)
        return into // DAYS_PER_WEEK + 1

    def _is_like_the_first(self, day: date) -> bool:
        """Whether a day with no BYDAY and no BYMONTHDAY is one the first start stands for."""
        match self.rule.every:
            case Every.DAY:
                return True
            case Every.WEEK:
                return day.weekday() == self.start.weekday()
            case Every.MONTH:
                return day.day == self.start.day
            case Every.YEAR:
                same_month = bool(self.rule.by_month) or day.month == self.start.month
                return same_month and day.day == self.start.day


def _expect_same_clock(parts: dict[str, list[int]], start: datetime) -> None:
    told = {"BYHOUR": start.hour, "BYMINUTE": start.minute, "BYSECOND": start.second}
    for key, expected in told.items():
        if parts.get(key, [expected]) != [expected]:
            raise RecurrenceNotUnderstoodError(key)


def _months_of(parts: dict[str, list[int]]) -> tuple[int, ...]:
    months = tuple(int(month) for month in parts.get("BYMONTH", ()))
    if not all(1 <= month <= MONTHS_PER_YEAR for month in months):
        raise RecurrenceNotUnderstoodError("BYMONTH")
    return months


def _weekday(text: str) -> tuple[int | None, int]:
    which, weekday = text[:-2], text[-2:].upper()
    if weekday not in WEEKDAYS:
        raise RecurrenceNotUnderstoodError(f"BYDAY={text}")
    return (int(which) if which else None), WEEKDAYS.index(weekday)


def _months(day: date) -> int:
    return day.year * MONTHS_PER_YEAR + day.month - 1


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _month(year: int, month: int) -> list[date]:
    return _run_of(date(year, month, 1), _length(year, month))


def _run_of(first: date, days: int) -> list[date]:
    if first.year == MAXYEAR:  # the calendar may end inside
        return []
    return [first + timedelta(days=number) for number in range(days)]


def _is_month_day(day: date, wanted: tuple[int, ...]) -> bool:
    return day.day in wanted or day.day - _length(day.year, day.month) - 1 in wanted
