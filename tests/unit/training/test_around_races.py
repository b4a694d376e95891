from datetime import timedelta

import pytest

from runwright.domain.runner import Priority, Race
from runwright.training.around_races import DayAroundRaces, day_around_races, easy_days_after
from tests.unit.training.made import SUNDAY, parameters

P = parameters().projection
A, B, C = Priority.A, Priority.B, Priority.C


def race(km: float = 21.0975, priority: Priority = A, day=SUNDAY) -> Race:
    return Race(name="race", day=day, distance_km=km, priority=priority)


def around(days_after: int, *races: Race) -> DayAroundRaces:
    return day_around_races(SUNDAY + timedelta(days=days_after), races, P)


@pytest.mark.parametrize(
    ("days_before", "share"), [(15, 1), (14, 0.6), (8, 0.6), (7, 0.4), (1, 0.4)]
)
def test_two_weeks_before_an_a_race_running_tapers(days_before, share):
    assert around(-days_before, race()).volume_share == share


def test_the_taper_takes_away_what_the_reviews_found():
    cut = 1 - sum(around(-days, race()).volume_share for days in range(1, 15)) / 14

    assert 0.41 <= cut <= 0.60


@pytest.mark.parametrize(("days_before", "share"), [(5, 1), (4, 0.7), (1, 0.7)])
def test_a_b_race_is_run_rested(days_before, share):
    assert around(-days_before, race(priority=B)).volume_share == share


def test_a_c_race_takes_nothing_from_the_days_before_but_hard_and_long_runs_on_its_eve():
    assert around(-2, race(priority=C)) == DayAroundRaces()
    assert around(-1, race(priority=C)) == DayAroundRaces(may_be_hard=False, may_be_long=False)


def test_two_days_before_an_a_race_nothing_is_hard_and_three_before_it_may_be():
    assert not around(-2, race()).may_be_hard
    assert around(-3, race()).may_be_hard


def test_on_race_day_nothing_else_is_run():
    assert not around(0, race()).may_run


@pytest.mark.parametrize(
    ("km", "priority", "days"),
    [
        (3, A, 3),
        (5, A, 3),
        (10, A, 4),
        (21.0975, A, 7),
        (42.195, B, 14),
        (100, A, 14),
        (5, C, 2),
        (21.0975, C, 4),
        (0.4, C, 2),
    ],
)
def test_easy_days_after_a_race_grow_with_its_distance(km, priority, days):
    assert easy_days_after(race(km, priority), P) == days


def test_after_a_half_marathon_a_day_off_then_an_easy_week():
    assert not around(1, race()).may_run
    assert around(2, race()) == DayAroundRaces(
        volume_share=0.6, may_be_hard=False, may_be_long=False
    )
    assert not around(8, race()).may_be_long
    assert around(9, race()) == DayAroundRaces()


def test_after_a_c_race_of_5_km_tuesday_is_free_again():
    saturday = race(5, C)

    assert not around(2, saturday).may_be_hard
    assert around(3, saturday) == DayAroundRaces()


def test_of_two_races_the_stricter_counts():
    far, near = race(10, C), race(priority=A, day=SUNDAY + timedelta(days=10))

    assert around(1, far, near).volume_share == 0.6
    assert not around(1, far, near).may_be_hard


def test_without_races_every_day_is_a_normal_day():
    assert around(0) == DayAroundRaces()
