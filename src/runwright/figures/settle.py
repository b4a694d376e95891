"""A keyframe to a body at rest: hips where leg or pin put them, limbs on their contacts."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from runwright.figures import segments as seg
from runwright.figures.arms import held
from runwright.figures.joints import ANGLE_NAMES, NEUTRAL, Side, sided
from runwright.figures.legs import ankle_over, mixed_feet, planted
from runwright.figures.pose import FootRest, Pose, mixed_angles, mixed_hands
from runwright.figures.reach import Reached
from runwright.figures.skeleton import Skeleton, skeleton_of
from runwright.figures.vectors import V3, ZERO, between, sub


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A solved keyframe.

    Attributes
    ----------
    angles_deg
        Every joint, those of limbs on contacts included. [deg]
    short_share
        How far each hand or foot misses its contact, by its name. [1]
    """

    pose: Pose
    skeleton: Skeleton
    angles_deg: Mapping[str, float]
    short_share: Mapping[str, float]


def settled(pose: Pose, build: seg.Build) -> Settled:
    """Return the body as the keyframe puts it."""
    angles = {name: NEUTRAL.get(name.rpartition("_")[0], 0.0) for name in ANGLE_NAMES}
    angles.update(pose.angles)
    body = skeleton_of(angles, build)
    body = body.moved(_way_to_place(body, pose, angles))
    short: dict[str, float] = {}
    for name, reached in _limbs(body, pose):
        body = body.with_limb(reached.skeleton.points, reached.skeleton.frames)
        angles.update(reached.angles_deg)
        short[name] = reached.short_share
    return Settled(pose=pose, skeleton=body, angles_deg=angles, short_share=short)


def _limbs(body: Skeleton, pose: Pose) -> list[tuple[str, Reached]]:
    """Reach with each resting limb; limbs hang on the trunk and do not move each other."""
    found: list[tuple[str, Reached]] = []
    for side, foot in pose.feet.items():
        found.append((sided("foot", side), planted(body, side, foot)))
        body = body.with_limb(found[-1][1].skeleton.points, found[-1][1].skeleton.frames)
    for side, hand in pose.hands.items():
        found.append((sided("hand", side), held(body, side, hand)))
        body = body.with_limb(found[-1][1].skeleton.points, found[-1][1].skeleton.frames)
    return found


def _way_to_place(body: Skeleton, pose: Pose, angles: Mapping[str, float]) -> V3:
    if pose.stand is not None:
        return _over_foot(body, pose.stand, pose, angles)
    if pose.pin is not None:
        point, at = pose.pin
        return sub(at, body.points[point])
    if pose.air is not None:
        return _over_ground(body, pose.air)
    return ZERO


LOWEST = tuple(sided(name, side) for name in ("heel", "ball", "toe") for side in Side)


def _over_ground(body: Skeleton, air: V3) -> V3:
    """Where the pelvis goes when the lower foot flies that high."""
    forward, up, right = air
    low = min(body.points[name][1] for name in LOWEST)
    return (forward, up - low, right)


def _over_foot(body: Skeleton, side: Side, pose: Pose, angles: Mapping[str, float]) -> V3:
    """Where the pelvis goes when this foot's ankle and knee carry it.

    The leg is built from the ground up in the plane of the movement, then leaned sideways to the
    hip without changing its length, so that the knee bends as much as the keyframe says.
    """
    rest: FootRest = pose.feet[side]
    knee_deg = angles[sided("knee", side)]
    shin_deg = angles[sided("ankle", side)] + rest.heel_up_deg
    forward = seg.SHANK * sin(radians(shin_deg)) - seg.THIGH * sin(radians(knee_deg - shin_deg))
    up = seg.SHANK * cos(radians(shin_deg)) + seg.THIGH * cos(radians(knee_deg - shin_deg))
    ankle, hip = ankle_over(rest, side), body.points[sided("hip", side)]
    sideways = pose.shift_share + hip[2] - ankle[2]
    leg = forward * forward + up * up
    shorter = sqrt(max(leg - sideways * sideways, 0.0) / leg)
    return sub((ankle[0] + forward * shorter, ankle[1] + up * shorter, ankle[2] + sideways), hip)


def mixed(a: Settled, b: Settled, share: float, build: seg.Build) -> Settled:
    """Return the body at `share` of the way between two keyframes.

    Joint angles change in proportion; what both keyframes plant stays planted.
    """
    first, last = a.pose, b.pose
    stand = first.stand if first.stand is last.stand else None
    air = last.air or first.air
    pin = None
    if stand is None:
        point = _shared_pin(first, last)
        way = (a.skeleton.points[point], b.skeleton.points[point])
        pin = (point, between(*way, share) if air is None else _thrown(*way, share))
    pose = Pose(
        angles=mixed_angles(a.angles_deg, b.angles_deg, share),
        stand=stand,
        shift_share=first.shift_share + (last.shift_share - first.shift_share) * share,
        pin=pin,
        air=air,
        feet=mixed_feet(first, last, share),
        hands=mixed_hands(first, last, share),
    )
    return settled(pose, build)


def _thrown(start: V3, stop: V3, share: float) -> V3:
    """Return where a body in flight is: even in its way, slower the higher it is."""
    x, _, z = between(start, stop, share)
    gone = 1 - (1 - share) ** 2 if stop[1] > start[1] else share**2
    return (x, start[1] + (stop[1] - start[1]) * gone, z)


def _shared_pin(a: Pose, b: Pose) -> str:
    """Return the point both keyframes hold on to; the pelvis where there is none."""
    if a.pin is not None and b.pin is not None and a.pin[0] == b.pin[0]:
        return a.pin[0]
    return "pelvis"
