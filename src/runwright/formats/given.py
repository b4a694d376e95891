"""What somebody gave, opened far enough to list its files: folders, archives, single files."""

import io
import mmap
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from runwright.formats.broken_zips import Bytes, salvaged
from runwright.formats.entries import Collection, folder, label_of, single, text_of
from runwright.formats.reasons import RefusedError, problem
from runwright.formats.unpack import Budget
from runwright.formats.zips import opened_zip

OFFICE_MEMBER = "[Content_Types].xml"
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")


def given(paths: Sequence[Path], budget: Budget, open_files: ExitStack) -> list[Collection]:
    """Return the files of each path, in the order given; a path given twice counts once.

    Parameters
    ----------
    open_files
        Keeps archives open until the import is done.
    """
    distinct = {_resolved(path): path for path in reversed(paths)}
    return [_given(path, budget, open_files) for path in reversed(distinct.values())]


def zip_inside(data: bytes, label: str, budget: Budget) -> Collection:
    """Return the files of a zip that was found in another archive."""
    return _zip(io.BytesIO(data), data, label, budget)


def _given(path: Path, budget: Budget, open_files: ExitStack) -> Collection:
    label = label_of(path)
    try:
        if path.is_dir():
            return folder(path, budget.limits)
        if not path.exists():
            return Collection(label=label, problems=(problem("file", "missing", label),))
        if path.is_file() and _is_zip(path):
            file = open_files.enter_context(path.open("rb"))
            mapped = open_files.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            return _zip(file, mapped, label, budget)
        return single(path, budget.limits)
    except OSError as fault:
        why = text_of(fault.strerror or type(fault).__name__)
        return Collection(label=label, problems=(problem("file", "unreadable", label, why=why),))


def _zip(file: BinaryIO, data: Bytes, label: str, budget: Budget) -> Collection:
    """Return the files of a zip, or of what arrived of it."""
    try:
        found = opened_zip(file, label, budget)
    except RefusedError as refused:
        kept = salvaged(data, label, budget) if refused.refusal.reason == "damaged" else ()
        if not kept:
            return Collection(label=label, problems=(refused.refusal.about("zip", label),))
        cut = problem("zip", "cut-short", label)
        return Collection(label=label, entries=kept, problems=(cut,))
    if any(entry.name == OFFICE_MEMBER for entry in found.entries):
        office = problem("file", "office", label)
        return Collection(label=label, problems=(office,))
    return found


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ZIP_STARTS[0])) in ZIP_STARTS


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle, as newer and older Pythons say it
        return path
