"""The check-in pages: four answers, and what they say at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from runwright.domain.check_in import CheckIn
from runwright.domain.runner import Pain
from runwright.formats.plan_words.dates import weekday_and_day
from runwright.knowledge.library import load_library
from runwright.usecases.hear_check_in import hear_check_in, nights_mean_h
from runwright.web.clock import today_in
from runwright.web.diary.check_in_form import CheckInForm, Told, place_name, read_told
from runwright.web.diary.models import bring_back_check_in, keep_check_in, remove_check_in
from runwright.web.diary.morning_view import earlier_words
from runwright.web.diary.mornings import LATELY, NIGHTS, check_in_of, check_ins_of, sore_places
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.safety import Followed, following, planned_anew


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest, day: str = "") -> HttpResponse:
    """Return the form of a morning, or keep what was tapped and say what follows."""
    runner, asked = _morning_asked(request, day)
    before = check_in_of(runner, asked)
    told = Told(check_in=before or CheckIn(day=asked))
    if request.method == "POST":
        told = read_told(asked, request.POST.dict(), before, load_library())
        if not told.faults:
            with following(runner) as followed:
                keep_check_in(runner, told.check_in)
            return _after(runner, told.check_in, followed)
    sore = sore_places(runner, asked)
    form = CheckInForm(told.check_in, sore, load_library(), runner.heard.signs)
    lately = check_ins_of(runner, first=asked - LATELY, last=asked)
    context = {
        "form": form,
        "faults": told.faults,
        "posted": request.POST,
        "sleep": form.sleep(nights_mean_h(lately, before=asked, nights=NIGHTS)),
        "day": asked,
        "full": weekday_and_day(asked),
        "is_today": asked == _today(runner),
        "is_there": before is not None,
        "earlier": earlier_words(runner, asked),
        "here": "today",
    }
    return render(request, "diary/check_in.html", context, status=400 if told.faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def heard(request: HttpRequest, day: str) -> HttpResponse:
    """Return what a morning's pains say, and take the answers to what is asked about them."""
    runner, asked = _morning_asked(request, day)
    told = check_in_of(runner, asked)
    if told is None:
        return redirect("check-in-day", day=asked.isoformat())
    if request.method == "POST":
        pains = tuple(
            _answered(pain, number, request.POST.dict()) for number, pain in enumerate(told.pains)
        )
        with following(runner) as followed:
            keep_check_in(runner, replace(told, pains=pains))
        return redirect(reverse("check-in-heard", args=[asked.isoformat()]) + followed.query)
    context = {
        "heard": hear_check_in(told, runner.runner, load_library()),
        "anew": planned_anew(request, runner),
        "place_name": place_name,
        "day": asked,
        "full": weekday_and_day(asked),
        "is_today": asked == _today(runner),
        "here": "today",
    }
    return render(request, "diary/heard.html", context)


@require_POST
def remove(request: HttpRequest, day: str) -> HttpResponse:
    """Take a morning out of the diary, and offer to bring it back."""
    runner, asked = _morning_asked(request, day)
    with following(runner):
        if not remove_check_in(runner, asked):
            raise Http404
    return redirect(f"{reverse('diary')}?until={asked.isoformat()}&removed={asked.isoformat()}")


@require_POST
def bring_back(request: HttpRequest, day: str) -> HttpResponse:
    """Put a morning back: the version that is named, or the last one."""
    runner, asked = _morning_asked(request, day)
    named = request.POST.get("version", "")
    with following(runner) as followed:
        if not bring_back_check_in(runner, asked, int(named) if named.isdecimal() else None):
            raise Http404
    return redirect(reverse("check-in-heard", args=[asked.isoformat()]) + followed.query)


def _morning_asked(request: HttpRequest, day: str) -> tuple[RunnerRecord, date]:
    runner = runner_of(request.user)
    if runner is None:
        raise Http404
    today = _today(runner)
    try:
        asked = date.fromisoformat(day) if day else today
    except ValueError as error:
        raise Http404 from error
    if asked > today:
        raise Http404
    return runner, asked


def _today(runner: RunnerRecord) -> date:
    return today_in(runner.runner.timezone)


def _after(runner: RunnerRecord, told: CheckIn, followed: Followed) -> HttpResponse:
    speaks = any(pain.pain_0_10 > 0 for pain in told.pains) or any(told.signs.values())
    if speaks or followed.query:
        return redirect(reverse("check-in-heard", args=[told.day.isoformat()]) + followed.query)
    return redirect("today" if told.day == _today(runner) else "diary")


def _answered(pain: Pain, number: int, posted: Mapping[str, str]) -> Pain:
    def told(name: str, before: bool | None) -> bool | None:  # noqa: FBT001  # an answer, no switch
        return {"yes": True, "no": False}.get(posted.get(f"{number}:{name}", ""), before)

    return replace(
        pain,
        focal_bone=told("focal_bone", pain.focal_bone),
        worse_with_loading=told("worse_with_loading", pain.worse_with_loading),
        hop_pain=told("hop_pain", pain.hop_pain),
        night_pain=told("night_pain", pain.night_pain),
    )
