"""What the coach proposes, and the word on it."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from runwright.domain.errors import RunwrightError
from runwright.domain.proposal import Decision
from runwright.domain.words import _
from runwright.formats.values_json.encode import plain
from runwright.formats.values_json.fault import Fault
from runwright.usecases.decide import NotDeclinableError, NotOpenError
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.web.api.answers import (
    CONFLICT,
    json_value,
    not_there,
    runner_asking,
    text_sent,
    told_faults,
)
from runwright.web.coach.deciding import LONGEST_REASON, Word, decide_on, take_back
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.models import DecisionRecord, record_of
from runwright.web.season.models import current_plan

router = Router(tags=["coach"])


@router.get("/proposals", summary="What the coach proposes now, what matters most first")
def proposals(request: HttpRequest) -> HttpResponse:
    """Return the open proposals, each with its changes, their rules and reasons."""
    desk = _desk(request)
    return _no_plan() if desk is None else json_value([plain(one) for one in desk.proposals])


@router.post("/proposals/{proposal}", summary="A word on a proposal: accepted, declined, revoked")
def decide(request: HttpRequest, proposal: str) -> HttpResponse:
    """Return the line of the record; the body is ``{"decision": …, "because": …}``."""
    desk = _desk(request)
    if desk is None:
        return _no_plan()
    word = _word(text_sent(request))
    if isinstance(word, Fault):
        return told_faults(_("The decision cannot be used."), (word,))
    try:
        return json_value(plain(_said(desk, proposal, word).decided))
    except NotOpenError as error:
        return not_there(str(error))
    except (NotDeclinableError, PlanImpossibleError) as error:
        return _conflict(error)


@router.get("/decisions", summary="What was decided so far, oldest first; none is ever changed")
def decisions(request: HttpRequest) -> HttpResponse:
    """Return the record."""
    return json_value([plain(one) for one in record_of(runner_asking(request))])


def _desk(request: HttpRequest) -> CoachDesk | None:
    runner = runner_asking(request)
    plan = current_plan(runner)
    return None if plan is None else CoachDesk(runner, plan)


def _said(desk: CoachDesk, proposal: str, word: Word) -> DecisionRecord:
    if word.decision is not Decision.REVOKED:
        return decide_on(desk, proposal, word)
    line = desk.runner.decisions.filter(proposal=proposal).last()
    if line is None:
        raise NotOpenError
    return take_back(desk, line)


def _word(text: str) -> Word | Fault:
    try:
        told = json.loads(text)
        decision = Decision(told["decision"])
        because = str(told.get("because", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        wanted = ", ".join(one.value for one in Decision)
        return Fault(where="decision", says=_("expected one of: {wanted}.").format(wanted=wanted))
    return Word(decision=decision, because=because[:LONGEST_REASON])


def _no_plan() -> HttpResponse:
    return not_there(_("There is no plan yet. Make one in the app first."))


def _conflict(error: RunwrightError) -> HttpResponse:
    return JsonResponse({"code": error.code, "says": str(error)}, status=CONFLICT)
