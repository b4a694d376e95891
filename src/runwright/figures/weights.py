"""Weights where hands, hips or back hold them."""

from collections.abc import Iterable

from runwright.figures.camera import Camera
from runwright.figures.flesh import vest_tube
from runwright.figures.gear import Carried, Hold, Order, Weight
from runwright.figures.joints import Side, sided
from runwright.figures.rope import rope_pieces
from runwright.figures.shapes import Ink, Look, Shape, drawn, round_spot
from runwright.figures.skeleton import Skeleton
from runwright.figures.solids import cylinder, ribbon
from runwright.figures.trap_bar import trap_bar
from runwright.figures.vectors import (
    FORWARD,
    RIGHTWARD,
    UP,
    V3,
    add,
    along,
    between,
    dot,
    scale,
    sub,
    turned,
    unit,
)

Piece = tuple[Order, tuple[Shape, ...]]


def weight_pieces(item: Carried, body: Skeleton, look: Look) -> Iterable[Piece]:
    """Every piece of a weight and what it lies just behind."""
    near, camera = look.near, look.camera
    order = Order.NEAR_ARM if near in item.sides else Order.FAR_ARM
    if item.kind is Weight.BARBELL and item.hold is Hold.BACK:
        yield from _on_back(body, camera)
    elif item.kind is Weight.TRAP_BAR:
        yield from trap_bar(body, near, camera)
    elif item.kind is Weight.ROPE:
        yield from rope_pieces(body, near, camera)
    elif item.kind is Weight.VEST:
        yield Order.NEAR_LEG, (drawn(vest_tube(body, look.build), Ink.IRON, camera),)
    elif item.kind is Weight.KETTLEBELL and item.hold is Hold.FOOT:
        order = Order.HEAD if near in item.sides else Order.TRUNK
        yield order, tuple(_kettlebell(_instep(item, body), camera))
    else:
        if item.hold is Hold.RACK and near in item.sides:
            order = Order.NOTHING  # it lies on the outside of the forearm
        yield order, tuple(_in_hands(item, body, camera))


def fists(carried: Iterable[Carried]) -> frozenset[Side]:
    """Return the hands that hold something."""
    held = (item for item in carried if item.hold not in {Hold.FOOT, Hold.WORN})
    return frozenset(side for item in held for side in item.sides)


def _in_hands(item: Carried, body: Skeleton, camera: Camera) -> Iterable[Shape]:
    if item.kind in {Weight.STICK, Weight.BAR}:
        return (_stick(item, body, camera),)
    if item.kind is Weight.BARBELL:
        return _barbell(*_bar_line(item, body), camera)
    if item.kind is Weight.KETTLEBELL:
        if item.hold is Hold.RACK:
            return _racked(min(item.sides), body, camera)
        return _kettlebell(_grip(item, body), camera)
    return _dumbbells(item, body, camera)


def _dumbbells(item: Carried, body: Skeleton, camera: Camera) -> Iterable[Shape]:
    if item.hold is Hold.HIPS:
        return _dumbbell(*_bar_line(item, body), camera)
    side = min(item.sides)
    if item.hold is Hold.THIGHS:
        thigh = body.frames[sided("thigh", side)]
        at = between(body.points[sided("hip", side)], body.points[sided("knee", side)], 0.84)
        return _dumbbell(add(at, turned(thigh, ON_THIGH)), turned(thigh, FORWARD), camera)
    if len(item.sides) > 1:
        return _upright_bell(_grip(item, body), body, camera)
    return _dumbbell(_grip(item, body), turned(body.frames[sided("hand", side)], FORWARD), camera)


def _grip(item: Carried, body: Skeleton) -> V3:
    grips = [body.points[sided("grip", side)] for side in sorted(item.sides)]
    return between(grips[0], grips[-1], 0.5)


HANDLE, HEAD_LONG, HEAD_WIDE = 0.042, 0.040, 0.033
HANDLE_WIDE = 20.0  # [drawing units]
ON_THIGH: V3 = (0.036 + HANDLE + HEAD_LONG, 0.0, 0.0)  # the middle of a dumbbell standing on it


def _dumbbell(grip: V3, axis: V3, camera: Camera) -> Iterable[Shape]:
    inner, outer = HANDLE, HANDLE + HEAD_LONG
    ends = sorted((1, -1), key=lambda sign: dot(camera.axes[2], scale(axis, sign)))
    for sign in ends:
        start, stop = along(grip, axis, sign * inner), along(grip, axis, sign * outer)
        yield cylinder(start, stop, HEAD_WIDE, Ink.IRON, camera)
        if sign == ends[0]:
            bar = [camera.seen(along(grip, axis, way * inner)) for way in (-1, 1)]
            yield ribbon(bar, HANDLE_WIDE, Ink.IRON_LIGHT)


BELL_WIDE, BELL_LONG = 0.044, 0.034


