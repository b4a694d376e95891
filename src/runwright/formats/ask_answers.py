"""What a typed answer means: one reader for each question of the first dialogue.

Rule for the next author: a reader returns the value or raises `AnswerNotUnderstoodError` with the
words to ask again; an answer is short, so every reader takes several things in one line.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK, WHOLE_DAY, Window
from runwright.domain.day_words import weekday_name
from runwright.domain.errors import RunwrightError
from runwright.domain.run import RunKind
from runwright.domain.runner import DayAvailability, Pain, Priority, Race, RunHabit
from runwright.domain.words import _
from runwright.formats.days_written import days_written
from runwright.formats.nearest import nearest, plain
from runwright.formats.quantities import (
    read_clock,
    read_distance_km,
    read_duration_min,
)
from runwright.formats.runner_toml.calendar_tables import (
    DISTANCE,
    EASY_PACE_MIN_PER_KM,
    FURTHEST_RACE,
    RUN_KM,
    RUN_MINUTES,
)
from runwright.formats.runner_toml.days import MINUTES, merge_windows, read_window
from runwright.formats.runner_toml.expected import Bounds, Meaning
from runwright.formats.runner_toml.person import SINCE_BIRTH
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.words import (
    RUN_KINDS,
    SIDES,
    WEEKDAY_WORDS,
    kit_meanings,
    region_meanings,
    regions_meant,
)

NOTHING = frozenset({"", "none", "no", "nothing", "0", "-", "keine", "nichts", "aucun"})
PAIN_MAX = 10
ANSWER_AT_MOST = 2_000  # signs of one answer
EVERY_DAY = frozenset({"daily", "every day", "all", "each", "taglich", "jeden tag", "alle"})
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}/\d{1,2}/\d{4}")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b", re.IGNORECASE)
_PRIORITY = re.compile(r"\b[ABC]\b")
_DISTANCE = re.compile(
    r"hal[bf][- ]?marathon|marathon|\b\d+(?:[.,]\d+)?\s*(?:km|k|miles?|mi|m)\b", re.IGNORECASE
)
_LENGTH = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*h(?:\s*\d{1,2})?\b|\b\d+\s*(?:min(?:utes)?\b|')|\b\d+\b", re.IGNORECASE
)
_SIDE = re.compile(r"\b(left|right|both|links|rechts|beide|beidseits)\b", re.IGNORECASE)
_SCORE = re.compile(r"\b(\d{1,2})(?:\s*(?:/|of|out of|von)\s*10)?\s*$")


class AnswerNotUnderstoodError(RunwrightError):
    """An answer cannot be used; the message is what to ask again with."""

    code = "ask.not-understood"

    def __init__(self, says: str) -> None:
        self.says = says
        super().__init__(says)


def read_amount(
    text: str, bounds: Bounds, read: Callable[[str], float | None] = read_duration_min
) -> float | None:
    """Return an amount inside its bounds; None for no answer.

    Raises
    ------
    AnswerNotUnderstoodError
        If it is none, or out of bounds.
    """
    if plain(text) in {"", "skip", "-"}:
        return None
    number = read(text)
    if number is not None and bounds.low <= number <= bounds.high:
        return number
    says = _("'{got}' does not work here; give {low:g} to {high:g} {unit}, or nothing to skip")
    raise AnswerNotUnderstoodError(
        says.format(got=text.strip(), low=bounds.low, high=bounds.high, unit=_(bounds.unit))
    )


def read_choice(text: str, meanings: Mapping[str, Meaning], main: tuple[str, ...]) -> Meaning:
    """Return what a word means.

    Raises
    ------
    AnswerNotUnderstoodError
        If it is none of them; the words name the nearest, or all.
    """
    if plain(text) in meanings:
        return meanings[plain(text)]
    close = nearest(text, main) or nearest(text, meanings)
    says = _("'{got}' is not one of {known}")
    if close:
        says = _("'{got}' is not one of {known}; did you mean '{close}'?")
    raise AnswerNotUnderstoodError(
        says.format(got=text.strip(), known=", ".join(main), close=close)
    )


def read_races(text: str, *, today: date) -> tuple[Race, ...]:
    """Races from "half marathon 2027-04-11 A; Winter 10 km 2027-02-14 B 10:00".

    Raises
    ------
    AnswerNotUnderstoodError
        If one has no distance or day, or is past, or two stand on one day.
    """
    races = tuple(_race(part, today) for part in _parts(text, ";"))
    days = [race.day for race in races]
    twice = next((day for day in days if days.count(day) > 1), None)
    if twice is not None:
        says = _("two races stand on {day}; keep the one you will run")
        raise AnswerNotUnderstoodError(says.format(day=twice))
    return races


def read_days(text: str) -> tuple[DayAvailability, ...]:
    """Days from "30", or "mon 30, thu 30, sat 45 min"; days not named are free.

    Raises
    ------
    AnswerNotUnderstoodError
        If a weekday or its minutes are not understood, or no day has any.
    """
    minutes = [0] * DAYS_PER_WEEK
    for part in _parts(text, ",;"):
        names, amount = _split_behind_words(part)
        for weekday in _weekdays(names):
            minutes[weekday] = _minutes(part, amount)
    if not any(minutes):
        raise AnswerNotUnderstoodError(
            _("without any minutes there is nothing to plan; give at least one day, as thu 30")
        )
    return tuple(DayAvailability(minutes=one) for one in minutes)


def read_hours(text: str) -> tuple[Window, ...]:
    """Hours from "17:30-21:00, 6-7:30"; "any" is all waking hours.

    Raises
    ------
    AnswerNotUnderstoodError
        If a part is no window.
    """
    if plain(text) in {"", "any", "all day", "whenever", "always", "egal", "immer"}:
        return (WHOLE_DAY,)
    windows = []
    for part in _parts(text, ",;") or (text.strip(),):
        window = read_window(part)
        if window is None:
            says = _("'{got}' is no part of a day; give it as 17:30-21:00, or say any")
            raise AnswerNotUnderstoodError(says.format(got=part))
        windows.append(window)
    return merge_windows(tuple(windows))


def read_kit(text: str, *, vocabulary: Vocabulary) -> frozenset[str]:
    """Kit from "dumbbells, band"; "none" is none.

    Raises
    ------
    AnswerNotUnderstoodError
        If a word is not known; the words name the nearest.
    """
    meanings = kit_meanings(vocabulary)
    kit: set[str] = set()
    for part in _parts(text, ",;"):
        kit |= read_choice(part, meanings, tuple(sorted(vocabulary.kit)))
    return frozenset(kit)


def read_runs(text: str) -> tuple[RunHabit, ...]:
    """Runs by weekday from "tue quality 60 06:15; thu sat easy 45; sun long 16 km 8:00".

    Raises
    ------
    AnswerNotUnderstoodError
        If one has no weekday, or neither minutes nor km.
    """
    return tuple(habit for part in _parts(text, ";") for habit in _habits(part))


def read_pains(text: str, *, vocabulary: Vocabulary) -> tuple[Pain, ...]:
    """Pain from "left achilles at the heel 3; runner's knee 2"; "none" is none.

    Raises
    ------
    AnswerNotUnderstoodError
        If a region is not known, can be several, or has no score from 0 to 10.
    """
    return tuple(_pain(part, vocabulary) for part in _parts(text, ";,"))


def read_numbers(text: str, ids: tuple[str, ...]) -> frozenset[str]:
    """Ids of the numbered questions to which the answer is yes; "none" is none.

    Raises
    ------
    AnswerNotUnderstoodError
        If it is empty, or a number is not in the list.
    """
    if not text.strip():
        raise AnswerNotUnderstoodError(_("say none if nothing applies, or the numbers that do"))
    chosen = set()
    for part in _parts(text, ",; "):
        number = int(part) if part.isascii() and part.isdigit() and len(part) < 4 else 0  # noqa: PLR2004
        if not 1 <= number <= len(ids):
            says = _("'{got}' is not a number of the list; give 1 to {most}, or say none")
            raise AnswerNotUnderstoodError(says.format(got=part, most=len(ids)))
        chosen.add(ids[number - 1])
    return frozenset(chosen)


def read_birth(text: str, *, today: date) -> int:
    """Weeks since a birth from its day, or from "16 weeks". [week].

    Raises
    ------
    AnswerNotUnderstoodError
        If it is neither, or lies ahead.
    """
    found = re.fullmatch(r"(\d{1,3})\s*(?:w|weeks?|wochen?)?", text.strip(), re.IGNORECASE)
    day = days_written([text], first=today - timedelta(days=366), last=today).days[0]
    weeks = int(found[1]) if found else None
    if day is not None and day <= today:
        weeks = (today - day).days // DAYS_PER_WEEK
    if weeks is None or weeks > SINCE_BIRTH.high:
        says = _("'{got}' does not work here; give the day as 2026-09-14, or the weeks since")
        raise AnswerNotUnderstoodError(says.format(got=text.strip()))
    return weeks


def _parts(text: str, separators: str) -> tuple[str, ...]:
    """Things of one answer; none where it says there are none."""
    if plain(text[:ANSWER_AT_MOST]) in NOTHING:
        return ()
    parts = re.split(f"[{separators}]|\\band\\b", text[:ANSWER_AT_MOST])
    return tuple(stripped for part in parts if (stripped := part.strip()))


@dataclass(slots=True)
class _Rest:
    """What is left of a part of an answer while pieces are taken out of it."""

    text: str

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.search(self.text)
        if found is None:
            return ""
        self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}"
        return found[0]

    @property
    def words(self) -> str:
        return " ".join(self.text.replace(",", " ").split())


def _race(part: str, today: date) -> Race:
    rest = _Rest(part)
    written = rest.take(_DATE)
    day = days_written([written], first=today, last=today + FURTHEST_RACE).days[0]
    if day is None:
        says = _("'{got}' has no day that is in the calendar; give it as 2027-04-11")
        raise AnswerNotUnderstoodError(says.format(got=part))
    if not today <= day <= today + FURTHEST_RACE:
        says = _(
            "{day} is past, or more than three years ahead (today is {today}); is the year right?"
        )
        raise AnswerNotUnderstoodError(says.format(day=day, today=today))
    start_min = read_clock(rest.take(_CLOCK))
    priority = Priority(rest.take(_PRIORITY) or Priority.A)
    name = rest.words
    distance_km = read_distance_km(rest.take(_DISTANCE))
    if distance_km is None or not DISTANCE.low <= distance_km <= DISTANCE.high:
        says = _(
            "'{got}' has no distance a race can have; give it as 10 km, half marathon or marathon"
        )
        raise AnswerNotUnderstoodError(says.format(got=part))
    race = Race(name=name, day=day, distance_km=distance_km, priority=priority)
    return race if start_min is None else replace(race, start_min=start_min)


def _split_behind_words(part: str) -> tuple[str, str]:
    """Weekdays in front of an amount, and the amount."""
    found = re.search(r"\d", part)
    at = found.start() if found else len(part)
    return part[:at].strip(" :="), part[at:].strip()


def _weekdays(names: str) -> tuple[int, ...]:
    words = plain(names).replace("/", " ").replace("+", " ").split()
    if not words or " ".join(words) in EVERY_DAY:
        return tuple(range(DAYS_PER_WEEK))
    mains = tuple(weekday_name(number).lower() for number in range(DAYS_PER_WEEK))
    return tuple(read_choice(word, WEEKDAY_WORDS, mains) for word in words)


def _minutes(part: str, amount: str) -> int:
    minutes = read_duration_min(amount)
    if minutes is None or not MINUTES.low <= minutes <= MINUTES.high:
        says = _("'{got}' has no minutes from 0 to {most:g}; give them as thu 30")
        raise AnswerNotUnderstoodError(says.format(got=part, most=MINUTES.high))
    return round(minutes)


def _habits(part: str) -> tuple[RunHabit, ...]:
    rest = _Rest(part)
    start_min = read_clock(rest.take(_CLOCK))
    distance = rest.take(_DISTANCE)
    length = rest.take(_LENGTH)
    distance_km, minutes = read_distance_km(distance), read_duration_min(length)
    if minutes is None and distance_km is not None:
        minutes = distance_km * EASY_PACE_MIN_PER_KM
    if minutes is None or not RUN_MINUTES.low <= minutes <= RUN_MINUTES.high:
        says = _("'{got}' has no minutes or km that a run can have; give it as tue easy 45")
        raise AnswerNotUnderstoodError(says.format(got=part))
    if distance_km is not None and not RUN_KM.low <= distance_km <= RUN_KM.high:
        distance_km = None
    words = re.sub(r"[/:+]", " ", plain(rest.words)).split()
    weekdays = tuple(WEEKDAY_WORDS[word] for word in words if word in WEEKDAY_WORDS)
    named = " ".join(word for word in words if word not in WEEKDAY_WORDS and word != "run")
    if not weekdays:
        says = _("'{got}' names no weekday; give it as tue easy 45")
        raise AnswerNotUnderstoodError(says.format(got=part))
    kind = read_choice(named, RUN_KINDS, tuple(RunKind)) if named else RunKind.EASY
    habit = RunHabit(weekday=0, duration_min=round(minutes), kind=kind, distance_km=distance_km)
    if start_min is not None:
        habit = replace(habit, start_min=start_min)
    return tuple(replace(habit, weekday=weekday) for weekday in weekdays)


def _pain(part: str, vocabulary: Vocabulary) -> Pain:
    rest = _Rest(part)
    score = rest.take(_SCORE).split("/")[0].split()
    side = SIDES.get(plain(rest.take(_SIDE)))
    if not score or not 0 <= int(score[0]) <= PAIN_MAX:
        says = _("'{got}' has no score from 0 (no pain) to 10; give it as left shin 3")
        raise AnswerNotUnderstoodError(says.format(got=part))
    several = regions_meant(rest.words, vocabulary)
    if several:
        says = _("'{got}' can be several places; choose one of {regions}")
        raise AnswerNotUnderstoodError(says.format(got=rest.words, regions=", ".join(several)))
    regions = tuple(sorted(vocabulary.pain_regions))
    return Pain(
        region=read_choice(rest.words, region_meanings(vocabulary), regions),
        pain_0_10=int(score[0]),
        side=side,
    )
