"""What the forms of a change tell: read into values, or into words beside the field."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from runwright.domain.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.runner import Blocked, Priority, Race, Runner, Travel
from runwright.domain.units import distance_words, is_imperial
from runwright.domain.words import _
from runwright.formats.plan_words.dates import full_date, span
from runwright.formats.plan_words.kinds import course_name, race_distance
from runwright.formats.quantities import HALF_MARATHON_KM, MARATHON_KM
from runwright.formats.told_amounts import told_distance_km

Posted = Mapping[str, str]
NOTE_LENGTH, NAME_LENGTH = 200, 80
LONGEST_RACE_KM = 500.0
LONGEST_AWAY_DAYS = 365
EXAMPLE_KM = 15
OTHER = "other"
DISTANCES_KM = (5.0, 10.0, HALF_MARATHON_KM, MARATHON_KM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A form read.

    Attributes
    ----------
    runner
        The runner as changed; None where something is wrong.
    because
        What changed, for the list of plans.
    faults
        Words by field.
    """

    runner: Runner | None
    because: str
    faults: Mapping[str, str]


def usual_distances() -> list[tuple[str, str]]:
    """Return the distances to choose from: the value of the field, and the words."""
    return [(f"{km:g}", _course(km)) for km in DISTANCES_KM]


def _course(distance_km: float) -> str:
    name, far = course_name(distance_km), distance_words(distance_km)
    name = name[:1].upper() + name[1:]
    beside = _("{course} ({distance})").format(course=name, distance=far)
    return beside if is_imperial() and name != far else name


def key_of(item: Blocked | Travel | Race) -> str:
    """Return what names an entry in a form."""
    if isinstance(item, Race):
        return f"{item.day.isoformat()} {item.name}"
    return f"{item.first.isoformat()} {item.last.isoformat()}"


def words_of(item: Blocked | Travel | Race) -> str:
    """Return an entry in words."""
    if isinstance(item, Race):
        words = _("{name}, {distance}, {day}, {priority} race")
        return words.format(
            name=item.name,
            distance=race_distance(item),
            day=full_date(item.day),
            priority=item.priority.value,
        )
    days = full_date(item.first) if item.first == item.last else span(item.first, item.last)
    return f"{days}, {item.note}" if item.note else days


def without(runner: Runner, field: str, key: str) -> Runner:
    """Return the runner without the entry of this name."""
    entries: Sequence[Blocked | Travel | Race] = getattr(runner, field)
    return _with(runner, field, (one for one in entries if key_of(one) != key))


def _with(runner: Runner, field: str, entries: Iterable[Blocked | Travel | Race]) -> Runner:
    changed: dict[str, Any] = {field: tuple(entries)}
    return replace(runner, **changed)


def removed(runner: Runner, field: str, key: str) -> Told:
    """Return the runner without an entry, and what to call the change."""
    entries: Sequence[Blocked | Travel | Race] = getattr(runner, field)
    gone = [one for one in entries if key_of(one) == key]
    if not gone:
        fault = {"": _("That is not there any more.")}
        return Told(runner=None, because="", faults=fault)
    because = _("Removed: {what}.").format(what=words_of(gone[0]))
    return Told(runner=without(runner, field, key), because=because, faults={})


def blocked_told(posted: Posted, runner: Runner, first_open: date) -> Told:
    """Return the runner with days on which nothing is planned."""
    faults: dict[str, str] = {}
    days = _days(posted, first_open, faults)
    if days is None:
        return Told(runner=None, because="", faults=faults)
    item = Blocked(first=days[0], last=days[1], note=posted.get("note", "").strip()[:NOTE_LENGTH])
    return _added(runner, "blocked", posted, item, _("Blocked {what}."))


