"""A figure as an author wrote it: keyframes, view, things in it, and what the arrow follows."""

from dataclasses import dataclass, replace
from enum import StrEnum

from runwright.figures.camera import View
from runwright.figures.gear import (
    Band,
    Carried,
    Standing,
    mirrored_band,
    mirrored_carried,
    mirrored_standing,
    other_name,
)
from runwright.figures.joints import mirrored
from runwright.figures.pose import Pose
from runwright.figures.vectors import V3


class Stage(StrEnum):
    """What happens from the first to the second keyframe, for the tempo's sake."""

    LOWERS = "lowers"
    LIFTS = "lifts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An arrow that follows a point of the body, moved aside on paper. [1], z is not used"""

    follows: str
    beside_share: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Everything that is drawn of one exercise.

    Attributes
    ----------
    start, end
        The first keyframe and the one the movement goes to, for the right side.
    stage
        Which part of the tempo leads from start to end.
    is_far_arm_in_front
        Whether the far arm passes before the trunk instead of behind it.
    is_near_arm_behind
        Whether the near arm passes behind the near leg instead of before it.
    """

    exercise: str
    view: View
    stage: Stage
    start: Pose
    end: Pose
    standing: tuple[Standing, ...] = ()
    carried: tuple[Carried, ...] = ()
    bands: tuple[Band, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    is_far_arm_in_front: bool = False
    is_near_arm_behind: bool = False


def mirrored_figure(figure: Figure) -> Figure:
    """Return the figure of the left side."""
    return replace(
        figure,
        start=mirrored_pose(figure.start),
        end=mirrored_pose(figure.end),
        standing=tuple(map(mirrored_standing, figure.standing)),
        carried=tuple(map(mirrored_carried, figure.carried)),
        bands=tuple(map(mirrored_band, figure.bands)),
        arrows=tuple(
            Arrow(
                follows=other_name(item.follows),
                beside_share=(-item.beside_share[0], item.beside_share[1]),
            )
            for item in figure.arrows
        ),
    )


def mirrored_pose(pose: Pose) -> Pose:
    """Return the mirror image of a keyframe."""
    return Pose(
        angles=mirrored(pose.angles),
        stand=None if pose.stand is None else pose.stand.other,
        shift_share=-pose.shift_share,
        pin=None if pose.pin is None else (other_name(pose.pin[0]), _flipped(pose.pin[1])),
        feet={
            side.other: replace(rest, ball=_flipped(rest.ball)) for side, rest in pose.feet.items()
        },
        hands={
            side.other: replace(rest, of=other_name(rest.of)) for side, rest in pose.hands.items()
        },
    )


def _flipped(point: V3) -> V3:
    return (point[0], point[1], -point[2])
