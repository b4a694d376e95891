"""Rows of a running plan, whatever file they stood in, as planned runs; what is missing is said."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from runwright.domain.calendar import MINUTES_PER_DAY, clock
from runwright.domain.problem import Imported, Problem
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.units import KM_PER_MILE
from runwright.domain.words import _, ngettext
from runwright.formats.days_written import days_written
from runwright.formats.nearest import plain
from runwright.formats.plain import one_line
from runwright.formats.quantities import (
    read_clock,
    read_distance_km,
    read_duration_min,
)
from runwright.formats.run_words import guess_run, kind_words

START_MIN = 7 * 60  # where a plan names no hour; the domain's own default for habits
# Coach defaults, for plans that name less: a run of unknown length must still keep its place.
PACE_MIN_PER_KM = 6.5
USUAL_MIN = {
    RunKind.EASY: 45,
    RunKind.LONG: 90,
    RunKind.QUALITY: 60,
    RunKind.RACE: 60,
    RunKind.WALK: 40,
}
LONGEST_KM = 500
ROWS_AT_MOST = 20_000  # two runs a day for 27 years
EXAMPLES_AT_MOST = 3
MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a plan as it is written.

    Attributes
    ----------
    where
        For problems: "plan.csv, line 4".
    cells
        Texts by field: ``date time kind minutes hours km miles metres title notes race``.
    """

    where: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRun:
    """What a plan tells of one run; None where it is silent.

    Attributes
    ----------
    start_min
        [min] after midnight
    """

    day: date
    title: str
    start_min: int | None = None
    kind: RunKind | None = None
    duration_min: float | None = None
    distance_km: float | None = None
    race: str | None = None


@dataclass(slots=True)
class _Doubts:
    """Counts what had to be estimated, to say it once."""

    by_distance: int = 0
    by_kind: int = 0
    no_hour: int = 0
    no_kind: list[str] = field(default_factory=list)


def read_rows(rows: tuple[Row, ...], *, first: date, last: date, label: str) -> Imported[ToldRun]:
    """What the rows tell; rest days and other training are left out without a word."""
    days = days_written([row.cells.get("date", "") for row in rows], first=first, last=last)
    told: list[ToldRun] = []
    problems: list[Problem] = []
    if days.doubtful:
        says = _("{written} is read as {day}; write {iso} to be sure")
        written, meant = days.doubtful
        spoken = f"{meant.day} {meant:%B} {meant.year}"
        words = says.format(written=written, day=spoken, iso=meant)
        problems.append(_problem(label, "date-doubtful", words, lost=False))
    for row, day in zip(rows, days.days, strict=True):
        if not _is_run(row):
            continue
        if day is None:
            says = _("'{written}' is not a day of the calendar; expected one as 2026-11-24")
            words = says.format(written=one_line(row.cells.get("date", ""))[:40])
            problems.append(_problem(row.where, "no-date", words))
            continue
        run, faults = _told(row, day)
        problems += [_problem(row.where, "no-amount", words) for words in faults]
        told.append(run)
    return Imported(items=tuple(told), problems=tuple(problems))


def planned_runs(
    told: Iterable[ToldRun], *, first: date, last: date, label: str
) -> Imported[PlannedRun]:
    """Planned runs of the days asked for, each once; what was estimated is said once for all."""
    doubts = _Doubts()
    inside = [run for run in dict.fromkeys(told) if first <= run.day <= last]
    outside = sum(not first <= run.day <= last for run in told)
    runs = sorted(
        (_planned(run, doubts) for run in inside), key=lambda run: (run.day, run.start_min)
    )
    problems = _said(doubts, label)
    if outside > 0:
        says = ngettext(
            "{count} run is not between {first} and {last} and is left out",
            "{count} runs are not between {first} and {last} and are left out",
            outside,
        ).format(count=outside, first=first, last=last)
        problems.append(_problem(label, "outside", says, lost=False))
    return Imported(items=tuple(runs), problems=tuple(problems))


def _is_run(row: Row) -> bool:
    kind, title = row.cells.get("kind", ""), row.cells.get("title", "")
    if plain(kind) in kind_words() or row.cells.get("race"):
        return True
    return all(guess_run(text).is_run is not False for text in (kind, title) if text)


def _told(row: Row, day: date) -> tuple[ToldRun, list[str]]:
    cells, faults = row.cells, []
    start_min = read_clock(cells.get("time", ""))
    if cells.get("time") and (start_min is None or start_min == MINUTES_PER_DAY):
        faults.append(
            _("'{got}' is no time of day; expected one as 06:15").format(got=cells["time"])
        )
        start_min = None
    duration_min = _duration_min(cells)
    if duration_min is None and (cells.get("minutes") or cells.get("hours")):
        got = cells.get("minutes") or cells.get("hours")
        faults.append(_("'{got}' is no length of a run; expected minutes as 50").format(got=got))
    distance_km = _distance_km(cells)
    if distance_km is None and (got := _first(cells, "km", "miles", "metres")):
        faults.append(_("'{got}' is no distance; expected km as 8.5").format(got=got))
    kind = _kind(cells)
    title = one_line(cells.get("title", ""))
    race = one_line(cells.get("race", "")) or None
    run = ToldRun(
        day=day,
        title=title,
        start_min=start_min,
        kind=RunKind.RACE if race else kind,
        duration_min=duration_min,
        distance_km=distance_km,
        race=race,
    )
    return run, [one_line(words) for words in faults]