def _upright_bell(grip: V3, body: Skeleton, camera: Camera) -> Iterable[Shape]:
    """Return a dumbbell held upright by its upper end, as in a goblet."""
    up = turned(body.frames["chest"], UP)
    top, low = along(grip, up, 0.052), along(grip, up, -0.085)
    yield cylinder(top, low, HEAD_WIDE / 3, Ink.IRON_LIGHT, camera)
    yield cylinder(low, along(low, up, -BELL_LONG), BELL_WIDE, Ink.IRON, camera)
    yield cylinder(top, along(top, up, -BELL_LONG), BELL_WIDE, Ink.IRON, camera)


HORN, BELL, BELL_BELOW = 0.032, 0.052, 0.074  # radii, and how far the ball hangs under the hand


def _kettlebell(grip: V3, camera: Camera) -> Iterable[Shape]:
    yield round_spot(along(grip, UP, -HORN / 2), HORN, Ink.IRON_LIGHT, camera)
    yield round_spot(along(grip, UP, -BELL_BELOW), BELL, Ink.IRON, camera)


def _racked(side: Side, body: Skeleton, camera: Camera) -> Iterable[Shape]:
    """Return a bell that rests on the outside of the forearm, its handle in the fist."""
    chest = body.frames["chest"]
    wrist, elbow = body.points[sided("wrist", side)], body.points[sided("elbow", side)]
    bell = add(between(wrist, elbow, 0.35), turned(chest, (0.03, 0.0, side.outward * 0.04)))
    yield round_spot(
        between(body.points[sided("grip", side)], bell, 0.3), HORN, Ink.IRON_LIGHT, camera
    )
    yield round_spot(bell, BELL, Ink.IRON, camera)


def _instep(item: Carried, body: Skeleton) -> V3:
    """Return where a handle hangs on a shoe."""
    side = min(item.sides)
    return between(body.points[sided("ankle", side)], body.points[sided("ball", side)], 0.6)


BAR_HALF, PLATE_WIDE, PLATE_THICK = 0.27, 0.060, 0.026
BAR_WIDE = 0.010
HIP_CREASE: V3 = (0.066, 0.034, 0.0)  # from the middle of the hips
UPPER_BACK: V3 = (-0.064, 0.108, 0.0)  # from the bend between the shoulder blades


def _bar_line(item: Carried, body: Skeleton) -> tuple[V3, V3]:
    """Return the middle and the direction of something long across the body."""
    if item.hold is Hold.HIPS:
        pelvis = body.frames["pelvis"]
        return add(body.points["pelvis"], turned(pelvis, HIP_CREASE)), turned(pelvis, RIGHTWARD)
    right, left = body.points["grip_right"], body.points["grip_left"]
    return between(left, right, 0.5), unit(sub(right, left))


def _barbell(middle: V3, axis: V3, camera: Camera) -> Iterable[Shape]:
    far, near = _from_far(axis, camera)
    yield _plate(middle, far, camera)
    yield cylinder(
        along(middle, far, BAR_HALF),
        along(middle, near, BAR_HALF),
        BAR_WIDE,
        Ink.IRON_LIGHT,
        camera,
    )
    yield _plate(middle, near, camera)


def _plate(middle: V3, way: V3, camera: Camera) -> Shape:
    start, stop = along(middle, way, BAR_HALF - PLATE_THICK), along(middle, way, BAR_HALF)
    return cylinder(start, stop, PLATE_WIDE, Ink.IRON, camera)


def _from_far(axis: V3, camera: Camera) -> tuple[V3, V3]:
    """Return the two ways along an axis, the one away from the viewer first."""
    back = scale(axis, -1)
    return (back, axis) if dot(camera.axes[2], axis) > 0 else (axis, back)


def _on_back(body: Skeleton, camera: Camera) -> Iterable[Piece]:
    """Return a bar on the muscle of the upper back: half of it behind the body, half before."""
    chest = body.frames["chest"]
    middle = add(body.points["midback"], turned(chest, UPPER_BACK))
    far, near = _from_far(turned(chest, RIGHTWARD), camera)
    for way, order in ((far, Order.EVERYTHING), (near, Order.NEAR_ARM)):
        bar = cylinder(middle, along(middle, way, BAR_HALF), BAR_WIDE, Ink.IRON_LIGHT, camera)
        yield order, (bar, _plate(middle, way, camera))


ABOVE_HEAD, BELOW_SEAT = 0.20, 0.07  # a stick along the back reaches as far
STICK_WIDE, STICK_HALF = 0.009, 0.34
STICK_INKS = {Weight.STICK: Ink.WOOD, Weight.BAR: Ink.IRON}


def _stick(item: Carried, body: Skeleton, camera: Camera) -> Shape:
    if item.hold is Hold.BACK:
        seat, shoulders = body.points["seat"], body.points["shoulders"]
        way = unit(sub(shoulders, seat))
        ends = along(seat, way, -BELOW_SEAT), along(shoulders, way, ABOVE_HEAD)
    else:
        middle, axis = _bar_line(item, body)
        ends = along(middle, axis, -STICK_HALF), along(middle, axis, STICK_HALF)
    return cylinder(*ends, STICK_WIDE, STICK_INKS[item.kind], camera)
