"""Everything of a runner as one archive: JSON that can be brought back, CSV for a spreadsheet."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from runwright import __version__
from runwright.domain.words import _
from runwright.formats.runner_toml import write_runner
from runwright.web.diary.models import TableDiary
from runwright.web.runner.models import RunnerRecord
from runwright.web.you.tables import row_values, tables

FORMAT, VERSION = "runwright-export", 1
HEAD, RUNNER, TABLES = "runwright.json", "runner.json", "tables/"
FORMULA_STARTS = ("=", "+", "-", "@")  # a spreadsheet would work these out
LOOKS = ("language", "units", "body", "palette", "voice", "is_sample", "steps")

Cells = Mapping[str, Any]


def archive(record: RunnerRecord, now: datetime) -> bytes:
    """Return the archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in _files(record, now).items():
            opened.writestr(name, text)
    return packed.getvalue()


def _files(record: RunnerRecord, now: datetime) -> dict[str, str]:
    head = {"format": FORMAT, "version": VERSION, "program": __version__, "made_at": str(now)}
    looks = {name: getattr(record, name) for name in LOOKS}
    told = {"document": record.document, "told_at": record.told_at.isoformat(), **looks}
    rows = {
        table.name: [row_values(row) for row in table.rows(record).iterator()] for table in tables()
    }
    return {
        "README.txt": _read_me(),
        HEAD: _json(head | {"tables": {name: len(found) for name, found in rows.items()}}),
        RUNNER: _json(told),
        "RUNNER.toml": write_runner(record.runner),
        **{f"{TABLES}{name}.json": _json(found) for name, found in rows.items()},
        "runs.csv": _csv(_runs(record)),
        "sessions.csv": _csv(_sets(record)),
        "check-ins.csv": _csv(_mornings(record)),
    }


def _read_me() -> str:
    return _(
        "Everything Runwright knows about you.\n\n"
        "The .csv files open in any spreadsheet: runs, every set you logged, mornings.\n"
        "The .json files hold the same and more, exactly: with them this archive can be brought\n"
        "back, on this machine or another. RUNNER.toml is for the command line.\n\n"
        "It holds health data. Keep it where you would keep a letter from your doctor.\n"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Iterable[Cells]) -> str:
    found = list(rows)
    written = io.StringIO()
    if found:
        columns = list(found[0])
        writer = csv.writer(written)
        writer.writerow(columns)
        writer.writerows([_cell(row[name]) for name in columns] for row in found)
    return written.getvalue()


def _cell(value: object) -> object:
    """Return a cell; a text that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def _runs(record: RunnerRecord) -> list[Cells]:
    return [
        {
            "started_at": run.started_at.isoformat(),
            "title": run.title,
            "distance_m": run.distance_m,
            "duration_s": run.duration_s,
            "ascent_m": run.ascent_m,
            "mean_heart_rate_bpm": run.mean_heart_rate_bpm,
            "rpe": run.rpe,
            "kind": "" if run.kind_hint is None else run.kind_hint.value,
            "indoor": run.indoor,
            "files": "; ".join(one.label for one in run.sources),
        }
        for run in record.runs()
    ]


def _sets(record: RunnerRecord) -> list[Cells]:
    return [
        {
            "session": session.id,
            "script": session.script,
            "started_at": session.started_at.isoformat(),
            "label": one.label,
            "exercise": one.exercise,
            "set": one.number,
            "side": "" if one.side is None else one.side.value,
            "is_ramp": one.is_ramp,
            "reps": one.reps,
            "hold_s": one.hold_s,
            "load_kg": one.load_kg,
            "rir": one.rir,
            "session_effort_0_10": session.effort_0_10,
            "session_note": session.note,
        }
        for session in TableDiary(record).sessions()
        for one in session.sets
    ]


def _mornings(record: RunnerRecord) -> Sequence[Cells]:
    return [
        {
            "day": told.day.isoformat(),
            "sleep_h": told.sleep_h,
            "stress_0_10": told.stress_0_10,
            "soreness_0_10": told.soreness_0_10,
            "pains": "; ".join(f"{one.region} {one.pain_0_10}" for one in told.pains),
            "pain_free": told.pain_free,
        }
        for told in (row.check_in for row in record.check_ins.all())
    ]
