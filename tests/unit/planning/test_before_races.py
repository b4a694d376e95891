"""Sets before a race are counted by its days, whatever weeks they fall in (rule S13)."""

from datetime import date, timedelta

import pytest

from runwright.knowledge.library import load_library
from runwright.planning.before_races import RaceWindow
from runwright.usecases.plan_season import plan_season
from tests.guards.safety import s13_taper
from tests.guards.sound import unsound, watched
from tests.runners import Seeded, order_by

RACE = date(2026, 9, 17)  # a Thursday


@pytest.mark.parametrize(("days_before", "held"), [(-1, False), (0, True), (13, True), (14, False)])
def test_a_window_begins_thirteen_days_before_the_race_and_ends_with_it(days_before, held):
    window = RaceWindow(race=RACE, days=14, sessions_left=0)

    assert window.holds(RACE - timedelta(days=days_before)) is held


@pytest.mark.parametrize("seed", [649, 465, 57, 1104, 1131])
def test_two_weeks_of_a_midweek_race_hold_two_weeks_of_fewer_sets(seed):
    season = plan_season(order_by(Seeded.of(seed), load_library(), weeks=(4, 52)), load_library())

    assert s13_taper(watched(season)) == []


def test_a_session_whose_every_exercise_is_closed_is_left_out_and_told():
    season = plan_season(order_by(Seeded.of(646), load_library(), weeks=(4, 52)), load_library())

    assert unsound(season) == []
    assert "light sessions in weeks" in " ".join(one.what for one in season.plan.unmet)
    assert all(one.because for one in season.plan.unmet)
