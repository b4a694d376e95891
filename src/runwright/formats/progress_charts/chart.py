"""A chart as a page takes it: what it says, the drawing, its numbers and where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of a chart as a table; the first column names its row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with all that belongs to it.

    Attributes
    ----------
    says
        What is to be seen, in a sentence.
    shows
        What is drawn, and in which unit.
    drawing
        None where there is not enough to draw.
    missing
        What would make it more, where there is not enough; '' where there is.
    rests_on
        Where its numbers come from.
    rule
        Id of the rule behind it; '' for none.
    """

    id: str
    says: str
    shows: str
    drawing: Markup | None = None
    numbers: Numbers | None = None
    missing: str = ""
    rests_on: str = ""
    rule: str = ""


def not_yet(chart_id: str, says: str, missing: str) -> Chart:
    """Return the place of a chart that has nothing to draw yet, and says what to do."""
    return Chart(id=chart_id, says=says, shows="", missing=missing)


def spread(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table, newest first."""
    return tuple(reversed(rows))
