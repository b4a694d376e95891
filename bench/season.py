"""How long planning takes: placement, the whole plan, a week anew, why, why not, audit."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bench.runners import START, request
from runwright.domain.runner import Blocked
from runwright.domain.session import SessionKind
from runwright.knowledge.library import load_library
from runwright.planning.placement import Placement
from runwright.planning.planner import PlannedSeason, plan_of, rule_book, search_for
from runwright.planning.replan import replan_week
from runwright.planning.request import PlanRequest
from runwright.rules.registry import RuleBook
from runwright.usecases.audit_plan import audit_planned

SEASONS = 40
WEEK = 5  # the week that is planned anew


def timed_ms(work: Callable[[], object]) -> float:
    """Milliseconds `work` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def spread(values: list[float]) -> dict[str, float]:
    """Median and 95th percentile, rounded to a tenth."""
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 1),
    }


def measure(seasons: int = SEASONS) -> dict[str, object]:
    """All figures; every season starts with empty tables, as a first plan does. [ms]"""
    library = load_library()
    found: dict[str, object] = {"seasons": seasons}
    for weeks in (12, 24, 52):
        times = []
        for seed in range(seasons):
            asked = request(seed, weeks, library)
            book = rule_book(asked)
            times.append(timed_ms(partial(_placed, asked, book)))
        found[f"placement_{weeks}_weeks_ms"] = spread(times)
    found |= _on_plans(seasons)
    return found


def _placed(asked: PlanRequest, book: RuleBook) -> Placement:
    return search_for(asked, book)[1].best()


def _on_plans(seasons: int) -> dict[str, object]:
    library = load_library()
    whole, anew, why, why_not, audit = [], [], [], [], []
    for seed in range(seasons):
        asked = request(seed, 24, library)
        made: list[PlannedSeason] = []
        whole.append(timed_ms(lambda: made.append(plan_of(asked, is_above_green=_never))))  # noqa: B023
        planned = made[0]
        tuesday = START + timedelta(weeks=WEEK, days=1)
        trip = Blocked(first=tuesday, last=tuesday + timedelta(days=1))
        changed = replace(asked, runner=replace(asked.runner, blocked=(trip,)))
        anew.append(
            timed_ms(lambda: replan_week(planned, changed, week=WEEK, today=tuesday))  # noqa: B023
        )
        explain = planned.explainer
        why.append(timed_ms(lambda: [explain.reasons(WEEK, day) for day in range(7)]))  # noqa: B023
        for day in range(7):
            when = START + timedelta(weeks=WEEK, days=day)
            why_not.append(timed_ms(lambda: explain.elsewhere(when, SessionKind.HEAVY)))  # noqa: B023
        audit.append(timed_ms(lambda: audit_planned(planned)))  # noqa: B023
    return {
        "whole_plan_24_weeks_ms": spread(whole),
        "week_planned_anew_ms": spread(anew),
        "why_a_week_ms": spread(why),
        "why_not_one_question_ms": spread(why_not),
        "audit_24_weeks_ms": spread(audit),
    }


def _never(*_: object) -> bool:
    return False


if __name__ == "__main__":
    for name, value in measure().items():
        print(name, value)
