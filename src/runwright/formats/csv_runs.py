"""A plain table of runs: date, time, km, minutes, rpe, kind, title, in any order and wording."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from runwright.domain.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.problem import Imported, Problem
from runwright.domain.run import RunKind, RunSource
from runwright.domain.units import KM_PER_MILE
from runwright.domain.words import N_, _
from runwright.formats.csv_columns import Column, Place, places_of
from runwright.formats.csv_dates import month_comes_first, read_date, rest_after_date
from runwright.formats.csv_table import Row, Table
from runwright.formats.moments import moment
from runwright.formats.plain import one_line
from runwright.formats.quantities import (
    read_clock,
    read_distance_km,
    read_duration_min,
    read_number,
)
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.run_words import guess_run, kind_words
from runwright.formats.sports import Sport, is_indoor, sport_of
from runwright.usecases.same_run import UNTOLD_START

FORMAT = "csv"
METRES_PER_KM = 1000
MOST_SAID = 10
SECONDS_PER_MINUTE = 60
NEEDED = {Column.DATE: N_("date"), Column.DURATION: N_("duration")}
EXPECTED = {
    Column.DATE: N_("a day like 2025-12-31"),
    Column.TIME: N_("a clock time like 07:30"),
    Column.DISTANCE: N_("kilometres like 7.5"),
    Column.DURATION: N_("minutes like 45, or 1:05:30"),
    Column.RPE: N_("a number from 0 to 10"),
    Column.KIND: N_("easy, long, quality, race or walk"),
    Column.HEART_RATE: N_("beats per minute like 142"),
    Column.ASCENT: N_("metres like 120"),
}


@dataclass(slots=True)
class _Reader:
    """Reads the rows of one table and keeps what could not be understood."""

    label: str
    places: Mapping[Column, Place]
    month_first: bool
    zone: tzinfo | None
    problems: list[Problem]

    def recording(self, row: Row) -> Recording | None:
        """Return what a row tells; None (and a problem) when it has no day or no duration."""
        started_at = self._start(row)
        duration_min = self._duration_min(row)
        if started_at is None or duration_min is None:
            return None
        duration_s = duration_min * SECONDS_PER_MINUTE
        kind, sport, told = self._kind_and_sport(row)
        return Recording(
            source=RunSource(label=self._where(row), format=FORMAT),
            started_at=started_at,
            local_time_told=True,
            duration_s=duration_s,
            elapsed_s=duration_s,
            distance_m=self._distance_m(row),
            ascent_m=self._amount(row, Column.ASCENT),
            mean_heart_rate_bpm=self._amount(row, Column.HEART_RATE),
            rpe=self._amount(row, Column.RPE),
            indoor=is_indoor(told),
            kind_hint=kind,
            title=one_line(self._cell(row, Column.TITLE)),
            sport=sport,
            sport_told=told,
        )

    def _start(self, row: Row) -> datetime | None:
        """Return the start; noon where the table tells no clock time."""
        text = self._cell(row, Column.DATE)
        whole = moment(text)
        if whole is not None and whole.time() != time() and text.rstrip().endswith(("Z", "z")):
            return whole.astimezone(self.zone)
        day = read_date(text, month_first=self.month_first)
        if day is None:
            self._say("bad-value", row, Column.DATE)
            return None
        return self._at(row, day, self._cell(row, Column.TIME) or rest_after_date(text))

    def _at(self, row: Row, day: date, clock_text: str) -> datetime:
        minute = read_clock(clock_text) if clock_text else None
        if clock_text and minute is None:
            self._say("ignored-value", row, Column.TIME, clock_text)
        if minute is None or minute == MINUTES_PER_DAY:
            return datetime.combine(day, UNTOLD_START, tzinfo=self.zone)
        hour, rest = divmod(minute, MINUTES_PER_HOUR)
        return datetime.combine(day, time(hour, rest), tzinfo=self.zone)

    def _duration_min(self, row: Row) -> float | None:
        text = self._cell(row, Column.DURATION)
        unit = self.places[Column.DURATION].unit
        number = read_number(text)
        if number is not None and unit in {"s", "h"}:
            return number / SECONDS_PER_MINUTE if unit == "s" else number * MINUTES_PER_HOUR
        read = read_duration_min(text)
        if read is None:
            self._say("bad-value", row, Column.DURATION)
        return read

    def _distance_m(self, row: Row) -> float | None:
        text = self._cell(row, Column.DISTANCE)
        if not text:
            return None
        number, unit = read_number(text), self.places[Column.DISTANCE].unit
        if number is not None and unit in {"mi", "m"}:
            return number if unit == "m" else number * KM_PER_MILE * METRES_PER_KM
        read_km = read_distance_km(text)
        if read_km is None:
            self._say("ignored-value", row, Column.DISTANCE)
            return None
        return read_km * METRES_PER_KM

    def _amount(self, row: Row, column: Column) -> float | None:
        text = self._cell(row, column)
        if not text:
            return None
        read = read_number(text)
        if read is None:
            self._say("ignored-value", row, column)
        return read

    def _kind_and_sport(self, row: Row) -> tuple[RunKind | None, Sport, str]:
        """Return kind, sport and the word for it; a row is a run unless it says otherwise."""
        told = self._cell(row, Column.SPORT)
        if told and sport_of(told) not in {Sport.RUN, Sport.UNTOLD}:
            return None, sport_of(told), told
        word = self._cell(row, Column.KIND)
        kind = kind_words().get(word.lower()) or guess_run(word).kind
        if kind is None and word and sport_of(word) is Sport.OTHER:
            self._say("ignored-value", row, Column.KIND)
        is_other_sport = kind is None and sport_of(word) in {Sport.RIDE, Sport.SWIM, Sport.STRENGTH}
        return kind, sport_of(word) if is_other_sport else Sport.RUN, word or told

    def _cell(self, row: Row, column: Column) -> str:
        place = self.places.get(column)
        return row.cells[place.index] if place and place.index < len(row.cells) else ""

    def _where(self, row: Row) -> str:
        return f"{self.label}:{row.line}"

    def _say(self, reason: str, row: Row, column: Column, value: str | None = None) -> None:
        self.problems.append(
            problem(
                FORMAT,
                reason,
                self._where(row),
                column=_(column.value),
                value=one_line(self._cell(row, column) if value is None else value),
                expected=_(EXPECTED[column]),
            )
        )


def read_runs_table(table: Table, label: str, now: datetime) -> Imported[Recording]:
    """Return the runs of a table, and the rows and cells that were not understood.

    Parameters
    ----------
    table
        As `csv_table.read_table` gives it.
    label
        File as the person knows it; rows add their line, ``runs.csv:12``.
    now
        Aware; its zone is the one the table's clock times are told in.
    """
    places = places_of(table.header)
    missing = [_(name) for column, name in NEEDED.items() if column not in places]
    if missing:
        return Imported(problems=(problem(FORMAT, "no-header", label, missing=", ".join(missing)),))
    reader = _Reader(label, places, _month_first(table, places), now.tzinfo, [])
    read = tuple(reader.recording(row) for row in table.rows)
    return Imported(
        items=tuple(each for each in read if each is not None),
        problems=(*_about_table(table, label, places), *_first_of(reader.problems, label)),
    )


def _first_of(problems: Sequence[Problem], label: str) -> tuple[Problem, ...]:
    """Return the first problems with rows, and how many more there are: nobody reads a thousand."""
    said, rest = problems[:MOST_SAID], problems[MOST_SAID:]
    rows = sum(each.lost for each in rest)
    more = [("more-rows", rows), ("more-cells", len(rest) - rows)]
    return (
        *said,
        *(problem(FORMAT, reason, label, count=count) for reason, count in more if count > 0),
    )


def _dates(table: Table, places: Mapping[Column, Place]) -> Sequence[str]:
    index = places[Column.DATE].index
    return [row.cells[index] for row in table.rows if index < len(row.cells)]


def _month_first(table: Table, places: Mapping[Column, Place]) -> bool:
    return month_comes_first(_dates(table, places)) is True


def _about_table(table: Table, label: str, places: Mapping[Column, Place]) -> tuple[Problem, ...]:
    """Return what holds for the whole table: damage, dates that can be read two ways."""
    found = []
    if table.broken_line is not None:
        found.append(problem(FORMAT, "damaged-table", label, line=table.broken_line))
    dates = _dates(table, places)
    if month_comes_first(dates) is None:
        example = next(text for text in dates if "/" in text or "-" in text)
        found.append(problem(FORMAT, "unclear-dates", label, example=one_line(example)))
    return tuple(found)
