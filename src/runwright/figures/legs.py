"""Legs that end on planted feet."""

from runwright.figures import segments as seg
from runwright.figures.joints import Side, sided
from runwright.figures.pose import FootRest
from runwright.figures.reach import Reached, bend_deg, bent_at, bone_frame, hinge_of
from runwright.figures.skeleton import BALL, Skeleton, foot_points
from runwright.figures.vectors import (
    FORWARD,
    M3,
    UP,
    V3,
    add,
    along,
    ball_angles_deg,
    length,
    pitch,
    sub,
    times,
    transposed,
    turned,
    yaw,
)


def foot_frame(rest: FootRest, side: Side) -> M3:
    """Return how a planted foot is turned."""
    return times(yaw(-side.outward * rest.turn_out_deg), pitch(-rest.heel_up_deg))


def ankle_over(rest: FootRest, side: Side) -> V3:
    """Return where the ankle of a planted foot is."""
    ball = along(rest.ball, UP, seg.BALL_HEIGHT)
    return sub(ball, turned(foot_frame(rest, side), BALL))


def planted(body: Skeleton, side: Side, rest: FootRest) -> Reached:
    """Return the body with this leg on its planted foot, the toes flat on the ground."""
    foot = foot_frame(rest, side)
    flat = yaw(-side.outward * rest.turn_out_deg)
    over_toes = add(turned(flat, FORWARD), turned(body.frames["pelvis"], FORWARD))
    hip, target = body.points[sided("hip", side)], ankle_over(rest, side)
    knee, ankle = bent_at(hip, target, seg.THIGH, seg.SHANK, over_toes)
    hinge = hinge_of(hip, knee, ankle, over_toes)
    thigh, shank = bone_frame(hip, knee, hinge), bone_frame(knee, ankle, hinge)
    toes = flat if rest.heel_up_deg > 0 else foot
    angles = _leg_angles(body.frames["pelvis"], thigh, shank, foot, side)
    angles[sided("toe", side)] = max(rest.heel_up_deg, 0.0)
    points = {sided("knee", side): knee, sided("ankle", side): ankle}
    points |= foot_points(ankle, foot, toes, side)
    frames = {"thigh": thigh, "shank": shank, "foot": foot, "toes": toes}
    placed = body.with_limb(points, {sided(name, side): f for name, f in frames.items()})
    return Reached(placed, angles, length(sub(target, ankle)))


def _leg_angles(pelvis: M3, thigh: M3, shank: M3, foot: M3, side: Side) -> dict[str, float]:
    out = side.outward
    hip, away, twist = ball_angles_deg(times(transposed(pelvis), thigh))
    ankle, tilt, aim = ball_angles_deg(times(transposed(shank), foot))
    return {
        sided("hip", side): hip,
        sided("hip_out", side): -out * away,
        sided("hip_turn", side): -out * twist,
        sided("knee", side): bend_deg(thigh, shank),
        sided("ankle", side): ankle,
        sided("ankle_tilt", side): -out * tilt,
        sided("foot_turn", side): -out * aim,
    }
