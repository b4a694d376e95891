"""Runs read in the background: files put aside, read in a thread of their own, told as it goes.

Rule for the next author: the files stay until their runs are in the tables, so a reading that was
cut off is begun again and nothing is lost.
"""

import logging
import shutil
import threading
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from django.db import close_old_connections, connection, transaction
from django.utils import timezone

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _
from runwright.formats.plain import one_line
from runwright.formats.reader import import_runs
from runwright.web.clock import now_in
from runwright.web.runner.models import ReadingState, RunnerRecord, RunReading

if TYPE_CHECKING:  # Django's files take a type only while types are checked
    from collections.abc import Iterable

    from django.core.files.base import File

TELL_EVERY_S = 0.4
NAME_AT_MOST = 120
PROBLEMS_AT_MOST = 2_000  # kept; an archive of photographs has one for each
log = logging.getLogger(__name__)


class NothingHandedInError(RunwrightError):
    """An upload without a file, or with empty ones only."""

    code = "reading.nothing"

    def __init__(self, says: str) -> None:
        self.says = says
        super().__init__(says)


def take_in(runner: RunnerRecord, files: "Iterable[File[bytes]]") -> RunReading:
    """Put files aside and return their import, not begun yet.

    Raises
    ------
    NothingHandedInError
        If there is no file, or all are empty.
    OSError
        If they cannot be written, as on a full disk; nothing is left behind.
    """
    given = list(files)
    if not given:
        raise NothingHandedInError(_("No file was chosen. Choose one, then press Read my runs."))
    whole = [one for one in given if one.size]
    if not whole:
        raise NothingHandedInError(
            _("The file is empty, so there is nothing to read. Export it again, or choose another.")
        )
    reading = RunReading.objects.create(
        runner=runner,
        names=[one_line(one.name or "")[:NAME_AT_MOST] for one in whole],
        size_bytes=sum(one.size or 0 for one in whole),
    )
    try:
        _put_aside(reading, whole)
    except OSError:
        clear_away(reading)
        reading.delete()
        raise
    return reading


def begin(reading: RunReading) -> None:
    """Read it in the background."""
    thread = threading.Thread(target=_in_own_thread, args=(reading.pk,), daemon=True)
    thread.start()


def go_on(reading: RunReading) -> None:
    """Begin again what was cut off, for instance when the program was stopped."""
    now = timezone.now()
    if not reading.is_silent(now):
        return
    taken = RunReading.objects.filter(pk=reading.pk, beat_at=reading.beat_at).update(beat_at=now)
    if taken:
        begin(reading)


def read_now(reading: RunReading) -> None:
    """Read the files of an import, write the runs down and clear the files away."""
    telling = _Telling(reading)
    try:
        zone = reading.runner.runner.timezone
        paths = sorted(one for one in reading.folder.rglob("*") if one.is_file())
        read = import_runs(paths, now=now_in(zone), progress=telling.progress)
    except Exception:  # any bytes may come; the person gets a sentence, the log the trace
        log.exception("import %s", reading.pk)
        _end(reading, fault=_("Reading stopped half-way. Your files were not changed. Try again."))
        return
    with transaction.atomic():
        runner = RunnerRecord.objects.get(pk=reading.runner_id)
        reading.added = runner.add_runs(read.items)
        reading.found = len(read.items)
        reading.problems = [asdict(one) for one in read.problems[:PROBLEMS_AT_MOST]]
        _end(reading)
    clear_away(reading)


def clear_away(reading: RunReading) -> None:
    """Delete the files of an import."""
    shutil.rmtree(reading.folder, ignore_errors=True)


def _put_aside(reading: RunReading, files: "list[File[bytes]]") -> None:
    reading.folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(files):
        name = PurePath(one_line(one.name or "")[-NAME_AT_MOST:].replace("\\", "/")).name
        target = reading.folder / (f"{number}" if len(files) > 1 else ".") / (name or "runs")
        target.parent.mkdir(exist_ok=True)
        with Path(target).open("wb") as opened:
            opened.writelines(one.chunks())


def _in_own_thread(number: int) -> None:
    close_old_connections()
    try:
        reading = RunReading.objects.select_related("runner").filter(pk=number).first()
        if reading is not None:
            read_now(reading)
    finally:
        connection.close()


def _end(reading: RunReading, *, fault: str = "") -> None:
    reading.state = ReadingState.FAILED if fault else ReadingState.DONE
    reading.fault = fault
    reading.done = reading.total
    reading.beat_at = timezone.now()
    reading.save()


class _Telling:
    """Writes down how far the reading is, not more often than somebody can look."""

    def __init__(self, reading: RunReading) -> None:
        self._reading, self._told_at = reading, timezone.now()

    def progress(self, done: int, total: int) -> None:
        """Take note that some of the files are read."""
        now = timezone.now()
        self._reading.done, self._reading.total = done, total
        if (now - self._told_at).total_seconds() < TELL_EVERY_S:
            return
        self._told_at = now
        RunReading.objects.filter(pk=self._reading.pk).update(done=done, total=total, beat_at=now)
