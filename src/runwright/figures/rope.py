"""A skipping rope: it swings about the hands, half of it before the body and half behind."""

from collections.abc import Iterable
from math import cos, radians, sin

from runwright.figures.camera import Camera
from runwright.figures.gear import Order
from runwright.figures.joints import Side, sided
from runwright.figures.shapes import Ink, Shape
from runwright.figures.skeleton import Skeleton
from runwright.figures.solids import soft_ribbon
from runwright.figures.vectors import UP, V3, along, between, scale, turned

LONG = 0.60  # from the hands to its middle: a little more than from the hands to the floor. [1]
THICK = 8.0  # [drawing units]
STEPS = 7  # of each half
SLACK = 0.6  # how fast it leaves the hands; 1 is a circle, less is a narrower loop


def rope_pieces(
    body: Skeleton, near: Side, camera: Camera
) -> Iterable[tuple[Order, tuple[Shape, ...]]]:
    """Return the far half of the rope and the near one."""
    grips = {side: body.points[sided("grip", side)] for side in Side}
    middle = between(grips[Side.LEFT], grips[Side.RIGHT], 0.5)
    swing = turned(body.frames["rope"], scale(UP, -LONG))
    for side, order in ((near.other, Order.FAR_ARM), (near, Order.NEAR_ARM)):
        line = [_at(grips[side], middle, swing, 90.0 * n / STEPS) for n in range(STEPS + 1)]
        yield order, (soft_ribbon([camera.seen(at) for at in line], THICK, Ink.BAND),)


def _at(grip: V3, middle: V3, swing: V3, angle_deg: float) -> V3:
    """Return a point of the loop, 0 degrees at the hand and 90 at its middle."""
    aside = between(middle, grip, cos(radians(angle_deg)))
    return along(aside, swing, sin(radians(angle_deg)) ** SLACK)
