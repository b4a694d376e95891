"""Charts of weeks: load of runs and strength, landings of jumps, planned sessions kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.training import WeekLoad
from runwright.domain.words import _, decimal, ngettext
from runwright.formats.plan_html.svg import drawing, element, path, text, title
from runwright.formats.plan_words.dates import SHORT_WEEKDAYS, short_day, weekday_and_day
from runwright.formats.progress_charts.chart import Chart, Numbers, not_yet, spread
from runwright.formats.progress_charts.plot import BOTTOM, HEIGHT, LEFT, TOP, WIDTH, nice_step
from runwright.training.done import Kept, StrengthWeek

RIGHT = WIDTH - 8
BAR_SHARE = 0.66
WIDEST_BAR = 34
FEWEST = 2
PERCENT = 100
LEGEND_Y = BOTTOM + 36


@dataclass(frozen=True, slots=True)
class BothWeek:
    """Load of runs and strength in a week. [AU]"""

    monday: date
    runs_au: float
    strength_au: float


def load_chart(runs: Sequence[WeekLoad], strength: Sequence[StrengthWeek]) -> Chart:
    """Return the load of runs and strength by week."""
    run_au = {week.monday: week.load_au for week in runs}
    weeks = [BothWeek(one.monday, run_au.get(one.monday, 0.0), one.load_au) for one in strength]
    if sum(1 for one in weeks if one.runs_au + one.strength_au > 0) < FEWEST:
        return not_yet(
            "load",
            _("Load of runs and strength"),
            _("Bring in your runs, and say after each session how hard it was."),
        )
    rows = [
        (short_day(one.monday), f"{one.runs_au:.0f}", f"{one.strength_au:.0f}") for one in weeks
    ]
    head = (_("Week of"), _("Runs"), _("Strength"))
    return Chart(
        id="load",
        says=_load_words(weeks),
        shows=_("Effort from 0 to 10 times minutes, summed by week"),
        drawing=_load_drawing(weeks),
        numbers=Numbers(head=head, rows=spread(rows)),
        rests_on=_load_rests_on(runs, strength),
        rule="L04",
    )


def _load_words(weeks: Sequence[BothWeek]) -> str:
    whole = [one for one in weeks if one.runs_au > 0 and one.strength_au > 0]
    if not whole:
        return _("Load of runs and strength")
    share = sum(one.strength_au for one in whole) / sum(
        one.strength_au + one.runs_au for one in whole
    )
    return _("Strength is {share:.0f} % of your load, runs the rest.").format(share=PERCENT * share)


def _load_rests_on(runs: Sequence[WeekLoad], strength: Sequence[StrengthWeek]) -> str:
    shown = {one.monday for one in strength}
    told = [one for one in runs if one.monday in shown and one.load_au > 0]
    total = sum(one.load_au for one in told)
    guessed = sum(one.load_au * one.load_estimated_share for one in told)
    parts = [_("A diary of work done. It does not predict injury, so no danger zones are drawn.")]
    if guessed > 0:
        words = _("For {share:.0f} % of the run load nobody told the effort; it is estimated.")
        parts.append(words.format(share=PERCENT * guessed / total))
    untold = sum(one.untold for one in strength)
    if untold > 0:
        parts.append(
            ngettext(
                "{n} session without its effort is not in it.",
                "{n} sessions without their effort are not in it.",
                untold,
            ).format(n=untold)
        )
    return " ".join(parts)


class Bars:
    """Places bars of weeks beside each other on a scale from 0."""

    def __init__(self, count: int, most: float) -> None:
        step = nice_step(most)
        self.step, self.high = step, step * -(-most // step)
        self.column = (RIGHT - LEFT) / max(1, count)
        self.bar = min(WIDEST_BAR, self.column * BAR_SHARE)

    def x(self, number: int) -> float:
        """Return the left end of a bar."""
        return LEFT + self.column * (number + 1 / 2) - self.bar / 2

    def y(self, amount: float) -> float:
        """Return where an amount stands."""
        return BOTTOM - amount / self.high * (BOTTOM - TOP)

    def grid(self) -> Iterator[Markup]:
        """Yield thin lines with their amounts."""
        for number in range(round(self.high / self.step) + 1):
            y = self.y(number * self.step)
            yield path("M", LEFT, y, "H", RIGHT, class_="ln rule")
            yield text(decimal(number * self.step), LEFT - 7, y + 4, "q e")

    def rect(self, number: int, low: float, high: float, class_: str, said: str) -> Markup:
        """Return a bar between two amounts."""
        return element(
            "rect",
            title(said),
            x=self.x(number),
            y=self.y(high),
            width=self.bar,
            height=max(0.0, self.y(low) - self.y(high)),
            rx=2,
            class_=class_,
        )

    def weeks(self, mondays: Sequence[date]) -> Iterator[Markup]:
        """Yield the first day of some weeks below their bars."""
        every = max(1, round(64 / self.column))
        for number, monday in enumerate(mondays):
            if (len(mondays) - 1 - number) % every == 0:
                yield text(short_day(monday), self.x(number) + self.bar / 2, BOTTOM + 20, "m q")


def _load_drawing(weeks: Sequence[BothWeek]) -> Markup:
    bars = Bars(len(weeks), max(one.runs_au + one.strength_au for one in weeks))
    parts = [*bars.grid()]
    for number, one in enumerate(weeks):
        said = _("Week of {day}: runs {runs:.0f}, strength {strength:.0f}").format(
            day=short_day(one.monday), runs=one.runs_au, strength=one.strength_au
        )
        parts.append(bars.rect(number, 0, one.runs_au, "sky light-bar", said))
        top = one.runs_au + one.strength_au
        parts.append(bars.rect(number, one.runs_au, top, "pine", said))
    parts += [*bars.weeks([one.monday for one in weeks])]
    parts += [*_sign(LEFT, "pine", _("strength")), *_sign(LEFT + 110, "sky light-bar", _("runs"))]
    name = _("Load of runs and strength in {count} weeks").format(count=len(weeks))
    return drawing(parts, WIDTH, LEGEND_Y + 16, name=name, class_="plot", role="img")


def contacts_chart(weeks: Sequence[StrengthWeek]) -> Chart:
    """Return the landings of jumps by week."""
    if not any(one.contacts > 0 for one in weeks):
        return not_yet(
            "contacts",
            _("No jumps logged yet"),
            _("Jumps come into the plan once their tests are passed. Then landings show here."),
        )
    bars = Bars(len(weeks), max(one.contacts for one in weeks))
    parts = [*bars.grid()]
    for number, one in enumerate(weeks):
        said = _("Week of {day}: {n} landings").format(day=short_day(one.monday), n=one.contacts)
        parts.append(bars.rect(number, 0, one.contacts, "amber", said))
        if one.contacts > 0:
            x = bars.x(number) + bars.bar / 2
            parts.append(text(str(one.contacts), x, bars.y(one.contacts) - 6, "m"))
    parts += [*bars.weeks([one.monday for one in weeks])]
    rows = [(short_day(one.monday), str(one.contacts)) for one in weeks]
    return Chart(
        id="contacts",
        says=_("{n} landings in the last week with jumps").format(
            n=next(one.contacts for one in reversed(weeks) if one.contacts > 0)
        ),
        shows=_("Landings of jumps by week"),
        drawing=drawing(
            parts, WIDTH, HEIGHT, name=_("Landings by week"), class_="plot", role="img"
        ),
        numbers=Numbers(head=(_("Week of"), _("Landings")), rows=spread(rows)),
        rests_on=_("As you logged them. How many a week may hold is in the plan's rules."),
    )


KEPT_LOOKS = {
    Kept.DONE: "pine",
    Kept.SHORT: "pine light-bar",
    Kept.STOPPED: "amber",
    Kept.NOT_DONE: "open-cell",
    Kept.COMING: "coming-cell",
}
CELL_TOP, CELL_ROW, CELL_HEIGHT, WIDEST_CELL = 24, 21, 17, 26


def kept_words(kept: Kept) -> str:
    """Return what became of a session, in a word."""
    return {
        Kept.DONE: _("as planned"),
        Kept.SHORT: _("short version"),
        Kept.STOPPED: _("stopped, it hurt"),
        Kept.NOT_DONE: _("not in the diary"),
        Kept.COMING: _("still to come"),
    }[kept]


def season_map(kept: Mapping[date, Kept], *, first: date, weeks: int, today: date) -> Chart:
    """Return every planned session of the season by week and weekday, and what became of it."""
    past = [one for one in kept.values() if one is not Kept.COMING]
    if not past:
        return not_yet(
            "kept",
            _("The season begins"),
            _("Each session you do colours its day here. Short versions count."),
        )
    done = sum(one in {Kept.DONE, Kept.SHORT, Kept.STOPPED} for one in past)
    short = sum(one is Kept.SHORT for one in past)
    counts = [(kept_words(one), sum(it is one for it in kept.values())) for one in Kept]
    words = _("You did {done} of {all} sessions, {short} of them short. Short counts.")
    plain = _("You did {done} of {all} sessions.")
    return Chart(
        id="kept",
        says=(words if short else plain).format(done=done, all=len(past), short=short),
        shows=_("Strength sessions of the season, a column a week"),
        drawing=_map_drawing(kept, first, weeks, today),
        numbers=Numbers(
            head=(_("What became of it"), _("Sessions")),
            rows=tuple((said, str(count)) for said, count in counts),
        ),
        rests_on=_("From your diary, beside the plan you follow now."),
    )


def _map_drawing(kept: Mapping[date, Kept], first: date, weeks: int, today: date) -> Markup:
    column = min(WIDEST_CELL, (RIGHT - LEFT) / max(1, weeks))
    used = sorted({day.weekday() for day in kept})
    parts: list[Markup] = []
    for row, number in enumerate(used):
        y = CELL_TOP + row * CELL_ROW
        parts.append(text(_(SHORT_WEEKDAYS[number]), LEFT - 7, y + 13, "q e"))
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        is_now = monday <= today < monday + timedelta(days=DAYS_PER_WEEK)
        if is_now or week % 5 == 0:
            look = "m b" if is_now else "m q"
            parts.append(text(str(week + 1), LEFT + column * (week + 1 / 2), 14, look))
    for day, one in sorted(kept.items()):
        week, row = (day - first).days // DAYS_PER_WEEK, used.index(day.weekday())
        parts.append(
            element(
                "rect",
                title(f"{weekday_and_day(day)}: {kept_words(one)}"),
                x=LEFT + column * week + 1,
                y=CELL_TOP + row * CELL_ROW,
                width=max(3.0, column - 2.5),
                height=CELL_HEIGHT,
                rx=3,
                class_=KEPT_LOOKS[one],
            )
        )
    legend_y = CELL_TOP + len(used) * CELL_ROW + 14
    parts += [*_legend({*kept.values()}, legend_y)]
    height = legend_y + 44
    name = _("Strength sessions of the season by week and weekday")
    return drawing(parts, WIDTH, height, name=name, class_="plot", role="img")


def _legend(used: set[Kept], y: float) -> Iterator[Markup]:
    shown = [one for one in Kept if one in used]
    for number, one in enumerate(shown):
        x, line = LEFT + number % 3 * 130, y + number // 3 * 22
        yield from _sign(x, KEPT_LOOKS[one], kept_words(one), y=line)


def _sign(x: float, look: str, said: str, y: float = LEGEND_Y) -> Iterator[Markup]:
    yield element("rect", x=x, y=y, width=16, height=12, rx=3, class_=look)
    yield text(said, x + 22, y + 10, "q")
