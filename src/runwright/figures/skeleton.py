"""Joint angles to points in space: the body as a chain of frames from the pelvis outwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runwright.figures import segments as seg
from runwright.figures.forefoot import forefoot_of
from runwright.figures.joints import NEUTRAL, Angles, Side, sided
from runwright.figures.vectors import M3, V3, ZERO, add, pitch, roll, sub, times, turned, yaw

Points = dict[str, V3]
Frames = dict[str, M3]

PERCENT = 100
SKULL_CENTRE: V3 = (0.014, 0.052, 0.0)  # from the top of the neck: the head sits forward of it
BACK: V3 = (-0.055, 0.030, 0.0)  # skin between the shoulder blades, in the frame of the chest
SHOULDERS: V3 = (-0.055, 0.100, 0.0)  # skin of the upper back, likewise
SEAT: V3 = (-0.070, -0.020, 0.0)  # skin of the buttocks, in the frame of the pelvis


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where every joint is, as fractions of body height, and how every segment is turned."""

    points: Mapping[str, V3]
    frames: Mapping[str, M3]

    def moved(self, by: V3) -> "Skeleton":
        """Return the same posture elsewhere."""
        return Skeleton({name: add(at, by) for name, at in self.points.items()}, self.frames)

    def with_limb(self, points: Mapping[str, V3], frames: Mapping[str, M3]) -> "Skeleton":
        """Return the posture with one limb replaced."""
        return Skeleton({**self.points, **points}, {**self.frames, **frames})


def skeleton_of(angles: Angles, build: seg.Build) -> Skeleton:
    """Return the body in these angles, its pelvis at the origin."""
    points: Points = {"pelvis": ZERO}
    frames: Frames = {"pelvis": pelvis_frame(angles), "rope": pitch(angles.get("rope", 0.0))}
    _trunk(angles, points, frames)
    for side in Side:
        _joint_centres(side, build, points, frames)
        _leg(angles, side, points, frames)
        _arm(angles, side, points, frames)
    return Skeleton(points, frames)


def pelvis_frame(angles: Angles) -> M3:
    """Return how the pelvis is turned in the world."""
    turn, lying, lean = (angles.get(name, 0.0) for name in ("turn", "roll", "lean"))
    return times(yaw(turn), roll(lying), pitch(-lean))


def value_of(angles: Angles, name: str, side: Side) -> float:
    """Angle of one side's joint; its neutral value where the pose names none. [deg]"""
    return angles.get(sided(name, side), NEUTRAL.get(name, 0.0))


def _trunk(angles: Angles, points: Points, frames: Frames) -> None:
    points["seat"] = turned(frames["pelvis"], SEAT)
    loin = times(frames["pelvis"], _spine_turn(angles, "lumbar"))
    chest = times(loin, _spine_turn(angles, "thoracic"))
    points["loin"] = turned(frames["pelvis"], (0.0, seg.PELVIS, 0.0))
    points["midback"] = add(points["loin"], turned(loin, (0.0, seg.LOIN, 0.0)))
    points["neck"] = add(points["midback"], turned(chest, (-0.004, seg.CHEST + seg.NECK_BASE, 0.0)))
    points["back"] = add(points["midback"], turned(chest, BACK))
    points["shoulders"] = add(points["midback"], turned(chest, SHOULDERS))
    neck, tilt, look = (angles.get(name, 0.0) for name in ("neck", "neck_bend", "look"))
    throat = times(chest, roll(tilt / 2), pitch(-neck / 2))
    skull = times(chest, yaw(-look), roll(tilt), pitch(-neck))
    points["nape"] = add(points["neck"], turned(throat, (0.004, seg.NECK, 0.0)))
    points["head"] = add(points["nape"], turned(skull, SKULL_CENTRE))
    points["crown"] = add(points["head"], turned(skull, (0.0, seg.HEAD / 2, 0.0)))
    points["face"] = add(points["head"], turned(skull, (0.07, 0.0, 0.0)))
    wide = 1 + angles.get("ribs", 0.0) / PERCENT
    breath = ((wide, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, wide))
    frames.update(belly=times(loin, breath), ribs=times(chest, breath))
    frames.update(loin=loin, chest=chest, throat=throat, skull=skull)


