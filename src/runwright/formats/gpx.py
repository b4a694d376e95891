"""GPX files: every track is an activity, measured from its points.

Speaks GPX 1.0 and 1.1 with the heart rate extensions of Garmin and its imitators.
"""

import math
from dataclasses import dataclass, field
from datetime import datetime

from runwright.domain.problem import Imported
from runwright.domain.run import RunSource
from runwright.formats.from_track import recordings_of
from runwright.formats.imported import joined
from runwright.formats.plain import one_line
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.sports import is_indoor, sport_of
from runwright.formats.track import NAN, Track
from runwright.formats.xml_elements import Attributes, hear
from runwright.formats.xml_values import damage_problems, decimal, time_s

FORMAT = "gpx"
SAME_ACTIVITY_S = 120.0  # converters write laps as tracks of their own, seconds apart


@dataclass(slots=True)
class _GpxTrack:
    """A track as written: its words and its points."""

    name: str = ""
    sport: str = ""
    points: Track = field(default_factory=Track)
    untimed: int = 0


def read_gpx(data: bytes, label: str, now: datetime) -> Imported[Recording]:
    """Return the activities of a GPX file, and what was wrong with it.

    Parameters
    ----------
    label
        File as the person knows it.
    now
        Aware; points a day after it have a wrong clock.

    Raises
    ------
    RefusedError
        If the file declares entities of its own.
    """
    heard = _Gpx()
    damage = damage_problems(hear(data, heard), FORMAT, label)
    tracks = _one_per_activity(heard.tracks)
    if not tracks:
        return Imported(problems=(*damage, problem(FORMAT, heard.why_nothing(), label)))
    read = joined(recordings_of(track.points, _known(track, label), now) for track in tracks)
    return Imported(items=read.items, problems=(*damage, *read.problems))


def _known(track: _GpxTrack, label: str) -> Recording:
    return Recording(
        source=RunSource(label=label, format=FORMAT),
        title=one_line(track.name),
        sport=sport_of(track.sport),
        sport_told=one_line(track.sport),
        indoor=is_indoor(track.sport),
    )


def _one_per_activity(tracks: list[_GpxTrack]) -> list[_GpxTrack]:
    """Return the tracks that have timed points, those that follow on each other as one."""
    found: list[_GpxTrack] = []
    for track in tracks:
        if len(track.points) == 0:
            continue
        if found and _follows_on(found[-1], track):
            found[-1].points.extend(track.points)
        else:
            found.append(track)
    return found


def _follows_on(before: _GpxTrack, after: _GpxTrack) -> bool:
    hole_s = after.points.time_s[0] - before.points.time_s[-1]
    return before.sport == after.sport and 0 <= hole_s <= SAME_ACTIVITY_S


class _Gpx:
    """Collects the tracks of a document while it is being read."""

    def __init__(self) -> None:
        self.tracks: list[_GpxTrack] = []
        self._track = _GpxTrack()
        self._route_points = 0
        self._place: tuple[float, float] | None = None
        self._time_s = self._elevation_m = self._heart_rate_bpm = NAN
        self.starts = {
            "trk": self._start_track,
            "trkseg": self._start_segment,
            "trkpt": self._start_point,
            "rtept": self._count_route_point,
        }
        self.ends = {
            "trk": self._end_track,
            "trkpt": self._end_point,
            "time": self._end_time,
            "ele": self._end_elevation,
            "hr": self._end_heart_rate,
            "heartrate": self._end_heart_rate,
            "name": self._end_name,
            "type": self._end_type,
        }

    def why_nothing(self) -> str:
        """Return why a document without any timed point holds no run."""
        untimed = self._route_points + sum(track.untimed for track in self.tracks)
        return "no-times" if untimed > 0 else "no-track"

    def _start_track(self, _: Attributes) -> None:
        self._track = _GpxTrack()
        self.tracks.append(self._track)

    def _end_track(self, _: str) -> None:
        self._track = _GpxTrack()  # names and types of waypoints after it are nobody's

    def _start_segment(self, _: Attributes) -> None:
        self._track.points.pause()

    def _start_point(self, attributes: Attributes) -> None:
        self._place = decimal(attributes.get("lat")), decimal(attributes.get("lon"))
        self._time_s = self._elevation_m = self._heart_rate_bpm = NAN

    def _count_route_point(self, _: Attributes) -> None:
        self._route_points += 1

    def _end_point(self, _: str) -> None:
        if self._place is None:
            return
        if math.isnan(self._time_s):
            self._track.untimed += 1
        else:
            rest = (self._elevation_m, self._heart_rate_bpm, NAN)
            self._track.points.add(self._time_s, (*self._place, *rest))
        self._place = None

    def _end_time(self, text: str) -> None:
        if self._place is not None:
            self._time_s = time_s(text)

    def _end_elevation(self, text: str) -> None:
        self._elevation_m = decimal(text)

    def _end_heart_rate(self, text: str) -> None:
        self._heart_rate_bpm = decimal(text)

    def _end_name(self, text: str) -> None:
        if self._place is None:
            self._track.name = self._track.name or text

    def _end_type(self, text: str) -> None:
        if self._place is None:
            self._track.sport = self._track.sport or text
