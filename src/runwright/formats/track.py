"""Points of a recording, one after the other, and which of them can be.

Rule for the next author: a recording may have millions of points, so they are kept as plain rows of
numbers, NaN where a point does not tell.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from runwright.formats.geodesy import is_place

NAN = math.nan
EARLIEST_S = 946_684_800  # 2000-01-01 in seconds since 1970; no watch recorded runs before
LONGEST_HOLE_S = 25 * 3600  # points further apart in time are not of one activity


def _row() -> "array[float]":
    return array("d")


@dataclass(slots=True)
class Track:
    """Points of one recording in file order.

    Attributes
    ----------
    time_s
        Seconds since 1970.
    latitude_deg, longitude_deg, elevation_m, heart_rate_bpm, told_m
        NaN where a point does not tell; `told_m` is the distance so far, as the device says.
    breaks
        Indices of points before which the recording was stopped.
    """

    time_s: "array[float]" = field(default_factory=_row)
    latitude_deg: "array[float]" = field(default_factory=_row)
    longitude_deg: "array[float]" = field(default_factory=_row)
    elevation_m: "array[float]" = field(default_factory=_row)
    heart_rate_bpm: "array[float]" = field(default_factory=_row)
    told_m: "array[float]" = field(default_factory=_row)
    breaks: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.time_s)

    def add(self, time_s: float, point: tuple[float, float, float, float, float]) -> None:
        """Append a point: latitude, longitude, elevation, heart rate, distance so far."""
        latitude_deg, longitude_deg, elevation_m, heart_rate_bpm, told_m = point
        on_earth = is_place(latitude_deg, longitude_deg)
        self.time_s.append(time_s)
        self.latitude_deg.append(latitude_deg if on_earth else NAN)
        self.longitude_deg.append(longitude_deg if on_earth else NAN)
        self.elevation_m.append(elevation_m)
        self.heart_rate_bpm.append(heart_rate_bpm)
        self.told_m.append(told_m)

    def pause(self) -> None:
        """Note that the recording was stopped before the next point."""
        if len(self) > 0 and (not self.breaks or self.breaks[-1] != len(self)):
            self.breaks.append(len(self))

    def extend(self, other: "Track") -> None:
        """Append the points of another track after a pause."""
        self.pause()
        start = len(self)
        for row, more in zip(self.rows(), other.rows(), strict=True):
            row.extend(more)
        self.breaks.extend(start + index for index in other.breaks)

    def picked(self, kept: list[int]) -> "Track":
        """Return a track of only these points, in this order; pauses stay where they were."""
        marks = [bisect_left(kept, index) for index in self.breaks]
        picked = Track(breaks=sorted({mark for mark in marks if 0 < mark < len(kept)}))
        for row, mine in zip(picked.rows(), self.rows(), strict=True):
            row.extend(mine[index] for index in kept)
        return picked

    def parts(self, longest_pause_s: float) -> "list[Track]":
        """Return the track cut wherever it pauses longer than this; usually just itself."""
        times = self.time_s
        cuts = [at for at in range(1, len(self)) if times[at] - times[at - 1] > longest_pause_s]
        if not cuts:
            return [self]
        return [
            self.picked(list(range(start, end)))
            for start, end in zip([0, *cuts], [*cuts, len(self)], strict=True)
        ]

    def positions(self) -> Iterator[int]:
        """Indices of the points that say where they are."""
        latitudes = self.latitude_deg
        return (at for at in range(len(self)) if not math.isnan(latitudes[at]))

    def rows(self) -> "tuple[array[float], ...]":
        """Return all rows of numbers, in the order of the fields."""
        return (
            self.time_s,
            self.latitude_deg,
            self.longitude_deg,
            self.elevation_m,
            self.heart_rate_bpm,
            self.told_m,
        )


def sane(track: Track, latest_s: float) -> Track:
    """Return the track without points whose time cannot be: unset clocks, steps back, far strays.

    Parameters
    ----------
    latest_s
        Latest time that can be. [s since 1970]
    """
    possible = sorted(time_s for time_s in track.time_s if EARLIEST_S <= time_s <= latest_s)
    first_s, last_s = _largest_cluster(possible)
    kept, latest = [], -math.inf
    for at, time_s in enumerate(track.time_s):
        if first_s <= time_s <= last_s and time_s > latest:
            kept.append(at)
            latest = time_s
    return track if len(kept) == len(track) else track.picked(kept)


def strays(track: Track, kept: Track) -> int:
    """Return how many points of `track` lie outside the time that `kept` covers."""
    if len(kept) == 0:
        return len(track)
    first_s, last_s = kept.time_s[0], kept.time_s[-1]
    return sum(not first_s <= time_s <= last_s for time_s in track.time_s)


def _largest_cluster(times_s: list[float]) -> tuple[float, float]:
    """Return start and end of the most points with no hole over 25 h between them."""
    if len(times_s) == 0:
        return math.inf, -math.inf
    if times_s[-1] - times_s[0] <= LONGEST_HOLE_S:
        return times_s[0], times_s[-1]
    cuts = [at for at in range(1, len(times_s)) if times_s[at] - times_s[at - 1] > LONGEST_HOLE_S]
    spans = zip([0, *cuts], [*cuts, len(times_s)], strict=True)
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return times_s[start], times_s[end - 1]
