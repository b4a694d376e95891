"""Zip archives from strangers: listed with care, unpacked in memory, never onto the disk."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from runwright.domain.problem import Problem
from runwright.formats.entries import Collection, Entry, is_litter, text_of
from runwright.formats.limits import MEGABYTE
from runwright.formats.reasons import RefusedError, problem
from runwright.formats.unpack import CHUNK_BYTES, Budget, Gauge, Unpacked

FORMAT = "zip"
END_MARK = b"PK\x05\x06"
END_BYTES, LONGEST_COMMENT_BYTES = 22, 65_535
DIRECTORY_SIZE_AT = 12
LONGER_THAN_32_BITS = 0xFFFFFFFF
BIG_END_MARK, BIG_END_BYTES, BIG_DIRECTORY_SIZE_AT = b"PK\x06\x06", 56, 40  # zip64
ENCRYPTED = 0x1
READABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
DRIVE = re.compile(r"[A-Za-z]:")
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error)


def opened_zip(file: BinaryIO, label: str, budget: Budget) -> Collection:
    """Return the files of a zip; `file` must stay open while they are read.

    Raises
    ------
    RefusedError
        If it is damaged, or holds more than the limits allow.
    """
    limits = budget.limits
    if directory_bytes(file) > limits.directory_bytes:
        raise RefusedError("too-many-members", limit=limits.members)
    try:
        archive = zipfile.ZipFile(file)
    except (*UNREADABLE, NotImplementedError) as fault:
        raise RefusedError("damaged", why=text_of(str(fault))) from fault
    members = [each for each in archive.infolist() if not each.is_dir()]
    if len(members) > limits.members:
        raise RefusedError("too-many-members", limit=limits.members)
    kept = [each for each in members if not is_litter(each.filename)]
    entries = tuple(
        _entry(archive, each, f"{label}/{text_of(each.filename)}", budget)
        for each in sorted(kept, key=lambda each: each.filename)
        if not is_unsafe(each.filename)
    )
    return Collection(label=label, entries=entries, problems=_about(kept, label))


def _about(members: list[zipfile.ZipInfo], label: str) -> tuple[Problem, ...]:
    """Return what is wrong with the list of files, before any of them is read."""
    if not members:
        return (problem("file", "no-files", label),)
    unsafe = sorted(text_of(each.filename) for each in members if is_unsafe(each.filename))
    return tuple(problem(FORMAT, "unsafe-name", f"{label}/{name}") for name in unsafe)


def directory_bytes(file: BinaryIO) -> int:
    """Return how long a zip says its table of contents is; it is read whole by whoever opens it.

    Raises
    ------
    RefusedError
        If there is none: the archive breaks off before its end.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - END_BYTES - LONGEST_COMMENT_BYTES))
    tail = file.read()
    at = tail.rfind(END_MARK)
    if at < 0 or at + END_BYTES > len(tail):
        raise RefusedError("damaged", why="no table of contents")
    (length,) = struct.unpack_from("<I", tail, at + DIRECTORY_SIZE_AT)
    if length == LONGER_THAN_32_BITS:
        at = tail.rfind(BIG_END_MARK, 0, at)
        if at < 0 or at + BIG_END_BYTES > len(tail):
            raise RefusedError("damaged", why="no table of contents")
        (length,) = struct.unpack_from("<Q", tail, at + BIG_DIRECTORY_SIZE_AT)
    return int(length)


def is_unsafe(name: str) -> bool:
    """Whether a member's name would lead outside the folder it is unpacked in."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return name.startswith(("/", "\\")) or ".." in parts or DRIVE.match(name) is not None


def _entry(archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, budget: Budget) -> Entry:
    def read() -> Unpacked:
        limits = budget.limits
        if member.flag_bits & ENCRYPTED:
            raise RefusedError("encrypted")
        if member.compress_type not in READABLE:
            raise RefusedError("unknown-packing")
        if member.file_size > limits.member_bytes:
            raise RefusedError("too-large", limit_mb=limits.member_bytes // MEGABYTE)
        return _unpacked(archive, member, Gauge(budget, member.compress_size))

    return Entry(label=label, name=member.filename, read=read, kind=FORMAT)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, gauge: Gauge) -> Unpacked:
    """Return what comes out of a member, up to where it breaks."""
    chunks: list[bytes] = []
    try:
        for chunk in _chunks(archive, member):
            gauge.count(len(chunk))
            chunks.append(chunk)
    except (*UNREADABLE, NotImplementedError, RuntimeError) as fault:
        if not chunks:
            raise RefusedError("damaged", why=text_of(str(fault))) from fault
        return Unpacked(b"".join(chunks), is_cut=True)
    return Unpacked(b"".join(chunks))


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk
