"""Changes of the season: blocked days, travel, races, runs; each told before it is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from runwright.domain.calendar import clock
from runwright.domain.problem import Problem
from runwright.domain.run import PlannedRun
from runwright.domain.runner import Blocked, Race, Runner, Travel
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.dates import full_date, weekday_and_day
from runwright.formats.plan_words.kinds import run_amount, run_title
from runwright.formats.run_plan import read_run_plan
from runwright.formats.told_amounts import distance_field
from runwright.knowledge.library import load_library
from runwright.usecases.ask_why import first_and_last
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.usecases.replan_season import ChangedPlan, Replan, own_runs, replan_season
from runwright.usecases.standing import as_known
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.change_forms import (
    DISTANCES_KM,
    OTHER,
    Told,
    blocked_told,
    key_of,
    race_told,
    removed,
    travel_told,
    usual_distances,
    words_of,
)
from runwright.web.season.followed import (
    CHANGED,
    Found,
    go_back_to,
    keep_changed,
    notice_of,
    open_from,
    plan_of,
)
from runwright.web.season.models import PlanRecord
from runwright.web.season.outlook import outlook_of
from runwright.web.season.safety import following

LARGEST_FILE = 5_000_000  # bytes; the reader of run plans says so itself above that
GET_AND_POST = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One kind of change: its page and the field of the runner it changes."""

    page: str
    template: str
    field: str


BLOCKED = Form(page="change-blocked", template="season/change_blocked.html", field="blocked")
TRAVEL = Form(page="change-travel", template="season/change_travel.html", field="travels")
RACE = Form(page="change-race", template="season/change_race.html", field="races")


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Return what shapes the season, where to change it, and what changed so far and why."""
    found = plan_of(request)
    if found is None:
        return redirect("start")
    record, now = found
    runner, first = record.runner, open_from(record, now.plan)
    context = {
        "blocked": _entries([one for one in runner.blocked if one.last >= first]),
        "travels": _entries([one for one in runner.travels if one.last >= first]),
        "races": _entries([one for one in runner.races if one.day >= first]),
        "own_runs": sum(run.day >= first for run in own_runs(now.plan)),
        "plans": _plans(record, now),
        "notice": notice_of(request, now),
        "here": "season",
    }
    return render(request, "season/changes.html", context)


def _plans(record: RunnerRecord, now: PlanRecord) -> list[dict[str, object]]:
    """Every plan that was followed, newest first, with the time by the runner's clock."""
    zone = ZoneInfo(record.runner.timezone)
    return [
        {
            "pk": one.pk,
            **_moment(one.made_at.astimezone(zone)),
            "because": one.says or _("A plan."),
            "is_followed": one.pk == now.pk,
        }
        for one in record.plans.defer("document")
    ]


def _moment(made: datetime) -> dict[str, object]:
    return {"made": made, "said": f"{full_date(made)}, {made:%H:%M}"}


def _entries(items: list[Blocked] | list[Travel] | list[Race]) -> list[tuple[str, str]]:
    return [(key_of(one), words_of(one)) for one in items]


@require_POST
def go_back(request: HttpRequest) -> HttpResponse:
    """Follow an earlier plan again, from today on."""
    found = plan_of(request)
    if found is None:
        return redirect("start")
    runner, now = found
    told = request.POST.get("to", "")
    then = get_object_or_404(runner.plans, pk=int(told) if told.isdecimal() else 0)
    with following(runner) as followed:
        kept = go_back_to(runner, now, then)
    kept = kept if followed.plan is None else followed.plan
    return redirect(f"{reverse('changes')}?{CHANGED}={kept.pk}")


@require_http_methods(GET_AND_POST)
def blocked(request: HttpRequest) -> HttpResponse:
    """Return the form of days on which nothing is planned, or keep them."""
    return _change(request, BLOCKED)


@require_http_methods(GET_AND_POST)
def travel(request: HttpRequest) -> HttpResponse:
    """Return the form of days away with other kit, or keep them."""
    return _change(request, TRAVEL)


@require_http_methods(GET_AND_POST)
def race(request: HttpRequest) -> HttpResponse:
    """Return the form of a race, or keep it."""
    return _change(request, RACE)


def _change(request: HttpRequest, form: Form) -> HttpResponse:
    found = plan_of(request)
    if found is None:
        return redirect("start")
    runner = found[0].runner
    if request.method != "POST":
        return _form(request, found, form, values=_values(runner, form, request.GET.get("item")))
    told = _told(request, form, runner, open_from(found[0], found[1].plan))
    values = {name: request.POST.get(name, "") for name in request.POST}
    values["kit_list"] = " ".join(request.POST.getlist("kit"))
    if told.runner is None:
        return _form(request, found, form, values=values, faults=told.faults)
    try:
        changed = _replanned(found, told.runner)
    except PlanImpossibleError as error:
        return _form(request, found, form, values=values, faults={"": str(error)})
    if "keep" in request.POST:
        return _kept(found, changed, told.because, told.runner)
    return _preview(request, found, changed, told.because, reverse(form.page))


def _told(request: HttpRequest, form: Form, runner: Runner, first: date) -> Told:
    posted = request.POST.dict()
    values = {name: str(value) for name, value in posted.items()}
    if "remove" in values:
        return removed(runner, form.field, values.get("item", ""))
    if form is TRAVEL:
        kit = request.POST.getlist("kit")
        return travel_told(values, kit, runner, first, load_library().kit)
    return (blocked_told if form is BLOCKED else race_told)(values, runner, first)


