"""The rows of a running plan in JSON: ``{"runs": [{"date": …, "minutes": …}]}``, or the list."""

import json
import math

from runwright.domain.problem import Imported, Problem
from runwright.domain.words import _
from runwright.formats.run_plan_row import ROWS_AT_MOST, Row
from runwright.formats.run_plan_table import fields_of


def rows_of_json(text: str, label: str) -> Imported[Row]:
    """Rows of a JSON text; keys are understood like the headings of a table."""
    try:
        read = json.loads(text)
    except json.JSONDecodeError as error:
        says = _("the JSON is broken: {what}").format(what=error.msg)
        where = _("{label}, line {line}").format(label=label, line=error.lineno)
        return Imported(problems=(Problem(where=where, code="run-plan.broken", says=says),))
    except (RecursionError, ValueError):
        says = _("the JSON is nested too deeply, or a number in it is too long")
        return Imported(problems=(Problem(where=label, code="run-plan.broken", says=says),))
    entries = read.get("runs") if isinstance(read, dict) else read
    if not isinstance(entries, list):
        says = _('no runs are in it; expected {"runs": [{"date": "2026-11-24", "minutes": 50}]}')
        return Imported(problems=(Problem(where=label, code="run-plan.no-runs", says=says),))
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries[: ROWS_AT_MOST + 1], start=1):
        where = _("{label}, run {number}").format(label=label, number=number)
        if isinstance(entry, dict):
            rows.append(Row(where=where, cells=_cells(entry)))
        else:
            says = _("this is no run; expected one as {example}")
            words = says.format(example='{"date": "2026-11-24", "minutes": 50}')
            problems.append(Problem(where=where, code="run-plan.no-run", says=words))
    return Imported(items=tuple(rows), problems=tuple(problems))


def _cells(entry: dict[str, object]) -> dict[str, str]:
    names = fields_of(list(entry))
    return {
        name: text
        for name, value in zip(names, entry.values(), strict=True)
        if name and (text := _text(value))
    }


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:g}" if math.isfinite(value) and abs(value) < 1e6 else str(value)  # noqa: PLR2004
