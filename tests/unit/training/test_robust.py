import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.training.robust import median, median_of_known, quantile, to_step

numbers = st.lists(st.floats(min_value=-1e6, max_value=1e6), min_size=1, max_size=30)
shares = st.floats(min_value=0, max_value=1)


def test_quantiles_lie_in_proportion_between_neighbours():
    assert quantile([1, 2, 3, 4, 5], 0.5) == 3
    assert quantile([10, 20], 0.25) == 12.5
    assert median([4, 1, 3, 2]) == 2.5


def test_one_odd_run_does_not_move_the_median():
    assert median([40, 41, 42, 43, 400]) == 42


def test_no_values_have_no_quantile():
    with pytest.raises(ValueError, match=r"\[\]"):
        quantile([], 0.5)


@given(numbers, shares)
def test_one_more_slow_run_never_makes_easy_pace_faster(values, share):
    assert quantile([*values, max(values)], share) >= quantile(values, share)


@given(numbers, shares)
def test_one_more_calm_run_never_raises_the_easy_heart_rate(values, share):
    assert quantile([*values, min(values)], share) <= quantile(values, share)


def test_a_median_of_mostly_unknown_values_is_unknown():
    assert median_of_known([None, None, 5.0]) is None
    assert median_of_known([None, 4.0, 6.0, 5.0]) == 5.0
    assert median_of_known([]) is None


def test_halves_round_up_to_the_step():
    assert to_step(2.5, 1) == 3
    assert to_step(42.4, 5) == 40
    assert to_step(42.5, 5) == 45
