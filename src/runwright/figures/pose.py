"""What a keyframe says: joint angles, what carries the body, and what hands and feet rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from runwright.figures.joints import GOING_ROUND, Angles, Side
from runwright.figures.vectors import V3, between

WORLD_FRAME = "world"
DEFAULT_ELBOW: V3 = (-0.5, -0.8, 0.6)  # back, down and out, as elbows bend by themselves


class Contact(StrEnum):
    """What of a foot rests."""

    BALL = "ball"
    HEEL = "heel"
    SOLE = "sole"
    TOP = "top"


@dataclass(frozen=True, slots=True, kw_only=True)
class FootRest:
    """A planted foot.

    Attributes
    ----------
    ball
        Where the ball of the foot presses on the ground. [1], fractions of height
    heel_up_deg
        How far the heel is lifted about the ball; negative is a heel below it. [deg]
    turn_out_deg
        How far the toes point outwards. [deg]
    contact
        What touches the ground where the foot is not simply flat or on its ball.
    tilt_deg
        How far the sole is turned outwards, onto the little toe. [deg]
    knee_out_deg
        How far outside the line of the toes the knee points; negative falls inwards. [deg]
    toe_up_deg
        How far the toes are lifted from the ground. [deg]
    """

    ball: V3
    heel_up_deg: float = 0.0
    turn_out_deg: float = 0.0
    contact: Contact = Contact.BALL
    tilt_deg: float = 0.0
    knee_out_deg: float = 0.0
    toe_up_deg: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandRest:
    """A hand that is somewhere: on the floor, on a wall, on the hip, around a weight.

    Attributes
    ----------
    wrist
        Where the wrist is, seen from `of`; z is outwards to the hand's own side. [1]
    of
        ``"world"``, or the segment it moves with: ``"chest"``, ``"pelvis"``, ``"thigh"``.
    fingers
        Where the fingers point, in the same frame; None keeps the angles of the pose.
    elbow
        Where the elbow points, in the frame of the chest, z outwards.
    is_grip
        Whether the closed hand is at `wrist`, round something, instead of the wrist.
    """

    wrist: V3
    of: str = WORLD_FRAME
    fingers: V3 | None = None
    elbow: V3 = DEFAULT_ELBOW
    is_grip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """One keyframe.

    Attributes
    ----------
    stand
        The planted foot that carries the hips, by its ankle and knee angles; None where a pin does.
    shift_share
        How far the hips stand to the right of the middle. [1]
    pin
        A point of the body and where it stays; None where a foot carries the hips.
    air
        Where the hips are in flight: forward, right, and between them how far the lower foot is
        above the ground; a pin, if there is one too, has the last word. None where something
        carries the body.
    takes_s, stays_s
        How long the way from the keyframe before lasts, None where the tempo says it, and how long
        the body rests here. [s]
    """

    angles: Angles
    stand: Side | None = None
    shift_share: float = 0.0
    pin: tuple[str, V3] | None = None
    air: V3 | None = None
    takes_s: float | None = None
    stays_s: float = 0.0
    feet: Mapping[Side, FootRest] = field(default_factory=lambda: MappingProxyType({}))
    hands: Mapping[Side, HandRest] = field(default_factory=lambda: MappingProxyType({}))


def mixed_angles(a: Angles, b: Angles, share: float) -> dict[str, float]:
    """Return angles at `share` of the way; both name the same joints."""
    mixed = {name: part_way(a[name], b[name], share) for name in a}
    for name in GOING_ROUND & mixed.keys():
        way = (b[name] - a[name] + HALF_TURN_DEG) % (2 * HALF_TURN_DEG) - HALF_TURN_DEG
        mixed[name] = a[name] + way * share
    return mixed


HALF_TURN_DEG = 180.0


def part_way(a: float, b: float, share: float) -> float:
    """Return the number at `share` of the way."""
    return a + (b - a) * share


def mixed_hands(a: Pose, b: Pose, share: float) -> dict[Side, HandRest]:
    """Return the hands that both keyframes rest on the same thing."""
    return {
        side: HandRest(
            wrist=between(rest.wrist, other.wrist, share),
            of=rest.of,
            fingers=None
            if rest.fingers is None or other.fingers is None
            else between(rest.fingers, other.fingers, share),
            elbow=between(rest.elbow, other.elbow, share),
            is_grip=rest.is_grip,
        )
        for side, rest in a.hands.items()
        if (other := b.hands.get(side)) is not None
        and (other.of, other.is_grip) == (rest.of, rest.is_grip)
    }
