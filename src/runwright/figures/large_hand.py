"""A hand large enough to have fingers: palm, four fingers that close, and a thumb.

Lengths are fractions of body height, seen from the wrist of a right hand that hangs down: forward
and down; fingers close towards the palm. They are drawn by eye after an ordinary hand.
"""

from collections.abc import Iterable, Mapping
from math import cos, radians, sin
from types import MappingProxyType

from runwright.figures.camera import Camera
from runwright.figures.flesh import Row
from runwright.figures.joints import Side, sided
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import Ring, Tube, ring
from runwright.figures.vectors import V3, add, dot, turned

PALM: tuple[Row, ...] = (
    (-0.05, 0.014, 0.014, 0.012),
    (0.22, 0.020, 0.019, 0.013),
    (0.50, 0.021, 0.020, 0.010),
)
# Forward and down of the knuckle, length, and radius.
Finger = tuple[float, float, float, float]
FINGERS: Mapping[str, Finger] = MappingProxyType({
    "little_finger": (-0.0155, 0.050, 0.037, 0.0056),
    "ring_finger": (-0.0055, 0.054, 0.046, 0.0062),
    "middle_finger": (0.0050, 0.055, 0.050, 0.0064),
    "index_finger": (0.0155, 0.052, 0.045, 0.0064),
})
OPEN_DEG, CLOSED_DEG = (26.0, 62.0), (72.0, 150.0)  # how far both halves of a finger are bent
THUMB: tuple[tuple[V3, float], ...] = (  # forward, down and towards the palm; radius
    ((0.010, 0.020, 0.004), 0.0085),
    ((0.025, 0.042, 0.012), 0.0080),
    ((0.025, 0.064, 0.020), 0.0062),
)


def palm_tube(body: Skeleton, side: Side) -> Tube:
    """Return the hand without its fingers."""
    wrist, tip = body.points[sided("wrist", side)], body.points[sided("hand", side)]
    return Tube(tuple(ring(body.frames[sided("hand", side)], wrist, tip, row) for row in PALM))


def shows_palm(body: Skeleton, side: Side, camera: Camera) -> bool:
    """Whether the palm looks at the viewer, so that fingers lie before it."""
    inwards = turned(body.frames[sided("hand", side)], (0.0, 0.0, -side.outward))
    return dot(camera.axes[2], inwards) > 0


def finger_tubes(
    body: Skeleton, side: Side, camera: Camera, *, is_fist: bool
) -> Iterable[tuple[str, Tube]]:
    """Yield fingers and thumb from far to near."""
    bends = CLOSED_DEG if is_fist else OPEN_DEG
    found = [(name, _finger(body, side, one, bends)) for name, one in FINGERS.items()]
    found.append(("thumb", _tube(body, side, THUMB)))
    forward = turned(body.frames[sided("hand", side)], (1.0, 0.0, 0.0))
    yield from found if dot(camera.axes[2], forward) > 0 else reversed(found)


def _finger(body: Skeleton, side: Side, one: Finger, bends_deg: tuple[float, float]) -> Tube:
    ahead, down, long, wide = one
    spots = [((ahead, down - wide, 0.0), wide)]
    palmwards = 0.0
    for bend, slim in zip(bends_deg, (0.96, 0.8), strict=True):
        down += long / 2 * cos(radians(bend))
        palmwards += long / 2 * sin(radians(bend))
        spots.append(((ahead, down, palmwards), wide * slim))
    return _tube(body, side, spots)


def _tube(body: Skeleton, side: Side, spots: Iterable[tuple[V3, float]]) -> Tube:
    hand, wrist = body.frames[sided("hand", side)], body.points[sided("wrist", side)]
    return Tube(
        tuple(
            Ring(
                add(wrist, turned(hand, (ahead, -down, -side.outward * palmwards))),
                (hand[0][0], hand[1][0], hand[2][0]),
                (hand[0][2], hand[1][2], hand[2][2]),
                wide,
                wide,
                wide,
            )
            for (ahead, down, palmwards), wide in spots
        )
    )
