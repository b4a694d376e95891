"""Everything somebody gave, as a flat list of files to be read one by one."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from runwright.domain.problem import Problem
from runwright.formats.limits import MEGABYTE, Limits
from runwright.formats.plain import one_line
from runwright.formats.reasons import RefusedError, problem
from runwright.formats.unpack import Unpacked

# What computers leave in folders and archives; nobody put it there.
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".localized"})
LITTER_FOLDERS = frozenset({"__MACOSX", ".git", ".Spotlight-V100", ".Trashes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file to be read, on disk or in an archive.

    Attributes
    ----------
    label
        What the person knows it as: ``export.zip/activities/1.fit.gz``.
    name
        Its path inside the folder or archive, with forward slashes.
    read
        Gives its bytes; raises RefusedError or OSError.
    kind
        Where it lies: ``file`` or ``zip``.
    """

    label: str
    name: str
    read: Callable[[], Unpacked]
    kind: str = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Files that belong together: a folder, an archive, or one file by itself.

    Attributes
    ----------
    label
        What the person knows it as.
    entries
        By name.
    problems
        What could not even be listed.
    is_single
        Whether it is just a file that was named by itself.
    """

    label: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_single: bool = False


def folder(path: Path, limits: Limits) -> Collection:
    """Return all files under a folder, by name; links to folders are not followed."""
    label = label_of(path)
    names = sorted(PurePosixPath(*each.relative_to(path).parts) for each in _files_under(path))
    entries = tuple(
        file_entry(path / name, f"{label}/{text_of(str(name))}".lstrip("/"), str(name), limits)
        for name in names
    )
    empty = () if entries else (problem("file", "no-files", label),)
    return Collection(label=label, entries=entries, problems=empty)


def single(path: Path, limits: Limits) -> Collection:
    """Return one file by itself."""
    label = label_of(path)
    entry = file_entry(path, label, path.name, limits)
    return Collection(label=label, entries=(entry,), is_single=True)


def file_entry(path: Path, label: str, name: str, limits: Limits) -> Entry:
    """Return a file on disk, read only when it is asked for and not too large."""

    def read() -> Unpacked:
        if not path.is_file():  # a pipe or device would make us wait for ever
            raise RefusedError("not-a-file")
        if path.stat().st_size > limits.member_bytes:
            raise RefusedError("too-large", limit_mb=limits.member_bytes // MEGABYTE)
        return Unpacked(path.read_bytes())

    return Entry(label=label, name=name, read=read)


def label_of(path: Path) -> str:
    """Return the last part of a path: plans must not depend on where somebody keeps their files."""
    return text_of(path.name or path.resolve().name)


def text_of(name: str) -> str:
    """Return a file name that can be shown: no control characters, nothing undecodable."""
    return one_line(name.encode("utf-8", errors="replace").decode("utf-8"))


def is_litter(name: str) -> bool:
    """Whether a path is something a computer left there by itself."""
    parts = PurePosixPath(name).parts
    return (
        not parts
        or parts[-1] in LITTER
        or parts[-1].startswith("._")
        or any(part in LITTER_FOLDERS for part in parts[:-1])
    )


def _files_under(path: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if name not in LITTER_FOLDERS)
        yield from (Path(place) / name for name in files if not is_litter(name))
