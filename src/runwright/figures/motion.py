"""The frames of a movement: through its keyframes, to the other side, and home to its start."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from runwright.figures.figure import Figure, Then, mirrored_pose, one_hand_carries, with_arms_of
from runwright.figures.joints import Side, sided
from runwright.figures.pose import Pose
from runwright.figures.segments import Build
from runwright.figures.settle import Settled, mixed, settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The way from one keyframe to the next.

    Attributes
    ----------
    frames
        Numbers of its frames among all, both keyframes included.
    turns_deg
        How far the limb turns that turns most. [deg]
    takes_s, stays_s
        How long it lasts, None where the tempo says it, and the rest at its end. [s]
    flies
        Whether the body is in the air.
    """

    frames: tuple[int, ...]
    turns_deg: float
    takes_s: float | None
    stays_s: float
    flies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """Frames from start to end, and what comes after.

    Attributes
    ----------
    other_way
        Frames after the start to the other side's end; empty where sides do not alternate.
    home
        Frames between end and start; empty where the way back is the way out.
    out, other_out, back
        The passages of each.
    goes_on
        Whether the way home leads through the other side.
    """

    frames: tuple[Settled, ...]
    out: tuple[Passage, ...]
    other_way: tuple[Settled, ...] = ()
    other_out: tuple[Passage, ...] = ()
    home: tuple[Settled, ...] = ()
    back: tuple[Passage, ...] = ()
    goes_on: bool = False

    @property
    def start(self) -> Settled:
        """The first keyframe."""
        return self.frames[0]

    @property
    def end(self) -> Settled:
        """The keyframe the movement goes to."""
        return self.frames[-1]

    @property
    def all_frames(self) -> tuple[Settled, ...]:
        """Every frame, the other side's included."""
        return self.frames + self.other_way + self.home

    @property
    def keys(self) -> tuple[int, ...]:
        """Numbers of the frames that are keyframes, from start to end."""
        return (0, *(passage.frames[-1] for passage in self.out))


def motion_of(figure: Figure, build: Build, *, alternating: bool) -> Motion:
    """Return the frames of a figure, and of its other side where sides alternate."""
    poses = figure.keyframes
    if figure.then is not Then.BACK:
        return _round(figure, build)
    frames, out = _way(_settled(poses, build), build, STEPS_OUT)
    if not alternating:
        return Motion(frames=frames, out=out)
    twins = (poses[0], *(mirrored_pose(pose) for pose in poses[1:]))
    others, other_out = _way(_settled(twins, build), build, STEPS_OUT)
    after = len(frames) - 1
    renumbered = tuple(
        replace(one, frames=tuple(n + after if n else 0 for n in one.frames)) for one in other_out
    )
    return Motion(frames=frames, out=out, other_way=others[1:], other_out=renumbered)


def _round(figure: Figure, build: Build) -> Motion:
    """Return a movement that does not go back: home another way, or on with the other leg."""
    poses = figure.keyframes
    if figure.then is Then.OTHER_SIDE:
        twins = tuple(map(mirrored_pose, poses))
        if one_hand_carries(figure):
            twins = tuple(map(with_arms_of, twins, poses))
        poses = (*poses, *twins)
    keys = _settled(poses, build)
    frames, passages = _way((*keys, keys[0]), build, STEPS_ROUND)
    ways = len(figure.keyframes) - 1
    last = passages[-1]
    back = (*passages[ways:-1], replace(last, frames=(*last.frames[:-1], 0)))
    end = passages[ways - 1].frames[-1]
    return Motion(
        frames=frames[: end + 1],
        out=passages[:ways],
        home=frames[end + 1 : -1],
        back=back,
        goes_on=figure.then is Then.OTHER_SIDE,
    )


def _settled(poses: Sequence[Pose], build: Build) -> tuple[Settled, ...]:
    return tuple(settled(pose, build) for pose in poses)


def _way(
    keys: Sequence[Settled], build: Build, steps_at_most: int
) -> tuple[tuple[Settled, ...], tuple[Passage, ...]]:
    """Return the frames through some keyframes, and how they pass from one to the next."""
    turns = [_turn_deg(a, b) for a, b in pairwise(keys)]
    frames, passages = [keys[0]], []
    fly = [a.pose.air is not None or b.pose.air is not None for a, b in pairwise(keys)]
    for (a, b), turn, flies, steps in zip(
        pairwise(keys), turns, fly, _steps(turns, fly, steps_at_most), strict=True
    ):
        numbers = range(len(frames) - 1, len(frames) + steps)
        frames += [mixed(a, b, number / steps, build) for number in range(1, steps)]
        frames.append(b)
        passages.append(
            Passage(
                frames=tuple(numbers),
                turns_deg=turn,
                takes_s=b.pose.takes_s,
                stays_s=b.pose.stays_s,
                flies=flies,
            )
        )
    return tuple(frames), tuple(passages)


STEPS = 7  # of a movement of two keyframes; limbs turn less than 20 degrees in one of them
STEP_DEG = 22.0  # in a movement of more keyframes
IN_FLIGHT = 2  # at least, so that it is a curve, where there is room
STEPS_OUT, STEPS_ROUND = 10, 12  # of those at most, because each weighs half a kilobyte
TURNING = (
    *("lean", "roll", "rope"),
    *(
        sided(name, side)
        for name in ("hip", "hip_out", "knee", "shoulder", "shoulder_out", "elbow")
        for side in Side
    ),
)


def _turn_deg(a: Settled, b: Settled) -> float:
    return max(abs(a.angles_deg[name] - b.angles_deg[name]) for name in TURNING)


def _steps(turns_deg: Sequence[float], fly: Sequence[bool], at_most: int) -> list[int]:
    """Return in how many steps each passage is shown, the same angle in each where it can be."""
    if len(turns_deg) == 1:
        return [STEPS]
    steps = [
        max(IN_FLIGHT if flies else 1, round(turn / STEP_DEG))
        for turn, flies in zip(turns_deg, fly, strict=True)
    ]
    while sum(steps) > at_most and max(steps) > 1:
        spare = [number for number, count in enumerate(steps) if count > 1]
        steps[min(spare, key=lambda n: turns_deg[n] / (steps[n] - 1))] -= 1
    return steps
