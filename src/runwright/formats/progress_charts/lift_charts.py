"""Charts of lifts: the estimated maximum with its band, the best sets, the longest holds."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from runwright.domain.exercise import DoseKind, Exercise
from runwright.domain.units import load_counted, load_unit, rough_load
from runwright.domain.words import _
from runwright.formats.plan_html.svg import drawing, text
from runwright.formats.plan_words.dates import short_day
from runwright.formats.plan_words.performed import set_words
from runwright.formats.progress_charts.chart import Chart, Numbers, not_yet, spread
from runwright.formats.progress_charts.plot import HEIGHT, WIDTH, Plot
from runwright.training.lifts import EstimateParameters, LiftDay, OneRm, bands_touch, counted

RIGHT, LABEL_GAP = 352, 8
FEWEST = 2  # days; one alone shows no course
MOST_LABELS = 18  # more numbers than this touch each other


def one_rm_chart(exercise: Exercise, days: Sequence[LiftDay], p: EstimateParameters) -> Chart:
    """Return the course of the estimated maximum of a lift."""
    told = [(one.day, one.estimate) for one in days if one.estimate is not None]
    name, chart_id = _(exercise.name), f"max-{exercise.id}"
    if len(told) < FEWEST:
        return not_yet(
            chart_id,
            _("{exercise}: not enough for an estimate yet").format(exercise=name),
            _(
                "Log two sessions with load and repetitions left: what you did and what was left, "
                "{most} or fewer together."
            ).format(most=p.reps_max),
        )
    first, last = told[0][1], told[-1][1]
    rows = [(short_day(day), f"{load_counted(one.one_rm_kg):.0f}", _span(one)) for day, one in told]
    return Chart(
        id=chart_id,
        says=_course_words(name, first, last),
        shows=_("Estimated one-repetition maximum, {unit}").format(unit=load_unit()),
        drawing=_one_rm_drawing(name, told),
        numbers=Numbers(head=(_("Day"), load_unit(), _("Range")), rows=spread(rows)),
        rests_on=_(
            "Epley: load × (1 + {k:g} × repetitions to the limit), from sets of {most} or fewer. "
            "The band is one repetition more or fewer left. A rough display, no target."
        ).format(k=p.epley_k, most=p.reps_max),
        rule="P06",
    )


def _course_words(name: str, first: OneRm, last: OneRm) -> str:
    facts = {
        "exercise": name,
        "first": rough_load(first.one_rm_kg),
        "last": rough_load(last.one_rm_kg),
    }
    if bands_touch(first, last):
        words = _("{exercise}: about {first}, now about {last}. Too close to call.")
    elif last.one_rm_kg > first.one_rm_kg:
        words = _("{exercise}: from about {first} to about {last}. The bands are apart.")
    else:
        words = _("{exercise}: about {first} then, about {last} now.")
    return words.format(**facts)


def _span(one: OneRm) -> str:
    low, high = load_counted(one.low_kg), load_counted(one.high_kg)
    return _("{low:.0f} to {high:.0f}").format(low=low, high=high)


def _one_rm_drawing(name: str, told: Sequence[tuple[date, OneRm]]) -> Markup:
    plot = Plot(
        told[0][0],
        told[-1][0],
        load_counted(min(one.low_kg for _day, one in told)),
        load_counted(max(one.high_kg for _day, one in told)),
        right=RIGHT,
    )
    day, last = told[-1]
    x, y = plot.x(day) + LABEL_GAP, plot.y(load_counted(last.one_rm_kg))
    course = [(one, load_counted(it.one_rm_kg)) for one, it in told]
    band = [(one, load_counted(it.low_kg), load_counted(it.high_kg)) for one, it in told]
    parts = [
        *plot.grid(),
        plot.band(band, "pine faint"),
        plot.line(course, "ln pine w2"),
        *(plot.dot(one, amount, "open-dot") for one, amount in course),
        text(rough_load(last.one_rm_kg), x, y + 2, "b t17 pine"),
        text(_span(last), x, y + 18, "q"),
        *plot.days(),
    ]
    said = _("Estimated maximum of {exercise}, {first} on {day}, {last} on {latest}")
    return drawing(
        parts,
        WIDTH,
        HEIGHT,
        name=said.format(
            exercise=name,
            first=rough_load(told[0][1].one_rm_kg),
            day=short_day(told[0][0]),
            last=rough_load(last.one_rm_kg),
            latest=short_day(day),
        ),
        class_="plot",
        role="img",
    )


def best_sets_chart(exercise: Exercise, days: Sequence[LiftDay]) -> Chart:
    """Return the best set of each session: the load where there is one, else what was counted."""
    name, chart_id = _(exercise.name), f"best-{exercise.id}"
    if len(days) < FEWEST:
        return not_yet(
            chart_id,
            _("{exercise}: done once so far").format(exercise=name),
            _("Do it a second time and its course shows here."),
        )
    loaded = all(one.best.load_kg is not None and one.best.load_kg > 0 for one in days)
    points = [(one.day, _shown(one, loaded=loaded)) for one in days]
    first, last = days[0].best, days[-1].best
    return Chart(
        id=chart_id,
        says=_("{exercise}: from {first} to {last}").format(
            exercise=name, first=set_words(first), last=set_words(last)
        ),
        shows=_("Best set of each session, {unit}").format(unit=_unit(exercise, loaded=loaded)),
        drawing=_best_drawing(name, days, points, loaded=loaded),
        numbers=Numbers(
            head=(_("Day"), _("Best set")),
            rows=spread([(short_day(one.day), set_words(one.best)) for one in days]),
        ),
        rests_on=_("As you logged it: the heaviest set, and of those the longest."),
    )


def _shown(one: LiftDay, *, loaded: bool) -> float:
    if loaded and one.best.load_kg is not None:
        return load_counted(one.best.load_kg)
    return counted(one.best)


def _unit(exercise: Exercise, *, loaded: bool) -> str:
    if loaded:
        return _("{unit}; the number above is the repetitions").format(unit=load_unit())
    return {
        DoseKind.REPS: _("repetitions"),
        DoseKind.HOLD: _("seconds"),
        DoseKind.DISTANCE: _("metres"),
        DoseKind.CONTACTS: _("contacts"),
    }[exercise.dose_kind]


def _best_drawing(
    name: str, days: Sequence[LiftDay], points: Sequence[tuple[date, float]], *, loaded: bool
) -> Markup:
    amounts = [amount for _day, amount in points]
    plot = Plot(
        points[0][0], points[-1][0], min(0.0, *amounts), max(amounts) * 1.08, right=WIDTH - 16
    )
    labels = [counted(one.best) for one in days] if loaded else [round(one) for one in amounts]
    parts = [
        *plot.grid(),
        plot.line(points, "ln pine w2"),
        *(plot.dot(day, amount, "pine") for day, amount in points),
        *(
            text(str(said), plot.x(day), plot.y(amount) - 9, "m")
            for (day, amount), said in zip(points, labels, strict=True)
            if len(points) <= MOST_LABELS
        ),
        *plot.days(),
    ]
    said = _("Best sets of {exercise} in {count} sessions").format(exercise=name, count=len(points))
    return drawing(parts, WIDTH, HEIGHT, name=said, class_="plot", role="img")
