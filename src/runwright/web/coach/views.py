"""The pages of the coach: what changed and why, and the words on its proposals."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from runwright.domain.errors import RunwrightError
from runwright.domain.proposal import Decision
from runwright.knowledge.library import load_library
from runwright.usecases.decide import NotDeclinableError, NotOpenError
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.web.coach.deciding import LONGEST_REASON, Word, decide_on, take_back
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.models import DecisionRecord
from runwright.web.coach.on_page import DECIDED, coach_part
from runwright.web.coach.shown import CoachWords
from runwright.web.coach.stands import standing_page
from runwright.web.season.followed import plan_of

CONFLICT = 409


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Return what is open, and everything that was decided, with its reasons."""
    desk = desk_of(request)
    return redirect("start") if desk is None else _page(request, desk)


@require_safe
def stands(request: HttpRequest) -> HttpResponse:
    """Return where the runner stands with each exercise, and what the gates still ask."""
    desk = desk_of(request)
    if desk is None:
        return redirect("start")
    coach = desk.coach
    page = standing_page(coach.state, desk.plan.plan.gates, coach.around, load_library())
    return render(request, "coach/standing.html", {"page": page, "here": "progress"})


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Write down a word on one proposal, or on several at once, and go back to where it was said.

    Those that are not open any more change nothing.
    """
    desk = desk_of(request)
    if desk is None:
        return redirect("start")
    word = _word(request)
    lines, fault = [], None
    for proposal in request.POST.getlist("proposal"):
        try:
            lines.append(decide_on(desk, proposal, word))
        except (NotOpenError, NotDeclinableError, PlanImpossibleError) as error:
            fault = None if _is_said(desk, proposal, word) else error
    if fault is not None and not lines:
        return _page(request, desk, fault)
    return _back(request, lines)


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Take decisions back, and go to where that was asked."""
    desk = desk_of(request)
    if desk is None:
        return redirect("start")
    told = [int(one) for one in request.POST.getlist("line") if one.isdecimal()]
    rows = list(desk.runner.decisions.filter(pk__in=told))
    if not rows:
        raise Http404
    lines, fault = [], None
    for row in reversed(rows):
        try:
            lines.append(take_back(desk, row))
        except NotOpenError as error:
            fault = error
    if fault is not None and not lines:
        return _page(request, desk, fault)
    return _back(request, lines)


def desk_of(request: HttpRequest) -> CoachDesk | None:
    """Return the coach of the runner who is signed in; None before the first plan."""
    found = plan_of(request)
    return None if found is None else CoachDesk(*found)


def _is_said(desk: CoachDesk, proposal: str, word: Word) -> bool:
    """Whether the same was said before: a second tap changes nothing, and is no fault."""
    return any(
        one.proposal.id == proposal and one.decision is word.decision for one in desk.standing
    )


def _word(request: HttpRequest) -> Word:
    told = request.POST.get("decision", "")
    decision = Decision.DECLINED if told == Decision.DECLINED.value else Decision.ACCEPTED
    reasons = (request.POST.get("reason", ""), request.POST.get("because", ""))
    because = " ".join(one.strip() for one in reasons if one.strip())
    return Word(decision=decision, because=because[:LONGEST_REASON])


def _back(request: HttpRequest, lines: list[DecisionRecord]) -> HttpResponse:
    told = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(told, allowed_hosts=None)
    decided = "-".join(str(one.pk) for one in lines)
    return redirect(f"{told if is_ours and '?' not in told else '/coach/'}?{DECIDED}={decided}")


def _page(
    request: HttpRequest, desk: CoachDesk, fault: RunwrightError | None = None
) -> HttpResponse:
    words = CoachWords(load_library())
    part = coach_part(desk, request, most=None)
    context = {
        "coach": part,
        "weeks": list(words.weeks(desk.runner.decisions.all(), desk.today)),
        "fault": "" if fault is None else str(fault),
        "here": "diary",
    }
    return render(request, "coach/coach.html", context, status=200 if fault is None else CONFLICT)
