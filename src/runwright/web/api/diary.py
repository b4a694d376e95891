"""What comes into the diary: performed sessions, once each, and check-ins."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from runwright.domain.check_in import CheckIn
from runwright.domain.words import _
from runwright.formats.session_json import performed_text, read_performed
from runwright.formats.values_json.decode import Decoder, UnreadableError
from runwright.formats.values_json.document import DocumentError
from runwright.formats.values_json.encode import plain
from runwright.formats.values_json.fault import Fault
from runwright.usecases.record_session import record_session
from runwright.web.api.answers import (
    CONFLICT,
    json_text,
    json_value,
    runner_asking,
    text_sent,
    told_faults,
)
from runwright.web.clock import now_utc
from runwright.web.diary.models import TableDiary, keep_check_in
from runwright.web.season.safety import following

router = Router(tags=["diary"])


@router.post("/performed", summary="Take a performed session (schemas/performed.schema.json)")
def performed(request: HttpRequest, runner: int | None = None) -> HttpResponse:
    """Return the receipt of a session that is in the diary; sent again, it changes nothing.

    A phone that kept it says whose it is; nobody else takes it.
    """
    record = runner_asking(request)
    if runner is not None and runner != record.pk:
        says = _("This session is somebody else's. It waits until they sign in on this phone.")
        return JsonResponse({"code": "other-runner", "says": says}, status=CONFLICT)
    try:
        session = read_performed(text_sent(request), source=_("The session"))
    except DocumentError as error:
        return told_faults(str(error), error.faults)
    with following(record):
        receipt = record_session(TableDiary(record), session, received_at=now_utc())
    return json_value({"session": receipt.session, "already_known": receipt.already_known})


@router.get("/performed", summary="Every performed session, by start")
def sessions(request: HttpRequest, script: str = "") -> HttpResponse:
    """Return the diary's sessions in their latest versions; of one script where it is named."""
    diary = TableDiary(runner_asking(request))
    found = diary.of_script(script) if script else diary.sessions()
    return json_text("[" + ",\n".join(performed_text(one) for one in found) + "]")


@router.post("/check-ins", summary="Take a check-in; told again on a day, the later word counts")
def check_ins(request: HttpRequest) -> HttpResponse:
    """Return the check-in as it was written down."""
    runner = runner_asking(request)
    decoder = Decoder()
    try:
        told: CheckIn = decoder.read(CheckIn, json.loads(text_sent(request)), "")
    except (UnreadableError, RecursionError):
        return told_faults(_("The check-in cannot be used."), tuple(decoder.faults))
    except ValueError:
        cut = Fault(where="", says=_("expected a JSON object; the text may have been cut off."))
        return told_faults(_("The check-in cannot be used."), (cut,))
    with following(runner):
        keep_check_in(runner, told)
    return json_value(plain(told))
