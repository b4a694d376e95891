"""What a movement asks of each joint: a table that later code counts repetitions with."""

from dataclasses import dataclass

from runwright.figures.joints import LIMB_LIMITS, TRUNK_LIMITS, Side, sided
from runwright.figures.motion import Motion

STILL_DEG = 3.0  # a joint that turns less than this is held, not moved


@dataclass(frozen=True, slots=True, kw_only=True)
class JointRange:
    """One joint's way through a movement: its angle at the start, at the end, and between. [deg]"""

    joint: str
    start_deg: float
    end_deg: float
    lowest_deg: float
    highest_deg: float

    @property
    def span_deg(self) -> float:
        """How far the joint moves in all. [deg]"""
        return self.highest_deg - self.lowest_deg


def joint_ranges(motion: Motion) -> tuple[JointRange, ...]:
    """Return every joint that moves, the one that moves most first; empty for a held position."""
    names = (*TRUNK_LIMITS, *(sided(name, side) for name in LIMB_LIMITS for side in Side))
    found = (_range(name, motion) for name in names)
    return tuple(sorted((r for r in found if r.span_deg >= STILL_DEG), key=lambda r: -r.span_deg))


def _range(joint: str, motion: Motion) -> JointRange:
    angles = [frame.angles_deg[joint] for frame in motion.frames + motion.home]
    return JointRange(
        joint=joint,
        start_deg=angles[0],
        end_deg=motion.end.angles_deg[joint],
        lowest_deg=min(angles),
        highest_deg=max(angles),
    )
