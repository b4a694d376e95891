"""The frame of a chart: a scale of days, a scale of amounts, thin lines, few words.

Rule for the next author: a chart is drawn in one size that is read on a phone, so everything in it
fits into `WIDTH`; what does not fit belongs in the table beside it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

from markupsafe import Markup

from runwright.domain.words import decimal
from runwright.formats.plan_html.svg import element, path, text, text_width
from runwright.formats.plan_words.dates import short_day

WIDTH, HEIGHT = 440, 224
LEFT, TOP, BOTTOM = 38, 14, 196
LINES_ABOUT = 4
NICE = (1, 2, 2.5, 5, 10)


class Plot:
    """Places days and amounts.

    Parameters
    ----------
    right
        Where the scale of days ends; what is right of it is for words.
    step
        From line to line; None picks one.
    """

    def __init__(  # two ends of two scales
        self,
        first: date,
        last: date,
        low: float,
        high: float,
        *,
        right: float,
        step: float | None = None,
    ) -> None:
        self.first = first
        self.last = last if last > first else first + timedelta(days=1)
        step = nice_step(high - low) if step is None else step
        self.low, self.high = floor(low / step) * step, ceil(high / step) * step
        self.step, self.right = step, right

    def x(self, day: date) -> float:
        """Return where a day stands."""
        share = (day - self.first).days / (self.last - self.first).days
        return LEFT + share * (self.right - LEFT)

    def y(self, amount: float) -> float:
        """Return where an amount stands."""
        return BOTTOM - (amount - self.low) / (self.high - self.low) * (BOTTOM - TOP)

    def grid(self) -> Iterator[Markup]:
        """Yield thin lines with their amounts."""
        count = round((self.high - self.low) / self.step)
        for number in range(count + 1):
            amount = self.low + number * self.step
            yield path("M", LEFT, self.y(amount), "H", self.right, class_="ln rule")
            yield text(decimal(amount), LEFT - 7, self.y(amount) + 4, "q e")

    def days(self, marked: Sequence[date] = ()) -> Iterator[Markup]:
        """Yield the first and the last day, and those between that have room."""
        taken: list[tuple[float, float]] = []
        for day in (self.first, self.last, *marked):
            said, at = short_day(day), self.x(day)
            half = text_width(said, 12) / 2
            x = min(max(at, LEFT + half - 6), self.right + 16 - half)
            if all(x + half + 8 < start or x - half - 8 > end for start, end in taken):
                taken.append((x - half, x + half))
                yield text(said, x, BOTTOM + 20, "m q")

    def line(self, points: Sequence[tuple[date, float]], class_: str) -> Markup:
        """Return a line through points; '' for fewer than two."""
        if len(points) < 2:  # noqa: PLR2004  # a line has two ends
            return Markup("")
        steps: list[str | float] = []
        for number, (day, amount) in enumerate(points):
            steps += ["L" if number else "M", self.x(day), self.y(amount)]
        return path(*steps, class_=class_)

    def band(self, points: Sequence[tuple[date, float, float]], class_: str) -> Markup:
        """Return the area between two lines; a bar for one day alone."""
        if len(points) == 1:
            day, low, high = points[0]
            return path("M", self.x(day), self.y(low), "V", self.y(high), class_="ln pine w2 faint")
        there = [(self.x(day), self.y(high)) for day, _low, high in points]
        back = [(self.x(day), self.y(low)) for day, low, _high in reversed(points)]
        steps: list[str | float] = []
        for number, (x, y) in enumerate((*there, *back)):
            steps += ["L" if number else "M", x, y]
        return path(*steps, "z", class_=class_)

    def dot(self, day: date, amount: float, class_: str, radius: float = 3.2) -> Markup:
        """Return a dot."""
        return element("circle", cx=self.x(day), cy=self.y(amount), r=radius, class_=class_)


def nice_step(span: float) -> float:
    """Return a step of 1, 2, 2.5 or 5 times a power of ten that cuts a span about four times."""
    rough = max(span, 1e-9) / LINES_ABOUT
    power = 10.0 ** floor(log10(rough))
    return next(power * one for one in NICE if power * one >= rough)
