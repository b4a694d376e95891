"""Bringing runs in: read whatever was given, make one of each run that arrived several times."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.problem import Imported
from runwright.domain.run import Run
from runwright.usecases.same_run import merge_same_runs

Progress = Callable[[int, int], None]


class ReadsRuns(Protocol):
    """What an import needs of the file formats: the port `formats.reader` is plugged into."""

    def __call__(
        self, paths: Sequence[Path], *, now: datetime, progress: Progress | None = None
    ) -> Imported[Run]:
        """Return all runs of files, folders and archives, duplicates included."""


class ImportRuns:
    """Reads runs from files and hands each of them out once."""

    def __init__(self, read: ReadsRuns) -> None:
        self._read = read

    def __call__(
        self, paths: Sequence[Path], *, now: datetime, progress: Progress | None = None
    ) -> Imported[Run]:
        """Return the runs in `paths`, by start, and what could not be read and why.

        Parameters
        ----------
        paths
            Files, folders and archives, in any mix.
        now
            Aware. Nothing later has been run; its zone is the runner's.
        progress
            Called after every file with how many are done, and how many there are.

        Raises
        ------
        ValueOutOfRangeError
            If `now` names no zone.
        """
        if now.tzinfo is None:
            raise ValueOutOfRangeError("now", now, "a time with its zone")
        read = self._read(paths, now=now, progress=progress)
        return Imported(items=merge_same_runs(read.items), problems=read.problems)