def travel_told(
    posted: Posted, kit: Iterable[str], runner: Runner, first_open: date, known: Container[str]
) -> Told:
    """Return the runner with days away, with the kit and the minutes there."""
    faults: dict[str, str] = {}
    days = _days(posted, first_open, faults)
    minutes = _minutes(posted, faults)
    if days is None or faults:
        return Told(runner=None, because="", faults=faults)
    item = Travel(
        first=days[0],
        last=days[1],
        kit=frozenset(name for name in kit if name in known),
        minutes=minutes,
        note=posted.get("note", "").strip()[:NOTE_LENGTH],
    )
    return _added(runner, "travels", posted, item, _("Away {what}."))


def race_told(posted: Posted, runner: Runner, first_open: date) -> Told:
    """Return the runner with a race."""
    faults: dict[str, str] = {}
    name = posted.get("name", "").strip()[:NAME_LENGTH]
    if not name:
        faults["name"] = _("Give the race a name.")
    day = _day(posted.get("day", ""))
    if day is None:
        faults["day"] = _("Give the day of the race.")
    elif day < first_open:
        faults["day"] = _("This day is past. A race to come is today or later.")
    km = _km(posted, runner, faults)
    start_min = _start(posted, faults)
    if faults or day is None or km is None or start_min is None:
        return Told(runner=None, because="", faults=faults)
    priority = posted.get("priority", "")
    item = Race(
        name=name,
        day=day,
        distance_km=km,
        priority=Priority(priority) if priority in {one.value for one in Priority} else Priority.A,
        start_min=start_min,
    )
    return _added(runner, "races", posted, item, _("Race: {what}."))


def _added(
    runner: Runner, field: str, posted: Posted, item: Blocked | Travel | Race, words: str
) -> Told:
    """The runner with an entry, in place of the one the form was opened for."""
    kept = without(runner, field, posted.get("item", ""))
    entries = [one for one in getattr(kept, field) if key_of(one) != key_of(item)]
    changed = _with(kept, field, sorted((*entries, item), key=key_of))
    return Told(runner=changed, because=words.format(what=words_of(item)), faults={})


def _days(posted: Posted, first_open: date, faults: dict[str, str]) -> tuple[date, date] | None:
    first = _day(posted.get("first", ""))
    last = _day(posted.get("last", "")) if posted.get("last", "").strip() else first
    if first is None:
        faults["first"] = _("Give the first day.")
    elif last is None:
        faults["last"] = _("This is no day. Leave it empty for a single day.")
    elif last < first:
        faults["last"] = _("The last day is before the first.")
    elif last < first_open:
        faults["last"] = _("These days are past, and the past does not change.")
    elif (last - first).days > LONGEST_AWAY_DAYS:
        faults["last"] = _("That is more than a year.")
    return None if faults or first is None or last is None else (first, last)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None


def _minutes(posted: Posted, faults: dict[str, str]) -> int | None:
    words = posted.get("minutes", "").strip()
    if not words:
        return None
    if not words.isdecimal() or int(words) >= MINUTES_PER_DAY:
        faults["minutes"] = _("Give whole minutes a day, or leave it empty for your usual ones.")
        return None
    return int(words)


def _km(posted: Posted, runner: Runner, faults: dict[str, str]) -> float | None:
    chosen = posted.get("distance", "")
    if chosen != OTHER:
        usual = next((km for km in DISTANCES_KM if f"{km:g}" == chosen), None)
        if usual is None:
            faults["distance"] = _("Choose a distance.")
        return usual
    known = frozenset(one.distance_km for one in runner.races)
    km = told_distance_km(posted.get("other_distance", ""), known)
    if km is None or not 0 < km <= LONGEST_RACE_KM:
        words = _("Give the distance, for example {example}.")
        faults["other_distance"] = words.format(example=distance_words(EXAMPLE_KM))
        return None
    return km


def _start(posted: Posted, faults: dict[str, str]) -> int | None:
    words = posted.get("start", "").strip()
    if not words:
        return Race(name="", day=date.min, distance_km=1).start_min
    try:
        start = time.fromisoformat(words)
    except ValueError:
        faults["start"] = _("Give the start as 09:30.")
        return None
    return start.hour * MINUTES_PER_HOUR + start.minute
