"""Unpacking without being flooded: every byte is counted while it comes out."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from runwright.formats.limits import MEGABYTE, Limits
from runwright.formats.reasons import RefusedError

CHUNK_BYTES = 1 << 20
GZIP_WINDOW, RAW_WINDOW = 31, -15  # what zlib calls the formats


class ArchiveTooLargeError(RefusedError):
    """An archive has unpacked to more than all runs of a life."""

    def __init__(self, limit_mb: int) -> None:
        super().__init__("archive-too-large", limit_mb=limit_mb)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a packed file, and whether it stopped too early."""

    data: bytes
    is_cut: bool = False


@dataclass(slots=True)
class Budget:
    """How many bytes may still come out of everything one person gave at once."""

    limits: Limits
    spent_bytes: int = 0

    def spend(self, size: int) -> None:
        """Count `size` bytes.

        Raises
        ------
        ArchiveTooLargeError
            When they are too many in all.
        """
        self.spent_bytes += size
        if self.spent_bytes > self.limits.archive_bytes:
            raise ArchiveTooLargeError(self.limits.archive_bytes // MEGABYTE)


@dataclass(slots=True)
class Gauge:
    """Counts what comes out of one packed file, and refuses it when it is no recording."""

    budget: Budget
    packed_bytes: int
    size: int = 0

    def count(self, size: int) -> None:
        """Count `size` bytes.

        Raises
        ------
        RefusedError
            When the file is too large, or shrank more than recordings do.
        """
        limits = self.budget.limits
        self.size += size
        if self.size > limits.member_bytes:
            raise RefusedError("too-large", limit_mb=limits.member_bytes // MEGABYTE)
        if self.size > max(limits.ratio_from_bytes, limits.ratio * self.packed_bytes):
            raise RefusedError("bomb", ratio=limits.ratio)
        self.budget.spend(size)


def gunzip(data: bytes, budget: Budget) -> Unpacked:
    """Return what a gzip file holds, all its parts one after the other, damaged ends left off.

    Raises
    ------
    RefusedError
        If it unpacks to more than the limits allow, or is no gzip at all.
    """
    chunks: list[bytes] = []
    gauge, rest = Gauge(budget, len(data)), data
    while rest[:2] == b"\x1f\x8b":
        part = zlib.decompressobj(GZIP_WINDOW)
        if not _inflate(part, rest, gauge, chunks.append):
            return _kept(chunks, is_cut=True)
        rest = part.unused_data
    return _kept(chunks, is_cut=False)


def inflate(data: bytes, budget: Budget) -> Unpacked:
    """Return what a deflated member of a zip holds, up to where it breaks.

    Raises
    ------
    RefusedError
        If it unpacks to more than the limits allow, or nothing comes out.
    """
    chunks: list[bytes] = []
    is_whole = _inflate(
        zlib.decompressobj(RAW_WINDOW), data, Gauge(budget, len(data)), chunks.append
    )
    return _kept(chunks, is_cut=not is_whole)


def _inflate(
    stream: "zlib._Decompress", data: bytes, gauge: Gauge, keep: Callable[[bytes], None]
) -> bool:
    """Whether a stream came out whole; each chunk is counted, then kept."""
    rest = data
    while not stream.eof:
        try:
            chunk = stream.decompress(rest, CHUNK_BYTES)
        except zlib.error:
            return False
        if not chunk and not stream.unconsumed_tail:
            return stream.eof
        gauge.count(len(chunk))
        keep(chunk)
        rest = stream.unconsumed_tail
    return True


def _kept(chunks: list[bytes], *, is_cut: bool) -> Unpacked:
    if is_cut and not chunks:
        raise RefusedError("damaged", why="nothing could be unpacked")
    return Unpacked(b"".join(chunks), is_cut=is_cut)
