"""The season on one drawing for wide screens and paper: phases, running, days, strength, races."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import floor, log10

from markupsafe import Markup

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import WeekPlan
from runwright.domain.words import _, decimal
from runwright.formats.plan_html.glyphs import beside_each_other, signs_of
from runwright.formats.plan_html.season_facts import SeasonFacts, Stretch
from runwright.formats.plan_html.svg import (
    drawing,
    element,
    fitted,
    group,
    path,
    text,
    text_width,
    title,
)
from runwright.formats.plan_html.week_words import week_line
from runwright.formats.plan_words.dates import month, short_day, short_month, short_weekday
from runwright.formats.plan_words.kinds import phase_name

WIDTH, LEFT, RIGHT = 1216, 104, 1208
WIDEST_COLUMN, BAR_SHARE, WIDEST_BAR = 200, 0.61, 44
MONTHS_Y, PHASES_Y, PHASE_HEIGHT = 14, 26, 30
PILL_Y, LANE_HEIGHT = 62, 15
RUN_HEIGHT, SETS_HEIGHT, ROW = 116, 44, 27
STRENGTH_OF_TINT = {
    "foundation": "t1",
    "build": "t2",
    "strength": "t3",
    "maintain": "t2",
    "taper": "t1",
    "race": "tr",
    "transition": "t0",
}

ToWeek = Callable[[int], str]
ANCHOR = "#week-{}"


class SeasonChart:
    """Draws a season in columns of weeks.

    Parameters
    ----------
    to_week
        The address of a week by its number; an anchor on the same page if none is given.
    """

    def __init__(self, facts: SeasonFacts, to_week: ToWeek = ANCHOR.format) -> None:
        self.facts, self.to_week = facts, to_week
        count = max(1, len(facts.weeks))
        self.column = min(WIDEST_COLUMN, (RIGHT - LEFT) / count)
        self.bar = min(WIDEST_BAR, self.column * BAR_SHARE)
        self.right = LEFT + self.column * count
        self.lanes = self._race_lanes()
        lanes = max((lane for _, lane in self.lanes), default=-1) + 1
        self.run_top = PILL_Y + 18 + lanes * 2 * LANE_HEIGHT + (14 if lanes else 24)
        self.run_base = self.run_top + RUN_HEIGHT
        self.rows = self.run_base + ROW
        self.sets_base = self.rows + ROW * (DAYS_PER_WEEK - 1) + 80
        self.bottom = self.sets_base + 32
        self.height = self.bottom + 32
        self.step = _nice_step(max((facts.running(week) for week in facts.weeks), default=0.0))
        most = max((facts.running(week) for week in facts.weeks), default=0.0)
        self.run_scale = RUN_HEIGHT / most if most > 0 else 0.0
        most_sets = max((week.hard_sets for week in facts.weeks), default=0)
        self.set_scale = SETS_HEIGHT / most_sets if most_sets > 0 else 0.0

    def draw(self) -> Markup:
        """Return the drawing."""
        weeks = self.facts.weeks
        name = _("Season of {count} weeks: phases, running, sessions by day and hard sets")
        parts = [
            *self._months(),
            *self._phases(),
            *self._running_axis(),
            *self._weekday_rows(),
            *self._strength_axis(),
            *self._today_column(),
            *self._race_lines(),
            *self._today_mark(),
            *(self._week(index) for index in range(len(weeks))),
            *self._race_labels(),
        ]
        return drawing(
            parts,
            WIDTH,
            self.height,
            name=name.format(count=len(weeks)),
            class_="season wide",
            role="group",
        )

    def _x(self, index: float) -> float:
        return LEFT + self.column * index

    # -- months and phases ------------------------------------------------------------------

    def _months(self) -> Iterator[Markup]:
        taken = 0.0
        starts = [index for index in range(len(self.facts.weeks)) if self._starts_month(index)]
        for number, index in enumerate(starts):
            week = self.facts.weeks[index]
            first = week.monday + timedelta(days=DAYS_PER_WEEK - 1) if index else week.monday
            after = starts[number + 1] if number + 1 < len(starts) else len(self.facts.weeks)
            said = _month_words(first, self.column * (after - index) - 6)
            x, room = self._x(index) + 4, self.column * (after - index)
            if x >= taken and text_width(said, 12) <= room:
                yield path("M", x - 4, 4, "V", 20, class_="ln edge") if index else Markup("")
                yield text(said, x, MONTHS_Y, "q")
                taken = x + text_width(said, 12)

    def _starts_month(self, index: int) -> bool:
        sunday = self.facts.weeks[index].monday + timedelta(days=DAYS_PER_WEEK - 1)
        return index == 0 or sunday.day <= DAYS_PER_WEEK

    def _phases(self) -> Iterator[Markup]:
        for stretch in self.facts.stretches:
            x, width = self._x(stretch.first) + 1, self.column * stretch.weeks - 2
            yield element(
                "rect",
                x=x,
                y=PHASES_Y,
                width=width,
                height=PHASE_HEIGHT,
                rx=4,
                class_=f"phase {STRENGTH_OF_TINT[stretch.phase.value]}",
            )
            yield self._phase_words(stretch, x, width)

    def _phase_words(self, stretch: Stretch, x: float, width: float) -> Markup:
        name, details = phase_name(stretch.phase), self.facts.details_of(stretch)
        whole = ": ".join([name, *details[:1]])
        size = next((s for s in (12, 11) if text_width(name, s, bold=True) <= width - 6), None)
        if size is None:
            return element("text", title(whole), x=x + 7, y=PHASES_Y + 19)
        inset = 7 if size == 12 and text_width(name, 12, bold=True) <= width - 14 else 4  # noqa: PLR2004
        left = width - 20 - text_width(name, size, bold=True)
        detail = next((one for one in details if text_width(one, 12) <= left), "")
        words = element("tspan", name, class_="b" if size == 12 else "b t11")  # noqa: PLR2004
        if detail:
            words += element("tspan", detail, dx=8)
        return element("text", title(whole), words, x=x + inset, y=PHASES_Y + 19)

    # -- axes ---------------------------------------------------------------------------------

    def _running_axis(self) -> Iterator[Markup]:
        yield text(_("Running"), 0, self.run_top - 12, "b sky")
        yield text(_("a week"), 0, self.run_top + 3, "q")
        for number in range(1, 4):
            y = self.run_base - self.step * number * self.run_scale
            if self.run_scale > 0 and y >= self.run_top:
                yield path("M", LEFT, y, "H", self.right, class_="ln rule")
                yield text(self.facts.said(self.step * number), LEFT - 8, y + 4, "q e")
        for line, words in enumerate(_("Dark: the\nlongest run").split("\n")):
            yield text(words, 0, self.run_base - 16 + 14 * line, "q")
        yield path("M", LEFT, self.run_base, "H", self.right, class_="ln edge")

    def _weekday_rows(self) -> Iterator[Markup]:
        if not self.facts.weeks:
            return
        monday = self.facts.weeks[0].monday
        for number in range(DAYS_PER_WEEK):
            y = self.rows + ROW * number
            yield text(short_weekday(monday + timedelta(days=number)), LEFT - 8, y + 4, "q e")
            yield path("M", LEFT, y, "H", self.right, class_="ln rule dots")

    def _strength_axis(self) -> Iterator[Markup]:
        yield text(_("Strength"), 0, self.sets_base - 40, "b pine")
        yield text(_("hard sets"), 0, self.sets_base - 24, "q")
        yield text(_("Week"), 0, self.sets_base + 18, "q")
        yield path("M", LEFT, self.sets_base, "H", self.right, class_="ln edge")

    # -- today --------------------------------------------------------------------------------

    def _today_column(self) -> Iterator[Markup]:
        index = self.facts.today_index
        if index is None:
            return
        yield element(
            "rect",
            x=self._x(index),
            y=PILL_Y,
            width=self.column,
            height=self.bottom - PILL_Y,
            rx=4,
            class_="now",
        )

    def _today_mark(self) -> Iterator[Markup]:
        index = self.facts.today_index
        if index is None:
            return
        x = self._x(index + 0.5)
        said = _("Today, {weekday}").format(weekday=short_weekday(self.facts.today))
        width = text_width(said, 12, bold=True) + 12
        left = min(max(LEFT, x - width / 2), WIDTH - width)
        yield element(
            "rect",
            x=self._x(index) + 2,
            y=self.rows + ROW * self.facts.today.weekday() - 12,
            width=self.column - 4,
            height=24,
            rx=6,
            class_="ln ink",
        )
        yield element("rect", x=left, y=PILL_Y, width=width, height=19, rx=4, class_="inkfill")
        yield text(said, left + width / 2, PILL_Y + 14, "b m paper")

    # -- races --------------------------------------------------------------------------------

    def _race_lanes(self) -> list[tuple[int, int]]:
        """Return (week index, lane) of every race: a lane is taken where names would touch."""
        ends: list[float] = []
        found = []
        for index, week in enumerate(self.facts.weeks):
            for race in self.facts.races_of(week):
                left, right = self._race_room(index, race.name)
                lane = next((n for n, end in enumerate(ends) if end <= left), len(ends))
                ends[lane : lane + 1] = [right + 8]
                found.append((index, lane))
        return found

    def _race_room(self, index: int, name: str) -> tuple[float, float]:
        width = text_width(_short_name(name), 12, bold=True)
        middle = self._x(index + 0.5)
        left = min(max(LEFT, middle - width / 2), WIDTH - width)
        return left, left + width

    def _race_labels(self) -> Iterator[Markup]:
        lanes = iter(self.lanes)
        for index, week in enumerate(self.facts.weeks):
            for race in self.facts.races_of(week):
                _, lane = next(lanes)
                left, right = self._race_room(index, race.name)
                y = PILL_Y + 18 + 14 + lane * 2 * LANE_HEIGHT
                middle = (left + right) / 2
                yield text(_short_name(race.name), middle, y, "b m coral")
                yield text(short_day(race.day), middle, y + LANE_HEIGHT - 1, "q m")

    def _race_lines(self) -> Iterator[Markup]:
        lanes = iter(self.lanes)
        for index, week in enumerate(self.facts.weeks):
            for race in self.facts.races_of(week):
                _, lane = next(lanes)
                top = PILL_Y + 18 + 14 + (lane * 2 + 1) * LANE_HEIGHT + 5
                flag = self.rows + ROW * race.day.weekday() - 10
                yield path("M", self._x(index + 0.5), top, "V", flag, class_="ln coral dots")

    # -- a week -------------------------------------------------------------------------------

    def _week(self, index: int) -> Markup:
        week = self.facts.weeks[index]
        x, middle = self._x(index), self._x(index + 0.5)
        past = self.facts.today_index is not None and index < self.facts.today_index
        shade = element(
            "rect",
            x=x + 1,
            y=self.run_base + 4,
            width=self.column - 2,
            height=self.bottom - self.run_base - 4,
            class_="deload",
        )
        inner = [
            title(week_line(self.facts, week)),
            element(
                "rect",
                x=x,
                y=PILL_Y,
                width=self.column,
                height=self.bottom - PILL_Y,
                rx=4,
                class_="hit",
            ),
            shade if week.deload else Markup(""),
            group(self._bars(week, middle), class_="past" if past else None),
            *self._labels(index, middle),
            group(self._signs(week, middle), class_="past" if past else None),
            text(
                str(week.number),
                middle,
                self.sets_base + 18,
                "m b" if index == self.facts.today_index else "m q",
            ),
            self._read_out(week),
        ]
        current = " cur" if index == self.facts.current else ""
        return element("a", *inner, href=self.to_week(week.number), class_=f"wk{current}")

    def _bars(self, week: WeekPlan, middle: float) -> Iterator[Markup]:
        left = middle - self.bar / 2
        longest = self.facts.longest(week) * self.run_scale
        rest = max(0.0, self.facts.running(week) * self.run_scale - longest - 1.5)
        if rest > 0:
            yield _bar(left, self.run_base - longest - 1.5 - rest, self.bar, rest, "sky light")
        if longest > 0:
            yield _bar(left, self.run_base - longest, self.bar, longest, "sky")
        sets = week.hard_sets * self.set_scale
        if sets > 0:
            yield _bar(left, self.sets_base - sets, self.bar, sets, "pine")

    def _labels(self, index: int, middle: float) -> Iterator[Markup]:
        week = self.facts.weeks[index]
        running, sets = self.facts.running(week), week.hard_sets
        top = self.run_base - running * self.run_scale - 5
        sets_top = self.sets_base - sets * self.set_scale - 5
        easy = _("deload")
        if week.deload and text_width(easy, 12) <= self.column:
            yield text(easy, middle, top, "m q")
        elif running > 0 and index in self._told():
            yield text(_number(running, in_distance=self.facts.in_distance), middle, top, "m")
        if sets > 0 and (index in self._told() or week.deload):
            yield text(str(sets), middle, sets_top, "m")

    def _told(self) -> set[int]:
        """Weeks whose numbers are written out: the first, the current, the biggest."""
        weeks = range(len(self.facts.weeks))
        biggest = max(weeks, key=lambda n: (self.facts.running(self.facts.weeks[n]), n))
        strongest = max(weeks, key=lambda n: (self.facts.weeks[n].hard_sets, -n))
        return {0, self.facts.current, biggest, strongest}

    def _signs(self, week: WeekPlan, middle: float) -> Iterator[Markup]:
        for day in week.days:
            y, signs = self.rows + ROW * day.day.weekday(), signs_of(day)
            yield beside_each_other(signs, middle, y, self.column - 4)
            if day.blocked is not None and not signs:
                yield path("M", middle - 4, y - 4, "l", 8, 8, "m", 0, -8, "l", -8, 8, class_="ln q")

    def _read_out(self, week: WeekPlan) -> Markup:
        y = self.height - 8
        back = element("rect", x=LEFT, y=y - 18, width=WIDTH - LEFT, height=26, class_="back")
        words = element(
            "text",
            element("tspan", _("Week {number}").format(number=week.number), class_="b"),
            element("tspan", week_line(self.facts, week).partition(" · ")[2], dx=8),
            x=LEFT,
            y=y,
        )
        return group((back, words), class_="read", aria_hidden="true")


def _bar(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    return element("rect", x=x, y=y, width=width, height=height, rx=1.5, class_=class_)


def _number(running: float, *, in_distance: bool) -> str:
    return f"{round(running)}" if in_distance else decimal(running, ".1f")


def _short_name(name: str) -> str:
    return fitted(name, 190, 12, bold=True)


def _month_words(day: date, room: float) -> str:
    """Return the month as the room allows, with its year in January."""
    choices = (f"{month(day)} {day.year}", month(day)) if day.month == 1 else (month(day),)
    return next((one for one in choices if text_width(one, 12) <= room), short_month(day))


def _nice_step(most: float) -> float:
    """Return a round amount between two lines, as big as leaves two of them."""
    if most <= 0:
        return 1.0
    size = 10.0 ** floor(log10(most / 2))
    return max(size * step for step in (1, 2, 5) if size * step <= most / 2)
