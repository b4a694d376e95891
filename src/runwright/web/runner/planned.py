"""A plan made from what is known of a runner now, and written down as the one to follow."""

from dataclasses import replace
from datetime import date, timedelta

from runwright.domain.calendar import monday_of
from runwright.domain.plan import SeasonPlan
from runwright.domain.runner import Blocked, Runner
from runwright.domain.words import _
from runwright.knowledge.library import load_library
from runwright.usecases.asked import Asked, asked_of
from runwright.usecases.plan_season import SeasonOrder, plan_season
from runwright.usecases.replan_season import Replan, replan_season
from runwright.web.clock import today_in
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import PlanRecord, current_plan, keep_plan


def plan_now(record: RunnerRecord, *, counts_new_runs: bool = True) -> PlanRecord:
    """Return the new plan; where a season is running, days before today stay as they were.

    Parameters
    ----------
    counts_new_runs
        Whether the weeks ahead follow what was run since the plan was made; else its runs stay, so
        that a change of the work changes nothing besides.

    Raises
    ------
    PlanImpossibleError
        If no plan can be made; the words say what would make it possible.
    """
    before = current_plan(record)
    if before is not None and before.file.asked is not None and _is_running(before, record):
        asked = before.file.asked
        if counts_new_runs:
            today = today_in(record.runner.timezone)
            asked = replace(asked, facts=replace(asked.facts, as_of=today))
        plan, asked = _anew(record, before.plan, asked)
        return keep_plan(record, plan, asked, because=_("Planned again after a change."))
    today = today_in(record.known.timezone)
    runner = _from(today, record.known)
    order = SeasonOrder(runner=runner, today=today, runs=record.runs(), start=monday_of(today))
    planned = plan_season(order, load_library())
    plan = planned.plan if today == monday_of(today) else _part_of_week_one(planned.plan)
    return keep_plan(record, plan, asked_of(planned.request), because=_("The first plan."))


def _from(today: date, runner: Runner) -> Runner:
    """Return the runner whose week begins today: nothing is planned for days that are gone."""
    monday = monday_of(today)
    if today == monday:
        return runner
    gone = Blocked(first=monday, last=today - timedelta(days=1), note=_("before the plan"))
    return replace(runner, blocked=(*runner.blocked, gone))


def _part_of_week_one(plan: SeasonPlan) -> SeasonPlan:
    """Return the plan without excuses for what the days that are gone could not hold."""
    return replace(plan, unmet=tuple(one for one in plan.unmet if one.week != 1))


def is_behind(record: RunnerRecord) -> bool:
    """Whether something was told after the plan was made."""
    plan = current_plan(record)
    return plan is not None and record.told_at > plan.made_at


def _is_running(before: PlanRecord, record: RunnerRecord) -> bool:
    today = today_in(record.runner.timezone)
    return before.plan.start <= today <= before.plan.weeks[-1].days[-1].day


def _anew(record: RunnerRecord, plan: SeasonPlan, asked: Asked) -> tuple[SeasonPlan, Asked]:
    """Return the season from today on, with the runs of the day its facts are of."""
    order = Replan(
        plan=plan,
        asked=asked,
        runner=record.known,
        today=today_in(record.runner.timezone),
        runs=record.runs(),
    )
    changed = replan_season(order, load_library())
    return changed.plan, changed.asked
