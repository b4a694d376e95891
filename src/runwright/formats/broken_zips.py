"""Zip archives whose table of contents is missing, as after a download that broke off.

Every member carries its name and size in front of it too, so what arrived can still be read.
"""

import mmap
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from runwright.formats.entries import Entry, is_litter, text_of
from runwright.formats.reasons import RefusedError
from runwright.formats.unpack import Budget, Gauge, Unpacked, inflate
from runwright.formats.zips import ENCRYPTED, is_unsafe

MEMBER_MARK = b"PK\x03\x04"
MARKS_AFTER_A_MEMBER = (MEMBER_MARK, b"PK\x07\x08", b"PK\x01\x02")
HEADER = struct.Struct("<4s5H3I2H")
SIZE_FOLLOWS = 0x8
UTF8_NAME = 0x800

Bytes = bytes | mmap.mmap


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A member as the header in front of it tells."""

    name: str
    flags: int
    method: int
    start: int
    end: int


def salvaged(data: Bytes, label: str, budget: Budget) -> tuple[Entry, ...]:
    """Return the files that can still be found in a zip without its table of contents."""
    found = []
    for member in _members(data):
        if member.name.endswith("/") or is_litter(member.name) or is_unsafe(member.name):
            continue
        found.append(_entry(data, member, f"{label}/{text_of(member.name)}", budget))
        if len(found) == budget.limits.members:
            break
    return tuple(sorted(found, key=lambda entry: entry.name))


def _members(data: Bytes) -> Iterator[_Member]:
    at = data.find(MEMBER_MARK)
    while 0 <= at <= len(data) - HEADER.size:
        _, _, flags, method, _, _, _, packed, _, name_bytes, extra_bytes = HEADER.unpack_from(
            data, at
        )
        name_at = at + HEADER.size
        start = name_at + name_bytes + extra_bytes
        end = _next_mark(data, start) if flags & SIZE_FOLLOWS else start + packed
        name = data[name_at : name_at + name_bytes].decode(
            "utf-8" if flags & UTF8_NAME else "cp437", errors="replace"
        )
        yield _Member(name=name, flags=flags, method=method, start=start, end=end)
        at = data.find(MEMBER_MARK, max(end, start))


def _next_mark(data: Bytes, start: int) -> int:
    """Return where a member of unknown size ends: at the next header of any kind."""
    places = (data.find(mark, start) for mark in MARKS_AFTER_A_MEMBER)
    return min((place for place in places if place >= 0), default=len(data))


def _entry(data: Bytes, member: _Member, label: str, budget: Budget) -> Entry:
    def read() -> Unpacked:
        if member.flags & ENCRYPTED:
            raise RefusedError("encrypted")
        packed = data[member.start : member.end]
        if member.method == zipfile.ZIP_DEFLATED:
            return inflate(packed, budget)
        if member.method != zipfile.ZIP_STORED:
            raise RefusedError("unknown-packing")
        Gauge(budget, len(packed)).count(len(packed))
        return Unpacked(packed, is_cut=member.end > len(data))

    return Entry(label=label, name=member.name, read=read, kind="zip")
