"""Reads what stands in the calendar: [[races]], [[travel]], [[blocked]] and [[runs]]."""

from collections import Counter
from datetime import date, timedelta

from runwright.domain.calendar import WEEKDAYS
from runwright.domain.run import RunKind
from runwright.domain.runner import Blocked, Priority, Race, RunHabit, Travel
from runwright.domain.words import N_, _
from runwright.formats.quantities import name_distance, read_distance_km, read_duration_min
from runwright.formats.runner_toml.days import MINUTES
from runwright.formats.runner_toml.expected import Bounds, Words
from runwright.formats.runner_toml.kit import read_kit_words
from runwright.formats.runner_toml.schema import BLOCKED, RACE, RUN, TRAVEL, elsewhere
from runwright.formats.runner_toml.table import Table, only_told
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.words import PRIORITIES, RUN_KINDS, WEEKDAY_WORDS

DISTANCE = Bounds(
    low=0.4, high=500, unit="km", example='distance = "half marathon", "10 km" or 12.5'
)
RUN_MINUTES = Bounds(low=5, high=1440, unit=N_("minutes"), example="minutes = 50")
RUN_KM = Bounds(low=0.5, high=200, unit="km", example="km = 8")
EASY_PACE_MIN_PER_KM = 6.5  # coach default, for runs told in km by a runner who tells no pace
FURTHEST_RACE = timedelta(days=3 * 365)  # a race later than that is a slip of the year

RACE_SYNONYMS = {"km": 'distance = "10 km"', "day": "date = 2027-04-11", "start": 'time = "09:00"'}
RUN_SYNONYMS = {"distance": "km = 8", "duration": "minutes = 50", "day": 'weekday = "tuesday"'}


def read_races(tables: tuple[Table, ...], *, today: date) -> tuple[Race, ...]:
    """Races that can be planned towards; past ones and two on one day are faults."""
    races = tuple(_race(table, today) for table in tables)
    days = Counter(race.day for race in races if race)
    for table, race in zip(tables, races, strict=True):
        if race and days[race.day] > 1:
            days[race.day] = 0  # said once
            says = _("two races stand on {day}; keep the one you will run")
            table.fault("date", "two-races", says.format(day=race.day))
    return tuple(race for race in races if race)


def read_travels(tables: tuple[Table, ...], *, vocabulary: Vocabulary) -> tuple[Travel, ...]:
    """Times away, with the kit and the minutes there."""
    return tuple(travel for table in tables if (travel := _travel(table, vocabulary)))


def read_blocked(tables: tuple[Table, ...]) -> tuple[Blocked, ...]:
    """Days on which nothing may be planned."""
    return tuple(blocked for table in tables if (blocked := _blocked(table)))


def read_habits(
    tables: tuple[Table, ...], *, easy_pace_min_per_km: float | None
) -> tuple[RunHabit, ...]:
    """Runs by weekday; kilometres without minutes are timed at the easy pace."""
    pace = EASY_PACE_MIN_PER_KM if easy_pace_min_per_km is None else easy_pace_min_per_km
    return tuple(habit for table in tables for habit in _habits(table, pace))


def _said_so(synonyms: dict[str, str]) -> dict[str, str]:
    return {key: _("write {right}").format(right=right) for key, right in synonyms.items()}


def _race(table: Table, today: date) -> Race | None:
    table.expect_keys(RACE, elsewhere={**elsewhere(), **_said_so(RACE_SYNONYMS)})
    name = table.text("name")
    day = _race_day(table, name or _("the race"), today)
    distance_km = table.amount("distance", DISTANCE, read_distance_km)
    priority = table.word("priority", _priorities())
    start_min = table.clock("time")
    for key, example in (("date", "2027-04-11"), ("distance", '"half marathon"')):
        if key not in table.values:
            says = _("the race has no {key}; add {key} = {example}")
            table.fault(None, "missing", says.format(key=key, example=example))
    if day is None or distance_km is None:
        return None
    return Race(
        name=name_distance(distance_km) if name is None else name,
        day=day,
        distance_km=distance_km,
        **only_told(priority=priority, start_min=start_min),
    )


