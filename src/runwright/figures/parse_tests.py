"""Figures of home tests: the exercise a test is done as, or poses of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runwright.figures.errors import FigureFault, FigureFaultsError
from runwright.figures.figure import Figure
from runwright.figures.parse import entries_of, figure_of
from runwright.figures.written import Written

SAME_AS, LIKE = "same_as", "like"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTest:
    """How a home test is shown.

    Attributes
    ----------
    like
        The exercise whose muscles and tempo it has.
    own
        Its own figure; None where the figure of that exercise shows it too.
    """

    test: str
    like: str
    own: Figure | None


def parse_test_figures(file: str, text: str) -> dict[str, ShownTest]:
    """Return the figures of home tests, by test.

    Raises
    ------
    FigureFaultsError
        If anything is wrong; it holds all of it.
    """
    faults: list[FigureFault] = []
    found: dict[str, ShownTest] = {}
    for one in _figures(file, text, faults):
        if one.test in found:
            where = Written(one.test, f"{file}, {one.test}", faults)
            where.fault("each test once", f"Remove one figure of '{one.test}'")
        found[one.test] = one
    if faults:
        raise FigureFaultsError(tuple(dict.fromkeys(faults)))
    return found


def _figures(file: str, text: str, faults: list[FigureFault]) -> Iterable[ShownTest]:
    for entry in entries_of(file, text, faults):
        name = entry.part("test")
        if not isinstance(name.data, str) or not isinstance(entry.data, Mapping):
            name.fault("the id of a home test", "Write its id as tests.yaml has it")
            continue
        if entry.has(SAME_AS):
            entry.keys(("test", SAME_AS))
            yield ShownTest(test=name.data, like=str(entry.part(SAME_AS).data), own=None)
            continue
        like = entry.part(LIKE)
        if not isinstance(like.data, str):
            like.fault("the id of an exercise", "Name the exercise whose muscles and tempo it has")
        yield ShownTest(test=name.data, like=str(like.data), own=figure_of(_as_figure(entry)))


def _as_figure(entry: Written) -> Written:
    """Return the entry as one of an exercise, which it is but for its name."""
    data = {key: value for key, value in entry.data.items() if key not in {"test", LIKE}}
    return Written({"exercise": f"test-{entry.data['test']}", **data}, entry.where, entry.faults)
