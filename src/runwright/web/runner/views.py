"""The first page, and the sample runner."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from runwright.domain.words import _
from runwright.formats.sample_diary import lived_sample
from runwright.formats.sample_runner import read_sample
from runwright.knowledge.library import load_library
from runwright.usecases.asked import asked_of
from runwright.web.accounts.views import user_of
from runwright.web.clock import today_in
from runwright.web.diary.models import keep_diary
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.models import keep_plan


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Return the first page: what this is, the sample, or one's own."""
    return render(request, "runner/start.html", {"runner": runner_of(request.user)})


@require_POST
def start_sample(request: HttpRequest) -> HttpResponse:
    """Make the sample runner with a year of runs, a running season and its diary; show today."""
    if runner_of(request.user) is not None:
        return redirect("today")
    library = load_library()
    sample = read_sample(library, today_in)
    lived = lived_sample(sample, library)
    planned = lived.planned
    with transaction.atomic():
        record = RunnerRecord(user=user_of(request), is_sample=True)
        record.runner = sample.runner
        record.save()
        record.add_runs(sample.runs.items)
        keep_plan(record, planned.plan, asked_of(planned.request), because=_("The first plan."))
        keep_diary(record, lived.sessions, lived.check_ins)
    return redirect("today")
