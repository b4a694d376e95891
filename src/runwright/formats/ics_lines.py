"""The lines of a calendar file as components and properties, however broken the file is.

A calendar is read event by event, so that one broken event never costs the others. The values stay
text here; `ics_times` and `ics_recurrence` say what they mean.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from runwright.domain.problem import Problem
from runwright.domain.words import _

# The library's own annotations are not complete; these say what we use of it.
content_line: Callable[[str], Contentline] = Contentline

BYTES_AT_MOST = 20_000_000  # ten years of a busy calendar are about 10 MB
EVENTS_AT_MOST = 30_000
PROPERTIES_AT_MOST = 1_000  # of one component; a long-lived series has a hundred EXDATE lines
SIGNS_OF_A_LINE = 20_000  # unfolded; the rest of a longer description is cut off
DEPTH_AT_MOST = 6  # VCALENDAR, VEVENT, VALARM is 3
PROBLEMS_AT_MOST = 50  # what one reader can act on; the rest is counted

KEPT_COMPONENTS = frozenset({"VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"})
KEPT_PROPERTIES = frozenset({
    *("UID", "SUMMARY", "CATEGORIES", "DESCRIPTION", "STATUS", "DTSTART", "DTEND", "DURATION"),
    *("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    *("TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION"),
})
_NAME_END = re.compile(r"[;:]")
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of a component: ``DTSTART;TZID=Europe/Zurich:20261124T061500``."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int


@dataclass(slots=True, kw_only=True)
class Component:
    """A component with the properties we read, in the order of the file.

    Attributes
    ----------
    line
        Where it begins.
    """

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> tuple[Property, ...]:
        """Every property of a name."""
        return tuple(one for one in self.properties if one.name == name)

    def first(self, name: str) -> Property | None:
        """Return the first property of a name; None where it is not there."""
        return next((one for one in self.properties if one.name == name), None)


@dataclass(slots=True, kw_only=True)
class Complaints:
    """Collects the problems of one file; after fifty it only counts."""

    label: str
    problems: list[Problem] = field(default_factory=list)
    more: int = 0

    def add(self, code: str, says: str, *, line: int | None = None, lost: bool = True) -> None:
        """Note one problem."""
        if len(self.problems) >= PROBLEMS_AT_MOST:
            self.more += 1
            return
        where = self.label
        if line is not None:
            where = _("{label}, line {line}").format(label=self.label, line=line)
        self.problems.append(Problem(where=where, code=f"ics.{code}", says=says, lost=lost))

    def told(self) -> tuple[Problem, ...]:
        """Return all problems, and how many more there were."""
        if not self.more:
            return tuple(self.problems)
        says = _("{count} more problems of this kind are not listed").format(count=self.more)
        return (*self.problems, Problem(where=self.label, code="ics.more", says=says))


def read_components(data: bytes, complaints: Complaints) -> tuple[Component, ...]:
    """Events and time zones of a calendar file, in the order they end in."""
    if len(data) > BYTES_AT_MOST:
        says = _("the file is {size} MB large; a calendar of more than {most} MB is not read")
        complaints.add(
            "too-large", says.format(size=len(data) // 10**6, most=BYTES_AT_MOST // 10**6)
        )
        return ()
    reader = _Reader(complaints)
    for number, line in _unfolded(_text(data)):
        reader.take(number, line)
    return reader.finished()


class _Reader:
    """Follows BEGIN and END; `open` holds the components not yet closed."""

    def __init__(self, complaints: Complaints) -> None:
        self.complaints = complaints
        self.open: list[Component] = []
        self.done: list[Component] = []
        self.events = 0
        self.seen_calendar = False

    def take(self, number: int, line: str) -> None:
        name = _NAME_END.split(line, maxsplit=1)[0].strip().upper()
        if name == "BEGIN":
            self._begin(number, line[6:].strip().upper())
        elif name == "END":
            self._end(line[4:].strip().upper())
        elif name in KEPT_PROPERTIES and self._takes_properties():
            self._property(number, name, line)

    def _takes_properties(self) -> bool:
        """Whether the innermost open component is one we read, and not overfull."""
        if not self.open or self.open[-1].name not in KEPT_COMPONENTS:
            return False
        return len(self.open[-1].properties) < PROPERTIES_AT_MOST

    def finished(self) -> tuple[Component, ...]:
        if not self.seen_calendar:
            says = _("this is no calendar: no line says BEGIN:VCALENDAR or BEGIN:VEVENT")
            self.complaints.add("no-calendar", says)
        if any(one.name == "VEVENT" for one in self.open):
            says = _("the file breaks off inside an event; it is read as far as it goes")
            self.complaints.add("breaks-off", says, line=self.open[-1].line)
        while self.open:
            self._close()
        return tuple(self.done)

    def _begin(self, number: int, name: str) -> None:
        self.seen_calendar = self.seen_calendar or name in {"VCALENDAR", "VEVENT"}
        if name == "VEVENT" and any(one.name == "VEVENT" for one in self.open):
            says = _("the event that begins here is not closed; the next one begins in it")
            self.complaints.add("not-closed", says, line=self.open[-1].line, lost=False)
            self._end("VEVENT")
        if len(self.open) < DEPTH_AT_MOST:
            self.open.append(Component(name=name, line=number))

    def _end(self, name: str) -> None:
        if name not in {one.name for one in self.open}:
            return
        while self._close() != name:
            pass

    def _close(self) -> str:
        closed = self.open.pop()
        if closed.name == "VEVENT":
            self.events += 1
            if self.events == EVENTS_AT_MOST + 1:
                says = _("only the first {most} events are read")
                self.complaints.add("too-many", says.format(most=EVENTS_AT_MOST), line=closed.line)
        if closed.name in {"STANDARD", "DAYLIGHT"} and self.open:
            self.open[-1].parts.append(closed)
        elif closed.name == "VTIMEZONE" or (
            closed.name == "VEVENT" and self.events <= EVENTS_AT_MOST
        ):
            self.done.append(closed)
        return closed.name

    def _property(self, number: int, name: str, line: str) -> None:
        try:
            _name, parameters, value = content_line(line).parts()
        except ValueError:
            says = _("'{line}' is not understood and left out")
            self.complaints.add("broken-line", says.format(line=line[:60]), line=number)
            return
        texts = {str(key).upper(): _parameter(given) for key, given in parameters.items()}
        self.open[-1].properties.append(
            Property(name=name, parameters=texts, value=str(value), line=number)
        )


def _parameter(given: object) -> str:
    return str(given[0]) if isinstance(given, list) and given else str(given)


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with the number they begin at; a line that begins with a space goes on."""
    pieces: list[str] = []
    begun, signs = 0, 0
    for number, line in enumerate(_lines(text), start=1):
        if line[:1] in {" ", "\t"} and pieces:
            if signs < SIGNS_OF_A_LINE:
                pieces.append(line[1:])
                signs += len(line)
            continue
        if pieces:
            yield begun, "".join(pieces)[:SIGNS_OF_A_LINE]
        pieces, begun, signs = [line], number, len(line)
    if pieces:
        yield begun, "".join(pieces)[:SIGNS_OF_A_LINE]


def _lines(text: str) -> Iterator[str]:
    """Lines one by one, so that a large file is not held twice."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    begin = 0
    while begin <= len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        yield text[begin : min(end, begin + 2 * SIGNS_OF_A_LINE)].removesuffix("\r")
        begin = end + 1
