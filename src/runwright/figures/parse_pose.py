"""One keyframe as people write it to a pose."""

from collections.abc import Mapping

from runwright.figures.arms import SEGMENT_ORIGINS
from runwright.figures.joints import BREATH_LIMITS, LIMB_LIMITS, TRUNK_LIMITS, WORLD, Side, sided
from runwright.figures.legs import resting_on
from runwright.figures.pose import DEFAULT_ELBOW, WORLD_FRAME, Contact, FootRest, HandRest, Pose
from runwright.figures.segments import BUILDS, Body
from runwright.figures.skeleton import skeleton_of
from runwright.figures.vectors import V3
from runwright.figures.written import PERCENT, Written

POINTS = tuple(skeleton_of({}, BUILDS[Body.SLIGHT]).points)
SIDED_ANGLES = tuple(sided(name, side) for name in LIMB_LIMITS for side in Side)
ANGLES = (*WORLD, *TRUNK_LIMITS, *BREATH_LIMITS, *LIMB_LIMITS, *SIDED_ANGLES)
PLACES = ("stand", "shift", "pin", "air", "feet", "hands")
TIMES = ("takes", "stays")
BOTH = "both"
WRIST_ABOVE = 0.016  # the wrist of a hand that lies flat. [1]

# Skin below a joint that rests on the ground. [1]
FLESH: Mapping[str, float] = {
    "knee": 0.031,
    "elbow": 0.021,
    "ankle": 0.022,
    "wrist": WRIST_ABOVE,
    "ball": 0.013,
}


def pose_of(entry: Written, heights: Mapping[str, float]) -> Pose:
    """Return the keyframe of an entry; `heights` are those of what one can rest on."""
    angles: dict[str, float] = {}
    for key in entry.keys((*ANGLES, *PLACES, *TIMES)):
        value = entry.part(key)
        if key in LIMB_LIMITS:
            angles |= {sided(key, s): value.number() for s in Side if sided(key, s) not in angles}
        elif key in ANGLES:
            angles[key] = value.number()
    stand = Side(entry.part("stand").choice(Side)) if entry.has("stand") else None
    feet = _feet(entry.part("feet"), heights)
    if stand is not None and stand not in feet:
        entry.part("stand").fault("a planted foot", f"Name the {stand} foot under 'feet'")
        feet[stand] = FootRest(ball=(0.0, 0.0, 0.0))
    if stand is None and not entry.has("pin") and not entry.has("air"):
        entry.fault("'stand', 'pin' or 'air'", "Say what carries the body, or that it flies")
    return Pose(
        angles=angles,
        stand=stand,
        shift_share=entry.part("shift").share(),
        pin=_pin(entry.part("pin"), heights) if entry.has("pin") else None,
        air=_air(entry.part("air")) if entry.has("air") else None,
        takes_s=entry.part("takes").number() if entry.has("takes") else None,
        stays_s=entry.part("stays").number(),
        feet=feet,
        hands=_hands(entry.part("hands"), heights),
    )


def _ground(part: Written, heights: Mapping[str, float]) -> float:
    ground = part.part("ground")
    return heights[ground.choice(heights)] if part.has("ground") else heights["floor"]


def _air(part: Written) -> V3:
    x, y, z = part.shares(3)
    return (x, y, z)


def _pin(part: Written, heights: Mapping[str, float]) -> tuple[str, V3]:
    part.keys(("point", "at", "ground"))
    point = part.part("point").choice(POINTS)
    flesh = FLESH.get(point.rpartition("_")[0], 0.0)
    return point, _spot(part, _ground(part, heights) + flesh)


def _spot(part: Written, height: float) -> V3:
    """Return where something rests: three numbers are a place, two leave the height to us."""
    at = part.part("at")
    if isinstance(at.data, list) and len(at.data) == 3:  # noqa: PLR2004  # x, y, z
        x, y, z = at.shares(3)
        return (x, y, z)
    x, z = at.shares(2)
    return (x, height, z)


def _feet(part: Written, heights: Mapping[str, float]) -> dict[Side, FootRest]:
    feet: dict[Side, FootRest] = {}
    for side, one in _by_side(part):
        one.keys(("at", "ground", "by", "heel_up", "turn_out", "tilt", "knee_out", "toe_up"))
        x, y, z = _spot(one, _ground(one, heights))
        contact = Contact(one.part("by").choice(Contact)) if one.has("by") else Contact.BALL
        rest = FootRest(
            ball=(x, y, z * side.outward),
            heel_up_deg=one.part("heel_up").number(UPSIDE_DOWN if contact is Contact.TOP else 0.0),
            turn_out_deg=one.part("turn_out").number(),
            tilt_deg=one.part("tilt").number(),
            knee_out_deg=one.part("knee_out").number(),
            contact=contact,
            toe_up_deg=one.part("toe_up").number(),
        )
        feet[side] = resting_on(rest, side)
    return feet


UPSIDE_DOWN = 170.0  # a foot that lies on its top. [deg]


def _hands(part: Written, heights: Mapping[str, float]) -> dict[Side, HandRest]:
    hands: dict[Side, HandRest] = {}
    for side, one in _by_side(part):
        one.keys(("at", "grip", "ground", "of", "fingers", "elbow"))
        place = one.part("grip" if one.has("grip") else "at")
        elbow = _way(one.part("elbow"), DEFAULT_ELBOW)
        fingers = _way(one.part("fingers"), (1.0, 0.0, 0.0)) if one.has("fingers") else None
        if one.has("ground"):
            x, z = place.shares(2)
            wrist = (x, _ground(one, heights) + WRIST_ABOVE, z)
            hands[side] = HandRest(wrist=wrist, fingers=fingers or (1.0, 0.0, 0.0), elbow=elbow)
        else:
            x, y, z = place.shares(3)
            of = one.part("of").choice(SEGMENT_ORIGINS) if one.has("of") else WORLD_FRAME
            hands[side] = HandRest(
                wrist=(x, y, z),
                of=of,
                fingers=fingers,
                elbow=elbow,
                is_grip=one.has("grip"),
            )
    return hands


def _way(part: Written, otherwise: V3) -> V3:
    if part.data is None:
        return otherwise
    x, y, z = (share * PERCENT for share in part.shares(3))
    return (x, y, z)


def _by_side(part: Written) -> list[tuple[Side, Written]]:
    if part.data is None:
        return []
    keys = part.keys((BOTH, *Side))
    found = {side: part.part(side if side in keys else BOTH) for side in Side}
    return [(side, one) for side, one in found.items() if one.data is not None]
