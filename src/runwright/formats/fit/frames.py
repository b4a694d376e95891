"""The frames of a FIT file, told apart without decoding them, up to where the file breaks.

A FIT file is a header, then definitions ("messages of kind 20 have these fields, of these sizes")
and the messages themselves, then a checksum. The checksum is not looked at: a file with a wrong
one may still hold a whole run.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

HEADER_BYTES = 12
MAGIC, MAGIC_AT = b".FIT", 8
LENGTH_AT = 4
CRC_BYTES = 2
COMPRESSED, DEFINITION, WITH_DEVELOPER_FIELDS = 0x80, 0x40, 0x20  # bits of a frame's first byte
LOCAL_BITS = 0x0F
COMPRESSED_LOCAL_BITS, COMPRESSED_LOCAL_SHIFT = 0x03, 5
DEFINITION_HEAD_BYTES = 6
FIELD_BYTES = 3  # number, size, base type; the same for developer fields
BIG_ENDIAN = 1
MOST_FRAMES = 3_000_000  # 25 h at one frame every 30 ms


@dataclass(frozen=True, slots=True, eq=False)
class FieldLayout:
    """One field of a message.

    Attributes
    ----------
    number, base_type
        As the file writes them.
    start, size
        Where its bytes lie, counted from the message's first byte.
    """

    number: int
    base_type: int
    start: int
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """What a definition says of the messages that follow it.

    Attributes
    ----------
    message
        Global message number: 18 is a session, 20 a record.
    big_endian
        Order of the bytes of numbers.
    fields
        Fields in order, developer fields left out.
    size
        Bytes of a message, its first byte and developer fields included.
    """

    message: int
    big_endian: bool
    fields: tuple[FieldLayout, ...]
    size: int


@dataclass(slots=True)
class Break:
    """Where reading frames ended too soon; `at` is None while nothing is wrong.

    Attributes
    ----------
    at
        Byte, from 0.
    at_end
        Whether the file is merely too short.
    """

    at: int | None = None
    at_end: bool = False


def is_fit(data: bytes) -> bool:
    """Whether these bytes begin like a FIT file."""
    return data[MAGIC_AT : MAGIC_AT + len(MAGIC)] == MAGIC


def frames(data: bytes, broken: Break) -> Iterator[tuple[Layout, int]]:
    """Messages in file order, as their layout and the place of their first byte.

    Several FIT files may follow on each other. Ends where the file ends or makes no sense; the
    latter is written into `broken`.
    """
    at = count = 0
    while _has_header(data, at):
        start = at + data[at]
        (length,) = struct.unpack_from("<I", data, at + LENGTH_AT)
        declared = start + length if length > 0 else len(data) - CRC_BYTES  # 0: the watch died
        for found in _messages(data, start, min(declared, len(data)), broken):
            yield found
            count += 1
            if count == MOST_FRAMES:
                broken.at = found[1]
                return
        if broken.at is None and declared > len(data):
            broken.at, broken.at_end = len(data), True
        if broken.at is not None:
            return
        at = max(declared, start) + CRC_BYTES
    if any(data[at:]):  # zeros are padding
        broken.at = at


def _has_header(data: bytes, at: int) -> bool:
    return (
        len(data) >= at + HEADER_BYTES
        and data[at] >= HEADER_BYTES
        and data[at + MAGIC_AT : at + HEADER_BYTES] == MAGIC
    )


def _messages(data: bytes, at: int, end: int, broken: Break) -> Iterator[tuple[Layout, int]]:
    """Messages between two places of the file, until a frame makes no sense."""
    layouts: list[Layout | None] = [None] * (LOCAL_BITS + 1)
    while at < end:
        first = data[at]
        if first & COMPRESSED:
            layout = layouts[(first >> COMPRESSED_LOCAL_SHIFT) & COMPRESSED_LOCAL_BITS]
        elif first & DEFINITION:
            size = _definition_size(data, at, end)
            if at + size > end:
                broken.at, broken.at_end = at, end == len(data)
                return
            layouts[first & LOCAL_BITS] = _layout(data, at)
            at += size
            continue
        else:
            layout = layouts[first & LOCAL_BITS]
        if layout is None or at + layout.size > end:
            broken.at, broken.at_end = at, layout is not None and end == len(data)
            return
        yield layout, at
        at += layout.size


def _definition_size(data: bytes, at: int, end: int) -> int:
    """Return the bytes of a definition; more than there are when it is cut."""
    size = DEFINITION_HEAD_BYTES
    if at + size > end:
        return size
    size += FIELD_BYTES * data[at + size - 1]
    if data[at] & WITH_DEVELOPER_FIELDS:
        if at + size >= end:
            return size + 1
        size += 1 + FIELD_BYTES * data[at + size]
    return size


def _layout(data: bytes, at: int) -> Layout:
    """Return the layout that a complete definition describes."""
    big_endian = data[at + 2] == BIG_ENDIAN
    (message,) = struct.unpack_from(">H" if big_endian else "<H", data, at + 3)
    place, start, fields = at + DEFINITION_HEAD_BYTES, 1, []
    for _ in range(data[place - 1]):
        number, size, base_type = data[place : place + FIELD_BYTES]
        fields.append(FieldLayout(number, base_type, start, size))
        place, start = place + FIELD_BYTES, start + size
    if data[at] & WITH_DEVELOPER_FIELDS:
        start += sum(data[place + 2 : place + 1 + FIELD_BYTES * data[place] : FIELD_BYTES])
    return Layout(message, big_endian, tuple(fields), start)
