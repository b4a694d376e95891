"""The rows of a running plan in a table (CSV): forgiving of headings, separators and order."""

import csv
import io
from collections.abc import Mapping
from datetime import date

from runwright.domain.problem import Imported, Problem
from runwright.domain.words import _
from runwright.formats.days_written import days_written
from runwright.formats.nearest import plain
from runwright.formats.run_plan_row import ROWS_AT_MOST, Row

SEPARATORS = ",;\t|"
LOOKED_AT = 10_000  # signs that tell the separator
HEADINGS_LOOKED_AT = 10  # titles and empty lines may stand above the headings
USUAL_ORDER = ("date", "time", "kind", "minutes", "km", "title")
# Plain headings (no brackets, no accents) and the field they mean.
HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(
        ("date", "day", "datum", "tag", "fecha", "dia", "data", "giorno", "jour", "dag", "dato"),
        "date",
    ),
    **dict.fromkeys(("workoutday", "workout day", "start date", "workout date", "日付"), "date"),
    **dict.fromkeys(
        ("time", "start", "start time", "hour", "uhrzeit", "startzeit", "beginn", "heure", "hora"),
        "time",
    ),
    **dict.fromkeys(("ora", "tijd", "tid", "starttime", "time of day"), "time"),
    **dict.fromkeys(
        ("kind", "type", "workout type", "workouttype", "run type", "art", "typ", "tipo", "soort"),
        "kind",
    ),
    **dict.fromkeys(
        ("minutes", "minute", "min", "mins", "minuten", "minutos", "minuti", "duration", "dauer"),
        "minutes",
    ),
    **dict.fromkeys(
        ("duree", "duracion", "durata", "duracao", "duur", "tempo", "duration min", "time min"),
        "minutes",
    ),
    **dict.fromkeys(
        ("hours", "hour s", "stunden", "heures", "plannedduration", "duration h"), "hours"
    ),
    **dict.fromkeys(
        (
            "km",
            "kms",
            "kilometer",
            "kilometers",
            "kilometres",
            "distance",
            "distance km",
            "strecke",
        ),
        "km",
    ),
    **dict.fromkeys(("distanz", "distancia", "distanza", "afstand", "kilometros"), "km"),
    **dict.fromkeys(("miles", "mile", "mi", "distance mi", "distance miles"), "miles"),
    **dict.fromkeys(("m", "metres", "meters", "distance m", "planneddistanceinmeters"), "metres"),
    **dict.fromkeys(
        ("title", "name", "workout", "session", "run", "training", "titel", "bezeichnung", "what"),
        "title",
    ),
    **dict.fromkeys(("titre", "titulo", "titolo", "einheit", "seance", "sesion", "lauf"), "title"),
    **dict.fromkeys(
        ("notes", "note", "description", "workoutdescription", "comment", "beschreibung"), "notes"
    ),
    **dict.fromkeys(("race", "event", "wettkampf", "rennen", "gara", "carrera", "course"), "race"),
}


def rows_of_table(text: str, label: str) -> Imported[Row]:
    """Rows of a CSV text; a table without headings has the usual order of columns."""
    lines = _lines(text)
    at, fields = _headings(lines)
    if "date" not in fields:
        says = _(
            "no column is named date; expected headings as date, time, kind, minutes, km, title"
        )
        return Imported(problems=(Problem(where=label, code="run-plan.no-dates", says=says),))
    rows = tuple(
        Row(where=_("{label}, line {line}").format(label=label, line=number), cells=cells)
        for number, line in lines[at:]
        if any(cells := _cells(fields, line)) and any(cells.values())
    )
    return Imported(items=rows)


def fields_of(headings: list[str]) -> tuple[str, ...]:
    """Return the field each heading means; '' for one that is not known, or comes twice."""
    fields: list[str] = []
    for heading in headings:
        words = " ".join(plain(heading).replace("(", " ").replace(")", " ").split())
        name = HEADINGS.get(words, "")
        fields.append("" if name in fields else name)
    return tuple(fields)


def _headings(lines: list[tuple[int, list[str]]]) -> tuple[int, tuple[str, ...]]:
    """Where the rows begin, and the field of each column."""
    for at, (_number, line) in enumerate(lines[:HEADINGS_LOOKED_AT]):
        fields = fields_of(line)
        if "date" in fields:
            return at + 1, fields
        if line and _is_day(line[0]):
            return at, USUAL_ORDER
    return 0, ()


def _is_day(text: str) -> bool:
    return days_written([text], first=date.min, last=date.max).days[0] is not None


def _cells(fields: tuple[str, ...], line: list[str]) -> dict[str, str]:
    return {name: cell.strip() for name, cell in zip(fields, line, strict=False) if name}


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Lines that hold anything, with their numbers."""
    begin = text[:LOOKED_AT].splitlines()[:HEADINGS_LOOKED_AT]
    separator = max(
        SEPARATORS, key=lambda sign: max((line.count(sign) for line in begin), default=0)
    )
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    lines: list[tuple[int, list[str]]] = []
    while len(lines) <= ROWS_AT_MOST + HEADINGS_LOOKED_AT:
        try:
            line = next(reader)
        except StopIteration:
            return lines
        except csv.Error:  # a cell larger than any we need; the next line is read on
            continue
        if any(cell.strip() for cell in line):
            lines.append((reader.line_num, line))
    return lines
