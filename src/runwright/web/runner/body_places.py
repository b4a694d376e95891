"""Places on the drawn body to point at, and the regions of the knowledge base they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from markupsafe import Markup

from runwright.domain.evidence import Region
from runwright.domain.runner import Pain, Side
from runwright.domain.words import N_, _
from runwright.figures.body_map import BodyView, body_view
from runwright.figures.camera import View
from runwright.figures.segments import Body
from runwright.figures.style import Palette

MIDDLE = 0.5
FULL = 100.0  # per cent


class Seen(StrEnum):
    """The side of the body a place is on."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the body.

    Attributes
    ----------
    out_share
        From where to where, outwards from the middle line; None lies across it. Share of the width
    down_share
        From where to where, downwards. Share of the height
    between
        The two joints that a mark stands between.
    """

    id: str
    name: str
    seen: Seen
    regions: tuple[str, ...]
    down_share: tuple[float, float]
    between: tuple[str, str]
    out_share: tuple[float, float] | None = (0.0, 0.26)

    @property
    def has_sides(self) -> bool:
        """Whether left and right are told apart."""
        return self.out_share is not None


PLACES = (
    Place(
        id="shoulder",
        name=N_("Shoulder"),
        seen=Seen.FRONT,
        regions=("shoulder",),
        out_share=(0.08, 0.34),
        down_share=(0.16, 0.30),
        between=("shoulder", "shoulder"),
    ),
    Place(
        id="wrist",
        name=N_("Wrist and hand"),
        seen=Seen.FRONT,
        regions=("wrist",),
        out_share=(0.24, 0.5),
        down_share=(0.44, 0.62),
        between=("wrist", "wrist"),
    ),
    Place(
        id="hip",
        name=N_("Front of the hip and groin"),
        seen=Seen.FRONT,
        regions=("hip_front", "groin", "hip_joint", "bone_groin_hip"),
        down_share=(0.40, 0.525),
        between=("hip", "hip"),
    ),
    Place(
        id="thigh",
        name=N_("Thigh"),
        seen=Seen.FRONT,
        regions=("groin", "bone_thigh"),
        down_share=(0.525, 0.645),
        between=("hip", "knee"),
    ),
    Place(
        id="knee",
        name=N_("Knee"),
        seen=Seen.FRONT,
        regions=("patellofemoral", "patellar_tendon", "knee_kneeling", "bone_suspected"),
        down_share=(0.645, 0.765),
        between=("knee", "knee"),
    ),
    Place(
        id="shin",
        name=N_("Shin"),
        seen=Seen.FRONT,
        regions=("shin", "bone_inner_shin", "bone_front_shin", "bone_outer_lower_leg"),
        down_share=(0.765, 0.882),
        between=("knee", "ankle"),
    ),
    Place(
        id="foot",
        name=N_("Ankle and foot"),
        seen=Seen.FRONT,
        regions=(
            *("ankle_sprain", "bone_inner_ankle", "bone_talus", "arch", "big_toe_joint"),
            *("bone_midfoot_top", "bone_outer_midfoot", "bone_forefoot", "bone_big_toe_joint"),
        ),
        down_share=(0.882, 1.0),
        between=("ankle", "ball"),
    ),
    Place(
        id="back",
        name=N_("Low back"),
        seen=Seen.BACK,
        regions=("low_back", "low_back_extension", "low_back_flexion"),
        out_share=None,
        down_share=(0.30, 0.425),
        between=("loin", "loin"),
    ),
    Place(
        id="buttock",
        name=N_("Buttock and outer hip"),
        seen=Seen.BACK,
        regions=("gluteal_tendon", "proximal_hamstring", "bone_sacrum"),
        down_share=(0.425, 0.55),
        between=("hip", "hip"),
    ),
    Place(
        id="hamstring",
        name=N_("Back of the thigh"),
        seen=Seen.BACK,
        regions=("hamstring", "proximal_hamstring", "bone_thigh"),
        down_share=(0.55, 0.68),
        between=("hip", "knee"),
    ),
    Place(
        id="calf",
        name=N_("Calf"),
        seen=Seen.BACK,
        regions=("achilles_midportion", "bone_inner_shin", "bone_outer_lower_leg"),
        down_share=(0.68, 0.82),
        between=("knee", "ankle"),
    ),
    Place(
        id="heel",
        name=N_("Achilles and heel"),
        seen=Seen.BACK,
        regions=("achilles_midportion", "achilles_insertional", "plantar_heel", "bone_heel"),
        down_share=(0.82, 1.0),
        between=("ankle", "heel"),
    ),
    Place(
        id="elsewhere",
        name=N_("A bone elsewhere"),
        seen=Seen.BACK,
        regions=("bone_suspected",),
        out_share=None,
        down_share=(0.0, 0.0),
        between=("head", "head"),
    ),
)
BY_ID: Mapping[str, Place] = {place.id: place for place in PLACES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of one side as a page shows it, in per cent of the drawing."""

    value: str
    name: str
    left: float  # lint: allow unit-suffix: per cent of the drawing
    top: float  # lint: allow unit-suffix: per cent of the drawing
    width: float  # lint: allow unit-suffix: per cent of the drawing
    height: float  # lint: allow unit-suffix: per cent of the drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sign on the drawing: the rating of a pain, or an old injury."""

    text: str
    is_old: bool
    x: float  # lint: allow unit-suffix: per cent of the drawing
    y: float  # lint: allow unit-suffix: per cent of the drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The body seen from one side, with what can be pointed at and what is marked."""

    seen: Seen
    svg: Markup
    spots: tuple[Spot, ...]
    marks: tuple[Marked, ...]


