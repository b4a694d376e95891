from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunKind
from runwright.training.effort import judged_runs
from runwright.training.outings import outings_of
from runwright.training.recorded import recorded_runs
from runwright.training.typical_week import typical_week
from tests.unit.training.made import SUNDAY, ago, histories, parameters, weeks_of_four

TUESDAY, THURSDAY, SATURDAY, SUNDAYS = 1, 3, 5, 6


def week(runs, as_of=SUNDAY):
    seen = recorded_runs(runs, as_of=as_of, timezone=UTC, fastest_run_mps=7)
    outings = outings_of(judged_runs(seen.runs, parameters().effort), same_outing_gap_min=60)
    return typical_week(outings, as_of=as_of, p=parameters().typical_week)


def by_weekday(runs, as_of=SUNDAY):
    return {run.weekday: run for run in week(runs, as_of).runs}


def test_four_runs_a_week_are_found_with_day_clock_length_and_kind():
    found = [
        (run.weekday, run.start_min, run.duration_min, run.distance_km, run.kind, run.share)
        for run in week(weeks_of_four(20)).runs
    ]

    assert found == [
        (TUESDAY, 18 * 60, 40, 8, RunKind.QUALITY, 1),
        (THURSDAY, 7 * 60, 43, 7, RunKind.EASY, 1),
        (SATURDAY, 9 * 60, 37, 6, RunKind.EASY, 1),
        (SUNDAYS, 8 * 60 + 30, 93, 15, RunKind.LONG, 1),
    ]


def test_it_says_why_a_run_is_taken_for_what_it_is():
    found = by_weekday(weeks_of_four(20))

    assert found[TUESDAY].because == (
        "You ran on this weekday in 8 of 8 weeks; 8 of these runs look hard: "
        "faster than your easy pace, with a higher heart rate."
    )
    assert found[SUNDAYS].because == (
        "You ran on this weekday in 8 of 8 weeks; it was the longest run of the week 8 times."
    )


def test_it_rests_on_the_eight_newest_weeks_with_runs():
    assert week(weeks_of_four(20)).weeks_looked_at == 8
    assert week(weeks_of_four(3)).weeks_looked_at == 3


def test_a_holiday_does_not_make_running_days_rarer():
    runs = [
        run for run in weeks_of_four(20) if not 20 <= (SUNDAY - run.started_at.date()).days < 34
    ]

    assert {run.share for run in week(runs).runs} == {1}


def test_one_odd_run_moves_nothing():
    odd = ago(2, km=30, minutes=200)

    def figures(runs):
        return [(run.weekday, run.duration_min, run.kind, run.share) for run in week(runs).runs]

    assert figures([*weeks_of_four(8), odd]) == figures(weeks_of_four(8))


@pytest.mark.parametrize(("sometimes", "runs_a_week"), [(3, 3), (4, 4), (8, 4)])
def test_it_holds_as_many_runs_as_a_usual_week(sometimes, runs_a_week):
    always = [ago(7 * back + day) for back in range(8) for day in (0, 2, 4)]
    now_and_then = [ago(7 * back + 1) for back in range(sometimes)]

    assert len(week([*always, *now_and_then]).runs) == runs_a_week


def test_the_long_run_is_the_one_that_stands_out():
    assert by_weekday(weeks_of_four(8))[SUNDAYS].kind is RunKind.LONG


@pytest.mark.parametrize(("minutes", "kind"), [(49, RunKind.EASY), (50, RunKind.LONG)])
def test_a_run_a_quarter_longer_than_the_others_is_the_long_run(minutes, kind):
    runs = [ago(7 * back + 3, km=None, minutes=40) for back in range(6)]
    longer = [ago(7 * back, km=None, minutes=minutes) for back in range(6)]

    assert by_weekday([*runs, *longer])[SUNDAYS].kind is kind


def test_one_run_a_week_is_no_long_run():
    assert [run.kind for run in week([ago(7 * back) for back in range(8)]).runs] == [RunKind.EASY]


