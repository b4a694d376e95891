"""A scene as SVG text: still as a numbered pair, or moving in the exercise's own time."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import atan2, cos, hypot, sin

from runwright.figures.camera import P2
from runwright.figures.paths import line, polygon
from runwright.figures.scene import Box, Ellipse, Scene, shape_paths
from runwright.figures.shapes import Ink, Layer
from runwright.figures.style import Palette, mark, scope_of, sheet

WIDE = 1.15  # a figure this much wider than high is set in a column, not in a row
NUMBER_ROOM = 64  # under each picture of a pair. [drawing units]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a screen reader says, and the name that parts of the drawing are called by.

    Attributes
    ----------
    on_page
        Whether the drawing is part of a page, which has the style sheet and the words.
    starts
        Elements of the page that start the movement when pressed; without any it runs at once.
    """

    name: str
    title: str
    description: str
    palette: Palette
    on_page: bool = False
    starts: tuple[str, ...] = ()


def still_svg(scene: Scene, caption: Caption) -> str:
    """Return start and end beside each other."""
    name = caption.name + "-s"
    body, box = _pair(scene, name)
    if caption.on_page:
        body = f'<g id="{name}">{body}</g>'
    return _document(scene, caption, box, body)


def moving_svg(scene: Scene, caption: Caption, times: Sequence[tuple[int, float]], s: float) -> str:
    """Return the movement as a loop of `s` seconds, and the pair for those who want no motion.

    On a page it is the movement alone, since the page shows the pair beside it. Elsewhere a click
    swaps the two, so that motion can be stopped without a script; a script may call
    ``pauseAnimations()``.
    """
    name = caption.name + "-m"
    if caption.on_page:
        loop = _Loop(times, s, f"{name}t" if caption.starts else "")
        moving = _starter(loop, caption.starts) + _moving(scene, name, loop, f"{caption.name}-s1")
        return _document(scene, caption, scene.box, f'<g id="{name}">{moving}</g>')
    pair, pair_box = _pair(scene, name + "s")
    box = scene.box
    fit = min(box.width / pair_box.width, box.height / pair_box.height)
    left = box.left + (box.width - pair_box.width * fit) / 2
    top = box.top + (box.height - pair_box.height * fit) / 2
    placed = (
        f'<g transform="translate({left:.0f} {top:.0f})scale({fit:.3f})'
        f'translate({-pair_box.left} {-pair_box.top})">{pair}</g>'
    )
    moving = _moving(scene, name, _Loop(times, s), f"{name}s1")
    swap = f'begin="{name}-go.click" end="{name}-stop.click"'
    body = (
        f'<g id="{name}-go" class="{MOVING}"><set attributeName="display" to="none" {swap}/>'
        f"{_catch(box)}{moving}</g>"
        f'<g id="{name}-stop" class="{STILL}"><set attributeName="display" to="inline" {swap}/>'
        f"{_catch(box)}{placed}</g>"
    )
    return _document(scene, caption, box, body, MOTION_STYLE)


MOVING, STILL = "rw-mv", "rw-st"
MOTION_STYLE = (
    ".rw-st{display:none}.rw-mv,.rw-st{cursor:pointer}"
    "@media(prefers-reduced-motion:reduce){.rw-mv{display:none}.rw-st{display:inline}}"
)


def _moving(scene: Scene, name: str, loop: "_Loop", start: str) -> str:
    """Return the movement over a pale copy of its start, which the pair has drawn."""
    ghost = f'<use href="#{start}" class="rw-z"/>'
    return (
        _ground(scene, scene.shadows) + ghost + _layers(scene.frames, name, loop) + _arrows(scene)
    )


def _starter(loop: "_Loop", controls: Sequence[str]) -> str:
    """Return what waits for one of the controls and then sets the whole loop going."""
    if not controls:
        return ""
    pressed = ";".join(f"{control}.click" for control in controls)
    return f'<set id="{loop.starter}" attributeName="opacity" to="1" begin="{pressed}"/>'


def _catch(box: Box) -> str:
    """Return an invisible area, so that a click beside the figure counts too."""
    return (
        f'<path fill="none" pointer-events="all" d="M{box.left} {box.top}h{box.width}'
        f'v{box.height}h{-box.width}z"/>'
    )


