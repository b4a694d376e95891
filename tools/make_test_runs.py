"""Makes run files for tests: one and the same run as every format writes it, whole or broken.

`python tools/make_test_runs.py` writes the small ones of tests/data/runs anew, the same bytes every
time. Tests and benchmarks call the functions here for everything larger or stranger. Needs
fit-tool, a development dependency.
"""

from __future__ import annotations

import gzip
import io
import json
import math
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.profile_type import Event, EventType, FileType, Manufacturer, Sport, SubSport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "data" / "runs"
PACKED_ON = (2026, 1, 1, 12, 0, 0)
METRES_PER_DEGREE = 111_194.93  # along a meridian of the mean earth
FIT_EPOCH_S = 631_065_600
GPX_SPACES = (
    'xmlns="http://www.topografix.com/GPX/1/1" '
    'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"'
)
TCX_SPACE = 'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"'
STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
    "Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,"
    "Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,Max Heart Rate,"
    "Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,Average Temperature,"
    "Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time,"
    'Perceived Exertion,"<span class=""translation_missing"">Type</span>"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A run along a meridian, over even hills, at an even pace.

    Attributes
    ----------
    every_s
        Seconds between points.
    pause_after_s, pause_s
        When it stands still, and how long; 0 is no pause.
    hill_m
        Height of its hills, one every kilometre.
    """

    start: datetime = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
    length_s: int = 600
    metres: float = 2000.0
    every_s: int = 10
    pulse_bpm: int | None = 150
    pause_after_s: int = 0
    pause_s: int = 0
    hill_m: float = 20.0
    has_positions: bool = True

    def points(self) -> Iterator[Point]:
        """Points from start to end, none during the pause."""
        speed = self.metres / self.length_s
        for second in range(0, self.length_s + 1, self.every_s):
            paused = self.pause_s if self.pause_s and second > self.pause_after_s else 0
            metres = speed * second
            yield Point(
                at=self.start + timedelta(seconds=second + paused),
                metres=metres,
                latitude_deg=48.0 + metres / METRES_PER_DEGREE,
                altitude_m=300 + self.hill_m / 2 * (1 - math.cos(2 * math.pi * metres / 1000)),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a run."""

    at: datetime
    metres: float
    latitude_deg: float
    altitude_m: float


def gpx(track: Track, *, sport: str = "running", name: str = "Morning Run") -> bytes:
    """The run as GPX."""
    return gpx_of(_gpx_track(track, sport, name))


def gpx_of(tracks: str) -> bytes:
    """A GPX file of tracks written out."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" {GPX_SPACES}>\n'
    return f"{head}{tracks}</gpx>\n".encode()


def _gpx_track(track: Track, sport: str, name: str) -> str:
    points = "".join(_gpx_point(point, track) for point in track.points())
    kind = f"<type>{sport}</type>" if sport else ""
    return f"<trk><name>{name}</name>{kind}<trkseg>\n{points}</trkseg></trk>\n"


def _gpx_point(point: Point, track: Track) -> str:
    place = f' lat="{point.latitude_deg:.7f}" lon="11.0000000"' if track.has_positions else ""
    pulse = (
        "<extensions><gpxtpx:TrackPointExtension>"
        f"<gpxtpx:hr>{track.pulse_bpm}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>"
        if track.pulse_bpm
        else ""
    )
    time = f"<time>{_zulu(point.at)}</time>"
    return f"<trkpt{place}><ele>{point.altitude_m:.1f}</ele>{time}{pulse}</trkpt>\n"


def tcx(track: Track, *, sport: str = "Running", with_points: bool = True) -> bytes:
    """The run as TCX with one lap."""
    start = _zulu(track.start)
    pulse = (
        f"<AverageHeartRateBpm><Value>{track.pulse_bpm}</Value></AverageHeartRateBpm>"
        f"<MaximumHeartRateBpm><Value>{track.pulse_bpm}</Value></MaximumHeartRateBpm>"
        if track.pulse_bpm
        else ""
    )
    points = "".join(_tcx_point(point, track) for point in track.points()) if with_points else ""
    lap = (
        f'<Lap StartTime="{start}"><TotalTimeSeconds>{track.length_s}</TotalTimeSeconds>'
        f"<DistanceMeters>{track.metres}</DistanceMeters>{pulse}\n<Track>\n{points}</Track></Lap>"
    )
    activity = f'<Activity Sport="{sport}"><Id>{start}</Id>{lap}</Activity>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase {TCX_SPACE}>'
        f"<Activities>{activity}</Activities></TrainingCenterDatabase>\n"
    ).encode()


def _tcx_point(point: Point, track: Track) -> str:
    place = (
        f"<Position><LatitudeDegrees>{point.latitude_deg:.7f}</LatitudeDegrees>"
        "<LongitudeDegrees>11.0</LongitudeDegrees></Position>"
        if track.has_positions
        else ""
    )
    pulse = (
        f"<HeartRateBpm><Value>{track.pulse_bpm}</Value></HeartRateBpm>" if track.pulse_bpm else ""
    )
    return (
        f"<Trackpoint><Time>{_zulu(point.at)}</Time>{place}"
        f"<AltitudeMeters>{point.altitude_m:.1f}</AltitudeMeters>"
        f"<DistanceMeters>{point.metres:.2f}</DistanceMeters>{pulse}</Trackpoint>\n"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What a watch writes beside the points."""

    sport: Sport = Sport.RUNNING
    sub_sport: SubSport = SubSport.GENERIC
    with_session: bool = True
    with_totals: bool = True
    session_first: bool = False
    offset_h: int | None = None
    rpe: int | None = None
    file_type: FileType = FileType.ACTIVITY


