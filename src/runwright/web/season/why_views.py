"""Why a day is as it is: what speaks for it, rule by rule, and what the other days would mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runwright.domain.plan import DayPlan, PlannedSession, Reason
from runwright.domain.words import _
from runwright.formats.plan_html.badges import Badge, legend_of
from runwright.formats.plan_html.gaps import events_of, limits_of
from runwright.formats.plan_html.labels import labels
from runwright.formats.plan_html.why_view import (
    Speaks,
    WhyView,
    speaks_of,
    why_view,
)
from runwright.formats.plan_words.dates import weekday, weekday_and_day
from runwright.usecases.move_session import MoveSession
from runwright.web.season.followed import Found, moves_of, plan_of, shown
from runwright.web.season.move_views import day_in, missed_words, week_number
from runwright.web.season.shown import ShownPlan
from runwright.web.season.verdicts import DayChoice, choices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A session of the week, and what it would mean on the day that is asked about.

    Attributes
    ----------
    source
        The day it is on.
    """

    title: str
    source: date
    choice: DayChoice


@require_safe
def why(request: HttpRequest, day: str) -> HttpResponse:
    """Return why a day is as it is."""
    found = plan_of(request)
    if found is None:
        return redirect("start")
    asked_day, looked_at = day_in(day), shown(*found)
    planned = looked_at.plan.day(asked_day)
    if planned is None:
        raise Http404
    moves = moves_of(*found)
    view = _why(looked_at, planned)
    small = tuple(
        (extra.title, speaks_of(extra.reasons, looked_at.shelf))
        for extra in planned.extras
        if extra.reasons
    )
    gave_way = _gave_way(looked_at, planned)
    spoken = (*view.speaks, *gave_way, *(one for _title, told in small for one in told))
    context = {
        "day": planned,
        "name": weekday_and_day(asked_day),
        "heading": _heading(planned),
        "why": view,
        "small": small,
        "gave_way": gave_way,
        "others": _others(planned, moves),
        "asked": _asked(found, planned, moves),
        "sure": legend_of(_badges(spoken)),
        "missed": missed_words(looked_at.library),
        "week": week_number(looked_at.plan, asked_day),
        "t": labels(),
        "here": "week",
    }
    return render(request, "season/why.html", context)


def _heading(planned: DayPlan) -> str:
    if planned.session is None:
        return _("Why {day} holds no strength").format(day=weekday(planned.day))
    return _("Why {title} is on {day}").format(
        title=planned.session.title, day=weekday(planned.day)
    )


def _why(looked_at: ShownPlan, planned: DayPlan) -> WhyView:
    session = planned.session
    if session is None:
        return WhyView(lead="", speaks=(), total="")
    events = events_of(looked_at.plan)
    event = next(one for one in events if one.session is not None and one.session.id == session.id)
    limits = limits_of(looked_at.library, looked_at.plan.made_with.protocol)
    bare = _without_other_days(session)
    return why_view(bare, looked_at.shelf, (event, events, limits))


def _without_other_days(session: PlannedSession) -> PlannedSession:
    """The session without its "Not Thursday: …": the page asks those days anew."""
    start = _("Not {day}: {because}.").partition("{")[0]
    reasons = tuple(one for one in session.reasons if not (start and one.says.startswith(start)))
    return replace(session, reasons=reasons)


def _gave_way(looked_at: ShownPlan, planned: DayPlan) -> tuple[Speaks, ...]:
    reasons = [
        Reason(rule=one.rule, says=one.says)
        for one in looked_at.plan.relaxed
        if one.day == planned.day
    ]
    return speaks_of(reasons, looked_at.shelf)


def _others(planned: DayPlan, moves: MoveSession | None) -> tuple[DayChoice, ...]:
    """What the other days of its week would cost the session; nothing for a past one."""
    if moves is None or planned.session is None or planned.day < moves.today:
        return ()
    return choices_of(moves.choices(planned.day), planned.day, planned.session.placed)


def _asked(found: Found, planned: DayPlan, moves: MoveSession | None) -> tuple[Asked, ...]:
    """What each session of the week would mean on a day without one."""
    if moves is None or planned.session is not None or planned.day < moves.today:
        return ()
    week = next(one for one in found[1].plan.weeks if planned in one.days)
    asked = []
    for other in week.days:
        if other.session is None or other.day < moves.today:
            continue
        whynot = moves.choice(other.day, planned.day)
        (choice,) = (
            one
            for one in choices_of((whynot,), other.day, other.session.placed)
            if one.day == planned.day
        )
        asked.append(Asked(title=other.session.title, source=other.day, choice=choice))
    return tuple(asked)


def _badges(spoken: Sequence[Speaks]) -> set[Badge]:
    return {badge for one in spoken for badge in one.rule.badges}
