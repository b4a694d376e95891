"""Bands, straps and cables: from place to place, hooked round a part of the body, or in a loop."""

from collections.abc import Iterable, Sequence
from math import atan2, cos, pi, radians, sin, sqrt

from runwright.figures.camera import UNITS_PER_HEIGHT, Camera
from runwright.figures.gear import Band, Order, Strap
from runwright.figures.joints import Side, sided
from runwright.figures.paths import polygon
from runwright.figures.shapes import Ink, Shape, round_spot
from runwright.figures.skeleton import Skeleton
from runwright.figures.solids import soft_ribbon
from runwright.figures.vectors import (
    V3,
    across,
    add,
    along,
    between,
    cross,
    distance,
    dot,
    scale,
    sub,
    unit,
)

Piece = tuple[Order, tuple[Shape, ...]]

WIDE = {Strap.BAND: 16.0, Strap.STRAP: 14.0, Strap.CABLE: 5.0}  # at rest. [drawing units]
INKS = {Strap.BAND: Ink.BAND, Strap.STRAP: Ink.BAND, Strap.CABLE: Ink.IRON}
THINNEST_RATIO, WIDEST_RATIO = 0.5, 1.2
EYE = 0.015  # the hook that a band hangs on in the room
LOOP_HALF = 0.013  # half as high as a loop is round the legs

# What a band goes round: from point to point, at which share, and how thick it is there. [1]
PARTS: dict[str, tuple[str, str, float, float]] = {
    "thigh": ("hip", "knee", 0.84, 0.040),
    "knee": ("knee", "ankle", 0.04, 0.034),
    "ankle": ("knee", "ankle", 0.88, 0.023),
    "foot": ("heel", "ball", 0.80, 0.024),
    "chest": ("midback", "neck", 0.40, 0.070),
    "hips": ("pelvis", "loin", 0.20, 0.070),
}
PAIRS = {"thighs": "thigh", "knees": "knee", "ankles": "ankle", "feet": "foot"}
HANDS = ("hand_right", "hand_left", "both_hands", "each_hand")
AROUND = (*PAIRS, "chest", "hips", *(sided(n, s) for n in PAIRS.values() for s in Side))


def band_pieces(
    item: Band, body: Skeleton, start: Skeleton, near: Side, camera: Camera
) -> Iterable[Piece]:
    """Every piece of a band and what it lies just behind."""
    if item.around is None:
        yield from _straight(item, body, start, near, camera)
    elif item.start is None:
        yield from _loop(item, body, start, camera)
    else:
        for part in _parts(item.around):
            yield _hooked(item, part, (body, start), near, camera)
    if item.start is not None and not isinstance(item.start, str):
        yield Order.EVERYTHING, (round_spot(item.start, EYE, Ink.IRON, camera),)


def held_by(item: Band) -> frozenset[Side]:
    """Return the hands that hold a band."""
    held: set[Side] = set()
    for name in (item.start, item.end):
        if name in HANDS:
            held |= {side for side in Side if str(name).endswith(side)} or set(Side)
    return frozenset(held)


def _parts(around: str) -> tuple[str, ...]:
    if around in PAIRS:
        return tuple(sided(PAIRS[around], side) for side in Side)
    return (around,)


def _straight(
    item: Band, body: Skeleton, start: Skeleton, near: Side, camera: Camera
) -> Iterable[Piece]:
    """Return one line from each start to each end, thinner the longer it is drawn."""
    now = _lines(item, body)
    for (first, last, side), (first_then, last_then, _) in zip(
        now, _lines(item, start), strict=True
    ):
        thin = _thinner(item.kind, distance(first, last), distance(first_then, last_then))
        order = Order.NEAR_ARM if side in {None, near} else Order.FAR_ARM
        yield item.behind or order, (_line(item.kind, (first, last), thin, camera),)


def _thinner(kind: Strap, long: float, long_at_start: float) -> float:
    """Return how wide a band is, relative to the start: its material goes into its length."""
    if kind is not Strap.BAND:
        return 1.0
    return max(min(sqrt(long_at_start / max(long, EYE)), WIDEST_RATIO), THINNEST_RATIO)


