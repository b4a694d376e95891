"""What another session would mean: what `runwright why-not` shows."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.screen import Screen
from runwright.domain.calendar import clock, monday_of
from runwright.domain.plan import Reason, SeasonPlan
from runwright.domain.session import Placed, SessionKind
from runwright.domain.words import N_, _, ngettext, opening
from runwright.formats.plan_words.dates import short_day, short_weekday, weekday_and_day
from runwright.usecases.ask_why import Move, WhyNot
from runwright.usecases.made_again import Standing

RULE = 7  # column of the words beside a rule's id
MOVES_SHOWN = 8
A_WEEK = timedelta(days=7)
SESSIONS = {
    SessionKind.HEAVY: N_("a heavy session"),
    SessionKind.HEAVY_JUMPS: N_("a heavy session with jumps"),
    SessionKind.FOUNDATION: N_("a session of learning the lifts"),
    SessionKind.SHORT: N_("a short session"),
    SessionKind.LIGHT: N_("a light session"),
    SessionKind.JUMPS: N_("jumps"),
}
HOW = {
    Standing.EXACT: N_(
        "Worked out exactly: the best season that holds it, against the best season of all."
    ),
    Standing.EDITED: N_(
        "The plan was edited since it was made, so nothing is rearranged around the session: it is "
        "moved as it is, and the plan audited again."
    ),
    Standing.OTHER_VERSION: N_(
        "The plan was made by another version of Runwright, which would plan it differently now. "
        "So the session is moved as it is, and the plan audited again."
    ),
    Standing.NOT_ASKED: N_(
        "The file does not say what the plan was made from, so nothing is rearranged around the "
        "session: it is moved as it is, and the plan audited again."
    ),
}


def points_word(points: int) -> str:
    """Return ``9 points``."""
    return ngettext("{n} point", "{n} points", abs(points)).format(n=points)


def placed_words(placed: Placed | None) -> str:
    """Return ``a short session, 18:00 to 18:25``; ``nothing`` for none."""
    if placed is None:
        return _("nothing")
    return _("{session}, {start} to {end}").format(
        session=_(SESSIONS[placed.kind]), start=clock(placed.start_min), end=clock(placed.end_min)
    )


def in_short(answer: WhyNot) -> str:
    """Return the answer in one sentence."""
    if answer.is_there:
        return _("It is there already.")
    if answer.breaks:
        first = answer.breaks[0]
        return _("No: {says} ({rule})").format(says=first.says, rule=first.rule)
    if answer.session is None or answer.extra_points is None:
        return _("No place for it.")
    if answer.extra_points == 0:
        return _("As good as now.")
    if answer.extra_points < 0:
        return _("{points} better than the plan as it stands.").format(
            points=points_word(-answer.extra_points)
        )
    dearest = answer.differences[0] if answer.differences else None
    why = f" {dearest.says} ({dearest.rule})" if dearest is not None and dearest.says else ""
    return _("{points} more.").format(points=points_word(answer.extra_points)) + why


def why_not_page(answer: WhyNot, plan: SeasonPlan, screen: Screen) -> list[str]:
    """Return the page of one "why not"."""
    title = _("{session} on {day}").format(
        session=opening(_(SESSIONS[answer.kind])), day=weekday_and_day(answer.day)
    )
    lines = [*screen.title(title), *screen.wrapped(_verdict(answer))]
    if answer.is_there:
        return lines
    lines += _told(_("Rules that stand against it"), answer.breaks, screen)
    lines += _told(_("What would give way"), answer.gives_way, screen)
    if answer.is_possible:
        lines += _told(_("What it costs, and what it saves"), answer.differences, screen)
        lines += _moves(answer, plan, screen)
    return [*lines, "", *screen.wrapped(screen.quiet(_(HOW[answer.standing])))]


def _verdict(answer: WhyNot) -> str:
    if answer.is_there:
        return _("It is there already: {what}. Ask why:  runwright why").format(
            what=placed_words(answer.session)
        )
    if not answer.is_possible:
        return _("It would break a firm rule.")
    where = _("It could be {what}.").format(what=placed_words(answer.session))
    points = answer.extra_points or 0
    if points == 0:
        return where + " " + _("It costs nothing: the plan would be as good.")
    if points < 0:
        return (
            where
            + " "
            + _("The plan would be {points} better.").format(points=points_word(-points))
        )
    return (
        where + " " + _("The season would cost {points} more.").format(points=points_word(points))
    )


def _told(title: str, reasons: Iterable[Reason], screen: Screen) -> list[str]:
    told = list(reasons)
    if not told:
        return []
    lines = screen.heading(title)
    for one in told:
        sign = "+" if one.points > 0 else ""
        cost = f"{sign}{points_word(one.points)}. " if one.points else ""
        lines += screen.labelled(one.rule, f"{cost}{one.says}".strip(), column=RULE)
    return lines


def _moves(answer: WhyNot, plan: SeasonPlan, screen: Screen) -> list[str]:
    moved = [*_instead(answer, plan), *answer.moved]
    if not moved:
        return []
    monday = monday_of(answer.day)
    near = [move for move in moved if monday - A_WEEK <= move[0] < monday + 2 * A_WEEK]
    lines = screen.heading(_("What else would change"))
    for day, now, then in near[:MOVES_SHOWN]:
        text = _("{now} becomes {then}").format(now=placed_words(now), then=placed_words(then))
        lines += screen.labelled(f"{short_weekday(day)} {short_day(day)}", text, column=14)
    rest = len(moved) - len(near[:MOVES_SHOWN])
    if rest > 0:
        more = ngettext("{n} more day changes.", "{n} more days change.", rest)
        lines += screen.wrapped(more.format(n=rest), "  ")
    return lines


def _instead(answer: WhyNot, plan: SeasonPlan) -> list[Move]:
    """The session the day holds now, where another takes its place."""
    day = plan.day(answer.day)
    if day is None or day.session is None:
        return []
    return [(answer.day, day.session.placed, answer.session)]


def why_not_answer(answer: WhyNot) -> Mapping[str, Any]:
    """Return the answer of `runwright why-not --json`."""
    return {
        "day": answer.day.isoformat(),
        "session": answer.kind.value,
        "says": in_short(answer),
        "possible": answer.is_possible,
        "already_there": answer.is_there,
        "placed": plain(answer.session),
        "extra_points": answer.extra_points,
        "breaks": plain(answer.breaks),
        "gives_way": plain(answer.gives_way),
        "differences": plain(answer.differences),
        "moved": [
            {"day": day.isoformat(), "from": plain(now), "to": plain(then)}
            for day, now, then in answer.moved
        ],
        "standing": answer.standing.value,
    }
