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


class Then(StrEnum):
    """How a movement gets from its last keyframe to its first again."""

    BACK = "back"
    ROUND = "round"
    OTHER_SIDE = "other_side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An arrow that follows a point of the body, moved aside on paper. [1], z is not used"""

    follows: str
    beside_share: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """The exercise's common fault as a pose, to be shown beside the right one.

    Attributes
    ----------
    of
        Number of the keyframe it spoils, 0 for the start.
    marks
        Points of the body at which to look.
    """

    of: int
    pose: Pose
    view: View
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """Everything that is drawn of one exercise; a figure is equal to itself alone.

    Attributes
    ----------
    start, via, end
        The first keyframe, those in between, and the one the movement goes to, for the right side.
    then
        How it begins again: back the way it came, on to the start, or on with the other leg.
    goes_forward
        Whether the body covers ground in a walk that is shown on the spot.
    shows
        Numbers of the keyframes that the still pictures show, 0 for the start.
    stage
        Which part of the tempo leads from start to end.
    is_far_arm_in_front
        Whether the far arm passes before the trunk instead of behind it.
    is_near_arm_behind
        Whether the near arm passes behind the near leg instead of before it.
    is_far_hip_lit
        Whether the muscles of the far hip are lit instead of those of the near one.
    is_far_thigh_lit
        Whether the inside of the far thigh is lit too.
    """

    exercise: str
    view: View
    stage: Stage
    start: Pose
    end: Pose
    via: tuple[Pose, ...] = ()
    then: Then = Then.BACK
    shows: tuple[int, ...] = (0, -1)
    mistake: Mistake | None = None
    standing: tuple[Standing, ...] = ()
    carried: tuple[Carried, ...] = ()
    bands: tuple[Band, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    goes_forward: bool = False
    is_far_arm_in_front: bool = False
    is_near_arm_behind: bool = False
    is_far_hip_lit: bool = False
    is_far_thigh_lit: bool = True
    is_barefoot: bool = False

    @property
    def keyframes(self) -> tuple[Pose, ...]:
        """All keyframes in their order."""
        return (self.start, *self.via, self.end)


def mirrored_figure(figure: Figure) -> Figure:
    """Return the figure of the left side."""
    return replace(
        figure,
        start=mirrored_pose(figure.start),
        via=tuple(mirrored_pose(pose) for pose in figure.via),
        end=mirrored_pose(figure.end),
        mistake=None if figure.mistake is None else _mirrored_mistake(figure.mistake),
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


def _mirrored_mistake(mistake: Mistake) -> Mistake:
    pose, marks = mirrored_pose(mistake.pose), tuple(map(other_name, mistake.marks))
    return replace(mistake, pose=pose, marks=marks)


def mirrored_pose(pose: Pose) -> Pose:
    """Return the mirror image of a keyframe."""
    return replace(
        pose,
        angles=mirrored(pose.angles),
        stand=None if pose.stand is None else pose.stand.other,
        shift_share=-pose.shift_share,
        pin=None if pose.pin is None else (other_name(pose.pin[0]), _flipped(pose.pin[1])),
        air=None if pose.air is None else _flipped(pose.air),
        feet={
            side.other: replace(rest, ball=_flipped(rest.ball)) for side, rest in pose.feet.items()
        },
        hands={
            side.other: replace(rest, of=other_name(rest.of)) for side, rest in pose.hands.items()
        },
    )


def one_hand_carries(figure: Figure) -> bool:
    """Whether a weight is in one hand only, so that arms keep to their sides."""
    held = [item.sides for item in figure.carried if len(item.sides) == 1]
    return len(frozenset(held)) == 1


def with_arms_of(pose: Pose, other: Pose) -> Pose:
    """Return a keyframe with another one's arms."""
    arms = {name: value for name, value in other.angles.items() if name.startswith(ARM_JOINTS)}
    rest = {n: value for n, value in pose.angles.items() if not n.startswith(ARM_JOINTS)}
    return replace(pose, angles=rest | arms, hands=other.hands)


ARM_JOINTS = ("shoulder", "elbow", "forearm", "wrist")


def _flipped(point: V3) -> V3:
    return (point[0], point[1], -point[2])
