"""What moves in a figure as people write it: keyframes that inherit, how they repeat, the fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runwright.figures.camera import View
from runwright.figures.figure import Mistake, Then
from runwright.figures.parse_pose import BOTH, POINTS, pose_of
from runwright.figures.pose import Pose
from runwright.figures.written import Written

START, END = "start", "end"
FAULT_KEYS = ("of", "view", "at")
CARRIERS = ("stand", "pin", "air")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Keyframes as they were written and as they are, with what their faults are told by."""

    written: tuple[Written, ...]
    heights_share: Mapping[str, float]
    keyframes: tuple[Pose, ...]
    then: Then
    shows: tuple[int, ...]

    def mistake(self, part: Written, view: View) -> Mistake | None:
        """Return the wrong pose: a keyframe with what the fault changes; None where there is none.

        Parameters
        ----------
        view
            The figure's, where the fault names no other.
        """
        if part.data is None:
            return None
        spoiled = part.data if isinstance(part.data, Mapping) else {}
        own = {key: value for key, value in spoiled.items() if key not in FAULT_KEYS}
        number = _number(part.part("of"), len(self.written)) if part.has("of") else -1
        merged = inherited(self.written[number].data, own)
        return Mistake(
            of=number % len(self.written),
            pose=pose_of(Written(merged, part.where, part.faults), self.heights_share),
            view=View(part.part("view").choice(View)) if part.has("view") else view,
            marks=_marks(part.part("at")),
        )


def moves_of(entry: Written, heights: Mapping[str, float]) -> Moves:
    """Return the keyframes of a figure; `heights` are those of what one can rest on."""
    parts = [entry.part(START), *_listed(entry.part("via")), entry.part(END)]
    for number, part in enumerate(parts[1:]):
        before = parts[number].data
        part.data = inherited(_without_times(before), part.data)
    then = Then(entry.part("then").choice(Then)) if entry.has("then") else Then.BACK
    for part in parts if then is Then.OTHER_SIDE else ():
        if not part.has("takes"):
            part.fault("'takes'", "Say in how many seconds one gets to this keyframe")
    return Moves(
        written=tuple(parts),
        heights_share=heights,
        keyframes=tuple(pose_of(part, heights) for part in parts),
        then=then,
        shows=_shows(entry.part("shows"), len(parts)),
    )


def _listed(via: Written) -> list[Written]:
    if via.data is None:
        return []
    if not isinstance(via.data, list):
        via.fault("a list of keyframes", "Begin each with a dash")
        return []
    return [
        Written(data, f"{via.where} {number}", via.faults)
        for number, data in enumerate(via.data, start=1)
    ]


def _without_times(data: Any) -> Any:  # noqa: ANN401  # YAML can hold anything
    if not isinstance(data, Mapping):
        return data
    return {key: value for key, value in data.items() if key not in {"takes", "stays"}}


def inherited(start: Any, end: Any) -> Any:  # noqa: ANN401  # YAML can hold anything
    """Return a keyframe with everything it does not name taken from the one before it."""
    if not isinstance(start, Mapping) or not isinstance(end, Mapping):
        return start if end is None else end
    joined = dict(start)
    for key, value in end.items():
        before = start.get(key)
        if key in {"feet", "hands"} and isinstance(before, Mapping):
            joined[key] = _rests(before, value)
        else:
            joined[key] = value
    if any(name in end for name in CARRIERS):
        for other in CARRIERS:
            if other not in end:
                joined.pop(other, None)
    return joined


def _rests(before: Mapping[str, Any], now: Any) -> Any:  # noqa: ANN401  # YAML can hold anything
    """Return where hands or feet rest; one that names no new place stays where it was."""
    if not isinstance(now, Mapping):
        return now
    joined = {} if BOTH in now else dict(before)
    for side, rest in now.items():
        was = before.get(side, before.get(BOTH))
        stays = isinstance(rest, Mapping) and isinstance(was, Mapping) and not PLACED & rest.keys()
        joined[side] = {**was, **rest} if stays else rest
    return joined


PLACED = frozenset({"at", "grip"})


def _shows(part: Written, count: int) -> tuple[int, ...]:
    if part.data is None:
        return (0, count - 1)
    if not isinstance(part.data, list) or len(part.data) < 2:  # noqa: PLR2004  # a pair at least
        part.fault("two keyframes or more", "Write a list like [start, 1]")
        return (0, count - 1)
    return tuple(_number(Written(one, part.where, part.faults), count) % count for one in part.data)


def _number(part: Written, count: int) -> int:
    """Return a keyframe's number: the start, one of those between counted from 1, or the end."""
    names = (START, *range(1, count - 1), END)
    if part.data not in names:
        part.fault(f"one of {', '.join(map(str, names))}", "Name a keyframe")
        return count - 1
    return names.index(part.data)


def _marks(part: Written) -> tuple[str, ...]:
    names = part.data if isinstance(part.data, list) else [part.data]
    return tuple(
        Written(name, part.where, part.faults).choice(POINTS) for name in names if name is not None
    )