def maps(body: str, palette: str, marked: Iterable[tuple[Place, Side | None, str]]) -> list[Map]:
    """Return front and back; `marked` names place, side and what was rated, '0' for an old one."""
    told = tuple(marked)
    return [_map(seen, body, palette, told) for seen in Seen]


def place_of(pain: Pain) -> Place:
    """Return the place a region is on, the first that has it."""
    return next((one for one in PLACES if pain.region in one.regions), BY_ID["elsewhere"])


def regions_of(place: Place, regions: Mapping[str, Region]) -> list[Region]:
    """Return the regions of a place that the knowledge base has."""
    return [regions[one] for one in place.regions if one in regions]


def spot_value(place: Place, side: Side | None) -> str:
    """Return ``knee:left``, what a spot sends."""
    return f"{place.id}:{side.value if side else ''}"


def spot_told(value: str) -> tuple[Place, Side | None] | None:
    """Return the place and side of ``knee:left``; None for anything else."""
    name, _colon, told = value.partition(":")
    place = BY_ID.get(name)
    if place is None:
        return None
    return place, Side(told) if place.has_sides and told in set(Side) else None


def spot_name(place: Place, side: Side | None) -> str:
    """Return ``Left knee``; the place alone where it has no side."""
    if side is None:
        return _(place.name)
    words = _("{place}, left") if side is Side.LEFT else _("{place}, right")
    return words.format(place=_(place.name))


def _map(
    seen: Seen, body: str, palette: str, marked: tuple[tuple[Place, Side | None, str], ...]
) -> Map:
    label = _("The body from the front") if seen is Seen.FRONT else _("The body from behind")
    view = _view(seen, body, palette, label)
    drawn = [one for one in PLACES if one.seen is seen and one.down_share[1] > 0]
    sides = [(one, side) for one in drawn for side in (Side if one.has_sides else (None,))]
    return Map(
        seen=seen,
        svg=Markup(view.svg),  # noqa: S704  # our own drawing
        spots=tuple(_spot(place, side) for place, side in sides),
        marks=tuple(
            _mark(view, place, one, text)
            for place, side, text in marked
            if place in drawn
            for one in ((side,) if side or not place.has_sides else Side)
        ),
    )


@cache
def _view(seen: Seen, body: str, palette: str, label: str) -> BodyView:
    view = View.FACING if seen is Seen.FRONT else View.BEHIND
    return body_view(view, body=Body(body), palette=Palette(palette), label=label)


def _spot(place: Place, side: Side | None) -> Spot:
    near, far = place.out_share if place.out_share is not None else (-0.2, 0.2)
    goes_right = side is None or _is_right_on_paper(place, side)
    left = MIDDLE + near if goes_right else MIDDLE - far
    return Spot(
        value=spot_value(place, side),
        name=spot_name(place, side),
        left=round(FULL * left, 1),
        top=round(FULL * place.down_share[0], 1),
        width=round(FULL * (far - near), 1),
        height=round(FULL * (place.down_share[1] - place.down_share[0]), 1),
    )


def _is_right_on_paper(place: Place, side: Side) -> bool:
    """Whether it is drawn on the right: who faces us has the left there."""
    return (side is Side.LEFT) is (place.seen is Seen.FRONT)


def _mark(view: BodyView, place: Place, side: Side | None, text: str) -> Marked:
    ends = [view.points[f"{one}_{side.value}" if side else one] for one in place.between]
    return Marked(
        text=text,
        is_old=text == "0",
        x=round(FULL * sum(x for x, _y in ends) / 2, 1),
        y=round(FULL * sum(y for _x, y in ends) / 2, 1),
    )
