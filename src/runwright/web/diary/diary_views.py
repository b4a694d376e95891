"""The pages of the diary: its weeks, one session with its versions, taking it out and back."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from runwright.domain.calendar import monday_of
from runwright.knowledge.library import load_library
from runwright.web.clock import today_in
from runwright.web.coach.asked_then import asked_once
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.on_page import CoachPart, coach_part
from runwright.web.diary.entry_view import EntryWriter
from runwright.web.diary.models import PerformedRecord, TableDiary
from runwright.web.diary.week_view import DiaryPages
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.models import current_plan
from runwright.web.season.safety import following

WEEKS_ON_A_PAGE = 3


def runner_asked(request: HttpRequest) -> RunnerRecord:
    """Return the runner who is signed in.

    Raises
    ------
    Http404
        If nothing was told yet.
    """
    runner = runner_of(request.user)
    if runner is None:
        raise Http404
    return runner


@require_safe
def diary(request: HttpRequest) -> HttpResponse:
    """Return some weeks of the diary, the newest first."""
    runner = runner_of(request.user)
    if runner is None:
        return redirect("start")
    today = today_in(runner.runner.timezone)
    last = _monday_asked(request.GET.get("until", ""), today)
    pages = DiaryPages(runner, today)
    first_day = pages.first_day()
    earlier = last - timedelta(weeks=WEEKS_ON_A_PAGE)
    later = last + timedelta(weeks=WEEKS_ON_A_PAGE)
    deleted = request.GET.get("deleted", "")
    context = {
        "weeks": pages.weeks(last, WEEKS_ON_A_PAGE),
        "is_empty": first_day is None,
        "earlier": earlier if first_day is not None and monday_of(first_day) <= earlier else None,
        "later": min(later, monday_of(today)) if last < monday_of(today) else None,
        "deleted": deleted if runner.performed.filter(session_id=deleted).exists() else "",
        "removed": _removed(request, runner),
        "today": today,
        "here": "diary",
    }
    return render(request, "diary/diary.html", context)


@require_safe
def entry(request: HttpRequest, session: str) -> HttpResponse:
    """Return one session: what was asked beside what was done, and what it was before."""
    runner = runner_asked(request)
    rows = versions_of(runner, session)
    zone = ZoneInfo(runner.runner.timezone)
    script = asked_once(runner, rows[0].script, today_in(runner.runner.timezone))
    writer = EntryWriter(load_library(), zone)
    versions = [writer.version(row.session, script, row.received_at) for row in rows]
    context = {
        "session": session,
        "latest": versions[0],
        "earlier": versions[1:],
        "is_deleted": not any(row.is_latest for row in rows),
        "coach": _coach(runner, rows, request),
        "here": "diary",
    }
    return render(request, "diary/entry.html", context)


def _coach(
    runner: RunnerRecord, rows: list[PerformedRecord], request: HttpRequest
) -> CoachPart | None:
    """Return what the coach makes of the session done last; None for one of earlier."""
    plan = current_plan(runner)
    last = runner.performed.filter(is_latest=True).last()
    if plan is None or last is None or last.session_id != rows[0].session_id:
        return None
    return coach_part(CoachDesk(runner, plan), request)


@require_POST
def remove(request: HttpRequest, session: str) -> HttpResponse:
    """Take a session out of the diary, and offer to bring it back."""
    runner = runner_asked(request)
    versions_of(runner, session)
    with following(runner):
        TableDiary(runner).remove(session)
    return redirect(f"{reverse('diary')}?deleted={session}")


@require_POST
def bring_back(request: HttpRequest, session: str) -> HttpResponse:
    """Put a session back that was taken out."""
    runner = runner_asked(request)
    versions_of(runner, session)
    with following(runner):
        TableDiary(runner).bring_back(session)
    return redirect("entry", session=session)


def versions_of(runner: RunnerRecord, session: str) -> list[PerformedRecord]:
    """Return the versions of a session, the last one first.

    Raises
    ------
    Http404
        If the runner has no such session.
    """
    rows = list(runner.performed.filter(session_id=session).order_by("-version"))
    if not rows:
        raise Http404
    return rows


def _removed(request: HttpRequest, runner: RunnerRecord) -> str:
    """Return the day of the check-in that was just taken out; '' for none."""
    try:
        day = date.fromisoformat(request.GET.get("removed", ""))
    except ValueError:
        return ""
    rows = runner.check_ins.filter(day=day)
    return day.isoformat() if rows.exists() and not rows.filter(is_latest=True).exists() else ""


def _monday_asked(text: str, today: date) -> date:
    try:
        return min(monday_of(date.fromisoformat(text)), monday_of(today))
    except ValueError:
        return monday_of(today)
