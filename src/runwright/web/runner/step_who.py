"""Step 2: who runs, for how long, how much, how used to lifting, and for which races."""

from dataclasses import replace
from datetime import date
from typing import Any

from runwright.domain.calendar import clock
from runwright.domain.runner import (
    Priority,
    Race,
    Runner,
    Sex,
    StrengthExperience,
)
from runwright.domain.units import distance_words
from runwright.domain.words import _
from runwright.formats.ask import NAME_AT_MOST
from runwright.formats.ask_answers import AnswerNotUnderstoodError, read_amount
from runwright.formats.quantities import (
    HALF_MARATHON_KM,
    MARATHON_KM,
    name_distance,
    read_clock,
    read_number,
)
from runwright.formats.runner_toml.calendar_tables import DISTANCE, FURTHEST_RACE
from runwright.formats.runner_toml.person import AGE, MONTHS, MONTHS_PER_YEAR, WEEKLY
from runwright.formats.told_amounts import distance_field, told_distance_km
from runwright.formats.zones import zone_of_place
from runwright.web.runner.form import Form, number_text, rows_told

YEARS, JUST_MONTHS = "years", "months"
EXAMPLE_WEEK_KM = 32
DEFAULT_START_MIN = Race(name="", day=date.max, distance_km=1).start_min


def told(runner: Runner) -> dict[str, str]:
    """Return what is known, as fields."""
    months = runner.running_months
    in_years = months is not None and months >= MONTHS_PER_YEAR and months % MONTHS_PER_YEAR == 0
    amount = months / MONTHS_PER_YEAR if months is not None and in_years else months
    return {
        "name": runner.name,
        "age": number_text(runner.age),
        "sex": runner.sex.value,
        "running": number_text(amount),
        "running_unit": YEARS if in_years or months is None else JUST_MONTHS,
        "weekly": distance_field(runner.weekly_km),
        "strength": runner.strength_experience.value,
        "timezone": runner.timezone,
        **rows_told("race", (_race_told(race) for race in runner.races)),
    }


def read(form: Form, runner: Runner, *, today: date) -> Runner:
    """Return the runner with the answers; what cannot be used stands beside its field."""
    sex = form.text("sex")
    strength = form.text("strength")
    weekly = frozenset() if runner.weekly_km is None else frozenset({runner.weekly_km})
    return replace(
        runner,
        name=" ".join(form.text("name").split())[:NAME_AT_MOST],
        age=_whole(form.take("age", lambda text: read_amount(text, AGE, read_number))),
        sex=Sex(sex) if sex in set(Sex) else Sex.UNSPECIFIED,
        running_months=_whole(form.take("running", lambda text: _months(text, form))),
        weekly_km=form.take(
            "weekly",
            lambda text: _weekly(text, weekly),
        ),
        strength_experience=StrengthExperience(strength)
        if strength in set(StrengthExperience)
        else StrengthExperience.NONE,
        timezone=form.take("timezone", _zone) or runner.timezone,
        races=_races(form, today, frozenset(runner.races)),
    )


def shown(form: Form) -> dict[str, Any]:
    """Return what the page needs beside the fields."""
    return {
        "races": form.rows("race"),
        "sexes": ((Sex.WOMAN, _("Woman")), (Sex.MAN, _("Man")), (Sex.UNSPECIFIED, _("Not said"))),
        "strengths": (
            (StrengthExperience.NONE, _("Never, or long ago")),
            (StrengthExperience.SOME, _("On and off")),
            (StrengthExperience.REGULAR, _("Weekly, for two months or more")),
        ),
        "priorities": (
            (Priority.A, _("A, what the season is for")),
            (Priority.B, _("B, raced rested")),
            (Priority.C, _("C, run out of training")),
        ),
        "distances": ("5 km", "10 km", name_distance(HALF_MARATHON_KM), name_distance(MARATHON_KM)),
    }


def empty_row() -> dict[str, str]:
    """Return the fields of a race that is not told yet."""
    return {
        "name": "",
        "day": "",
        "distance": "",
        "priority": Priority.A.value,
        "start": clock(DEFAULT_START_MIN),
    }


def _weekly(text: str, known: frozenset[float]) -> float | None:
    if not text:
        return None
    distance_km = told_distance_km(text, known)
    if distance_km is None or not WEEKLY.low <= distance_km <= WEEKLY.high:
        words = _("give a distance a week can have, as {example}")
        raise AnswerNotUnderstoodError(words.format(example=distance_words(EXAMPLE_WEEK_KM)))
    return distance_km


def _race_told(race: Race) -> dict[str, str]:
    named = race.distance_km in {HALF_MARATHON_KM, MARATHON_KM}
    return {
        "name": race.name,
        "day": race.day.isoformat(),
        "distance": name_distance(race.distance_km) if named else distance_field(race.distance_km),
        "priority": race.priority.value,
        "start": clock(race.start_min),
    }


def _months(text: str, form: Form) -> float | None:
    factor = MONTHS_PER_YEAR if form.text("running_unit") == YEARS else 1
    return read_amount(text, MONTHS, lambda one: _times(read_number(one), factor))


def _times(amount: float | None, factor: float) -> float | None:
    return None if amount is None else amount * factor


def _whole(amount: float | None) -> int | None:
    return None if amount is None else round(amount)


def _zone(text: str) -> str:
    if text and zone_of_place(text) is None:
        raise AnswerNotUnderstoodError(
            _("'{got}' is no time zone; choose one from the list, such as Europe/Zurich").format(
                got=text
            )
        )
    return text


def _races(form: Form, today: date, before: frozenset[Race]) -> tuple[Race, ...]:
    races: list[Race] = []
    known = frozenset(one.distance_km for one in before)
    for number in form.rows("race"):
        row = f"race-{number}"
        if not any(form.text(f"{row}-{name}") for name in ("name", "day", "distance")):
            continue
        race = _race(form, row, known)
        if race is None:
            continue
        if race not in before:
            _check_day(form, f"{row}-day", race, today)
        if any(one.day == race.day for one in races):
            form.refuse(f"{row}-day", _("Two races stand on this day. Keep the one you will run."))
        races.append(race)
    return tuple(sorted(races, key=lambda one: one.day))


def _race(form: Form, row: str, known: frozenset[float]) -> Race | None:
    day = form.take(f"{row}-day", _day)
    distance_km = form.take(f"{row}-distance", lambda text: _distance(text, known))
    priority = form.text(f"{row}-priority")
    start_min = read_clock(form.text(f"{row}-start"))
    if day is None or distance_km is None:
        return None
    return Race(
        name=" ".join(form.text(f"{row}-name").split())[:NAME_AT_MOST]
        or name_distance(round(distance_km, 2)),
        day=day,
        distance_km=distance_km,
        priority=Priority(priority) if priority in set(Priority) else Priority.A,
        start_min=DEFAULT_START_MIN if start_min is None else start_min,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise AnswerNotUnderstoodError(_("give the day of the race, as 2027-04-11")) from None


def _distance(text: str, known: frozenset[float]) -> float:
    distance_km = told_distance_km(text, known)
    if distance_km is None or not DISTANCE.low <= distance_km <= DISTANCE.high:
        raise AnswerNotUnderstoodError(
            _("give a distance a race can have: 10 km, half marathon or marathon")
        )
    return distance_km


def _check_day(form: Form, name: str, race: Race, today: date) -> None:
    if not today <= race.day <= today + FURTHEST_RACE:
        says = _(
            "{day} is past, or more than three years ahead (today is {today}). Is the year right?"
        )
        form.refuse(name, says.format(day=race.day, today=today))
