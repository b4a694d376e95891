"""Hours between a session and what it must keep clear of: leg sessions, long and fast runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from runwright.domain.plan import DayPlan, PlannedSession, SeasonPlan
from runwright.domain.run import PlannedRun
from runwright.domain.words import _
from runwright.formats.plan_words.dates import hours_and_minutes
from runwright.formats.plan_words.kinds import run_title
from runwright.knowledge.library import Library
from runwright.rules.names import the_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Hours the rules ask for. [h]

    Attributes
    ----------
    between_legs_h
        Between two leg sessions (rule S05).
    before_run_h, rather_before_run_h
        Between hard legs and a long or fast run, and better so (rule S03).
    novel_h
        Between hard legs and a fast run while the programme is new (rule S02).
    """

    between_legs_h: float
    before_run_h: float
    rather_before_run_h: float
    novel_h: float

    def closed_before_h(self, session: "Event", run: "Event") -> float:
        """Return the hours before a run that are closed to hard legs. [h]"""
        fast = run.run is not None and run.run.kind.needs_fresh_legs
        return max(self.before_run_h, self.novel_h) if session.novel and fast else self.before_run_h


def limits_of(library: Library, protocol: str) -> Limits:
    """Return the hours in force: the rules' own, or a protocol's."""
    s05, s03 = _numbers(library, protocol, "S05"), _numbers(library, protocol, "S03")
    s02 = _numbers(library, protocol, "S02")
    return Limits(
        between_legs_h=s05["gap_h"],
        before_run_h=s03["hard_block_h"],
        rather_before_run_h=s03["soft_until_h"],
        novel_h=s02["novel_gap_h"],
    )


def _numbers(library: Library, protocol: str, rule: str) -> Mapping[str, Any]:
    numbers: dict[str, Any] = {one.name: one.value for one in library.rules[rule].parameters}
    known = library.protocols.get(protocol)
    return numbers | dict(known.rule_parameters.get(rule, {})) if known is not None else numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A run or a session on the season's clock.

    Attributes
    ----------
    start, end
        Local time without a zone: only differences matter here.
    novel
        Whether the programme is still new to the legs in this week.
    """

    title: str
    start: datetime
    end: datetime
    run: PlannedRun | None = None
    session: PlannedSession | None = None
    novel: bool = False

    @property
    def spoken(self) -> str:
        """What a sentence calls it: its own name, or ``the long run``."""
        named = self.run is None or self.run.title or self.run.race
        if named or self.run is None:
            return self.title
        return the_run(self.run.kind)

    @property
    def trains_legs(self) -> bool:
        """Whether it is a session that trains the legs with load or volume."""
        return self.session is not None and self.session.kind.is_lower_body

    @property
    def wants_fresh_legs(self) -> bool:
        """Whether it is a long run, a fast run or a race."""
        return self.run is not None and self.run.kind.is_hard


def events_of(plan: SeasonPlan) -> tuple[Event, ...]:
    """Return all runs and sessions of a season in their order."""
    found = [
        event
        for week in plan.weeks
        for day in week.days
        for event in _events_on(day, novel=week.novel)
    ]
    return tuple(sorted(found, key=lambda event: event.start))


def _events_on(day: DayPlan, *, novel: bool) -> Iterator[Event]:
    for run in day.runs:
        start = moment(run.day, run.start_min)
        end = start + timedelta(minutes=run.duration_min)
        yield Event(title=run_title(run), start=start, end=end, run=run)
    if day.session is not None:
        placed = day.session.placed
        start = moment(day.day, placed.start_min)
        end = start + timedelta(minutes=placed.duration_min)
        yield Event(title=day.session.title, start=start, end=end, session=day.session, novel=novel)


def moment(day: date, minute: int) -> datetime:
    """Return a minute of a day on the season's clock."""
    midnight = datetime.combine(day, time())
    return midnight + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Time between the end of one thing and the start of the next that minds it.

    Attributes
    ----------
    asked
        What the rules ask for, in words.
    """

    before: Event
    after: Event
    asked: str

    @property
    def minutes(self) -> int:
        """How long it is. [min]"""
        return round((self.after.start - self.before.end) / timedelta(minutes=1))

    @property
    def said(self) -> str:
        """Its length in words."""
        return hours_and_minutes(self.minutes)


def gap_before(event: Event, events: Sequence[Event], limits: Limits) -> Gap | None:
    """Return the gap since the last leg session; None where this one minds none."""
    if not event.trains_legs:
        return None
    earlier = [one for one in events if one.trains_legs and one.end <= event.start]
    if not earlier:
        return None
    return Gap(before=earlier[-1], after=event, asked=_asked(earlier[-1], event, limits))


def gap_after(event: Event, events: Sequence[Event], limits: Limits) -> Gap | None:
    """Return the gap to what minds it next, a leg session or a long or fast run; None for none."""
    if not event.trains_legs or event.session is None:
        return None
    hard = event.session.kind.loads_legs_hard
    later = (one for one in events if one.start >= event.end)
    minds = (one for one in later if one.trains_legs or (hard and one.wants_fresh_legs))
    after = next(minds, None)
    if after is None:
        return None
    return Gap(before=event, after=after, asked=_asked(event, after, limits))


def _asked(event: Event, after: Event, limits: Limits) -> str:
    asked = _("the rule asks for {hours:g} h")
    if after.trains_legs:
        return asked.format(hours=limits.between_legs_h)
    closed_h, rather_h = limits.closed_before_h(event, after), limits.rather_before_run_h
    if rather_h > closed_h:
        asked = _("the rule asks for {hours:g} h, better {rather:g} h")
    return asked.format(hours=closed_h, rather=rather_h)