def _spine_turn(angles: Angles, part: str) -> M3:
    flexion, bend, twist = (angles.get(part + end, 0.0) for end in ("", "_bend", "_twist"))
    return times(pitch(-flexion), roll(bend), yaw(-twist))


def _joint_centres(side: Side, build: seg.Build, points: Points, frames: Frames) -> None:
    out = side.outward
    points[sided("hip", side)] = turned(frames["pelvis"], (0.0, 0.0, out * build.hip_half_share))
    at = (-0.006, seg.CHEST - 0.004, out * build.shoulder_half_share)
    points[sided("shoulder", side)] = add(points["midback"], turned(frames["chest"], at))


def _leg(angles: Angles, side: Side, points: Points, frames: Frames) -> None:
    out = side.outward
    hip, away, twist = (value_of(angles, n, side) for n in ("hip", "hip_out", "hip_turn"))
    thigh = times(frames["pelvis"], pitch(hip), roll(-out * away), yaw(-out * twist))
    shank = times(thigh, pitch(-value_of(angles, "knee", side)))
    ankle, tilt, aim = (value_of(angles, n, side) for n in ("ankle", "ankle_tilt", "foot_turn"))
    foot = times(shank, pitch(ankle), roll(-out * tilt), yaw(-out * aim))
    knee = add(points[sided("hip", side)], turned(thigh, (0.0, -seg.THIGH, 0.0)))
    points[sided("knee", side)] = knee
    frames[sided("thigh", side)], frames[sided("shank", side)] = thigh, shank
    points[sided("ankle", side)] = add(knee, turned(shank, (0.0, -seg.SHANK, 0.0)))
    toes = times(foot, pitch(value_of(angles, "toe", side)))
    forefoot = forefoot_of(angles, side)
    points.update(forefoot.points(points[sided("ankle", side)], foot, toes, side))
    frames.update(forefoot.frames(foot, toes, side))


def _arm(angles: Angles, side: Side, points: Points, frames: Frames) -> None:
    out = side.outward
    raise_, away, twist = (
        value_of(angles, n, side) for n in ("shoulder", "shoulder_out", "shoulder_turn")
    )
    upper = times(frames["chest"], pitch(raise_), roll(-out * away), yaw(-out * twist))
    fore = times(upper, pitch(value_of(angles, "elbow", side)))
    palm, wrist = (value_of(angles, n, side) for n in ("forearm_turn", "wrist"))
    hand = times(fore, yaw(out * palm), roll(-out * wrist))
    elbow = add(points[sided("shoulder", side)], turned(upper, (0.0, -seg.UPPER_ARM, 0.0)))
    points[sided("elbow", side)] = elbow
    points[sided("wrist", side)] = add(elbow, turned(fore, (0.0, -seg.FOREARM, 0.0)))
    points.update(hand_points(points[sided("wrist", side)], hand, side))
    frames.update({
        sided("upper_arm", side): upper,
        sided("forearm", side): fore,
        sided("hand", side): hand,
    })


GRIP = 0.048  # of the hand's length lies before what it holds


def hand_points(wrist: V3, hand: M3, side: Side) -> Points:
    """Return the grip and the fingertips of a hand that is turned so."""
    return {
        sided("grip", side): add(wrist, turned(hand, (0.0, -GRIP, 0.0))),
        sided("hand", side): add(wrist, turned(hand, (0.0, -seg.HAND, 0.0))),
    }


# Pairs of points whose distance no movement changes.
RIGID = (
    *(("pelvis", "loin"), ("loin", "midback"), ("midback", "neck"), ("neck", "nape")),
    *(("nape", "head"), ("head", "crown")),
    *(
        (sided(a, side), sided(b, side))
        for side in Side
        for a, b in (
            *(("hip", "knee"), ("knee", "ankle"), ("ankle", "ball"), ("ankle", "heel")),
            *(("ball", "toe"), ("shoulder", "elbow"), ("elbow", "wrist"), ("wrist", "hand")),
        )
    ),
)


def bone_lengths(skeleton: Skeleton) -> Iterator[tuple[str, V3]]:
    """Every bone's name and its vector."""
    for start, end in RIGID:
        yield f"{start} to {end}", sub(skeleton.points[end], skeleton.points[start])
