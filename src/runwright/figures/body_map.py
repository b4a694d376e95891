"""The body from the front and from behind, to point at: a drawing each, and where its parts are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from runwright.figures.camera import P2, View
from runwright.figures.motion import motion_of
from runwright.figures.parse import parse_figures
from runwright.figures.scene import box_of, look_of, scene_of
from runwright.figures.segments import BUILDS, Body
from runwright.figures.style import Palette
from runwright.figures.svg import Caption, document
from runwright.figures.svg_parts import ground_svg, layers_svg

SHADOW_SHARE = 0.62  # of a shadow's usual width, so that the body is large between its hands
STANDING = """
- exercise: body_map
  view: facing
  barefoot: true
  start_to_end: lowers
  start: &standing
    stand: right
    ankle: 2
    knee: 4
    feet: {both: {at: [0, 8], turn_out: 14}}
    shoulder_out: 16
    elbow: 8
  end: *standing
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """The body seen from one side.

    Attributes
    ----------
    svg
        For a page that has ``page_sheet``.
    points
        Where joints are, as parts of the width and the height of the drawing. 0 to 1
    """

    svg: str
    points: Mapping[str, P2]


def body_view(view: View, *, body: Body, palette: Palette, label: str) -> BodyView:
    """Return the body standing; ``View.FACING`` and ``View.BEHIND`` see it straight on."""
    (figure,) = parse_figures({"body_map": STANDING}).values()
    figure = replace(figure, view=view)
    motion = motion_of(figure, BUILDS[body], alternating=False)
    look = look_of(figure, motion, body, (), is_left=False)
    scene = scene_of(figure, motion, look)
    shadow = scene.pictures[0].shadow
    shadow = replace(shadow, rx=round(shadow.rx * SHADOW_SHARE))
    box = box_of(scene.frames[:1], (shadow,), ())
    drawn = ground_svg((), (shadow,)) + layers_svg(scene.frames[:1], f"map-{view.value}")
    caption = Caption(
        name=f"map-{view.value}", title=label, description="", palette=palette, on_page=True
    )
    points = {
        name: ((x - box.left) / box.width, (y - box.top) / box.height)
        for name, at in motion.start.skeleton.points.items()
        for x, y in (look.camera.seen(at),)
    }
    return BodyView(svg=document(scene.frames[0], caption, box, drawn), points=points)
