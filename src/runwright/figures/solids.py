"""Plain solids on paper: boxes, slanted boards, round bars and ribbons."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin, sqrt

from runwright.figures.camera import P2, Camera
from runwright.figures.gear import Span
from runwright.figures.paths import Outline, curve, polygon, rounded
from runwright.figures.shapes import Ink, Shape
from runwright.figures.vectors import FORWARD, RIGHTWARD, UP, V3, cross, dot, sub, unit

Inks = tuple[Ink, Ink, Ink]  # top, side, end
WOOD: Inks = (Ink.WOOD_TOP, Ink.WOOD, Ink.WOOD_SIDE)
CLOTH: Inks = (Ink.FABRIC, Ink.IRON_LIGHT, Ink.IRON)
PANEL: Inks = (Ink.WALL, Ink.WALL, Ink.WALL)
STEEL: Inks = (Ink.IRON_LIGHT, Ink.IRON, Ink.IRON)


def facet(ink: Ink, corners: Sequence[V3], camera: Camera) -> Shape:
    """Return a flat face."""
    seen = tuple(camera.seen(corner) for corner in corners)
    return Shape(ink, polygon(seen), seen)


def cuboid(x: Span, y: Span, z: Span, inks: Inks, camera: Camera) -> Iterable[Shape]:
    """Top, right side, and the end that is turned to the viewer."""
    end = x[1] if dot(camera.axes[2], FORWARD) > 0 else x[0]
    side = z[1] if dot(camera.axes[2], RIGHTWARD) > 0 else z[0]
    faces = (
        (inks[2], ((end, y[0], z[0]), (end, y[0], z[1]), (end, y[1], z[1]), (end, y[1], z[0]))),
        (inks[1], ((x[0], y[0], side), (x[1], y[0], side), (x[1], y[1], side), (x[0], y[1], side))),
        (inks[0], ((x[0], y[1], z[0]), (x[1], y[1], z[0]), (x[1], y[1], z[1]), (x[0], y[1], z[1]))),
    )
    for ink, corners in faces:
        yield facet(ink, corners, camera)


def leg(x: Span, y: Span, z: Span, inks: Inks, camera: Camera) -> Iterable[Shape]:
    """Side and end of a cuboid on whose top something lies."""
    return tuple(cuboid(x, y, z, inks, camera))[:-1]


def prism(profile: Sequence[P2], z: Span, inks: Inks, camera: Camera) -> Iterable[Shape]:
    """Return a solid with a constant profile (forward, up; counter-clockwise) across the room."""
    toward = camera.axes[2]
    side = z[1] if dot(toward, RIGHTWARD) > 0 else z[0]
    for (x0, y0), (x1, y1) in zip(profile, (*profile[1:], profile[0]), strict=True):
        out = (y1 - y0, x0 - x1, 0.0)
        if dot(toward, out) > 0:
            ink = inks[0] if out[1] > abs(out[0]) else inks[2]
            yield facet(
                ink, ((x0, y0, z[0]), (x1, y1, z[0]), (x1, y1, z[1]), (x0, y0, z[1])), camera
            )
    yield facet(inks[1], tuple((x, y, side) for x, y in profile), camera)


NEARLY_UPRIGHT = 0.9  # beyond it, up and the axis make no plane
CORNERS = 8  # of the outline of a round thing


def cylinder(start: V3, stop: V3, radius: float, ink: Ink, camera: Camera) -> Shape:
    """Return a round bar: the hull of its two ends, sampled in fixed directions on paper."""
    axis = unit(sub(stop, start))
    aside = unit(cross(axis, UP if abs(axis[1]) < NEARLY_UPRIGHT else RIGHTWARD))
    above = cross(aside, axis)
    a, b = camera.seen_way(aside), camera.seen_way(above)
    ends = (camera.seen(start), camera.seen(stop))
    points: list[P2] = []
    for number in range(CORNERS):
        angle = 2 * pi * number / CORNERS
        way = (cos(angle), sin(angle))
        forth, up = a[0] * way[0] + a[1] * way[1], b[0] * way[0] + b[1] * way[1]
        size = sqrt(forth * forth + up * up) or 1.0
        far = radius * camera.units / size
        centre = max(ends, key=lambda end: end[0] * way[0] + end[1] * way[1])
        points.append((
            centre[0] + far * (a[0] * forth + b[0] * up),
            centre[1] + far * (a[1] * forth + b[1] * up),
        ))
    return Shape(ink, rounded(points), tuple(points))


def near_end(start: V3, stop: V3, camera: Camera) -> V3:
    """Return the end of a bar that is turned to the viewer."""
    return stop if dot(camera.axes[2], sub(stop, start)) > 0 else start


def ribbon(points: Sequence[P2], width: float, ink: Ink) -> Shape:
    """Return a stiff band of one width along points on paper. [drawing units]"""
    edge = _edge(points, width)
    return Shape(ink, polygon(edge), edge)


def soft_ribbon(points: Sequence[P2], width: float, ink: Ink) -> Shape:
    """Return a band that bends smoothly."""
    edge, count = _edge(points, width), len(points)
    ends = frozenset({0, count - 1, count, 2 * count - 1})
    return Shape(ink, curve(Outline(edge, ends)), edge)


def _edge(points: Sequence[P2], width: float) -> tuple[P2, ...]:
    sides: tuple[list[P2], list[P2]] = ([], [])
    for number, (x, y) in enumerate(points):
        before, after = points[max(number - 1, 0)], points[min(number + 1, len(points) - 1)]
        way = (after[0] - before[0], after[1] - before[1])
        size = hypot(*way) or 1.0
        aside = (-way[1] / size * width / 2, way[0] / size * width / 2)
        sides[0].append((x + aside[0], y + aside[1]))
        sides[1].append((x - aside[0], y - aside[1]))
    return (*sides[0], *reversed(sides[1]))
