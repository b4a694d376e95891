"""A week by day and hour for wide screens and paper: windows, runs, sessions, gaps."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from markupsafe import Markup

from runwright.domain.calendar import DAYS_PER_WEEK, MINUTES_PER_DAY, MINUTES_PER_HOUR, clock
from runwright.domain.plan import DayPlan, WeekPlan
from runwright.domain.words import _
from runwright.formats.plan_html.gaps import Gap
from runwright.formats.plan_html.svg import (
    drawing,
    element,
    fitted,
    path,
    rectangles,
    text,
    text_width,
    title,
)
from runwright.formats.plan_html.week_boxes import Box, boxes_of
from runwright.formats.plan_html.week_words import week_span
from runwright.formats.plan_words.dates import short_weekday

WIDTH, LEFT, COLUMN, TOP = 868, 58, 115, 44
HOUR, SCALE_MIN = 31, 180
EARLIEST, LATEST = 6 * MINUTES_PER_HOUR, 21 * MINUTES_PER_HOUR
BOX_HEIGHT, LINE_HEIGHT, GAP_HEIGHT, STRIPE = 38, 18, 40, 4
LANES_AT_MOST = 3
SIZE, SMALL = 12, 11


class WeekChart:
    """Draws one week."""

    def __init__(self, week: WeekPlan, gaps: Sequence[Gap], today: int | None) -> None:
        self.week, self.today = week, today
        self.boxes = {day.day.weekday(): boxes_of(day) for day in week.days}
        everything = [box for boxes in self.boxes.values() for box in boxes]
        windows = [one for day in week.days for one in day.available.windows if _is_open(day)]
        starts = [EARLIEST, *(box.start_min for box in everything), *(w.start_min for w in windows)]
        ends = [LATEST, *(box.end_min for box in everything), *(w.end_min for w in windows)]
        self.first = max(0, min(starts)) // SCALE_MIN * SCALE_MIN
        self.last = -(-min(MINUTES_PER_DAY, max(ends)) // SCALE_MIN) * SCALE_MIN
        self.places = {number: self._places(boxes) for number, boxes in self.boxes.items()}
        lowest = [bottom for places in self.places.values() for _, _, bottom in places]
        self.base = max([self._y(self.last), *lowest])
        self.lanes = _lanes(gaps)
        self.height = self.base + 6 + GAP_HEIGHT * len(self.lanes)

    def draw(self) -> Markup:
        """Return the drawing."""
        name = _("Week {number}, {span}, by day and hour")
        days = {day.day.weekday(): day for day in self.week.days}
        parts = [
            self._today(),
            self._windows(),
            *self._grid(),
            *(part for number, day in days.items() for part in self._day(number, day)),
            *self._gaps(),
        ]
        return drawing(
            parts,
            WIDTH,
            self.height,
            name=name.format(number=self.week.number, span=week_span(self.week)),
            class_="hours",
            role="group",
        )

    def _x(self, weekday: float) -> float:
        return LEFT + COLUMN * weekday

    def _y(self, minute: float) -> float:
        return TOP + (minute - self.first) / MINUTES_PER_HOUR * HOUR

    def _grid(self) -> Iterator[Markup]:
        hours = range(self.first, self.last + 1, SCALE_MIN)
        lines: list[str | float] = []
        for minute in hours:
            lines += ["M", LEFT - 6, self._y(minute), "H", WIDTH - 4]
        for number in range(DAYS_PER_WEEK):
            lines += ["M", self._x(number), 4, "V", self.base]
        yield path(*lines, class_="ln rule")
        for minute in hours:
            yield text(clock(minute), LEFT - 12, self._y(minute) + 4, "q e")

    def _windows(self) -> Markup:
        return rectangles(
            (
                (
                    self._x(day.day.weekday()) + 3,
                    self._y(window.start_min),
                    COLUMN - 6,
                    window.length_min / MINUTES_PER_HOUR * HOUR,
                )
                for day in self.week.days
                if _is_open(day)
                for window in day.available.windows
            ),
            class_="wash",
        )

    def _today(self) -> Markup:
        if self.today is None:
            return Markup("")
        x, height = self._x(self.today), self.base - 2
        return element("rect", x=x, y=2, width=COLUMN, height=height, rx=6, class_="now")

    def _day(self, number: int, day: DayPlan) -> Iterator[Markup]:
        x = self._x(number)
        yield text(short_weekday(day.day), x + 8, 24, "b t14")
        yield text(str(day.day.day), x + COLUMN - 8, 24, "q e t14")
        yield from self._away(x, day)
        yield self._stripes(x, self.places[number])
        for box, top, bottom in self.places[number]:
            yield self._box(x, box, top, bottom)

    def _stripes(self, x: float, places: Sequence[tuple[Box, float, float]]) -> Markup:
        """Draw when each thing really is, beside boxes that may have been moved down."""
        by_hue: dict[str, list[tuple[float, float, float, float]]] = {}
        for box, _top, _bottom in places:
            top = self._y(box.start_min)
            height = max(3.0, self._y(box.end_min) - top)
            by_hue.setdefault(box.hue.value, []).append((x + 4, top, STRIPE, height))
        return Markup("").join(rectangles(these, class_=hue) for hue, these in by_hue.items())

    def _away(self, x: float, day: DayPlan) -> Iterator[Markup]:
        said = day.blocked if day.blocked is not None else day.travel
        if said is None:
            return
        words = said or (_("blocked") if day.blocked is not None else _("away"))
        yield element(
            "text",
            title(words),
            fitted(words, COLUMN - 14, SMALL),
            x=x + 8,
            y=38,
            class_="q i t11",
        )

    def _places(self, boxes: Sequence[Box]) -> list[tuple[Box, float, float]]:
        """Return each box with its top and bottom: at its time, or just below the one above it."""
        placed = []
        free = float(TOP)
        for box in boxes:
            least = LINE_HEIGHT if box.is_small else BOX_HEIGHT
            height = max(least, (box.end_min - box.start_min) / MINUTES_PER_HOUR * HOUR)
            top = max(self._y(box.start_min), free)
            placed.append((box, top, top + height))
            free = top + height + 2
        return placed

    def _box(self, x: float, box: Box, top: float, bottom: float) -> Markup:
        if box.is_small:
            return self._line(x + 12, box, top)
        frame = element(
            "rect", x=x + 10, y=top, width=COLUMN - 14, height=bottom - top, rx=5, class_="cell"
        )
        room = COLUMN - 24
        fits = text_width(box.title, SIZE, bold=True) <= room
        name = fitted(box.title, room, SIZE if fits else SMALL, bold=True)
        said = f"{box.start} · {box.detail}"
        words = (
            text(name, x + 16, top + 16, "b" if fits else "b t11"),
            text(fitted(said, room, SMALL), x + 16, top + 31, "q t11"),
        )
        if box.link:
            named = title(box.said)
            return element("a", named, frame, *words, href=f"#{box.link}", class_="go")
        whole = (title(box.said),) if name != box.title else ()
        return element("g", *whole, frame, *words)

    @staticmethod
    def _line(x: float, box: Box, top: float) -> Markup:
        room = COLUMN - 16
        width = text_width(box.start, SMALL) + 3
        if width + text_width(box.title, SMALL) <= room:
            words = (element("tspan", box.start, class_="q"), element("tspan", box.title, dx=3))
            return element("text", *words, x=x, y=top + 13, class_="t11")
        # Where it stands tells its time as well: rather the whole name.
        name = fitted(box.title, room, SMALL)
        return element("text", title(box.said), name, x=x, y=top + 13, class_="t11")

    # -- gaps -------------------------------------------------------------------------------

    def _gaps(self) -> Iterator[Markup]:
        for lane, gaps in enumerate(self.lanes):
            y = self.base + 18 + lane * GAP_HEIGHT
            for gap in gaps:
                yield from self._gap(gap, y)

    def _gap(self, gap: Gap, y: float) -> Iterator[Markup]:
        left, right = self._at(gap.before.end), self._at(gap.after.start)
        middle = (left + right) / 2
        said = _("{gap} to {title}").format(gap=gap.said, title=gap.after.spoken)
        half = text_width(said, SIZE, bold=True) / 2 + 4
        middle = min(max(middle, LEFT + half), WIDTH - half)
        yield path("M", left, y - 6, "V", y, "H", right, "V", y - 6, class_="ln ink")
        if right - left > 2 * half:
            yield element(
                "rect", x=middle - half, y=y - 9, width=2 * half, height=18, class_="back"
            )
            yield text(said, middle, y + 4, "m b")
            yield text(gap.asked, middle, y + 19, "m q t11")
        else:
            yield text(said, middle, y + 15, "m b")

    def _at(self, when: datetime) -> float:
        monday = datetime.combine(self.week.monday, time())
        minutes = (when - monday).total_seconds() / MINUTES_PER_HOUR
        return self._x(minutes / MINUTES_PER_DAY)


def _is_open(day: DayPlan) -> bool:
    return day.blocked is None and day.available.minutes > 0


def _lanes(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """Return gaps in rows, those that would touch below each other."""
    lanes: list[list[Gap]] = []
    for gap in sorted(gaps, key=lambda one: (one.before.end, one.after.start)):
        lane = next((one for one in lanes if one[-1].after.start <= gap.before.end), None)
        if lane is not None:
            lane.append(gap)
        elif len(lanes) < LANES_AT_MOST:
            lanes.append([gap])
    return lanes
