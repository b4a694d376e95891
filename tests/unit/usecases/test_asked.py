"""Gates that open by time alone are closed until their week, and open from it on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runwright.knowledge.library import load_library
from runwright.usecases.asked import asked_of, closed_gates
from runwright.usecases.plan_season import plan_season
from tests.runners import Seeded, order_by

SEASON = plan_season(order_by(Seeded.of(3), load_library(), weeks=(8, 12)), load_library())
GATE = SEASON.plan.gates[0]


@pytest.mark.parametrize(
    ("weeks_trained", "days", "closed"),
    [(0, 0, True), (0, 27, True), (0, 28, False), (3, 6, True), (3, 7, False)],
)
def test_a_gate_of_four_weeks_opens_with_the_fifth(weeks_trained, days, closed):
    asked = replace(
        asked_of(SEASON.request),
        gates_open_after_weeks={GATE.rule: 4},
        weeks_trained=weeks_trained,
    )
    day = SEASON.plan.weeks[0].monday + timedelta(days=days)

    assert (GATE in closed_gates(SEASON.plan, asked, day)) is closed


def test_a_gate_that_time_does_not_open_stays_closed():
    asked = replace(asked_of(SEASON.request), gates_open_after_weeks={})
    last = SEASON.plan.weeks[-1].days[-1].day

    assert closed_gates(SEASON.plan, asked, last) == SEASON.plan.gates
    assert closed_gates(SEASON.plan, None, last) == SEASON.plan.gates
