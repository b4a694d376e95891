"""Head, hair and face: how they look from the side, from the front and from behind.

Rows are as in flesh.py: share of the way from chin to crown, then reaches as fractions of height.
"""

from collections.abc import Iterable, Sequence

from runwright.figures.camera import Camera
from runwright.figures.flesh import Row
from runwright.figures.joints import Side
from runwright.figures.paths import Outline, curve
from runwright.figures.scalp import hair_shape, hull_shape
from runwright.figures.segments import HEAD, Body
from runwright.figures.shapes import Facing, Ink, Look, Shape, drawn, round_spot
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import Ring, Tube, moved_ring, ring
from runwright.figures.vectors import V3, add, along, dot, turned, unit

# From the chin up to the crown, with brow, nose and mouth in the front reach.
HEAD_ROWS: tuple[Row, ...] = (
    (0.02, 0.042, 0.000, 0.029),
    (0.12, 0.052, 0.020, 0.037),
    (0.24, 0.052, 0.044, 0.039),
    (0.33, 0.064, 0.053, 0.042),
    (0.45, 0.053, 0.059, 0.043),
    (0.62, 0.053, 0.062, 0.044),
    (0.88, 0.034, 0.044, 0.036),
)
# As above, but from where to where in front of the middle of the head.
HAIR_ROWS: tuple[Row, ...] = (
    (0.29, -0.034, -0.054, 0.026),
    (0.42, -0.014, -0.064, 0.042),
    (0.58, -0.006, -0.069, 0.047),
    (0.72, 0.030, -0.069, 0.048),
    (0.88, 0.037, -0.058, 0.044),
)
# Hair around a face seen from the front: over the head from temple to temple, back along the brow.
FRONT_HAIR: tuple[V3, ...] = (
    *((0.006, -0.008, 0.045), (0.0, 0.024, 0.050), (-0.008, 0.056, 0.043)),
    *((-0.010, 0.077, 0.018), (-0.010, 0.077, -0.018), (-0.008, 0.056, -0.043)),
    *((0.0, 0.024, -0.050), (0.006, -0.008, -0.045), (0.024, 0.014, -0.040)),
    *((0.042, 0.033, -0.026), (0.048, 0.045, -0.006), (0.044, 0.034, 0.022)),
    (0.024, 0.014, 0.040),
)
EAR: V3 = (-0.006, -0.011, 0.044)  # from the middle of the head, outwards
BUN: V3 = (-0.077, 0.034, 0.0)
EYE: V3 = (0.047, 0.003, 0.020)
EAR_WIDE, BUN_WIDE, EYE_WIDE = 0.011, 0.024, 0.0045


def head_shapes(body: Skeleton, look: Look) -> Iterable[Shape]:
    """Return the head from far to near."""
    if look.facing is Facing.VIEWER:
        yield from _from_front(body, look)
    elif look.facing is Facing.AWAY:
        yield from _from_behind(body, look)
    elif look.facing is Facing.TURNING:
        yield from _from_anywhere(body, look)
    else:
        yield from _from_side(body, look)


def _from_side(body: Skeleton, look: Look) -> Iterable[Shape]:
    yield from _bun(body, look)
    yield drawn(_head_tube(body), Ink.SKIN, look.camera)
    yield drawn(_hair_tube(body), Ink.HAIR, look.camera)
    yield _spot(body, EYE, look.near, EYE_WIDE, Ink.HAIR, look.camera)
    yield _spot(body, EAR, look.near, EAR_WIDE, Ink.SKIN_FAR, look.camera)


def _from_front(body: Skeleton, look: Look) -> Iterable[Shape]:
    yield from _bun(body, look)
    for side in Side:
        yield _spot(body, EAR, side, EAR_WIDE, Ink.SKIN_FAR, look.camera)
    yield drawn(_head_tube(body), Ink.SKIN, look.camera)
    hair = tuple(look.camera.seen(_on_head(body, at)) for at in FRONT_HAIR)
    yield Shape(Ink.HAIR, curve(Outline(hair)), hair)
    for side in Side:
        yield _spot(body, EYE, side, EYE_WIDE, Ink.HAIR, look.camera)


