"""A field shows the reader's units; what was left alone stays as it was kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.units import Units, use_units
from runwright.formats.told_amounts import (
    distance_field,
    load_field,
    own_weights_field,
    told_distance_km,
    told_load_kg,
    told_own_weights_kg,
)


@pytest.fixture(autouse=True)
def _metric_afterwards():
    yield
    use_units("metric")


def test_twenty_kilograms_shown_in_pounds_and_left_alone_stay_twenty():
    use_units("imperial")

    assert load_field(20.0) == "44"
    assert told_load_kg("44", (20.0,)) == 20.0
    assert told_load_kg("44") == pytest.approx(19.96)


def test_pounds_that_were_typed_are_read_back_as_typed():
    use_units("imperial")
    load_kg = told_load_kg("45")

    assert load_kg == pytest.approx(20.4, abs=0.02)
    assert load_field(load_kg) == "45"


@given(st.integers(0, 2000).map(lambda one: one / 2))
def test_every_half_pound_survives_being_kept_in_kilograms(pounds):
    use_units("imperial")

    assert float(load_field(told_load_kg(f"{pounds:g}"))) == pounds


def test_zero_and_nothing_are_two_things():
    for units in ("metric", "imperial"):
        use_units(units)

        assert load_field(0.0) == "0"
        assert told_load_kg("0") == 0.0
        assert load_field(None) == distance_field(None) == ""


def test_a_unit_that_is_written_counts_for_more_than_the_readers():
    use_units("imperial")

    assert told_load_kg("20 kg") == 20.0
    assert told_distance_km("10 km") == 10.0
    assert told_distance_km("half marathon") == pytest.approx(21.0975)


def test_a_distance_left_alone_stays_and_a_new_one_is_in_miles():
    use_units("imperial")

    assert distance_field(10.0) == "6.21"
    assert told_distance_km("6.21", (5.0, 10.0)) == 10.0
    assert told_distance_km("20") == pytest.approx(32.187, abs=0.001)


@pytest.mark.parametrize("text", ["heavy", "-5", "", "1e999", "."])
def test_what_is_no_amount_is_none(text):
    assert told_load_kg(text) is None
    assert told_distance_km(text) is None


@given(st.lists(st.integers(4, 400), min_size=1, max_size=9, unique=True), st.sampled_from(Units))
def test_a_list_of_weights_that_was_left_alone_stays_as_it_was(quarters, units):
    use_units(units)
    loads = tuple(sorted(one / 4 for one in quarters))

    assert told_own_weights_kg(own_weights_field(loads), loads) == loads


def test_a_list_of_bare_weights_is_in_the_readers_unit():
    use_units("imperial")

    assert told_own_weights_kg("10, 20") == pytest.approx((4.54, 9.07))
    assert told_own_weights_kg("10 kg, 20 kg") == (10, 20)
