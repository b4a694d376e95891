"""Placement and content against exact references: ``python -m bench.oracle`` (seasons, weeks).

Prints how many seasons equal CP-SAT's proven optimum over every choice, how many weeks of content
equal the model with a variable for every superset, and the times of both. Exit code 1 where any
differs.
"""

import argparse
import sys
import time
from itertools import count, islice

from runwright.knowledge.library import load_library
from tests.oracle.content_cp_sat import best_points
from tests.oracle.cp_sat import oracle
from tests.oracle.seen import content_weeks, order_of, search_of

SEASONS, CONTENT_WEEKS = 300, 100
WEEKS = (4, 12)
Figures = dict[str, object]


def placement(seasons: int, first: int = 0) -> Figures:
    """Seasons placed by the dynamic program and by CP-SAT."""
    library = load_library()
    equal, ours_s, theirs_s, different = 0, [], [], []
    for seed in range(first, first + seasons):
        started = time.perf_counter()
        search = search_of(order_of(seed, library, WEEKS), library)
        points = search.best().points
        ours_s.append(time.perf_counter() - started)
        found = oracle(search)
        theirs_s.append(found.seconds)
        if found.proven and found.points == points:
            equal += 1
        else:
            different.append(f"seed {seed}: {points} here, {found.points} by CP-SAT")
    return {
        "seasons placed as CP-SAT proves best": f"{equal} of {seasons}",
        "seasons that differ": "; ".join(different) or "none",
        "placement of a season": _spread(ours_s),
        "CP-SAT, solving alone": _spread(theirs_s),
    }


def content(weeks: int) -> Figures:
    """Weeks of content chosen by the product and by CP-SAT."""
    library = load_library()
    equal, theirs_s, different = 0, [], []
    for number, week in enumerate(islice(content_weeks(library, count(1000)), weeks)):
        kept = week.answer.sessions[: len(week.offers) - 1] if len(week.offers) > 2 else ()
        started = time.perf_counter()
        points = best_points(week.offers, week.worth, week.prices, fixed=kept)
        theirs_s.append(time.perf_counter() - started)
        if points == week.answer.points:
            equal += 1
        else:
            different.append(f"week {number}: {week.answer.points} here, {points} by CP-SAT")
    return {
        "weeks of content as CP-SAT proves best": f"{equal} of {weeks}",
        "weeks that differ": "; ".join(different) or "none",
        "CP-SAT, a week of content": _spread(theirs_s),
    }


def _spread(seconds: list[float]) -> str:
    ordered = sorted(1000 * one for one in seconds)
    late = ordered[int(0.95 * len(ordered))]
    return f"median {ordered[len(ordered) // 2]:.0f} ms, p95 {late:.0f} ms"


def measure(seasons: int = SEASONS, weeks: int = CONTENT_WEEKS) -> Figures:
    """Both comparisons, for :mod:`bench.run`."""
    return placement(seasons) | content(weeks)


def main() -> int:
    """Compare as many as asked for; 1 where any differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seasons", type=int, nargs="?", default=SEASONS)
    parser.add_argument("weeks", type=int, nargs="?", default=CONTENT_WEEKS)
    asked = parser.parse_args()
    figures = measure(asked.seasons, asked.weeks)
    for figure, value in figures.items():
        print(f"{figure}: {value}")
    return 0 if {figures["seasons that differ"], figures["weeks that differ"]} == {"none"} else 1


if __name__ == "__main__":
    sys.exit(main())
