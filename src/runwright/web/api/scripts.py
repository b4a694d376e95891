"""Scripts of the days ahead, whole, as the player keeps them."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router
from pydantic import Field

from runwright.domain.words import _
from runwright.figures import Show
from runwright.formats.session_json import script_text
from runwright.formats.values_json.encode import plain
from runwright.web.api.answers import json_text, json_value, not_there, runner_asking
from runwright.web.figures import figure_query
from runwright.web.player.locks import lock_told, locks_on, sorted_out
from runwright.web.player.scripts import DAYS_KEPT, ScriptDesk, last_used

DAYS_MOST = 14
LOCKED = 423

router = Router(tags=["sessions"])


@router.get("/scripts/", summary="The scripts of some days, five unless told otherwise")
def scripts(
    request: HttpRequest,
    day: date | None = None,
    days: Annotated[int, Field(ge=1, le=DAYS_MOST)] = DAYS_KEPT,
) -> HttpResponse:
    """Return whole scripts from a day on, what the runner used last, and how figures look.

    What has to wait is not among the scripts; why stands under ``locked``, by id.
    """
    runner = runner_asking(request)
    desk = ScriptDesk(runner)
    found, waiting = sorted_out(runner, desk.days(desk.today if day is None else day, days))
    return json_value({
        "scripts": [plain(one) for one in found],
        "locked": {name: lock_told(gates) for name, gates in waiting.items()},
        "last": last_used(runner),
        "figures": figure_query(Show.MOVING, runner),
    })


@router.get("/scripts/{script_id}", summary="One script (schemas/script.schema.json)")
def script(request: HttpRequest, script_id: str) -> HttpResponse:
    """Return a script by its id; 423 with the words of its lock while it has to wait."""
    runner = runner_asking(request)
    found = ScriptDesk(runner).script(script_id)
    locks = locks_on(runner, script_id, found)
    if locks:
        return JsonResponse(lock_told(locks), status=LOCKED)
    if found is None:
        return not_there(_("That session is not in the plan any more. Today shows what is."))
    return json_text(script_text(found))


@router.get("/last", summary="Load and repetitions used last in each exercise")
def last(request: HttpRequest) -> HttpResponse:
    """Return what the runner used last."""
    return json_value(last_used(runner_asking(request)))
