"""Pieces of Markdown that the reference pages are made of, as GitHub shows them."""

from collections.abc import Iterable, Sequence


def anchor(name: str) -> str:
    """Return a place a link can point to."""
    return f'<a id="{name}"></a>'


def link(words: str, target: str) -> str:
    """Return a link."""
    return f"[{words}]({target})"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; none where there are no rows."""
    lines = [_row(cells) for cells in rows]
    return [_row(headings), _row(["---"] * len(headings)), *lines, ""] if lines else []


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def bullets(items: Iterable[str]) -> list[str]:
    """Return the lines of a list, and the empty one that ends it; none where it is empty."""
    lines = [f"- {item}" for item in items]
    return [*lines, ""] if lines else []


def paragraph(text: str) -> list[str]:
    """Return a text and the empty line after it; none where there is no text."""
    return [text, ""] if text else []


def code(name: str) -> str:
    """Return a name as the code and the files write it."""
    return f"`{name}`"


def words(name: str) -> str:
    """Return ``gluteus maximus`` for ``gluteus_maximus``."""
    return name.replace("_", " ")


def between(pair: Sequence[int]) -> str:
    """Return ``8–12``, or ``8`` where both are the same."""
    low, high = pair
    return str(low) if low == high else f"{low}–{high}"
