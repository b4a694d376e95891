import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.quantities import (
    name_distance,
    read_clock,
    read_distance_km,
    read_duration_min,
    read_height_cm,
    read_number,
    read_pace_min_per_km,
    read_weight_kg,
)

READERS = (
    read_clock,
    read_distance_km,
    read_duration_min,
    read_height_cm,
    read_number,
    read_pace_min_per_km,
    read_weight_kg,
)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("06:15", 375),
        ("6.15", 375),
        ("6h15", 375),
        ("6:15:30", 375),
        ("6 am", 360),
        ("6:15 p.m.", 1095),
        ("12 am", 0),
        ("12 pm", 720),
        ("0:00", 0),
        ("24:00", 1440),
        ("18 Uhr", 1080),
    ],
)
def test_clock_times_are_read(text, minute):
    assert read_clock(text) == minute


@pytest.mark.parametrize("text", ["", "25:00", "24:01", "6:75", "13 pm", "0 am", "noon", "-1:00"])
def test_what_is_no_clock_time_is_none(text):
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("45'", 45),
        ("1:30", 90),
        ("1:30:30", 90.5),
        ("45:00", 45),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("2 hours", 120),
        ("1,5 h", 90),
        ("90 Minuten", 90),
        ("0", 0),
    ],
)
def test_durations_are_read(text, minutes):
    assert read_duration_min(text) == minutes


@pytest.mark.parametrize("text", ["", "h", "soon", "1:2", "-5", "45 km"])
def test_what_is_no_duration_is_none(text):
    assert read_duration_min(text) is None


@pytest.mark.parametrize(
    ("text", "distance_km"),
    [("5", 5), ("5K", 5), ("8,5 km", 8.5), ("800 m", 0.8), ("1 mile", 1.609344), ("Semi", 21.0975)],
)
def test_distances_are_read(text, distance_km):
    assert read_distance_km(text) == pytest.approx(distance_km)


@pytest.mark.parametrize(
    ("text", "pace"), [("6:10", 6.1667), ("6:10 min/km", 6.1667), ("9:39 /mile", 5.996)]
)
def test_paces_are_read_per_kilometre_and_per_mile(text, pace):
    assert read_pace_min_per_km(text) == pytest.approx(pace, abs=1e-3)


def test_distances_are_named_as_runners_do():
    assert name_distance(21.0975) == "half marathon"
    assert name_distance(42.195) == "marathon"
    assert name_distance(6.3) == "6.3 km"


@given(text=st.text(max_size=80) | st.text(alphabet="0123456789:.,h km'\"ftlbam/", max_size=80))
def test_any_text_is_an_amount_of_zero_or_more_or_none(text):
    for read in READERS:
        amount = read(text)

        assert amount is None or 0 <= amount < float("inf")
