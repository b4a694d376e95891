"""A runner's own weights, as people list them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.own_weights import (
    HEAVIEST_KG,
    MOST,
    read_own_weights_kg,
    with_plates_kg,
)


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("5, 7.5, 10", (5, 7.5, 10)),
        ("10,5,7.5", (5, 7.5, 10)),
        ("2,5; 5; 10", (2.5, 5, 10)),
        ("8 kg, 12 kg and 16 kg", (8, 12, 16)),
        ("2 to 10 by 2", (2, 4, 6, 8, 10)),
        ("2-10 by 4, 20", (2, 6, 10, 20)),
        ("2.5–10 kg in steps of 2.5 kg", (2.5, 5, 7.5, 10)),
        ("5, 5, 5", (5,)),
        ("10 lb", (4.54,)),
        ("5, 10 lb", (2.27, 4.54)),
    ],
)
def test_weights_are_read_as_people_list_them(text, loads):
    assert read_own_weights_kg(text) == pytest.approx(loads)


@pytest.mark.parametrize(
    "text",
    ["", "heavy", "5, ten", "0", "-5", "501", "10 to 2 by 2", "2 to 10 by 0", "1 to 500 by 0.1"],
)
def test_what_is_no_list_of_weights_is_none(text):
    assert read_own_weights_kg(text) is None


def test_a_pair_of_plates_goes_on_both_sides():
    assert with_plates_kg(20, (2.5, 5)) == (20, 25, 30, 35)


def test_two_pairs_alike_may_both_be_on_the_bar():
    assert with_plates_kg(20, (5, 5)) == (20, 30, 40)


@given(st.text(max_size=60))
def test_any_text_is_usable_weights_or_none(text):
    found = read_own_weights_kg(text)

    assert found is None or (
        0 < len(found) <= MOST
        and list(found) == sorted(set(found))
        and all(0 < one <= HEAVIEST_KG for one in found)
    )