def _values(runner: Runner, form: Form, key: str | None) -> dict[str, str]:
    """What the form holds when it opens: an entry to change, or nothing."""
    entry = next((one for one in getattr(runner, form.field) if key_of(one) == key), None)
    if entry is None:
        return {}
    if isinstance(entry, Race):
        usual = entry.distance_km in DISTANCES_KM
        return {
            "item": key_of(entry),
            "name": entry.name,
            "day": entry.day.isoformat(),
            "distance": f"{entry.distance_km:g}" if usual else OTHER,
            "other_distance": "" if usual else distance_field(entry.distance_km),
            "priority": entry.priority.value,
            "start": clock(entry.start_min),
        }
    values = {
        "item": key_of(entry),
        "first": entry.first.isoformat(),
        "last": entry.last.isoformat(),
        "note": entry.note,
    }
    if isinstance(entry, Travel):
        values["minutes"] = "" if entry.minutes is None else str(entry.minutes)
        values["kit_list"] = " ".join(sorted(entry.kit))
    return values


def _form(
    request: HttpRequest,
    found: Found,
    form: Form,
    *,
    values: Mapping[str, str],
    faults: Mapping[str, str] | None = None,
) -> HttpResponse:
    kit = load_library().kit
    context = {
        "values": values,
        "faults": faults or {},
        "first_open": open_from(found[0], found[1].plan),
        "kit": [(name, _(entry["name"])) for name, entry in kit.items() if not entry["household"]],
        "chosen": values.get("kit_list", "").split(),
        "distances": usual_distances(),
        "other": OTHER,
        "here": "season",
    }
    return render(request, form.template, context, status=422 if faults else 200)


def _replanned(
    found: Found, runner: Runner, given: tuple[PlannedRun, ...] | None = None
) -> ChangedPlan:
    record, now = found
    asked = now.file.asked
    if asked is None:
        raise PlanImpossibleError(
            _("This plan does not say how it was made, so it cannot be planned anew.")
        )
    order = Replan(
        plan=now.plan,
        asked=asked,
        runner=as_known(runner, record.heard, load_library()),
        today=open_from(record, now.plan),
        runs=record.runs(),
        given_runs=given,
    )
    return replan_season(order, load_library())


def _kept(
    found: Found, changed: ChangedPlan, because: str, runner: Runner | None = None
) -> HttpResponse:
    kept = keep_changed(found[0], changed, because, runner)
    return redirect(f"{reverse('changes')}?{CHANGED}={kept.pk}")


def _preview(
    request: HttpRequest,
    found: Found,
    changed: ChangedPlan,
    because: str,
    action: str,
    *,
    read: Mapping[str, object] | None = None,
) -> HttpResponse:
    """What the change does, and the same form once more, to be kept."""
    again = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "text"}
        for value in values
    ]
    plan = found[1].plan
    context = {
        "because": because,
        "outlook": outlook_of(plan, changed.plan, open_from(found[0], plan)),
        "again": again,
        "action": action,
        "read": read,
        "here": "season",
    }
    return render(request, "season/outlook.html", context)


@require_http_methods(GET_AND_POST)
def runs(request: HttpRequest) -> HttpResponse:
    """Return the form of a run plan of one's own, or keep it."""
    found = plan_of(request)
    if found is None:
        return redirect("start")
    if request.method != "POST":
        return _runs_form(request, found)
    if "remove" in request.POST:
        given: tuple[PlannedRun, ...] = ()
        problems: tuple[Problem, ...] = ()
        because = _("Took the run plan away; runs are carried forward again.")
    else:
        given, problems = _read_runs(request, found)
        if not given:
            faults = [one.says for one in problems] or [_("Choose a file, or paste your plan.")]
            return _runs_form(request, found, faults=faults)
        because = ngettext("A run plan with {n} run.", "A run plan with {n} runs.", len(given))
        because = because.format(n=len(given))
    try:
        changed = _replanned(found, found[0].runner, given)
    except PlanImpossibleError as error:
        return _runs_form(request, found, faults=[str(error)])
    if "keep" in request.POST:
        return _kept(found, changed, because)
    read = {
        "text": _as_text(given),
        "runs": [_run_row(run) for run in given],
        "problems": [f"{one.where}: {one.says}" for one in problems],
    }
    return _preview(request, found, changed, because, reverse("change-runs"), read=read)


def _run_row(run: PlannedRun) -> tuple[str, str, str]:

    what = f"{run_title(run)}, {run_amount(run)}"
    return weekday_and_day(run.day), clock(run.start_min), what


def _read_runs(
    request: HttpRequest, found: Found
) -> tuple[tuple[PlannedRun, ...], tuple[Problem, ...]]:
    runner, now = found
    upload = request.FILES.get("file")
    data = request.POST.get("text", "").encode()
    label = _("the pasted plan")
    if upload is not None:
        data, label = upload.read(LARGEST_FILE + 1), str(upload.name)
    if not data.strip():
        return (), ()
    read = read_run_plan(
        data,
        timezone=ZoneInfo(runner.runner.timezone),
        first=open_from(runner, now.plan),
        last=first_and_last(now.plan)[1],
        label=label,
    )
    return read.items, read.problems


def _as_text(given: tuple[PlannedRun, ...]) -> str:
    """A run plan as the reader takes it once more, when the runner says yes."""
    return json.dumps([
        {
            "date": run.day.isoformat(),
            "time": clock(run.start_min),
            "kind": run.kind.value,
            "minutes": run.duration_min,
            "km": run.distance_km,
            "title": run.title,
        }
        for run in given
    ])


def _runs_form(request: HttpRequest, found: Found, faults: list[str] | None = None) -> HttpResponse:
    plan = found[1].plan
    context = {
        "faults": faults or [],
        "text": request.POST.get("text", ""),
        "own": len(own_runs(plan)),
        "first": full_date(open_from(found[0], plan)),
        "last": full_date(first_and_last(plan)[1]),
        "here": "season",
    }
    return render(request, "season/change_runs.html", context, status=422 if faults else 200)
