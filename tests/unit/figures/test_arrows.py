"""Arrows are long enough to be seen, and do not wobble."""

from math import hypot

import pytest

from runwright.figures.arrows import SHORTEST, plain_way


def test_a_short_way_becomes_a_longer_straight_arrow_about_the_same_middle():
    (x0, y0), (x1, y1) = plain_way([(100, 50), (103, 51), (106, 58)])

    assert hypot(x1 - x0, y1 - y0) == pytest.approx(SHORTEST)
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx((103, 54))


def test_what_does_not_move_keeps_its_place():
    assert plain_way([(5, 5), (5, 5.2)]) == ((5, 5), (5, 5.2))


def test_a_long_way_keeps_its_ends_and_loses_its_kinks():
    way = [(0, 0), (50, 40), (100, 0), (150, 40), (200, 0)]
    plain = plain_way(way)

    assert (plain[0], plain[-1]) == ((0, 0), (200, 0))
    assert max(y for _, y in plain) < 30


def test_a_straight_way_stays_as_it_is():
    way = tuple((30.0 * number, 10.0 * number) for number in range(6))

    assert plain_way(way) == way
