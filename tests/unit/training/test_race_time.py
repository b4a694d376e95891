from runwright.domain.runner import Race, RunHabit
from runwright.training.facts import facts_from_habits
from runwright.training.race_time import easy_pace_min_per_km, race_duration_min
from tests.unit.training.made import SUNDAY, parameters

P = parameters().projection
SIX_A_KM = facts_from_habits(
    [RunHabit(weekday=1, duration_min=60, distance_km=10)], as_of=SUNDAY, weekly_km=None
)


def minutes(km: float, facts=SIX_A_KM) -> int:
    return race_duration_min(Race(name="race", day=SUNDAY, distance_km=km), facts, P)


def test_easy_six_a_kilometre_makes_a_five_km_race_of_twenty_five_minutes():
    # 0.83 x 6:00 = 4:58.8 a kilometre, 24.9 min, rounded up to the step of 5
    assert minutes(5) == 25


def test_a_half_marathon_is_slower_a_kilometre_than_5_km():
    # 24.9 min x (21.1 / 5) ^ 1.06 = 114.6 min
    assert minutes(21.1) == 115


def test_a_marathon_is_slower_still():
    # 24.9 min x 8.439 ^ 1.06 = 238.8 min
    assert minutes(42.195) == 240


def test_a_very_short_race_still_takes_time():
    assert minutes(0.4) == 5


def test_without_easy_runs_the_pace_is_the_coachs_default():
    nothing = facts_from_habits([], as_of=SUNDAY, weekly_km=None)

    assert easy_pace_min_per_km(nothing, P) == P.easy_pace_unknown_min_per_km
    assert minutes(5, nothing) == 30
