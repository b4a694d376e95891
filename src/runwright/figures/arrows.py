"""The way of an arrow on paper: without wobble, and long enough to be seen on a telephone."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from runwright.figures.camera import P2

SHORTEST = 62.0  # of an arrow, without its head. [drawing units]
STILL = 1.0  # what goes no further than this has no direction. [drawing units]
ROUNDS = 2  # of smoothing
FEWEST = 4  # points that can wobble


def plain_way(points: Sequence[P2]) -> tuple[P2, ...]:
    """Return the points of an arrow: a short way drawn longer and straight, a long one smooth."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    far = hypot(x1 - x0, y1 - y0)
    if STILL < far < SHORTEST and _length(points) < SHORTEST:
        return _longer(points[0], points[-1], SHORTEST / far)
    way = tuple(points)
    for _ in range(ROUNDS if len(way) >= FEWEST else 0):
        way = _smoother(way)
    return way


def _length(points: Sequence[P2]) -> float:
    return sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))


def _longer(start: P2, stop: P2, times: float) -> tuple[P2, P2]:
    middle = ((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2)
    across, down = (stop[0] - start[0]) / 2 * times, (stop[1] - start[1]) / 2 * times
    return (middle[0] - across, middle[1] - down), (middle[0] + across, middle[1] + down)


def _smoother(points: tuple[P2, ...]) -> tuple[P2, ...]:
    inner = (
        ((ax + 2 * bx + cx) / 4, (ay + 2 * by + cy) / 4)
        for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False)
    )
    return (points[0], *inner, points[-1])