def _race_day(table: Table, name: str, today: date) -> date | None:
    day = table.day("date")
    if day is None:
        return None
    if day < today:
        says = _(
            "'{name}' was on {day}, before today ({today}); "
            "give the date of its next edition, or take these lines out"
        )
        table.fault("date", "race-in-the-past", says.format(name=name, day=day, today=today))
        return None
    if day - today > FURTHEST_RACE:
        says = _(
            "'{name}' is on {day}, more than three years from today ({today}); is the year right?"
        )
        table.fault("date", "race-too-far", says.format(name=name, day=day, today=today))
        return None
    return day


def _travel(table: Table, vocabulary: Vocabulary) -> Travel | None:
    table.expect_keys(TRAVEL, elsewhere=elsewhere())
    days = _from_to(table)
    kit = read_kit_words(table, "kit", vocabulary)
    minutes = table.whole("minutes", MINUTES, read_duration_min)
    note = table.text("note")
    if days is None:
        return None
    return Travel(first=days[0], last=days[1], kit=kit, minutes=minutes, note=note or "")


def _blocked(table: Table) -> Blocked | None:
    table.expect_keys(BLOCKED, elsewhere=elsewhere())
    days, note = _from_to(table), table.text("note")
    return Blocked(first=days[0], last=days[1], note=note or "") if days else None


def _from_to(table: Table) -> tuple[date, date] | None:
    """First and last day; one day where `to` is absent."""
    first, last = table.day("from"), table.day("to")
    if "from" not in table.values:
        table.fault(None, "missing", _("the first day is missing; add from = 2027-02-13"))
    if first is None or (last is None and "to" in table.values):
        return None
    if last is None:
        return first, first
    if last < first:
        says = _("to is {last}, before from ({first}); swap them or mend the year")
        table.fault("to", "ends-before-start", says.format(last=last, first=first))
        return None
    return first, last


def _habits(table: Table, pace_min_per_km: float) -> tuple[RunHabit, ...]:
    table.expect_keys(RUN, elsewhere={**elsewhere(), **_said_so(RUN_SYNONYMS)})
    weekdays = _weekdays(table)
    minutes = table.whole("minutes", RUN_MINUTES, read_duration_min)
    distance_km = table.amount("km", RUN_KM, read_distance_km)
    kind = table.word("kind", _kinds())
    start_min = table.clock("time")
    if minutes is None and distance_km is not None:
        minutes = round(distance_km * pace_min_per_km)
    if "minutes" not in table.values and "km" not in table.values:
        says = _("the run has neither minutes nor km; add minutes = 50")
        table.fault(None, "missing", says)
    if minutes is None:
        return ()
    return tuple(
        RunHabit(
            weekday=weekday,
            duration_min=minutes,
            distance_km=distance_km,
            **only_told(kind=kind, start_min=start_min),
        )
        for weekday in weekdays
    )


def _weekdays(table: Table) -> tuple[int, ...]:
    texts = table.words("weekday")
    if "weekday" not in table.values:
        table.fault(None, "missing", _('the run has no weekday; add weekday = "tuesday"'))
    words = Words(kind=_("a weekday"), meanings=WEEKDAY_WORDS, main=WEEKDAYS)
    read = (table.meaning("weekday", text, words) for _number, text in texts or ())
    return tuple(weekday for weekday in read if weekday is not None)


def _priorities() -> Words[Priority]:
    return Words(kind=_("a priority"), meanings=PRIORITIES, main=tuple(Priority))


def _kinds() -> Words[RunKind]:
    return Words(kind=_("a kind of run"), meanings=RUN_KINDS, main=tuple(RunKind))
