"""A week by day and hour, with its sessions to open, to ask and to move."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runwright.domain.calendar import clock
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import standing
from runwright.domain.session import SessionKind
from runwright.domain.words import _
from runwright.formats.plan_html.labels import labels
from runwright.formats.plan_html.week_boxes import session_anchor
from runwright.formats.plan_words.dates import weekday, weekday_and_day
from runwright.web.coach.lighter import lighter_days
from runwright.web.coach.models import record_of
from runwright.web.diary.done import done_of
from runwright.web.season.followed import moves_of, notice_of, plan_of, shown
from runwright.web.season.move_views import missed_words
from runwright.web.season.safety import Guard


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session of the week.

    Attributes
    ----------
    days
        Days it could be asked to go to, each with its name; none for one that cannot move.
    is_held
        Whether the runner put it there by hand.
    """

    anchor: str
    script: str
    day: date
    title: str
    hue: str
    when: str
    days: tuple[tuple[date, str], ...]
    is_held: bool


@require_safe
def week(request: HttpRequest, number: int) -> HttpResponse:
    """Return one week with its sessions; each can be asked why, and moved."""
    found = plan_of(request)
    if found is None:
        return redirect("start")
    looked_at = shown(*found)
    if not 1 <= number <= len(looked_at.plan.weeks):
        raise Http404
    week = looked_at.plan.weeks[number - 1]
    asked, moves = found[1].file.asked, moves_of(*found)
    held = set() if asked is None else {one.day for one in asked.held}
    rows = []
    for planned in week.days:
        if planned.session is None:
            continue
        can_move = moves is not None and planned.day >= moves.today
        open_days = [
            one.day
            for one in week.days
            if can_move and moves is not None and moves.is_open(planned.day, one.day)
        ]
        rows.append(_row(planned, open_days, is_held=planned.day in held))
    context = {
        "w": looked_at.book.week(number - 1, is_open=False),
        "rows": rows,
        "done": done_of(found[0], [one.script for one in rows]),
        "today": looked_at.today,
        "days": [(one.day, weekday(one.day)) for one in week.days],
        "missed": missed_words(looked_at.library),
        "lighter": lighter_days(standing(record_of(found[0])), week.days[0].day, week.days[-1].day),
        "notice": notice_of(request, found[1]),
        "held": Guard(*found).gates,
        "t": labels(),
        "here": "week",
        "count": len(looked_at.plan.weeks),
        "this_week": (looked_at.facts.today_index or 0) + 1,
    }
    return render(request, "season/week.html", context)


def _row(planned: DayPlan, days: list[date], *, is_held: bool) -> SessionRow:
    session = planned.session
    if session is None:
        raise ValueError(planned)
    words = _("{day}, {time}, {minutes} min")
    return SessionRow(
        anchor=session_anchor(session),
        script=session.id,
        day=planned.day,
        title=session.title,
        hue="amber" if session.kind is SessionKind.JUMPS else "pine",
        when=words.format(
            day=weekday_and_day(planned.day),
            time=clock(session.placed.start_min),
            minutes=session.placed.duration_min,
        ),
        days=tuple((day, weekday_and_day(day)) for day in days),
        is_held=is_held,
    )
