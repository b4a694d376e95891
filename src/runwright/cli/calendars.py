"""A calendar file read for an audit: which days, whose words, and what our own calendars say."""

from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from runwright.cli.clock import local_zone, today
from runwright.cli.files import CALENDAR_AT_MOST, read_bytes
from runwright.domain.calendar import monday_of
from runwright.domain.plan import ExtraKind
from runwright.domain.problem import Problem
from runwright.domain.runner import Runner
from runwright.domain.session import SessionKind
from runwright.formats.ics_calendar import CalendarEvent, read_calendar
from runwright.formats.run_plan import read_run_plan
from runwright.formats.run_words import guess_run
from runwright.formats.strength_words import StrengthGuess, guess_strength
from runwright.knowledge.library import Library
from runwright.usecases.read_calendar import (
    CalendarOrder,
    Event,
    ForeignPlan,
    Guess,
    NothingToAuditError,
    read_as_plan,
)

AHEAD, BEHIND = timedelta(weeks=52), timedelta(weeks=104)
# Categories of our own calendars; small work around runs is no session.
OUR_KINDS: dict[str, SessionKind | None] = {
    **{kind.value: None for kind in ExtraKind},
    **{kind.value: kind for kind in SessionKind},
}


class CalendarWords:
    """The words of calendars in several languages, and the categories of our own."""

    def is_run(self, event: Event) -> bool:
        """Whether an event is taken as a run."""
        if any(name in OUR_KINDS for name in event.categories):
            return False
        guess = guess_run(event.title)
        return guess.is_run is True or (guess.is_run is None and guess.kind is not None)

    def strength(self, event: Event) -> Guess | None:
        """What an event says of strength work: by its category if ours, else by its title."""
        ours = [OUR_KINDS[name] for name in event.categories if name in OUR_KINDS]
        return StrengthGuess(ours[0]) if ours else guess_strength(event.title)


def read_foreign_calendar(
    path: Path, library: Library, runner: Runner | None
) -> tuple[ForeignPlan, tuple[Problem, ...]]:
    """Return the plan a calendar holds: the year to come, or else the two years before.

    Raises
    ------
    WrongUseError
        If it cannot be read.
    NothingToAuditError
        If it holds no strength session.
    """
    data = read_bytes(path, at_most=CALENDAR_AT_MOST)
    monday = monday_of(today())
    try:
        return _between(path, data, library, runner, (monday, monday + AHEAD))
    except NothingToAuditError as nothing:
        try:
            return _between(path, data, library, runner, (monday - BEHIND, monday))
        except NothingToAuditError:
            raise nothing from None


def _between(
    path: Path,
    data: bytes,
    library: Library,
    runner: Runner | None,
    days: tuple[date, date],
) -> tuple[ForeignPlan, tuple[Problem, ...]]:
    first, last = days
    zone = ZoneInfo(runner.timezone if runner is not None else local_zone())
    calendar = read_calendar(data, timezone=zone, first=first, last=last, label=path.name)
    events: tuple[CalendarEvent, ...] = calendar.items
    runs = read_run_plan(data, timezone=zone, first=first, last=last, label=path.name)
    novel_weeks = next(
        number.value for number in library.rules["S02"].parameters if number.name == "novel_weeks"
    )
    order = CalendarOrder(
        source=path.name,
        first=first,
        last=last,
        events=events,
        runs=runs.items,
        runner=runner,
        novel_weeks=int(str(novel_weeks)),
    )
    doubts = tuple(dict.fromkeys((*calendar.problems, *runs.problems)))
    return read_as_plan(order, CalendarWords()), doubts
