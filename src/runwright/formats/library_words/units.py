"""Units of a rule's numbers, as a sentence says them."""

from collections.abc import Mapping
from types import MappingProxyType

from runwright.domain.words import N_, _

# One thing of the unit, several.
UNITS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "0-10": (N_("{n} of 10"), N_("{n} of 10")),
    "1/min": (N_("{n} a minute"), N_("{n} a minute")),
    "1/s": (N_("{n} a second"), N_("{n} a second")),
    "1/week": (N_("{n} a week"), N_("{n} a week")),
    "contact": (N_("{n} contact"), N_("{n} contacts")),
    "day": (N_("{n} day"), N_("{n} days")),
    "deg": (N_("{n}°"), N_("{n}°")),
    "kg/m2": (N_("{n} kg/m²"), N_("{n} kg/m²")),
    "km/week": (N_("{n} km a week"), N_("{n} km a week")),
    "level": (N_("{n} level"), N_("{n} levels")),
    "min/day": (N_("{n} min a day"), N_("{n} min a day")),
    "min/week": (N_("{n} min a week"), N_("{n} min a week")),
    "month": (N_("{n} month"), N_("{n} months")),
    "phase": (N_("{n} phase"), N_("{n} phases")),
    "point": (N_("{n} point"), N_("{n} points")),
    "rep": (N_("{n} repetition"), N_("{n} repetitions")),
    "rung": (N_("{n} rung"), N_("{n} rungs")),
    "session": (N_("{n} session"), N_("{n} sessions")),
    "set": (N_("{n} set"), N_("{n} sets")),
    "set/week": (N_("{n} set a week"), N_("{n} sets a week")),
    "week": (N_("{n} week"), N_("{n} weeks")),
    "year": (N_("{n} year"), N_("{n} years")),
})


def with_unit(said: str, unit: str) -> str:
    """Return a number that is said already with its unit: ``24 h``, ``3 weeks``, ``4 of 10``."""
    if unit not in UNITS:
        return f"{said} {unit}".strip()
    one, several = UNITS[unit]
    return _(one if said == "1" else several).format(n=said)
