"""Several pictures as one: beside or below each other, as they come out larger."""

from collections.abc import Callable, Sequence

from runwright.figures.scene import Box

MARK_ROOM = 64  # under each picture, for its number or sign. [drawing units]
Mark = Callable[[int, int, int], str]  # which picture, counted from 0, and where. [drawing units]


def row_svg(drawings: Sequence[str], boxes: Sequence[Box], mark: Mark) -> tuple[str, Box]:
    """Return pictures in their order, each with its mark below, and the box that holds them all."""
    layouts = [layout(drawings, boxes, mark) for layout in (_row, _column)]
    return max(layouts, key=lambda layout: _size(layout[1]))


def _size(box: Box) -> float:
    """Return how large pictures come out in a square place on a page."""
    return 1 / max(box.width, box.height)


def _row(drawings: Sequence[str], boxes: Sequence[Box], mark: Mark) -> tuple[str, Box]:
    top = min(box.top for box in boxes)
    floor = max(box.top + box.height for box in boxes)
    written: list[str] = []
    right = boxes[0].left
    for number, (drawing, box) in enumerate(zip(drawings, boxes, strict=True)):
        sign = mark(number, box.left + box.width // 2, floor)
        written.append(_shifted(drawing + sign, right - box.left, 0))
        right += box.width
    return "".join(written), Box(boxes[0].left, top, right - boxes[0].left, floor - top + MARK_ROOM)


def _column(drawings: Sequence[str], boxes: Sequence[Box], mark: Mark) -> tuple[str, Box]:
    left = min(box.left for box in boxes)
    right = max(box.left + box.width for box in boxes)
    written: list[str] = []
    low = boxes[0].top
    for number, (drawing, box) in enumerate(zip(drawings, boxes, strict=True)):
        sign = mark(number, box.left + box.width // 2, box.top + box.height)
        written.append(_shifted(drawing + sign, 0, low - box.top))
        low += box.height + MARK_ROOM
    return "".join(written), Box(left, boxes[0].top, right - left, low - boxes[0].top)


def _shifted(drawing: str, across: int, down: int) -> str:
    if across == down == 0:
        return drawing
    return f'<g transform="translate({across} {down})">{drawing}</g>'
