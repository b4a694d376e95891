"""A session logged by hand, and one that is changed: the same form for both."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from runwright.domain.performed import Ended, PerformedSession
from runwright.domain.script import ScriptVersion, SessionScript
from runwright.domain.words import _
from runwright.formats.plan_words.performed import ended_words
from runwright.knowledge.library import load_library
from runwright.usecases.record_session import record_session
from runwright.web.clock import now_in, today_in
from runwright.web.coach.asked_then import asked_once
from runwright.web.diary.check_in_form import place_name, regions_by_name
from runwright.web.diary.diary_views import runner_asked, versions_of
from runwright.web.diary.models import TableDiary
from runwright.web.diary.prescribed import day_of, version_of
from runwright.web.diary.session_form import TypedSession
from runwright.web.diary.set_rows import SetRow, set_rows
from runwright.web.player.scripts import ScriptDesk
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.safety import following

SESSION_ID = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The form of one session, before anything is typed into it.

    Attributes
    ----------
    before
        The session it changes; None for one to be logged.
    """

    runner: RunnerRecord
    script: SessionScript | None
    version: ScriptVersion | None
    before: PerformedSession | None
    session_id: str
    script_id: str
    minutes: int

    @property
    def zone(self) -> ZoneInfo:
        """Where the runner lives."""
        return ZoneInfo(self.runner.runner.timezone)

    def rows(self, *, as_planned: bool) -> tuple[SetRow, ...]:
        """Return the sets of the form."""
        return set_rows(self.version, self.before, load_library(), as_planned=as_planned)

    def fields(self) -> dict[str, str]:
        """Return what stands in the fields above the sets."""
        if self.before is not None:
            return _fields_of(self.before, self.zone)
        if self.script is None:
            return {}
        start = datetime.combine(self.script.day, time()) + timedelta(minutes=self.script.start_min)
        return {
            "day": self.script.day.isoformat(),
            "time": f"{start:%H:%M}",
            "spent": str(self.minutes),
            "ended": Ended.DONE.value,
        }


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest, script: str) -> HttpResponse:
    """Return the form of a session that is logged by hand, or write it down."""
    runner = runner_asked(request)
    today = today_in(runner.runner.timezone)
    day, found = day_of(script), _asked(runner, script, today)
    if found is None or day is None or day > today:
        raise Http404
    there = runner.performed.filter(is_latest=True, script=script).first()
    if there is not None and request.method != "POST":
        return redirect("entry", session=there.session_id)
    minutes = _minutes(request.GET.get("minutes", ""), found)
    given = request.POST.get("id", "")
    sheet = Sheet(
        runner=runner,
        script=found,
        version=version_of(found, minutes),
        before=None,
        session_id=given if SESSION_ID.fullmatch(given) else f"hand-{uuid.uuid4().hex}",
        script_id=script,
        minutes=minutes,
    )
    return _form(request, sheet)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, session: str) -> HttpResponse:
    """Return the form of a session that was logged, or keep it as a new version."""
    runner = runner_asked(request)
    before = versions_of(runner, session)[0].session
    script = _asked(runner, before.script, today_in(runner.runner.timezone))
    sheet = Sheet(
        runner=runner,
        script=script,
        version=None if script is None else version_of(script, before.minutes),
        before=before,
        session_id=session,
        script_id=before.script,
        minutes=before.minutes,
    )
    return _form(request, sheet)


def _asked(runner: RunnerRecord, script: str, today: date) -> SessionScript | None:
    """Return what a session asks for, or asked for; None where no plan has it."""
    day = day_of(script)
    if day is not None and day >= today:
        return ScriptDesk(runner).script(script)
    return asked_once(runner, script, today)


def _form(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    rows, fields = sheet.rows(as_planned="as-planned" in request.GET), sheet.fields()
    faults: Mapping[str, str] = {}
    if request.method == "POST":
        posted = request.POST.dict()
        typed = TypedSession(posted, rows, sheet.before, sheet.zone)
        session = typed.session(sheet.session_id, sheet.script_id, sheet.minutes)
        if session is not None:
            _keep(sheet, session)
            return redirect("entry", session=session.id)
        faults, fields = typed.faults, fields | posted
        rows = tuple(_as_typed(row, posted) for row in rows)
    context = {
        "sheet": sheet,
        "title": _("Session") if sheet.script is None else sheet.script.title,
        "rows": rows,
        "fields": fields,
        "faults": faults,
        "pains": _pains(sheet),
        "regions": regions_by_name(load_library()),
        "endings": [(one.value, ended_words(one)) for one in Ended],
        "lengths": () if sheet.script is None else [one.minutes for one in sheet.script.versions],
        "here": "diary",
    }
    return render(request, "diary/log.html", context, status=400 if faults else 200)


def _keep(sheet: Sheet, session: PerformedSession) -> None:
    now, diary = now_in(sheet.runner.runner.timezone), TableDiary(sheet.runner)
    with following(sheet.runner):
        if sheet.before is None:
            record_session(diary, session, received_at=now)
        elif session != sheet.before:
            diary.correct(session, received_at=now)


def _fields_of(done: PerformedSession, zone: ZoneInfo) -> dict[str, str]:
    start = done.started_at.astimezone(zone)
    spent = round((done.ended_at - done.started_at).total_seconds() / 60)
    pains = {f"pain:{n}": str(pain.pain_0_10) for n, pain in enumerate(done.pains)}
    return {
        "day": start.date().isoformat(),
        "time": f"{start:%H:%M}",
        "spent": str(spent),
        "effort": "" if done.effort_0_10 is None else str(done.effort_0_10),
        "ended": done.ended.value,
        "note": done.note,
    } | pains


def _pains(sheet: Sheet) -> list[tuple[str, str]]:
    """Return name and words of the field of each pain that was told."""
    regions = load_library().regions
    return [
        (
            f"pain:{number}",
            place_name(
                _(regions[pain.region].name) if pain.region in regions else pain.region, pain.side
            ),
        )
        for number, pain in enumerate(() if sheet.before is None else sheet.before.pains)
    ]


def _as_typed(row: SetRow, posted: Mapping[str, str]) -> SetRow:
    return replace(
        row,
        count=posted.get(f"{row.key}:count", ""),
        load=posted.get(f"{row.key}:load", ""),
        rir=posted.get(f"{row.key}:rir", ""),
    )


def _minutes(text: str, script: SessionScript) -> int:
    lengths = {one.minutes for one in script.versions}
    return int(text) if text.isdecimal() and int(text) in lengths else script.versions[0].minutes
