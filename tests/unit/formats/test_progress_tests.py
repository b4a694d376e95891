"""A home test over time: what its chart says, and from when on a change is called one."""

from datetime import date

import pytest

from runwright.domain.runner import HomeTestResult, Side
from runwright.formats.progress_charts.test_charts import courses_of, home_test_chart
from runwright.knowledge.library import load_library

TESTS = load_library().tests
FIRST, SECOND = date(2026, 8, 22), date(2026, 10, 3)


def result(value: float, day: date | None, side: Side | None = Side.LEFT, test="knee_to_wall"):
    return HomeTestResult(test=test, value=value, side=side, day=day)


def says(test: str, before: float, now: float) -> str:
    course = courses_of([result(before, FIRST, test=test), result(now, SECOND, test=test)])
    return home_test_chart(TESTS[test], course[test], None).says


@pytest.mark.parametrize(
    ("test", "before", "now", "said"),
    [
        ("knee_to_wall", 8.0, 9.9, "left 8 to 9.9, too close to call"),
        ("knee_to_wall", 8.0, 10.0, "left 8 to 10, better beyond its error"),
        ("knee_to_wall", 10.0, 8.0, "left 10 to 8, less beyond its error"),
        ("single_leg_balance", 20.0, 45.0, "left 20 to 45"),
    ],
)
def test_a_change_is_called_one_beyond_the_error_only(test, before, now, said):
    assert says(test, before, now).endswith(said)


def test_results_are_read_by_test_and_side_the_oldest_first_and_without_a_day_not():
    told = [
        result(10, SECOND),
        result(8, FIRST),
        result(11, FIRST, Side.RIGHT),
        result(5, None),
        result(12, FIRST, None, "push_up"),
    ]
    found = courses_of(told)

    assert [one.value for one in found["knee_to_wall"][Side.LEFT]] == [8, 10]
    assert [one.value for one in found["knee_to_wall"][Side.RIGHT]] == [11]
    assert list(found["push_up"]) == [None]


def test_the_table_holds_every_day_and_a_dash_where_a_side_was_not_done():
    course = courses_of([result(8, FIRST), result(10, SECOND), result(11, SECOND, Side.RIGHT)])
    chart = home_test_chart(TESTS["knee_to_wall"], course["knee_to_wall"], None)

    assert chart.numbers.head == ("Day", "Left", "Right")
    assert chart.numbers.rows == (("3 Oct", "10", "11"), ("22 Aug", "8", "–"))
    assert "1.9 cm" in chart.rests_on


def test_a_test_nobody_measured_the_error_of_says_so():
    course = courses_of([
        result(20, FIRST, test="single_leg_balance"),
        result(45, SECOND, test="single_leg_balance"),
    ])
    chart = home_test_chart(TESTS["single_leg_balance"], course["single_leg_balance"], None)

    assert "has not been measured" in chart.rests_on
