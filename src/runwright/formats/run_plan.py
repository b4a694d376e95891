"""A running plan the runner brings: CSV, JSON or a calendar file, told apart by what is in it.

A calendar (ICS) is read event by event, see `run_plan_ics`. Tables (CSV) have a line for each run
and a heading that names the columns, in any order and several languages:

    date,time,kind,minutes,km,title
    2026-11-24,06:15,quality,60,11,6 x 800 m
    2026-11-29,08:00,long,95,16,

JSON holds the same, `{"runs": [{"date": "2026-11-24", "time": "06:15", "kind": "quality",
"minutes": 60, "km": 11, "title": "6 x 800 m"}]}`, or the list alone. Only the date is needed: what
is missing is estimated, and said to be.
"""

from datetime import date, tzinfo
from pathlib import Path

from runwright.domain.problem import Imported, Problem
from runwright.domain.run import PlannedRun
from runwright.domain.words import _
from runwright.formats.ics_lines import BYTES_AT_MOST, PROBLEMS_AT_MOST
from runwright.formats.run_plan_ics import runs_of_calendar
from runwright.formats.run_plan_json import rows_of_json
from runwright.formats.run_plan_row import ROWS_AT_MOST, planned_runs, read_rows
from runwright.formats.run_plan_table import rows_of_table

LOOKED_AT = 4096  # bytes that tell a calendar from a table
ROWS_BYTES_AT_MOST = 5_000_000  # a line of text for every day of a century is 2 MB


def read_run_plan(
    source: Path | bytes, *, timezone: tzinfo, first: date, last: date, label: str = ""
) -> Imported[PlannedRun]:
    """Planned runs of a file from `first` to `last`, in order of time; rest and strength left out.

    Parameters
    ----------
    source
        The file, or its content.
    timezone
        The runner's zone; calendars are told in it.
    first, last
        Days of the season, both included.
    label
        Name of the file as the person knows it; '' takes the name of the path.
    """
    label = label or (source.name if isinstance(source, Path) else _("run plan"))
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                source = file.read(BYTES_AT_MOST + 1)
        except OSError as error:
            return _nothing(label, "not-readable", str(error.strerror or error))
    head = source[:LOOKED_AT].replace(b"\x00", b"").upper()
    if b"BEGIN:VCALENDAR" in head or b"BEGIN:VEVENT" in head:
        planned = runs_of_calendar(source, timezone=timezone, first=first, last=last, label=label)
    else:
        planned = _runs_of_rows(source, first=first, last=last, label=label)
    if planned.items or planned.problems:
        return planned
    says = _("no run is in it between {first} and {last}").format(first=first, last=last)
    return _nothing(label, "no-runs", says)


def _runs_of_rows(data: bytes, *, first: date, last: date, label: str) -> Imported[PlannedRun]:
    if not data.strip():
        return _nothing(label, "empty", _("the file is empty"))
    if len(data) > ROWS_BYTES_AT_MOST:
        says = _("the file is {size} MB large; a running plan of more than {most} MB is not read")
        most = ROWS_BYTES_AT_MOST // 10**6
        return _nothing(label, "too-large", says.format(size=len(data) // 10**6, most=most))
    text = _text(data)
    if text is None:
        says = _("this is no running plan; expected a calendar (ICS), a table (CSV) or JSON")
        return _nothing(label, "not-a-plan", says)
    of_rows = rows_of_json if text.lstrip()[:1] in {"{", "["} else rows_of_table
    rows = of_rows(text, label)
    told = read_rows(rows.items[:ROWS_AT_MOST], first=first, last=last, label=label)
    planned = planned_runs(told.items, first=first, last=last, label=label)
    problems = _at_most((*rows.problems, *told.problems), label)
    if len(rows.items) > ROWS_AT_MOST:
        words = _("only the first {most} rows are read").format(most=ROWS_AT_MOST)
        problems = (Problem(where=label, code="run-plan.too-many", says=words), *problems)
    return Imported(items=planned.items, problems=(*problems, *planned.problems))


def _at_most(problems: tuple[Problem, ...], label: str) -> tuple[Problem, ...]:
    """Return what one reader can act on; the rest is counted."""
    more = len(problems) - PROBLEMS_AT_MOST
    if more <= 0:
        return problems
    says = _("{count} more problems of this kind are not listed").format(count=more)
    return (*problems[:PROBLEMS_AT_MOST], Problem(where=label, code="run-plan.more", says=says))


def _text(data: bytes) -> str | None:
    """Return the text of a file; None for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _nothing(label: str, code: str, says: str) -> Imported[PlannedRun]:
    return Imported(problems=(Problem(where=label, code=f"run-plan.{code}", says=says),))
