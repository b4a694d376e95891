"""The common fault beside the right pose: the same picture twice, a tick under one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from runwright.figures.camera import P2, camera_of
from runwright.figures.figure import Figure, Mistake
from runwright.figures.motion import Motion
from runwright.figures.scene import box_of, look_of, shadow_of
from runwright.figures.segments import BUILDS, Body
from runwright.figures.settle import Settled, settled
from runwright.figures.stack import backdrop, stacked
from runwright.figures.style import sign_sheet
from runwright.figures.svg import Caption, document
from runwright.figures.svg_parts import ground_svg, layers_svg
from runwright.figures.svg_row import MARK_ROOM, row_svg

RING = 58  # around the place to look at. [drawing units]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The right pose and the wrong one."""

    right: Settled
    wrong: Settled


def comparison_of(figure: Figure, mistake: Mistake, body: Body) -> Comparison:
    """Return the keyframe that the fault spoils, and what becomes of it."""
    build = BUILDS[body]
    return Comparison(
        right=settled(figure.keyframes[mistake.of], build), wrong=settled(mistake.pose, build)
    )


def mistake_svg(
    figure: Figure, mistake: Mistake, body: Body, caption: Caption, *, is_left: bool
) -> str:
    """Return the pair: the right pose with a tick, the wrong one with a cross and a broken ring."""
    pair = comparison_of(figure, mistake, body)
    settled_pair = (pair.right, pair.wrong)
    seen = replace(figure, view=mistake.view)
    look = look_of(seen, Motion(frames=settled_pair, out=()), body, (), is_left=is_left)
    camera = camera_of(mistake.view, mirrored=is_left)
    blocks = backdrop(figure, look)
    start = settled(figure.start, BUILDS[body]).skeleton
    frames = [stacked(figure, one.skeleton, start, look) for one in settled_pair]
    shadows = [shadow_of(one, look) for one in settled_pair]
    rings = [
        [camera.seen(one.skeleton.points[name]) for name in mistake.marks] for one in settled_pair
    ]
    box = box_of((*frames, blocks), shadows, [corner for ring in rings for corner in _ends(ring)])
    drawings = [
        ground_svg(blocks, (shadows[n],))
        + layers_svg(frames[n : n + 1], f"{caption.name}-f{'ab'[n]}")
        + "".join(_ring(at, SIGNS[n]) for at in rings[n])
        for n in range(2)
    ]
    written, whole = row_svg(drawings, (box, box), _sign)
    return document((*blocks, *frames[0], *frames[1]), caption, whole, written, sign_sheet())


def _ends(spots: list[P2]) -> list[tuple[P2, P2]]:
    return [((x - RING, y - RING), (x + RING, y + RING)) for x, y in spots]


RIGHT, WRONG, HALO = "rw-g", "rw-w", "rw-o"
SIGNS = (RIGHT, WRONG)
SHAPES: Mapping[str, str] = {RIGHT: "m-26 0l18 20l36-42", WRONG: "m-22-22l44 44m0-44l-44 44"}


def _ring(at: P2, sign: str) -> str:
    place = f'cx="{at[0]:.0f}" cy="{at[1]:.0f}" r="{RING}"'
    return f'<circle class="{HALO}" {place}/><circle class="{sign}" {place}/>'


def _sign(number: int, x: int, floor: int) -> str:
    sign = SIGNS[number]
    return f'<path class="{sign}" d="M{x} {floor + MARK_ROOM // 4}{SHAPES[sign]}"/>'
