"""Things around the figure: blocks on the floor, and weights that go where the hands go."""

from collections.abc import Iterable
from math import cos, pi, sin, sqrt

from runwright.figures.camera import P2, UNITS_PER_HEIGHT, Camera
from runwright.figures.figure import Block, Carried, Standing, Weight
from runwright.figures.joints import Side, sided
from runwright.figures.paths import polygon, rounded
from runwright.figures.shapes import Ink, Layer, Shape, round_spot
from runwright.figures.skeleton import Skeleton
from runwright.figures.vectors import (
    RIGHTWARD,
    UP,
    V3,
    add,
    along,
    between,
    cross,
    dot,
    scale,
    sub,
    turned,
    unit,
)

Inks = tuple[Ink, Ink, Ink]  # top, side, end
WOOD: Inks = (Ink.WOOD_TOP, Ink.WOOD, Ink.WOOD_SIDE)
CLOTH: Inks = (Ink.FABRIC, Ink.IRON_LIGHT, Ink.IRON)
PANEL: Inks = (Ink.WALL, Ink.WALL, Ink.WALL)
CHAIR_SEAT, CHAIR_LEG, CHAIR_BACK = 0.022, 0.018, 0.26  # thick, thick, high above the seat
BENCH_TOP = 0.045


def standing_layer(item: Standing, camera: Camera) -> Layer:
    """Return a block as the viewer sees it."""
    if item.kind is Block.CHAIR:
        shapes = tuple(_chair(item, camera))
    elif item.kind is Block.BENCH:
        shapes = tuple(_bench(item, camera))
    else:
        inks = {Block.WALL: PANEL, Block.PAD: CLOTH}.get(item.kind, WOOD)
        shapes = tuple(_cuboid(item.x_share, (0.0, item.height_share), item.z_share, inks, camera))
    return Layer(item.kind, shapes)


Span = tuple[float, float]


def _cuboid(x: Span, y: Span, z: Span, inks: Inks, camera: Camera) -> Iterable[Shape]:
    """Top, right side, and the end that is turned to the viewer."""
    end = x[1] if dot(camera.axes[2], (1.0, 0.0, 0.0)) > 0 else x[0]
    side = z[1] if dot(camera.axes[2], RIGHTWARD) > 0 else z[0]
    faces = (
        (inks[2], ((end, y[0], z[0]), (end, y[0], z[1]), (end, y[1], z[1]), (end, y[1], z[0]))),
        (inks[1], ((x[0], y[0], side), (x[1], y[0], side), (x[1], y[1], side), (x[0], y[1], side))),
        (inks[0], ((x[0], y[1], z[0]), (x[1], y[1], z[0]), (x[1], y[1], z[1]), (x[0], y[1], z[1]))),
    )
    for ink, corners in faces:
        seen = tuple(camera.seen(corner) for corner in corners)
        yield Shape(ink, polygon(seen), seen)


def _chair(item: Standing, camera: Camera) -> Iterable[Shape]:
    (x0, x1), (z0, z1), top = item.x_share, item.z_share, item.height_share
    under = top - CHAIR_SEAT
    yield from _cuboid((x0, x0 + CHAIR_LEG), (top, top + CHAIR_BACK), item.z_share, WOOD, camera)
    for z in (z0, z1 - CHAIR_LEG):
        for x in (x0, x1 - CHAIR_LEG):
            leg = (x, x + CHAIR_LEG)
            yield from _cuboid(leg, (0.0, under), (z, z + CHAIR_LEG), WOOD, camera)
    yield from _cuboid((x0, x1), (under, top), item.z_share, WOOD, camera)


def _bench(item: Standing, camera: Camera) -> Iterable[Shape]:
    (x0, x1), (z0, z1), top = item.x_share, item.z_share, item.height_share
    under, inset = top - BENCH_TOP, (x1 - x0) / 4
    iron: Inks = (Ink.IRON_LIGHT, Ink.IRON, Ink.IRON)
    for z in (z0, z1 - 2 * CHAIR_LEG):
        foot = (z, z + 2 * CHAIR_LEG)
        yield from _cuboid((x0 + inset, x1 - inset), (0.0, under), foot, iron, camera)
    yield from _cuboid((x0, x1), (under, top), item.z_share, CLOTH, camera)


