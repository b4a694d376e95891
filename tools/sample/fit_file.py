"""A run as the FIT file a watch would write."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.sport_message import SportMessage
from fit_tool.profile.profile_type import (
    Activity,
    Event,
    EventType,
    FileType,
    Manufacturer,
    Sport,
    SubSport,
)

from tools.sample.course import Point, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fit_tool.message import Message

    from tools.sample.year import SampleRun

EVERY_S = 20
SERIAL_NUMBER = 20261115
WATCH = 1
EFFORT_STEPS = 10  # watches store effort times ten
FIT_EPOCH_OFFSET_S = 631_065_600  # local time is written as seconds since the end of 1989


def fit_bytes(run: SampleRun) -> bytes:
    """The run as FIT: file id, sport, timer events, records, laps, session, activity."""
    recorded = points(run, EVERY_S)
    builder = FitFileBuilder(auto_define=True)
    for message in _messages(run, recorded):
        builder.add(message)
    return bytes(builder.build().to_bytes())


def _messages(run: SampleRun, recorded: Sequence[Point]) -> Iterator[Message]:
    yield _file_id(run)
    yield _sport()
    yield _timer(run.start, EventType.START)
    for point in recorded:
        yield _record(point)
    yield _timer(recorded[-1].at, EventType.STOP_ALL)
    yield from _laps(recorded)
    yield _session(run, recorded)
    yield _activity(recorded)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp()) * 1000


def _seconds(part: Sequence[Point]) -> float:
    return (part[-1].at - part[0].at) / timedelta(seconds=1)


def _climb_m(part: Sequence[Point]) -> int:
    climbs = (after.altitude_m - before.altitude_m for before, after in pairwise(part))
    return round(sum(max(0.0, climb_m) for climb_m in climbs))


def _file_id(run: SampleRun) -> FileIdMessage:
    message = FileIdMessage(local_id=0)
    message.type = FileType.ACTIVITY
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = WATCH
    message.serial_number = SERIAL_NUMBER
    message.time_created = _ms(run.start)
    return message


def _sport() -> SportMessage:
    message = SportMessage(local_id=1)
    message.sport = Sport.RUNNING
    message.sub_sport = SubSport.GENERIC
    return message


def _timer(moment: datetime, what: EventType) -> EventMessage:
    message = EventMessage(local_id=2)
    message.timestamp = _ms(moment)
    message.event = Event.TIMER
    message.event_type = what
    return message


def _record(point: Point) -> RecordMessage:
    message = RecordMessage(local_id=3)
    message.timestamp = _ms(point.at)
    message.position_lat = point.latitude_deg
    message.position_long = point.longitude_deg
    message.altitude = round(point.altitude_m, 1)
    message.distance = round(point.metres, 2)
    message.speed = round(point.speed_mps, 3)
    message.heart_rate = point.heart_bpm
    message.cadence = point.steps_per_min // 2
    return message


def _laps(recorded: Sequence[Point]) -> Iterator[LapMessage]:
    """One lap for every part of a structured run, one for the whole of any other."""
    starts = [
        at for at, point in enumerate(recorded) if at == 0 or point.lap != recorded[at - 1].lap
    ]
    ends = [*starts[1:], len(recorded) - 1]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        part = recorded[start : end + 1]
        message = LapMessage(local_id=4)
        message.timestamp = _ms(part[-1].at)
        message.message_index = number
        message.start_time = _ms(part[0].at)
        message.total_elapsed_time = _seconds(part)
        message.total_timer_time = _seconds(part)
        message.total_distance = round(part[-1].metres - part[0].metres, 2)
        message.avg_heart_rate = round(sum(point.heart_bpm for point in part) / len(part))
        message.event = Event.LAP
        message.event_type = EventType.STOP
        yield message


def _session(run: SampleRun, recorded: Sequence[Point]) -> SessionMessage:
    message = SessionMessage(local_id=5)
    message.timestamp = _ms(recorded[-1].at)
    message.message_index = 0
    message.start_time = _ms(run.start)
    message.total_elapsed_time = _seconds(recorded)
    message.total_timer_time = _seconds(recorded)
    message.total_distance = round(recorded[-1].metres, 2)
    message.total_ascent = _climb_m(recorded)
    message.avg_heart_rate = round(sum(point.heart_bpm for point in recorded) / len(recorded))
    message.max_heart_rate = max(point.heart_bpm for point in recorded)
    message.sport = Sport.RUNNING
    message.sub_sport = SubSport.GENERIC
    message.first_lap_index = 0
    message.num_laps = 1 + sum(after.lap != before.lap for before, after in pairwise(recorded))
    message.event = Event.SESSION
    message.event_type = EventType.STOP
    if run.rpe is not None:
        message.workout_rpe = run.rpe * EFFORT_STEPS
    return message


def _activity(recorded: Sequence[Point]) -> ActivityMessage:
    message = ActivityMessage(local_id=6)
    message.timestamp = _ms(recorded[-1].at)
    message.local_timestamp = round(recorded[-1].at.timestamp()) - FIT_EPOCH_OFFSET_S
    message.total_timer_time = _seconds(recorded)
    message.num_sessions = 1
    message.type = Activity.MANUAL
    message.event = Event.ACTIVITY
    message.event_type = EventType.STOP
    return message
