"""Where a session sits between its neighbours: a line of days with what the rules keep closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from markupsafe import Markup

from runwright.domain.calendar import MINUTES_PER_DAY, clock
from runwright.domain.words import _
from runwright.formats.plan_html.gaps import Event, Gap, Limits, gap_after, gap_before
from runwright.formats.plan_html.glyphs import run_sign, session_sign
from runwright.formats.plan_html.svg import drawing, element, fitted, path, text, text_width
from runwright.formats.plan_words.dates import short_weekday, weekday

AXIS, BAND, HEIGHT = 92, 30, 158
SECONDS_PER_DAY = MINUTES_PER_DAY * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Days to either side of the session's day, and how wide they are drawn."""

    width: float  # lint: allow unit-suffix: drawings are measured in their own steps
    days_around: int
    class_: str


WIDE = Scale(width=700, days_around=3, class_="line wide")
NARROW = Scale(width=350, days_around=2, class_="line tall")


class Timeline:
    """Draws the neighbourhood of one session."""

    def __init__(self, event: Event, events: Sequence[Event], limits: Limits, scale: Scale) -> None:
        self.event, self.limits, self.scale = event, limits, scale
        day = datetime.combine(event.start.date(), time())
        self.start = day - timedelta(days=scale.days_around)
        self.days = 2 * scale.days_around + 1
        self.end = self.start + timedelta(days=self.days)
        self.near = [one for one in events if self.start <= one.start < self.end]
        self.before = gap_before(event, events, limits)
        self.after = gap_after(event, events, limits)

    def draw(self) -> Markup:
        """Return the drawing."""
        parts = [
            *self._bands(),
            *self._axis(),
            *self._signs(),
            *self._names(),
            *self._brackets(),
        ]
        return drawing(
            parts,
            self.scale.width,
            HEIGHT,
            name=self.said(),
            class_=self.scale.class_,
            role="img",
        )

    def said(self) -> str:
        """Return what the drawing shows in words."""
        when = _("{title} on {weekday} at {time}")
        named = when.format(
            title=self.event.title,
            weekday=weekday(self.event.start.date()),
            time=clock(self.event.start.hour * 60 + self.event.start.minute),
        )
        return ", ".join([named, *self.gaps()])

    def gaps(self) -> list[str]:
        """Return how far the session is from what minds it, in words."""
        parts = []
        if self.before is not None:
            words = _("{gap} after {title}")
            parts.append(words.format(gap=self.before.said, title=self.before.before.spoken))
        if self.after is not None:
            words = _("{gap} before {title}")
            parts.append(words.format(gap=self.after.said, title=self.after.after.spoken))
        return parts

    def _x(self, when: datetime) -> float:
        share = (when - self.start).total_seconds() / (SECONDS_PER_DAY * self.days)
        return min(1.0, max(0.0, share)) * (self.scale.width - 4) + 2

    # -- what is closed ---------------------------------------------------------------------

    def _bands(self) -> Iterator[Markup]:
        if self.before is not None:
            end = self.before.before.end
            hours = self.limits.between_legs_h
            said = _("{hours:g} h after {title}").format(
                hours=hours, title=self.before.before.title
            )
            short = _("{hours:g} h after").format(hours=hours)
            yield from self._band(end, end + timedelta(hours=hours), (said, short), "shut")
        if self.after is not None:
            yield from self._before(self.after.after)

    def _before(self, after: Event) -> Iterator[Markup]:
        start = after.start
        if after.trains_legs:
            hours = self.limits.between_legs_h
            words = (
                _("{hours:g} h before {title}").format(hours=hours, title=after.title),
                _("{hours:g} h before").format(hours=hours),
            )
            yield from self._band(start - timedelta(hours=hours), start, words, "shut")
            return
        closed = start - timedelta(hours=self.limits.closed_before_h(self.event, after))
        avoid = start - timedelta(hours=self.limits.rather_before_run_h)
        yield from self._band(avoid, closed, (_("rather not"), _("avoid")), "rather")
        yield from self._band(closed, start, (_("closed"),), "shut")

    def _band(
        self, start: datetime, end: datetime, words: tuple[str, ...], class_: str
    ) -> Iterator[Markup]:
        left, right = self._x(start), self._x(end)
        if right - left < 1:
            return
        yield element("rect", x=left, y=AXIS - BAND, width=right - left, height=BAND, class_=class_)
        fitting = (one for one in words if text_width(one, 12) <= right - left - 4)
        yield text(next(fitting, ""), (left + right) / 2, AXIS - BAND / 2 + 3, "m")

    # -- days and events --------------------------------------------------------------------

    def _axis(self) -> Iterator[Markup]:
        yield path("M", 2, AXIS, "H", self.scale.width - 2, class_="ln edge w2")
        for number in range(self.days + 1):
            x = self._x(self.start + timedelta(days=number))
            yield path("M", x, AXIS - 5, "v", 10, class_="ln edge")
        for number in range(self.days):
            day = self.start + timedelta(days=number)
            own = number == self.scale.days_around
            middle = self._x(day + timedelta(hours=12))
            yield text(short_weekday(day.date()), middle, AXIS + 22, "m b" if own else "m q")

    def _signs(self) -> Iterator[Markup]:
        for one in self.near:
            x = self._x(one.start)
            if one.run is not None:
                yield run_sign(one.run.kind, x, AXIS)
            elif one.session is not None and one != self.event:
                yield session_sign(one.session.kind, x, AXIS)
        x = self._x(self.event.start)
        yield element("rect", x=x - 8, y=AXIS - 8, width=16, height=16, rx=3, class_="halo")
        if self.event.session is not None:
            yield session_sign(self.event.session.kind, x, AXIS)

    def _names(self) -> Iterator[Markup]:
        """Write the names of the session and its neighbours, on two levels where they touch."""
        own = _("{title}, {day} {time}").format(
            title=self.event.title,
            day=short_weekday(self.event.start.date()),
            time=clock(self.event.start.hour * 60 + self.event.start.minute),
        )
        left, right = self._label_ends(own, self._x(self.event.start), bold=True)
        yield from self._name(own, self._x(self.event.start), 16, "m b")
        for one in self._neighbours():
            x = self._x(one.start)
            said = fitted(one.title, self.scale.width / 3, 12)
            first, last = self._label_ends(said, x, bold=False)
            touches = first < right + 6 and last > left - 6
            yield from self._name(said, x, 38 if touches else 16, "m q")

    def _neighbours(self) -> list[Event]:
        gaps = [gap for gap in (self.before, self.after) if gap is not None]
        both = [gap.before if gap.after == self.event else gap.after for gap in gaps]
        return [one for one in both if self.start <= one.start < self.end]

    def _label_ends(self, said: str, x: float, *, bold: bool) -> tuple[float, float]:
        half = text_width(said, 12, bold=bold) / 2
        middle = min(max(half, x), self.scale.width - half)
        return middle - half, middle + half

    def _name(self, said: str, x: float, y: float, class_: str) -> Iterator[Markup]:
        left, right = self._label_ends(said, x, bold="b" in class_)
        own = "b" in class_
        yield path("M", x, y + 6, "V", AXIS - 6, class_="ln ink" if own else "ln edge")
        yield text(said, (left + right) / 2, y, class_)

    # -- how long the gaps are --------------------------------------------------------------

    def _brackets(self) -> Iterator[Markup]:
        for gap in (self.before, self.after):
            if gap is not None:
                yield from self._bracket(gap)

    def _bracket(self, gap: Gap) -> Iterator[Markup]:
        left, right, y = self._x(gap.before.end), self._x(gap.after.start), AXIS + 36
        middle = (left + right) / 2
        half = text_width(gap.said, 12, bold=True) / 2
        middle = min(max(half, middle), self.scale.width - half)
        # A gap that goes on outside the drawing has no end mark there.
        starts, ends = gap.before.end >= self.start, gap.after.start <= self.end
        steps: list[str | float] = ["M", left, y, "v", 6] if starts else ["M", left, y + 6]
        steps += ["H", right]
        steps += ["v", -6] if ends else []
        yield path(*steps, class_="ln q")
        yield text(gap.said, middle, y + 22, "m b")
