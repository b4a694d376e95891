"""What a plan stretches is enough to gain range, and the same every week (D21)."""

from dataclasses import replace

import pytest

from runwright.domain.exercise import Role
from runwright.domain.session import Prescription
from runwright.planning.planner import PlannedSeason
from runwright.usecases.audit_plan import audit_planned
from runwright.usecases.plan_season import SeasonOrder, plan_season
from tests.runners import TODAY
from tests.strategies import library
from tests.unit.planning.test_plan_cases import CASES, runner_of

ARTICLES = ["clinic-five", "rebound"]  # their sessions end with a stretch


def planned(protocol: str) -> PlannedSeason:
    runner = replace(runner_of(dict(CASES[0])), kit=frozenset({"gym"}))
    return plan_season(
        SeasonOrder(runner=runner, today=TODAY, weeks=8, protocol=protocol), library()
    )


def stretches(season: PlannedSeason) -> list[list[Prescription]]:
    """The static stretches of each session that has any."""
    days = [day for week in season.plan.weeks for day in week.days if day.session is not None]
    found = [
        [item for item in day.session.items if item.role is Role.STATIC]
        for day in days
        if day.session is not None
    ]
    return [one for one in found if one]


@pytest.mark.parametrize("protocol", ARTICLES)
def test_a_muscle_is_stretched_a_minute_in_every_week_lighter_ones_too(protocol):
    found = stretches(planned(protocol))
    total = {sum(item.dose.sets * (item.dose.hold_s or 0) for item in one) for one in found}

    assert total == {60}


@pytest.mark.parametrize("protocol", ["runwright", "rei", *ARTICLES])
def test_no_plan_of_ours_costs_anything_for_its_stretches(protocol):
    found = audit_planned(planned(protocol))

    assert [one.because for one in found if one.rule == "D21"] == []
