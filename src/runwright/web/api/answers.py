"""What the API answers: documents as they are stored, and faults in words."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _
from runwright.formats.values_json.document import DocumentError
from runwright.formats.values_json.fault import Fault
from runwright.web.runner.models import RunnerRecord, runner_of

UNUSABLE = 422
NOT_THERE = 404
CONFLICT = 409


class NoRunnerError(RunwrightError):
    """Nobody has told who runs yet."""

    code = "no-runner"

    def __init__(self) -> None:
        super().__init__(_("There is no runner yet. Set one up in the app first."))


def runner_asking(request: HttpRequest) -> RunnerRecord:
    """Return the runner who asks.

    Raises
    ------
    NoRunnerError
        If they have not set one up.
    """
    runner = runner_of(request.user)
    if runner is None:
        raise NoRunnerError
    return runner


def json_text(text: str) -> HttpResponse:
    """Return a document that is JSON already."""
    return HttpResponse(text, content_type="application/json")


def json_value(value: object) -> HttpResponse:
    """Return plain values as JSON."""
    return json_text(json.dumps(value, ensure_ascii=False))


def told_faults(says: str, faults: tuple[Fault, ...]) -> HttpResponse:
    """Return everything that is wrong with what was sent."""
    told = [{"where": one.where, "says": one.says} for one in faults]
    return JsonResponse({"code": DocumentError.code, "says": says, "faults": told}, status=UNUSABLE)


def not_there(says: str) -> HttpResponse:
    """Return that something is not there, and what to do."""
    return JsonResponse({"code": "not-there", "says": says}, status=NOT_THERE)


def text_sent(request: HttpRequest) -> str:
    """Return the text that was sent; signs that are no UTF-8 become question marks.

    A document with such signs is refused for what is wrong in it, not for its encoding.
    """
    return request.body.decode("utf-8", errors="replace")
