"""Distances in the units the runner likes; inside everything is kilometres."""

from runwright.domain.words import _
from runwright.formats.quantities import KM_PER_MILE, read_distance_km

IMPERIAL = "imperial"
METRIC = "metric"


def distance_unit(units: str) -> str:
    """Return ``km`` or ``mi``."""
    return _("mi") if units == IMPERIAL else _("km")


def shown_distance(distance_km: float | None, units: str) -> str:
    """Return a distance as a field shows it, without its unit; '' for None."""
    if distance_km is None:
        return ""
    amount = distance_km / KM_PER_MILE if units == IMPERIAL else distance_km
    return f"{round(amount, 2):g}"


def distance_words(distance_km: float, units: str) -> str:
    """Return ``31 km`` or ``19.3 mi``."""
    amount = distance_km / KM_PER_MILE if units == IMPERIAL else distance_km
    return f"{amount:.3g} {distance_unit(units)}"


def distance_told(text: str, units: str) -> float | None:
    """Kilometres from a field: a number alone is in the runner's units. [km]; or None."""
    written = text.strip()
    is_bare = written.replace(",", "").replace(".", "").isdecimal()
    if is_bare and units == IMPERIAL:
        written = f"{written} mi"
    return read_distance_km(written)
