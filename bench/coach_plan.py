"""The season plan a synthetic runner lives, made by the planner, and the weights at hand."""

from dataclasses import replace
from functools import cache

from bench.runners import KIT, request
from runwright.coaching.loads import loads_for, usual_loads_kg
from runwright.domain.exercise import Exercise, Role
from runwright.domain.home_test import AnswerUse, Asked
from runwright.domain.plan import PlannedSession
from runwright.domain.runner import Runner
from runwright.domain.session import Prescription
from runwright.knowledge.library import Library, load_library
from runwright.planning.kit import kit_at_hand
from runwright.planning.planner import PlannedSeason, plan_of
from runwright.rules.registry import RuleBook

AGE, MONTHS = 36, 60
QUIET = frozenset({Role.RAISE, Role.DYNAMIC, Role.MOBILITY, Role.STATIC, Role.ROLLING})


@cache
def known() -> tuple[Library, RuleBook]:
    """The knowledge base and its rules."""
    library = load_library()
    return library, RuleBook(tuple(library.rules.values()), library.weights)


@cache
def healthy() -> dict[str, bool]:
    """Answers to the safety questions that close nothing."""
    return {
        one.id: not one.closing if one.use is AnswerUse.CLOSES else False
        for one in known()[0].questions.values()
        if one.use is not AnswerUse.OPENS and one.asked is not Asked.EACH_PAIN
    }


def runner_of(season: PlannedSeason) -> Runner:
    """The runner of a season, grown up and with nothing to report to a clinician."""
    return replace(season.request.runner, age=AGE, safety=healthy(), running_months=MONTHS)


@cache
def planned(seed: int, weeks: int) -> PlannedSeason:
    """The season of a runner, the same for every coach."""
    return plan_of(request(seed, weeks, known()[0]), is_above_green=lambda *_: False)


def exercise_of(name: str) -> Exercise:
    """An exercise by its id."""
    return known()[0].exercises[name]


@cache
def loads_of(name: str) -> tuple[float, ...]:
    """The weights an exercise can be done with here; empty for body weight and bands. [kg]"""
    exercise = exercise_of(name)
    if not exercise.loadable:
        return ()
    library = known()[0]
    return loads_for(exercise, kit_at_hand(library, KIT), usual_loads_kg(library.kit))


def work_of_session(session: PlannedSession) -> tuple[Prescription, ...]:
    """What of a session is trained, warm-up and stretching left out."""
    return tuple(item for block in session.blocks for item in block.items if item.role not in QUIET)
