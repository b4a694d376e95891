"""Everything of a runner as one archive: JSON that can be brought back, CSV for a spreadsheet."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from runwright import __version__
from runwright.domain.units import Units, counting_in
from runwright.domain.words import _
from runwright.formats.runner_toml import write_runner
from runwright.web.coach.models import record_of
from runwright.web.diary.models import TableDiary
from runwright.web.runner.models import RunnerRecord
from runwright.web.you.tables import row_values, tables

FORMAT, VERSION = "runwright-export", 1
HEAD, RUNNER, TABLES = "runwright.json", "runner.json", "tables/"
FORMULA_STARTS = ("=", "+", "-", "@")  # a spreadsheet would work these out
LOOKS = ("language", "units", "body", "palette", "voice", "is_sample", "steps")

RUN_COLUMNS = (
    *("started_at", "title", "distance_m", "duration_s", "ascent_m", "mean_heart_rate_bpm"),
    *("rpe", "kind", "indoor", "files"),
)
SET_COLUMNS = (
    *("session", "script", "started_at", "label", "exercise", "set", "side", "is_ramp"),
    *("reps", "hold_s", "load_kg", "rir", "session_effort_0_10", "session_note"),
)
MORNING_COLUMNS = ("day", "sleep_h", "stress_0_10", "soreness_0_10", "pains", "pain_free")
DECISION_COLUMNS = (
    *("decided_on", "decision", "kind", "about", "before", "after", "rule", "because"),
    *("first_day", "last_day", "in_your_words"),
)

Cells = Sequence[object]


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
        "runs.csv": _csv(RUN_COLUMNS, _runs(record)),
        "sessions.csv": _csv(SET_COLUMNS, _sets(record)),
        "check-ins.csv": _csv(MORNING_COLUMNS, _mornings(record)),
        "decisions.csv": _csv(DECISION_COLUMNS, _decisions(record)),
    }


def _read_me() -> str:
    return _(
        "Everything Runwright knows about you.\n\n"
        "The .csv files open in any spreadsheet: runs, every set you logged, mornings,\n"
        "and what you decided with the coach.\n"
        "The .json files hold the same and more, exactly: with them this archive can be brought\n"
        "back, on this machine or another. RUNNER.toml is for the command line.\n\n"
        "It holds health data. Keep it where you would keep a letter from your doctor.\n"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv(columns: Sequence[str], rows: Iterable[Cells]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue()


def _cell(value: object) -> object:
    """Return a cell; a text that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def _runs(record: RunnerRecord) -> list[Cells]:
    return [
        (
            run.started_at.isoformat(),
            run.title,
            run.distance_m,
            run.duration_s,
            run.ascent_m,
            run.mean_heart_rate_bpm,
            run.rpe,
            "" if run.kind_hint is None else run.kind_hint.value,
            run.indoor,
            "; ".join(one.label for one in run.sources),
        )
        for run in record.runs()
    ]


def _sets(record: RunnerRecord) -> list[Cells]:
    return [
        (
            session.id,
            session.script,
            session.started_at.isoformat(),
            one.label,
            one.exercise,
            one.number,
            "" if one.side is None else one.side.value,
            one.is_ramp,
            one.reps,
            one.hold_s,
            one.load_kg,
            one.rir,
            session.effort_0_10,
            session.note,
        )
        for session in TableDiary(record).sessions()
        for one in session.sets
    ]


def _mornings(record: RunnerRecord) -> list[Cells]:
    return [
        (
            told.day.isoformat(),
            told.sleep_h,
            told.stress_0_10,
            told.soreness_0_10,
            "; ".join(f"{one.region} {one.pain_0_10}" for one in told.pains),
            told.pain_free,
        )
        for told in (row.check_in for row in record.check_ins.filter(is_latest=True))
    ]


def _decisions(record: RunnerRecord) -> list[Cells]:
    with counting_in(Units.METRIC):  # as every other column
        return _lines(record)


def _lines(record: RunnerRecord) -> list[Cells]:
    return [
        (
            one.decided_on.isoformat(),
            one.decision.value,
            change.kind.value,
            change.about,
            "" if change.before is None else change.before.says,
            "" if change.after is None else change.after.says,
            change.rule,
            change.because,
            change.first_day.isoformat(),
            "" if change.last_day is None else change.last_day.isoformat(),
            one.because,
        )
        for one in record_of(record)
        for change in one.proposal.changes
    ]
