"""Which results count: the latest of each side, possible ones, and a sentence for every other."""

from datetime import date, timedelta

import pytest

from runwright.domain.runner import HomeTestResult, Side
from runwright.screening.results import Results, difference, lower_share, results_of
from tests.unit.screening.known import TODAY, home_tests, ready_runner, results, subject

HEEL_RAISE = "single_leg_heel_raise"


def kept(*told: HomeTestResult) -> Results:
    return results_of(subject(ready_runner(test_results=told)))


def heel_raise(
    value: float, *, day: date | None = None, side: Side | None = Side.LEFT
) -> HomeTestResult:
    return HomeTestResult(test=HEEL_RAISE, value=value, side=side, day=day)


def test_the_latest_day_counts_in_whatever_order_results_come() -> None:
    earlier, later = TODAY - timedelta(days=60), TODAY - timedelta(days=3)
    found = kept(heel_raise(25, day=later), heel_raise(18, day=earlier), heel_raise(9))

    assert found.value(home_tests()[HEEL_RAISE], Side.LEFT) == 25


def test_without_days_the_one_told_last_counts() -> None:
    assert kept(heel_raise(18), heel_raise(21)).value(home_tests()[HEEL_RAISE], Side.LEFT) == 21


def test_a_result_of_today_counts_and_one_of_tomorrow_does_not() -> None:
    found = kept(heel_raise(20, day=TODAY), heel_raise(30, day=TODAY + timedelta(days=1)))

    assert found.value(home_tests()[HEEL_RAISE], Side.LEFT) == 20
    assert "2 September 2026 is still to come" in found.notes[0]


@pytest.mark.parametrize(
    ("result", "says"),
    [
        (HomeTestResult(test="bench_press", value=80), "no home test 'bench_press'"),
        (heel_raise(20, side=None), "say which side the 20"),
        (heel_raise(-1), "-1 is no result"),
        (heel_raise(float("nan")), "nan is no result"),
        (heel_raise(float("inf")), "inf is no result"),
    ],
)
def test_what_cannot_be_a_result_is_left_out_and_said(result: HomeTestResult, says: str) -> None:
    found = kept(result)

    assert not found.kept
    assert len(found.notes) == 1
    assert says in found.notes[0]


def test_zero_is_a_result() -> None:
    assert kept(heel_raise(0)).value(home_tests()[HEEL_RAISE], Side.LEFT) == 0


def test_more_than_a_test_can_give_counts_as_its_most() -> None:
    found = kept(*results({"single_leg_balance": (60, 45)}))

    assert found.value(home_tests()["single_leg_balance"], Side.LEFT) == 45


def test_an_angle_may_be_negative() -> None:
    found = kept(*results({"modified_thomas": (-4, 3)}))

    assert found.value(home_tests()["modified_thomas"], Side.LEFT) == -4


def test_the_weaker_side_is_the_lower_one_or_where_less_is_better_the_higher() -> None:
    found = kept(*results({HEEL_RAISE: (20, 24), "single_leg_squat": (1, 3), "push_up": 8}))

    assert found.weaker(home_tests()[HEEL_RAISE]) == 20
    assert found.weaker(home_tests()["single_leg_squat"]) == 3
    assert found.weaker(home_tests()["push_up"]) == 8


def test_with_one_side_done_there_is_no_weaker_one() -> None:
    found = kept(heel_raise(30))

    assert found.weaker(home_tests()[HEEL_RAISE]) is None
    assert found.weaker_share(home_tests()[HEEL_RAISE]) is None
    assert found.has(home_tests()[HEEL_RAISE])


@pytest.mark.parametrize(
    ("left", "right", "apart"), [(10.1, 8.6, 1.5), (8.6, 10.1, 1.5), (12.0, 10.1, 1.9), (0, 0, 0)]
)
def test_the_arithmetic_of_decimals_does_not_move_a_difference(
    left: float, right: float, apart: float
) -> None:
    assert difference(left, right) == apart


@pytest.mark.parametrize(
    ("left", "right", "share"), [(117, 130, 0.9), (30, 27, 0.9), (0, 0, 1), (0, 5, 0)]
)
def test_the_lower_side_is_a_share_of_the_higher(left: float, right: float, share: float) -> None:
    assert lower_share(left, right) == share
