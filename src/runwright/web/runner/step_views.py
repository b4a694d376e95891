"""The pages of the set-up, and the same pages in the settings: show, keep, go on."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from runwright.domain.runner import Runner
from runwright.domain.words import _, inside
from runwright.formats.values_json.encode import plain
from runwright.knowledge.library import load_library
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.web.accounts.views import user_of
from runwright.web.clock import today_in, zone_here
from runwright.web.diary.models import write_standing
from runwright.web.no_room import upload_fault
from runwright.web.runner import steps
from runwright.web.runner.form import Form
from runwright.web.runner.models import RunnerRecord, RunReading, latest_reading, runner_of
from runwright.web.runner.planned import plan_now
from runwright.web.runner.reading import NothingHandedInError, begin, go_on, take_in
from runwright.web.runner.runs_facts import problem_groups, runs_facts, time_left
from runwright.web.runner.safety_views import told_pains
from runwright.web.runner.steps import Asking, Step
from runwright.web.runner.summary import summary
from runwright.web.season.safety import following

DRAFT = "draft-{step}"
UNUSABLE = 422
FULL = 507


def record_of(request: HttpRequest) -> RunnerRecord:
    """Return the record of who is signed in; a new one, not saved, before anything was told."""
    found = runner_of(request.user)
    if found is not None:
        return found
    return RunnerRecord(user=user_of(request), document=plain(Runner(timezone=zone_here())))


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, step: str) -> HttpResponse:
    """Return a step of the set-up, or keep it and go on to the next."""
    return _step(request, _known(step), in_settings=False)


@require_http_methods(["GET", "HEAD", "POST"])
def settings_step(request: HttpRequest, step: str) -> HttpResponse:
    """Return the same page among the settings, or keep it and go back to them."""
    return _step(request, _known(step), in_settings=True)


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Take run files in, begin to read them, and show how far that is."""
    record = record_of(request)
    in_settings = request.POST.get("from") == "you"
    try:
        refused = upload_fault(request)
        if refused is not None:
            raise refused
        if record.pk is None:
            record.save()
        reading = take_in(record, request.FILES.getlist("files"))
    except NothingHandedInError as error:
        return _page(request, record, Step.RUNS, in_settings=in_settings, upload=error.says)
    except OSError as error:
        says = _(
            "Your files could not be put aside ({why}). Make some room on this machine, then hand "
            "them in again. Nothing was lost or changed."
        ).format(why=error.strerror or type(error).__name__)
        return _page(request, record, Step.RUNS, in_settings=in_settings, upload=says, status=FULL)
    begin(reading)
    return redirect(_address(Step.RUNS, in_settings=in_settings))


@require_http_methods(["GET", "HEAD", "POST"])
def make_plan(request: HttpRequest) -> HttpResponse:
    """Make the plan and show it; an impossible one gets its words and a way back."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    reading = latest_reading(record)
    if reading is not None:
        go_on(reading)
    waits = reading is not None and reading.is_reading
    if request.method != "POST" or waits:
        return _plan_page(request, record, reading if waits else None)
    try:
        plan_now(record)
    except PlanImpossibleError as error:
        return _plan_page(request, record, None, impossible=str(error))
    return redirect("season")


def _plan_page(
    request: HttpRequest,
    record: RunnerRecord,
    reading: RunReading | None,
    *,
    impossible: str = "",
) -> HttpResponse:
    said = summary(record)
    context = {
        "reading": reading,
        "time_left": "" if reading is None else time_left(reading, timezone.now()),
        "impossible": impossible,
        "answers": [(one, _(steps.SHORT[one]), said[one]) for one in Step],
    }
    return render(request, "runner/plan.html", context, status=UNUSABLE if impossible else 200)


def _known(step: str) -> Step:
    try:
        return Step(step)
    except ValueError as error:
        raise Http404 from error


def _step(request: HttpRequest, step: Step, *, in_settings: bool) -> HttpResponse:
    record = record_of(request)
    if request.method == "POST":
        return _kept(request, record, step, in_settings=in_settings)
    return _page(request, record, step, in_settings=in_settings)


def _kept(
    request: HttpRequest, record: RunnerRecord, step: Step, *, in_settings: bool
) -> HttpResponse:
    asking = _asking(record)
    form = Form(_fields(request.POST))
    here = _address(step, in_settings=in_settings)
    look_at = steps.edited(step, form, asking, request.POST)
    if look_at is not None:
        request.session[DRAFT.format(step=step)] = form.values
        return redirect(f"{here}#{look_at}")
    runner = steps.read(step, form, asking)
    if form.errors:
        return _page(request, record, step, in_settings=in_settings, form=form)
    with following(record):
        record.tell(runner, step=step.value)
        if step is Step.BODY:
            write_standing(record)
    request.session.pop(DRAFT.format(step=step), None)
    if in_settings:
        return redirect(f"{reverse('you')}?saved={step}")
    return redirect("make-plan") if step.next is None else redirect("set-up", step=step.next)


def _page(  # noqa: PLR0913  # keyword-only, what went wrong
    request: HttpRequest,
    record: RunnerRecord,
    step: Step,
    *,
    in_settings: bool,
    form: Form | None = None,
    upload: str = "",
    status: int = 200,
) -> HttpResponse:
    asking = _asking(record)
    if form is None:
        draft = request.session.get(DRAFT.format(step=step))
        again = "again" in request.GET
        form = steps.told(step, asking, again=again) if draft is None or again else Form(draft)
    if form.errors or upload:
        status = max(status, UNUSABLE)
    context = {
        "step": step,
        "steps": [(one, _(steps.SHORT[one]), one.value in record.steps) for one in Step],
        "next_name": "" if step.next is None else inside(_(steps.SHORT[step.next])),
        "title": _(steps.TITLES[step]),
        "form": form,
        "in_settings": in_settings,
        "upload_fault": upload,
        "here": "you",
        **steps.shown(step, form, asking),
        **(_about_runs(record, asking) if step is Step.RUNS else {}),
        "in_diary": told_pains(record, asking.library) if step is Step.BODY else (),
    }
    return render(request, f"runner/{step}.html", context, status=status)


def _about_runs(record: RunnerRecord, asking: Asking) -> dict[str, Any]:
    """Return how the last import stands, and what all runs say."""
    reading = None if record.pk is None else latest_reading(record)
    if reading is not None:
        go_on(reading)
    known = record.pk is not None and not (reading is not None and reading.is_reading)
    return {
        "reading": reading,
        "time_left": "" if reading is None else time_left(reading, timezone.now()),
        "groups": [] if reading is None else problem_groups(reading.told_problems()),
        "facts": runs_facts(record, asking.library, asking.today) if known else None,
    }


def _asking(record: RunnerRecord) -> Asking:
    today = today_in(record.runner.timezone)
    return Asking(record=record, library=load_library(), today=today)


def _fields(post: QueryDict) -> dict[str, str]:
    buttons = {"csrfmiddlewaretoken", "add", "drop", "none", "check"}
    return {name: str(value) for name, value in post.items() if name not in buttons}


def _address(step: Step, *, in_settings: bool) -> str:
    return reverse("settings-step" if in_settings else "set-up", args=[step.value])
