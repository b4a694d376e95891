"""What a session on another day would mean, in words: what bends, what it costs, what moves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from runwright.domain.calendar import clock, monday_of
from runwright.domain.plan import Reason, SeasonPlan
from runwright.domain.session import Placed
from runwright.domain.words import _, ngettext
from runwright.formats.plan_html.why_view import RuleShelf, Speaks, points_words, speaks_of
from runwright.formats.plan_words.dates import weekday, weekday_and_day
from runwright.planning.tables import FORBIDDEN
from runwright.rules.week_dose import kind_word
from runwright.usecases.ask_why import Move, WhyNot

FULL = 100  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChoice:
    """A day of the week, and what the session would cost there.

    Attributes
    ----------
    cost
        In words: its points, ``as planned``, or that it cannot be.
    share
        Length of the bar. 0 to 100 [percent]
    because
        The dearest reason, or the firm rule that closes the day.
    """

    day: date
    weekday: str
    name: str
    at: str
    cost: str
    share: int
    because: str
    rule: str
    is_here: bool
    is_possible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChoice:
    """A start on the day asked about, and what the session would cost there.

    Attributes
    ----------
    cost
        Beside the start that costs least, in words; '' where all cost the same.
    """

    start_min: int
    at: str
    cost: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A session on a day.

    Attributes
    ----------
    lead, more
        Whether it can be, in a sentence; and what else there is to say.
    dearer, better
        Rules that cost more, and that cost less.
    others
        What else moves, a sentence each.
    starts
        The starts to choose from; empty where there is but one.
    is_now
        Whether this is how it stands already.
    """

    day: date
    heading: str
    lead: str
    more: str
    is_possible: bool
    at: str
    breaks: tuple[Speaks, ...]
    bends: tuple[Speaks, ...]
    dearer: tuple[Speaks, ...]
    better: tuple[Speaks, ...]
    others: tuple[str, ...]
    total: str
    starts: tuple[StartChoice, ...]
    is_now: bool


def verdict_of(
    found: WhyNot,
    source: date,
    plan: SeasonPlan,
    shelf: RuleShelf,
    starts: Sequence[WhyNot],
) -> Verdict:
    """Return what it means to move the session of `source` there, and when else it could begin."""
    bent = {one.rule for one in found.gives_way}
    costing = [one for one in found.differences if one.rule not in bent]
    heading = _("{title} on {weekday}?").format(
        title=title_on(plan, source), weekday=weekday(found.day)
    )
    return Verdict(
        day=found.day,
        heading=heading,
        lead=_lead(found),
        more=_more(found),
        is_possible=found.is_possible,
        at="" if found.session is None else clock(found.session.start_min),
        breaks=speaks_of(found.breaks, shelf),
        bends=speaks_of([_sentence(one) for one in found.gives_way], shelf),
        dearer=speaks_of([one for one in costing if one.points > 0], shelf),
        better=speaks_of([_gain(one) for one in costing if one.points < 0], shelf),
        others=tuple(moves_in_words(found.moved, plan)),
        total=_total(found),
        starts=starts_of(starts, found),
        is_now=_is_now(found, source, plan),
    )


def _is_now(found: WhyNot, source: date, plan: SeasonPlan) -> bool:
    planned = plan.day(source)
    here = None if planned is None or planned.session is None else planned.session.placed
    return found.day == source and found.session == here


def starts_of(starts: Sequence[WhyNot], chosen: WhyNot) -> tuple[StartChoice, ...]:
    """Return the starts of a day with what each costs more than the best; empty for one alone."""
    at = None if chosen.session is None else chosen.session.start_min
    costs = [(one.session.start_min, one.extra_points or 0) for one in starts if one.session]
    if at is None or len(costs) <= 1:
        return ()
    least, most = min(cost for _at, cost in costs), max(cost for _at, cost in costs)
    return tuple(
        StartChoice(
            start_min=start_min,
            at=clock(start_min),
            cost="" if least == most else _beside_least(cost - least),
            is_chosen=start_min == at,
        )
        for start_min, cost in costs
    )


def _beside_least(more: int) -> str:
    if more == 0:
        return _("costs least")
    return _("{points} more").format(points=points_words(more))


def _lead(found: WhyNot) -> str:
    if not found.is_possible:
        return _("Not possible.")
    bent = len({one.rule for one in found.gives_way})
    if bent == 0:
        return _("Possible. No firm rule bends.")
    return ngettext(
        "Possible, with {n} firm rule bent.", "Possible, with {n} firm rules bent.", bent
    ).format(n=bent)


def _more(found: WhyNot) -> str:
    if not found.is_possible or found.session is None:
        return _("A firm rule stands against it, and it does not give way.")
    return _("It would start at {time} and take {minutes} min.").format(
        time=clock(found.session.start_min), minutes=found.session.duration_min
    )


