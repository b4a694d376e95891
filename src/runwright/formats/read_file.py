"""One file's bytes to the activities in it, read as what they are, not as they are called."""

from collections import Counter
from datetime import datetime
from pathlib import PurePosixPath

from runwright.domain.problem import Imported, Problem
from runwright.formats.csv_columns import is_table_of_runs
from runwright.formats.csv_runs import read_runs_table
from runwright.formats.csv_table import Table, read_table
from runwright.formats.fit.read import read_fit
from runwright.formats.garmin import read_garmin
from runwright.formats.gpx import read_gpx
from runwright.formats.reasons import RefusedError, problem
from runwright.formats.recording import Recording
from runwright.formats.sniff import Content, said
from runwright.formats.sports import Sport, said_of_several
from runwright.formats.strava import is_strava, read_strava
from runwright.formats.tcx import read_tcx

TABLE_HEAD_BYTES = 1 << 16
CLAIMS = frozenset({".fit", ".gpx", ".tcx"})
TABLES = frozenset({".csv", ".tsv"})


def read_file(
    data: bytes, content: Content, label: str, now: datetime, *, is_single: bool
) -> Imported[Recording]:
    """Return the activities in a file that is no archive, and what was wrong with it.

    Parameters
    ----------
    data, content
        Its bytes, and what they are.
    label
        File as the person knows it.
    now
        Aware.
    is_single
        Whether it was named by itself, and not found in a folder or archive.
    """
    readers = {Content.FIT: read_fit, Content.GPX: read_gpx, Content.TCX: read_tcx}
    if content in readers:
        try:
            return readers[content](data, label, now)
        except RefusedError as refused:
            return Imported(problems=(refused.refusal.about(content.value, label),))
    if content is Content.GARMIN_SUMMARIES:
        return runs_of_list(read_garmin(data, label), label, "garmin")
    if content is Content.TEXT:
        return _read_text(data, label, now, is_single=is_single)
    return Imported(problems=(_no_run_in(data, content, label, is_single=is_single),))


def runs_of_list(read: Imported[Recording], label: str, kind: str) -> Imported[Recording]:
    """Return the runs of a long list of activities, and one sentence about all the others."""
    others = [item for item in read.items if item.sport not in {Sport.RUN, Sport.UNTOLD}]
    if not others:
        return read
    counts = Counter(said_of_several(item.sport) for item in others)
    sports = ", ".join(f"{sport}: {count}" for sport, count in sorted(counts.items()))
    left_out = problem(kind, "not-runs", label, sports=sports)
    return Imported(
        items=tuple(item for item in read.items if item not in others),
        problems=(*read.problems, left_out),
    )


def _read_text(data: bytes, label: str, now: datetime, *, is_single: bool) -> Imported[Recording]:
    """Return the runs of a table; other texts hold none."""
    head = read_table(data[:TABLE_HEAD_BYTES])
    if is_strava(head):
        return strava_runs(read_table(data), label)
    if is_table_of_runs(head.header) or (is_single and _ending(label) in TABLES):
        return read_runs_table(read_table(data), label, now)
    return Imported(problems=(_no_run_in(data, Content.TEXT, label, is_single=is_single),))


def strava_runs(table: Table, label: str) -> Imported[Recording]:
    """Return the runs of a Strava export's table, and what to know about it."""
    read = read_strava(table, label)
    about = []
    if read.by_place:
        about.append(problem("strava", "by-place", label))
    if read.broken_line is not None:
        about.append(problem("strava", "damaged-table", label, line=read.broken_line))
    items = tuple(row.recording for row in read.rows)
    # Without a type we read, only the recorded files can tell what an activity was.
    known = tuple(item for item in items if item.sport is not Sport.UNTOLD)
    return runs_of_list(Imported(items=known, problems=tuple(about)), label, "strava")


def _no_run_in(data: bytes, content: Content, label: str, *, is_single: bool) -> Problem:
    """Return why a file holds no run: loud when it was named or claims to be one, else quiet."""
    if content is Content.EMPTY:
        return problem("file", "empty", label)
    if content is Content.APPLE_HEALTH:
        return problem("file", "apple-health", label)
    loud = is_single or _ending(label) in CLAIMS
    reason = "wrong-type" if loud else "other-file"
    return problem("file", reason, label, content=said(data, content))


def _ending(label: str) -> str:
    """Return the ending of a name, that of what is packed in it: `.gpx` of `1.gpx.gz`."""
    return PurePosixPath(label.lower().removesuffix(".gz")).suffix
