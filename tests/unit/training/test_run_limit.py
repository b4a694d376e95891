from datetime import UTC, timedelta

from runwright.domain.runner import RunHabit
from runwright.training.facts import facts_from_habits, facts_from_runs
from runwright.training.run_limit import KnownRun, RunLimit, limit_of, runs_known_from
from tests.unit.training.made import SUNDAY, ago, parameters

MONDAY = SUNDAY + timedelta(days=1)
P = parameters().spikes


def known(days_ago: int, *, km=10.0, minutes=60.0, recorded=True) -> KnownRun:
    return KnownRun(
        day=MONDAY - timedelta(days=days_ago),
        distance_km=km,
        duration_min=minutes,
        recorded=recorded,
    )


def limit(*runs: KnownRun, day=MONDAY) -> RunLimit:
    return limit_of(day, runs, P, restart_min=30)


def test_a_tenth_more_than_the_longest_by_distance_and_by_minutes():
    most = limit(known(3), known(9, km=8, minutes=80))

    assert most == RunLimit(distance_km=11, duration_min=88)


def test_only_thirty_days_back_count():
    assert limit(known(30)).duration_min == 66
    assert limit(known(31)).duration_min == 30


def test_with_nothing_to_compare_it_is_the_length_of_a_restart():
    assert limit() == RunLimit(distance_km=None, duration_min=30)


def test_short_runs_may_grow_by_the_floor():
    assert limit(known(3, km=2, minutes=15)) == RunLimit(distance_km=2.5, duration_min=19)


def test_projected_runs_of_the_same_week_do_not_push_each_other_up():
    friday = MONDAY + timedelta(days=4)
    before = KnownRun(day=MONDAY, distance_km=20, duration_min=120, recorded=False)

    assert limit(known(3), before, day=friday).duration_min == 66


def test_recorded_runs_of_the_same_week_count():
    friday = MONDAY + timedelta(days=4)
    before = KnownRun(day=MONDAY, distance_km=20, duration_min=120, recorded=True)

    assert limit(known(3), before, day=friday).distance_km == 22


def test_share_left_is_what_both_limits_allow():
    most = RunLimit(distance_km=11, duration_min=66)

    assert most.share_left_of(10, 60) == 1
    assert most.share_left_of(22, 60) == 0.5
    assert most.share_left_of(None, 132) == 0.5
    assert RunLimit(distance_km=None, duration_min=30).share_left_of(10, 60) == 0.5


def test_the_facts_tell_the_longest_run_until_it_is_thirty_days_ago():
    facts = facts_from_runs(
        [ago(0, km=20, minutes=120)], as_of=SUNDAY, timezone=UTC, parameters=parameters()
    )
    runs = runs_known_from(facts, 30)

    assert limit_of(MONDAY, runs, P, restart_min=30).distance_km == 22
    assert limit_of(SUNDAY + timedelta(days=31), runs, P, restart_min=30).distance_km is None


def test_told_habits_are_over_on_the_day_they_were_told():
    facts = facts_from_habits([RunHabit(weekday=6, duration_min=50)], as_of=SUNDAY, weekly_km=None)

    assert limit_of(
        SUNDAY + timedelta(days=29), runs_known_from(facts, 30), P, restart_min=30
    ) == RunLimit(distance_km=None, duration_min=55.00000000000001)
    assert limit_of(
        SUNDAY + timedelta(days=30), runs_known_from(facts, 30), P, restart_min=30
    ) == RunLimit(distance_km=None, duration_min=30)
