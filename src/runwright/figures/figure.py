"""A figure as an author wrote it: keyframes, view, things in it, and what the arrow follows."""

from dataclasses import dataclass, replace
from enum import StrEnum

from runwright.figures.camera import View
from runwright.figures.joints import Side, mirrored
from runwright.figures.pose import FootRest, HandRest, Pose
from runwright.figures.vectors import V3


class Stage(StrEnum):
    """What happens from the first to the second keyframe, for the tempo's sake."""

    LOWERS = "lowers"
    LIFTS = "lifts"


class Block(StrEnum):
    """Things that stand on the floor and do not move."""

    STEP = "step"
    BOX = "box"
    BENCH = "bench"
    CHAIR = "chair"
    WALL = "wall"
    PAD = "pad"


class Weight(StrEnum):
    """Things that hands carry."""

    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A block on the floor: from where to where, and how high. [1], fractions of height"""

    kind: Block
    x_share: tuple[float, float]
    z_share: tuple[float, float]
    height_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A weight; two sides hold it in both hands.

    Attributes
    ----------
    on_hips
        Whether it lies in the crease of the hips and the hands only steady it.
    """

    kind: Weight
    sides: frozenset[Side]
    on_hips: bool = False


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
    arrows: tuple[Arrow, ...] = ()
    is_far_arm_in_front: bool = False
    is_near_arm_behind: bool = False


def mirrored_figure(figure: Figure) -> Figure:
    """Return the figure of the left side."""
    return replace(
        figure,
        start=mirrored_pose(figure.start),
        end=mirrored_pose(figure.end),
        standing=tuple(
            replace(item, z_share=(-item.z_share[1], -item.z_share[0])) for item in figure.standing
        ),
        carried=tuple(
            replace(item, sides=frozenset(side.other for side in item.sides))
            for item in figure.carried
        ),
        arrows=tuple(
            Arrow(
                follows=_other_name(item.follows),
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
        pin=None if pose.pin is None else (_other_name(pose.pin[0]), _flipped(pose.pin[1])),
        feet={
            side.other: FootRest(
                ball=_flipped(rest.ball),
                heel_up_deg=rest.heel_up_deg,
                turn_out_deg=rest.turn_out_deg,
            )
            for side, rest in pose.feet.items()
        },
        hands={
            side.other: HandRest(
                wrist=rest.wrist, of=rest.of, fingers=rest.fingers, elbow=rest.elbow
            )
            for side, rest in pose.hands.items()
        },
    )


def _flipped(point: V3) -> V3:
    return (point[0], point[1], -point[2])


def _other_name(point: str) -> str:
    stem, _, end = point.rpartition("_")
    return f"{stem}_{Side(end).other}" if end in tuple(Side) else point
