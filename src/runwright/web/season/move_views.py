"""Moving a session to another day: every day's price, what bends, and the move itself."""

from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from runwright.domain.plan import SeasonPlan
from runwright.domain.words import _
from runwright.formats.plan_html.labels import labels
from runwright.formats.plan_html.why_view import points_words
from runwright.formats.plan_words.dates import weekday, weekday_and_day
from runwright.knowledge.library import Library, load_library
from runwright.usecases.move_session import MoveSession, NotMovableError
from runwright.web.season.followed import CHANGED, Found, keep_changed, moves_of, plan_of, shown
from runwright.web.season.verdicts import Verdict, choices_of, title_on, verdict_of


def day_in(words: str) -> date:
    """Return the day an address names.

    Raises
    ------
    Http404
        If it names none.
    """
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise Http404 from error


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, day: str) -> HttpResponse:
    """Return what other days would cost, and what the chosen one means; or move the session."""
    found = plan_of(request)
    if found is None:
        return redirect("start")
    source = day_in(day)
    planned = found[1].plan.day(source)
    if planned is None:
        raise Http404
    meant = request.POST.get("session", "")
    if planned.session is None or (meant and planned.session.id != meant):
        # moved already, here or on another device
        return redirect("week", number=week_number(found[1].plan, source))
    moves = moves_of(*found)
    if moves is None:
        return _page(request, found, source, None, _unknown())
    if request.method == "POST":
        return _moved(request, found, moves, source)
    return _page(request, found, source, moves)


def _unknown() -> str:
    return _("This plan does not say how it was made, so nothing in it can be moved.")


def _moved(request: HttpRequest, found: Found, moves: MoveSession, source: date) -> HttpResponse:
    runner, record = found
    target = day_in(request.POST.get("to", ""))
    try:
        at = _start_in(request.POST, moves, source, target)
        changed = moves.moved(source, target, at)
    except NotMovableError as error:
        return _page(request, found, source, moves, str(error))
    words = _("Moved {title} from {source} to {day}.")
    if target == source:
        words = _("{title} on {day} begins at another time.")
    because = words.format(
        title=title_on(record.plan, source),
        source=weekday(source),
        day=weekday_and_day(target),
    )
    kept = keep_changed(runner, changed, because)
    number = week_number(changed.plan, target)
    return redirect(f"{reverse('week', args=[number])}?{CHANGED}={kept.pk}")


def week_number(plan: SeasonPlan, day: date) -> int:
    """Return the number of the week that holds a day of the plan."""
    return next(w.number for w in plan.weeks if any(one.day == day for one in w.days))


def _page(
    request: HttpRequest,
    found: Found,
    source: date,
    moves: MoveSession | None,
    fault: str = "",
) -> HttpResponse:
    plan = found[1].plan
    planned = plan.day(source)
    context = {
        "title": title_on(plan, source),
        "session": "" if planned is None or planned.session is None else planned.session.id,
        "source": source,
        "source_name": weekday_and_day(source),
        "source_weekday": weekday(source),
        "week": week_number(plan, source),
        "choices": (),
        "verdict": None,
        "fault": fault,
        "missed": missed_words(load_library()),
        "t": labels(),
        "here": "week",
    }
    if moves is not None and planned is not None and planned.session is not None:
        try:
            others = moves.choices(source)
        except NotMovableError as error:
            context["fault"] = str(error)
        else:
            context["choices"] = choices_of(others, source, planned.session.placed)
            context["verdict"] = _verdict(request, found, source, moves)
    return render(request, "season/move.html", context, status=409 if fault else 200)


def _verdict(
    request: HttpRequest, found: Found, source: date, moves: MoveSession
) -> Verdict | None:
    told = request.GET.get("to") or request.POST.get("to")
    if not told:
        return None
    target = day_in(told)
    if target != source and not moves.is_open(source, target):
        return None
    looked_at = shown(*found)
    at = _start_in(request.GET, moves, source, target)
    planned = looked_at.plan.day(source)
    if at is None and target == source and planned is not None and planned.session is not None:
        at = planned.session.placed.start_min
    chosen = moves.choice(source, target, at)
    starts = moves.starts(source, target) if chosen.is_possible else ()
    return verdict_of(chosen, source, looked_at.plan, looked_at.shelf, starts)


def _start_in(
    told: Mapping[str, str], moves: MoveSession, source: date, target: date
) -> int | None:
    """Return the start that was chosen; None for the best, and for one that is not offered. [min]

    Raises
    ------
    NotMovableError
        If the session cannot go there at all.
    """
    words = told.get("at", "")
    offered = moves.starts(source, target) if words.isdecimal() else ()
    starts = {one.session.start_min for one in offered if one.session is not None}
    return int(words) if words.isdecimal() and int(words) in starts else None


def missed_words(library: Library) -> str:
    """Return what a missed heavy session costs, to read the points against."""
    points = int(library.weights["missing_heavy"]["value"])
    return _("To compare: a missed heavy session costs {points}.").format(
        points=points_words(points)
    )
