"""Charts of the body: nights, and the course of each pain over its lights."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from runwright.domain.words import _, decimal
from runwright.formats.plan_html.svg import drawing, element, path, text
from runwright.formats.plan_words.dates import short_day
from runwright.formats.progress_charts.chart import Chart, Numbers, not_yet, spread
from runwright.formats.progress_charts.plot import BOTTOM, HEIGHT, LEFT, TOP, WIDTH, Plot
from runwright.training.done import PainPoint, mean_of_last

RIGHT = 356
MEAN_DAYS, MEAN_LEAST = 14, 7  # as in rule L09
FEWEST = 3
PAIN_TOP = 10


def sleep_chart(nights: Mapping[date, float], *, enough_h: float) -> Chart:
    """Return the nights with their mean over two weeks.

    Parameters
    ----------
    nights
        Sleep by the day it was told on. [h]
    enough_h
        Mean from which on rule L09 asks for nothing. [h]
    """
    if len(nights) < FEWEST:
        return not_yet(
            "sleep", _("Sleep"), _("Check in on a few mornings, and your nights show here.")
        )
    days = sorted(nights)
    means = [(day, _mean(nights, day)) for day in days]
    course = [(day, mean) for day, mean in means if mean is not None]
    now = course[-1][1] if course else None
    says = (
        _("Your nights so far; a mean needs a week of them.")
        if now is None
        else _("You slept {hours:.1f} h on average over the last two weeks.").format(hours=now)
    )
    rows = [
        (short_day(day), decimal(nights[day]), "" if mean is None else decimal(mean, ".1f"))
        for day, mean in means
    ]
    return Chart(
        id="sleep",
        says=says,
        shows=_("Hours a night, and the mean of 14 nights"),
        drawing=_sleep_drawing(nights, course, enough_h),
        numbers=Numbers(head=(_("Morning"), _("Hours"), _("Mean of 14 nights")), rows=spread(rows)),
        rests_on=_(
            "One short night changes nothing. An average under {hours:g} h was linked to more "
            "injuries in one cohort; then nothing steps up."
        ).format(hours=enough_h),
        rule="L09",
    )


def _mean(nights: Mapping[date, float], day: date) -> float | None:
    return mean_of_last(nights, day=day, days=MEAN_DAYS, least=MEAN_LEAST)


def _sleep_drawing(
    nights: Mapping[date, float], course: Sequence[tuple[date, float]], enough_h: float
) -> Markup:
    days = sorted(nights)
    hours = [*nights.values(), enough_h]
    plot = Plot(days[0], days[-1], min(hours) - 0.2, max(hours) + 0.2, right=RIGHT)
    parts = [
        *plot.grid(),
        path("M", LEFT, plot.y(enough_h), "H", RIGHT, class_="ln moss w2"),
        text(_("{hours:g} h").format(hours=enough_h), RIGHT + 8, plot.y(enough_h) + 4, "q"),
        *(plot.dot(day, nights[day], "sky light-bar", 2.6) for day in days),
        plot.line(course, "ln ink"),
    ]
    if course:
        day, mean = course[-1]
        parts.append(plot.dot(day, mean, "inkfill", 4))
        low = 18 if abs(plot.y(mean) - plot.y(enough_h)) < 18 else 4  # noqa: PLR2004  # [px]
        parts.append(
            text(
                _("mean {hours:.1f}").format(hours=mean),
                plot.x(day) + 8,
                plot.y(mean) + (low if mean <= enough_h else 4 - (low - 4)),
                "b",
            )
        )
    parts += [*plot.days()]
    name = _("Hours of sleep on {count} mornings").format(count=len(days))
    return drawing(parts, WIDTH, HEIGHT, name=name, class_="plot", role="img")


def pain_chart(
    chart_id: str,
    place: str,
    points: Sequence[PainPoint],
    limits: tuple[int, int],
    sessions: Sequence[date],
) -> Chart:
    """Return the course of one place that hurt.

    Parameters
    ----------
    place
        Its name, with the side.
    limits
        Up to which rating it is green, and up to which amber (rule G07).
    sessions
        Days on which strength was done.
    """
    worst, last = max(point.pain_0_10 for point in points), points[-1]
    facts = {"place": place, "worst": worst, "last": last.pain_0_10, "day": short_day(last.day)}
    if last.pain_0_10 == worst:
        says = _("{place}: {last} of 10 on {day}")
    elif last.pain_0_10 == 0:
        says = _("{place}: from {worst} of 10 to nothing on {day}")
    else:
        says = _("{place}: from {worst} of 10 at the worst to {last} on {day}")
    return Chart(
        id=chart_id,
        says=says.format(**facts),
        shows=_("Pain, 0 to 10, mornings and sessions"),
        drawing=_pain_drawing(place, points, limits, sessions),
        numbers=Numbers(
            head=(_("Day"), _("Pain")),
            rows=spread([(short_day(one.day), str(one.pain_0_10)) for one in points]),
        ),
        rests_on=_(
            "The lights of rule G07: tested for tendons, a coach default for joints, muscle and "
            "bone. Squares are strength sessions."
        ),
        rule="G07",
    )


def _pain_drawing(
    place: str,
    points: Sequence[PainPoint],
    limits: tuple[int, int],
    sessions: Sequence[date],
) -> Markup:
    first = points[0].day - timedelta(days=2)
    plot = Plot(
        first, max(points[-1].day, first + timedelta(days=7)), 0, PAIN_TOP, right=RIGHT, step=2
    )
    parts = [*_lights(plot, limits), *plot.grid()]
    steps: list[str | float] = []
    for number, one in enumerate(points):
        x, y = plot.x(one.day), plot.y(one.pain_0_10)
        steps += ["H", x, "V", y] if number else ["M", x, y]
    last = points[-1]
    parts += [
        path(*steps, class_="ln ink"),
        *(plot.dot(one.day, one.pain_0_10, "inkfill", 2.2) for one in points),
        *_worst(plot, points),
        *(
            element("rect", x=plot.x(day) - 3, y=BOTTOM - 7, width=6, height=6, rx=1, class_="pine")
            for day in sessions
            if plot.first <= day <= plot.last
        ),
        text(str(last.pain_0_10), plot.x(last.day) + 8, plot.y(last.pain_0_10) - 2, "b"),
        *plot.days(),
    ]
    name = _("Course of the pain: {place}, {count} days").format(place=place, count=len(points))
    return drawing(parts, WIDTH, HEIGHT, name=name, class_="plot", role="img")


def _lights(plot: Plot, limits: tuple[int, int]) -> Iterator[Markup]:
    green, amber = limits
    edges = [(0.0, green + 1 / 2, "moss", _("go on"))]
    if amber > green:
        edges.append((green + 1 / 2, amber + 1 / 2, "amber", _("hold the load")))
    edges.append((amber + 1 / 2, float(PAIN_TOP), "coral", _("stop")))
    for low, high, hue, said in edges:
        top = max(TOP, plot.y(high))
        yield element(
            "rect",
            x=LEFT,
            y=top,
            width=plot.right - LEFT,
            height=plot.y(low) - top,
            class_=f"{hue} wash-of",
        )
        yield text(said, plot.right + 8, (top + plot.y(low)) / 2 + 4, f"{hue} b t11")


def _worst(plot: Plot, points: Sequence[PainPoint]) -> Iterator[Markup]:
    worst = max(points, key=lambda one: one.pain_0_10)
    if worst is not points[-1]:
        yield text(str(worst.pain_0_10), plot.x(worst.day), plot.y(worst.pain_0_10) - 8, "m b")
