"""The trap bar: a frame one stands in, half of it behind the legs and half before them."""

from collections.abc import Iterable

from runwright.figures.camera import Camera
from runwright.figures.gear import Order
from runwright.figures.joints import Side, sided
from runwright.figures.shapes import Ink, Shape
from runwright.figures.skeleton import Skeleton
from runwright.figures.solids import cylinder, ribbon
from runwright.figures.vectors import FORWARD, UP, V3, add, along, between, scale, sub, unit

# One side of the frame: forward, up, and outwards from the grip; the middle is at the other end.
HANDLE_UP = 0.05
FRAME = ((0.20, 0.0), (0.11, 1.0), (-0.11, 1.0), (-0.20, 0.0))  # forward, share of the way outwards
HANDLE = ((-0.07, 0.0), (-0.05, HANDLE_UP), (0.05, HANDLE_UP), (0.07, 0.0))  # forward, up
SLEEVE, PLATE_IN, PLATE_OUT, PLATE_WIDE = 0.12, 0.05, 0.085, 0.085
TUBE = 13.0  # [drawing units]


def trap_bar(
    body: Skeleton, near: Side, camera: Camera
) -> Iterable[tuple[Order, tuple[Shape, ...]]]:
    """Return the far half of the frame with its plate, and the near one."""
    grips = {side: body.points[sided("grip", side)] for side in Side}
    middle = along(between(grips[Side.LEFT], grips[Side.RIGHT], 0.5), UP, -HANDLE_UP)
    for side, order in ((near.other, Order.FAR_LEG), (near, Order.NEAR_ARM)):
        half = sub(along(grips[side], UP, -HANDLE_UP), middle)
        yield order, tuple(_half(middle, half, camera))


def _half(middle: V3, half: V3, camera: Camera) -> Iterable[Shape]:
    out, edge = unit(half), add(middle, half)
    frame = [along(add(middle, scale(half, share)), FORWARD, x) for x, share in FRAME]
    yield ribbon([camera.seen(at) for at in frame], TUBE, Ink.IRON)
    handle = [along(along(edge, FORWARD, x), UP, y) for x, y in HANDLE]
    yield ribbon([camera.seen(at) for at in handle], TUBE, Ink.IRON_LIGHT)
    sleeve = (edge, along(edge, out, SLEEVE))
    yield ribbon([camera.seen(at) for at in sleeve], TUBE, Ink.IRON_LIGHT)
    yield cylinder(
        along(edge, out, PLATE_IN), along(edge, out, PLATE_OUT), PLATE_WIDE, Ink.IRON, camera
    )
