"""What cannot be true of a body, found in every frame: for tests, and for whoever draws."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from runwright.figures.balance import base_of_support, centre_of_mass, outside_by
from runwright.figures.errors import FigureFault
from runwright.figures.figure import Figure
from runwright.figures.gear import Block
from runwright.figures.joints import Side, limits_of, sided
from runwright.figures.motion import Motion
from runwright.figures.pose import WORLD_FRAME
from runwright.figures.settle import Settled
from runwright.figures.vectors import SMALLEST_LENGTH, V3, distance
from runwright.figures.weights import fists

BODY_HEIGHT_MM = 1700  # turns shares of height into something one can picture
SLIP_MM = 5.0
SINK_MM = 5.0
OVERSHOOT_DEG = 1.0  # beyond a joint's limit; rounding of a pose written in whole degrees

# Skin between a joint and the floor, thinner than drawn because flesh gives. [1]
LOWEST = {"knee": 0.024, "elbow": 0.016, "ankle": 0.016, "wrist": 0.010, "ball": 0.012}
LOWEST_TRUNK = {"head": 0.056, "pelvis": 0.052, "midback": 0.045, "shoulders": 0.0, "back": 0.0}
BARE = ("heel", "toe")


def figure_faults(figure: Figure, motion: Motion) -> tuple[FigureFault, ...]:
    """Everything that is wrong with a figure's frames, each kind of fault once, at its worst."""
    found: list[Found] = []
    closed = fists(figure.carried)
    for number, frame in enumerate(motion.all_frames):
        where = f"{figure.exercise}, frame {number}"
        found += _body_faults(frame, closed, where)
        if _is_held(figure, motion, frame) and not _is_held_up(figure, frame):
            found += _toppling(frame, where)
    for way in (motion.frames + motion.home, motion.frames[:1] + motion.other_way):
        found += _slipping(figure, way)
    if figure.goes_forward:
        found += _skating((*motion.frames, *motion.home, motion.start), figure.exercise)
    return _worst(found)


def mistake_faults(figure: Figure, wrong: Settled) -> tuple[FigureFault, ...]:
    """What no body can do in the wrong pose of the common fault; it may topple."""
    return _worst(_body_faults(wrong, fists(figure.carried), f"{figure.exercise}, fault"))


Found = tuple[str, float, FigureFault]  # what it is about, how bad, and the words


def _worst(found: Iterable[Found]) -> tuple[FigureFault, ...]:
    worst: dict[str, tuple[float, FigureFault]] = {}
    for kind, size, fault in found:
        if kind not in worst or size > worst[kind][0]:
            worst[kind] = (size, fault)
    return tuple(fault for _, fault in worst.values())


def _body_faults(frame: Settled, closed: frozenset[Side], where: str) -> Iterator[Found]:
    yield from _beyond_limits(frame, where)
    yield from _out_of_reach(frame, where)
    yield from _below_floor(frame, closed, where)


def _is_held(figure: Figure, motion: Motion, frame: Settled) -> bool:
    """Whether the body rests in this frame: where it stays, and at both ends of a plain movement.

    In a jump or a walk a body that moves on may be ahead of its feet.
    """
    if any(pose.takes_s is not None for pose in figure.keyframes):
        return frame.pose.stays_s > 0
    return frame is motion.start or frame is motion.end


def _beyond_limits(frame: Settled, where: str) -> Iterator[Found]:
    for name, angle in frame.angles_deg.items():
        limits = limits_of(name)
        if limits is None:
            continue
        over = max(limits[0] - angle, angle - limits[1])
        if over > OVERSHOOT_DEG:
            fault = FigureFault(
                where=f"{where}, {name}",
                expected=f"{limits[0]:g} to {limits[1]:g} degrees",
                got=f"{angle:.0f}",
                do="Change the pose, or move what the limb rests on",
            )
            yield name, over, fault


def _out_of_reach(frame: Settled, where: str) -> Iterator[Found]:
    for name, short in frame.short_share.items():
        if short * BODY_HEIGHT_MM > SLIP_MM:
            fault = FigureFault(
                where=f"{where}, {name}",
                expected="a limb long enough",
                got=f"{short * 100:.1f} percent of height too far away",
                do="Move the contact, or the body towards it",
            )
            yield f"reach {name}", short, fault


