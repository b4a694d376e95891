"""Which charts the page of progress shows, in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

from runwright.domain.exercise import DoseKind
from runwright.domain.words import _
from runwright.formats.plan_html.findings_view import FindingView, finding_view
from runwright.formats.plan_html.why_view import RuleShelf
from runwright.formats.plan_words.dates import short_day
from runwright.formats.plan_words.performed import set_words
from runwright.formats.progress_charts.body_charts import pain_chart, sleep_chart
from runwright.formats.progress_charts.chart import Chart, not_yet
from runwright.formats.progress_charts.lift_charts import best_sets_chart, one_rm_chart
from runwright.formats.progress_charts.test_charts import home_test_chart
from runwright.formats.progress_charts.week_charts import contacts_chart, load_chart, season_map
from runwright.usecases.hear_check_in import limits_by_region
from runwright.web.diary.check_in_form import place_name
from runwright.web.progress.gathered import Gathered, may_be_estimated

MOST_LIFTS = 2  # on the first page; every other has a page of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRow:
    """An exercise in the list of all: its first and its latest best set."""

    exercise: str
    name: str
    times: int
    first: str
    last: str


def charts_of(gathered: Gathered) -> list[Chart]:
    """Return the charts of the page; one that waits for more says so."""
    return [
        *_lifts(gathered),
        _season(gathered),
        load_chart(gathered.run_weeks, gathered.strength),
        *_pains(gathered),
        _sleep(gathered),
        *_holds(gathered),
        contacts_chart(gathered.strength),
    ]


def _lifts(gathered: Gathered) -> Iterator[Chart]:
    told = [(one, gathered.days_of(one)) for one in gathered.exercises if may_be_estimated(one)]
    told.sort(key=lambda one: -sum(day.estimate is not None for day in one[1]))
    charts = [one_rm_chart(exercise, days, gathered.estimates) for exercise, days in told]
    if not charts:
        yield not_yet(
            "max",
            _("No lift with a load yet"),
            _("Log a session with what you lifted, and your strength shows here."),
        )
    yield from charts[:MOST_LIFTS]


def _season(gathered: Gathered) -> Chart:
    if gathered.plan is None:
        return not_yet("kept", _("No season yet"), _("Plan one, and each session shows here."))
    first = gathered.plan.weeks[0].monday
    return season_map(gathered.kept, first=first, weeks=gathered.season_weeks, today=gathered.today)


def _pains(gathered: Gathered) -> Iterator[Chart]:
    limits = limits_by_region(gathered.library)
    trained = [one.started_at.astimezone(gathered.zone).date() for one in gathered.sessions]
    for number, ((region, side), points) in enumerate(gathered.pains.items()):
        known = gathered.library.regions.get(region)
        if known is not None:
            name = place_name(_(known.name), side)
            yield pain_chart(f"pain-{number}", name, points, limits[region], trained)


def _sleep(gathered: Gathered) -> Chart:
    nights = {one.day: one.sleep_h for one in gathered.check_ins if one.sleep_h is not None}
    enough_h = float(gathered.book.parameters("L09").sleep_h)
    return sleep_chart(nights, enough_h=enough_h)


def _holds(gathered: Gathered) -> Iterator[Chart]:
    held = [one for one in gathered.exercises if one.dose_kind is DoseKind.HOLD]
    for exercise in held[:1]:
        yield best_sets_chart(exercise, gathered.days_of(exercise))


def lift_rows(gathered: Gathered) -> list[LiftRow]:
    """Return every exercise that was done, by name."""
    rows = []
    for exercise in gathered.exercises:
        days = gathered.days_of(exercise)
        rows.append(
            LiftRow(
                exercise=exercise.id,
                name=_(exercise.name),
                times=len(days),
                first=f"{set_words(days[0].best)} ({short_day(days[0].day)})",
                last=set_words(days[-1].best),
            )
        )
    return sorted(rows, key=lambda row: row.name)


def tests_of(gathered: Gathered) -> list[FindingView]:
    """Return what home tests done once found, with norm and error; empty without any."""
    shelf = RuleShelf(gathered.library)
    return [
        finding_view(one, gathered.library, shelf)
        for one in gathered.findings
        if one.test not in gathered.tested_again
    ]


def test_courses_of(gathered: Gathered) -> list[Chart]:
    """Return the courses of the home tests that were done again."""
    findings = {one.test: one for one in gathered.findings}
    return [
        home_test_chart(gathered.library.tests[test], sides, findings.get(test))
        for test, sides in gathered.tested_again.items()
    ]
