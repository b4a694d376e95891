"""plan.ics: sessions, hip-and-core and foot work, re-tests and races for any calendar."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from runwright.domain.errors import RunwrightError, ValueOutOfRangeError
from runwright.domain.exercise import Role, Sides
from runwright.domain.plan import DayPlan, Extra, ExtraKind, PlannedSession, Reason, SeasonPlan
from runwright.domain.runner import Race
from runwright.domain.session import Block, Prescription, Variant
from runwright.domain.words import _
from runwright.formats.plan_words.doses import amount, how, ramp
from runwright.formats.plan_words.kinds import race_distance
from runwright.formats.zones import zone_of_place
from runwright.knowledge.library import Library

PRODUCT = "-//Runwright//Season plan//EN"
NAMESPACE = UUID("5b1f3c6e-8a0d-5c1e-9a55-2f6f0c7f6d31")  # ours; events keep their UIDs for good
OPENING = frozenset({Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY})
IN_CALENDAR = frozenset({ExtraKind.ACTIVATION, ExtraKind.FOOT_CORE, ExtraKind.RETEST})


class UnknownTimezoneError(RunwrightError):
    """A time zone that is none of the IANA names."""

    code = "ics.timezone"

    def __init__(self, timezone: str) -> None:
        self.timezone = timezone
        super().__init__(
            _(
                "There is no time zone '{timezone}'. Expected a name such as 'Europe/Berlin' or "
                "'UTC'; set it as timezone in the runner's file."
            ).format(timezone=timezone)
        )


def render_ics(
    plan: SeasonPlan,
    *,
    timezone: str,
    stamped_at: datetime,
    alarm_min: int | None = None,
    extras: frozenset[ExtraKind] = IN_CALENDAR,
    library: Library | None = None,
) -> bytes:
    """Return a calendar of the plan; the same input gives the same bytes.

    Parameters
    ----------
    timezone
        IANA name of the zone the plan's clock times are in.
    stamped_at
        When the calendar is made, with its zone.
    alarm_min
        Minutes before a session that a reminder rings. [min]; None rings none
    extras
        Small work that becomes events of its own; mobility and warm-ups do not, unless asked for.
    library
        Where given, doses say which exercises are done on each side.

    Raises
    ------
    UnknownTimezoneError
        If there is no such time zone.
    ValueOutOfRangeError
        If `stamped_at` has no zone.
    """
    writer = _Writer(plan, _zone(timezone), _utc(stamped_at), alarm_min, library)
    calendar = writer.calendar(timezone)
    for event in writer.events(extras):
        calendar.add_component(event)
    if plan.weeks and timezone != "UTC":
        first, last = plan.weeks[0].monday, plan.weeks[-1].monday + timedelta(days=7)
        calendar.add_missing_timezones(first_date=first, last_date=last)
    return bytes(calendar.to_ical())


def _zone(timezone: str) -> tzinfo:
    zone = zone_of_place(timezone)
    if zone is None:
        raise UnknownTimezoneError(timezone)
    return zone


def _utc(stamped_at: datetime) -> datetime:
    if stamped_at.tzinfo is None:
        raise ValueOutOfRangeError("stamped_at", stamped_at, "a time with its zone")
    return stamped_at.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the events of one plan."""

    plan: SeasonPlan
    zone: tzinfo
    stamp: datetime
    alarm_min: int | None
    library: Library | None

    def calendar(self, timezone: str) -> Calendar:
        """Return the calendar without its events."""
        calendar = Calendar()
        name = _("Strength and mobility")
        for key, value in (
            ("PRODID", PRODUCT),
            ("VERSION", "2.0"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("NAME", name),
            ("X-WR-CALNAME", name),
            ("X-WR-TIMEZONE", timezone),
        ):
            calendar.add(key, value)
        return calendar

    def events(self, extras: frozenset[ExtraKind]) -> Iterator[Event]:
        """Return all events: races first, then day by day."""
        for race in self.plan.races:
            yield self._race(race)
        for week in self.plan.weeks:
            for day in week.days:
                if day.session is not None:
                    yield self._session(day.day, day.session)
                yield from self._extras(day, extras)

    def _race(self, race: Race) -> Event:
        event = self._event(f"{race.day.isoformat()}-race-{race.name}", race.name)
        event.add("DTSTART", race.day)
        event.add("DTEND", race.day + timedelta(days=1))
        at = time(*divmod(race.start_min % (24 * 60), 60)).isoformat("minutes")
        words = _("{distance}, start at {time}.")
        event.add("DESCRIPTION", words.format(distance=race_distance(race), time=at))
        event.add("TRANSP", "TRANSPARENT")
        return event

    def _session(self, day: date, session: PlannedSession) -> Event:
        event = self._event(session.id, session.title)
        self._put(event, day, session.placed.start_min, session.placed.duration_min)
        event.add("DESCRIPTION", _clean("\n".join(self._session_lines(session))))
        event.add("CATEGORIES", [session.kind.value])
        if self.alarm_min is not None:
            event.add_component(self._alarm(session.title, self.alarm_min))
        return event

    def _extras(self, day: DayPlan, wanted: frozenset[ExtraKind]) -> Iterator[Event]:
        seen: Counter[ExtraKind] = Counter()
        for extra in day.extras:
            if extra.kind not in wanted:
                continue
            seen[extra.kind] += 1
            number = "" if seen[extra.kind] == 1 else f"-{seen[extra.kind]}"
            yield self._extra(f"{day.day.isoformat()}-{extra.kind.value}{number}", day.day, extra)

    def _extra(self, name: str, day: date, extra: Extra) -> Event:
        event = self._event(name, extra.title)
        self._put(event, day, extra.start_min, extra.duration_min)
        lines = [*map(self._item, extra.items), *_why_lines(extra.reasons)]
        if lines:
            event.add("DESCRIPTION", _clean("\n".join(lines)))
        event.add("CATEGORIES", [extra.kind.value])
        return event

    def _event(self, name: str, summary: str) -> Event:
        event = Event()
        plan = self.plan
        event.add("UID", str(uuid5(NAMESPACE, f"{plan.runner}/{plan.start.isoformat()}/{name}")))
        event.add("DTSTAMP", self.stamp)
        event.add("SUMMARY", _clean(summary))
        return event

    def _put(self, event: Event, day: date, start_min: int, duration_min: int) -> None:
        """Set start and end as clock times: a night of changed clocks lengthens nothing."""
        midnight = datetime.combine(day, time(), self.zone)
        event.add("DTSTART", midnight + timedelta(minutes=start_min))
        event.add("DTEND", midnight + timedelta(minutes=start_min + duration_min))

    @staticmethod
    def _alarm(said: str, before_min: int) -> Alarm:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("TRIGGER", timedelta(minutes=-before_min))
        alarm.add("DESCRIPTION", _clean(said))
        return alarm

    # -- words --------------------------------------------------------------------------------

    def _session_lines(self, session: PlannedSession) -> list[str]:
        return [
            *self._block_lines(session.blocks),
            *self._version_lines(session),
            *_why_lines(session.reasons),
        ]

    def _block_lines(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            for item in block.items:
                yield self._item(item)
                if item.ramp:
                    yield _("    ramp up: {sets} of the load").format(sets=ramp(item.ramp))
                if item.note:
                    yield f"    {item.note}"

    def _item(self, item: Prescription) -> str:
        name = _(self.plan.exercise_names.get(item.exercise, item.exercise))
        said = ", ".join([amount(item.dose, self._sides(item.exercise)), *how(item.dose)])
        return f"{item.label} {name}: {said}".strip()

    def _sides(self, exercise: str) -> Sides | None:
        known = self.library.exercises.get(exercise) if self.library is not None else None
        return known.sides if known is not None else None

    def _version_lines(self, session: PlannedSession) -> Iterator[str]:
        different = [one for one in session.variants if one.blocks != session.blocks]
        if different:
            yield ""
            yield _("Shorter or longer:")
        for one in different:
            yield _("{minutes} min: {exercises}").format(
                minutes=one.minutes, exercises=self._in_brief(one)
            )

    def _in_brief(self, variant: Variant) -> str:
        items = (item for block in variant.blocks for item in block.items)
        return "; ".join(
            f"{item.label} {_(self.plan.exercise_names.get(item.exercise, item.exercise))} "
            f"{amount(item.dose)}"
            for item in items
            if item.role not in OPENING
        )


def _why_lines(reasons: Iterable[Reason]) -> list[str]:
    said = [f"{reason.rule}: {reason.says}" for reason in reasons]
    return ["", _("Why here:"), *said] if said else []


def _clean(text: str) -> str:
    """Return text without control characters, which calendars must not hold; lines are kept."""
    return "".join(sign for sign in text if sign == "\n" or sign.isprintable())
