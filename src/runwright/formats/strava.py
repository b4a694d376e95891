"""The `activities.csv` of a Strava export: names, types and effort, and which file belongs to what.

Its header repeats names (distance in km for the eye, later in metres), leaves some untranslated,
and is written in the runner's language; then columns are found by where they stand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from runwright.domain.run import RunKind, RunSource
from runwright.formats.csv_dates import read_exported
from runwright.formats.csv_table import Row, Table
from runwright.formats.plain import finite, one_line, positive
from runwright.formats.recording import Recording
from runwright.formats.sports import Sport, is_indoor, sport_of

FORMAT = "strava"
FILE_NAME = "activities.csv"
METRES_PER_KM = 1000
TAG = re.compile(r"<[^>]*>")
RECORDED_FILE = re.compile(r"activities/[^/]+")
DATE_FORMATS = (
    "%b %d, %Y, %I:%M:%S %p",
    "%Y-%m-%d %H:%M:%S",
    "%d %b %Y, %H:%M:%S",
    "%d.%m.%Y, %H:%M:%S",
    "%d/%m/%Y, %H:%M:%S",
    "%d-%m-%Y, %H:%M:%S",
)
# What Strava's own pages offer for a run; the export writes the number.
WORKOUT_TYPES = {1: RunKind.RACE, 2: RunKind.LONG, 3: RunKind.QUALITY}

# The last of the columns of a name is the one in plain units.
BY_NAME = {
    "activity date": "date",
    "activity name": "name",
    "activity type": "type",
    "filename": "file",
    "elapsed time": "elapsed",
    "moving time": "moving",
    "distance": "distance",
    "elevation gain": "ascent",
    "max heart rate": "max pulse",
    "average heart rate": "pulse",
    "perceived exertion": "rpe",
    "type": "workout",
    "competition": "competition",
    "long run": "long run",
}
OLD_NAMES = {"date": "date", "name": "name", "type": "type"}  # until 2019, distances in metres
FROM_START = {"date": 1, "name": 2, "type": 3}
FROM_FILE = {
    "elapsed": 3,
    "moving": 4,
    "distance": 5,
    "ascent": 8,
    "max pulse": 18,
    "pulse": 19,
    "rpe": 31,
    "workout": 32,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StravaRow:
    """An activity of the export.

    Attributes
    ----------
    recording
        What the row tells.
    file
        The file it was recorded in, ``activities/1.fit.gz``; '' for those typed in by hand.
    """

    recording: Recording
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StravaTable:
    """The activities of an export.

    Attributes
    ----------
    by_place
        Whether the header was in a language we do not read.
    broken_line
        Line at which the table stops making sense; None when it is whole.
    """

    rows: tuple[StravaRow, ...]
    by_place: bool
    broken_line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where each thing stands, and how many metres its distances count in."""

    places: Mapping[str, int]
    distance_unit_m: float
    by_place: bool

    def cell(self, row: Row, name: str) -> str:
        place = self.places.get(name)
        return row.cells[place] if place is not None and place < len(row.cells) else ""


def is_strava(table: Table) -> bool:
    """Whether a table is an `activities.csv`, in whatever language its header is."""
    return {"elapsed_time", "filename"} <= set(table.header) or (
        _file_column(table) is not None or "activity date" in map(_name, table.header)
    )


def read_strava(table: Table, label: str) -> StravaTable:
    """Return the activities of an export's table.

    Parameters
    ----------
    label
        The table as the person knows it; rows add their line, ``activities.csv:12``.
    """
    columns = _columns(table)
    return StravaTable(
        rows=tuple(
            StravaRow(
                recording=_recording(row, columns, f"{label}:{row.line}"),
                file=columns.cell(row, "file"),
            )
            for row in table.rows
        ),
        by_place=columns.by_place,
        broken_line=table.broken_line,
    )


def _columns(table: Table) -> _Columns:
    names = [_name(cell) for cell in table.header]
    if "elapsed_time" in table.header:
        places = {OLD_NAMES.get(name, BY_NAME.get(name, "")): at for at, name in enumerate(names)}
        return _Columns(places=places, distance_unit_m=1.0, by_place=False)
    file_column = _file_column(table)
    if "activity date" not in names and file_column is not None:
        places = {"file": file_column} | FROM_START
        places |= {name: file_column + steps for name, steps in FROM_FILE.items()}
        return _Columns(places=places, distance_unit_m=1.0, by_place=True)
    places = {BY_NAME[name]: at for at, name in enumerate(names) if name in BY_NAME}
    metres = 1.0 if names.count("distance") > 1 else METRES_PER_KM
    return _Columns(places=places, distance_unit_m=metres, by_place=False)


def _name(cell: str) -> str:
    """Return a header cell as English writes it, out of its tags and "translation missing"."""
    text = TAG.sub("", cell).strip()
    if text.startswith("translation missing"):
        text = text.rpartition(".")[2]
    return text.lower().replace("_", " ")


def _file_column(table: Table) -> int | None:
    """Return the column that names recorded files; None where none does."""
    return next(
        (
            at
            for row in table.rows
            for at, cell in enumerate(row.cells)
            if RECORDED_FILE.fullmatch(cell)
        ),
        None,
    )


def _recording(row: Row, columns: _Columns, label: str) -> Recording:
    told = columns.cell(row, "type")
    moving_s = positive(columns.cell(row, "moving"))
    elapsed_s = positive(columns.cell(row, "elapsed"))
    distance = positive(columns.cell(row, "distance"))
    sport = sport_of(told)
    return Recording(
        source=RunSource(label=label, format=FORMAT),
        started_at=_utc(columns.cell(row, "date")),
        duration_s=moving_s if moving_s is not None else elapsed_s,
        elapsed_s=elapsed_s,
        distance_m=None if distance is None else distance * columns.distance_unit_m,
        ascent_m=finite(columns.cell(row, "ascent")),
        mean_heart_rate_bpm=positive(columns.cell(row, "pulse")),
        max_heart_rate_bpm=positive(columns.cell(row, "max pulse")),
        rpe=positive(columns.cell(row, "rpe")),
        indoor=is_indoor(told),
        kind_hint=_kind(row, columns) if sport is Sport.RUN else None,
        title=one_line(columns.cell(row, "name")),
        sport=Sport.UNTOLD if columns.by_place and sport is Sport.OTHER else sport,
        sport_told=one_line(told),
    )


def _kind(row: Row, columns: _Columns) -> RunKind | None:
    """Return what the runner marked the run as, by the switches of today or the type of before."""
    if positive(columns.cell(row, "competition")) is not None:
        return RunKind.RACE
    if positive(columns.cell(row, "long run")) is not None:
        return RunKind.LONG
    workout = finite(columns.cell(row, "workout"))
    return WORKOUT_TYPES.get(int(workout)) if workout is not None else None


def _utc(text: str) -> datetime | None:
    """Return the start; exports tell it in UTC."""
    read = read_exported(text, DATE_FORMATS)
    return None if read is None else read.replace(tzinfo=UTC)