def _document(scene: Scene, caption: Caption, box: Box, body: str, more_style: str = "") -> str:
    size = f'viewBox="{box.left} {box.top} {box.width} {box.height}"'
    scope = scope_of(caption.palette)
    if caption.on_page:
        label = escape(caption.title)
        return f'<svg class="{scope}" role="img" aria-label="{label}" {size}>{body}</svg>'
    layers = (*scene.blocks, *scene.frames[0])
    used = frozenset(shape.ink for layer in layers for shape in layer.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{scope}" role="img" {size}>'
        f"<title>{escape(caption.title)}</title>"
        f"<desc>{escape(caption.description)}</desc>"
        f"<style>{sheet(caption.palette, used)}{more_style}</style>{body}</svg>"
    )


def _pair(scene: Scene, name: str) -> tuple[str, Box]:
    """Return start and end beside or above each other, and the box that holds both."""
    first_box, box = scene.start_box, scene.box
    first = (
        _ground(scene, scene.shadows[:1])
        + f'<g id="{name}1">{_layers(scene.frames[:1], name + "a")}</g>'
        + _number(first_box, box, "1")
    )
    end = scene.frames[scene.end_frame : scene.end_frame + 1]
    second = (
        _ground(scene, scene.shadows[1:])
        + f'<use href="#{name}1" class="rw-z"/>{_layers(end, name + "b")}{_arrows(scene)}'
        + _number(box, box, "2")
    )
    if box.width > box.height * WIDE:
        down = box.height + NUMBER_ROOM
        top = first_box.top
        high = box.top + box.height - top + NUMBER_ROOM + down
        shift, whole = (0, down), Box(box.left, top, box.width, high)
    else:
        across = first_box.left + first_box.width - box.left
        wide = first_box.width + box.width
        shift = (across, 0)
        whole = Box(first_box.left, box.top, wide, box.height + NUMBER_ROOM)
    return f'{first}<g transform="translate({shift[0]} {shift[1]})">{second}</g>', whole


def _number(over: Box, floor: Box, number: str) -> str:
    x, y = over.left + over.width // 2, floor.top + floor.height + NUMBER_ROOM // 3
    return f'<text class="rw-n" x="{x}" y="{y}" text-anchor="middle">{number}</text>'


def _ground(scene: Scene, shadows: Sequence[Ellipse]) -> str:
    shade = mark(Ink.SHADOW)
    ovals = "".join(
        f'<ellipse class="{shade}" cx="{one.x}" cy="{one.y}" rx="{one.rx}" ry="{one.ry}"/>'
        for one in shadows
    )
    return ovals + "".join(_still_layer(layer) for layer in scene.blocks)


def _still_layer(layer: Layer) -> str:
    return "".join(f'<path class="{mark(shape.ink)}" d="{shape.path}"/>' for shape in layer.shapes)


@dataclass(frozen=True, slots=True)
class _Loop:
    """When which frame is reached; it waits for `starter`, or for nothing where that is ''."""

    times_share: Sequence[tuple[int, float]]
    whole_s: float
    starter: str = ""

    def animate(self, paths: Sequence[str]) -> str:
        """Return the animation of one path; '' where it does not move."""
        if len(set(paths)) == 1:
            return ""
        values = ";".join(paths[frame] for frame, _ in self.times_share)
        keys = ";".join(f"{at:.3f}".rstrip("0").rstrip(".") for _, at in self.times_share)
        begin = f' begin="{self.starter}.begin"' if self.starter else ""
        return (
            f'<animate attributeName="d"{begin} dur="{self.whole_s:g}s" repeatCount="indefinite"'
            f' keyTimes="{keys}" values="{values}"/>'
        )


def _layers(frames: Sequence[tuple[Layer, ...]], name: str, loop: _Loop | None = None) -> str:
    """Return layers, each with a thin line around all of it that parts it from what is behind."""
    written: list[str] = []
    paths = shape_paths(frames)
    for number, (layer, shapes) in enumerate(zip(frames[0], paths, strict=True)):
        inside = "".join(
            f'<path class="{mark(shape.ink)}" d="{moments[0]}"{_content(loop, moments)}'
            for shape, moments in zip(layer.shapes, shapes, strict=True)
        )
        group = f"{name}{number}"
        written.append(f'<g class="rw-k"><g id="{group}">{inside}</g></g><use href="#{group}"/>')
    return "".join(written)


def _content(loop: _Loop | None, moments: Sequence[str]) -> str:
    animation = loop.animate(moments) if loop else ""
    return f">{animation}</path>" if animation else "/>"


HEAD_LONG, HEAD_TURN = 36.0, 2.5  # of an arrow. [drawing units], [rad]


def _arrows(scene: Scene) -> str:
    return "".join(_arrow(points) for points in scene.arrows)


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
    return (
        f'<path class="rw-x" d="{line(points)}"/><path class="rw-y" d="{polygon((tip, *barbs))}"/>'
    )