def _below_floor(frame: Settled, closed: frozenset[Side], where: str) -> Iterator[Found]:
    lowest = list(LOWEST_TRUNK.items())
    for side in Side:
        lowest += [(sided(name, side), room) for name, room in LOWEST.items()]
        lowest += [(sided(name, side), 0.0) for name in BARE]
        lowest.append((sided("grip" if side in closed else "hand", side), 0.0))
    for name, room in lowest:
        deep = room - frame.skeleton.points[name][1]
        if deep * BODY_HEIGHT_MM > SINK_MM:
            fault = FigureFault(
                where=f"{where}, {name}",
                expected="nothing below the floor",
                got=f"{deep * 100:.1f} percent of height below",
                do="Lift this part, or what carries it",
            )
            yield f"sink {name}", deep, fault


def _slipping(figure: Figure, frames: Sequence[Settled]) -> Iterator[Found]:
    """Feet and hands must not move as long as frame after frame rests them on the same place.

    A walk on the spot is seen from a camera that walks along: its keyframes name ever new places
    for the planted foot, further back, and only ``_skating`` has a say about those.
    """
    since: dict[str, tuple[V3, V3]] = {}
    for number, frame in enumerate(frames):
        places = dict(_places(frame))
        since = {
            name: kept
            for name, kept in since.items()
            if name in places and distance(places[name], kept[0]) < SMALLEST_LENGTH
        }
        for name, place in places.items():
            at = frame.skeleton.points[name]
            slip = distance(since.setdefault(name, (place, at))[1], at)
            if slip * BODY_HEIGHT_MM > SLIP_MM:
                fault = FigureFault(
                    where=f"{figure.exercise}, frame {number}, {name}",
                    expected=f"less than {SLIP_MM:g} mm of slip",
                    got=f"{slip * BODY_HEIGHT_MM:.0f} mm",
                    do="Rest it on the same place in both keyframes",
                )
                yield f"slip {name}", slip, fault


def _skating(frames: Sequence[Settled], exercise: str) -> Iterator[Found]:
    """Where the ground goes by, a foot that is planted goes back with it and never forward."""
    for number, (before, now) in enumerate(pairwise(frames), start=1):
        for side in before.pose.feet.keys() & now.pose.feet.keys():
            on = now.pose.feet[side].ball[0] - before.pose.feet[side].ball[0]
            if on * BODY_HEIGHT_MM > SLIP_MM:
                fault = FigureFault(
                    where=f"{exercise}, frame {number}, {sided('ball', side)}",
                    expected="a planted foot that goes back with the ground",
                    got=f"{on * BODY_HEIGHT_MM:.0f} mm forward",
                    do="Lift it with 'null', or rest it further back",
                )
                yield f"skate {side}", on, fault


def _places(frame: Settled) -> Iterator[tuple[str, V3]]:
    """Yield each point that rests on something in the world, and where that is."""
    for side, foot in frame.pose.feet.items():
        yield sided("ball", side), foot.ball
    for side, hand in frame.pose.hands.items():
        if hand.of == WORLD_FRAME:
            yield sided("grip" if hand.is_grip else "wrist", side), hand.wrist


def _is_held_up(figure: Figure, frame: Settled) -> bool:
    """Whether something besides the feet carries the body."""
    on_wall = any(item.kind is Block.WALL for item in figure.standing) and frame.pose.hands
    return frame.pose.stand is None or bool(on_wall)


def _toppling(frame: Settled, where: str) -> Iterator[Found]:
    x, _, z = centre_of_mass(frame.skeleton)
    out = outside_by((x, z), base_of_support(frame))
    if out > 0:
        fault = FigureFault(
            where=f"{where}, balance",
            expected="the centre of mass over the feet",
            got=f"{out * 100:.1f} percent of height outside, at {x * 100:.1f}, {z * 100:.1f}",
            do="Lean or shift the body over the foot",
        )
        yield "balance", out, fault