def fit(track: Track, watch: Watch | None = None) -> bytes:
    """The run as FIT: records, then the session, as watches write them."""
    builder = FitFileBuilder(auto_define=True)
    for message in _fit_messages(track, watch or Watch()):
        builder.add(message)
    return bytes(builder.build().to_bytes())


def _fit_messages(track: Track, watch: Watch) -> Iterator[object]:
    file_id = FileIdMessage(local_id=0)
    file_id.type, file_id.manufacturer = watch.file_type, Manufacturer.DEVELOPMENT.value
    file_id.time_created = _ms(track.start)
    yield file_id
    if watch.file_type is not FileType.ACTIVITY:
        return
    points = list(track.points())
    if watch.session_first:
        yield _session(points, track, watch)
    for before, point in zip([None, *points], points, strict=False):
        if before is not None and (point.at - before.at).total_seconds() > track.every_s:
            yield _timer(before.at, EventType.STOP_ALL)
            yield _timer(point.at, EventType.START)
        yield _record(point, track)
    yield _timer(points[-1].at, EventType.STOP_ALL)
    if watch.with_session and not watch.session_first:
        yield _session(points, track, watch)
    yield _activity(points, watch)


def _timer(at: datetime, what: EventType) -> EventMessage:
    event = EventMessage(local_id=1)
    event.timestamp, event.event, event.event_type = _ms(at), Event.TIMER, what
    return event


def _record(point: Point, track: Track) -> RecordMessage:
    record = RecordMessage(local_id=2)
    record.timestamp = _ms(point.at)
    if track.has_positions:
        record.position_lat, record.position_long = point.latitude_deg, 11.0
    record.altitude = round(point.altitude_m, 1)
    record.distance = round(point.metres, 2)
    if track.pulse_bpm is not None:
        record.heart_rate = track.pulse_bpm
    return record


def _session(points: list[Point], track: Track, watch: Watch) -> SessionMessage:
    session = SessionMessage(local_id=3)
    session.timestamp, session.start_time = _ms(points[-1].at), _ms(track.start)
    session.sport, session.sub_sport = watch.sport, watch.sub_sport
    session.total_elapsed_time = (points[-1].at - track.start).total_seconds()
    session.total_timer_time = float(track.length_s)
    if watch.with_totals:
        session.total_distance = round(track.metres, 2)
        session.total_ascent = round(track.hill_m * track.metres / 1000)
        if track.pulse_bpm is not None:
            session.avg_heart_rate = session.max_heart_rate = track.pulse_bpm
    if watch.rpe is not None:
        session.workout_rpe = watch.rpe * 10
    return session


