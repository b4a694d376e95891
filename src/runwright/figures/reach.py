"""Two-bone inverse kinematics: the bend that lets a limb end where it must."""

from dataclasses import dataclass
from math import acos, degrees, sqrt

from runwright.figures import segments as seg
from runwright.figures.skeleton import Skeleton
from runwright.figures.vectors import (
    M3,
    V3,
    across,
    along,
    cross,
    dot,
    frame,
    length,
    scale,
    sub,
    unit,
)


@dataclass(frozen=True, slots=True)
class Reached:
    """A limb on its target: the posture, the limb's angles and how far it fell short. [1]"""

    skeleton: Skeleton
    angles_deg: dict[str, float]
    short_share: float


def bent_at(root: V3, target: V3, upper: float, lower: float, toward: V3) -> tuple[V3, V3]:
    """Return the middle and the end of a two-bone limb from `root` to `target`.

    Parameters
    ----------
    upper, lower
        Lengths of the two bones. [1]
    toward
        Direction in which the middle joint points.

    Returns
    -------
    tuple
        The end is the target, or as near as the limb reaches.
    """
    way = sub(target, root)
    axis = unit(way)
    reach = min(max(length(way), abs(upper - lower) * 1.001), (upper + lower) * seg.STRAIGHT)
    foot = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    height = sqrt(max(upper * upper - foot * foot, 0.0))
    middle = along(along(root, axis, foot), unit(across(toward, axis)), height)
    return middle, along(root, axis, reach)


def hinge_of(root: V3, middle: V3, end: V3, toward: V3) -> V3:
    """Return the axis the middle joint bends about; a straight limb's is told by `toward`."""
    axis = unit(sub(end, root))
    ahead = unit(across(sub(middle, root), axis))
    if length(across(sub(middle, root), axis)) < seg.THIGH / 100:
        ahead = unit(across(toward, axis))
    return unit(cross(ahead, scale(axis, -1)))


def bone_frame(start: V3, end: V3, hinge: V3) -> M3:
    """Return the frame of a bone that bends about `hinge`."""
    up = unit(sub(start, end))
    return frame(cross(up, hinge), up, hinge)


def bend_deg(upper: M3, lower: M3) -> float:
    """Return the bend between two bones, 0 to 180. [deg]"""
    return degrees(acos(max(-1.0, min(1.0, dot(_up(upper), _up(lower))))))


def _up(matrix: M3) -> V3:
    return (matrix[0][1], matrix[1][1], matrix[2][1])
