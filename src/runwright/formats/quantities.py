"""Amounts as people write them: clock times, durations, distances, weights, heights, paces.

Rule for the next author: a reader returns None for what it cannot read and never raises; whoever
asked knows the file and the line, and says it.
"""

import math
import re

from runwright.domain.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.units import KG_PER_POUND, KM_PER_MILE

HALF_MARATHON_KM = 21.0975
MARATHON_KM = 42.195
POUNDS_PER_STONE = 14
CM_PER_INCH = 2.54
INCHES_PER_FOOT = 12
SECONDS_PER_MINUTE = 60
NOON_HOUR = 12
TALLEST_IN_METRES = 3  # a bare height up to here is in metres, above it in centimetres
LONGEST_HOURS_WRITTEN = 9  # "1:30" is hours and minutes, "45:00" minutes and seconds
TEXT_AT_MOST = 60  # longer than any amount; keeps hostile text away from the patterns

NUMBER = r"\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?"
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?:[:.](\d{2}))?\s*(?:(a|p)\.?m\.?|h|uhr)?", re.IGNORECASE
)
_COLONS = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\s*(?:h|std|min))?", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(
    rf"(?:({NUMBER})\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|uur)\.?)?\s*"
    rf"(?:({NUMBER})\s*(?:m|mins?|minutes?|minuten|minutos?|minuti|')?\.?)?",
    re.IGNORECASE,
)
_DISTANCE = re.compile(
    rf"({NUMBER})\s*(kms?|k|kilomet(?:er|re)s?|mi|mls?|miles?|m|met(?:er|re)s?)?", re.IGNORECASE
)
_WEIGHT = re.compile(
    rf"({NUMBER})\s*(kg|kgs|kilos?|kilograms?|lbs?|pounds?)?|"
    rf"({NUMBER})\s*(?:st|stone)(?:\s*({NUMBER})\s*(?:lbs?|pounds?)?)?",
    re.IGNORECASE,
)
_HEIGHT = re.compile(
    rf"({NUMBER})\s*(cm|m)?|"
    rf"(\d)\s*(?:ft|feet|foot|')\s*(?:({NUMBER})\s*(?:in|inch|inches|\"|'')?)?",
    re.IGNORECASE,
)
_PACE = re.compile(r"(\d{1,2}):(\d{2})\s*(?:min)?\s*(/\s*(?:km|mi|mile)|per\s+(?:km|mile))?")
_NAMED_DISTANCES_KM = {
    "half": HALF_MARATHON_KM,
    "half marathon": HALF_MARATHON_KM,
    "halfmarathon": HALF_MARATHON_KM,
    "half-marathon": HALF_MARATHON_KM,
    "hm": HALF_MARATHON_KM,
    "halbmarathon": HALF_MARATHON_KM,
    "semi": HALF_MARATHON_KM,
    "semi-marathon": HALF_MARATHON_KM,
    "media maraton": HALF_MARATHON_KM,
    "mezza maratona": HALF_MARATHON_KM,
    "marathon": MARATHON_KM,
    "full marathon": MARATHON_KM,
    "maraton": MARATHON_KM,
    "maratona": MARATHON_KM,
    "mile": KM_PER_MILE,
}


def read_number(text: str) -> float | None:
    """Return a finite number of 0 or more, decimal comma allowed; None for anything else."""
    text = text.strip()
    if len(text) > TEXT_AT_MOST or not re.fullmatch(NUMBER, text):
        return None
    return _number(text)


def read_clock(text: str) -> int | None:
    """Minutes after midnight from "06:15", "6.15", "6:15 am" or "6 pm". [min], 0 to 1440.

    "24:00" is 1440, the end of the day; None for what is no clock time.
    """
    found = _CLOCK.fullmatch(text.strip()) if len(text) <= TEXT_AT_MOST else None
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[4]:
        if not 1 <= hour <= NOON_HOUR:
            return None
        hour = hour % NOON_HOUR + (NOON_HOUR if found[4].lower() == "p" else 0)
    total = hour * MINUTES_PER_HOUR + minute
    return total if minute < MINUTES_PER_HOUR and total <= MINUTES_PER_DAY else None


