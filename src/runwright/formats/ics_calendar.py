"""Events of a calendar file (ICS) between two days, repeats unfolded, in the runner's own time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from icalendar.prop import vText

from runwright.domain.problem import Imported
from runwright.domain.words import _
from runwright.formats.ics_lines import Complaints, Component, Property, read_components
from runwright.formats.ics_recurrence import (
    Budget,
    Recurrence,
    RecurrenceNotUnderstoodError,
    occurrences,
    read_recurrence,
)
from runwright.formats.ics_times import Clocks, Moment, duration
from runwright.formats.plain import one_line

OCCURRENCES_AT_MOST = 20_000
TEXT_AT_MOST = 4_000
CATEGORIES_AT_MOST = 20
DAYS_FOR_A_DATE = 10  # reading a listed date takes about as long as looking at ten days
LONGEST = timedelta(days=366)  # an event of more than a year is a slip
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event, or one occurrence of a repeating event.

    Attributes
    ----------
    start, end
        In the runner's zone; for a whole day from midnight to the midnight after the last day.
        The end is never before the start.
    whole_day
        Whether the calendar names days and no hours.
    title, text
        As the calendar has them; '' where it has none. The title is one line.
    uid
        The calendar's own id, alike for all occurrences of an event; '' where it has none.
    categories
        As the calendar sorts the event.
    """

    start: datetime
    end: datetime
    title: str
    text: str = ""
    whole_day: bool = False
    uid: str = ""
    categories: tuple[str, ...] = ()


def read_calendar(
    data: bytes, *, timezone: tzinfo, first: date, last: date, label: str = "calendar"
) -> Imported[CalendarEvent]:
    """Events of a calendar file that touch the days from `first` to `last`, in order of time.

    Parameters
    ----------
    data
        Content of the file.
    timezone
        The runner's zone: floating times and whole days are read in it, all times told in it.
    first, last
        Both included.
    label
        File name as the person knows it, for problems.
    """
    complaints = Complaints(label=label)
    components = read_components(data, complaints)
    clocks = Clocks(home=timezone, first=first, last=last, complaints=complaints, budget=Budget())
    clocks.given = {
        name.value: one
        for one in components
        if one.name == "VTIMEZONE" and (name := one.first("TZID"))
    }
    reader = _Reader(clocks)
    found = reader.events(tuple(one for one in components if one.name == "VEVENT"))
    events = tuple(sorted(set(found), key=lambda event: (event.start, event.title, event.end)))
    return Imported(items=events, problems=complaints.told())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Master:
    """An event as it stands in the file, before its repeats are unfolded."""

    component: Component
    start: Moment
    length: timedelta
    title: str
    text: str
    uid: str
    cancelled: bool


