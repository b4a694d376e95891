"""How long it takes to draw every figure on one core, how large they are, and the pages of them."""

from __future__ import annotations

import gzip
from time import process_time

from runwright.figures import Show, figure_ids, figure_svg, home_test_ids
from runwright.figures.by_name import home_test_shown
from runwright.figures.read import all_figures
from runwright.formats.figure_html import render_sheet
from runwright.knowledge.library import load_library

KILOBYTE = 1000


def measure() -> dict[str, object]:
    """Seconds of one core for all figures and for the sheet; kilobytes of the largest."""
    library, names = load_library(), figure_ids()
    found: dict[str, object] = {"figures": f"{len(names)} of {len(library.exercises)}"}
    for show in (Show.STILL, Show.MOVING):
        started = process_time()
        drawn = [figure_svg(name, show=show) for name in names]
        found[f"{show}, all, s"] = round(process_time() - started, 2)
        largest = max(len(gzip.compress(text.encode())) for text in drawn)
        found[f"{show}, largest, kB packed"] = round(largest / KILOBYTE, 1)
    started = process_time()
    tests = [home_test_shown(test) for test in home_test_ids()]
    sheet = render_sheet(library, all_figures(), tests)
    found["sheet, s"] = round(process_time() - started, 2)
    found["sheet, kB"] = round(len(sheet.encode()) / KILOBYTE)
    return found
