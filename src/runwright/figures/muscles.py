"""Where the muscles that an exercise names lie on the drawn body."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from runwright.figures.flesh import hip_rings, trunk_rings
from runwright.figures.joints import Side
from runwright.figures.paths import curve
from runwright.figures.shapes import Ink, Look, Shape
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import Ring, patch


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of skin: rings from first to last, and angles around them on the right side. [deg]

    0 is the front, 90 outwards, 180 the back, 270 inwards.
    """

    first: int
    last: int
    low_deg: float
    high_deg: float


# Rings of a leg: 0 hip, 3 above the knee, 4 knee, 5-8 shank down to the ankle.
LEG_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "quadriceps": Strip(0, 4, -75, 80),
    "hamstrings": Strip(1, 4, 110, 250),
    "gastrocnemius": Strip(4, 7, 100, 260),
    "soleus": Strip(6, 8, 95, 265),
    "tibialis_anterior": Strip(5, 8, -10, 60),
    "peroneals": Strip(5, 8, 42, 115),
    "ankle_joint": Strip(7, 8, -180, 180),
    "tibialis_posterior": Strip(5, 8, 235, 290),
    "hip_flexors": Strip(0, 2, -40, 75),
})
# On the inside of both thighs: from the side, that of the far leg is seen.
INNER_STRIPS: Mapping[str, Strip] = MappingProxyType({"adductors": Strip(0, 4, 230, 320)})
# Rings of a foot: 0 heel, 3 instep, 4 ball, 5 toes; 180 is the sole.
FOOT_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "plantar_fascia": Strip(0, 4, 90, 270),
    "foot_intrinsics": Strip(1, 4, 60, 270),
    "toe_flexors": Strip(1, 4, 60, 270),
    "big_toe_joint": Strip(4, 5, -90, 270),
})
# The same of a bare foot, of which a close-up shows the inner side.
BARE_FOOT_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "plantar_fascia": Strip(0, 4, 170, 275),
    "foot_intrinsics": Strip(1, 4, 190, 285),
    "toe_flexors": Strip(1, 4, 180, 275),
    "big_toe_joint": Strip(4, 5, 200, 330),
})
# Rings of an arm: 0 shoulder, 2 under the sleeve, 3 elbow, 5 wrist.
ARM_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "triceps": Strip(0, 3, 105, 255),
    "shoulders": Strip(0, 2, -90, 200),
    "grip": Strip(3, 5, -90, 270),
})
# Rings of the trunk: 0-3 hips from crotch to waist, 4-5 loin, 6-9 chest.
TRUNK_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "abdominals": Strip(2, 6, -54, 54),
    "obliques": Strip(2, 6, 55, 108),
    "erectors": Strip(2, 8, 140, 220),
    "chest": Strip(6, 9, -75, 75),
    "upper_back": Strip(6, 9, 110, 250),
    "thoracic_spine": Strip(6, 9, 130, 230),
    "diaphragm": Strip(4, 6, -80, 80),
    "lats": Strip(5, 8, 85, 160),
})
SEAT_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "gluteus_maximus": Strip(0, 3, 105, 255),
    "deep_hip_rotators": Strip(0, 2, 100, 200),
})
# Rings of a hip, from the top of the thigh to the waist; they turn with the pelvis.
HIP_STRIPS: Mapping[str, Strip] = MappingProxyType({
    "gluteus_medius": Strip(0, 2, 35, 140),
    "gluteus_minimus": Strip(0, 2, 30, 100),
})


def leg_patches(rings: Sequence[Ring], look: Look) -> Iterable[Shape]:
    """Return the lit muscles of the near leg."""
    yield from _patches(rings, LEG_STRIPS, look)
    yield from inner_patches(rings, look, look.near)


def on_leg(name: str) -> bool:
    """Whether a muscle shows on the bare leg."""
    return name in LEG_STRIPS


def inner_patches(rings: Sequence[Ring], look: Look, side: Side) -> Iterable[Shape]:
    """Return the lit muscles of the inside of a thigh."""
    return _patches(rings, INNER_STRIPS, look, side)


def foot_patches(rings: Sequence[Ring], look: Look) -> Iterable[Shape]:
    """Return the lit muscles of the near foot."""
    return _patches(rings, BARE_FOOT_STRIPS if look.is_barefoot else FOOT_STRIPS, look)


def arm_patches(rings: Sequence[Ring], look: Look) -> Iterable[Shape]:
    """Return the lit muscles of the near arm."""
    return _patches(rings, ARM_STRIPS, look)


def trunk_patches(body: Skeleton, look: Look) -> Iterable[Shape]:
    """Return the lit muscles of belly, back and chest."""
    return _patches(trunk_rings(body, look.build), TRUNK_STRIPS, look, _working_side(look))


def seat_patches(body: Skeleton, look: Look) -> Iterable[Shape]:
    """Return the lit muscles of the buttocks and of the side of the hip."""
    side = _working_side(look)
    yield from _patches(trunk_rings(body, look.build), SEAT_STRIPS, look, side)
    yield from _patches(hip_rings(body, side, look.build), HIP_STRIPS, look, side)


def _working_side(look: Look) -> Side:
    return look.near.other if look.is_far_hip_lit else look.near


def _patches(
    rings: Sequence[Ring], strips: Mapping[str, Strip], look: Look, side: Side | None = None
) -> Iterable[Shape]:
    """Return strips on the near side of the body, or on the side that is named."""
    for name in look.muscles:
        if name in strips:
            yield _lit(rings, strips[name], look, side or look.near)


RINGS_ENOUGH = 5  # a longer strip is smooth enough with every other ring


def _lit(rings: Sequence[Ring], strip: Strip, look: Look, side: Side) -> Shape:
    around = (strip.low_deg, strip.high_deg)
    if side is Side.LEFT:  # outwards is the other way round
        around = (-strip.high_deg, -strip.low_deg)
    chosen = rings[strip.first : strip.last + 1]
    if len(chosen) > RINGS_ENOUGH:
        chosen = (*chosen[:-1:2], chosen[-1])
    seen = patch(chosen, around, look.camera)
    return Shape(Ink.MUSCLE, curve(seen), seen.points)


def to_light(primary: tuple[str, ...], secondary: tuple[str, ...]) -> tuple[str, ...]:
    """Return the muscles to show: the working ones, or the helpers where those cannot be drawn."""
    known = {*LEG_STRIPS, *INNER_STRIPS, *FOOT_STRIPS, *ARM_STRIPS}
    known |= {*TRUNK_STRIPS, *SEAT_STRIPS, *HIP_STRIPS}
    shown = tuple(name for name in primary if name in known)
    return shown or tuple(name for name in secondary if name in known)
