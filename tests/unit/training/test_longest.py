from datetime import UTC

from runwright.training.longest import longest_until
from runwright.training.recorded import recorded_runs
from tests.unit.training.made import SUNDAY, ago


def longest(runs):
    seen = recorded_runs(runs, as_of=SUNDAY, timezone=UTC, fastest_run_mps=7)
    return longest_until(seen.runs, SUNDAY, window_days=30)


def test_the_window_holds_thirty_days_and_today_is_one_of_them():
    assert longest([ago(29, km=20, minutes=120), ago(0, km=5)]).distance_km == 20
    assert longest([ago(30, km=20, minutes=120), ago(0, km=5)]).distance_km == 5


def test_distance_and_minutes_are_longest_each_for_itself():
    trail, road = ago(3, km=12, minutes=110), ago(5, km=16, minutes=95)

    assert (longest([trail, road]).distance_km, longest([trail, road]).duration_min) == (16, 110)


def test_without_runs_nothing_is_longest():
    assert (longest([]).distance_km, longest([]).duration_min) == (None, None)


def test_runs_without_distance_still_have_minutes():
    assert (longest([ago(1, km=None)]).distance_km, longest([ago(1, km=None)]).duration_min) == (
        None,
        36,
    )
