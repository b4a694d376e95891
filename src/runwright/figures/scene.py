"""A figure as layers from far to near: shadow, blocks, body with weights, and the box around."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runwright.figures.bands import held_by
from runwright.figures.blocks import standing_layer
from runwright.figures.camera import P2, UNITS_PER_HEIGHT, Camera, camera_of
from runwright.figures.figure import Arrow, Figure
from runwright.figures.heads import facing_of
from runwright.figures.joints import Side
from runwright.figures.layers import nearer_side
from runwright.figures.motion import Motion
from runwright.figures.segments import BUILDS, Body
from runwright.figures.settle import Settled
from runwright.figures.shapes import Layer, Look
from runwright.figures.stack import is_still, stacked
from runwright.figures.weights import fists

MARGIN = 28  # around everything. [drawing units]
SHADOW_BELOW = 0.42  # parts of the body lower than this throw the shadow. [1]
SHADOW_DEPTH = 28  # [drawing units]


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

    x: int
    y: int
    rx: int
    ry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is on paper.

    Attributes
    ----------
    frames
        Layers of each frame of the motion; all frames have the same shapes in the same order.
    arrows
        Points of each arrow, tail first.
    box, start_box
        What holds the whole movement, and what holds its start.
    """

    blocks: tuple[Layer, ...]
    frames: tuple[tuple[Layer, ...], ...]
    shadows: tuple[Ellipse, ...]
    arrows: tuple[tuple[P2, ...], ...]
    box: Box
    start_box: Box
    end_frame: int


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
    start = motion.start.skeleton
    return Look(
        body=body,
        build=BUILDS[body],
        camera=camera,
        near=nearer_side(start, camera),
        fists=fists(figure.carried).union(_gripping(figure), *map(held_by, figure.bands)),
        muscles=muscles,
        is_far_arm_in_front=figure.is_far_arm_in_front,
        is_near_arm_behind=figure.is_near_arm_behind,
        facing=facing_of(start, camera),
    )


def _gripping(figure: Figure) -> Iterable[Side]:
    """Return the hands that are closed round something."""
    return (side for side, rest in figure.start.hands.items() if rest.is_grip)


def scene_of(figure: Figure, motion: Motion, look: Look) -> Scene:
    """Return a figure on paper."""
    camera = look.camera
    blocks = tuple(standing_layer(item, camera) for item in figure.standing if is_still(item))
    start = motion.start.skeleton
    frames = tuple(stacked(figure, one.skeleton, start, look) for one in motion.all_frames)
    arrows = tuple(_arrow(item, motion, camera) for item in figure.arrows)
    shadows = tuple(_shadow(one, camera) for one in (motion.start, motion.end))
    return Scene(
        blocks=blocks,
        frames=frames,
        shadows=shadows,
        arrows=arrows,
        box=_box((*frames, blocks), shadows, arrows),
        start_box=_box((frames[0], blocks), shadows[:1], ()),
        end_frame=len(motion.frames) - 1,
    )


def _arrow(item: Arrow, motion: Motion, camera: Camera) -> tuple[P2, ...]:
    aside = (item.beside_share[0] * UNITS_PER_HEIGHT, -item.beside_share[1] * UNITS_PER_HEIGHT)
    seen = [camera.seen(frame.skeleton.points[item.follows]) for frame in motion.frames]
    return tuple((x + aside[0], y + aside[1]) for x, y in seen)


def _shadow(settled: Settled, camera: Camera) -> Ellipse:
    low = [at for at in settled.skeleton.points.values() if at[1] < SHADOW_BELOW]
    spots = [camera.seen((x, 0.0, z)) for x, _, z in low]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    far, near = min(y for _, y in spots), max(y for _, y in spots)
    half = (right - left) / 2 + 1.5 * SHADOW_DEPTH
    deep = max((near - far) / 2, SHADOW_DEPTH)
    return Ellipse(round((left + right) / 2), round((far + near) / 2), round(half), round(deep))


def _box(
    frames: Sequence[tuple[Layer, ...]],
    shadows: Sequence[Ellipse],
    arrows: Sequence[Sequence[P2]],
) -> Box:
    """Return the box that holds all of this with a margin."""
    points = [p for layers in frames for layer in layers for s in layer.shapes for p in s.points]
    points += [point for arrow in arrows for point in arrow]
    points += [(s.x + way * s.rx, s.y + way * s.ry) for s in shadows for way in (-1, 1)]
    left, right = (f(x for x, _ in points) for f in (min, max))
    top, bottom = (f(y for _, y in points) for f in (min, max))
    x, y = round(left) - MARGIN, round(top) - MARGIN
    return Box(x, y, round(right) + MARGIN - x, round(bottom) + MARGIN - y)


def shape_paths(frames: Iterable[tuple[Layer, ...]]) -> list[list[list[str]]]:
    """Return the paths of every shape over time: by layer, by shape, by frame."""
    return [
        [
            [shape.path for shape in moments]
            for moments in zip(*(m.shapes for m in same), strict=True)
        ]
        for same in zip(*frames, strict=True)
    ]
