"""What the points of a recording add up to: way, time on the move, climb, pulse."""

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from runwright.formats.geodesy import flat_distance_m, great_circle_m
from runwright.formats.track import Track

FASTEST_STEP_MPS = 12.5  # nobody has run faster; Bolt reached 12.4 m/s
STILL_WINDOW_S = 10.0  # standing is looked for in stretches this long; GPS trembles within
STILL_MPS = 0.5  # whoever stays closer than this to where the stretch began, stands
LONGEST_UNSEEN_S = 60.0  # without positions, a longer hole between points is a pause
CLIMB_M = 5.0  # a climb counts from here on; below it is the trembling of barometer and GPS
LOWEST_M, HIGHEST_M = -500.0, 9000.0  # where people run
SLOWEST_HEART_BPM, FASTEST_HEART_BPM = 30.0, 240.0  # outside, the sensor has slipped


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackFacts:
    """What the points of a recording add up to.

    Attributes
    ----------
    start_s, elapsed_s
        First point in seconds since 1970; time to the last one. [s]
    moving_s
        Time with pauses and standing left out. [s]
    distance_m
        As told by the points, else measured between positions. [m]; None without either
    ascent_m
        Climb, steps below 5 m left out. [m]; None without elevations
    mean_heart_rate_bpm, max_heart_rate_bpm
        None without heart rate.
    has_positions
        Whether any point says where it was.
    cut_m
        Way between positions left out because nobody runs that fast. [m]
    """

    start_s: float
    elapsed_s: float
    moving_s: float
    distance_m: float | None
    ascent_m: float | None
    mean_heart_rate_bpm: float | None
    max_heart_rate_bpm: float | None
    has_positions: bool
    cut_m: float


def facts_of(track: Track) -> TrackFacts:
    """Return what a track of at least one point, its times rising, adds up to."""
    heart = [bpm for bpm in track.heart_rate_bpm if SLOWEST_HEART_BPM <= bpm <= FASTEST_HEART_BPM]
    placed = list(track.positions())
    measured_m, cut_m = _distance_between(track, placed)
    told_m = told_distance_m(track)
    return TrackFacts(
        start_s=track.time_s[0],
        elapsed_s=track.time_s[-1] - track.time_s[0],
        moving_s=_moving_s(track, placed) if len(placed) > 1 else _running_clock_s(track),
        distance_m=told_m if told_m is not None else measured_m,
        ascent_m=_ascent_m(track),
        mean_heart_rate_bpm=sum(heart) / len(heart) if heart else None,
        max_heart_rate_bpm=max(heart) if heart else None,
        has_positions=bool(placed),
        cut_m=cut_m if told_m is None else 0.0,
    )


def told_distance_m(track: Track) -> float | None:
    """Return how far the device says it went; None where it says nothing that can be. [m]"""
    length_s = track.time_s[-1] - track.time_s[0]
    told = max((told for told in track.told_m if told > 0), default=0.0)
    return told if 0 < told <= FASTEST_STEP_MPS * length_s else None


def _distance_between(track: Track, placed: list[int]) -> tuple[float | None, float]:
    """Return the way between positions, and the way left out because nobody runs that fast. [m]

    A point too far off waits until the next one shows whether it was a stray (then it is dropped)
    or the place really changed, by a jump of the receiver or in a car (then the way is left out).
    """
    if len(placed) < 2:  # noqa: PLR2004  # one position has no way to another
        return None, 0.0
    total, cut = 0.0, 0.0
    breaks = _passed_breaks(track, placed)
    here, stray = placed[0], None
    for at in placed[1:]:
        step = 0.0 if at in breaks else _step_m(track, here, at)
        if step is None and stray is not None:
            step = _step_m(track, stray, at)
            cut += _way_m(track, here, stray) if step is not None else 0.0
        if step is None:
            stray = at
        else:
            total += step
            here, stray = at, None
    return total, cut


def _passed_breaks(track: Track, placed: list[int]) -> frozenset[int]:
    """Return the first positions after each break of the recording."""
    places = (bisect_left(placed, at) for at in track.breaks)
    return frozenset(placed[place] for place in places if place < len(placed))


def _step_m(track: Track, start: int, end: int) -> float | None:
    """Return the way from one point to another; None when nobody could run it in the time."""
    way = _way_m(track, start, end)
    return way if way <= FASTEST_STEP_MPS * (track.time_s[end] - track.time_s[start]) else None


def _way_m(track: Track, start: int, end: int) -> float:
    return great_circle_m(
        track.latitude_deg[start],
        track.longitude_deg[start],
        track.latitude_deg[end],
        track.longitude_deg[end],
    )


def _moving_s(track: Track, placed: list[int]) -> float:
    """Return the time in which the positions leave the spot. [s]"""
    breaks = _passed_breaks(track, placed)
    moving, start, reach = 0.0, placed[0], 0.0
    for before, at in pairwise(placed):
        if at in breaks:
            moving += _moved(track, start, before, reach)
            start, reach = at, 0.0
            continue
        reach = max(reach, _reach_m(track, start, at))
        if track.time_s[at] - track.time_s[start] >= STILL_WINDOW_S:
            moving += _moved(track, start, at, reach)
            start, reach = at, 0.0
    return moving + _moved(track, start, placed[-1], reach)


def _moved(track: Track, start: int, end: int, reach_m: float) -> float:
    """Return the length of a stretch when it got off the spot, on foot, else 0. [s]"""
    length = track.time_s[end] - track.time_s[start]
    return length if STILL_MPS * length <= reach_m <= FASTEST_STEP_MPS * length else 0.0


def _reach_m(track: Track, start: int, end: int) -> float:
    return flat_distance_m(
        track.latitude_deg[start],
        track.longitude_deg[start],
        track.latitude_deg[end],
        track.longitude_deg[end],
    )


def _running_clock_s(track: Track) -> float:
    """Return the time without breaks and holes, for tracks that do not say where. [s]"""
    breaks = frozenset(track.breaks)
    steps = ((at, track.time_s[at] - track.time_s[at - 1]) for at in range(1, len(track)))
    return math.fsum(step for at, step in steps if at not in breaks and step <= LONGEST_UNSEEN_S)


def _ascent_m(track: Track) -> float | None:
    """Return the climb: from every low to the next high, when they differ by 5 m or more. [m]"""
    low = high = None
    total = 0.0
    for elevation in track.elevation_m:
        if not LOWEST_M <= elevation <= HIGHEST_M:
            continue
        if low is None or high is None:
            low = high = elevation
        elif elevation > high:
            high = elevation
        elif elevation < low or high - elevation >= CLIMB_M:
            total += high - low if high - low >= CLIMB_M else 0.0
            low = high = elevation
    if low is None or high is None:
        return None
    return total + (high - low if high - low >= CLIMB_M else 0.0)
