"""Loads and distances in a field: shown in the reader's units, and read back into what is kept.

Rule for the next author: give what stood there before. A field that was left alone tells nothing
new, so that 20 kg shown as 44 lb stays 20 kg.
"""

from collections.abc import Collection, Iterable

from runwright.domain.units import distance_counted, is_imperial, shown_load
from runwright.domain.words import decimal
from runwright.formats.own_weights import read_own_weights_kg
from runwright.formats.quantities import read_distance_km, read_weight_kg

KEPT_KG = 2  # decimals: ten grams
SHOWN_DISTANCE = 2  # decimals


def load_field(load_kg: float | None) -> str:
    """Return a load as a field shows it, without its unit; '' for None."""
    return "" if load_kg is None else decimal(shown_load(load_kg))


def told_load_kg(text: str, before: Collection[float] = ()) -> float | None:
    """Return the load a field tells; a bare number is in the reader's unit. [kg]; or None."""
    written = text.strip()
    for load_kg in before:
        if written == load_field(load_kg):
            return load_kg
    told_kg = read_weight_kg(f"{written} lb" if _is_bare(written) and is_imperial() else written)
    return None if told_kg is None else round(told_kg, KEPT_KG)


def own_weights_field(loads: Iterable[float]) -> str:
    """Return weights as a field shows them, ``5, 7.5, 10``, without their unit."""
    return ", ".join(load_field(one) for one in loads)


def told_own_weights_kg(text: str, before: Collection[float] = ()) -> tuple[float, ...] | None:
    """Return the weights a field lists; bare numbers are in the reader's unit. [kg]; or None."""
    written = text.strip()
    if before and written == own_weights_field(before):
        return tuple(before)
    bare = not any(unit in written.lower() for unit in ("kg", "lb", "pound", "kilo"))
    return read_own_weights_kg(f"{written} lb" if bare and is_imperial() else written)


def distance_field(distance_km: float | None) -> str:
    """Return a distance as a field shows it, without its unit; '' for None."""
    if distance_km is None:
        return ""
    return decimal(round(distance_counted(distance_km), SHOWN_DISTANCE))


def told_distance_km(text: str, before: Collection[float] = ()) -> float | None:
    """Return the distance a field tells; a bare number is in the reader's unit. [km]; or None."""
    written = text.strip()
    for distance_km in before:
        if written == distance_field(distance_km):
            return distance_km
    return read_distance_km(f"{written} mi" if _is_bare(written) and is_imperial() else written)


def _is_bare(text: str) -> bool:
    return text.replace(",", "").replace(".", "").isdecimal()
