"""SVG elements as safe markup: text is escaped, numbers are short, nothing is styled inline."""

from collections.abc import Iterable

from markupsafe import Markup, escape

Value = str | float | None
# Widths in parts of the font size, as in DejaVu Sans: wider than most, so nothing runs over.
NARROW, WIDE = frozenset("iIjlftr.,:;'’|!()[]· "), frozenset("mwMWQO@%…")
NARROW_WIDTH, USUAL_WIDTH, CAPITAL_WIDTH, WIDE_WIDTH = 0.36, 0.62, 0.7, 0.96
BOLD = 1.1  # a bold letter to a plain one


def element(name: str, /, *inner: str, **attributes: Value) -> Markup:
    """Return an element; ``class_`` is the class, underscores in names become hyphens."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not inner:
        return Markup(f"<{name}{said}/>")  # noqa: S704  # our own name, values escaped
    within = "".join(map(escape, inner))
    return Markup(f"<{name}{said}>{within}</{name}>")  # noqa: S704  # as above


def text(said: str, x: float, y: float, class_: str | None = None, **more: Value) -> Markup:
    """Return a line of text with its left (or, by class, middle or right) end at a place."""
    return element("text", escape(said), x=x, y=y, class_=class_, **more)


def group(parts: Iterable[str], **attributes: Value) -> Markup:
    """Return parts drawn together."""
    return element("g", *parts, **attributes)


def title(said: str) -> Markup:
    """Return the name of the element it stands in, as assistive technology reads it."""
    return element("title", escape(said))


def path(*steps: str | float, **attributes: Value) -> Markup:
    """Return a path of commands and numbers."""
    written, last_is_number = "", False
    for step in steps:
        is_number = not isinstance(step, str)
        written += (" " if is_number and last_is_number else "") + _written(step)
        last_is_number = is_number
    return element("path", d=written, **attributes)


def rectangles(places: Iterable[tuple[float, float, float, float]], **attributes: Value) -> Markup:
    """Return rectangles as one path, each as left, top, width and height; '' for none."""
    steps: list[str | float] = []
    for x, y, width, height in places:
        steps += ["M", x, y, "h", width, "v", height, "h", -width, "z"]
    return path(*steps, **attributes) if steps else Markup("")


def drawing(
    parts: Iterable[str], width: float, height: float, *, name: str, **attributes: Value
) -> Markup:
    """Return a whole drawing with its name."""
    box = f"0 0 {_written(width)} {_written(height)}"
    return element("svg", title(name), *parts, viewBox=box, **attributes)


def text_width(said: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a line of text is, rather too wide than too narrow."""
    return sum(map(_letter_width, said)) * size * (BOLD if bold else 1)


def _letter_width(letter: str) -> float:
    if letter in NARROW:
        return NARROW_WIDTH
    if letter in WIDE:
        return WIDE_WIDTH
    return CAPITAL_WIDTH if letter.isupper() else USUAL_WIDTH


def fitted(said: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than the room."""
    if text_width(said, size, bold=bold) <= room:
        return said
    kept = said
    while len(kept) > 1 and text_width(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _written(value: Value) -> str:
    if isinstance(value, str) or value is None:
        return value or ""
    return f"{round(value, 1):g}"
