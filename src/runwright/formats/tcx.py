"""TCX files: activities made of laps, which know their own time and distance, and of points."""

import math
from collections.abc import Callable  # noqa: TC003  # said of an attribute, for readers too
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from runwright.domain.problem import Imported
from runwright.domain.run import RunSource
from runwright.formats.from_track import recordings_of
from runwright.formats.imported import joined
from runwright.formats.moments import moment_at
from runwright.formats.plain import one_line
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.sports import is_indoor, sport_of
from runwright.formats.track import NAN, Track
from runwright.formats.xml_elements import Attributes, hear
from runwright.formats.xml_values import damage_problems, decimal, time_s

FORMAT = "tcx"


@dataclass(slots=True)
class _Activity:
    """An activity as written; times in seconds since 1970, NaN where not told."""

    sport: str = ""
    notes: str = ""
    start_s: float = NAN
    lap_s: float = 0.0
    lap_m: float = 0.0
    heart_beats_x_s: float = 0.0
    heart_s: float = 0.0
    max_heart_rate_bpm: float = 0.0
    points: Track = field(default_factory=Track)


def read_tcx(data: bytes, label: str, now: datetime) -> Imported[Recording]:
    """Return the activities of a TCX file, and what was wrong with it.

    Laps win over points: their time leaves the pauses out, and their distance is the device's own.

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
    heard = _Tcx()
    damage = damage_problems(hear(data, heard), FORMAT, label)
    if not heard.activities:
        reason = "course" if heard.has_course else "no-activity"
        return Imported(problems=(*damage, problem(FORMAT, reason, label)))
    read = joined(_recordings(activity, label, now) for activity in heard.activities)
    return Imported(items=read.items, problems=(*damage, *read.problems))


def _recordings(activity: _Activity, label: str, now: datetime) -> Imported[Recording]:
    known = Recording(
        source=RunSource(label=label, format=FORMAT),
        started_at=moment_at(activity.start_s),
        duration_s=_above_zero(activity.lap_s),
        distance_m=_above_zero(activity.lap_m),
        title=one_line(activity.notes),
        sport=sport_of(activity.sport),
        sport_told=one_line(activity.sport),
        indoor=is_indoor(activity.notes),
    )
    if len(activity.points) == 0:
        return Imported(items=(_with_lap_pulse(known, activity),))
    read = recordings_of(activity.points, known, now)
    return Imported(
        items=tuple(_with_lap_pulse(item, activity) for item in read.items),
        problems=read.problems,
    )


def _with_lap_pulse(recording: Recording, activity: _Activity) -> Recording:
    """Return the recording with the heart rate of the laps, where its points had none."""
    if recording.mean_heart_rate_bpm is not None or activity.heart_s == 0:
        return recording
    return replace(
        recording,
        mean_heart_rate_bpm=activity.heart_beats_x_s / activity.heart_s,
        max_heart_rate_bpm=_above_zero(activity.max_heart_rate_bpm),
    )


def _above_zero(value: float) -> float | None:
    return value if 0 < value < math.inf else None


class _Tcx:
    """Collects the activities of a document while it is being read."""

    def __init__(self) -> None:
        self.activities: list[_Activity] = []
        self.has_course = False
        self._activity = _Activity()
        self._in_lap = self._in_point = False
        self._lap_s = self._lap_m = self._lap_heart_rate_bpm = NAN
        self._time_s = NAN
        self._point = dict.fromkeys(("lat", "lon", "ele", "hr", "told"), NAN)
        self._pulse_of = ""
        self.starts: dict[str, Callable[[Attributes], None]] = {
            "Activity": self._start_activity,
            "Course": self._start_course,
            "Lap": self._start_lap,
            "Track": self._start_track,
            "Trackpoint": self._start_point,
            "HeartRateBpm": partial(self._start_pulse, "point"),
            "AverageHeartRateBpm": partial(self._start_pulse, "mean"),
            "MaximumHeartRateBpm": partial(self._start_pulse, "max"),
        }
        self.ends = {
            "Id": self._end_id,
            "Notes": self._end_notes,
            "TotalTimeSeconds": self._end_lap_time,
            "DistanceMeters": self._end_distance,
            "Value": self._end_value,
            "Lap": self._end_lap,
            "Trackpoint": self._end_point,
            "Time": self._end_time,
            "LatitudeDegrees": self._end_latitude,
            "LongitudeDegrees": self._end_longitude,
            "AltitudeMeters": self._end_altitude,
        }

    def _start_activity(self, attributes: Attributes) -> None:
        self._activity = _Activity(sport=attributes.get("Sport", ""))
        self.activities.append(self._activity)

    def _start_course(self, _: Attributes) -> None:
        self.has_course = True
        self._activity = _Activity()  # its laps and points are nobody's

    def _start_lap(self, attributes: Attributes) -> None:
        self._in_lap = True
        self._lap_s = self._lap_m = self._lap_heart_rate_bpm = NAN
        start_s = time_s(attributes.get("StartTime", ""))
        if not self._activity.start_s <= start_s:
            self._activity.start_s = start_s

    def _start_track(self, _: Attributes) -> None:
        self._activity.points.pause()

    def _start_point(self, _: Attributes) -> None:
        self._in_point, self._time_s = True, NAN
        self._point = dict.fromkeys(self._point, NAN)

    def _start_pulse(self, whose: str, _: Attributes) -> None:
        self._pulse_of = whose

    def _end_id(self, text: str) -> None:
        if math.isnan(self._activity.start_s):
            self._activity.start_s = time_s(text)

    def _end_notes(self, text: str) -> None:
        self._activity.notes = self._activity.notes or text

    def _end_lap_time(self, text: str) -> None:
        """Add the time of a lap; extensions that repeat it do not count."""
        if self._in_lap and math.isnan(self._lap_s):
            self._lap_s = decimal(text)
            self._activity.lap_s += _above_zero(self._lap_s) or 0.0

    def _end_distance(self, text: str) -> None:
        if self._in_point:
            self._point["told"] = decimal(text)
        elif self._in_lap and math.isnan(self._lap_m):
            self._lap_m = decimal(text)
            self._activity.lap_m += _above_zero(self._lap_m) or 0.0

    def _end_value(self, text: str) -> None:
        bpm = decimal(text)
        if self._pulse_of == "point":
            self._point["hr"] = bpm
        elif self._pulse_of == "mean":
            self._lap_heart_rate_bpm = bpm
        elif self._pulse_of == "max" and bpm > self._activity.max_heart_rate_bpm:
            self._activity.max_heart_rate_bpm = bpm
        self._pulse_of = ""

    def _end_lap(self, _: str) -> None:
        self._in_lap = False
        if 0 < self._lap_heart_rate_bpm < math.inf and 0 < self._lap_s < math.inf:
            self._activity.heart_beats_x_s += self._lap_heart_rate_bpm * self._lap_s
            self._activity.heart_s += self._lap_s

    def _end_point(self, _: str) -> None:
        self._in_point = False
        if not math.isnan(self._time_s):
            point = self._point
            self._activity.points.add(
                self._time_s,
                (point["lat"], point["lon"], point["ele"], point["hr"], point["told"]),
            )

    def _end_time(self, text: str) -> None:
        self._time_s = time_s(text)

    def _end_latitude(self, text: str) -> None:
        self._point["lat"] = decimal(text)

    def _end_longitude(self, text: str) -> None:
        self._point["lon"] = decimal(text)

    def _end_altitude(self, text: str) -> None:
        self._point["ele"] = decimal(text)
