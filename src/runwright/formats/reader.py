"""The importer of runs: any mix of files, folders and archives, each read as what it is."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from runwright.domain.problem import Imported, Problem
from runwright.domain.run import Run
from runwright.formats.entries import Collection, Entry, text_of
from runwright.formats.gathered import gathered
from runwright.formats.given import given, zip_inside
from runwright.formats.limits import LIMITS, Limits
from runwright.formats.plausible import judge, not_a_run
from runwright.formats.read_file import read_file
from runwright.formats.reasons import RefusedError, problem
from runwright.formats.recording import Recording
from runwright.formats.sniff import Content, content_of, is_media, said_of_media
from runwright.formats.sports import Sport
from runwright.formats.strava_files import recordings_by_file
from runwright.formats.unpack import ArchiveTooLargeError, Budget, Unpacked, gunzip
from runwright.usecases.import_runs import ImportRuns, Progress


def import_runs(
    paths: Sequence[Path], *, now: datetime, progress: Progress | None = None
) -> Imported[Run]:
    """Return every run in files, folders and archives once, by start, and what was doubtful.

    Parameters
    ----------
    paths
        FIT, GPX, TCX, CSV, gzip and zip of them, folders, exports of Strava and Garmin.
    now
        Aware. Nothing later has been run; its zone is the runner's.
    progress
        Called after every file with how many are done, and how many there are.

    Raises
    ------
    ValueOutOfRangeError
        If `now` names no zone.
    """
    return ImportRuns(read_runs)(paths, now=now, progress=progress)


def read_runs(
    paths: Sequence[Path],
    *,
    now: datetime,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Imported[Run]:
    """Return all runs in `paths` in the order they were found, and twice those that came twice.

    Parameters
    ----------
    limits
        Where reading stops.
    """
    with ExitStack() as open_files:
        budget = Budget(limits)
        collections = given(paths, budget, open_files)
        total = sum(len(collection.entries) for collection in collections)
        work = _Work(now, budget, _Ticker(progress, total))
        for collection in collections:
            work.read(collection, archives=0)
    return Imported(items=tuple(work.runs), problems=tuple(work.problems))


@dataclass(slots=True)
class _Ticker:
    """Counts files and tells whoever listens."""

    progress: Progress | None
    total: int
    done: int = 0

    def tick(self) -> None:
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.total)


@dataclass(frozen=True, slots=True)
class _Inside:
    """Where a file lies.

    Attributes
    ----------
    collection
        The folder or archive.
    archives
        How many archives that is in.
    told
        What the export's own table says of its files, by their names.
    """

    collection: Collection
    archives: int
    told: Mapping[str, Recording]


@dataclass(slots=True)
class _Work:
    """One import under way: what was found so far, and what went wrong."""

    now: datetime
    budget: Budget
    ticker: _Ticker
    runs: list[Run] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, collection: Collection, *, archives: int) -> None:
        """Read all files of a collection."""
        self.problems.extend(collection.problems)
        before = len(self.problems)
        inside = _Inside(collection, archives, recordings_by_file(collection))
        for entry in collection.entries:
            try:
                self._read_entry(entry, inside)
            except ArchiveTooLargeError as refused:
                self.problems.append(refused.refusal.about("zip", collection.label))
                break
            except RefusedError as refused:
                self.problems.append(refused.refusal.about(entry.kind, entry.label))
            except OSError as fault:
                why = text_of(fault.strerror or type(fault).__name__)
                self.problems.append(problem(entry.kind, "unreadable", entry.label, why=why))
            if archives == 0:
                self.ticker.tick()
        self.problems[before:] = gathered(self.problems[before:], collection.label)

    def _read_entry(self, entry: Entry, inside: _Inside) -> None:
        """Read one file, unless the export it belongs to says that it is no run."""
        told = inside.told.get(entry.name)
        left_out = None if told is None else not_a_run(told, entry.label)
        if left_out is not None:
            self.problems.append(left_out)
            return
        if not inside.collection.is_single and is_media(entry.name):
            self.problems.append(
                problem("file", "other-file", entry.label, content=said_of_media())
            )
            return
        data, content = self._unpacked(entry)
        if content is Content.ZIP:
            self._read_zip(data, entry.label, inside.archives + 1)
            return
        read = self._understood(data, content, entry, inside)
        self.problems.extend(read.problems)
        for recording in read.items:
            is_told_run = told is not None and told.sport is Sport.RUN
            self._judge(replace(recording, sport=Sport.RUN) if is_told_run else recording)

    def _unpacked(self, entry: Entry) -> tuple[bytes, Content]:
        """Return the bytes of a file, out of its gzip if it is in one, and what they are."""
        unpacked = self._whole(entry.read(), entry)
        content = content_of(unpacked)
        if content is not Content.GZIP:
            return unpacked, content
        unpacked = self._whole(gunzip(unpacked, self.budget), entry)
        content = content_of(unpacked)
        if content is Content.GZIP:
            raise RefusedError("too-deep")
        return unpacked, content

    def _whole(self, unpacked: Unpacked, entry: Entry) -> bytes:
        """Return the bytes, and note when some are missing at their end."""
        if unpacked.is_cut:
            self.problems.append(problem(entry.kind, "cut-short", entry.label))
        return unpacked.data

    def _read_zip(self, data: bytes, label: str, archives: int) -> None:
        if archives > self.budget.limits.archive_depth:
            raise RefusedError("too-deep")
        self.read(zip_inside(data, label, self.budget), archives=archives)

    def _understood(
        self, data: bytes, content: Content, entry: Entry, inside: _Inside
    ) -> Imported[Recording]:
        """Return what a file says; a file that trips us must not cost the others."""
        is_single = inside.collection.is_single
        try:
            return read_file(data, content, entry.label, self.now, is_single=is_single)
        except Exception as fault:  # noqa: BLE001  # any bytes may come; each known kind has a name
            why = type(fault).__name__
            return Imported(problems=(problem("file", "not-understood", entry.label, why=why),))

    def _judge(self, recording: Recording) -> None:
        judged = judge(recording, now=self.now)
        self.runs.extend(judged.items)
        self.problems.extend(judged.problems)
