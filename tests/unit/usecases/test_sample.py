"""The sample brought to this week, by whole weeks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.calendar import monday_of
from runwright.domain.run import Run
from runwright.domain.runner import Blocked, HomeTestResult, Race, Runner, Travel
from runwright.usecases.sample import moved_runner, moved_runs, weeks_to_last_week

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))


@given(days, days)
def test_what_is_moved_ends_in_the_week_before_this_one(last, today):
    weeks = weeks_to_last_week(last, today)
    moved = last + timedelta(weeks=weeks)

    assert monday_of(moved) == monday_of(today) - timedelta(days=7)
    assert moved.weekday() == last.weekday()


def test_runs_keep_their_time_of_day_over_a_change_of_clocks():
    zurich = ZoneInfo("Europe/Zurich")
    run = Run(started_at=datetime(2026, 10, 20, 18, 0, tzinfo=zurich), duration_s=1, elapsed_s=1)

    (moved,) = moved_runs((run,), 2, zurich)

    assert moved.started_at.strftime("%Y-%m-%d %H:%M") == "2026-11-03 18:00"
    assert moved.started_at.astimezone(UTC) - run.started_at.astimezone(UTC) == timedelta(
        weeks=2, hours=1
    )


def test_every_date_of_a_runner_moves():
    day, later = date(2026, 11, 23), date(2026, 12, 7)
    runner = Runner(
        races=(Race(name="R", day=day, distance_km=10),),
        travels=(Travel(first=day, last=day, kit=frozenset()),),
        blocked=(Blocked(first=day, last=day),),
        test_results=(
            HomeTestResult(test="knee_to_wall", value=8, day=day),
            HomeTestResult(test="side_plank", value=50),
        ),
    )

    moved = moved_runner(runner, 2)

    assert moved.races[0].day == later
    assert (moved.travels[0].first, moved.travels[0].last) == (later, later)
    assert (moved.blocked[0].first, moved.blocked[0].last) == (later, later)
    assert [result.day for result in moved.test_results] == [later, None]
