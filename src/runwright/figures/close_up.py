"""Feet alone, large: the lower leg ends where the picture does, a forearm likewise."""

from collections.abc import Iterable

from runwright.figures import bare_foot, flesh, large_hand
from runwright.figures.gear import Order
from runwright.figures.joints import Side, sided
from runwright.figures.layers import foot_shapes
from runwright.figures.muscles import foot_patches, leg_patches, on_leg
from runwright.figures.shapes import Ink, Layer, Look, Shape, drawn
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import End, Ring, Tube, ring
from runwright.figures.vectors import RIGHTWARD, dot, turned

CUT: flesh.Row = (0.52, 0.021, 0.034, 0.029)  # of the shank, where its muscles do not matter
SHANK_RINGS, ANKLE_RINGS = 4, 7  # of a leg's rings, the first at the knee and near the ankle
FOREARM_RINGS = 4  # of an arm's rings, the first below the elbow


def close_up_layers(body: Skeleton, look: Look) -> tuple[Layer, ...]:
    """Return the working foot or both, and the hands that do something there, from far to near."""
    near, far = look.near, look.near.other
    return (
        *(_foot(body, far, look) if look.has_both_feet else ()),
        *_foot(body, near, look),
        Layer(Order.HEAD, ()),
        *_hand(body, far, look, Order.FAR_ARM),
        *_hand(body, near, look, Order.NEAR_ARM),
    )


def _foot(body: Skeleton, side: Side, look: Look) -> Iterable[Layer]:
    order = Order.NEAR_LEG if side is look.near else Order.FAR_LEG
    if look.is_barefoot:
        return _bare(body, side, look, order)
    shapes = (*foot_shapes(body, side, look), *_shank(body, side, look))
    return (Layer(order, shapes),)


def _bare(body: Skeleton, side: Side, look: Look, order: Order) -> Iterable[Layer]:
    """Return a foot, its toes before it with a line between them, and the foot over their roots."""
    camera, skin = look.camera, _skin(side, look)
    rings = bare_foot.foot_rings(body, side)
    foot = drawn(Tube(rings, End.ROUND, End.FLAT), skin, camera)
    edge = drawn(bare_foot.edge_tube(body, side), Ink.SKIN_FAR, camera)
    yield Layer(order, (edge, foot, *_shank(body, side, look)))
    toes = list(bare_foot.toe_tubes(body, side).items())
    if dot(camera.axes[2], turned(body.frames[sided("foot", side)], RIGHTWARD)) * side.outward > 0:
        toes.reverse()
    for name, toe in toes:
        yield Layer(name, (drawn(toe, skin, camera),))
    lit = foot_patches(bare_foot.like_shoe(rings), look) if side is look.near else ()
    yield Layer("instep", (foot, *lit), is_joined=True)


def _skin(side: Side, look: Look) -> Ink:
    return Ink.SKIN if side is look.near else Ink.SKIN_FAR


def _shank(body: Skeleton, side: Side, look: Look) -> Iterable[Shape]:
    """Return the lower leg, where knees or lit muscles matter, or its end."""
    rings = flesh.leg_rings(body, side, look.build)
    if look.has_both_feet or any(on_leg(name) for name in look.muscles):
        seen = rings[SHANK_RINGS:]
    else:
        seen = (_cut(body, side, look), *rings[ANKLE_RINGS:])
    yield drawn(Tube(seen, End.FLAT, End.ROUND), _skin(side, look), look.camera)
    if side is look.near:
        yield from leg_patches(rings, look)


def _cut(body: Skeleton, side: Side, look: Look) -> Ring:
    knee, ankle = (body.points[sided(name, side)] for name in ("knee", "ankle"))
    frame = body.frames[sided("shank", side)]
    return ring(frame, knee, ankle, CUT, look.build.limb_girth_ratio)


def _hand(body: Skeleton, side: Side, look: Look, order: Order) -> Iterable[Layer]:
    """Return a hand that the figure places, some of its forearm, and its fingers."""
    if side not in look.placed_hands:
        yield Layer(order, ())
        return
    skin, camera = _skin(side, look), look.camera
    rings = flesh.arm_rings(body, side, look.build)[FOREARM_RINGS:]
    forearm = Tube(rings, End.FLAT, End.ROUND)
    palm = Layer(
        order, (drawn(large_hand.palm_tube(body, side), skin, camera), drawn(forearm, skin, camera))
    )
    tubes = large_hand.finger_tubes(body, side, camera, is_fist=side in look.fists)
    fingers = [Layer(sided(name, side), (drawn(tube, skin, camera),)) for name, tube in tubes]
    if large_hand.shows_palm(body, side, camera):
        yield from (palm, *fingers)
    else:
        yield from (*fingers, palm)
