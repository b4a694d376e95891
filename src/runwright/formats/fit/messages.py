"""The messages of a FIT file that tell of a run, decoded; everything else is never looked at.

A watch writes dozens of fields a second and sums the run up at its end. Decoding all of it takes a
hundred times longer than skipping it, so a smaller FIT file is cut out of the one we were given,
with the wanted fields only, and that is what `fitdecode` decodes.
"""

import io
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import fitdecode

from runwright.formats.fit.frames import (
    BIG_ENDIAN,
    COMPRESSED,
    COMPRESSED_LOCAL_BITS,
    COMPRESSED_LOCAL_SHIFT,
    DEFINITION,
    LOCAL_BITS,
    MAGIC,
    Break,
    FieldLayout,
    Layout,
    frames,
)

Value = float | int | str | datetime | None
Message = Mapping[str, Value]
Wanted = Mapping[int, frozenset[int]]

FILE_ID, SPORT, SESSION, RECORD, EVENT, ACTIVITY = 0, 12, 18, 20, 21, 34
TIMESTAMP = 253
DISTANCE_FIELDS = frozenset({0, 1, 5, 8})  # positions, distance, and both packed into one
ALTITUDE_FIELDS = frozenset({2, 78})
HEART_RATE_FIELD = 3
PACKED_SPEED_AND_DISTANCE = 8

SUMMARY: Wanted = {
    FILE_ID: frozenset({0, 4}),
    SPORT: frozenset({0, 1}),
    SESSION: frozenset({TIMESTAMP, 2, 5, 6, 7, 8, 9, 16, 17, 22, 193}),
    ACTIVITY: frozenset({TIMESTAMP, 5}),
}
POINTS: Wanted = {
    RECORD: frozenset({TIMESTAMP, HEART_RATE_FIELD}) | DISTANCE_FIELDS | ALTITUDE_FIELDS,
    EVENT: frozenset({TIMESTAMP, 0, 1}),
}
CLOCK = frozenset({TIMESTAMP})

# Bytes of the base types a wanted number may have; 64-bit ones reach beyond every calendar.
NUMBER_BYTES = {
    **dict.fromkeys((0x00, 0x01, 0x02, 0x0A), 1),
    **dict.fromkeys((0x83, 0x84, 0x8B), 2),
    **dict.fromkeys((0x85, 0x86, 0x8C), 4),
}
ANY_BYTES = 0x0D
PROTOCOL, PROFILE = 0x10, 2000


@dataclass(slots=True)
class Survey:
    """What one pass over a file shows.

    Attributes
    ----------
    messages
        Decoded messages of the summary, by their FIT names.
    point_fields
        Numbers of the fields that records carry; empty without records.
    broken
        Where the file breaks.
    has_compressed_times
        Whether messages tell their time as seconds after the one before.
    """

    messages: dict[str, list[Message]] = field(default_factory=dict)
    point_fields: frozenset[int] = frozenset()
    broken: Break = field(default_factory=Break)
    has_compressed_times: bool = False

    def of(self, name: str) -> list[Message]:
        """Messages of one name, in file order."""
        return self.messages.get(name, [])


def survey(data: bytes) -> Survey:
    """Return the summary messages of a FIT file, and what its records could tell."""
    seen, thin = Survey(), _Thin(SUMMARY)
    layouts: set[Layout] = set()
    for layout, at in frames(data, seen.broken):
        if data[at] & COMPRESSED:
            seen.has_compressed_times = True
        if layout.message in SUMMARY:
            thin.take(data, layout, at)
        else:
            layouts.add(layout)
    seen.point_fields = frozenset(
        each.number for layout in layouts if layout.message == RECORD for each in layout.fields
    )
    for name, message in decoded(thin.file()):
        seen.messages.setdefault(name, []).append(message)
    return seen


def points(data: bytes, *, has_compressed_times: bool) -> list[tuple[str, Message]]:
    """Records and timer events of a FIT file, in file order, each with its FIT name.

    Parameters
    ----------
    has_compressed_times
        As the survey says: then the times of all other messages are needed as well.
    """
    thin = _Thin(POINTS, others=CLOCK if has_compressed_times else frozenset())
    for layout, at in frames(data, Break()):
        thin.take(data, layout, at)
    return list(decoded(thin.file()))


def decoded(data: bytes) -> list[tuple[str, Message]]:
    """Messages of a whole, small FIT file, in file order, each with its FIT name."""
    with fitdecode.FitReader(
        io.BytesIO(data),
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    ) as reader:
        return [
            (frame.name, _values(frame.fields))
            for frame in reader
            if isinstance(frame, fitdecode.FitDataMessage)
        ]


def _values(fields: Sequence[fitdecode.types.FieldData]) -> Message:
    """Return values by name; those that stand in the file win over those worked out from others."""
    worked_out = {each.name: each.value for each in fields if each.field_def is None}
    return worked_out | {each.name: each.value for each in fields if each.field_def is not None}


class _Thin:
    """A FIT file in the making, of the wanted fields of wanted messages."""

    def __init__(self, wanted: Wanted, others: frozenset[int] = frozenset()) -> None:
        self._wanted, self._others = wanted, others
        self._cuts: dict[Layout, tuple[FieldLayout, ...]] = {}
        self._defined: dict[int, Layout] = {}
        self._chunks: list[bytes] = []

    def take(self, data: bytes, layout: Layout, at: int) -> None:
        """Keep the wanted fields of a message; nothing when it has none."""
        kept = self._cuts.get(layout)
        if kept is None:
            kept = self._cuts[layout] = self._kept(layout)
        if not kept:
            return
        first = data[at]
        local = _local(first)
        if self._defined.get(local) is not layout:
            self._defined[local] = layout
            self._chunks.append(_definition(local, layout, kept))
        message = data[at : at + layout.size]
        self._chunks.append(bytes((first if first & COMPRESSED else local,)))
        self._chunks.extend(message[each.start : each.start + each.size] for each in kept)

    def file(self) -> bytes:
        """Return the file, complete with header; nobody looks at its checksum."""
        body = b"".join(self._chunks)
        return struct.pack("<BBHI4s", 12, PROTOCOL, PROFILE, len(body), MAGIC) + body + bytes(2)

    def _kept(self, layout: Layout) -> tuple[FieldLayout, ...]:
        wanted = self._wanted.get(layout.message, self._others)
        return tuple(
            each for each in layout.fields if each.number in wanted and _is_sound(layout, each)
        )


def _is_sound(layout: Layout, each: FieldLayout) -> bool:
    """Whether a field has a type and size that a decoder can make one number of."""
    if layout.message == RECORD and each.number == PACKED_SPEED_AND_DISTANCE:
        return each.base_type == ANY_BYTES and each.size == 3  # noqa: PLR2004  # 12 + 12 bits
    return NUMBER_BYTES.get(each.base_type) == each.size


def _local(first: int) -> int:
    """Return the local number in a message's first byte."""
    if first & COMPRESSED:
        return (first >> COMPRESSED_LOCAL_SHIFT) & COMPRESSED_LOCAL_BITS
    return first & LOCAL_BITS


def _definition(local: int, layout: Layout, kept: tuple[FieldLayout, ...]) -> bytes:
    """Return the definition of the messages that consist of the kept fields."""
    order = BIG_ENDIAN if layout.big_endian else 0
    head = struct.pack(
        ">BBBHB" if layout.big_endian else "<BBBHB",
        DEFINITION | local,
        0,
        order,
        layout.message,
        len(kept),
    )
    return head + b"".join(bytes((each.number, each.size, each.base_type)) for each in kept)