def _kind(cells: Mapping[str, str]) -> RunKind | None:
    named = kind_words().get(plain(cells.get("kind", "")))
    if named is not None:
        return named
    guesses = (guess_run(cells.get(name, "")).kind for name in ("kind", "title", "notes"))
    return next((kind for kind in guesses if kind is not None), None)


def _duration_min(cells: Mapping[str, str]) -> float | None:
    minutes = read_duration_min(cells.get("minutes", ""))
    if minutes is None and cells.get("hours"):
        hours = read_duration_min(cells["hours"])  # "1:15", or a bare number: of hours here
        written_out = not cells["hours"].strip().replace(",", ".").replace(".", "").isdigit()
        minutes = hours if hours is None or written_out else hours * MINUTES_PER_HOUR
    return minutes if minutes is not None and 0 < minutes <= MINUTES_PER_DAY else None


def _distance_km(cells: Mapping[str, str]) -> float | None:
    for name, factor in (("km", 1.0), ("miles", KM_PER_MILE), ("metres", 1 / 1000)):
        text = cells.get(name, "").strip()
        distance = read_distance_km(text) if text else None
        if distance is None:
            continue
        has_own_unit = text[-1:].isalpha()
        distance_km = distance if has_own_unit else distance * factor
        if math.isfinite(distance_km) and 0 < distance_km <= LONGEST_KM:
            return distance_km
    return None


def _first(cells: Mapping[str, str], *names: str) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")


def _planned(run: ToldRun, doubts: _Doubts) -> PlannedRun:
    kind = run.kind
    if kind is None:
        kind = RunKind.EASY
        doubts.no_kind.append(run.title)
    if run.start_min is None:
        doubts.no_hour += 1
    return PlannedRun(
        day=run.day,
        start_min=START_MIN if run.start_min is None else run.start_min,
        duration_min=max(1, round(_minutes(run, kind, doubts))),
        kind=kind,
        distance_km=run.distance_km,
        title=run.title,
        race=(run.race or run.title or None) if kind is RunKind.RACE else None,
    )


def _minutes(run: ToldRun, kind: RunKind, doubts: _Doubts) -> float:
    if run.duration_min is not None:
        return run.duration_min
    if run.distance_km is not None:
        doubts.by_distance += 1
        return run.distance_km * PACE_MIN_PER_KM
    doubts.by_kind += 1
    return USUAL_MIN[kind]


def _said(doubts: _Doubts, label: str) -> list[Problem]:
    said: list[tuple[str, str]] = []
    if doubts.by_distance > 0:
        says = ngettext(
            "{count} run names its distance and no time; it is taken at {pace} min per km",
            "{count} runs name their distance and no time; they are taken at {pace} min per km",
            doubts.by_distance,
        )
        pace = clock(round(PACE_MIN_PER_KM * MINUTES_PER_HOUR)).lstrip("0")
        said.append(("time-estimated", says.format(count=doubts.by_distance, pace=pace)))
    if doubts.by_kind > 0:
        says = ngettext(
            "{count} run names neither time nor distance; its length is the usual of its kind",
            "{count} runs name neither time nor distance; their length is the usual of their kind",
            doubts.by_kind,
        )
        said.append(("length-assumed", says.format(count=doubts.by_kind)))
    if doubts.no_hour > 0:
        says = ngettext(
            "{count} run names no hour; it is taken as {hour}",
            "{count} runs name no hour; they are taken as {hour}",
            doubts.no_hour,
        )
        said.append(("hour-assumed", says.format(count=doubts.no_hour, hour=clock(START_MIN))))
    if doubts.no_kind:
        said.append(("kind-assumed", _says_no_kind(doubts.no_kind)))
    return [_problem(label, code, says, lost=False) for code, says in said]


def _says_no_kind(titles: list[str]) -> str:
    says = ngettext(
        "{count} run does not say its kind{titles}; it is taken as easy",
        "{count} runs do not say their kind{titles}; they are taken as easy",
        len(titles),
    )
    common = [title for title, _count in Counter(titles).most_common(EXAMPLES_AT_MOST) if title]
    shown = f" ({', '.join(common)})" if common else ""
    return says.format(count=len(titles), titles=shown)


def _problem(where: str, code: str, says: str, *, lost: bool = True) -> Problem:
    return Problem(where=where, code=f"run-plan.{code}", says=says, lost=lost)
