"""A part of the body as rings along a bone, and the outline it has on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import cos, hypot, radians, sin

from runwright.figures.camera import P2, Camera
from runwright.figures.paths import Outline
from runwright.figures.vectors import M3, V3, along

SHORTEST_STEP = 1.0  # drawing units; nearer than this, two rings give no direction


@dataclass(frozen=True, slots=True)
class Ring:
    """A cross-section: half an ellipse to the front and half of one to the back.

    Attributes
    ----------
    ahead, side
        Directions to its front and to its right.
    front_share, back_share, half_share
        How far it reaches to the front, to the back, and to each side. [1]
    """

    centre: V3
    ahead: V3
    side: V3
    front_share: float
    back_share: float
    half_share: float

    def reaches(self, way: P2, camera: Camera) -> P2:
        """Return how far the ring reaches on paper towards `way`, and against. [drawing units]"""
        ahead, side = camera.seen_way(self.ahead), camera.seen_way(self.side)
        forth = ahead[0] * way[0] + ahead[1] * way[1]
        aside = side[0] * way[0] + side[1] * way[1]
        wide = self.half_share * aside
        front, back = self.front_share * forth, self.back_share * forth
        return (
            hypot(front if forth > 0 else back, wide) * camera.units,
            hypot(front if forth < 0 else back, wide) * camera.units,
        )


class End(Enum):
    """How a tube ends."""

    ROUND = "round"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Tube:
    """Rings from start to end.

    Attributes
    ----------
    is_soled
        Whether its back is a straight line, of which only the ends are drawn.
    """

    rings: tuple[Ring, ...]
    start: End = End.ROUND
    end: End = End.ROUND
    is_soled: bool = False


def ring(
    matrix: M3, start: V3, end: V3, row: tuple[float, float, float, float], girth: float = 1.0
) -> Ring:
    """Return the ring at share ``row[0]`` of a bone, with front, back and half-width of the row."""
    share, front, back, half = row
    centre = (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
        start[2] + (end[2] - start[2]) * share,
    )
    ahead = (matrix[0][0], matrix[1][0], matrix[2][0])
    side = (matrix[0][2], matrix[1][2], matrix[2][2])
    return Ring(centre, ahead, side, front * girth, back * girth, half * girth)


def outline(tube: Tube, camera: Camera) -> Outline:
    """Return the outline of a tube on paper: down one side, round the end, up the other."""
    spots = [camera.seen(one.centre) for one in tube.rings]
    ways = _ways(tube.rings, spots, camera)
    left: list[P2] = []
    right: list[P2] = []
    for one, spot, way in zip(tube.rings, spots, ways, strict=True):
        across, up = -way[1], way[0]
        x, y = spot
        out, back = one.reaches((across, up), camera)
        left.append((x + across * out, y + up * out))
        right.append((x - across * back, y - up * back))
    if tube.is_soled:
        left, right = _soled(tube, camera, ways, left, right)
    points = [*left]
    corners: set[int] = set()
    if tube.end is End.ROUND:
        points.append(_cap(left[-1], right[-1], ways[-1]))
    else:
        corners |= {len(left) - 1, len(left)}
    points += reversed(right)
    if tube.start is End.ROUND:
        points.append(_cap(left[0], right[0], (-ways[0][0], -ways[0][1])))
    else:
        corners |= {0, len(points) - 1}
    return Outline(tuple(points), frozenset(corners))


def _soled(
    tube: Tube, camera: Camera, ways: list[P2], left: list[P2], right: list[P2]
) -> tuple[list[P2], list[P2]]:
    """Leave out what lies between the ends and the bend of a straight back."""
    middle = len(ways) // 2
    ahead = camera.seen_way(tube.rings[middle].ahead)
    is_left_front = ahead[1] * ways[middle][0] - ahead[0] * ways[middle][1] > 0
    if is_left_front:
        return left, [right[0], *right[-2:]]
    return [left[0], *left[-2:]], right


ROUNDNESS = 0.46  # a cap bulges by this share of its width: a little less than half a circle


def _cap(left: P2, right: P2, way: P2) -> P2:
    width = hypot(left[0] - right[0], left[1] - right[1])
    middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
    return _stepped(middle, way, width * ROUNDNESS)


def _stepped(start: P2, way: P2, far: float) -> P2:
    return (start[0] + way[0] * far, start[1] + way[1] * far)


def _ways(rings: Sequence[Ring], spots: Sequence[P2], camera: Camera) -> list[P2]:
    """Direction of the tube on paper at each ring.

    It runs from neighbour to neighbour, or over more rings where a limb points at the viewer and
    its rings lie closer together than they are wide.
    """
    ways: list[P2] = []
    known: P2 = (0.0, 1.0)
    for number, one in enumerate(rings):
        far = one.half_share * camera.units * FORESHORTENED
        before, after = _away(spots, number, -1, far), _away(spots, number, 1, far)
        step = (after[0] - before[0], after[1] - before[1])
        size = hypot(*step)
        if size > SHORTEST_STEP:
            known = (step[0] / size, step[1] / size)
        ways.append(known)
    return ways


FORESHORTENED = 0.7  # rings closer than this share of their half-width say little of a direction


def _away(spots: Sequence[P2], number: int, sense: int, far: float) -> P2:
    """Return the next spot that is `far` away, or the last one."""
    at, last = number + sense, len(spots) - 1
    if not 0 <= at <= last:
        return spots[number]
    x, y = spots[number]
    while 0 < at < last and hypot(spots[at][0] - x, spots[at][1] - y) < far:
        at += sense
    return spots[at]


def patch(rings: Sequence[Ring], angles_deg: tuple[float, float], camera: Camera) -> Outline:
    """Return what is seen of a strip of skin along a tube.

    Parameters
    ----------
    angles_deg
        From where to where around each ring: 0 is its front, 90 its right, 180 its back.
    """
    spots = [camera.seen(one.centre) for one in rings]
    ways = _ways(rings, spots, camera)
    edges = [_edges(one, way, angles_deg, camera) for one, way in zip(rings, ways, strict=True)]
    if max(high - low for low, high in edges) < SLIVER:
        edges = [((low + high) / 2,) * 2 for low, high in edges]
    left = [
        _stepped(spot, (-way[1], way[0]), edge[1])
        for spot, way, edge in zip(spots, ways, edges, strict=True)
    ]
    right = [
        _stepped(spot, (-way[1], way[0]), edge[0])
        for spot, way, edge in zip(spots, ways, edges, strict=True)
    ]
    if len(rings) == SHORT_STRIP:
        return Outline((*left, *reversed(right)))
    tips = (_midpoint(left[-1], right[-1]), _midpoint(left[0], right[0]))
    return Outline((*left[1:-1], tips[0], *reversed(right[1:-1]), tips[1]))


SLIVER = 6.0  # a strip that is seen no wider than this is not drawn. [drawing units]
SHORT_STRIP = 2  # rings; too few for a strip with pointed ends


def _midpoint(a: P2, b: P2) -> P2:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


STRIP_SAMPLES = 12  # points looked at around a ring
FACING_AWAY = -0.25  # skin turned further from the viewer than this is not seen
INSIDE = 0.93  # a muscle ends a little inside the outline


def _edges(
    one: Ring, way: P2, angles_deg: tuple[float, float], camera: Camera
) -> tuple[float, float]:
    """Lowest and highest offset across the tube of the strip's points that face the viewer."""
    low, high = angles_deg
    across = (-way[1], way[0])
    offsets: list[float] = []
    ahead, side = camera.seen_way(one.ahead), camera.seen_way(one.side)
    toward = camera.axes[2]
    ahead_near = sum(a * b for a, b in zip(one.ahead, toward, strict=True))
    side_near = sum(a * b for a, b in zip(one.side, toward, strict=True))
    for number in range(STRIP_SAMPLES + 1):
        angle = radians(low + (high - low) * number / STRIP_SAMPLES)
        forth, aside = cos(angle), sin(angle)
        if forth * ahead_near + aside * side_near < FACING_AWAY:
            continue
        deep = (one.front_share if forth > 0 else one.back_share) * forth
        wide = one.half_share * aside
        offsets.append(
            deep * (ahead[0] * across[0] + ahead[1] * across[1])
            + wide * (side[0] * across[0] + side[1] * across[1])
        )
    if not offsets:
        return (0.0, 0.0)
    unit = camera.units * INSIDE
    return (min(offsets) * unit, max(offsets) * unit)


def moved_ring(one: Ring, way: V3, far: float) -> Ring:
    """Return a ring `far` further in a direction."""
    return Ring(
        along(one.centre, way, far),
        one.ahead,
        one.side,
        one.front_share,
        one.back_share,
        one.half_share,
    )
