"""The frames of a movement: from start to end, and to the other side where sides alternate."""

from dataclasses import dataclass
from math import acos, pi

from runwright.figures.figure import Figure, mirrored_pose
from runwright.figures.pose import Pose
from runwright.figures.segments import Build
from runwright.figures.settle import Settled, mixed, settled
from runwright.figures.timeline import Timeline

STEPS = 7  # from one keyframe to the next; limbs turn less than 20 degrees in one of them


@dataclass(frozen=True, slots=True)
class Motion:
    """Frames from start to end, and the way to the other side's end; empty where there is none."""

    frames: tuple[Settled, ...]
    other_way: tuple[Settled, ...] = ()

    @property
    def start(self) -> Settled:
        """The first keyframe."""
        return self.frames[0]

    @property
    def end(self) -> Settled:
        """The keyframe the movement goes to."""
        return self.frames[-1]

    @property
    def all_frames(self) -> tuple[Settled, ...]:
        """Every frame, the other side's included."""
        return self.frames + self.other_way


def motion_of(figure: Figure, build: Build, *, alternating: bool) -> Motion:
    """Return the frames of a figure, and of its other side where sides alternate."""
    start, end = figure.start, figure.end
    way = _way(start, end, build)
    return Motion(way, _way(start, mirrored_pose(end), build)[1:] if alternating else ())


def _way(start: Pose, end: Pose, build: Build) -> tuple[Settled, ...]:
    first, last = settled(start, build), settled(end, build)
    between = (mixed(first, last, number / STEPS, build) for number in range(1, STEPS))
    return (first, *between, last)


def schedule(motion: Motion, times: Timeline) -> tuple[tuple[int, float], ...]:
    """Return which frame of ``all_frames`` is reached when, as a share of the whole loop. [1]

    Equal steps of the movement come at the times of a smooth start and a smooth stop.
    """
    last = len(motion.frames) - 1
    ways = [tuple(range(last + 1))]
    if motion.other_way:
        ways.append((0, *range(last + 1, len(motion.all_frames))))
    events: list[tuple[int, float]] = []
    begun_s = 0.0
    for way in ways:
        steps = len(way) - 1
        turned_s = begun_s + times.out_s + times.pause_s
        events += [(f, begun_s + times.out_s * eased(n / steps)) for n, f in enumerate(way)]
        back = tuple(reversed(way))
        events += [(f, turned_s + times.back_s * eased(n / steps)) for n, f in enumerate(back)]
        begun_s += times.whole_s
    events.append((0, begun_s))
    return tuple((frame, at_s / begun_s) for frame, at_s in _strictly_later(events))


def _strictly_later(events: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Drop an event that repeats the one before at the same time."""
    kept = events[:1]
    for frame, at_s in events[1:]:
        if (frame, at_s) != kept[-1]:
            kept.append((frame, at_s))
    return kept


def eased(share: float) -> float:
    """Return when a smooth movement has gone `share` of its way, both 0 to 1."""
    return acos(1 - 2 * share) / pi
