"""Every joint angle a pose can name, its neutral value and how far it goes.

Limits are a supple adult's, wide enough for every exercise here and tight enough that a slip of the
pen shows: they bound drawings and are no clinical norm.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Side(StrEnum):
    """The athlete's own left and right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def outward(self) -> int:
        """Sign of z on this side."""
        return 1 if self is Side.RIGHT else -1

    @property
    def other(self) -> "Side":
        """The other side."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


Angles = Mapping[str, float]

# Lowest and highest. [deg] Positive: flexion, out to the side, turned outwards, toes up.
LIMB_LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType({
    "hip": (-32.0, 135.0),
    "hip_out": (-35.0, 60.0),
    "hip_turn": (-55.0, 60.0),
    "knee": (-3.0, 158.0),
    "ankle": (-58.0, 46.0),
    "ankle_tilt": (-42.0, 30.0),  # sole turned outwards is positive; inwards goes further
    "foot_turn": (-30.0, 30.0),
    "toe": (-40.0, 88.0),
    "small_toes": (-60.0, 75.0),  # beyond the big toe
    "toe_curl": (0.0, 80.0),
    "arch": (-8.0, 12.0),  # higher is positive
    "shoulder": (-65.0, 185.0),
    "shoulder_out": (-50.0, 130.0),
    "shoulder_turn": (-95.0, 95.0),
    "elbow": (-3.0, 152.0),
    "forearm_turn": (-90.0, 100.0),  # palm turned back or down is positive
    "wrist": (-85.0, 95.0),  # back of the hand towards the forearm is positive
})
# Forward bending, bending and turning to the right are positive.
TRUNK_LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType({
    "lumbar": (-30.0, 55.0),
    "lumbar_bend": (-30.0, 30.0),
    "lumbar_twist": (-12.0, 12.0),
    "thoracic": (-25.0, 40.0),
    "thoracic_bend": (-30.0, 30.0),
    "thoracic_twist": (-40.0, 40.0),
    "neck": (-60.0, 50.0),
    "neck_bend": (-40.0, 40.0),
    "look": (-75.0, 75.0),
})
# How far the ribs are lifted and widened by a breath. [percent of their breadth]
BREATH_LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType({"ribs": (-6.0, 25.0)})
# How the whole body lies in the world: tipped forward, onto its right side, turned to its left.
# And where a skipping rope is: 0 under the feet, 90 in front, 180 overhead.
WORLD = ("lean", "roll", "turn", "rope")
GOING_ROUND = frozenset({"rope"})  # goes on the shorter way round
NEUTRAL = MappingProxyType({"shoulder": 2.0, "shoulder_out": 6.0, "elbow": 8.0})


def sided(name: str, side: Side) -> str:
    """Return the name of one side's joint, ``"knee_left"``."""
    return f"{name}_{side}"


ANGLE_NAMES = (
    *WORLD,
    *TRUNK_LIMITS,
    *BREATH_LIMITS,
    *(sided(n, s) for n in LIMB_LIMITS for s in Side),
)


def limits_of(name: str) -> tuple[float, float] | None:
    """Return lowest and highest angle [deg]; None for an angle of the world."""
    if name in BREATH_LIMITS:
        return BREATH_LIMITS[name]
    return TRUNK_LIMITS.get(name) or LIMB_LIMITS.get(name.rpartition("_")[0])


def mirrored(angles: Angles) -> dict[str, float]:
    """Return the angles of the mirror image: sides change places, bends and turns their sign."""
    swapped: dict[str, float] = {}
    for name, value in angles.items():
        stem, _, end = name.rpartition("_")
        if end in tuple(Side):
            swapped[sided(stem, Side(end).other)] = value
        else:
            swapped[name] = -value if name in MIRRORED_SIGN else value
    return swapped


MIRRORED_SIGN = frozenset(
    {"roll", "turn", "lumbar_bend", "lumbar_twist", "thoracic_bend", "thoracic_twist", "neck_bend"}
    | {"look"}
)
