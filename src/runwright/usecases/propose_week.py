"""What the rest of a week changes after something was missed, moved, done on top or run (S12)."""

from dataclasses import replace
from datetime import timedelta

from runwright.domain.proposal import Proposal
from runwright.domain.said import together
from runwright.domain.words import _
from runwright.usecases.coach import Coach
from runwright.usecases.proposing import asked_once
from runwright.usecases.replan_missed import WeekAsItWent
from runwright.usecases.replan_season import ChangedPlan

WEEK_RULE = "S12"


def week_as_it_went(coach: Coach) -> WeekAsItWent | None:
    """Return the week of today as it went; None for a plan that does not say how it was made."""
    order = coach.order
    if order.asked is None:
        return None
    done_today = any(one.started_at.date() == order.today for one in coach.told.sessions)
    return WeekAsItWent(
        ChangedPlan(plan=order.plan, asked=order.asked),
        order.runner,
        coach.told.sessions,
        coach.library,
        today=order.today + timedelta(days=done_today),
        runs=order.runs,
    )


def week_proposal(coach: Coach) -> tuple[Proposal, ...]:
    """Return the nearest good rest of the week, asked once for what happened in it."""
    went = week_as_it_went(coach)
    if went is None or not went.is_news or _is_decided(went.facts, coach):
        return ()
    rest = went.rest()
    if not rest.changes:
        return ()
    first = rest.changes[0]
    said = (replace(first, because=together([*rest.says, first.because])), *rest.changes[1:])
    return asked_once(coach.decided, (_("The rest of the week"), said))


def _is_decided(facts: str, coach: Coach) -> bool:
    """Whether the runner said yes or no to a rest of the week after the same things happened."""
    return any(
        change.rule == WEEK_RULE and change.facts == facts
        for one in coach.told.decisions
        for change in one.proposal.changes
    )
