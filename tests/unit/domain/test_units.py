"""Loads and distances are said in the reader's units, and kept in kilograms and kilometres."""

import pytest

from runwright.domain.units import (
    distance_words,
    load_words,
    reader,
    rough_distance,
    rough_load,
    use_units,
)
from runwright.domain.words import _


@pytest.fixture(autouse=True)
def _metric_afterwards():
    yield
    use_units("metric")


@pytest.mark.parametrize(
    ("load_kg", "metric", "imperial"),
    [
        (0.0, "0 kg", "0 lb"),
        (20.0, "20 kg", "44 lb"),
        (22.5, "22.5 kg", "50 lb"),
        (1.25, "1.25 kg", "2.8 lb"),
        (20.41, "20.4 kg", "45 lb"),
        (21.55, "21.6 kg", "47.5 lb"),
        (1.13, "1.1 kg", "2.5 lb"),
    ],
)
def test_a_load_is_no_finer_than_weights_are_made(load_kg, metric, imperial):
    assert load_words(load_kg) == metric
    use_units("imperial")

    assert load_words(load_kg) == imperial


def test_distances_and_estimates_follow_the_units():
    assert (distance_words(21.0975), rough_distance(38.4)) == ("21.1 km", "38 km")
    assert rough_load(62.3) == "62 kg"
    use_units("imperial")

    assert (distance_words(21.0975), rough_distance(38.4)) == ("13.1 mi", "24 mi")
    assert rough_load(62.3) == "137 lb"


def test_a_text_said_in_kilograms_is_said_again_in_pounds():
    text = _("{set} (lighter)").format(set=load_words(20))
    use_units("imperial")

    assert _(text) == "44 lb (lighter)"


def test_what_is_kept_for_one_reader_is_not_shown_to_another():
    metric = reader()
    use_units("imperial")

    assert reader() != metric


def test_units_that_are_none_are_metric():
    use_units("imperial")

    assert use_units("stones") == "metric"
    assert load_words(20) == "20 kg"
