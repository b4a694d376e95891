"""Arms that end where hands rest: floor, wall, hip, or around a weight."""

from math import acos, atan2, degrees

from runwright.figures import segments as seg
from runwright.figures.joints import LIMB_LIMITS, Side, sided
from runwright.figures.pose import WORLD_FRAME, HandRest
from runwright.figures.reach import Reached, bend_deg, bent_at, bone_frame, hinge_of
from runwright.figures.skeleton import GRIP, Skeleton, hand_points
from runwright.figures.vectors import (
    M3,
    V3,
    add,
    along,
    ball_angles_deg,
    distance,
    roll,
    scale,
    sub,
    times,
    transposed,
    turned,
    unit,
    yaw,
)


def held(body: Skeleton, side: Side, rest: HandRest) -> Reached:
    """Return the body with this arm where the hand rests."""
    out = side.outward
    target = _in_world(body, side, rest.of, rest.wrist, is_point=True)
    elbow_way = turned(body.frames["chest"], (rest.elbow[0], rest.elbow[1], out * rest.elbow[2]))
    shoulder = body.points[sided("shoulder", side)]
    way = None
    if rest.fingers is not None:
        way = unit(_in_world(body, side, rest.of, rest.fingers, is_point=False))
    elbow, wrist, missed = _bent_arm(shoulder, target, way, elbow_way, is_grip=rest.is_grip)
    hinge = scale(hinge_of(shoulder, elbow, wrist, elbow_way), -1)
    upper, fore = bone_frame(shoulder, elbow, hinge), bone_frame(elbow, wrist, hinge)
    raise_, away, twist = ball_angles_deg(times(transposed(body.frames["chest"]), upper))
    angles = {
        sided("shoulder", side): (raise_ + 90) % 360 - 90,  # an arm goes up and over, not round
        sided("shoulder_out", side): -out * away,
        sided("shoulder_turn", side): -out * twist,
        sided("elbow", side): bend_deg(upper, fore),
    }
    hand = times(transposed(body.frames[sided("forearm", side)]), body.frames[sided("hand", side)])
    turn = times(fore, hand)
    if way is None and rest.is_grip:
        way = unit(sub(wrist, elbow))
    if way is not None:
        turn, palm = _hand_frame(fore, way, out)
        angles |= {sided(name, side): value for name, value in palm.items()}
    points = {sided("elbow", side): elbow, sided("wrist", side): wrist}
    points |= hand_points(wrist, turn, side)
    frames = {"upper_arm": upper, "forearm": fore, "hand": turn}
    placed = body.with_limb(points, {sided(name, side): f for name, f in frames.items()})
    return Reached(placed, angles, missed)


def _bent_arm(
    shoulder: V3, target: V3, fingers: V3 | None, elbow_way: V3, *, is_grip: bool
) -> tuple[V3, V3, float]:
    """Return elbow and wrist of an arm whose wrist or grip is at the target, and the miss. [1]"""
    upper, fore = seg.UPPER_ARM, seg.FOREARM
    if is_grip and fingers is None:  # the hand goes on where the forearm points
        elbow, grip = bent_at(shoulder, target, upper, fore + GRIP, elbow_way)
        return elbow, along(elbow, unit(sub(grip, elbow)), fore), distance(target, grip)
    goal = target if not is_grip or fingers is None else along(target, fingers, -GRIP)
    elbow, wrist = bent_at(shoulder, goal, upper, fore, elbow_way)
    return elbow, wrist, distance(goal, wrist)


def _in_world(body: Skeleton, side: Side, of: str, where: V3, *, is_point: bool) -> V3:
    """Return a point or direction of a hand's rest in the world; z was outwards."""
    sideways = (where[0], where[1], side.outward * where[2])
    if of == WORLD_FRAME:
        return sideways
    name, origin = SEGMENT_ORIGINS[of]
    leg = side.other if of.startswith(OTHER) else side
    turned_way = turned(body.frames[_on(name, leg, body.frames)], sideways)
    start = body.points[_on(origin, leg, body.points)]
    return add(start, turned_way) if is_point else turned_way


def _on(name: str, side: Side, known: object) -> str:
    return name if isinstance(known, dict) and name in known else sided(name, side)


OTHER = "other_"  # the leg that is not on the hand's side
# What a hand can rest on: the frame it moves with, and the point it is measured from.
SEGMENT_ORIGINS = {
    "chest": ("chest", "midback"),
    "pelvis": ("pelvis", "pelvis"),
    "thigh": ("thigh", "hip"),
    "shank": ("shank", "knee"),
    "foot": ("foot", "ankle"),
    "head": ("skull", "head"),
    "other_thigh": ("thigh", "hip"),
    "other_shank": ("shank", "knee"),
    "other_foot": ("foot", "ankle"),
}


def _hand_frame(fore: M3, fingers: V3, out: int) -> tuple[M3, dict[str, float]]:
    """Return the hand whose fingers point there, and the forearm's turn and the wrist's bend."""
    seen = turned(transposed(fore), fingers)
    bend = acos(max(-1.0, min(1.0, -seen[1])))
    turn = atan2(seen[0], seen[2] * out) if abs(seen[1]) < seg.STRAIGHT else 0.0
    palm_deg, wrist_deg = degrees(turn), degrees(bend)
    low_deg, high_deg = LIMB_LIMITS["forearm_turn"]
    if not low_deg <= palm_deg <= high_deg:  # the wrist bends towards the palm instead
        palm_deg, wrist_deg = (palm_deg + 360) % 360 - 180, -wrist_deg
    hand = times(fore, yaw(out * palm_deg), roll(-out * wrist_deg))
    return hand, {"forearm_turn": palm_deg, "wrist": wrist_deg}
