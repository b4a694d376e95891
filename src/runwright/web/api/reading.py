"""What is there to read: the runner, the plan, the exercises."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from runwright.domain.words import _
from runwright.formats.values_json.encode import plain
from runwright.knowledge.library import load_library
from runwright.web.api.answers import json_text, json_value, not_there, runner_asking
from runwright.web.season.models import current_plan

router = Router(tags=["runner"])


@router.get("/runner", summary="The runner, as told")
def runner(request: HttpRequest) -> HttpResponse:
    """Return the runner and how they like to see things."""
    record = runner_asking(request)
    return json_value({
        "runner": plain(record.runner),
        "language": record.language,
        "units": record.units,
        "body": record.body,
        "palette": record.palette,
    })


@router.get("/plan", summary="The plan followed now (schemas/plan.schema.json)")
def plan(request: HttpRequest) -> HttpResponse:
    """Return the plan as it was made."""
    found = current_plan(runner_asking(request))
    if found is None:
        return not_there(_("There is no plan yet. Make one in the app first."))
    return json_text(found.document)


@router.get("/library/exercises", summary="Every exercise of the knowledge base")
def exercises(request: HttpRequest) -> HttpResponse:
    """Return the exercises with their cues, faults, kit and regions to be careful with."""
    del request
    found = load_library().exercises.values()
    return json_value([plain(one) for one in found])