def _activity(points: list[Point], watch: Watch) -> ActivityMessage:
    activity = ActivityMessage(local_id=4)
    activity.timestamp = _ms(points[-1].at)
    if watch.offset_h is not None:
        local = points[-1].at + timedelta(hours=watch.offset_h)
        activity.local_timestamp = round(local.timestamp()) - FIT_EPOCH_S
    return activity


def strava_csv(rows: list[Mapping[str, str]]) -> bytes:
    """A Strava table: date, name, type, file, elapsed, moving, metres, rpe, workout of each row."""
    lines = [STRAVA_HEADER]
    for number, row in enumerate(rows, start=1):
        cells = [""] * 45
        cells[0], cells[1] = str(1000 + number), f'"{row["date"]}"'
        cells[2], cells[3] = row.get("name", "Morning Run"), row.get("type", "Run")
        cells[5] = cells[15] = row.get("elapsed", "600")
        cells[6] = str(float(row.get("metres", "2000")) / 1000)
        cells[12], cells[16] = row.get("file", ""), row.get("moving", "")
        cells[17], cells[43] = row.get("metres", "2000"), row.get("rpe", "")
        cells[44] = row.get("workout", "")
        lines.append(",".join(cells))
    return ("\n".join(lines) + "\n").encode()


def garmin_json(summaries: list[Mapping[str, object]]) -> bytes:
    """The summaries of a Garmin export."""
    return json.dumps([{"summarizedActivitiesExport": summaries}], indent=1).encode()


def packed(data: bytes) -> bytes:
    """The bytes in a gzip without a date."""
    return gzip.compress(data, mtime=0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in a zip without anything of this machine or day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=PACKED_ON)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, data)
    return buffer.getvalue()


def _zulu(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _ms(at: datetime) -> int:
    return round(at.timestamp()) * 1000


CSV = """date,time,km,minutes,rpe,kind,title
2026-02-01,07:30,8.0,48,3,easy,Along the river
2026-02-03,18:15,10,52:30,7,quality,6 x 800 m
2026-02-08,,21.1,1:58:00,5,long,
"""
GERMAN_CSV = """Datum;Uhrzeit;Strecke (km);Dauer;RPE;Art
01.02.2026;07:30;8,0;48;3;locker
03.02.2026;18:15;10,5;52:30;7;Intervalle
"""


def files() -> dict[str, bytes]:
    """The files of tests/data/runs by name."""
    morning = Track()
    evening = Track(start=datetime(2026, 3, 2, 18, 0, tzinfo=UTC), pulse_bpm=None)
    export = {
        "activities.csv": strava_csv([
            {"date": "Mar 1, 2026, 7:30:00 AM", "file": "activities/1.gpx.gz", "rpe": "4"},
            {"date": "Mar 3, 2026, 6:00:00 AM", "name": "Treadmill", "workout": "1"},
            {"date": "Mar 4, 2026, 6:00:00 AM", "type": "Ride", "metres": "9000"},
        ]),
        "activities/1.gpx.gz": packed(gpx(morning)),
    }
    return {
        "morning.gpx": gpx(morning),
        "morning.tcx": tcx(morning),
        "morning.fit": fit(morning, Watch(offset_h=1, rpe=4)),
        "evening.fit": fit(evening, Watch(with_session=False)),
        "walk.fit": fit(morning, Watch(sport=Sport.WALKING)),
        "cut-short.fit": fit(evening, Watch(with_session=False))[:-200],
        "cut-short.gpx": gpx(evening)[:-300],
        "runs.csv": CSV.encode(),
        "laeufe.csv": GERMAN_CSV.encode("cp1252"),
        "photo.fit": b"\xff\xd8\xff\xe0 not a run",
        "empty.gpx": b"",
        "strava-export.zip": zipped(export),
    }


def main() -> int:
    """Write the files and say how many."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = files()
    for name, data in made.items():
        (FOLDER / name).write_bytes(data)
    print(f"{FOLDER.relative_to(ROOT)}: {len(made)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
