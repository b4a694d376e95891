"""Legs that end on planted feet."""

from dataclasses import replace

from runwright.figures import segments as seg
from runwright.figures.forefoot import BALL, forefoot_in
from runwright.figures.joints import Side, sided
from runwright.figures.pose import Contact, FootRest, Pose, part_way
from runwright.figures.reach import Reached, bend_deg, bent_at, bone_frame, hinge_of
from runwright.figures.skeleton import Skeleton
from runwright.figures.vectors import (
    FORWARD,
    M3,
    UP,
    V3,
    add,
    along,
    ball_angles_deg,
    between,
    distance,
    length,
    pitch,
    roll,
    sub,
    times,
    transposed,
    turned,
    yaw,
)


def foot_frame(rest: FootRest, side: Side) -> M3:
    """Return how a planted foot is turned."""
    out = side.outward
    tilt = roll(-out * rest.tilt_deg)
    return times(yaw(-out * rest.turn_out_deg), pitch(-rest.heel_up_deg), tilt)


def resting_on(rest: FootRest, side: Side) -> FootRest:
    """Return the foot whose ball is named, for one whose heel, sole or top is."""
    foot = foot_frame(rest, side)
    if rest.contact is Contact.HEEL:
        return replace(rest, ball=add(rest.ball, sub(rest.ball, heel_under(rest, side))))
    if rest.contact is Contact.SOLE:
        off = sub(turned(foot, (0.0, seg.BALL_HEIGHT, 0.0)), (0.0, seg.BALL_HEIGHT, 0.0))
        return replace(rest, ball=add(rest.ball, off))
    if rest.contact is Contact.TOP:
        return replace(rest, ball=along(rest.ball, UP, INSTEP - seg.BALL_HEIGHT))
    return rest


INSTEP = 0.018  # middle of the joint of the big toe to the top of the shoe. [1]


def ankle_over(rest: FootRest, side: Side) -> V3:
    """Return where the ankle of a planted foot is."""
    ball = along(rest.ball, UP, seg.BALL_HEIGHT)
    return sub(ball, turned(foot_frame(rest, side), BALL))


def mixed_feet(a: Pose, b: Pose, share: float) -> dict[Side, FootRest]:
    """Return the feet that both keyframes plant, at `share` of the way.

    A foot turns about its ball, or about its heel where that is what stays.
    """
    return {
        side: _mixed_foot(rest, b.feet[side], share, side)
        for side, rest in a.feet.items()
        if side in b.feet
    }


def _mixed_foot(a: FootRest, b: FootRest, share: float, side: Side) -> FootRest:
    mixed = FootRest(
        ball=between(a.ball, b.ball, share),
        heel_up_deg=part_way(a.heel_up_deg, b.heel_up_deg, share),
        turn_out_deg=part_way(a.turn_out_deg, b.turn_out_deg, share),
        tilt_deg=part_way(a.tilt_deg, b.tilt_deg, share),
        knee_out_deg=part_way(a.knee_out_deg, b.knee_out_deg, share),
        contact=a.contact,
        toe_up_deg=part_way(a.toe_up_deg, b.toe_up_deg, share),
    )
    first, last = heel_under(a, side), heel_under(b, side)
    is_heel_up = max(a.heel_up_deg, b.heel_up_deg) > 0
    if is_heel_up or distance(a.ball, b.ball) <= distance(first, last):
        return mixed
    aside = sub(between(first, last, share), heel_under(mixed, side))
    return replace(mixed, ball=add(mixed.ball, aside))


def heel_under(rest: FootRest, side: Side) -> V3:
    """Return where the heel of a planted foot is."""
    behind = (-seg.HEEL_BEHIND, -seg.ANKLE_HEIGHT, 0.0)
    return add(ankle_over(rest, side), turned(foot_frame(rest, side), behind))


def planted(body: Skeleton, side: Side, rest: FootRest) -> Reached:
    """Return the body with this leg on its planted foot, the toes flat on the ground."""
    foot = foot_frame(rest, side)
    flat = yaw(-side.outward * rest.turn_out_deg)
    is_on_ball = rest.heel_up_deg > 0 and rest.contact is Contact.BALL
    toes = flat if is_on_ball else foot
    ahead = flat if rest.heel_up_deg > 0 else foot
    over_toes = add(turned(ahead, FORWARD), turned(body.frames["pelvis"], FORWARD))
    over_toes = turned(yaw(-side.outward * rest.knee_out_deg), over_toes)
    hip, target = body.points[sided("hip", side)], ankle_over(rest, side)
    knee, ankle = bent_at(hip, target, seg.THIGH, seg.SHANK, over_toes)
    hinge = hinge_of(hip, knee, ankle, over_toes)
    thigh, shank = bone_frame(hip, knee, hinge), bone_frame(knee, ankle, hinge)
    angles = _leg_angles(body.frames["pelvis"], thigh, shank, foot, side)
    angles[sided("toe", side)] = (rest.heel_up_deg if is_on_ball else 0.0) + rest.toe_up_deg
    points = {sided("knee", side): knee, sided("ankle", side): ankle}
    forefoot, toes = forefoot_in(body, side), times(toes, pitch(rest.toe_up_deg))
    points |= forefoot.points(ankle, foot, toes, side)
    frames = {sided("thigh", side): thigh, sided("shank", side): shank}
    placed = body.with_limb(points, frames | forefoot.frames(foot, toes, side))
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
