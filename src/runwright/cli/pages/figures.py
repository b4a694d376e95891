"""Figures on a terminal: what is drawn, and which joints a movement turns how far."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.screen import Screen
from runwright.domain.exercise import Exercise
from runwright.domain.words import _, ngettext
from runwright.figures.by_name import joints_for
from runwright.figures.figure import Figure
from runwright.figures.read import all_figures, all_test_figures
from runwright.formats.plan_words.patterns import PATTERNS, pattern_name
from runwright.knowledge.library import Library

COLUMN = 32
HEADINGS = ("exercise", "joint", "start_deg", "end_deg", "lowest_deg", "highest_deg")


def figures_page(library: Library, screen: Screen) -> list[str]:
    """Return what is drawn, by movement, and what is not."""
    figures = all_figures()
    count = len(figures)
    lines = screen.title(ngettext("{n} figure", "{n} figures", count).format(n=count))
    for pattern in PATTERNS:
        shown = [one for one in library.patterns[pattern] if one.id in figures]
        if shown:
            lines += screen.heading(pattern_name(pattern))
        for one in shown:
            lines += screen.labelled(one.id, _(one.name), column=COLUMN)
    lines += screen.heading(_("Home tests"))
    for test in library.tests.values():
        if test.id in all_test_figures():
            lines += screen.labelled(test.id, _(test.name), column=COLUMN)
    missing = _not_drawn(library)
    if missing:
        lines += [*screen.heading(_("Not drawn yet")), *screen.wrapped(", ".join(missing), "  ")]
    return [*lines, "", *screen.wrapped(_("Draw one:  runwright figure NAME --moving"))]


def _not_drawn(library: Library) -> list[str]:
    return [name for name in library.exercises if name not in all_figures()]


def figures_answer(library: Library) -> Mapping[str, Any]:
    """Return the answer of `runwright figure --json`."""
    figures = all_figures()
    return {
        "figures": [
            {"id": one.id, "name": one.name, "pattern": one.pattern}
            for one in library.exercises.values()
            if one.id in figures
        ],
        "not_drawn": _not_drawn(library),
    }


def joints_page(figure: Figure, exercise: Exercise, screen: Screen) -> list[str]:
    """Return the joints of one repetition as a table."""
    lines = screen.named(_(exercise.name), exercise.id)
    found = joints_for(figure, exercise)
    if not found:
        return [*lines, *screen.wrapped(_("A held position: no joint moves."), "  "), ""]
    words = _("{start} to {end}, between {lowest} and {highest}")
    for one in found:
        angles = {
            "start": one.start_deg,
            "end": one.end_deg,
            "lowest": one.lowest_deg,
            "highest": one.highest_deg,
        }
        said = words.format(**{name: _degrees(angle) for name, angle in angles.items()})
        lines += screen.labelled(one.joint.replace("_", " "), said, column=COLUMN)
    return [*lines, ""]


def _degrees(angle_deg: float) -> str:
    return f"{round(angle_deg)}°".replace("-", "−")


def figure_answer(figure: Figure, exercise: Exercise) -> Mapping[str, Any]:
    """Return the answer of `runwright figure NAME --json`."""
    found = joints_for(figure, exercise)
    return {
        "id": exercise.id,
        "name": exercise.name,
        "most": found[0].joint if found else None,
        "joints": [plain(one) for one in found],
    }


def joints_csv(shown: Iterable[tuple[Figure, Exercise]]) -> str:
    """Return the joints of figures as CSV, the one that moves most first in each."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    for figure, exercise in shown:
        for one in joints_for(figure, exercise):
            angles = (one.start_deg, one.end_deg, one.lowest_deg, one.highest_deg)
            writer.writerow((exercise.id, one.joint, *(f"{angle:.1f}" for angle in angles)))
    return text.getvalue()