class _Reader:
    """Turns the events of one calendar into occurrences."""

    def __init__(self, clocks: Clocks) -> None:
        self.clocks = clocks
        self.complaints = clocks.complaints
        self.budget_spent = False
        self.from_moment = _midnight(clocks.first, clocks.home)
        self.to_moment = _midnight(clocks.last + ONE_DAY, clocks.home)

    def events(self, components: tuple[Component, ...]) -> Iterator[CalendarEvent]:
        """Every occurrence inside the days asked for."""
        masters = [master for one in components if (master := self._master(one))]
        moved = self._moved(masters)
        told = 0
        for master in masters:
            for start in self._starts(master, moved):
                event = self._event(master, start)
                if event is None:
                    continue
                told += 1
                if told > OCCURRENCES_AT_MOST:
                    says = _("only the first {most} events between {first} and {last} are read")
                    clocks = self.clocks
                    self.complaints.add(
                        "too-many",
                        says.format(most=OCCURRENCES_AT_MOST, first=clocks.first, last=clocks.last),
                    )
                    return
                yield event

    def _master(self, one: Component) -> _Master | None:
        given = one.first("DTSTART")
        title = _words(one.first("SUMMARY"))
        if given is None:
            says = _("the event '{title}' has no start and is left out")
            self.complaints.add("no-start", says.format(title=one_line(title)), line=one.line)
            return None
        start = self._moment(given, given.value)
        if start is None:
            return None
        status = one.first("STATUS")
        uid = one.first("UID")
        return _Master(
            component=one,
            start=start,
            length=self._length(one, start),
            title=one_line(title),
            text=_words(one.first("DESCRIPTION"))[:TEXT_AT_MOST],
            uid=uid.value[:200] if uid else "",
            cancelled=status is not None and status.value.strip().upper() == "CANCELLED",
        )

    def _moment(self, given: Property, value: str) -> Moment | None:
        try:
            moment = self.clocks.moment(given, value)
            moment.at(moment.wall)
        except (ValueError, OverflowError):
            says = _("{name} is '{value}', which is no time; the event is left out")
            words = says.format(name=given.name, value=one_line(value)[:40])
            self.complaints.add("no-time", words, line=given.line)
            return None
        return moment

    def _length(self, one: Component, start: Moment) -> timedelta:
        length = self._told_length(one, start)
        if length is None:
            return ONE_DAY if start.whole_day else timedelta(0)
        if timedelta(0) <= length <= LONGEST:
            return length
        says = _("the event ends before it starts, or lasts more than a year; its end is left out")
        self.complaints.add("no-end", says, line=one.line, lost=False)
        return ONE_DAY if start.whole_day else timedelta(0)

    def _told_length(self, one: Component, start: Moment) -> timedelta | None:
        lasts, given = one.first("DURATION"), one.first("DTEND")
        if given is None:
            return duration(lasts) if lasts else None
        try:
            end = self.clocks.moment(given, given.value)
            if start.whole_day or end.whole_day:
                return end.wall - start.wall
            return end.at(end.wall) - start.at(start.wall)
        except (ValueError, OverflowError):
            return -ONE_DAY

    def _moved(self, masters: list[_Master]) -> frozenset[tuple[str, datetime | date]]:
        """Occurrences that another entry of the file replaces."""
        moved: set[tuple[str, datetime | date]] = set()
        for master in masters:
            given = master.component.first("RECURRENCE-ID")
            original = self._moment(given, given.value) if given else None
            if original is not None:
                moved.add((master.uid, _key_like(original, master.start)))
        return frozenset(moved)

    def _starts(
        self, master: _Master, moved: frozenset[tuple[str, datetime | date]]
    ) -> Iterator[Moment]:
        """Starts of an event; those taken out or moved away are left out."""
        if master.cancelled:
            return
        one, start = master.component, master.start
        if one.first("RECURRENCE-ID") is not None:
            yield start
            return
        taken_out = {_key_like(gone, start) for gone in self._listed(one, "EXDATE")}
        walls = [
            *self._repeats(master),
            *(start.on_same_clock(day) for day in self._listed(one, "RDATE")),
        ]
        for wall in dict.fromkeys(walls):
            moment = replace(start, wall=wall)
            if moment.key in taken_out or wall.date() in taken_out:
                continue
            if (master.uid, moment.key) not in moved:
                yield moment

    def _listed(self, one: Component, name: str) -> list[Moment]:
        """Return the moments of every EXDATE or RDATE of an event, as far as the budget reaches."""
        moments: list[Moment] = []
        for given in one.all(name):
            for value in given.value.split(","):
                if not self.clocks.budget.pay(DAYS_FOR_A_DATE):
                    self._say_too_much(one)
                    return moments
                moment = self._moment(given, value)
                if moment is not None:
                    moments.append(moment)
        return moments

    def _say_too_much(self, one: Component) -> None:
        if self.budget_spent:
            return
        self.budget_spent = True
        says = _(
            "the calendar repeats too much to be read whole; dates from '{title}' on may be missing"
        )
        title = one_line(_words(one.first("SUMMARY")))
        self.complaints.add("too-many", says.format(title=title), line=one.line)

    def _repeats(self, master: _Master) -> Iterator[datetime]:
        given = master.component.first("RRULE")
        if given is None:
            yield master.start.wall
            return
        try:
            rule = read_recurrence(given.value, start=master.start.wall)
        except RecurrenceNotUnderstoodError as error:
            says = _("'{title}' repeats in a way that is not read ({what}); its first date is")
            words = says.format(title=master.title, what=one_line(str(error))[:60])
            self.complaints.add("repeats", words, line=given.line)
            yield master.start.wall
            return
        clocks = self.clocks
        margin = ONE_DAY + master.length  # another zone, or an event that began before
        yield from occurrences(
            replace(rule, until=self._until(rule, master.start)),
            master.start.wall,
            since=_shifted(clocks.first, -margin),
            until=_shifted(clocks.last, ONE_DAY),
            budget=clocks.budget,
        )
        if clocks.budget.days < 0:
            self._say_too_much(master.component)

    def _until(self, rule: Recurrence, start: Moment) -> datetime | None:
        """Last wall time of a rule on the clock of its event; a day counts to its end."""
        if rule.until is None:
            return None
        if not isinstance(rule.until, datetime):
            return datetime.combine(rule.until, time.max)
        if start.whole_day:
            return datetime.combine(rule.until.date(), time.max)
        if rule.until.tzinfo is None:
            return rule.until
        until = Moment(rule.until.replace(tzinfo=None), rule.until.tzinfo)
        return start.on_same_clock(until)

    def _event(self, master: _Master, start: Moment) -> CalendarEvent | None:
        try:
            begins, ends = self._span(start, master.length)
        except (ValueError, OverflowError):  # at the very end of the calendar
            return None
        outside = ends < self.from_moment or begins >= self.to_moment
        if outside or (ends == self.from_moment and ends > begins):
            return None
        return CalendarEvent(
            start=begins,
            end=ends,
            title=master.title,
            text=master.text,
            whole_day=start.whole_day,
            uid=master.uid,
            categories=_categories(master.component),
        )

    def _span(self, start: Moment, length: timedelta) -> tuple[datetime, datetime]:
        home = self.clocks.home
        if start.whole_day:
            return _midnight(start.wall.date(), home), _midnight(start.wall.date() + length, home)
        begins = start.at(start.wall)
        return begins.astimezone(home), (begins + length).astimezone(home)


def _key_like(moment: Moment, event: Moment) -> datetime | date:
    """Return what tells an occurrence apart: the day when either side names only days."""
    if moment.whole_day or event.whole_day:
        return event.on_same_clock(moment).date()
    return moment.key


def _categories(component: Component) -> tuple[str, ...]:
    named = (name for given in component.all("CATEGORIES") for name in given.value.split(","))
    return tuple(one_line(name) for name in named)[:CATEGORIES_AT_MOST]


def _words(one: Property | None) -> str:
    return str(vText.from_ical(one.value)) if one else ""


def _midnight(day: date, zone: tzinfo) -> datetime:
    """Return the begin of a day as a moment that exists: some clocks change at midnight."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC).astimezone(zone)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max