def test_a_run_called_long_is_the_long_run_however_long():
    runs = [ago(7 * back + day) for back in range(8) for day in (0, 3)]
    called = [ago(7 * back + 5, title="Langer Lauf") for back in range(8)]
    found = by_weekday([*runs, *called])[TUESDAY]

    assert found.kind is RunKind.LONG
    assert "called a long run" in found.because


def test_a_weekday_is_a_quality_day_from_half_of_its_runs_on():
    def tuesdays(hard):
        rest = [ago(7 * back + day) for back in range(8) for day in (0, 3)]
        return [
            *rest,
            *(ago(7 * back + 5, title="Intervals" if back < hard else "") for back in range(8)),
        ]

    assert by_weekday(tuesdays(hard=3))[TUESDAY].kind is RunKind.EASY
    assert "only 3 of these runs look hard" in by_weekday(tuesdays(hard=3))[TUESDAY].because
    assert by_weekday(tuesdays(hard=4))[TUESDAY].kind is RunKind.QUALITY


def test_two_runs_a_day_are_two_runs_of_the_week():
    runs = [
        ago(7 * back + 3, at=at, minutes=minutes)
        for back in range(8)
        for at, minutes in (("06:30", 40), ("18:10", 30))
    ]
    found = week(runs).runs

    assert [(run.weekday, run.start_min, run.duration_min) for run in found] == [
        (THURSDAY, 6 * 60 + 30, 40),
        (THURSDAY, 18 * 60 + 10, 30),
    ]


def test_morning_or_evening_is_one_run_a_day():
    runs = [ago(7 * back, at="07:00" if back % 2 else "18:00") for back in range(8)]

    assert len(week(runs).runs) == 1


def test_a_run_now_and_then_beside_the_main_one_is_no_second_run():
    runs = [ago(7 * back, at="08:00", minutes=60) for back in range(8)]
    jogs = [ago(7 * back, at="18:00", minutes=20) for back in range(3)]

    assert [(run.start_min, run.duration_min) for run in week([*runs, *jogs]).runs] == [(480, 60)]


def test_days_that_move_about_still_give_the_most_frequent_ones():
    runs = [ago(7 * back + (2 * back) % 7) for back in range(8)]
    found = week(runs).runs

    assert len(found) == 1
    assert found[0].share == 0.25


def test_of_two_days_as_frequent_the_longer_run_is_kept():
    short = [ago(14 * back, minutes=30) for back in range(4)]
    long = [ago(14 * back + 7 + 2, minutes=80, km=13) for back in range(4)]

    assert [run.weekday for run in week([*short, *long]).runs] == [4]


def test_after_three_months_without_runs_nothing_is_typical():
    assert week([ago(84 + days) for days in range(0, 60, 3)]).runs == ()
    assert week([ago(83)]).weeks_looked_at == 1


def test_one_run_is_a_week_that_rests_on_one_week():
    only = week([ago(2)])

    assert only.weeks_looked_at == 1
    assert [(run.weekday, run.share, run.kind) for run in only.runs] == [(4, 1, RunKind.EASY)]


def test_a_run_without_distance_has_none_and_a_few_do_not_hide_the_rest():
    with_most = [ago(7 * back, km=None if back < 3 else 8) for back in range(8)]
    with_few = [ago(7 * back, km=None if back < 5 else 8) for back in range(8)]

    assert week(with_most).runs[0].distance_km == 8
    assert week(with_few).runs[0].distance_km is None


@given(histories, st.integers(min_value=0, max_value=60))
def test_a_typical_week_always_makes_sense(runs, days_ago):
    as_of = SUNDAY - timedelta(days=days_ago)
    found = week(runs, as_of)
    ends: dict[int, int] = {}
    for run in found.runs:
        assert 0 <= run.weekday <= 6
        assert 0 < run.share <= 1
        assert run.duration_min >= 1
        assert run.because.endswith(".")
        assert run.start_min >= ends.get(run.weekday, 0)
        ends[run.weekday] = run.start_min + run.duration_min
    assert sum(run.kind is RunKind.LONG for run in found.runs) <= 1
    assert found.weeks_looked_at <= 8
    assert bool(found.runs) == bool(found.weeks_looked_at)
