"""How much something changed, and how sure that is."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.training.intervals import (
    FEWEST_DAYS,
    FEWEST_EACH,
    difference,
    line_through,
    weekly_change,
)

DAY = date(2026, 9, 1)
amounts = st.floats(min_value=-1e3, max_value=1e3, allow_nan=False)


def every_half_week(values):
    return [(DAY + timedelta(days=3 * number), one) for number, one in enumerate(values)]


def test_a_steady_rise_is_told_exactly():
    found = weekly_change([(DAY + timedelta(weeks=n), 20 + 2.0 * n) for n in range(8)])

    assert (found.middle, found.low, found.high) == pytest.approx((2, 2, 2))
    assert found.is_clear


def test_one_odd_day_moves_little():
    values = [20 + 2.0 * n for n in range(10)]
    values[4] = 80
    found = weekly_change([(DAY + timedelta(weeks=n), one) for n, one in enumerate(values)])

    assert found.middle == pytest.approx(2, abs=0.2)


def test_what_only_wobbles_is_no_change():
    found = weekly_change(every_half_week([30, 28, 31, 29, 30, 28, 31, 30]))

    assert not found.is_clear
    assert found.low < 0 < found.high


def test_few_days_are_not_enough():
    assert weekly_change(every_half_week([1] * (FEWEST_DAYS - 1))) is None
    assert weekly_change(every_half_week([1] * FEWEST_DAYS)) is not None
    assert weekly_change([(DAY, 1.0)] * 9) is None


def test_two_groups_apart_are_told_apart():
    found = difference([6, 7, 5, 8, 6], [0, 1, -1, 0, 2])

    assert found.middle == pytest.approx(6)
    assert found.is_clear
    assert found.count == 10


def test_two_groups_alike_are_not():
    assert not difference([1, -1, 2, 0, -2], [0, 1, -1, 2, -2]).is_clear
    assert difference([1] * (FEWEST_EACH - 1), [0] * 20) is None


def test_the_interval_holds_what_is_true_about_nine_times_in_ten():
    random = Random(3)  # noqa: S311  # a test hides nothing
    held = 0
    for _ in range(300):
        points = [
            (DAY + timedelta(days=3 * n), 0.5 * 3 * n / 7 + random.gauss(0, 2)) for n in range(14)
        ]
        found = weekly_change(points)
        held += found.low <= 0.5 <= found.high

    assert 0.85 <= held / 300 <= 0.96


@given(st.lists(amounts, min_size=FEWEST_DAYS, max_size=20))
def test_the_middle_lies_inside_its_interval(values):
    found = weekly_change(every_half_week(values))

    assert found.low <= found.middle <= found.high


@given(
    st.lists(amounts, min_size=FEWEST_EACH, max_size=9),
    st.lists(amounts, min_size=FEWEST_EACH, max_size=9),
)
def test_the_other_way_round_it_is_the_other_way_round(first, second):
    one, other = difference(first, second), difference(second, first)

    assert one.middle == pytest.approx(-other.middle, abs=1e-6)
    assert one.low <= one.middle <= one.high


def test_a_line_is_found_through_points_with_one_far_off():
    height, slope = line_through([(x, 3 + 2.0 * x) for x in range(8)] + [(4, 99)])

    assert (height, slope) == pytest.approx((3, 2), abs=0.3)
    assert line_through([(5.0, 140.0)]) == (140.0, 0.0)
