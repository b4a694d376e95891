"""A figure as layers from far to near: shadow, blocks, body with weights, and the box around."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runwright.figures.arrows import plain_way
from runwright.figures.bands import held_by
from runwright.figures.camera import CLOSE_UPS, P2, Camera, View, camera_of
from runwright.figures.figure import Arrow, Figure
from runwright.figures.heads import facing_of
from runwright.figures.joints import Side, sided
from runwright.figures.layers import near_knees, nearer_side
from runwright.figures.motion import Motion
from runwright.figures.segments import BUILDS, Body
from runwright.figures.settle import Settled
from runwright.figures.shapes import Layer, Look
from runwright.figures.skeleton import Skeleton
from runwright.figures.stack import backdrop, stacked
from runwright.figures.vectors import distance
from runwright.figures.weights import fists

MARGIN = 28  # around everything. [drawing units]
SHADOW_BELOW = 0.42  # parts of the body lower than this throw the shadow. [1]
SHADOW_DEPTH = 28  # [drawing units]
SHADOW_SHRINKS, SMALLEST = 2.0, 0.5  # by which part for a body height of flight, and to what


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, width and height. [drawing units]"""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A shadow on the floor. [drawing units]"""

    cx: int
    cy: int
    rx: int
    ry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One of the numbered pictures.

    Attributes
    ----------
    has_ghost
        Whether the picture before shows through.
    arrows
        Points of each arrow, tail first: from the picture before to this one.
    """

    layers: tuple[Layer, ...]
    has_ghost: bool
    shadow: Ellipse
    arrows: tuple[tuple[P2, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """The numbered pictures, and what stands in each of them."""

    blocks: tuple[Layer, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Still):
    """What is on paper when it moves.

    Attributes
    ----------
    frames
        Layers of each frame of the motion; all frames have the same shapes in the same order.
    shadows
        One for each frame where they move, else those of the pictures.
    box
        What holds the whole movement.
    """

    frames: tuple[tuple[Layer, ...], ...]
    shadows: tuple[Ellipse, ...]
    box: Box

    @property
    def shadows_move(self) -> bool:
        """Whether every frame has a shadow of its own."""
        return len(self.shadows) == len(self.frames)


def look_of(
    figure: Figure,
    motion: Motion,
    body: Body,
    muscles: tuple[str, ...],
    *,
    is_left: bool,
) -> Look:
    """Return what of a figure does not move."""
    camera = camera_of(figure.view, mirrored=is_left)
    start, bodies = motion.start.skeleton, [frame.skeleton for frame in motion.all_frames]
    working, is_close_up = Side.LEFT if is_left else Side.RIGHT, figure.view in CLOSE_UPS
    return Look(
        body=body,
        build=BUILDS[body],
        camera=camera,
        near=working if is_close_up else nearer_side(start, camera, working),
        fists=fists(figure.carried).union(_gripping(figure), *map(held_by, figure.bands)),
        muscles=muscles,
        is_far_arm_in_front=figure.is_far_arm_in_front,
        is_near_arm_behind=figure.is_near_arm_behind,
        is_far_hip_lit=figure.is_far_hip_lit,
        is_far_thigh_lit=figure.is_far_thigh_lit,
        facing=facing_of(bodies, camera),
        near_knees=near_knees(bodies, camera),
        is_barefoot=figure.is_barefoot,
        is_close_up=is_close_up,
        has_both_feet=figure.view is View.FEET,
        is_in_lap=figure.view is View.LAP,
        placed_hands=frozenset(_at_foot(figure, start, working)) if is_close_up else frozenset(),
    )


AT_FOOT = 0.3  # a hand nearer to the ball of the foot than this is in its close-up. [1]


def _at_foot(figure: Figure, start: Skeleton, foot: Side) -> Iterable[Side]:
    """Return the hands that the figure places near a foot."""
    ball = start.points[sided("ball", foot)]
    for side in figure.start.hands:
        if distance(start.points[sided("grip", side)], ball) < AT_FOOT:
            yield side


def _gripping(figure: Figure) -> Iterable[Side]:
    """Return the hands that are closed round something."""
    return (side for side, rest in figure.start.hands.items() if rest.is_grip)


def still_of(figure: Figure, motion: Motion, look: Look) -> Still:
    """Return the pictures of a figure on paper; nothing else is drawn."""
    start = motion.start.skeleton
    shown = {
        number: stacked(figure, motion.frames[number].skeleton, start, look)
        for number in _shown(figure, motion)
    }
    blocks = backdrop(figure, look)
    return Still(blocks=blocks, pictures=tuple(_pictures(figure, motion, (blocks, shown), look)))


def scene_of(figure: Figure, motion: Motion, look: Look) -> Scene:
    """Return a figure on paper, pictures and all frames."""
    start = motion.start.skeleton
    frames = tuple(stacked(figure, one.skeleton, start, look) for one in motion.all_frames)
    blocks, numbers = backdrop(figure, look), _shown(figure, motion)
    shown = {number: frames[number] for number in numbers}
    pictures = tuple(_pictures(figure, motion, (blocks, shown), look))
    moved = motion.all_frames if _shadow_moves(figure, motion) else None
    shadows = tuple(shadow_of(one, look) for one in moved or [motion.frames[n] for n in numbers])
    arrows = [arrow for picture in pictures for arrow in picture.arrows]
    return Scene(
        blocks=blocks,
        pictures=pictures,
        frames=frames,
        shadows=shadows,
        box=box_of((*frames, blocks), shadows, arrows),
    )


def _shown(figure: Figure, motion: Motion) -> list[int]:
    """Return the numbers of the frames that are pictures."""
    return [motion.keys[key] for key in figure.shows]


GHOST_APART = 0.1  # in a walk, a ghost shows only what has gone this far. [1]


def _pictures(
    figure: Figure,
    motion: Motion,
    layers: tuple[tuple[Layer, ...], Mapping[int, tuple[Layer, ...]]],
    look: Look,
) -> Iterable[Picture]:
    """Yield the numbered pictures; each but the first shows what has changed since the last."""
    blocks, frames = layers
    before: int | None = None
    for number, shown in frames.items():
        seen = [shown, blocks]
        shadow = shadow_of(motion.frames[number], look)
        arrows: tuple[tuple[P2, ...], ...] = ()
        has_ghost = before is not None and _leaves_ghost(motion, before, number)
        if before is not None:
            way = (before, number)
            arrows = tuple(_arrow(item, motion, way, look.camera) for item in figure.arrows)
            if figure.goes_forward:
                arrows = (*arrows, _onward(motion.frames[number], look.camera))
        if has_ghost and before is not None:
            seen.append(frames[before])
        box = box_of(seen, (shadow,), arrows)
        yield Picture(layers=shown, has_ghost=has_ghost, shadow=shadow, arrows=arrows, box=box)
        before = number


def _leaves_ghost(motion: Motion, before: int, now: int) -> bool:
    if not motion.goes_on:
        return True
    hips = (motion.frames[number].skeleton.points["pelvis"] for number in (before, now))
    return distance(*hips) > GHOST_APART


def _shadow_moves(figure: Figure, motion: Motion) -> bool:
    """Whether the body leaves its place on the ground."""
    return motion.goes_on or any(pose.air is not None for pose in figure.keyframes)


def _arrow(item: Arrow, motion: Motion, way: tuple[int, int], camera: Camera) -> tuple[P2, ...]:
    aside = (item.beside_share[0] * camera.units, -item.beside_share[1] * camera.units)
    first, last = way
    frames = motion.frames[first : last + 1] if first < last else motion.frames[last : first + 1]
    seen = [camera.seen(frame.skeleton.points[item.follows]) for frame in frames]
    placed = tuple((x + aside[0], y + aside[1]) for x, y in seen)
    return plain_way(placed if first < last else placed[::-1])


ONWARD_FROM, ONWARD_LONG = 0.07, 0.17  # before the toes, on the floor. [1]


def _onward(settled: Settled, camera: Camera) -> tuple[P2, ...]:
    """Return the arrow of a body that walks on, before its foremost toes."""
    toes = max(settled.skeleton.points[sided("toe", side)][0] for side in Side)
    start = toes + ONWARD_FROM
    return (camera.seen((start, 0.0, 0.0)), camera.seen((start + ONWARD_LONG, 0.0, 0.0)))


def shadow_of(settled: Settled, look: Look) -> Ellipse:
    """Return the shadow on the floor; smaller, the higher the body flies."""
    parts = settled.skeleton.points
    if look.is_in_lap:
        x, y = look.camera.seen(parts[sided("ball", look.near)])
        return Ellipse(round(x), round(y), 0, 0)
    if look.is_close_up:
        sides = Side if look.has_both_feet else (look.near,)
        names = (sided(name, side) for name in ("heel", "ball", "toe") for side in sides)
        parts = {name: parts[name] for name in names}
    points = parts.values()
    lift = 0.0 if settled.pose.air is None else max(min(y for _, y, _ in points), 0.0)
    low = [at for at in points if at[1] - lift < SHADOW_BELOW]
    spots = [look.camera.seen((x, 0.0, z)) for x, _, z in low]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    far, near = min(y for _, y in spots), max(y for _, y in spots)
    half = ((right - left) / 2 + 1.5 * SHADOW_DEPTH) * max(1 - SHADOW_SHRINKS * lift, SMALLEST)
    deep = max((near - far) / 2, SHADOW_DEPTH)
    return Ellipse(round((left + right) / 2), round((far + near) / 2), round(half), round(deep))


def box_of(
    frames: Sequence[tuple[Layer, ...]],
    shadows: Sequence[Ellipse],
    arrows: Sequence[Sequence[P2]],
) -> Box:
    """Return the box that holds all of this with a margin."""
    points = [p for layers in frames for layer in layers for s in layer.shapes for p in s.points]
    points += [point for arrow in arrows for point in arrow]
    points += [(s.cx + way * s.rx, s.cy + way * s.ry) for s in shadows for way in (-1, 1)]
    across, down = [x for x, _ in points], [y for _, y in points]
    x, y = round(min(across)) - MARGIN, round(min(down)) - MARGIN
    return Box(x, y, round(max(across)) + MARGIN - x, round(max(down)) + MARGIN - y)


def shape_paths(frames: Iterable[tuple[Layer, ...]]) -> list[list[list[str]]]:
    """Return the paths of every shape over time: by layer, by shape, by frame."""
    return [
        [
            [shape.path for shape in moments]
            for moments in zip(*(m.shapes for m in same), strict=True)
        ]
        for same in zip(*frames, strict=True)
    ]