def _line(kind: Strap, points: Sequence[V3], thin: float, camera: Camera) -> Shape:
    wide = WIDE[kind] * sqrt(camera.units / UNITS_PER_HEIGHT)
    return soft_ribbon([camera.seen(point) for point in points], wide * thin, INKS[kind])


def _lines(item: Band, body: Skeleton) -> list[tuple[V3, V3, Side | None]]:
    """Every line's two ends, and whose hand is at one of them."""
    return [
        (first, last, side or other)
        for first, other in _places(item.start, body)
        for last, side in _places(item.end, body)
    ]


def _places(name: str | V3 | None, body: Skeleton) -> list[tuple[V3, Side | None]]:
    """Points that a word means, each with the side of the hand that is there."""
    if name is None or not isinstance(name, str):
        return [(name or (0.0, 0.0, 0.0), None)]
    if name not in HANDS:
        return [(body.points[name], None)]
    grips = {side: body.points[sided("grip", side)] for side in Side}
    if name == "both_hands":
        return [(between(grips[Side.LEFT], grips[Side.RIGHT], 0.5), None)]
    return [(at, side) for side, at in grips.items() if name in {"each_hand", sided("hand", side)}]


def _hooked(
    item: Band, part: str, now_and_start: tuple[Skeleton, Skeleton], near: Side, camera: Camera
) -> Piece:
    """Return the run from a place over the side of a limb that is seen, to its far edge."""
    (origin, limb), (origin_then, limb_then) = (
        (_places(item.start, body)[0][0], _section(part, body)) for body in now_and_start
    )
    centre, axis, wide = limb
    toward = unit(across(camera.axes[2], axis))
    away = unit(across(sub(centre, origin), axis))
    edge = along(centre, away, wide * 0.9)
    over = add(along(centre, toward, wide * 0.9), scale(away, wide * 0.3))
    thin = _thinner(item.kind, distance(origin, centre), distance(origin_then, limb_then[0]))
    if part.endswith(("right", "left")):
        order = Order.HEAD if part.endswith(near) else Order.TRUNK
    else:
        order = Order.NEAR_ARM
    return item.behind or order, (_line(item.kind, (origin, over, edge), thin, camera),)


def _section(part: str, body: Skeleton) -> tuple[V3, V3, float]:
    """Return the middle of a part of the body, the way it runs, and how thick it is."""
    stem, _, side = part.rpartition("_")
    first, last, share, wide = PARTS[stem or part]
    ends = tuple(body.points[f"{name}_{side}" if stem else name] for name in (first, last))
    return between(ends[0], ends[1], share), unit(sub(ends[1], ends[0])), wide


RUN = 6  # steps of a loop's seen half


def _loop(item: Band, body: Skeleton, start: Skeleton, camera: Camera) -> Iterable[Piece]:
    """Return a loop round both legs: what lies in front of them, and what lies behind."""
    parts, then = (
        [_section(part, one) for part in _parts(item.around or "thighs")] for one in (body, start)
    )
    centres = {side: section[0] for side, section in zip(Side, parts, strict=True)}
    wide = parts[0][2]
    half = LOOP_HALF * _thinner(
        item.kind,
        distance(parts[0][0], parts[1][0]) + pi * wide,
        distance(then[0][0], then[1][0]) + pi * wide,
    )
    aside = unit(sub(centres[Side.RIGHT], centres[Side.LEFT]))
    axis = unit(across(add(parts[0][1], parts[1][1]), aside))
    ahead = cross(axis, aside)
    toward = camera.axes[2]
    facing = atan2(dot(toward, ahead), dot(toward, aside))
    for begin, order in ((-90.0, item.behind or Order.HEAD), (90.0, Order.FAR_LEG)):
        edges: tuple[list[V3], list[V3]] = ([], [])
        for number in range(RUN + 1):
            angle = facing + radians(begin + 180.0 * number / RUN)
            centre = centres[Side.RIGHT if cos(angle) > 0 else Side.LEFT]
            at = add(along(centre, aside, wide * cos(angle)), scale(ahead, wide * sin(angle)))
            edges[0].append(along(at, axis, half))
            edges[1].append(along(at, axis, -half))
        seen = tuple(camera.seen(at) for at in (*edges[0], *reversed(edges[1])))
        yield order, (Shape(INKS[item.kind], polygon(seen), seen),)
