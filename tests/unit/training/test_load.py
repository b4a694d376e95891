from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunKind
from runwright.training.effort import judged_runs
from runwright.training.load import daily_loads, ewma, monotony, session_load
from runwright.training.recorded import recorded_runs
from tests.unit.training.made import SUNDAY, ago, parameters

# The training diary printed in foster2001: load of each day, Sunday first, 3400 in all.
FOSTERS_DIARY = (940, 50, 840 + 280, 180, 390, 50, 390 + 280)

loads = st.lists(st.floats(min_value=0, max_value=2000), min_size=1, max_size=60)


def load_of(run):
    seen = recorded_runs([run], as_of=SUNDAY, timezone=UTC, fastest_run_mps=7)
    return session_load(judged_runs(seen.runs, parameters().effort)[0], parameters().load)


def test_told_effort_times_minutes_is_the_load():
    load = load_of(ago(0, minutes=40, rpe=6))

    assert (load.load_au, load.estimated) == (240, False)


def test_an_effort_of_zero_is_told_and_loads_nothing():
    load = load_of(ago(0, minutes=40, rpe=0))

    assert (load.load_au, load.estimated) == (0, False)


@pytest.mark.parametrize(
    ("kind", "minutes", "rpe"),
    [
        (RunKind.EASY, 40, 3),
        (RunKind.EASY, 89, 3),
        (RunKind.EASY, 90, 4),
        (RunKind.LONG, 120, 4),
        (RunKind.QUALITY, 50, 7),
        (RunKind.RACE, 45, 9),
        (RunKind.RACE, 120, 10),
    ],
)
def test_an_effort_not_told_is_guessed_from_the_kind_of_run(kind, minutes, rpe):
    load = load_of(ago(0, minutes=minutes, kind_hint=kind))

    assert (load.load_au, load.estimated) == (rpe * minutes, True)


def test_monotony_of_a_week_by_hand():
    # mean 100; deviations 200 -100 -100 200 -100 -100 0; squares 120000 in all
    week = (300, 0, 0, 300, 0, 0, 100)

    assert monotony(week) == pytest.approx(100 / (120_000 / 7) ** 0.5)


def test_monotony_of_fosters_own_diary_is_near_the_printed_one():
    # By hand: mean 485.7, standard deviation 400.9; the paper prints 1.26.
    assert sum(FOSTERS_DIARY) == 3400
    assert monotony(FOSTERS_DIARY) == pytest.approx(1.2116, abs=1e-4)


def test_days_all_alike_have_no_monotony():
    assert monotony((50,) * 7) is None
    assert monotony((0,) * 7) is None


@given(
    st.lists(st.floats(min_value=1, max_value=2000), min_size=7, max_size=7),
    st.permutations(range(7)),
)
def test_monotony_does_not_ask_which_day_was_which(week, order):
    first, second = monotony(week), monotony([week[day] for day in order])

    assert first == pytest.approx(second, rel=1e-6) if first is not None else second is None


def test_ewma_by_hand():
    # N = 3, lambda = 1/2: starts at the mean of 60, 0, 30 = 30; then 90 -> 60; then 0 -> 30
    assert ewma((60, 0, 30, 90, 0), 3) == 30
    assert ewma((60, 0, 30, 90), 3) == 60


def test_ewma_of_seven_days_weighs_the_newest_by_a_quarter():
    assert ewma((0,) * 7 + (100,), 7) == 25


def test_ewma_of_fewer_days_than_its_span_is_their_plain_mean():
    assert ewma((100, 0, 50), 28) == 50


def test_without_days_there_is_no_ewma():
    assert ewma((), 7) is None


@given(loads, st.integers(min_value=1, max_value=28))
def test_ewma_lies_between_the_lightest_and_the_heaviest_day(daily, span):
    assert min(daily) - 1e-6 <= ewma(daily, span) <= max(daily) + 1e-6


@given(loads, st.integers(min_value=1, max_value=28), st.data())
def test_a_heavier_day_never_lowers_the_ewma(daily, span, data):
    place = data.draw(st.integers(min_value=0, max_value=len(daily) - 1))
    heavier = [*daily]
    heavier[place] += 100

    assert ewma(heavier, span) >= ewma(daily, span) - 1e-6


def test_two_runs_of_a_day_add_up_and_rest_days_are_zero():
    runs = [
        ago(2, minutes=10, rpe=5),
        ago(2, minutes=20, rpe=5, at="18:00"),
        ago(0, minutes=30, rpe=2),
    ]
    daily = daily_loads(map(load_of, runs), first=SUNDAY - timedelta(days=3), last=SUNDAY)

    assert daily == (0, 150, 0, 60)
