"""Loads and distances as the reader counts them: kilograms and kilometres, or pounds and miles.

Rule for the next author: every value is kept in kilograms and kilometres. What is said goes through
`load_words` and `distance_words`; what stands in a field and is read back, `formats.told_amounts`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from runwright.domain.said import Measured, Said
from runwright.domain.words import _, decimal_sign, spoken

KG_PER_POUND = 0.45359237
KM_PER_MILE = 1.609344
NEAR_KG = 0.006  # a load is kept to ten grams
NEAR_LB = 0.03  # as much in pounds
SMALL_LB = 10  # from here on whole pounds tell a dumbbell


class Units(StrEnum):
    """What a reader counts in."""

    METRIC = "metric"
    IMPERIAL = "imperial"


_chosen: ContextVar[Units] = ContextVar("units", default=Units.METRIC)


def use_units(name: str) -> Units:
    """Count in these units from now on, in metric ones for a name that is none; return them.

    Holds for the current thread or task only, as the language does.
    """
    known = Units(name) if name in set(Units) else Units.METRIC
    _chosen.set(known)
    return known


@contextmanager
def counting_in(units: Units) -> Iterator[None]:
    """Say everything in these units inside the block, whatever the reader counts in."""
    before = _chosen.set(units)
    try:
        yield
    finally:
        _chosen.reset(before)


def is_imperial() -> bool:
    """Whether the reader counts in pounds and miles."""
    return _chosen.get() is Units.IMPERIAL


def reader() -> str:
    """Return a name of how texts are said now, by language and units; a key to keep them by."""
    return f"{spoken()} {_chosen.get()}"


def load_unit() -> str:
    """Return ``kg`` or ``lb``."""
    return _("lb") if is_imperial() else _("kg")


def distance_unit() -> str:
    """Return ``km`` or ``mi``."""
    return _("mi") if is_imperial() else _("km")


def load_counted(load_kg: float) -> float:
    """Return a load in the reader's unit, not rounded. [kg] or [lb]"""
    return load_kg / KG_PER_POUND if is_imperial() else load_kg


def distance_counted(distance_km: float) -> float:
    """Return a distance in the reader's unit, not rounded. [km] or [mi]"""
    return distance_km / KM_PER_MILE if is_imperial() else distance_km


def shown_load(load_kg: float) -> float:
    """Return a load in the reader's unit, no finer than weights are made. [kg] or [lb]

    20 kg is 44 lb, and 45 lb kept as 20.41 kg is 45 lb again, or 20.4 kg.
    """
    if not is_imperial():
        quarter = round(4 * load_kg) / 4
        return quarter if abs(load_kg - quarter) <= NEAR_KG else round(load_kg, 1)
    pounds = load_kg / KG_PER_POUND
    half = round(2 * pounds) / 2
    if abs(pounds - half) <= NEAR_LB:
        return half
    return round(pounds, 1) if pounds < SMALL_LB else float(round(pounds))


class Of(StrEnum):
    """What an amount is of, with the unit it is kept in."""

    LOAD = "load_kg"
    ROUGH_LOAD = "rough_load_kg"
    DISTANCE = "distance_km"
    ROUGH_DISTANCE = "rough_distance_km"


@dataclass(frozen=True, slots=True)
class Amount(Measured):
    """An amount as it is kept; it is said anew for each reader.

    Attributes
    ----------
    amount
        [kg] or [km], as `of` says
    """

    of: Of
    amount: float  # lint: allow unit-suffix: kg or km, as `of` says

    def said(self) -> str:
        """Return the amount in the reader's units and language."""
        return Said(_SAYING[self.of](self.amount), self, decimal_sign())

    def kept(self) -> tuple[str, float]:
        """Return what it is of, and the amount."""
        return self.of.value, self.amount


def load_words(load_kg: float) -> str:
    """Return ``22.5 kg`` or ``50 lb``."""
    return Amount(Of.LOAD, load_kg).said()


def rough_load(load_kg: float) -> str:
    """Return ``62 kg`` or ``137 lb``: an estimate, in whole ones."""
    return Amount(Of.ROUGH_LOAD, load_kg).said()


def distance_words(distance_km: float) -> str:
    """Return ``21.1 km`` or ``13.1 mi``."""
    return Amount(Of.DISTANCE, distance_km).said()


def rough_distance(distance_km: float) -> str:
    """Return ``38 km`` or ``24 mi``: a sum, in whole ones."""
    return Amount(Of.ROUGH_DISTANCE, distance_km).said()


def _load(load_kg: float) -> str:
    words = _("{load:g} lb") if is_imperial() else _("{load:g} kg")
    return words.format(load=shown_load(load_kg))


def _rough_load(load_kg: float) -> str:
    words = _("{load:.0f} lb") if is_imperial() else _("{load:.0f} kg")
    return words.format(load=load_counted(load_kg))


def _distance(distance_km: float) -> str:
    words = _("{distance:g} mi") if is_imperial() else _("{distance:g} km")
    return words.format(distance=round(distance_counted(distance_km), 1))


def _rough_distance(distance_km: float) -> str:
    words = _("{distance:.0f} mi") if is_imperial() else _("{distance:.0f} km")
    return words.format(distance=distance_counted(distance_km))


_SAYING: Mapping[Of, Callable[[float], str]] = MappingProxyType({
    Of.LOAD: _load,
    Of.ROUGH_LOAD: _rough_load,
    Of.DISTANCE: _distance,
    Of.ROUGH_DISTANCE: _rough_distance,
})