def carried_shapes(item: Carried, body: Skeleton, camera: Camera) -> tuple[Shape, ...]:
    """Return a weight where the hands hold it."""
    if item.kind is Weight.BARBELL:
        return tuple(_barbell(item, body, camera))
    if item.kind is Weight.KETTLEBELL:
        return tuple(_kettlebell(_grip(item, body), camera))
    if len(item.sides) > 1:
        return tuple(_upright_bell(_grip(item, body), body, camera))
    side = min(item.sides)
    hand = body.frames[sided("hand", side)]
    return tuple(_dumbbell(_grip(item, body), turned(hand, (1.0, 0.0, 0.0)), camera))


def _grip(item: Carried, body: Skeleton) -> V3:
    grips = [body.points[sided("grip", side)] for side in sorted(item.sides)]
    return between(grips[0], grips[-1], 0.5)


HANDLE, HEAD_LONG, HEAD_WIDE = 0.042, 0.040, 0.033


def _dumbbell(grip: V3, axis: V3, camera: Camera) -> Iterable[Shape]:
    inner, outer = HANDLE, HANDLE + HEAD_LONG
    ends = sorted((1, -1), key=lambda sign: dot(camera.axes[2], scale(axis, sign)))
    for sign in ends:
        start, stop = along(grip, axis, sign * inner), along(grip, axis, sign * outer)
        yield _cylinder(start, stop, HEAD_WIDE, Ink.IRON, camera)
        if sign == ends[0]:
            bar = (along(grip, axis, -inner), along(grip, axis, inner))
            yield _cylinder(*bar, HEAD_WIDE / 3, Ink.IRON_LIGHT, camera)


BELL_WIDE, BELL_LONG = 0.044, 0.034


def _upright_bell(grip: V3, body: Skeleton, camera: Camera) -> Iterable[Shape]:
    """Return a dumbbell held upright by its upper end, as in a goblet."""
    up = turned(body.frames["chest"], UP)
    top, low = along(grip, up, 0.052), along(grip, up, -0.085)
    yield _cylinder(top, low, HEAD_WIDE / 3, Ink.IRON_LIGHT, camera)
    yield _cylinder(low, along(low, up, -BELL_LONG), BELL_WIDE, Ink.IRON, camera)
    yield _cylinder(top, along(top, up, -BELL_LONG), BELL_WIDE, Ink.IRON, camera)


HORN, BELL, BELL_BELOW = 0.032, 0.052, 0.074  # radii, and how far the ball hangs under the hand


def _kettlebell(grip: V3, camera: Camera) -> Iterable[Shape]:
    yield round_spot(along(grip, UP, -HORN / 2), HORN, Ink.IRON_LIGHT, camera)
    yield round_spot(along(grip, UP, -BELL_BELOW), BELL, Ink.IRON, camera)


BAR_HALF, PLATE_WIDE, PLATE_THICK = 0.27, 0.060, 0.026


def _barbell(item: Carried, body: Skeleton, camera: Camera) -> Iterable[Shape]:
    if item.on_hips:
        middle = add(body.points["pelvis"], turned(body.frames["pelvis"], HIP_CREASE))
        axis = turned(body.frames["pelvis"], RIGHTWARD)
    else:
        right, left = body.points["grip_right"], body.points["grip_left"]
        middle, axis = between(left, right, 0.5), unit(sub(right, left))
    ends = sorted((1, -1), key=lambda sign: dot(camera.axes[2], scale(axis, sign)))
    for sign in ends:
        start = along(middle, axis, sign * (BAR_HALF - PLATE_THICK))
        yield _cylinder(start, along(middle, axis, sign * BAR_HALF), PLATE_WIDE, Ink.IRON, camera)
        if sign == ends[0]:
            bar = (along(middle, axis, -BAR_HALF), along(middle, axis, BAR_HALF))
            yield _cylinder(*bar, BAR_WIDE, Ink.IRON_LIGHT, camera)


HIP_CREASE: V3 = (0.066, 0.034, 0.0)
BAR_WIDE = 0.010


NEARLY_UPRIGHT = 0.9  # beyond it, up and the axis make no plane
CORNERS = 8  # of the outline of a round thing


def _cylinder(start: V3, stop: V3, radius: float, ink: Ink, camera: Camera) -> Shape:
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
        far = radius * UNITS_PER_HEIGHT / size
        centre = max(ends, key=lambda end: end[0] * way[0] + end[1] * way[1])
        points.append((
            centre[0] + far * (a[0] * forth + b[0] * up),
            centre[1] + far * (a[1] * forth + b[1] * up),
        ))
    return Shape(ink, rounded(points), tuple(points))


def fists(carried: Iterable[Carried]) -> frozenset[Side]:
    """Return the hands that hold something."""
    return frozenset(side for item in carried for side in item.sides)
