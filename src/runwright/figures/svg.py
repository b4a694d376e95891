"""A scene as SVG text: still as numbered pictures, or moving in the exercise's own time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from runwright.figures.scene import Box, Scene, Still
from runwright.figures.schedule import Loop
from runwright.figures.shapes import Layer
from runwright.figures.style import Palette, scope_of, sheet
from runwright.figures.svg_parts import arrows_svg, ground_svg, layers_svg, moving_ground_svg
from runwright.figures.svg_row import MARK_ROOM, row_svg


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


def still_svg(still: Still, caption: Caption) -> str:
    """Return the numbered pictures."""
    name = caption.name + "-s"
    body, box = _pictures(still, name)
    if caption.on_page:
        body = f'<g id="{name}">{body}</g>'
    return document(_drawn_layers(still), caption, box, body)


def moving_svg(scene: Scene, caption: Caption, loop: Loop) -> str:
    """Return the movement as a loop, and the pictures for those who want no motion.

    On a page it is the movement alone, since the page shows the pictures beside it. Elsewhere a
    click swaps the two, so that motion can be stopped without a script; a script may call
    ``pauseAnimations()``.
    """
    name = caption.name + "-m"
    if caption.on_page:
        loop = replace(loop, starter=f"{name}t" if caption.starts else "")
        moving = _starter(loop, caption.starts) + _moving(scene, name, loop, f"{caption.name}-s1")
        layers = _drawn_layers(scene)
        return document(layers, caption, scene.box, f'<g id="{name}">{moving}</g>')
    still, still_box = _pictures(scene, name + "s")
    box = scene.box
    fit = min(box.width / still_box.width, box.height / still_box.height)
    left = box.left + (box.width - still_box.width * fit) / 2
    top = box.top + (box.height - still_box.height * fit) / 2
    placed = (
        f'<g transform="translate({left:.0f} {top:.0f})scale({fit:.3f})'
        f'translate({-still_box.left} {-still_box.top})">{still}</g>'
    )
    swap = f'begin="{name}-go.click" end="{name}-stop.click"'
    body = (
        f'<g id="{name}-go" class="{MOVING}"><set attributeName="display" to="none" {swap}/>'
        f"{_catch(box)}{_moving(scene, name, loop, name + 's1')}</g>"
        f'<g id="{name}-stop" class="{STILL}"><set attributeName="display" to="inline" {swap}/>'
        f"{_catch(box)}{placed}</g>"
    )
    return document(_drawn_layers(scene), caption, box, body, MOTION_STYLE)


def _moving(scene: Scene, name: str, loop: Loop, start: str) -> str:
    """Return the movement, over a pale copy of its start where that helps."""
    if scene.shadows_move:
        ground = moving_ground_svg(scene.blocks, scene.shadows, loop)
    else:
        ground = ground_svg(scene.blocks, scene.shadows)
    leaves_ghost = any(one.has_ghost for one in scene.pictures)
    ghost = f'<use href="#{start}" class="rw-z"/>' if leaves_ghost else ""
    arrows = arrows_svg([arrow for one in scene.pictures for arrow in one.arrows])
    return ground + ghost + layers_svg(scene.frames, name, loop) + arrows


def _starter(loop: Loop, controls: Sequence[str]) -> str:
    """Return what waits for one of the controls and then sets the whole loop going."""
    if not controls:
        return ""
    pressed = ";".join(f"{control}.click" for control in controls)
    return f'<set id="{loop.starter}" attributeName="opacity" to="1" begin="{pressed}"/>'


MOVING, STILL = "rw-mv", "rw-st"
MOTION_STYLE = (
    ".rw-st{display:none}.rw-mv,.rw-st{cursor:pointer}"
    "@media(prefers-reduced-motion:reduce){.rw-mv{display:none}.rw-st{display:inline}}"
)


def _catch(box: Box) -> str:
    """Return an invisible area, so that a click beside the figure counts too."""
    return (
        f'<path fill="none" pointer-events="all" d="M{box.left} {box.top}h{box.width}'
        f'v{box.height}h{-box.width}z"/>'
    )


def _drawn_layers(still: Still) -> tuple[Layer, ...]:
    return (*still.blocks, *still.pictures[0].layers)


def document(
    layers: Iterable[Layer], caption: Caption, box: Box, body: str, more_style: str = ""
) -> str:
    """Return the whole text; `layers` tell which colours it needs."""
    size = f'viewBox="{box.left} {box.top} {box.width} {box.height}"'
    scope = scope_of(caption.palette)
    if caption.on_page:
        label = escape(caption.title)
        return f'<svg class="{scope}" role="img" aria-label="{label}" {size}>{body}</svg>'
    used = frozenset(shape.ink for layer in layers for shape in layer.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{scope}" role="img" {size}>'
        f"<title>{escape(caption.title)}</title>"
        f"<desc>{escape(caption.description)}</desc>"
        f"<style>{sheet(caption.palette, used)}{more_style}</style>{body}</svg>"
    )


def _pictures(still: Still, name: str) -> tuple[str, Box]:
    """Return the numbered pictures, and the box that holds them."""
    drawings = [_picture(still, number, name) for number in range(len(still.pictures))]
    return row_svg(drawings, [one.box for one in still.pictures], _number)


def _picture(still: Still, number: int, name: str) -> str:
    """Return one picture, the one before it as a ghost."""
    one = still.pictures[number]
    body = layers_svg((one.layers,), f"{name}{chr(ord('a') + number)}")
    if number < len(still.pictures) - 1:
        body = f'<g id="{name}{number + 1}">{body}</g>'
    ghost = f'<use href="#{name}{number}" class="rw-z"/>' if one.has_ghost else ""
    return ground_svg(still.blocks, (one.shadow,)) + ghost + body + arrows_svg(one.arrows)


def _number(number: int, x: int, floor: int) -> str:
    y = floor + MARK_ROOM // 3
    return f'<text class="rw-n" x="{x}" y="{y}" text-anchor="middle">{number + 1}</text>'
