"""Where the invented runner runs, and every run second by second: an invented loop on open sea."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from math import cos, hypot, pi, radians, sin

from tools.sample.year import SampleRun, Session, noise

CENTRE_LATITUDE_DEG, CENTRE_LONGITUDE_DEG = 0.5, 0.5  # in the Gulf of Guinea: nobody's home
METRES_PER_DEGREE = 111_195.0  # of a great circle, Earth taken as a ball of 6371 km
RADIUS_M = 820.0  # of a loop of about 5.4 km
CORNERS = 720
HEART_LAG_S = 35.0  # a heart takes about a minute to follow a change of pace
RESTING_BPM, HARDEST_BPM = 88.0, 184.0
GPS_TREMBLE_M = 1.5
BACKWARDS_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a run: how far, how fast against easy pace, and what the heart settles at.

    Attributes
    ----------
    pace_ratio
        Seconds a kilometre over those of easy running. [1]
    lap
        Whether the watch writes a lap for it alone.
    """

    metres: float
    pace_ratio: float
    heart_bpm: float
    lap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What a watch writes down at a moment."""

    at: datetime
    metres: float
    speed_mps: float
    heart_bpm: int
    steps_per_min: int
    latitude_deg: float
    longitude_deg: float
    altitude_m: float
    lap: int


def stretches(run: SampleRun) -> list[Stretch]:
    """The parts of a run, adding up to its distance."""
    metres = run.km * 1000
    if run.session is Session.INTERVALS:
        return _intervals(run, metres)
    if run.session is Session.TEMPO:
        easy_m = 2000.0
        return [
            Stretch(metres=easy_m, pace_ratio=1.02, heart_bpm=140, lap=True),
            Stretch(metres=metres - 1.6 * easy_m, pace_ratio=0.84, heart_bpm=168, lap=True),
            Stretch(metres=0.6 * easy_m, pace_ratio=1.08, heart_bpm=146, lap=True),
        ]
    pace_ratio, heart_bpm = {
        Session.EASY: (1.0, 141.0),
        Session.LONG: (1.03, 143.0),
        Session.WARM_UP: (1.1, 132.0),
        Session.RACE: (0.79, 177.0),
    }[run.session]
    return [Stretch(metres=metres, pace_ratio=pace_ratio, heart_bpm=heart_bpm)]


def _intervals(run: SampleRun, metres: float) -> list[Stretch]:
    """Repeats of 800 or 1000 m with 300 m of jogging between, warm-up and cool-down around."""
    each_m = 1000.0 if run.start.day % 2 else 800.0
    jog_m = 300.0
    count = int((metres - 3000) // (each_m + jog_m))
    around_m = metres - count * (each_m + jog_m)
    work = Stretch(metres=each_m, pace_ratio=0.77, heart_bpm=176, lap=True)
    jog = Stretch(metres=jog_m, pace_ratio=1.25, heart_bpm=142, lap=True)
    return [
        Stretch(metres=around_m * 0.6, pace_ratio=1.03, heart_bpm=139, lap=True),
        *([work, jog] * count),
        Stretch(metres=around_m * 0.4, pace_ratio=1.08, heart_bpm=145, lap=True),
    ]


def points(run: SampleRun, every_s: int) -> list[Point]:
    """What is recorded of a run, one point every so many seconds and one at its end."""
    parts = stretches(run)
    ends = _ends(parts)
    offset_m = loop_length_m() * noise("gate", run.start.date())
    backwards = noise("direction", run.start.date()) < BACKWARDS_SHARE
    made: list[Point] = []
    metres, heart_bpm, second = 0.0, RESTING_BPM, 0
    while True:
        part = min(bisect_right(ends, metres), len(parts) - 1)
        speed_mps = _speed_mps(run, parts[part], second)
        along_m = offset_m - metres if backwards else offset_m + metres
        latitude_deg, longitude_deg, altitude_m = _place(along_m, run, second)
        made.append(
            Point(
                at=run.start + timedelta(seconds=second),
                metres=metres,
                speed_mps=speed_mps,
                heart_bpm=round(heart_bpm + 3 * noise("beat", run.start, second) - 1.5),
                steps_per_min=2 * round(76 + 2.6 * speed_mps + noise("step", run.start, second)),
                latitude_deg=latitude_deg,
                longitude_deg=longitude_deg,
                altitude_m=altitude_m,
                lap=part,
            )
        )
        if metres >= ends[-1]:
            return made
        metres = min(ends[-1], metres + every_s * speed_mps)
        wanted_bpm = parts[part].heart_bpm + second / 60 * 0.11  # a heart drifts upwards
        share = every_s / (every_s + HEART_LAG_S)
        heart_bpm = min(heart_bpm + share * (wanted_bpm - heart_bpm), HARDEST_BPM)
        second += every_s


def _ends(parts: list[Stretch]) -> list[float]:
    ends, metres = [], 0.0
    for part in parts:
        metres += part.metres
        ends.append(metres)
    return ends


def _speed_mps(run: SampleRun, part: Stretch, second: int) -> float:
    day_ratio = 0.985 + 0.03 * noise("legs", run.start.date())
    wobble = 0.98 + 0.04 * noise("pace", run.start, second)
    return 1000 / (run.easy_s_per_km * part.pace_ratio * day_ratio * wobble)


@cache
def _loop() -> tuple[tuple[float, float], ...]:
    """Corners of the loop, east and north of its centre. [m]"""
    corners = []
    for number in range(CORNERS + 1):
        angle = 2 * pi * number / CORNERS
        radius_m = RADIUS_M * (1 + 0.22 * cos(2 * angle) + 0.10 * sin(3 * angle))
        corners.append((radius_m * cos(angle), radius_m * sin(angle)))
    return tuple(corners)


@cache
def _corner_metres() -> tuple[float, ...]:
    along = [0.0]
    for (east, north), (next_east, next_north) in pairwise(_loop()):
        along.append(along[-1] + hypot(next_east - east, next_north - north))
    return tuple(along)


def loop_length_m() -> float:
    """Length of one lap. [m]"""
    return _corner_metres()[-1]


def _place(along_m: float, run: SampleRun, second: int) -> tuple[float, float, float]:
    """Latitude, longitude [deg] and altitude [m] so far along the loop, as a receiver sees it."""
    length_m = loop_length_m()
    on_lap_m = along_m % length_m
    corner = min(bisect_right(_corner_metres(), on_lap_m), CORNERS) - 1
    (east, north), (next_east, next_north) = _loop()[corner : corner + 2]
    start_m, end_m = _corner_metres()[corner : corner + 2]
    share = (on_lap_m - start_m) / (end_m - start_m)
    east += share * (next_east - east) + GPS_TREMBLE_M * (noise("e", run.start, second) - 0.5)
    north += share * (next_north - north) + GPS_TREMBLE_M * (noise("n", run.start, second) - 0.5)
    latitude_deg = CENTRE_LATITUDE_DEG + north / METRES_PER_DEGREE
    east_deg = east / (METRES_PER_DEGREE * cos(radians(CENTRE_LATITUDE_DEG)))
    turn = 2 * pi * on_lap_m / length_m
    altitude_m = 24 + 9 * sin(turn + 0.6) + 5 * sin(3 * turn)
    return latitude_deg, CENTRE_LONGITUDE_DEG + east_deg, altitude_m