def _total(found: WhyNot) -> str:
    extra = found.extra_points
    if extra is None:
        return ""
    if extra == 0:
        return _("It costs the plan nothing.")
    if extra <= -FORBIDDEN // 2:
        return _("A firm rule that had to give way holds again.")
    if extra < 0:
        return _("The plan gets better by {points}.").format(points=points_words(-extra))
    return _("It costs the plan {points} more. The fewer, the better.").format(
        points=points_words(extra)
    )


def choices_of(found: Sequence[WhyNot], source: date, at: Placed) -> tuple[DayChoice, ...]:
    """Return the days a session could be on, its own among them, in their order."""
    dearest = max((one.extra_points or 0 for one in found), default=0)
    here = DayChoice(
        day=source,
        weekday=weekday(source),
        name=weekday_and_day(source),
        at=clock(at.start_min),
        cost=_("as planned"),
        share=0,
        because="",
        rule="",
        is_here=True,
        is_possible=True,
    )
    others = [_choice(one, dearest) for one in found]
    return tuple(sorted((here, *others), key=lambda one: one.day))


def _choice(found: WhyNot, dearest: int) -> DayChoice:
    reason = _main_reason(found)
    extra = found.extra_points or 0
    cost = _("closed")
    if found.is_possible:
        cost = points_words(extra) if extra > 0 else _("nothing more")
    return DayChoice(
        day=found.day,
        weekday=weekday(found.day),
        name=weekday_and_day(found.day),
        at="" if found.session is None else clock(found.session.start_min),
        cost=cost,
        share=round(FULL * max(0, extra) / dearest) if dearest else 0,
        because="" if reason is None else reason.says,
        rule="" if reason is None else reason.rule,
        is_here=False,
        is_possible=found.is_possible,
    )


def _main_reason(found: WhyNot) -> Reason | None:
    if found.breaks:
        return found.breaks[0]
    if found.gives_way:
        return _sentence(found.gives_way[0])
    paid = [one for one in found.differences if one.points > 0]
    return paid[0] if paid else None


def _sentence(reason: Reason) -> Reason:
    says = reason.says[:1].upper() + reason.says[1:] + ("" if reason.says.endswith(".") else ".")
    return Reason(rule=reason.rule, says=says, points=reason.points)


def _gain(reason: Reason) -> Reason:
    """A rule that costs less: what it no longer minds, without points to pay."""
    return Reason(rule=reason.rule, says=reason.says)


def title_on(plan: SeasonPlan, day: date) -> str:
    """Return the title of a day's session; '' where it has none."""
    planned = plan.day(day)
    return "" if planned is None or planned.session is None else planned.session.title


def moves_in_words(moved: Sequence[Move], plan: SeasonPlan) -> list[str]:
    """Return what changes, by day; a session that leaves a day for another of its week once."""
    weeks = groupby(sorted(moved, key=lambda one: one[0]), lambda one: monday_of(one[0]))
    return [words for _monday, days in weeks for words in _of_week(list(days), plan)]


def _of_week(moved: Sequence[Move], plan: SeasonPlan) -> Iterator[str]:
    come = [(day, now) for day, was, now in moved if was is None and now is not None]
    for day, was, now in moved:
        if was is None:
            continue
        if now is not None:
            yield _shifts(plan, day, was, now) if was.kind is now.kind else _becomes(plan, day, now)
            continue
        to = next((one for one in come if one[1].kind is was.kind), None)
        if to is not None:
            come.remove(to)
            yield _goes(plan, day, *to)
        else:
            words = _("{title} on {day} falls away.")
            yield words.format(title=title_on(plan, day), day=weekday_and_day(day))
    for day, placed in come:
        yield _comes(day, placed)


def _becomes(plan: SeasonPlan, day: date, placed: Placed) -> str:
    words = _("{title} on {day} becomes a {session}, {time}, {minutes} min.")
    return words.format(
        title=title_on(plan, day),
        day=weekday_and_day(day),
        session=kind_word(placed.kind),
        time=clock(placed.start_min),
        minutes=placed.duration_min,
    )


def _comes(day: date, placed: Placed) -> str:
    words = _("{day} gets a {session}, {time}, {minutes} min.")
    return words.format(
        day=weekday_and_day(day),
        session=kind_word(placed.kind),
        time=clock(placed.start_min),
        minutes=placed.duration_min,
    )


def _goes(plan: SeasonPlan, source: date, day: date, placed: Placed) -> str:
    words = _("{title} goes from {source} to {day}, {time}.")
    return words.format(
        title=title_on(plan, source),
        source=weekday(source),
        day=weekday_and_day(day),
        time=clock(placed.start_min),
    )


def _shifts(plan: SeasonPlan, day: date, was: Placed, now: Placed) -> str:
    title, on = title_on(plan, day), weekday_and_day(day)
    if was.start_min == now.start_min:
        words = _("{title} on {day} takes {minutes} min instead of {before}.")
        return words.format(title=title, day=on, minutes=now.duration_min, before=was.duration_min)
    words = _("{title} on {day} starts at {time} instead of {before}.")
    return words.format(title=title, day=on, time=clock(now.start_min), before=clock(was.start_min))
