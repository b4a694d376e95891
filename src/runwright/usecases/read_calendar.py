"""A calendar somebody else made, read as a plan that rules can judge; every guess is said."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Protocol

from runwright.domain.calendar import (
    DAYS_PER_WEEK,
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    Window,
    monday_of,
)
from runwright.domain.errors import RunwrightError
from runwright.domain.plan import (
    PLAN_SCHEMA_VERSION,
    DayPlan,
    MadeWith,
    Objective,
    PlannedSession,
    SeasonPlan,
    WeekPlan,
)
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun
from runwright.domain.runner import DayAvailability, Race, Runner, StrengthExperience
from runwright.domain.session import Placed, SessionKind
from runwright.domain.words import _, ngettext

EVENING_MIN = 18 * MINUTES_PER_HOUR  # for an event that names a day and no time
LONGEST_MIN = 4 * MINUTES_PER_HOUR  # longer, and an event is no session
SHORTEST_MIN = 5
ANY_TIME = DayAvailability(minutes=MINUTES_PER_DAY, windows=(Window(0, MINUTES_PER_DAY),))
# The session that a day with two of them is judged by: the one rules are strictest about.
BY_LOAD = (
    *(SessionKind.HEAVY_JUMPS, SessionKind.HEAVY, SessionKind.SHORT),
    *(SessionKind.FOUNDATION, SessionKind.JUMPS, SessionKind.LIGHT),
)


class Event(Protocol):
    """What a calendar event tells."""

    @property
    def start(self) -> datetime: ...  # noqa: D102
    @property
    def end(self) -> datetime: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def whole_day(self) -> bool: ...  # noqa: D102
    @property
    def categories(self) -> tuple[str, ...]: ...  # noqa: D102


class Guess(Protocol):
    """What the title of a strength event says; no kind is mobility."""

    @property
    def kind(self) -> SessionKind | None: ...  # noqa: D102
    @property
    def is_told(self) -> bool: ...  # noqa: D102


class Words(Protocol):
    """What a reading needs of the words of calendars."""

    def is_run(self, event: Event) -> bool:
        """Whether an event is taken as a run."""

    def strength(self, event: Event) -> Guess | None:
        """What an event says of strength work; None for nothing."""


class NothingToAuditError(RunwrightError):
    """A calendar has no strength session that words would tell."""

    code = "calendar.no-strength"

    def __init__(self, source: str, *, first: date, last: date, titles: Sequence[str]) -> None:
        self.source, self.titles = source, tuple(titles)
        seen = _(" It has: {titles}.").format(titles=", ".join(titles)) if titles else ""
        super().__init__(
            _(
                "{source} has no strength session between {first} and {last}.{seen} A session is "
                "known by words such as strength, gym, heavy legs, squats, plyo."
            ).format(source=source, first=first, last=last, seen=seen)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignPlan:
    """A calendar read as a plan.

    Attributes
    ----------
    taken
        What titles were taken for: (title, what it was taken as, how often).
    notes
        What else was assumed.
    """

    plan: SeasonPlan
    taken: tuple[tuple[str, str, int], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOrder:
    """What a reading starts from.

    Attributes
    ----------
    source
        The calendar as the person knows it.
    first, last
        The days that were looked at.
    runs
        The calendar's runs, already told from its events.
    runner
        Who follows it; None where nobody said.
    novel_weeks
        First weeks that count as new to the legs of somebody not used to lifting (rule S02).
    """

    source: str
    first: date
    last: date
    events: Sequence[Event]
    runs: Sequence[PlannedRun]
    runner: Runner | None = None
    novel_weeks: int = 0


def read_as_plan(order: CalendarOrder, words: Words) -> ForeignPlan:
    """Return the plan a calendar holds, as far as its words tell.

    Raises
    ------
    NothingToAuditError
        If no event is a strength session.
    """
    found = [told for event in order.events if (told := _told(event, order, words)) is not None]
    sessions = [told for told in found if told.placed is not None]
    if not sessions:
        titles = list(dict.fromkeys(event.title for event in order.events if event.title))[:5]
        raise NothingToAuditError(order.source, first=order.first, last=order.last, titles=titles)
    by_day, doubled = _one_a_day(sessions)
    days = [*by_day, *(run.day for run in order.runs)]
    races = _races(order)
    return ForeignPlan(
        plan=_plan(order, by_day, races, monday_of(min(days)), max(days)),
        taken=_taken(found),
        notes=tuple(_notes(order, sessions, doubled, races)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A strength event; `placed` is None for mobility."""

    title: str
    day: date
    placed: Placed | None
    is_told: bool
    time_is_told: bool


def _told(event: Event, order: CalendarOrder, words: Words) -> _Told | None:
    minutes = round((event.end - event.start) / timedelta(minutes=1))
    guess = None if words.is_run(event) else words.strength(event)
    if guess is None or (minutes > LONGEST_MIN and not event.whole_day):
        return None
    usual = 30 if order.runner is None else order.runner.session_minutes
    timed = not event.whole_day
    start_min = event.start.hour * MINUTES_PER_HOUR + event.start.minute if timed else EVENING_MIN
    length = minutes if timed and minutes > 0 else usual
    placed = None
    if guess.kind is not None:
        room = MINUTES_PER_DAY - start_min
        placed = Placed(
            kind=guess.kind,
            start_min=start_min,
            duration_min=max(SHORTEST_MIN, min(length, room)),
        )
    return _Told(
        title=event.title,
        day=event.start.date(),
        placed=placed,
        is_told=guess.is_told,
        time_is_told=timed,
    )


