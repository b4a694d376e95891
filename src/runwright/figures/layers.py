"""The body on paper: which shapes, in which colours, over which others."""

from collections.abc import Iterable, Sequence

from runwright.figures import bare_foot, flesh
from runwright.figures.camera import Camera
from runwright.figures.gear import Order
from runwright.figures.heads import head_shapes
from runwright.figures.joints import Side, sided
from runwright.figures.muscles import (
    arm_patches,
    foot_patches,
    inner_patches,
    leg_patches,
    seat_patches,
    trunk_patches,
)
from runwright.figures.shapes import Ink, Layer, Look, Shape, drawn, stroke
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import End, Ring, Tube
from runwright.figures.vectors import dot


def body_layers(body: Skeleton, look: Look) -> tuple[Layer, ...]:
    """Return the body from far to near."""
    far = look.near.other
    far_arm = Layer(Order.FAR_ARM, tuple(_arm(body, far, look)))
    near_arm = Layer(Order.NEAR_ARM, tuple(_arm(body, look.near, look)))
    before_trunk = (*((far_arm,) if look.is_far_arm_in_front else ()), near_arm)
    return (
        *(() if look.is_far_arm_in_front else (far_arm,)),
        Layer(Order.FAR_LEG, tuple(_leg(body, far, look))),
        Layer(Order.TRUNK, tuple(_trunk(body, look))),
        *(before_trunk if look.is_near_arm_behind else ()),
        Layer(Order.NEAR_LEG, tuple(_hips(body, look))),
        Layer(Order.HEAD, tuple(head_shapes(body, look))),
        *(() if look.is_near_arm_behind else before_trunk),
    )


def _leg(body: Skeleton, side: Side, look: Look) -> Iterable[Shape]:
    is_near, camera = side is look.near, look.camera
    rings = flesh.leg_rings(body, side, look.build)
    yield from foot_shapes(body, side, look)
    is_knee_near = side in look.near_knees
    bare = Tube(rings[SHORTS_RINGS - 1 :], End.FLAT if is_knee_near else End.ROUND)
    skin = drawn(bare, Ink.SKIN if is_near else Ink.SKIN_FAR, camera)
    tube = Tube(tuple(_looser(rings[:SHORTS_RINGS])), End.ROUND, End.FLAT)
    shorts = drawn(tube, Ink.SHORTS if is_near else Ink.SHORTS_FAR, camera)
    yield from (shorts, skin) if is_knee_near else (skin, shorts)
    if is_near:
        yield from leg_patches(rings, look)
    elif look.is_far_thigh_lit:
        yield from inner_patches(rings, look, side)


def foot_shapes(body: Skeleton, side: Side, look: Look) -> Iterable[Shape]:
    """Return a shoe, or a bare foot, with its lit muscles."""
    is_near, camera = side is look.near, look.camera
    if look.is_barefoot:
        skin = Ink.SKIN if is_near else Ink.SKIN_FAR
        rings = bare_foot.foot_rings(body, side)
        yield drawn(bare_foot.big_toe(body, side), skin, camera)
        yield drawn(Tube((*rings, bare_foot.toes_ring(body, side))), skin, camera)
        rings = bare_foot.like_shoe(rings)
    else:
        shoe = flesh.shoe_tube(body, side)
        yield drawn(shoe, Ink.SHOE if is_near else Ink.SHOE_FAR, camera)
        yield stroke(flesh.sole_line(body, side, camera.axes[2]), Ink.SOLE, camera)
        rings = shoe.rings
    if is_near:
        yield from foot_patches(rings, look)


SHORTS_RINGS = 3  # of a leg's rings
LOOSE = 1.06  # shorts and sleeves stand off the skin


def _looser(rings: Iterable[Ring]) -> Iterable[Ring]:
    for one in rings:
        wide = (one.front_share * LOOSE, one.back_share * LOOSE, one.half_share * LOOSE)
        yield Ring(one.centre, one.ahead, one.side, *wide)


SLEEVE_RINGS = 3


def _arm(body: Skeleton, side: Side, look: Look) -> Iterable[Shape]:
    is_near, camera = side is look.near, look.camera
    skin = Ink.SKIN if is_near else Ink.SKIN_FAR
    rings = flesh.arm_rings(body, side, look.build)
    is_fist = side in look.fists
    yield drawn(flesh.hand_tube(body, side, is_fist=is_fist), skin, camera)
    if is_near and not is_fist:
        yield stroke(flesh.thumb_line(body, side), Ink.THUMB, camera)
    yield drawn(Tube(rings[SLEEVE_RINGS - 1 :]), skin, camera)
    sleeve = Tube(tuple(_looser(rings[:SLEEVE_RINGS])), End.ROUND, End.FLAT)
    yield drawn(sleeve, Ink.SHIRT if is_near else Ink.SHIRT_FAR, camera)
    if is_near:
        yield from arm_patches(rings, look)


def _trunk(body: Skeleton, look: Look) -> Iterable[Shape]:
    yield drawn(flesh.neck_tube(body), Ink.SKIN_FAR, look.camera)
    yield drawn(flesh.shirt_tube(body, look.build), Ink.SHIRT, look.camera)
    yield from trunk_patches(body, look)


def _hips(body: Skeleton, look: Look) -> Iterable[Shape]:
    yield drawn(flesh.pelvis_tube(body, look.build), Ink.SHORTS, look.camera)
    yield from _leg(body, look.near, look)
    yield from seat_patches(body, look)


def near_knees(bodies: Sequence[Skeleton], camera: Camera) -> frozenset[Side]:
    """Return the sides whose thigh points at the viewer at some time, so that the knee hides it."""
    return frozenset(
        side for side in Side if max(_points_near(body, side, camera) for body in bodies) > POINTS
    )


POINTS = 0.7  # of a thigh's length


def _points_near(body: Skeleton, side: Side, camera: Camera) -> float:
    thigh = body.frames[sided("thigh", side)]
    return -dot(camera.axes[2], (thigh[0][1], thigh[1][1], thigh[2][1]))


def nearer_side(body: Skeleton, camera: Camera, working: Side) -> Side:
    """Return the side whose hip and shoulder lie towards the viewer; the working one of equals."""
    depth = {
        side: sum(dot(camera.axes[2], body.points[sided(n, side)]) for n in ("hip", "shoulder"))
        for side in Side
    }
    return working if depth[working] > depth[working.other] - EQUALLY_NEAR else working.other


EQUALLY_NEAR = 0.01  # of hip and shoulder together. [1]
