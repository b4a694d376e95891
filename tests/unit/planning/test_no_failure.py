"""No plan asks for a set to failure, an article's finisher included (D08)."""

from dataclasses import replace
from itertools import chain

import pytest

from runwright.domain.exercise import DoseKind
from runwright.domain.runner import StrengthExperience
from runwright.domain.session import Prescription
from runwright.planning.planner import PlannedSeason
from runwright.rules.content_windows import QUIET
from runwright.usecases.plan_season import SeasonOrder, plan_season
from tests.runners import TODAY
from tests.strategies import library
from tests.unit.planning.test_plan_cases import CASES, runner_of

FINISHER = "plank_row"  # the article lets it end in exhaustion
LONG_MIN = 60


def planned(protocol: str, experience: StrengthExperience) -> PlannedSeason:
    runner = runner_of(dict(CASES[0]))
    days = tuple(replace(one, minutes=LONG_MIN) if one.minutes else one for one in runner.days)
    runner = replace(
        runner,
        kit=frozenset({"gym"}),
        days=days,
        session_minutes=LONG_MIN,
        strength_experience=experience,
    )
    order = SeasonOrder(runner=runner, today=TODAY, weeks=8, protocol=protocol, weeks_trained=8)
    return plan_season(order, library())


def counted(season: PlannedSeason) -> list[Prescription]:
    """Everything counted in repetitions that trains, in sessions and their shorter versions."""
    sessions = [
        day.session for week in season.plan.weeks for day in week.days if day.session is not None
    ]
    blocks = chain.from_iterable(
        (*one.blocks, *(block for variant in one.variants for block in variant.blocks))
        for one in sessions
    )
    return [
        item
        for block in blocks
        for item in block.items
        if item.role not in QUIET and library().exercises[item.exercise].dose_kind is DoseKind.REPS
    ]


@pytest.mark.parametrize("protocol", sorted(library().protocols))
@pytest.mark.parametrize(
    ("experience", "least"), [(StrengthExperience.NONE, 2), (StrengthExperience.REGULAR, 1)]
)
def test_every_set_keeps_its_reserve_and_has_an_end(protocol, experience, least):
    found = counted(planned(protocol, experience))

    assert len(found) > 0
    assert [one for one in found if one.dose.rir is None or one.dose.rir < least] == []
    assert [one for one in found if one.dose.reps is None] == []


def test_an_articles_finisher_to_exhaustion_is_a_set_like_others():
    slots = [slot for one in library().protocols["rei"].templates for slot in one.slots]
    (finisher,) = (slot for slot in slots if slot.to_exhaustion)
    items = [
        one
        for one in counted(planned("rei", StrengthExperience.REGULAR))
        if one.exercise == FINISHER
    ]

    assert finisher.one_of == (FINISHER,)
    assert items
    assert {one.dose.reps for one in items} == {finisher.reps}
