"""The player's page, a session as one file, and the way back of its result.

The page is the same for every session, so that one copy of it serves them all offline.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from runwright.domain.screening import Gate
from runwright.domain.words import _
from runwright.figures import Show
from runwright.formats.session_code import pasted_session
from runwright.formats.session_json import read_performed, script_text
from runwright.formats.values_json.document import DocumentError
from runwright.formats.values_json.fault import Fault
from runwright.usecases.record_session import record_session
from runwright.web.clock import now_utc
from runwright.web.diary.models import TableDiary
from runwright.web.figures import figure_query
from runwright.web.player.alone import drawings, one_script
from runwright.web.player.locks import locks_on
from runwright.web.player.scripts import ScriptDesk, last_used
from runwright.web.player.words import player_words
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.safety import following
from runwright.web.sheet import sheet

LARGEST_SESSION_BYTES = 2_000_000
LOCKED = 423  # the HTTP status of what is there and may not be touched


@require_safe
def do(request: HttpRequest, script: str = "") -> HttpResponse:
    """Return the player; its modules take the session's id from the address."""
    runner = runner_of(request.user)
    if runner is None:
        return redirect("start")
    held = locks_on(runner, script, ScriptDesk(runner).script(script))
    if held:
        return _locked(request, held)
    get_token(request)  # the outbox sends it with what was performed
    context = {
        "runner": runner,
        "words": player_words(),
        "query": figure_query(Show.MOVING, runner),
    }
    return render(request, "player/player.html", context)


@require_safe
def alone(request: HttpRequest, script: str) -> HttpResponse:
    """Return a session as one file that needs nothing else."""
    runner = runner_of(request.user)
    found = None if runner is None else ScriptDesk(runner).script(script)
    held = () if runner is None else locks_on(runner, script, found)
    if held:
        return _locked(request, held)
    if runner is None or found is None:
        raise Http404
    text = script_text(found).replace("<", "\\u003c")
    context = {
        "runner": runner,
        "script": found,
        "script_text": Markup(text),  # noqa: S704  # nothing in it can end the element
        "style": Markup(sheet()),  # noqa: S704  # our own files
        "player": Markup(one_script()),  # noqa: S704  # our own files
        "words": player_words(),
        "last": last_used(runner),
        "drawings": drawings(found, runner),
    }
    response = render(request, "player/session.html", context)
    response["Content-Disposition"] = f'attachment; filename="runwright-{found.id}.html"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Return the form that takes a session kept as a file; once taken, its page of the diary."""
    runner = runner_of(request.user)
    if runner is None:
        return redirect("start")
    if request.method != "POST":
        return render(request, "player/bring.html", {"faults": (), "code": "", "here": "diary"})
    return _brought(request, runner)


def _locked(request: HttpRequest, gates: tuple[Gate, ...]) -> HttpResponse:
    return render(request, "player/locked.html", {"gates": gates, "here": "today"}, status=LOCKED)


def _brought(request: HttpRequest, runner: RunnerRecord) -> HttpResponse:
    code = request.POST.get("code", "")
    try:
        session = read_performed(_text_brought(request, code), source=_("What you brought"))
    except DocumentError as error:
        faults = tuple(str(fault) for fault in error.faults)
        context = {"faults": faults, "code": code, "here": "diary"}
        return render(request, "player/bring.html", context, status=422)
    with following(runner):
        record_session(TableDiary(runner), session, received_at=now_utc())
    return redirect("entry", session.id)


def _text_brought(request: HttpRequest, code: str) -> str:
    """Return the session's text, from the file or from what was pasted."""
    sent = request.FILES.get("session")
    size = len(code) if sent is None else sent.size or 0
    says = ""
    if sent is None and not code.strip():
        says = _("Choose the file or paste the text first.")
    elif size > LARGEST_SESSION_BYTES:
        says = _("This is too large to be a session.")
    if says:
        raise DocumentError(source=_("What you brought"), faults=(Fault(where="", says=says),))
    if sent is not None:
        content: bytes = sent.read()
        return content.decode("utf-8", errors="replace")
    return pasted_session(code, source=_("What you pasted"))
