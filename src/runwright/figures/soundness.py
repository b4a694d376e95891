"""What cannot be true of a body, found in every frame: for tests, and for whoever draws."""

from collections.abc import Iterable, Iterator

from runwright.figures.balance import base_of_support, centre_of_mass, outside_by
from runwright.figures.errors import FigureFault
from runwright.figures.figure import Figure
from runwright.figures.gear import Block
from runwright.figures.joints import Side, limits_of, sided
from runwright.figures.motion import Motion
from runwright.figures.settle import Settled
from runwright.figures.vectors import distance
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
    worst: dict[str, tuple[float, FigureFault]] = {}
    for number, frame in enumerate(motion.all_frames):
        where = f"{figure.exercise}, frame {number}"
        for kind, size, fault in _frame_faults(figure, frame, motion, where):
            if kind not in worst or size > worst[kind][0]:
                worst[kind] = (size, fault)
    return tuple(fault for _, fault in worst.values())


Found = tuple[str, float, FigureFault]  # what it is about, how bad, and the words


def _frame_faults(figure: Figure, frame: Settled, motion: Motion, where: str) -> Iterator[Found]:
    yield from _beyond_limits(frame, where)
    yield from _out_of_reach(frame, where)
    yield from _below_floor(frame, fists(figure.carried), where)
    yield from _slipping(motion.start, frame, where)
    is_held = frame is motion.start or frame is motion.end
    if is_held and not _is_held_up(figure, frame):
        yield from _toppling(frame, where)


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


def _slipping(start: Settled, frame: Settled, where: str) -> Iterator[Found]:
    """Feet and hands that both frames rest on the same place must not have moved."""
    for name in _same_places(start, frame):
        slip = distance(start.skeleton.points[name], frame.skeleton.points[name])
        if slip * BODY_HEIGHT_MM > SLIP_MM:
            fault = FigureFault(
                where=f"{where}, {name}",
                expected=f"less than {SLIP_MM:g} mm of slip",
                got=f"{slip * BODY_HEIGHT_MM:.0f} mm",
                do="Rest it on the same place in both keyframes",
            )
            yield f"slip {name}", slip, fault


def _same_places(start: Settled, frame: Settled) -> Iterable[str]:
    for side, foot in frame.pose.feet.items():
        before = start.pose.feet.get(side)
        if before is not None and distance(before.ball, foot.ball) == 0:
            yield sided("ball", side)
    for side, hand in frame.pose.hands.items():
        rest = start.pose.hands.get(side)
        if rest is not None and hand.of == rest.of == "world" and rest.wrist == hand.wrist:
            yield sided("grip" if hand.is_grip else "wrist", side)


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
