"""Parts of a drawing as SVG text: ground, layers that may move, arrows."""

from collections.abc import Sequence
from math import atan2, cos, hypot, sin

from runwright.figures.camera import P2
from runwright.figures.paths import open_curve, polygon
from runwright.figures.scene import Ellipse, shape_paths
from runwright.figures.schedule import Loop
from runwright.figures.shapes import Ink, Layer
from runwright.figures.style import mark


def ground_svg(blocks: Sequence[Layer], shadows: Sequence[Ellipse]) -> str:
    """Return shadows, and the things that stand on the floor."""
    ovals = "".join(f"{_oval(one)}/>" for one in shadows)
    return ovals + "".join(map(_still_layer, blocks))


def moving_ground_svg(blocks: Sequence[Layer], shadows: Sequence[Ellipse], loop: Loop) -> str:
    """Return a shadow that goes with the body, and the things that stand on the floor."""
    moves = "".join(
        animation_svg(name, [str(getattr(one, name)) for one in shadows], loop)
        for name in ("cx", "cy", "rx")
    )
    return f"{_oval(shadows[0])}>{moves}</ellipse>" + "".join(map(_still_layer, blocks))


def _oval(one: Ellipse) -> str:
    shade = mark(Ink.SHADOW)
    return f'<ellipse class="{shade}" cx="{one.cx}" cy="{one.cy}" rx="{one.rx}" ry="{one.ry}"'


def _still_layer(layer: Layer) -> str:
    return "".join(f'<path class="{mark(shape.ink)}" d="{shape.path}"/>' for shape in layer.shapes)


def animation_svg(attribute: str, values: Sequence[str], loop: Loop) -> str:
    """Return the animation of an attribute, a value for each frame; '' where it does not move."""
    if len(set(values)) == 1:
        return ""
    listed = ";".join(values[frame] for frame, _ in loop.events_share)
    keys = ";".join(f"{at:.3f}".rstrip("0").rstrip(".") for _, at in loop.events_share)
    begin = f' begin="{loop.starter}.begin"' if loop.starter else ""
    return (
        f'<animate attributeName="{attribute}"{begin} dur="{loop.whole_s:g}s"'
        f' repeatCount="indefinite" keyTimes="{keys}" values="{listed}"/>'
    )


def layers_svg(frames: Sequence[tuple[Layer, ...]], name: str, loop: Loop | None = None) -> str:
    """Return layers, each with a thin line around all of it that parts it from what is behind."""
    written: list[str] = []
    paths = shape_paths(frames)
    for number, (layer, shapes) in enumerate(zip(frames[0], paths, strict=True)):
        inside = "".join(
            f'<path class="{mark(shape.ink)}" d="{moments[0]}"{_content(loop, moments)}'
            for shape, moments in zip(layer.shapes, shapes, strict=True)
        )
        if layer.is_joined:
            written.append(inside)
            continue
        group = f"{name}{number}"
        written.append(f'<g class="rw-k"><g id="{group}">{inside}</g></g><use href="#{group}"/>')
    return "".join(written)


def _content(loop: Loop | None, moments: Sequence[str]) -> str:
    animation = animation_svg("d", moments, loop) if loop else ""
    return f">{animation}</path>" if animation else "/>"


HEAD_LONG, HEAD_TURN = 36.0, 2.5  # of an arrow. [drawing units], [rad]


def arrows_svg(arrows: Sequence[Sequence[P2]]) -> str:
    """Return arrows along their points."""
    return "".join(map(_arrow, arrows))


def _arrow(points: Sequence[P2]) -> str:
    (x1, y1), (x2, y2) = points[-2], points[-1]
    if hypot(x2 - x1, y2 - y1) < 1:
        return ""
    angle = atan2(y2 - y1, x2 - x1)
    tip = (x2 + HEAD_LONG * 0.7 * cos(angle), y2 + HEAD_LONG * 0.7 * sin(angle))
    barbs = [
        (x2 + HEAD_LONG * 0.75 * cos(angle + turn), y2 + HEAD_LONG * 0.75 * sin(angle + turn))
        for turn in (HEAD_TURN, -HEAD_TURN)
    ]
    head = polygon((tip, *barbs))
    return f'<path class="rw-x" d="{open_curve(points)}"/><path class="rw-y" d="{head}"/>'
