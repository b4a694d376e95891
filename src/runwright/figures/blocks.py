"""Things in the room as the viewer sees them, at rest or moving with the body."""

from collections.abc import Iterable
from dataclasses import replace
from math import cos, hypot, pi, sin

from runwright.figures.camera import Camera
from runwright.figures.gear import Block, Face, Span, Standing
from runwright.figures.shapes import Ink, Layer, Shape, round_spot, stroke
from runwright.figures.skeleton import Skeleton
from runwright.figures.solids import (
    CLOTH,
    PANEL,
    STEEL,
    WOOD,
    Inks,
    cuboid,
    cylinder,
    leg,
    near_end,
    prism,
    ribbon,
)
from runwright.figures.vectors import V3, across, add, along, cross, sub, turned, unit

CHAIR_SEAT, CHAIR_LEG, CHAIR_BACK = 0.022, 0.018, 0.26  # thick, thick, high above the seat
BENCH_TOP, BOARD_THICK, BAR_WIDE = 0.045, 0.035, 0.010
INKS: dict[Block, Inks] = {
    Block.WALL: PANEL,
    Block.PAD: CLOTH,
    Block.TOWEL: CLOTH,
    Block.SLIDER: STEEL,
    Block.POST: STEEL,
}


def standing_layer(item: Standing, camera: Camera) -> Layer:
    """Return a thing as the viewer sees it."""
    return Layer(item.kind, tuple(DRAWN.get(item.kind, _plain)(item, camera)))


def moved(item: Standing, start: Skeleton, now: Skeleton) -> Standing:
    """Return a thing where the body has taken it since the start; the floor carries it."""
    if item.follows is None:
        return item
    if item.kind is Block.LEVER:
        return _on_shin(item, now)
    way = sub(now.points[item.follows], start.points[item.follows])
    share = 0.5 if item.kind in ROLLING else 1.0
    (x0, x1), (z0, z1) = item.x_share, item.z_share
    x, z = way[0] * share, way[2] * share
    if item.slope is None:
        return replace(item, x_share=(x0 + x, x1 + x), z_share=(z0 + z, z1 + z), rolled_share=x)
    (ax, ay), (bx, by) = item.slope
    y = way[1]
    return replace(item, slope=((ax + x, ay + y), (bx + x, by + y)), z_share=(z0 + z, z1 + z))


PAD_WIDE = 0.026  # radius of a round pad that holds shins or ankles


def _on_shin(item: Standing, body: Skeleton) -> Standing:
    """Return a lever between its pivot and its pad, as the slope of both ends."""
    side = str(item.follows).rpartition("_")[2]
    out = (0.024 + PAD_WIDE) * (1 if item.presses is Face.FRONT else -1)
    shank = body.frames[f"shank_{side}"]
    x, y, _ = add(body.points[str(item.follows)], turned(shank, (out, 0.05, 0.0)))
    return replace(item, slope=((_middle(item.x_share), item.top_share), (x, y)))


ROLLING = frozenset({Block.BALL, Block.ROLLER})


def _plain(item: Standing, camera: Camera) -> Iterable[Shape]:
    inks = INKS.get(item.kind, WOOD)
    return cuboid(item.x_share, item.y_share, item.z_share, inks, camera)


def _chair(item: Standing, camera: Camera) -> Iterable[Shape]:
    (x0, x1), (z0, z1), top = item.x_share, item.z_share, item.top_share
    under = top - CHAIR_SEAT
    yield from cuboid((x0, x0 + CHAIR_LEG), (top, top + CHAIR_BACK), item.z_share, WOOD, camera)
    for z in (z0, z1 - CHAIR_LEG):
        for x in (x0, x1 - CHAIR_LEG):
            thick = (x, x + CHAIR_LEG)
            yield from leg(thick, (0.0, under), (z, z + CHAIR_LEG), WOOD, camera)
    yield from cuboid((x0, x1), (under, top), item.z_share, WOOD, camera)


def _bench(item: Standing, camera: Camera) -> Iterable[Shape]:
    (x0, x1), (z0, z1), top = item.x_share, item.z_share, item.top_share
    under, thick = top - BENCH_TOP, 2 * CHAIR_LEG
    if x1 - x0 > z1 - z0:
        for x in (x0 + thick, x1 - 2 * thick):
            foot = (z0 + thick, z1 - thick)
            yield from leg((x, x + thick), (0.0, under), foot, STEEL, camera)
    else:
        inset = (x1 - x0) / 4
        for z in (z0, z1 - thick):
            yield from leg((x0 + inset, x1 - inset), (0.0, under), (z, z + thick), STEEL, camera)
    yield from cuboid((x0, x1), (under, top), item.z_share, CLOTH, camera)


def _board(item: Standing, camera: Camera) -> Iterable[Shape]:
    """Return a slanted pad; what rests on it touches the line of its slope."""
    (ax, ay), (bx, by) = item.slope or ((0.0, 0.0), (1.0, 0.0))
    size = hypot(bx - ax, by - ay)
    under = ((by - ay) / size * BOARD_THICK, -(bx - ax) / size * BOARD_THICK)
    profile = ((ax + under[0], ay + under[1]), (bx + under[0], by + under[1]), (bx, by), (ax, ay))
    return prism(profile, item.z_share, CLOTH, camera)


def _wedge(item: Standing, camera: Camera) -> Iterable[Shape]:
    (x0, x1), (low, top) = item.x_share, item.y_share
    return prism(((x0, low), (x1, low), (x0, top)), item.z_share, WOOD, camera)


