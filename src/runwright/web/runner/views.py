"""The first page, and the sample runner."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from runwright.domain.words import _, inside
from runwright.figures import Body, Palette, Show
from runwright.formats.sample_diary import lived_sample
from runwright.formats.sample_runner import read_sample
from runwright.knowledge.library import load_library
from runwright.usecases.asked import asked_of
from runwright.usecases.standing import dated
from runwright.web.accounts.views import user_of
from runwright.web.clock import today_in
from runwright.web.coach.models import keep_asked, keep_decision
from runwright.web.diary.models import keep_diary
from runwright.web.figures import drawn_as
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.runner.steps import SHORT, Step
from runwright.web.season.models import current_plan, keep_plan

WELCOMED_BY = (
    ("sl_rdl_loaded", Body.SLIGHT, Palette.SAND),
    ("split_squat_loaded", Body.BROAD, Palette.UMBER),
    ("calf_raise_sl_step", Body.SLIGHT, Palette.BRONZE),
)

EVENING = time(20)  # when the sample answers its coach


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Return the first page: what this is, one's own runs, or the sample."""
    record = runner_of(request.user)
    has_plan = record is not None and current_plan(record) is not None
    told = set() if record is None else set(record.steps)
    left = next((step for step in Step if step.value not in told), None)
    context = {
        "runner": record,
        "has_plan": has_plan,
        "next_step": left,
        "step_name": "" if left is None else inside(_(SHORT[left])),
        "figures": [drawn_as(name, Show.MOVING, body, skin) for name, body, skin in WELCOMED_BY],
    }
    return render(request, "runner/start.html", context)


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
        record.runner = dated(lived.runner, today_in(lived.runner.timezone))
        record.save()
        record.add_runs(sample.runs.items)
        keep_plan(record, planned.plan, asked_of(planned.request), because=_("The first plan."))
        keep_diary(record, lived.sessions, lived.check_ins)
        keep_asked(record, lived.scripts)
        zone = ZoneInfo(sample.runner.timezone)
        for one in lived.decisions:
            keep_decision(record, one, now=datetime.combine(one.decided_on, EVENING, zone))
    return redirect("today")
