"""One foot alone, large: the lower leg ends where the picture does."""

from collections.abc import Iterable

from runwright.figures import bare_foot, flesh
from runwright.figures.gear import Order
from runwright.figures.joints import Side, sided
from runwright.figures.layers import foot_shapes
from runwright.figures.muscles import foot_patches, leg_patches, on_leg
from runwright.figures.shapes import Ink, Layer, Look, Shape, drawn
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import End, Ring, Tube, ring
from runwright.figures.vectors import RIGHTWARD, dot

CUT: flesh.Row = (0.52, 0.021, 0.034, 0.029)  # of the shank, where its muscles do not matter
SHANK_RINGS, ANKLE_RINGS = 5, 7  # of a leg's rings, the first below the knee and near the ankle


def close_up_layers(body: Skeleton, look: Look) -> tuple[Layer, ...]:
    """Return the working foot, and the hands that do something with it, from far to near."""
    return (
        *(_bare(body, look) if look.is_barefoot else _shod(body, look)),
        Layer(Order.HEAD, ()),
        Layer(Order.NEAR_ARM, ()),
    )


def _shod(body: Skeleton, look: Look) -> Iterable[Layer]:
    shapes = (*foot_shapes(body, look.near, look), *_shank(body, look))
    yield Layer(Order.NEAR_LEG, shapes)


def _bare(body: Skeleton, look: Look) -> Iterable[Layer]:
    """Return a foot, its toes before it with a line between them, and the foot over their roots."""
    side, camera = look.near, look.camera
    rings = bare_foot.foot_rings(body, side)
    foot = drawn(Tube(rings, End.ROUND, End.FLAT), Ink.SKIN, camera)
    edge = drawn(bare_foot.edge_tube(body, side), Ink.SKIN_FAR, camera)
    yield Layer(Order.NEAR_LEG, (edge, foot, *_shank(body, look)))
    toes = list(bare_foot.toe_tubes(body, side).items())
    if dot(camera.axes[2], RIGHTWARD) * side.outward > 0:
        toes.reverse()
    for name, toe in toes:
        yield Layer(name, (drawn(toe, Ink.SKIN, camera),))
    lit = foot_patches(bare_foot.like_shoe(rings), look)
    yield Layer("instep", (foot, *lit), is_joined=True)


def _shank(body: Skeleton, look: Look) -> Iterable[Shape]:
    rings = flesh.leg_rings(body, look.near, look.build)
    is_lit = any(on_leg(name) for name in look.muscles)
    seen = rings[SHANK_RINGS:] if is_lit else (_cut(body, look), *rings[ANKLE_RINGS:])
    yield drawn(Tube(seen, End.FLAT, End.ROUND), Ink.SKIN, look.camera)
    if is_lit:
        yield from leg_patches(rings, look)


def _cut(body: Skeleton, look: Look) -> Ring:
    side: Side = look.near
    knee, ankle = (body.points[sided(name, side)] for name in ("knee", "ankle"))
    frame = body.frames[sided("shank", side)]
    return ring(frame, knee, ankle, CUT, look.build.limb_girth_ratio)
