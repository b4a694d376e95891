"""The season on a narrow screen: a row a week, phases down the side."""

from collections.abc import Iterator
from datetime import timedelta

from markupsafe import Markup

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import WeekPlan
from runwright.domain.runner import Race
from runwright.domain.units import distance_unit, distance_words
from runwright.domain.words import _, decimal
from runwright.formats.plan_html.glyphs import session_sign
from runwright.formats.plan_html.season_chart import STRENGTH_OF_TINT
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
from runwright.formats.plan_words.dates import short_month
from runwright.formats.plan_words.kinds import kinds_of, phase_name, race_distance

WIDTH, ROW, TOP, STRIP = 358, 26, 24, 20
WEEK_X, SIGNS_X, BARS_X, LONGEST_BAR = 84, 102, 166, 92


class SeasonRows:
    """Draws a season in rows of weeks."""

    def __init__(self, facts: SeasonFacts) -> None:
        self.facts = facts
        self.height = TOP + ROW * len(facts.weeks) + 4
        most = max((facts.running(week) for week in facts.weeks), default=0.0)
        self.scale = LONGEST_BAR / most if most > 0 else 0.0

    def draw(self) -> Markup:
        """Return the drawing."""
        unit = distance_unit() if self.facts.in_distance else _("h")
        name = _("Season of {count} weeks: phases, sessions and running by week")
        parts = [
            text(_("week"), WEEK_X, 14, "q e"),
            text(_("sessions"), SIGNS_X - 4, 14, "q"),
            text(_("running, {unit}").format(unit=unit), BARS_X, 14, "q"),
            *(self._phase(stretch) for stretch in self.facts.stretches),
            *(self._row(index) for index in range(len(self.facts.weeks))),
        ]
        return drawing(
            parts,
            WIDTH,
            self.height,
            name=name.format(count=len(self.facts.weeks)),
            class_="season tall",
            role="group",
        )

    def _y(self, index: int) -> float:
        return TOP + ROW * index

    def _phase(self, stretch: Stretch) -> Markup:
        y, height = self._y(stretch.first) + 1, ROW * stretch.weeks - 2
        middle = y + height / 2
        name = fitted(phase_name(stretch.phase), height - 4, 11, bold=True)
        fits = text_width(phase_name(stretch.phase), 11, bold=True) <= height - 4
        turned = text(
            name if fits else "",
            0,
            0,
            "b m t11",
            transform=f"translate({STRIP / 2 + 4:g} {middle:g}) rotate(-90)",
        )
        tint = STRENGTH_OF_TINT[stretch.phase.value]
        strip = element("rect", x=0, y=y, width=STRIP, height=height, rx=4, class_=f"phase {tint}")
        return group((title(phase_name(stretch.phase)), strip, turned))

    def _row(self, index: int) -> Markup:
        week, middle = self.facts.weeks[index], self._y(index) + ROW / 2
        today = index == self.facts.today_index
        past = self.facts.today_index is not None and index < self.facts.today_index
        parts = [title(week_line(self.facts, week))]
        if today:
            parts.append(
                element(
                    "rect",
                    x=STRIP + 4,
                    y=middle - ROW / 2 + 0.5,
                    width=WIDTH - STRIP - 5,
                    height=ROW - 1,
                    rx=6,
                    class_="now",
                )
            )
        parts += [
            text(self._month(index), STRIP + 9, middle + 4, "q"),
            text(str(week.number), WEEK_X, middle + 4, "e b" if today else "e"),
            group(self._bars(week, middle), class_="past" if past else None),
            *self._words(index, middle),
        ]
        return group(parts)

    def _month(self, index: int) -> str:
        week = self.facts.weeks[index]
        sunday = week.monday + timedelta(days=DAYS_PER_WEEK - 1)
        if index == 0:
            return short_month(week.monday)
        return short_month(sunday) if sunday.day <= DAYS_PER_WEEK else ""

    def _bars(self, week: WeekPlan, middle: float) -> Iterator[Markup]:
        for number, kind in enumerate(kinds_of(week)):
            yield session_sign(kind, SIGNS_X + number * 16, middle)
        longest = self.facts.longest(week) * self.scale
        rest = self.facts.running(week) * self.scale - longest - 1.5
        if longest > 0:
            yield _bar(BARS_X, middle, longest, "sky")
        if rest > 0:
            yield _bar(BARS_X + longest + 1.5, middle, rest, "sky light")

    def _words(self, index: int, middle: float) -> Iterator[Markup]:
        week = self.facts.weeks[index]
        running = self.facts.running(week)
        x = BARS_X + running * self.scale + 6
        number = f"{round(running)}" if self.facts.in_distance else decimal(running, ".1f")
        races = self.facts.races_of(week)
        said, tone = "", "q"
        if races:
            said, tone = _race_words(races[0], WIDTH - x - 30), "b coral"
        elif index == self.facts.today_index:
            said, tone = _("today"), "b"
        elif week.deload:
            said = _("deload")
        yield text(number, x, middle + 4, "b" if tone == "b" else "q")
        after = x + text_width(number, 12, bold=tone == "b") + 5
        yield text(fitted(said, WIDTH - after, 12, bold=True), after, middle + 4, tone)
        if any(day.blocked is not None for day in week.days):
            yield path("M", STRIP + 6, middle - 5, "v", 10, class_="ln q")


def _race_words(race: Race, room: float) -> str:
    """Return the race's name, its distance, or that in numbers: the longest that has room."""
    names = (race.name, race_distance(race), distance_words(race.distance_km))
    return next((one for one in names if text_width(one, 12, bold=True) <= room), names[-1])


def _bar(x: float, middle: float, width: float, class_: str) -> Markup:
    return element("rect", x=x, y=middle - 6.5, width=width, height=13, rx=1.5, class_=class_)
