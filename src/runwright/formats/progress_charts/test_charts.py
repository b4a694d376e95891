"""A home test over time: each result with the test's own error, beside what is typical."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import sqrt

from markupsafe import Markup

from runwright.coaching.retest import Changed, TestChange, change_between
from runwright.domain.home_test import HomeTest
from runwright.domain.runner import HomeTestResult, Side
from runwright.domain.screening import HomeTestFinding
from runwright.domain.words import _, decimal
from runwright.formats.plan_html.svg import drawing, element, path, text
from runwright.formats.plan_words.dates import short_day
from runwright.formats.progress_charts.chart import Chart, Numbers, spread
from runwright.formats.progress_charts.plot import BOTTOM, HEIGHT, WIDTH, Plot
from runwright.screening.measured import unit_words

RIGHT, APART, CAP = 362, 6, 4  # [px]: of the drawing, between the sides, of an error bar's end
DAY_WIDTH = 56  # [px]: what a day's name takes
ROOM = 0.12  # of a scale, kept free at its ends
LOOKS = {Side.LEFT: ("pine", -APART), Side.RIGHT: ("sky", APART), None: ("pine", 0)}

Course = Mapping[Side | None, Sequence[HomeTestResult]]


def courses_of(
    results: Sequence[HomeTestResult],
) -> dict[str, dict[Side | None, list[HomeTestResult]]]:
    """Return the dated results of each test by side, oldest first, a day once."""
    places = {(one.test, one.side) for one in results if one.day is not None}
    found: dict[str, dict[Side | None, list[HomeTestResult]]] = {}
    for test, side in sorted(places, key=lambda one: (one[0], one[1] or "")):
        own = _by_day(one for one in results if (one.test, one.side) == (test, side))
        found.setdefault(test, {})[side] = [own[day] for day in sorted(own)]
    return found


def _by_day(results: Iterable[HomeTestResult]) -> dict[date, HomeTestResult]:
    return {one.day: one for one in results if one.day is not None}


def home_test_chart(test: HomeTest, course: Course, finding: HomeTestFinding | None) -> Chart:
    """Return the course of a test that was done on more than one day.

    Parameters
    ----------
    finding
        What the latest result says against its norm; None where it has none.
    """
    error = test.error.mdc95
    unit = unit_words(test.unit)
    return Chart(
        id=f"test-{test.id}",
        says=_("{test}: {changes}").format(test=_(test.name), changes=_changes_words(test, course)),
        shows=_("Results by day, {unit}").format(unit=unit),
        drawing=_drawing(test, course, None if finding is None else finding.norm),
        numbers=_numbers(course),
        rests_on=_("How exact this test is has not been measured, so no change is called one.")
        if error is None
        else _(
            "A change counts beyond {error:g} {unit}, the test's own error. The bars are one "
            "result's share of it."
        ).format(error=error, unit=unit),
        rule="" if finding is None else finding.rule,
    )


def _changes_words(test: HomeTest, course: Course) -> str:
    said = [
        _change_words(change_between(test, results[-2], results[-1]))
        for results in course.values()
        if len(results) > 1
    ]
    return "; ".join(said)


def _change_words(change: TestChange) -> str:
    words = {
        Changed.BETTER: _("{side} {before:g} to {now:g}, better beyond its error"),
        Changed.WORSE: _("{side} {before:g} to {now:g}, less beyond its error"),
        Changed.WITHIN_ERROR: _("{side} {before:g} to {now:g}, too close to call"),
        Changed.ERROR_UNKNOWN: _("{side} {before:g} to {now:g}"),
    }[change.changed]
    side = {Side.LEFT: _("left"), Side.RIGHT: _("right"), None: ""}[change.side]
    return words.format(side=side, before=change.before, now=change.now).strip()


def _numbers(course: Course) -> Numbers:
    days = sorted({one.day for results in course.values() for one in results if one.day})
    by_side = {side: {one.day: one.value for one in them} for side, them in course.items()}
    heads = {Side.LEFT: _("Left"), Side.RIGHT: _("Right"), None: _("Result")}
    rows = [
        (
            short_day(day),
            *(decimal(by_side[side][day]) if day in by_side[side] else "–" for side in by_side),
        )
        for day in days
    ]
    return Numbers(head=(_("Day"), *(heads[side] for side in by_side)), rows=spread(rows))


def _drawing(test: HomeTest, course: Course, norm: float | None) -> Markup:
    error = 0.0 if test.error.mdc95 is None else test.error.mdc95 / sqrt(2)
    plot = _plot(course, error, norm)
    parts = [*plot.grid(), *_norm(plot, norm)]
    for side, results in course.items():
        parts += _side(plot, side, results, error)
    days = [one.day for results in course.values() for one in results if one.day is not None]
    parts += _days(plot, sorted(set(days)))
    said = _("{test} on {count} days").format(test=_(test.name), count=len(set(days)))
    return drawing(parts, WIDTH, HEIGHT, name=said, class_="plot", role="img")


def _plot(course: Course, error: float, norm: float | None) -> Plot:
    results = [one for them in course.values() for one in them]
    days = [one.day for one in results if one.day is not None]
    amounts = [one.value + sign * error for one in results for sign in (-1, 1)]
    amounts += [] if norm is None else [norm]
    room = ROOM * max(max(amounts) - min(amounts), 1)
    before = (max(days) - min(days)) * ROOM  # so that no number stands on the scale
    low, high = max(0.0, min(amounts) - room), max(amounts) + room
    return Plot(min(days) - before, max(days), low, high, right=RIGHT)


def _days(plot: Plot, days: Sequence[date]) -> Iterator[Markup]:
    """Yield the days that have room, the last one in any case."""
    taken = plot.x(days[-1])
    yield text(short_day(days[-1]), taken, BOTTOM + 20, "m q")
    for day in reversed(days[:-1]):
        if taken - plot.x(day) > DAY_WIDTH:
            taken = plot.x(day)
            yield text(short_day(day), taken, BOTTOM + 20, "m q")


def _norm(plot: Plot, norm: float | None) -> Iterator[Markup]:
    if norm is None:
        return
    yield path("M", plot.x(plot.first) - APART, plot.y(norm), "H", plot.right, class_="ln moss w2")
    yield text(
        _("{norm:g} typical").format(norm=norm), plot.right + 6, plot.y(norm) + 4, "moss t11"
    )


def _side(
    plot: Plot, side: Side | None, results: Sequence[HomeTestResult], error: float
) -> Iterator[Markup]:
    hue, off = LOOKS[side]
    points = [(plot.x(one.day) + off, one.value) for one in results if one.day is not None]
    for (x, amount), (further, later) in pairwise(points):
        yield path("M", x, plot.y(amount), "L", further, plot.y(later), class_=f"ln {hue} faint")
    for x, amount in points:
        if error > 0:
            low, high = plot.y(amount - error), plot.y(amount + error)
            ends = ("M", x - CAP, low, "h", 2 * CAP, "M", x - CAP, high, "h", 2 * CAP)
            yield path("M", x, low, "V", high, *ends, class_=f"ln {hue}")
        if side is Side.RIGHT:
            y = plot.y(amount)
            yield element("rect", x=x - 4, y=y - 4, width=8, height=8, class_=hue)
        else:
            yield element("circle", cx=x, cy=plot.y(amount), r=4.5, class_=hue)
        yield _label(plot, side, (x, amount), error)


def _label(plot: Plot, side: Side | None, point: tuple[float, float], error: float) -> Markup:
    """The number of a result: the right side's above its bar, the left's below."""
    x, amount = point
    if side is Side.LEFT:
        return text(decimal(amount), x, plot.y(amount - error) + (14 if error > 0 else 18), "m b")
    return text(decimal(amount), x, plot.y(amount + error) - (5 if error > 0 else 9), "m b")
