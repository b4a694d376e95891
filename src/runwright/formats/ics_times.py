"""The times of a calendar: in UTC, with a zone, floating, or whole days."""

import bisect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from icalendar.prop import vDDDTypes

from runwright.domain.words import _
from runwright.formats.ics_lines import Complaints, Component, Property
from runwright.formats.ics_recurrence import (
    Budget,
    RecurrenceNotUnderstoodError,
    occurrences,
    read_recurrence,
)
from runwright.formats.ics_zones import zone_named

# The library's own annotations are not complete; this says what we use of it.
read_value: Callable[[str], object] = vDDDTypes.from_ical
NOT_READ = (ValueError, OverflowError, LookupError, TypeError)

_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a calendar as it stands on a wall clock.

    Attributes
    ----------
    wall
        Without zone; midnight for a whole day.
    zone
        The zone of that clock.
    """

    wall: datetime
    zone: tzinfo
    whole_day: bool = False

    def at(self, wall: datetime) -> datetime:
        """Return another time on the same clock as a moment; a skipped hour moves on by the gap."""
        return wall.replace(tzinfo=self.zone).astimezone(UTC)

    @property
    def key(self) -> datetime | date:
        """What tells two occurrences of one event apart: the day, or the instant."""
        return self.wall.date() if self.whole_day else self.at(self.wall)

    def on_same_clock(self, other: "Moment") -> datetime:
        """Return the wall time of another moment on this clock."""
        if other.whole_day or self.whole_day or other.zone is self.zone:
            return other.wall
        try:
            return other.at(other.wall).astimezone(self.zone).replace(tzinfo=None)
        except OverflowError:  # at the very end of the calendar the hour does not matter
            return other.wall


class GivenZone(tzinfo):
    """A zone that a calendar brings itself, as the offsets it changes to.

    Parameters
    ----------
    changes
        Wall times and the offset from then on, oldest first.
    before
        The offset before the first of them.
    """

    def __init__(self, changes: tuple[tuple[datetime, timedelta], ...], before: timedelta) -> None:
        self.onsets = [onset for onset, _offset in changes]
        self.offsets = [before, *(offset for _onset, offset in changes)]

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """Return the offset on a wall time."""
        wall = datetime.min if dt is None else dt.replace(tzinfo=None)  # noqa: DTZ901
        return self.offsets[bisect.bisect_right(self.onsets, wall)]

    def dst(self, dt: datetime | None) -> timedelta:  # noqa: ARG002
        """Return zero: the offsets hold it already."""
        return timedelta(0)

    def tzname(self, dt: datetime | None) -> str:
        """Return the offset in words."""
        return str(self.utcoffset(dt))


@dataclass(slots=True, kw_only=True)
class Clocks:
    """The zones of one calendar; a zone nobody knows is the runner's own, and said to be.

    Attributes
    ----------
    home
        The runner's zone, for floating times and whole days.
    first, last
        Days that matter, to work out no more changes of a zone than needed.
    """

    home: tzinfo
    first: date
    last: date
    complaints: Complaints
    budget: Budget
    given: dict[str, Component] = field(default_factory=dict)
    known: dict[str, tzinfo] = field(default_factory=dict)

    def moment(self, one: Property, value: str) -> Moment:
        """Return the moment a value of a property means.

        Raises
        ------
        ValueError
            If the value is no time.
        """
        try:
            read = read_value(value.strip())
        except NOT_READ as error:
            raise ValueError(value) from error
        if isinstance(read, tuple):  # a period: its start
            read = read[0]
        if isinstance(read, datetime):
            zone = UTC if read.tzinfo else self._zone(one)
            return Moment(read.replace(tzinfo=None), zone)
        if isinstance(read, date):
            return Moment(datetime.combine(read, time()), self.home, whole_day=True)
        raise ValueError(value)

    def _zone(self, one: Property) -> tzinfo:
        name = one.parameters.get("TZID")
        if not name:
            return self.home
        if name not in self.known:
            self.known[name] = self._find(name, one.line)
        return self.known[name]

    def _find(self, name: str, line: int) -> tzinfo:
        given = self.given.get(name)
        place = given.first("X-LIC-LOCATION") if given else None
        zone = zone_named(name) or (zone_named(place.value) if place else None)
        if zone is not None:
            return zone
        if given is not None and (own := self._own_zone(given)) is not None:
            return own
        says = _("nobody knows the time zone '{name}'; its times are read as yours")
        self.complaints.add("unknown-zone", says.format(name=name[:60]), line=line, lost=False)
        return self.home

    def _own_zone(self, given: Component) -> tzinfo | None:
        """Return a zone from its own rules of change; None where they cannot be read."""
        changes: list[tuple[datetime, timedelta]] = []
        before: list[tuple[datetime, timedelta]] = []
        for part in given.parts:
            start, to = _naive(part.first("DTSTART")), _offset(part.first("TZOFFSETTO"))
            if start is None or to is None:
                return None
            since = _offset(part.first("TZOFFSETFROM"))
            before.append((start, to if since is None else since))
            changes.append((start, to))
            changes += [(onset, to) for onset in self._onsets(part, start)]
        if not changes:
            return None
        return GivenZone(tuple(sorted(set(changes))), min(before)[1])

    def _onsets(self, part: Component, start: datetime) -> list[datetime]:
        rule = part.first("RRULE")
        if rule is None:
            return []
        try:
            recurrence = read_recurrence(rule.value, start=start)
        except RecurrenceNotUnderstoodError:
            return []
        since, until = date(self.first.year - 1, 1, 1), date(self.last.year + 1, 12, 31)
        return list(occurrences(recurrence, start, since=since, until=until, budget=self.budget))


def duration(one: Property) -> timedelta | None:
    """Return the length of a DURATION; None where it is none."""
    try:
        length = read_value(one.value.strip())
    except NOT_READ:
        return None
    return length if isinstance(length, timedelta) else None


def _naive(one: Property | None) -> datetime | None:
    if one is None:
        return None
    try:
        read = read_value(one.value.strip())
    except NOT_READ:
        return None
    return read.replace(tzinfo=None) if isinstance(read, datetime) else None


def _offset(one: Property | None) -> timedelta | None:
    found = _OFFSET.fullmatch(one.value.strip()) if one else None
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if length >= timedelta(days=1):
        return None
    return -length if found[1] == "-" else length