def _rail(item: Standing, camera: Camera) -> Iterable[Shape]:
    (x0, x1), (z0, z1), top = item.x_share, item.z_share, item.top_share
    for z in (z0, z1 - CHAIR_LEG):
        yield from leg((x0, x1), (0.0, top), (z, z + CHAIR_LEG), STEEL, camera)
    yield from cuboid((x0, x1), (top - CHAIR_LEG, top), item.z_share, STEEL, camera)


def _bar(item: Standing, camera: Camera) -> Iterable[Shape]:
    x, y = _middle(item.x_share), item.top_share
    start, stop = (x, y, item.z_share[0]), (x, y, item.z_share[1])
    yield cylinder(start, stop, BAR_WIDE, Ink.IRON, camera)


def _roller(item: Standing, camera: Camera) -> Iterable[Shape]:
    (low, top), x = item.y_share, _middle(item.x_share)
    y, wide = _middle(item.y_share), (top - low) / 2
    start, stop = (x, y, item.z_share[0]), (x, y, item.z_share[1])
    yield cylinder(start, stop, wide, Ink.IRON_LIGHT, camera)
    end = near_end(start, stop, camera)
    back = (end[0], end[1], end[2] * 0.999)
    yield cylinder(back, end, wide, Ink.FABRIC, camera)
    yield cylinder(back, end, wide / 2.5, Ink.IRON, camera)


def _rolled(item: Standing, camera: Camera) -> Iterable[Shape]:
    (low, top), x = item.y_share, _middle(item.x_share)
    y, wide = _middle(item.y_share), (top - low) / 2
    start, stop = (x, y, item.z_share[0]), (x, y, item.z_share[1])
    yield cylinder(start, stop, wide, Ink.FABRIC, camera)
    end = near_end(start, stop, camera)
    back = (end[0], end[1], end[2] * 0.999)
    for part, ink in ((0.75, Ink.IRON_LIGHT), (0.55, Ink.FABRIC), (0.25, Ink.IRON_LIGHT)):
        yield cylinder(back, end, wide * part, ink, camera)


def _ball(item: Standing, camera: Camera) -> Iterable[Shape]:
    (low, top), z = item.y_share, _middle(item.z_share)
    centre = (_middle(item.x_share), _middle(item.y_share), z)
    wide = (top - low) / 2
    yield round_spot(centre, wide, Ink.FABRIC, camera)
    if wide > SEAM_FROM:
        yield stroke(tuple(_seam(centre, wide, item.rolled_share / wide, camera)), Ink.SOLE, camera)


SEAM_FROM = 0.1  # smaller balls are too small for a seam
SEAM_TILT = 0.6  # of a ball that has not rolled. [rad]
SEAM_STEPS = 6


def _seam(centre: V3, wide: float, turn: float, camera: Camera) -> Iterable[V3]:
    """Return what is seen of a line round a ball, which shows that it rolls."""
    normal = (cos(SEAM_TILT - turn), sin(SEAM_TILT - turn), 0.0)
    near = unit(across(camera.axes[2], normal))
    aside = cross(normal, near)
    for number in range(SEAM_STEPS + 1):
        angle = pi * (number / SEAM_STEPS - 0.5)
        at = along(centre, near, wide * SEAM_IN * cos(angle))
        yield along(at, aside, wide * SEAM_IN * sin(angle))


SEAM_IN = 0.97  # just inside the outline


def _anchor(item: Standing, camera: Camera) -> Iterable[Shape]:
    """Return a round pad that holds ankles down, on its two legs."""
    x, (z0, z1) = _middle(item.x_share), item.z_share
    y = item.top_share - PAD_WIDE
    for z in (z0, z1):
        yield from cuboid((x - 0.007, x + 0.007), (0.0, y), (z - 0.007, z + 0.007), STEEL, camera)
    yield from _pad((x, y), item.z_share, camera)


def _pad(at: Span, z: Span, camera: Camera) -> Iterable[Shape]:
    start, stop = (*at, z[0]), (*at, z[1])
    yield cylinder(start, stop, PAD_WIDE, Ink.IRON, camera)
    end = near_end(start, stop, camera)
    yield cylinder((end[0], end[1], end[2] * 0.99), end, PAD_WIDE, Ink.FABRIC, camera)


def _lever(item: Standing, camera: Camera) -> Iterable[Shape]:
    """Return a machine's arm from its pivot to its pad, beside the leg it works on."""
    pivot, pad = item.slope or ((0.0, 0.0), (0.0, 0.0))
    near = near_end((0.0, 0.0, item.z_share[0]), (0.0, 0.0, item.z_share[1]), camera)[2]
    line = [camera.seen((x, y, near)) for x, y in (pivot, pad)]
    yield ribbon(line, LEVER_WIDE, Ink.IRON_LIGHT)
    yield from _pad(pad, item.z_share, camera)
    yield round_spot((*pivot, near), 0.017, Ink.IRON, camera)


LEVER_WIDE = 15.0  # [drawing units]


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


DRAWN = {
    Block.CHAIR: _chair,
    Block.BENCH: _bench,
    Block.BOARD: _board,
    Block.WEDGE: _wedge,
    Block.RAIL: _rail,
    Block.BAR: _bar,
    Block.ROLLER: _roller,
    Block.ROLL: _rolled,
    Block.BALL: _ball,
    Block.ANCHOR: _anchor,
    Block.LEVER: _lever,
}
