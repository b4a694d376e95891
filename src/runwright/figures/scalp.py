"""A head from wherever it is seen: hair as the part of a round skull behind and above a plane.

Slower and plainer than the heads that only ever show their side, front or back; for heads that
turn, and for those that look up or down at the viewer.
"""

from collections.abc import Sequence
from math import acos, cos, pi, sin, sqrt

from runwright.figures.camera import P2, Camera
from runwright.figures.paths import Outline, curve, rounded
from runwright.figures.shapes import Ink, Shape
from runwright.figures.tube import Ring
from runwright.figures.vectors import M3, V3, add, cross, dot, scale, sub, transposed, turned, unit

SKULL: V3 = (-0.014, 0.019, 0.0)  # middle of the hair, from the middle of the head
WIDE: V3 = (0.057, 0.060, 0.050)  # and how far it reaches forward, up and sideways
HAIRLINE: V3 = (-0.66, 0.75, 0.0)  # away from the plane through brow and nape
CUT = -0.14  # how far that plane lies from the middle, where the skull is 1 wide
ROUND, ALONG = 7, 5  # points around the outside, and along the hairline
SMALLEST = 1e-6


def hair_shape(head: V3, skull: M3, camera: Camera) -> Shape:
    """Return the hair that is seen: an arc of the skull's outline, and back along the hairline."""
    seen_from = turned(transposed(skull), camera.axes[2])
    toward = unit((seen_from[0] / WIDE[0], seen_from[1] / WIDE[1], seen_from[2] / WIDE[2]))
    pole = unit(_stretched(HAIRLINE))
    aside = unit(cross(pole, toward))
    arc = (*_outside(pole, toward, aside), *_hairline(pole, toward, aside))
    seen = tuple(camera.seen(_on_head(head, skull, point)) for point in arc)
    return Shape(Ink.HAIR, curve(Outline(seen, frozenset({0, ROUND - 1}))), seen)


def _stretched(way: V3) -> V3:
    return (way[0] * WIDE[0], way[1] * WIDE[1], way[2] * WIDE[2])


def _on_head(head: V3, skull: M3, point: V3) -> V3:
    """Return a point of the ball, 1 wide, where it is on the skull."""
    return add(head, turned(skull, add(SKULL, _stretched(point))))


def _outside(pole: V3, toward: V3, aside: V3) -> list[V3]:
    """Return points of the ball's outline that lie beyond the plane."""
    above = unit(sub(pole, scale(toward, dot(pole, toward))))
    half = acos(_within(CUT / max(dot(pole, above), SMALLEST)))
    turns = (half * (2 * number / (ROUND - 1) - 1) for number in range(ROUND))
    return [add(scale(above, cos(turn)), scale(aside, sin(turn))) for turn in turns]


def _hairline(pole: V3, toward: V3, aside: V3) -> list[V3]:
    """Return points of the hairline that are turned to the viewer, its ends left out."""
    near = unit(sub(toward, scale(pole, dot(toward, pole))))
    wide = sqrt(1 - CUT * CUT)
    reach = wide * max(dot(toward, near), SMALLEST)
    half = acos(_within(-CUT * dot(pole, toward) / reach))
    turns = (half * (1 - 2 * (number + 1) / (ALONG + 1)) for number in range(ALONG))
    middle = scale(pole, CUT)
    return [
        add(middle, scale(add(scale(near, cos(turn)), scale(aside, sin(turn))), wide))
        for turn in turns
    ]


def _within(share: float) -> float:
    return max(-1.0, min(1.0, share))


CORNERS = 12  # of a hull


def hull_shape(rings: Sequence[Ring], ink: Ink, camera: Camera) -> Shape:
    """Return what rings fill together, drawn along the lines that touch them from all around."""
    step = 2 * pi / CORNERS
    ways = [(cos(step * number), sin(step * number)) for number in range(CORNERS)]
    far = [max(_touch(one, way, camera) for one in rings) for way in ways]
    points: list[P2] = []
    for number, (way, reach) in enumerate(zip(ways, far, strict=True)):
        following, beyond = ways[(number + 1) % CORNERS], far[(number + 1) % CORNERS]
        points.append((
            (reach * following[1] - beyond * way[1]) / sin(step),
            (beyond * way[0] - reach * following[0]) / sin(step),
        ))
    return Shape(ink, rounded(points), tuple(points))


def _touch(one: Ring, way: P2, camera: Camera) -> float:
    x, y = camera.seen(one.centre)
    return x * way[0] + y * way[1] + one.reaches(way, camera)[0]
