from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunKind
from runwright.training.effort import judged_runs
from runwright.training.load import session_load
from runwright.training.recorded import recorded_runs
from runwright.training.weekly import mean_weekly_km, months_of_running, weeks_of
from tests.unit.training.made import SUNDAY, ago, days, histories, parameters, run

MONDAY = SUNDAY - timedelta(days=6)


def recorded(runs, as_of=SUNDAY):
    return recorded_runs(runs, as_of=as_of, timezone=UTC, fastest_run_mps=7).runs


def loads(runs, as_of=SUNDAY):
    judged = judged_runs(recorded(runs, as_of), parameters().effort)
    return [session_load(run, parameters().load) for run in judged]


def weeks(runs, as_of=SUNDAY):
    return weeks_of(loads(runs, as_of), as_of=as_of)


def km(runs, as_of=SUNDAY):
    return mean_weekly_km(loads(runs, as_of), as_of=as_of, weeks=4)


def test_a_week_by_hand():
    runs = [
        run(MONDAY, km=5, minutes=30, rpe=10),
        run(MONDAY + timedelta(days=3), km=10, minutes=60, rpe=5),
        run(SUNDAY, km=4, minutes=25, rpe=4),
    ]
    week = weeks(runs)[0]

    assert (week.monday, week.runs) == (MONDAY, 3)
    assert (week.distance_km, week.duration_min) == (19, 115)
    assert (week.longest_km, week.longest_min) == (10, 60)
    assert week.load_au == 700
    assert week.load_estimated_share == 0
    assert week.monotony == pytest.approx(100 / (120_000 / 7) ** 0.5)
    assert week.strain_au == pytest.approx(700 * 100 / (120_000 / 7) ** 0.5)


def test_weeks_without_runs_are_there_and_empty():
    middle = weeks([ago(0), ago(14)])[1]

    assert (middle.runs, middle.distance_km, middle.load_au, middle.monotony) == (0, 0, 0, None)


def test_weeks_go_from_the_first_run_to_the_day_looked_at():
    seen = weeks([ago(20)])

    assert [week.monday for week in seen] == [MONDAY - timedelta(days=7 * n) for n in (2, 1, 0)]


def test_a_week_not_over_yet_has_no_monotony():
    wednesday = MONDAY + timedelta(days=2)

    assert weeks([run(MONDAY)], as_of=wednesday)[-1].monotony is None
    assert weeks([run(MONDAY)], as_of=SUNDAY)[-1].monotony is not None


def test_the_share_that_was_estimated_is_told():
    told, guessed = run(MONDAY, minutes=30, rpe=6), run(SUNDAY, minutes=20, kind_hint=RunKind.EASY)

    assert weeks([told, guessed])[0].load_estimated_share == pytest.approx(60 / 240)


def test_weekly_distance_is_the_mean_of_four_whole_weeks():
    runs = [ago(days, km=10) for days in (0, 7, 14, 21, 28)] + [ago(1, km=4)]

    assert km(runs) == pytest.approx((14 + 10 + 10 + 10) / 4)


def test_a_week_not_over_yet_does_not_lower_the_weekly_distance():
    tuesday = SUNDAY + timedelta(days=2)
    runs = [ago(days, km=10) for days in (0, 7, 14, 21)]

    assert km(runs, as_of=tuesday) == 10


def test_after_a_month_without_runs_the_weekly_distance_is_zero():
    assert km([ago(60), ago(55)]) == 0


def test_in_the_first_week_its_distance_so_far_counts():
    assert km([run(MONDAY, km=5)], as_of=MONDAY) == 5


def test_the_weekly_distance_is_unknown_without_runs_or_without_distances():
    assert km([]) is None
    assert km([ago(1, km=None)]) is None


def test_months_count_from_the_start_of_the_running_that_still_goes_on():
    runs = [ago(days) for days in range(0, 92, 7)] + [ago(200)]
    months = months_of_running(recorded(runs), as_of=SUNDAY, streak_gap_days=30)

    assert months == pytest.approx(91 / (365.25 / 12))


def test_a_pause_that_still_goes_on_ends_the_months():
    runs = [ago(days) for days in range(31, 92, 7)]

    assert months_of_running(recorded(runs), as_of=SUNDAY, streak_gap_days=30) == 0
    assert months_of_running(recorded([ago(30)]), as_of=SUNDAY, streak_gap_days=30) > 0
    assert months_of_running((), as_of=SUNDAY, streak_gap_days=30) is None


@given(histories)
def test_every_run_is_in_exactly_one_week(runs):
    seen = recorded(runs)

    assert sum(week.runs for week in weeks(runs)) == len(seen)
    assert sum(week.duration_min for week in weeks(runs)) == pytest.approx(
        sum(run.duration_min for run in seen)
    )


@given(histories, days, st.floats(min_value=10, max_value=60))
def test_one_more_easy_run_never_lowers_the_load_of_any_week(runs, day, minutes):
    # Easy for anybody: slower and calmer than every run there is.
    easy = run(day, km=minutes / 20, minutes=minutes, mean_heart_rate_bpm=80)
    before = {week.monday: week.load_au for week in weeks(runs)}
    after = {week.monday: week.load_au for week in weeks([*runs, easy])}

    assert all(after[monday] >= load_au - 1e-6 for monday, load_au in before.items())


def test_a_week_begins_on_monday_also_where_the_year_ends():
    runs = [run(date(2026, 12, 31)), run(date(2027, 1, 3))]

    assert [week.runs for week in weeks(runs, as_of=date(2027, 1, 3))] == [2]
