"""The pages of progress: all charts on one, and one lift by itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runwright.domain.words import _
from runwright.formats.progress_charts.lift_charts import best_sets_chart, one_rm_chart
from runwright.formats.progress_charts.worked_rows import worked_part
from runwright.web.clock import today_in
from runwright.web.progress.charts import charts_of, lift_rows, test_courses_of, tests_of
from runwright.web.progress.gathered import Gathered, may_be_estimated
from runwright.web.runner.models import runner_of


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Return every chart there is something for, and what the others wait for."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    gathered = Gathered(record, today_in(record.runner.timezone))
    week = gathered.week_now
    context = {
        "title": _("Progress")
        if week is None
        else _("Week {n} of {all}").format(n=week, all=gathered.season_weeks),
        "charts": charts_of(gathered),
        "lifts": lift_rows(gathered),
        "tests": tests_of(gathered),
        "worked": worked_part(gathered.worked, gathered.library),
        "test_courses": test_courses_of(gathered),
        "here": "progress",
    }
    return render(request, "progress/progress.html", context)


@require_safe
def lift(request: HttpRequest, exercise: str) -> HttpResponse:
    """Return the course of one exercise."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    gathered = Gathered(record, today_in(record.runner.timezone))
    known = gathered.library.exercises.get(exercise)
    if known is None:
        raise Http404
    days = gathered.days_of(known)
    charts = [best_sets_chart(known, days)] if days else []
    if may_be_estimated(known) and days:
        charts.insert(0, one_rm_chart(known, days, gathered.estimates))
    context = {"name": _(known.name), "charts": charts, "here": "progress"}
    return render(request, "progress/lift.html", context)
