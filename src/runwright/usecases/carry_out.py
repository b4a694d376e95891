"""What an accepted proposal does to the plan; most do nothing to it, and reach the script alone."""

from runwright.domain.proposal import ChangeKind, Decided, Decision
from runwright.usecases.coach import Coach
from runwright.usecases.propose_week import week_as_it_went
from runwright.usecases.replan_season import ChangedPlan, Replan, replan_season

MOVES = frozenset({ChangeKind.MOVE, ChangeKind.DROP})


def carried_out(coach: Coach, decided: Decided) -> ChangedPlan | None:
    """Return the plan a decision leads to; None where it changes no day of it.

    Raises
    ------
    PlanImpossibleError
        If no such plan can be.
    """
    order = coach.order
    if decided.decision is not Decision.ACCEPTED or order.asked is None:
        return None
    kinds = {change.kind for change in decided.proposal.changes}
    if kinds & MOVES:
        week = week_as_it_went(coach)
        changed = None if week is None else week.accepted()
        return None if changed is None or changed.plan == order.plan else changed
    if ChangeKind.NEED not in kinds:
        return None
    again = Replan(plan=order.plan, asked=order.asked, runner=order.runner, today=order.today)
    return replan_season(again, coach.library)
