"""The points of a FIT file: straight from its bytes where they are laid out as usual.

A decoder that knows the whole profile needs long for a point, a run has thousands of them, and six
fields matter. Files that pack distance or times in the old ways go through the decoder.
"""

import math
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from runwright.formats.fit.frames import Break, FieldLayout, Layout, frames
from runwright.formats.fit.messages import (
    EVENT,
    HEART_RATE_FIELD,
    PACKED_SPEED_AND_DISTANCE,
    RECORD,
    TIMESTAMP,
    Message,
    points,
)
from runwright.formats.track import NAN, Track

FIT_EPOCH_S = 631_065_600  # 1989-12-31 in seconds since 1970
FIRST_DATE = 0x10000000  # below, a time counts from when the watch was switched on
DEGREES_PER_SEMICIRCLE = 180 / 2**31
TIMER = 0
ALTITUDE, ENHANCED_ALTITUDE = 2, 78
STOPS = frozenset({1, 4, 8, 9})  # stop, stop all, stop disable, stop disable all


@dataclass(frozen=True, slots=True)
class _Field:
    """How the FIT profile stores a number: its type, what means "none", and its scale."""

    base_type: int
    code: str
    none: int
    steps_per_unit: float = 1.0
    zero_at: int = 0

    def value(self, raw: int) -> float:
        return NAN if raw == self.none else raw / self.steps_per_unit - self.zero_at


FIELDS = {
    TIMESTAMP: _Field(0x86, "I", 0xFFFFFFFF),
    0: _Field(0x85, "i", 0x7FFFFFFF, 1 / DEGREES_PER_SEMICIRCLE),
    1: _Field(0x85, "i", 0x7FFFFFFF, 1 / DEGREES_PER_SEMICIRCLE),
    ALTITUDE: _Field(0x84, "H", 0xFFFF, 5.0, 500),
    ENHANCED_ALTITUDE: _Field(0x86, "I", 0xFFFFFFFF, 5.0, 500),
    HEART_RATE_FIELD: _Field(0x02, "B", 0xFF),
    5: _Field(0x86, "I", 0xFFFFFFFF, 100.0),
}


def track_of(data: bytes, *, has_compressed_times: bool) -> Track:
    """Return the records of a FIT file as a track, broken where the timer was stopped."""
    track = None if has_compressed_times else straight_track(data)
    if track is None:
        track = decoded_track(points(data, has_compressed_times=has_compressed_times))
    return track


def straight_track(data: bytes) -> Track | None:
    """Return the track read from the bytes; None when a layout is unusual."""
    track = Track()
    readers: dict[Layout, _Reader | None] = {}
    for layout, at in frames(data, Break()):
        if layout.message == RECORD:
            if layout not in readers:
                readers[layout] = _reader(layout)
            reader = readers[layout]
            if reader is None:
                return None
            reader.add(track, data, at)
        elif layout.message == EVENT and _is_stop(layout, data, at):
            track.pause()
    return track


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the points of one layout.

    Attributes
    ----------
    unpacker
        For all wanted fields at once.
    places
        Where each of time, latitude, longitude, fine and coarse elevation, heart rate and
        distance stands among them; None where the layout lacks it.
    """

    unpacker: struct.Struct
    fields: tuple[_Field, ...]
    places: tuple[int | None, ...]

    def add(self, track: Track, data: bytes, at: int) -> None:
        """Append the point at this place, when it has a date."""
        raw = self.unpacker.unpack_from(data, at)
        fields, places = self.fields, self.places
        time, *rest = (
            NAN if place is None else fields[place].value(raw[place]) for place in places
        )
        if time >= FIRST_DATE:
            latitude_deg, longitude_deg, fine_m, coarse_m, heart_rate_bpm, told_m = rest
            elevation_m = coarse_m if math.isnan(fine_m) else fine_m
            track.add(
                time + FIT_EPOCH_S,
                (latitude_deg, longitude_deg, elevation_m, heart_rate_bpm, told_m),
            )


def _reader(layout: Layout) -> _Reader | None:
    """Return the reader of a layout; None when only the full decoder can read it."""
    by_number = {each.number: each for each in layout.fields}
    wanted = [each for each in layout.fields if each.number in FIELDS]
    is_usual = all(_is_usual(each) for each in wanted) and len(wanted) == len({
        each.number for each in wanted
    })
    if not is_usual or PACKED_SPEED_AND_DISTANCE in by_number:
        return None
    order = [each.number for each in wanted]
    places = (TIMESTAMP, 0, 1, ENHANCED_ALTITUDE, ALTITUDE, HEART_RATE_FIELD, 5)
    return _Reader(
        struct.Struct((">" if layout.big_endian else "<") + _codes(wanted)),
        tuple(FIELDS[number] for number in order),
        tuple(order.index(number) if number in order else None for number in places),
    )


def _is_usual(each: FieldLayout) -> bool:
    known = FIELDS[each.number]
    return each.base_type == known.base_type and each.size == struct.calcsize(known.code)


def _codes(wanted: Iterable[FieldLayout]) -> str:
    """Return the format of these fields, with what lies between them skipped."""
    codes, end = [], 0
    for each in wanted:
        codes.append(f"{each.start - end}x{FIELDS[each.number].code}")
        end = each.start + each.size
    return "".join(codes)


def _is_stop(layout: Layout, data: bytes, at: int) -> bool:
    """Whether an event message says that the timer was stopped."""
    told = {each.number: data[at + each.start] for each in layout.fields if each.size == 1}
    return told.get(0) == TIMER and told.get(1) in STOPS


def decoded_track(messages: Iterable[tuple[str, Message]]) -> Track:
    """Return the track of decoded records and events."""
    track = Track()
    for name, message in messages:
        if name == "record":
            _add(track, message)
        elif message.get("event") == "timer" and "stop" in str(message.get("event_type")):
            track.pause()
    return track


def _add(track: Track, record: Message) -> None:
    at = record.get("timestamp")
    if not isinstance(at, datetime):
        return
    altitude = record.get("enhanced_altitude")
    track.add(
        at.timestamp(),
        (
            _number(record.get("position_lat")) * DEGREES_PER_SEMICIRCLE,
            _number(record.get("position_long")) * DEGREES_PER_SEMICIRCLE,
            _number(altitude if altitude is not None else record.get("altitude")),
            _number(record.get("heart_rate")),
            _number(record.get("distance")),
        ),
    )


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else NAN
