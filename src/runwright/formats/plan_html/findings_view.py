"""What the home tests found, against their norm and their own error, and what it changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from runwright.domain.home_test import MeasurementError, TestUnit
from runwright.domain.plan import SeasonPlan
from runwright.domain.screening import HomeTestFinding, Need
from runwright.domain.words import N_, _, decimal, inside
from runwright.formats.plan_html.svg import drawing, element, path, text
from runwright.formats.plan_html.why_view import RuleShelf, RuleView
from runwright.formats.plan_words.dates import and_list
from runwright.knowledge.library import Library

WIDTH, ROW, LEFT, RIGHT = 340, 30, 60, 300
UNITS = {
    TestUnit.CM: N_("{n:g} cm"),
    TestUnit.REPS: N_("{n:g} repetitions"),
    TestUnit.S: N_("{n:g} s"),
    TestUnit.MIN: N_("{n:g} min"),
    TestUnit.SEGMENTS: N_("{n:g} of 5 segments"),
    TestUnit.PERCENT: N_("{n:g} %"),
    TestUnit.DEG: N_("{n:g}°"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding with the error of its test."""

    name: str
    says: str
    error: str
    rule: RuleView
    chart: Markup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """What the plan gives more room to."""

    because: str
    room: str
    rule: RuleView


def finding_views(plan: SeasonPlan, library: Library, shelf: RuleShelf) -> list[FindingView]:
    """Return the findings of the screen."""
    return [finding_view(one, library, shelf) for one in plan.findings]


def finding_view(finding: HomeTestFinding, library: Library, shelf: RuleShelf) -> FindingView:
    """Return one finding."""
    test = library.tests.get(finding.test)
    error = test.error if test is not None else None
    return FindingView(
        name=_(test.name) if test is not None else finding.test,
        says=finding.says,
        error=_error_words(finding, error),
        rule=shelf.rule(finding.rule),
        chart=FindingChart(finding, error).draw(),
    )


def _error_words(finding: HomeTestFinding, error: MeasurementError | None) -> str:
    if error is None or error.mdc95 is None:
        return _("How exact this test is has not been measured.")
    words = _("Less than {amount} apart is within the test's own error.")
    return words.format(amount=in_unit(error.mdc95, finding.unit))


def in_unit(amount: float, unit: str) -> str:
    """Return an amount with the unit of a test."""
    known = {one.value: words for one, words in UNITS.items()}
    return (
        _(known[unit]).format(n=amount)
        if unit in known
        else _("{n:g} {unit}").format(n=amount, unit=unit)
    )


def need_views(plan: SeasonPlan, library: Library, shelf: RuleShelf) -> list[NeedView]:
    """Return what the findings changed."""
    return [
        NeedView(because=need.because, room=_room(need, plan, library), rule=shelf.rule(need.rule))
        for need in plan.needs
    ]


def _room(need: Need, plan: SeasonPlan, library: Library) -> str:
    protocol = library.protocols.get(plan.made_with.protocol)
    areas = protocol.areas if protocol is not None else ()
    meant = [area for area in areas if set(area.patterns) & set(need.patterns)]
    return and_list([inside(_(area.name)) for area in meant])


class FindingChart:
    """Draws the results of one test on a line, with their error and the norm."""

    def __init__(self, finding: HomeTestFinding, error: MeasurementError | None) -> None:
        self.finding = finding
        known = error.mdc95 if error is not None else None
        # One result's own band: a difference of two carries the error of both.
        self.error = known / sqrt(2) if known is not None else 0.0
        marks = ((_("left"), finding.left), (_("right"), finding.right), ("", finding.value))
        self.rows = [(name, value) for name, value in marks if value is not None]
        values = [value for _name, value in self.rows]
        ends = [one + sign * self.error for one in values for sign in (-1, 1)]
        ends += [finding.norm] if finding.norm is not None else []
        self.low, self.high = min(ends, default=0.0), max(ends, default=1.0)
        if self.high <= self.low:
            self.low, self.high = self.low - 1, self.high + 1

    def draw(self) -> Markup | None:
        """Return the drawing; None where the test has no numbers."""
        if not self.rows:
            return None
        height = ROW * len(self.rows) + 26
        parts = [
            *self._norm(height),
            *(part for n in range(len(self.rows)) for part in self._row(n)),
        ]
        return drawing(parts, WIDTH, height, name=self.finding.says, class_="finding", role="img")

    def _x(self, amount: float) -> float:
        return LEFT + (amount - self.low) / (self.high - self.low) * (RIGHT - LEFT)

    def _norm(self, height: float) -> Iterator[Markup]:
        if self.finding.norm is None:
            return
        x = self._x(self.finding.norm)
        yield path("M", x, 18, "V", height, class_="ln moss w2")
        yield text(_("{norm:g} typical").format(norm=self.finding.norm), x, 12, "m q")

    def _row(self, number: int) -> Iterator[Markup]:
        name, value = self.rows[number]
        x, y = self._x(value), 34 + ROW * number
        yield text(name, 0, y + 4, "q")
        if self.error > 0:
            low, high = self._x(value - self.error), self._x(value + self.error)
            yield path(
                "M",
                low,
                y - 5,
                "v",
                10,
                "M",
                low,
                y,
                "H",
                high,
                "M",
                high,
                y - 5,
                "v",
                10,
                class_="ln pine w2",
            )
        yield element("circle", cx=x, cy=y, r=5, class_="pine")
        yield text(decimal(value), x, y - 9, "m b")
