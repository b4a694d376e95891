"""The units a name may carry, and the names that are quantities without one."""

import re

SYMBOLS = frozenset({
    *("ms", "s", "min", "h", "kg", "g", "lb", "m", "km", "cm", "mm", "mi", "ft"),
    *("deg", "rad", "mps", "kmh", "spm", "bpm", "hz", "w", "n", "nm", "kb", "mb", "au"),
    *("fraction", "share", "ratio", "percent"),
})
# Words that say a unit wherever they stand. They may also name a tuple, as `blocked_days` does.
WORDS = frozenset({
    *("seconds", "minutes", "hours", "day", "days", "week", "weeks", "month", "months"),
    *("year", "years", "points", "reps", "sets", "steps", "contacts", "sessions", "runs"),
})
DIMENSIONLESS = frozenset({"rir", "rpe", "reps", "sets", "sem", "mdc95", "monotony"})
PER_OR_BY = re.compile(r"(?:^|_)(?:per|by)_")  # `pace_s_per_km` is counted in s
BARE = frozenset({"fraction", "share", "ratio"})


def is_quantity(name: str) -> bool:
    """Whether `name` means an amount, of which zero is one: `rest_s`, `pain_0_10`, `rir`."""
    lower = name.lower()
    ends_in_symbol = "_" in lower and lower.rpartition("_")[2] in SYMBOLS
    return ends_in_symbol or lower.endswith("_0_10") or lower in DIMENSIONLESS | BARE


def names_its_unit(name: str) -> bool:
    """Whether a reader learns the unit from `name`: `rest_s`, `seconds_per_rep`, `rir`."""
    counted = PER_OR_BY.split(name.lower())[0]
    return is_quantity(counted) or not WORDS.isdisjoint(counted.split("_"))
