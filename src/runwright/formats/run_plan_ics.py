"""The runs of a calendar: events whose title says running, in one of several languages."""

import re
from datetime import date, timedelta, tzinfo

from runwright.domain.calendar import MINUTES_PER_HOUR
from runwright.domain.problem import Imported, Problem
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.words import ngettext
from runwright.formats.ics_calendar import CalendarEvent, read_calendar
from runwright.formats.quantities import read_distance_km, read_duration_min
from runwright.formats.run_plan_row import EXAMPLES_AT_MOST, ToldRun, planned_runs
from runwright.formats.run_words import guess_run

FASTEST_MIN_PER_KM = 2.5  # faster than anyone: the event's length is not the run's
LONGEST = timedelta(days=1)
# A length beside an x is one of several repetitions: "6 x 1 km".
_DISTANCE = re.compile(
    r"(?<![\d.,x×*])(?<![x×*] )(\d{1,3}(?:[.,]\d{1,2})?)\s?(km|k|mi|miles?)\b", re.IGNORECASE
)
_LENGTH = re.compile(
    r"(?<![\d.,x×*:])(?<![x×*] )(\d{1,2}\s?h(?:\s?\d{2})?\b|\d{1,3}\s?(?:min|minutes|minuten|')|"
    r"\d:\d{2}\s?h\b)",
    re.IGNORECASE,
)


def runs_of_calendar(
    data: bytes, *, timezone: tzinfo, first: date, last: date, label: str
) -> Imported[PlannedRun]:
    """Planned runs of a calendar; rest, strength and everything else is left out.

    An event whose title has a word for a kind of run but none for running is taken as a run; where
    no title says running at all, that is said.
    """
    calendar = read_calendar(data, timezone=timezone, first=first, last=last, label=label)
    told = [run for event in calendar.items if (run := _told(event))]
    planned = planned_runs(told, first=first, last=last, label=label)
    problems = (*calendar.problems, *planned.problems, *_nothing_found(calendar, told, label))
    return Imported(items=planned.items, problems=problems)


def _told(event: CalendarEvent) -> ToldRun | None:
    guess = guess_run(event.title)
    if guess.is_run is False or (guess.is_run is None and guess.kind is None):
        return None
    length = event.end - event.start
    if length > LONGEST:
        return None
    distance_km = _distance_km(event)
    return ToldRun(
        day=event.start.date(),
        title=event.title,
        start_min=(
            None if event.whole_day else event.start.hour * MINUTES_PER_HOUR + event.start.minute
        ),
        kind=guess.kind or guess_run(event.text).kind,
        duration_min=_duration_min(event, distance_km),
        distance_km=distance_km,
        race=event.title if guess.kind is RunKind.RACE else None,
    )


def _distance_km(event: CalendarEvent) -> float | None:
    for text in (event.title, event.text):
        if found := _DISTANCE.search(text):
            return read_distance_km(f"{found[1]} {found[2]}") or None
    return None


def _duration_min(event: CalendarEvent, distance_km: float | None) -> float | None:
    """Minutes of a run: the event's own length where it can be one, else what its words say."""
    minutes = 0.0 if event.whole_day else (event.end - event.start).total_seconds() / 60
    too_fast = distance_km is not None and minutes < distance_km * FASTEST_MIN_PER_KM
    if minutes > 0 and not too_fast:
        return minutes
    for text in (event.title, event.text):
        if found := _LENGTH.search(text):
            return read_duration_min(found[1].rstrip("'")) or None
    return None


def _nothing_found(
    calendar: Imported[CalendarEvent], told: list[ToldRun], label: str
) -> tuple[Problem, ...]:
    if told or not calendar.items:
        return ()
    titles = list(dict.fromkeys(event.title for event in calendar.items if event.title))
    says = ngettext(
        "no run is among {count} event ({titles}); a run has a word such as run, easy or long",
        "no run is among {count} events ({titles}); a run has a word such as run, easy or long",
        len(calendar.items),
    )
    words = says.format(count=len(calendar.items), titles=", ".join(titles[:EXAMPLES_AT_MOST]))
    return (Problem(where=label, code="run-plan.no-runs", says=words),)