def _from_behind(body: Skeleton, look: Look) -> Iterable[Shape]:
    yield drawn(_head_tube(body), Ink.SKIN, look.camera)
    yield drawn(_hair_tube(body), Ink.HAIR, look.camera)
    yield _spot(body, EAR, look.near, EAR_WIDE, Ink.SKIN_FAR, look.camera)
    yield from _bun(body, look)


def _from_anywhere(body: Skeleton, look: Look) -> Iterable[Shape]:
    """Return a head of which nothing is known; what lies on its far side shrinks away."""
    head, skull, camera = body.points["head"], body.frames["skull"], look.camera
    yield from _bun(body, look)
    yield hull_shape(_head_tube(body).rings, Ink.SKIN, camera)
    yield hair_shape(head, skull, camera)
    for at, wide, ink in ((EYE, EYE_WIDE, Ink.HAIR), (EAR, EAR_WIDE, Ink.SKIN_FAR)):
        for side in Side:
            out = unit((at[0], at[1], at[2] * side.outward))
            shown = _within(dot(turned(skull, out), camera.axes[2]) * SUDDEN)
            yield _spot(body, at, side, wide * shown, ink, camera)
    if look.body is Body.SLIGHT:
        shown = _within(dot(turned(skull, unit(BUN)), camera.axes[2]) * SUDDEN)
        yield round_spot(_on_head(body, BUN), BUN_WIDE * shown, Ink.HAIR, camera)


SUDDEN = 5.0  # the larger, the faster an eye disappears behind the head


def _within(share: float) -> float:
    return max(0.0, min(1.0, share))


def _bun(body: Skeleton, look: Look) -> Iterable[Shape]:
    if look.body is Body.SLIGHT:
        yield round_spot(_on_head(body, BUN), BUN_WIDE, Ink.HAIR, look.camera)


def _spot(body: Skeleton, at: V3, side: Side, wide: float, ink: Ink, camera: Camera) -> Shape:
    x, y, out = at
    return round_spot(_on_head(body, (x, y, out * side.outward)), wide, ink, camera)


def _head_tube(body: Skeleton) -> Tube:
    chin, crown = _head_ends(body)
    skull = body.frames["skull"]
    return Tube(tuple(ring(skull, chin, crown, row) for row in HEAD_ROWS))


def _hair_tube(body: Skeleton) -> Tube:
    chin, crown = _head_ends(body)
    skull = body.frames["skull"]
    ahead = turned(skull, (1.0, 0.0, 0.0))
    rings: list[Ring] = []
    for share, front, back, half in HAIR_ROWS:
        deep = (front - back) / 2
        plain = ring(skull, chin, crown, (share, deep, deep, half))
        rings.append(moved_ring(plain, ahead, (front + back) / 2))
    return Tube(tuple(rings))


def _head_ends(body: Skeleton) -> tuple[V3, V3]:
    """Return the middle of the head at the height of chin and of crown."""
    up = turned(body.frames["skull"], (0.0, 1.0, 0.0))
    centre = body.points["head"]
    return along(centre, up, -HEAD / 2), along(centre, up, HEAD / 2)


def _on_head(body: Skeleton, at: V3) -> V3:
    """Return a point given from the middle of the head."""
    return add(body.points["head"], turned(body.frames["skull"], at))


# How far the face may look towards the viewer, seen from the side, front and behind.
LOOKS = {Facing.ASIDE: (-0.5, 0.62), Facing.VIEWER: (0.8, 1.0), Facing.AWAY: (-1.0, -0.4)}
TIPPED = 0.62  # how far a head may be tipped to the viewer or away


def facing_of(bodies: Sequence[Skeleton], camera: Camera) -> Facing:
    """Return where the face looks in all postures of a movement."""
    toward = camera.axes[2]
    faces = [_axis(body, 0, toward) for body in bodies]
    if max(abs(_axis(body, 1, toward)) for body in bodies) > TIPPED:
        return Facing.TURNING
    for facing, (low, high) in LOOKS.items():
        if low <= min(faces) and max(faces) <= high:
            return facing
    return Facing.TURNING


def _axis(body: Skeleton, number: int, toward: V3) -> float:
    skull = body.frames["skull"]
    return dot(toward, (skull[0][number], skull[1][number], skull[2][number]))
