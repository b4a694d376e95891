"""Which column of a table of runs means what, in the wordings people and programs use."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from runwright.formats.nearest import plain


class Column(StrEnum):
    """What a column tells."""

    DATE = "date"
    TIME = "time"
    DISTANCE = "distance"
    DURATION = "duration"
    RPE = "rpe"
    KIND = "kind"
    SPORT = "sport"
    TITLE = "title"
    HEART_RATE = "heart rate"
    ASCENT = "ascent"


# As `nearest.plain` writes them: small letters, no accents, one space.
NAMES = {
    Column.DATE: (
        *("date", "day", "datum", "tag", "jour", "fecha", "dia", "data", "giorno", "dato"),
        *("activity date", "start date", "started at", "started", "timestamp", "when", "datetime"),
    ),
    Column.TIME: (
        *("time", "start", "start time", "clock", "time of day", "uhrzeit", "startzeit", "heure"),
        *("hora", "ora", "tijd", "klockslag"),
    ),
    Column.DISTANCE: (
        *("km", "kms", "distance", "dist", "kilometers", "kilometres", "kilometer", "miles", "mi"),
        *("distanz", "strecke", "lange", "distancia", "distanza", "afstand", "distans"),
    ),
    Column.DURATION: (
        *("minutes", "min", "mins", "duration", "moving time", "elapsed time", "running time"),
        *("dauer", "zeit", "laufzeit", "minuten", "duree", "temps", "duracion", "tiempo", "durata"),
        *("tempo", "duur", "hours", "seconds"),
    ),
    Column.RPE: ("rpe", "srpe", "effort", "perceived exertion", "anstrengung", "borg", "ressenti"),
    Column.KIND: ("kind", "type", "workout", "workout type", "art", "typ", "category", "tipo"),
    Column.SPORT: ("activity type", "sport", "activity", "sportart", "aktivitatstyp"),
    Column.TITLE: (
        *("title", "name", "titel", "activity name", "note", "notes", "comment", "comments"),
        *("description", "bemerkung", "kommentar", "titre", "titulo", "titolo"),
    ),
    Column.HEART_RATE: (
        *("hr", "avg hr", "average hr", "heart rate", "avg heart rate", "average heart rate"),
        *("pulse", "puls", "herzfrequenz", "fc", "mean hr"),
    ),
    Column.ASCENT: (
        *("ascent", "total ascent", "elevation gain", "climb", "elevation", "hm", "hohenmeter"),
        *("elev gain", "d+"),
    ),
}
MEANINGS = {name: column for column, names in NAMES.items() for name in names}
UNITS = {
    **dict.fromkeys(("km", "kms", "kilometers", "kilometres", "kilometer"), "km"),
    **dict.fromkeys(("mi", "mile", "miles"), "mi"),
    **dict.fromkeys(("m", "meters", "metres", "meter"), "m"),
    **dict.fromkeys(("min", "mins", "minutes", "minuten"), "min"),
    **dict.fromkeys(("s", "sec", "secs", "seconds"), "s"),
    **dict.fromkeys(("h", "hours", "hrs", "hour"), "h"),
}
IN_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands, and the unit its header names ('' where it names none)."""

    index: int
    unit: str


def places_of(header: Sequence[str]) -> Mapping[Column, Place]:
    """Return where each known column stands; the first of several that mean the same wins."""
    places: dict[Column, Place] = {}
    for index, cell in enumerate(header):
        column, unit = _meaning(cell)
        if column is not None:
            places.setdefault(column, Place(index, unit))
    if Column.DURATION not in places and Column.TIME in places:
        places[Column.DURATION] = places.pop(Column.TIME)  # the only time told is how long
    return places


def is_table_of_runs(header: Sequence[str]) -> bool:
    """Whether the header names what a run cannot be without."""
    return {Column.DATE, Column.DURATION} <= places_of(header).keys()


def _meaning(cell: str) -> tuple[Column | None, str]:
    """Return what a header cell means, and its unit: `Distance (km)`, `duration_min`, `Miles`."""
    brackets = IN_BRACKETS.search(cell)
    name = plain(IN_BRACKETS.sub(" ", cell))
    unit = UNITS.get(plain(brackets[1]), "") if brackets else ""
    if name in MEANINGS:
        return MEANINGS[name], unit or UNITS.get(name, "")
    stem, _, last = name.rpartition(" ")
    if last in UNITS and stem in MEANINGS:
        return MEANINGS[stem], UNITS[last]
    return None, ""
