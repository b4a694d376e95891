"""Outlines on paper to SVG path data: few commands, whole numbers, the same in every frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from runwright.figures.camera import P2


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed outline: its points in order, and the numbers of those that are corners."""

    points: tuple[P2, ...]
    corners: frozenset[int] = frozenset()


def curve(outline: Outline) -> str:
    """Return a smooth closed path along the points, straight between two neighbouring corners.

    A chain of parabolas that meet half-way between their control points. There each control point
    is the mirror image of the one before, which SVG's ``t`` finds by itself, so that a point costs
    two numbers. Two outlines with as many points give paths that a browser can blend.
    """
    if not outline.corners:
        return rounded(_sharpened(outline.points))
    first, count = min(outline.corners), len(outline.points)
    points = (*outline.points[first:], *outline.points[: first + 1])
    corners = sorted((corner - first) % count for corner in outline.corners)
    pen = _Pen(points[0])
    for start, end in zip(corners, (*corners[1:], count), strict=True):
        pen.arcs(_sharpened(points[start : end + 1], is_open=True)[1:-1], points[end])
    return pen.path() + "z"


def rounded(points: Sequence[P2]) -> str:
    """Return a smooth closed path just inside the points, for things with round edges."""
    start = _middle(points[-1], points[0])
    pen = _Pen(start)
    pen.arcs(points, start)
    return pen.path() + "z"


def open_curve(points: Sequence[P2]) -> str:
    """Return a smooth open path along the points."""
    pen = _Pen(points[0])
    pen.arcs(_sharpened(points, is_open=True)[1:-1], points[-1])
    return pen.path()


PUSH = 0.15  # of the bend; an eighth would do where all points lie equally far apart


def _sharpened(points: Sequence[P2], *, is_open: bool = False) -> tuple[P2, ...]:
    """Return control points whose curve runs nearly through the points, not inside them."""
    last = len(points) - 1
    pushed: list[P2] = []
    bx, by = points[-1]
    for number, (x, y) in enumerate(points):
        ax, ay = points[0 if number == last else number + 1]
        if is_open and number in {0, last}:
            pushed.append((x, y))
        else:
            pushed.append((x + (2 * x - bx - ax) * PUSH, y + (2 * y - by - ay) * PUSH))
        bx, by = x, y
    return tuple(pushed)


def _middle(a: P2, b: P2) -> P2:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def polygon(points: Sequence[P2]) -> str:
    """Return a closed path of straight lines."""
    return line(points) + "z"


def line(points: Sequence[P2]) -> str:
    """Return an open path of straight lines."""
    pen = _Pen(points[0])
    for point in points[1:]:
        pen.straight(point)
    return pen.path()


def dot(centre: P2, radius: float) -> str:
    """Return a circle as a path, so that it can move like every other."""
    size, pen = round(radius), _Pen((centre[0] - radius, centre[1]))
    return f"{pen.path()}a{size} {size} 0 1 0 {2 * size} 0a{size} {size} 0 1 0-{2 * size} 0z"


class _Pen:
    """Writes relative whole numbers without adding up rounding errors."""

    def __init__(self, start: P2) -> None:
        self.at = _whole(start)
        self.words = [f"M{self.at[0]}", _spaced(self.at[1])]
        self.command = "M"

    def arcs(self, controls: Sequence[P2], end: P2) -> None:
        """Draw parabolas that bend towards each control point, and stop at `end`."""
        if not controls:
            self.straight(end)
            return
        x, y = self.at
        cx, cy = _whole(controls[0])
        self.words.append(f"q{cx - x}{_spaced(cy - y)}")
        last = len(controls) - 1
        for number in range(last + 1):
            if number == last:
                gx, gy = _whole(end)
            else:
                nx, ny = controls[number + 1]
                gx, gy = round((cx + nx) / 2), round((cy + ny) / 2)
            across, down = gx - x, gy - y
            lead = "t" if number == 1 else "" if across < 0 else " "
            self.words.append(f"{lead}{across}{down}" if down < 0 else f"{lead}{across} {down}")
            x, y, cx, cy = gx, gy, 2 * gx - cx, 2 * gy - cy
        self.at, self.command = (x, y), "t" if last else "q"

    def straight(self, point: P2) -> None:
        """Draw a straight line."""
        x, y = _whole(point)
        across, down = x - self.at[0], _spaced(y - self.at[1])
        self.words.append(f"l{across}{down}" if self.command != "l" else f"{_spaced(across)}{down}")
        self.at, self.command = (x, y), "l"

    def path(self) -> str:
        """Return everything written."""
        return "".join(self.words)


def _whole(point: P2) -> tuple[int, int]:
    return (round(point[0]), round(point[1]))


def _spaced(number: int) -> str:
    return str(number) if number < 0 else f" {number}"
