"""Figure data as people write it to figures; how is told in docs/how-to/draw-a-figure.md."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from runwright.figures.camera import View
from runwright.figures.errors import FigureFault, FigureFaultsError
from runwright.figures.figure import Arrow, Figure, Stage
from runwright.figures.parse_gear import bands_of, carried_of, standing_of
from runwright.figures.parse_moves import moves_of
from runwright.figures.parse_pose import POINTS
from runwright.figures.written import Written

KEYS = (
    "exercise",
    "view",
    "start_to_end",
    "start",
    "via",
    "end",
    "then",
    "shows",
    "fault",
    "things",
    "carries",
    "bands",
    "arrows",
    "goes",
    "far_arm",
    "near_arm",
    "barefoot",
    "lit_hip",
    "lit_thigh",
)
# The same safe loader, ten times as fast where the C library is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WAYS = ("forward",)
BEHIND, IN_FRONT = "behind", "in_front"
NEAR, FAR = "near", "far"


def parse_figures(texts: Mapping[str, str]) -> dict[str, Figure]:
    """Return figures by exercise.

    Parameters
    ----------
    texts
        YAML by file name.

    Raises
    ------
    FigureFaultsError
        If anything in any file is wrong; it holds all of it.
    """
    faults: list[FigureFault] = []
    figures: dict[str, Figure] = {}
    for file, text in texts.items():
        for entry in entries_of(file, text, faults):
            figure = figure_of(entry)
            if figure.exercise in figures:
                entry.fault("each exercise once", f"Remove one figure of '{figure.exercise}'")
            figures[figure.exercise] = figure
    if faults:
        raise FigureFaultsError(tuple(dict.fromkeys(faults)))
    return figures


def entries_of(file: str, text: str, faults: list[FigureFault]) -> Iterable[Written]:
    """Return the entries of a file, each with a place that names it."""
    try:
        data: Any = yaml.load(text, Loader=LOADER)  # noqa: S506  # both are safe loaders
    except yaml.YAMLError as error:
        broken = Written(str(error), file, faults)
        broken.fault("YAML", "Mend the line it names")
        return
    if not isinstance(data, list):
        Written(data, file, faults).fault("a list of figures", "Begin each with '- exercise:'")
        return
    for number, entry in enumerate(data, start=1):
        name = entry.get("exercise", entry.get("test")) if isinstance(entry, dict) else None
        yield Written(entry, f"{file}, {name or f'figure {number}'}", faults)


def figure_of(entry: Written) -> Figure:
    """Return the figure of an entry; faults are noted in it."""
    entry.keys(KEYS)
    standing = standing_of(entry.part("things"))
    heights = {name: item.top_share for name, item in standing.items()} | {"floor": 0.0}
    moves = moves_of(entry, heights)
    view = View(entry.part("view").choice(View))
    name = entry.part("exercise")
    if not isinstance(name.data, str):
        name.fault("the id of an exercise", "Write its id as exercises/ has it")
    return Figure(
        exercise=str(name.data),
        view=view,
        stage=Stage(entry.part("start_to_end").choice(Stage)),
        start=moves.keyframes[0],
        via=moves.keyframes[1:-1],
        end=moves.keyframes[-1],
        then=moves.then,
        shows=moves.shows,
        mistake=moves.mistake(entry.part("fault"), view),
        standing=tuple(standing.values()),
        carried=tuple(carried_of(entry.part("carries"))),
        bands=tuple(bands_of(entry.part("bands"))),
        arrows=tuple(_arrows(entry.part("arrows"))),
        goes_forward=entry.has("goes") and entry.part("goes").choice(WAYS) == WAYS[0],
        is_far_arm_in_front=_arm_place(entry, "far_arm", BEHIND) == IN_FRONT,
        is_near_arm_behind=_arm_place(entry, "near_arm", IN_FRONT) == BEHIND,
        is_barefoot=entry.part("barefoot").data is True,
        is_far_thigh_lit=_is_far(entry.part("lit_thigh"), usual=True),
        is_far_hip_lit=_is_far(entry.part("lit_hip"), usual=False),
    )


def _is_far(side: Written, *, usual: bool) -> bool:
    """Return whether the far side is named; `usual` where none is."""
    return usual if side.data is None else side.choice((NEAR, FAR)) == FAR


def _arm_place(entry: Written, which: str, usual: str) -> str:
    """Return whether an arm passes behind the body or before it."""
    return entry.part(which).choice((BEHIND, IN_FRONT)) if entry.has(which) else usual


def _arrows(arrows: Written) -> Iterable[Arrow]:
    if arrows.data is None:
        return
    for key in arrows.keys(POINTS):
        beside = arrows.part(key).shares(2)
        yield Arrow(follows=key, beside_share=(beside[0], beside[1]))