def read_duration_min(text: str) -> float | None:
    """Minutes from "45", "45 min", "1:30", "1:30:00", "1h30" or "1 h 30 min". [min]; or None."""
    text = text.strip()
    if not text or len(text) > TEXT_AT_MOST:
        return None
    if found := _COLONS.fullmatch(text):
        first, second, third = int(found[1]), int(found[2]), found[3]
        if third is None and first > LONGEST_HOURS_WRITTEN:
            return first + second / SECONDS_PER_MINUTE
        return first * MINUTES_PER_HOUR + second + int(third or 0) / SECONDS_PER_MINUTE
    if found := _HOURS_AND_MINUTES.fullmatch(text):
        hours, minutes = _number(found[1] or "0"), _number(found[2] or "0")
        return None if hours is None or minutes is None else hours * MINUTES_PER_HOUR + minutes
    return None


def read_distance_km(text: str) -> float | None:
    """Kilometres from "5 km", "10k", "800 m", "13.1 miles" or "half marathon". [km]; or None.

    A number alone is kilometres.
    """
    text = " ".join(text.strip().lower().split())
    if text in _NAMED_DISTANCES_KM:
        return _NAMED_DISTANCES_KM[text]
    found = _DISTANCE.fullmatch(text) if len(text) <= TEXT_AT_MOST else None
    amount = _number(found[1]) if found else None
    if found is None or amount is None:
        return None
    unit = found[2] or "km"
    if unit.startswith("mi") or unit in {"ml", "mls"}:
        return amount * KM_PER_MILE
    return amount / 1000 if unit.startswith("m") else amount


def name_distance(distance_km: float) -> str:
    """Return what runners call a distance: "half marathon", "marathon", or "12.5 km"."""
    named = {HALF_MARATHON_KM: "half marathon", MARATHON_KM: "marathon"}
    return named.get(distance_km, f"{distance_km:g} km")


def read_weight_kg(text: str) -> float | None:
    """Kilograms from "62 kg", "150 lb" or "11 st 4"; a number alone is kilograms. [kg]; or None."""
    found = _WEIGHT.fullmatch(text.strip()) if len(text) <= TEXT_AT_MOST else None
    if found is None:
        return None
    if found[3]:
        stones, pounds = _number(found[3]), _number(found[4] or "0")
        if stones is None or pounds is None:
            return None
        return (stones * POUNDS_PER_STONE + pounds) * KG_PER_POUND
    amount = _number(found[1])
    in_pounds = (found[2] or "").lower().startswith(("lb", "pound"))
    return amount * KG_PER_POUND if amount is not None and in_pounds else amount


def read_height_cm(text: str) -> float | None:
    """Centimetres from "172 cm", "1.72 m" or "5 ft 8". [cm]; or None.

    A number alone is metres up to 3, centimetres above.
    """
    found = _HEIGHT.fullmatch(text.strip()) if len(text) <= TEXT_AT_MOST else None
    if found is None:
        return None
    if found[3]:
        inches = _number(found[4] or "0")
        whole = int(found[3]) * INCHES_PER_FOOT
        return None if inches is None else (whole + inches) * CM_PER_INCH
    amount = _number(found[1])
    if amount is None:
        return None
    in_metres = found[2] == "m" if found[2] else amount <= TALLEST_IN_METRES
    return amount * 100 if in_metres else amount


def read_pace_min_per_km(text: str) -> float | None:
    """Minutes per kilometre from "6:10" or "9:50 /mile"; no unit is per km. [min/km]; or None."""
    found = _PACE.fullmatch(text.strip().lower()) if len(text) <= TEXT_AT_MOST else None
    if found is None:
        return None
    pace = int(found[1]) + int(found[2]) / SECONDS_PER_MINUTE
    return pace / KM_PER_MILE if found[3] and "mi" in found[3] else pace


def _number(text: str) -> float | None:
    amount = float(text.replace(",", "."))
    return amount if math.isfinite(amount) else None
