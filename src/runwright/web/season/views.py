"""The pages of the plan: today and any other day, a week, the season."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runwright.figures import Show
from runwright.formats.plan_html.first_view import gates_first_urgent, gave_way
from runwright.formats.plan_html.glyphs import kinds_used, legend
from runwright.formats.plan_html.header_view import page_title, what_weeks_ask, where_now
from runwright.formats.plan_html.labels import labels
from runwright.formats.plan_html.season_chart import SeasonChart
from runwright.formats.plan_html.season_phone import SeasonRows
from runwright.formats.plan_html.week_words import week_asks, week_span
from runwright.formats.plan_words.kinds import phase_name
from runwright.usecases.asked import closed_gates
from runwright.usecases.safety import TOLD
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.on_page import CoachPart, coach_part, safety_part
from runwright.web.diary.check_in_form import place_name
from runwright.web.diary.done import done_of
from runwright.web.diary.morning_view import Morning, morning_of
from runwright.web.figures import figure_url
from runwright.web.season.followed import Found, notice_of
from runwright.web.season.followed import plan_of as _plan_of
from runwright.web.season.followed import shown as _shown
from runwright.web.season.safety import Guard, planned_anew
from runwright.web.season.shown import ShownPlan
from runwright.web.season.today_view import day_page, days_words


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Return the day it is; the first page where nothing is planned yet."""
    found = _plan_of(request)
    if found is None:
        return redirect("start")
    desk = CoachDesk(*found)
    shown = _shown(*found, desk.day)
    morning = morning_of(found[0], shown.today)
    guard = Guard(*found)
    gates = [gate.rule for gate in guard.gates]
    part = safety_part if guard.everywhere else coach_part
    coach = part(desk, request, said_elsewhere=gates)
    return _day(request, found, shown, shown.today, morning, coach)


@require_safe
def day(request: HttpRequest, day: str) -> HttpResponse:
    """Return a day of the plan."""
    found = _plan_of(request)
    if found is None:
        return redirect("start")
    try:
        asked = date.fromisoformat(day)
    except ValueError as error:
        raise Http404 from error
    return _day(request, found, _shown(*found, CoachDesk(*found).day), asked)


def _day(  # what the page is made of
    request: HttpRequest,
    found: Found,
    shown: ShownPlan,
    asked: date,
    morning: Morning | None = None,
    coach: CoachPart | None = None,
) -> HttpResponse:
    page = day_page(shown, asked)
    if page is None:
        asked = shown.plan.weeks[0].days[0].day
        page = day_page(shown, asked)
    held = Guard(*found).on(asked)
    said = () if morning is None else tuple(one.rule for one in morning.heard.gates)
    context = {
        "page": page,
        "done": {} if page is None else done_of(found[0], page.scripts),
        "is_gone": page is not None and page.day < shown.today,
        "t": labels(),
        "days_words": days_words,
        "morning": morning,
        "coach": coach,
        "held": [one for one in held.gates if one.rule not in said],
        "waits": bool(held.locks),
        "told_today": bool(said),
        "anew": planned_anew(request, found[0]),
        "place_name": place_name,
        "figure_of": lambda name: figure_url(name, Show.STILL, found[0]),
        "here": "today",
    }
    return render(request, "season/day.html", context)


def _week_address(number: int) -> str:
    return reverse("week", args=[number])


@require_safe
def season(request: HttpRequest) -> HttpResponse:
    """Return the whole season on one page."""
    found = _plan_of(request)
    if found is None:
        return redirect("start")
    shown = _shown(*found)
    facts, plan = shown.facts, shown.plan
    closed = closed_gates(plan, found[1].file.asked, shown.today)
    held = Guard(*found).on(shown.today)
    rows = [
        {
            "number": week.number,
            "span": week_span(week),
            "phase": phase_name(week.phase),
            "asks": " · ".join(week_asks(facts, week)),
            "is_now": index == facts.today_index,
        }
        for index, week in enumerate(facts.weeks)
    ]
    context = {
        "title": page_title(facts),
        "where_now": where_now(facts),
        "asks": what_weeks_ask(facts),
        "gates": gates_first_urgent((*held.gates, *(g for g in closed if g.rule not in TOLD))),
        "held": bool(held.gates),
        "gave_way": gave_way(plan, facts),
        "plan": plan,
        "wide": SeasonChart(facts, _week_address).draw(),
        "tall": SeasonRows(facts).draw(),
        "legend": legend(kinds_used(plan)),
        "rows": rows,
        "notice": notice_of(request, found[1]),
        "t": labels(),
        "here": "season",
    }
    return render(request, "season/season.html", context)
