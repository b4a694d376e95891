"""The pages of the runner's own things: answers again, how it looks, data to take or to delete."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from runwright.domain.units import Units
from runwright.domain.words import _, use_language
from runwright.figures.segments import Body
from runwright.figures.style import Palette
from runwright.formats.runner_toml import write_runner
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.web.accounts.views import user_of
from runwright.web.clock import now_in
from runwright.web.frame import LANGUAGES
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.runner.planned import is_behind, plan_now
from runwright.web.runner.steps import SHORT, Step
from runwright.web.runner.summary import summary
from runwright.web.season.models import current_plan
from runwright.web.you.brought_in import NotBroughtInError, bring_in
from runwright.web.you.erased import erase, what_goes
from runwright.web.you.taken_out import archive

UNUSABLE = 422
AUTOMATIC = ""


@require_safe
def you(request: HttpRequest) -> HttpResponse:
    """Return everything that can be changed, taken or deleted."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    return _page(request, record)


@require_POST
def looks(request: HttpRequest) -> HttpResponse:
    """Keep units, figures, language and voice."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    told = request.POST
    record.units = told["units"] if told.get("units") in set(Units) else record.units
    record.body = told["body"] if told.get("body") in set(Body) else record.body
    record.palette = told["palette"] if told.get("palette") in set(Palette) else record.palette
    language = told.get("language", AUTOMATIC)
    record.language = language if language in LANGUAGES else AUTOMATIC
    record.voice = told.get("voice") == "on"
    record.save()
    if record.language:
        use_language(record.language)
    return redirect("/you/?saved=looks#looks")


@require_POST
def plan_again(request: HttpRequest) -> HttpResponse:
    """Plan the rest of the season from what is known now; an impossible one says why."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    try:
        plan_now(record)
    except PlanImpossibleError as error:
        return _page(request, record, impossible=str(error), status=UNUSABLE)
    return redirect("season")


@require_safe
def runner_file(request: HttpRequest) -> HttpResponse:
    """Return the answers as RUNNER.toml, for the command line."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    text = write_runner(record.runner)
    return _download(text.encode(), "RUNNER.toml", "application/toml; charset=utf-8")


@require_safe
def take_out(request: HttpRequest) -> HttpResponse:
    """Return everything as one archive."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    now = now_in(record.runner.timezone)
    return _download(archive(record, now), _archive_name(now), "application/zip")


@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Bring an archive of everything back onto an empty account."""
    file = request.FILES.get("archive")
    if file is None or not file.size:
        says = _("No archive was chosen, or it is empty. Choose the .zip you once took out.")
        return _start_again(request, says)
    try:
        record = bring_in(file, user_of(request))
    except NotBroughtInError as error:
        return _start_again(request, error.says)
    return redirect("start" if current_plan(record) is None else "today")


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Say what goes; once the word was typed, delete it."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    word = _("delete")
    typed = request.POST.get("word", "").strip().lower()
    if request.method == "POST" and (typed == word.lower() or record.is_sample):
        erase(record)
        if settings.IS_LAPTOP:
            _forget_drafts(request)
        else:
            logout(request)
        response = redirect("start")
        response["Clear-Site-Data"] = '"cache", "storage"'  # what this browser keeps of it, too
        return response
    context = {
        "goes": what_goes(record),
        "word": word,
        "typed": typed,
        "is_sample": record.is_sample,
        "fault": request.method == "POST",
        "here": "you",
    }
    return render(request, "you/delete.html", context, status=UNUSABLE if context["fault"] else 200)


def _page(
    request: HttpRequest, record: RunnerRecord, *, impossible: str = "", status: int = 200
) -> HttpResponse:
    said = summary(record)
    context: dict[str, Any] = {
        "record": record,
        "answers": [(one, _(SHORT[one]), said[one]) for one in Step],
        "saved": request.GET.get("saved", ""),
        "is_behind": is_behind(record),
        "has_plan": current_plan(record) is not None,
        "impossible": impossible,
        "languages": LANGUAGES,
        "bodies": ((Body.SLIGHT, _("Slight")), (Body.BROAD, _("Broad"))),
        "palettes": (
            (Palette.SAND, _("Sand")),
            (Palette.BRONZE, _("Bronze")),
            (Palette.UMBER, _("Umber")),
        ),
        "here": "you",
    }
    return render(request, "you/you.html", context, status=status)


def _start_again(request: HttpRequest, says: str) -> HttpResponse:
    return render(request, "you/not_brought_in.html", {"says": says}, status=UNUSABLE)


def _download(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _archive_name(now: datetime) -> str:
    return f"runwright-{now:%Y-%m-%d}.zip"


def _forget_drafts(request: HttpRequest) -> None:
    for name in [one for one in request.session.keys() if one.startswith("draft-")]:  # noqa: SIM118
        del request.session[name]
