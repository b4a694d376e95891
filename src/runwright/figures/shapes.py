"""Coloured shapes, the layers they form, and what of a figure's look does not move."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from runwright.figures.camera import P2, Camera
from runwright.figures.joints import Side
from runwright.figures.paths import curve, dot, line
from runwright.figures.segments import Body, Build
from runwright.figures.tube import Tube, outline
from runwright.figures.vectors import V3


class Ink(StrEnum):
    """Colours; the values are the classes the style sheet knows."""

    SKIN = "a"
    SKIN_FAR = "b"
    SHIRT = "c"
    SHIRT_FAR = "d"
    SHORTS = "e"
    SHORTS_FAR = "f"
    SHOE = "g"
    SHOE_FAR = "h"
    SOLE = "i"
    HAIR = "j"
    MUSCLE = "k"
    IRON = "m"
    IRON_LIGHT = "n"
    WOOD = "o"
    WOOD_TOP = "p"
    WOOD_SIDE = "q"
    FABRIC = "r"
    WALL = "s"
    SHADOW = "t"
    THUMB = "u"
    BAND = "v"


@dataclass(frozen=True, slots=True)
class Shape:
    """One path and its colour; `points` are what the view box must hold."""

    ink: Ink
    path: str
    points: tuple[P2, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that touch without a line between them; a thin line parts them from what is behind.

    Attributes
    ----------
    is_joined
        Whether they go on from what is behind, without a line.
    """

    name: str
    shapes: tuple[Shape, ...]
    is_joined: bool = False


class Facing(StrEnum):
    """Where a face looks."""

    VIEWER = "viewer"
    ASIDE = "aside"
    AWAY = "away"
    TURNING = "turning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What of a figure does not move.

    Attributes
    ----------
    near
        The side towards the viewer.
    fists
        Hands that hold something.
    muscles
        Muscles to light up, as the exercise names them.
    near_knees
        Legs whose knee comes before the thigh.
    """

    body: Body
    build: Build
    camera: Camera
    near: Side
    fists: frozenset[Side] = frozenset()
    muscles: tuple[str, ...] = ()
    facing: Facing = Facing.ASIDE
    near_knees: frozenset[Side] = frozenset()
    is_far_arm_in_front: bool = False
    is_near_arm_behind: bool = False
    is_far_hip_lit: bool = False
    is_far_thigh_lit: bool = True
    is_barefoot: bool = False
    is_close_up: bool = False
    has_both_feet: bool = False
    is_in_lap: bool = False
    placed_hands: frozenset[Side] = frozenset()


def drawn(tube: Tube, ink: Ink, camera: Camera) -> Shape:
    """Return the shape of a tube."""
    seen = outline(tube, camera)
    return Shape(ink, curve(seen), seen.points)


def stroke(points: Sequence[V3], ink: Ink, camera: Camera) -> Shape:
    """Return a line that the style sheet makes thick."""
    seen = tuple(camera.seen(point) for point in points)
    return Shape(ink, line(seen), seen)


def round_spot(centre: V3, radius: float, ink: Ink, camera: Camera) -> Shape:
    """Return a ball; `radius` as a fraction of height."""
    (x, y), wide = camera.seen(centre), radius * camera.units
    return Shape(ink, dot((x, y), wide), ((x - wide, y - wide), (x + wide, y + wide)))
