"""Reads [runner]: who runs, for how long, and how much."""

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.runner import Sex, StrengthExperience
from runwright.domain.words import N_, _
from runwright.formats.nearest import nearest
from runwright.formats.quantities import (
    TALLEST_IN_METRES,
    read_distance_km,
    read_height_cm,
    read_pace_min_per_km,
    read_weight_kg,
)
from runwright.formats.runner_toml.expected import Bounds, Words, shown
from runwright.formats.runner_toml.schema import RUNNER, elsewhere
from runwright.formats.runner_toml.table import Table
from runwright.formats.runner_toml.words import SEXES, STRENGTH
from runwright.formats.zones import zone_of_place

AGE = Bounds(low=10, high=100, unit=N_("years"), example="age = 36")
WEIGHT = Bounds(low=25, high=250, unit="kg", example='weight = "62 kg" or "150 lb"')
HEIGHT = Bounds(low=100, high=230, unit="cm", example='height = "172 cm" or "5 ft 8"')
MONTHS = Bounds(low=0, high=960, unit=N_("months"), example='running_for = "3 years" or "8 months"')
WEEKLY = Bounds(low=0, high=300, unit="km", example='weekly_distance = "35 km"')
PACE = Bounds(low=2.5, high=15, unit=N_("minutes per km"), example='easy_pace = "6:10"')
SINCE_BIRTH = Bounds(low=0, high=520, unit=N_("weeks"), example="weeks_since_birth = 16")
MONTHS_PER_YEAR = 12
WEEKS_PER_MONTH = 4.35
# months, years, weeks, Monate, Jahre, Wochen
_MONTHS_OF: dict[str, float] = {
    "m": 1.0,
    "y": MONTHS_PER_YEAR,
    "j": MONTHS_PER_YEAR,
    "w": 1 / WEEKS_PER_MONTH,
}


def read_person(table: Table, *, today: date) -> dict[str, Any]:
    """Return what [runner] tells, under the field names of the domain's Runner."""
    table.expect_keys(RUNNER, elsewhere=elsewhere())
    return {
        "name": table.text("name"),
        "age": table.whole("age", AGE),
        "sex": table.word("sex", _sexes()),
        "weight_kg": table.amount("weight", WEIGHT, read_weight_kg),
        "height_cm": _height_cm(table),
        "running_months": table.whole("running_for", MONTHS, read_months),
        "weekly_km": table.amount("weekly_distance", WEEKLY, read_distance_km),
        "strength_experience": table.word("strength", _strength()),
        "timezone": _timezone(table),
        "pregnant": table.flag("pregnant"),
        "weeks_since_birth": _weeks_since_birth(table, today),
    }


def read_easy_pace(table: Table) -> float | None:
    """Return the runner's easy pace, which turns km into minutes. [min/km]; None is not told."""
    return table.amount("easy_pace", PACE, read_pace_min_per_km)


def read_months(text: str) -> float | None:
    """Months from "3 years", "8 months", "20 weeks" or "1.5 y". [month]; None for anything else."""
    words = text.strip().lower().split()
    if len(words) != 2:  # noqa: PLR2004  # a number and its unit
        return None
    amount = read_distance_km(words[0])  # a bare number, decimal comma allowed
    factor = _MONTHS_OF.get(words[1][0])
    return None if amount is None or factor is None else amount * factor


def _sexes() -> Words[Sex]:
    return Words(kind=_("a sex we have norms for"), meanings=SEXES, main=tuple(Sex))


def _strength() -> Words[StrengthExperience]:
    kind = _("a strength experience")
    return Words(kind=kind, meanings=STRENGTH, main=tuple(StrengthExperience))


def _height_cm(table: Table) -> float | None:
    value = table.values.get("height")
    if isinstance(value, float) and 1 < value < TALLEST_IN_METRES:
        return round(value * 100, 1)
    return table.amount("height", HEIGHT, read_height_cm)


def _timezone(table: Table) -> str | None:
    name = table.text("timezone")
    if name is None or zone_of_place(name) is not None:
        return name
    close = nearest(name, available_timezones())
    says = _("timezone {got} is not known; expected a place such as 'Europe/Zurich'")
    if close:
        says = _("timezone {got} is not known; did you mean '{close}'?")
    table.fault("timezone", "unknown-word", says.format(got=shown(name), close=close))
    return None


def _weeks_since_birth(table: Table, today: date) -> int | None:
    if "gave_birth" not in table.values:
        return table.whole("weeks_since_birth", SINCE_BIRTH)
    if "weeks_since_birth" in table.values:
        says = _("gave_birth and weeks_since_birth say the same; keep one of them")
        table.fault("weeks_since_birth", "said-twice", says)
    day = table.day("gave_birth")
    if day is None:
        return None
    if day > today:
        says = _("gave_birth is {day}, after today ({today}); if you are pregnant: pregnant = true")
        table.fault("gave_birth", "not-yet", says.format(day=day, today=today))
        return None
    return (today - day).days // DAYS_PER_WEEK