def _one_a_day(sessions: Iterable[_Told]) -> tuple[dict[date, _Told], int]:
    """Return the session each day is judged by, and how many others its days hold."""
    by_day: dict[date, _Told] = {}
    doubled = 0
    for one in sorted(sessions, key=lambda told: (told.day, _load(told))):
        if one.day in by_day:
            doubled += 1
        else:
            by_day[one.day] = one
    return by_day, doubled


def _load(told: _Told) -> int:
    return BY_LOAD.index(told.placed.kind) if told.placed is not None else len(BY_LOAD)


def _races(order: CalendarOrder) -> tuple[Race, ...]:
    """Return the runner's races, or those the calendar names with a distance."""
    if order.runner is not None and order.runner.races:
        return order.runner.races
    return tuple(
        Race(name=run.race, day=run.day, distance_km=run.distance_km, start_min=run.start_min)
        for run in order.runs
        if run.race is not None and run.distance_km is not None
    )


def _plan(
    order: CalendarOrder,
    by_day: Mapping[date, _Told],
    races: tuple[Race, ...],
    monday: date,
    last: date,
) -> SeasonPlan:
    count = (last - monday).days // DAYS_PER_WEEK + 1
    weeks = tuple(_week(order, by_day, monday, number) for number in range(count))
    return SeasonPlan(
        runner=order.runner.name if order.runner is not None else "",
        start=monday,
        made_with=MadeWith(
            schema_version=PLAN_SCHEMA_VERSION,
            program_version="",
            knowledge_version="",
            protocol="",
            seed=0,
        ),
        weeks=weeks,
        races=races,
        objective=Objective(total=0, bound=0, status="", by_rule=()),
        relaxed=(),
        unmet=(),
        gates=(),
        findings=(),
        needs=(),
        notes=(),
        exercise_names=MappingProxyType({}),
    )


def _week(
    order: CalendarOrder, by_day: Mapping[date, _Told], monday: date, number: int
) -> WeekPlan:
    first = monday + timedelta(weeks=number)
    days = tuple(
        _day(order, by_day, first + timedelta(days=weekday)) for weekday in range(DAYS_PER_WEEK)
    )
    runs = [run for day in days for run in day.runs]
    known = [run.distance_km for run in runs if run.distance_km is not None]
    return WeekPlan(
        number=number + 1,
        monday=first,
        phase=Phase.BUILD,  # a calendar names no phases; no rule on placement asks for one
        deload=False,
        novel=_is_new_to_lifting(order.runner) and number < order.novel_weeks,
        days=days,
        hard_sets=0,
        run_km=round(sum(known), 1) if known else None,
        longest_km=max(known, default=None),
        run_min=sum(run.duration_min for run in runs),
    )


def _is_new_to_lifting(runner: Runner | None) -> bool:
    return runner is not None and runner.strength_experience is not StrengthExperience.REGULAR


def _day(order: CalendarOrder, by_day: Mapping[date, _Told], day: date) -> DayPlan:
    runs = sorted(
        (run for run in order.runs if run.day == day), key=lambda run: (run.start_min, run.title)
    )
    told = by_day.get(day)
    available = ANY_TIME if order.runner is None else order.runner.days[day.weekday()]
    return DayPlan(
        day=day,
        available=available,
        runs=tuple(runs),
        session=None if told is None or told.placed is None else _session(told, told.placed),
    )


def _session(told: _Told, placed: Placed) -> PlannedSession:
    return PlannedSession(
        id=f"{told.day.isoformat()}-{placed.kind.value}",
        placed=placed,
        title=told.title,
        blocks=(),
        worked_out_min=placed.duration_min,
        hard_sets=0,
    )


def _taken(found: Iterable[_Told]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter((told.title, _taken_as(told)) for told in found)
    return tuple((title, taken, count) for (title, taken), count in counts.items())


def _taken_as(told: _Told) -> str:
    if told.placed is None:
        return _("mobility, not judged")
    words = {
        SessionKind.HEAVY: _("heavy legs"),
        SessionKind.HEAVY_JUMPS: _("heavy legs with jumps"),
        SessionKind.FOUNDATION: _("leg strength while learning"),
        SessionKind.SHORT: _("a short leg session"),
        SessionKind.LIGHT: _("a light session"),
        SessionKind.JUMPS: _("jumps"),
    }[told.placed.kind]
    return words if told.is_told else _("{kind}, the strict reading").format(kind=words)


def _notes(
    order: CalendarOrder, sessions: Sequence[_Told], doubled: int, races: Sequence[Race]
) -> Iterable[str]:
    untimed = sum(not told.time_is_told for told in sessions)
    if untimed:
        yield ngettext(
            "{count} session has a day and no time; it is taken to start at 18:00.",
            "{count} sessions have a day and no time; they are taken to start at 18:00.",
            untimed,
        ).format(count=untimed)
    if doubled:
        yield ngettext(
            "{count} day holds two strength sessions; it is judged by the harder one.",
            "{count} days hold two strength sessions; they are judged by the harder one.",
            doubled,
        ).format(count=doubled)
    if not order.runs:
        yield _("There are no runs in it, so nothing about runs could be judged.")
    nameless = sum(run.race is not None for run in order.runs) if not races else 0
    if nameless:
        yield _("Its races name no distance, so the days around them were not judged.")
    if order.runner is None:
        yield _(
            "Nothing is known of the runner: taken as a healthy adult used to lifting, with time "
            "all day. A RUNNER.toml (--runner) tells more."
        )
    yield _("A calendar does not say which exercises a session holds, so they were not judged.")
