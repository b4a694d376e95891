"""Paths run through their points, in whole numbers, with the same commands in every frame."""

import re
from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.figures.paths import Outline, curve, dot, line, open_curve, polygon

coordinate = st.floats(-900, 900)
outlines = st.lists(st.tuples(coordinate, coordinate), min_size=4, max_size=12)


def commands(path):
    return re.sub(r"[-\d ]", "", path)


def end_of(path):
    """Where the pen rests before it closes the path."""
    x = y = 0.0
    numbers = {"M": 2, "l": 2, "q": 4, "t": 2}
    for word, rest in re.findall(r"([Mlqt])([-\d ]+)", path):
        values = [int(value) for value in re.findall(r"-?\d+", rest)]
        for start in range(0, len(values), numbers[word]):
            dx, dy = values[start + numbers[word] - 2 : start + numbers[word]]
            x, y = (dx, dy) if word == "M" else (x + dx, y + dy)
    return x, y


def start_of(path):
    x, y = re.match(r"M(-?\d+) ?(-?\d+)", path).groups()
    return int(x), int(y)


@given(points=outlines)
def test_a_smooth_outline_comes_back_to_its_start(points):
    path = curve(Outline(tuple(points)))

    assert end_of(path) == start_of(path)


@given(points=outlines, others=outlines)
def test_outlines_with_as_many_points_use_the_same_commands(points, others):
    count = min(len(points), len(others))
    corners = frozenset({0, count - 1})
    first = curve(Outline(tuple(points[:count]), corners))
    second = curve(Outline(tuple(others[:count]), corners))

    assert commands(first) == commands(second)


def test_a_round_outline_stays_round():
    ring = tuple((100 * cos(2 * pi * n / 12), 100 * sin(2 * pi * n / 12)) for n in range(12))
    middle = start_of(curve(Outline(ring)))

    assert (middle[0] ** 2 + middle[1] ** 2) ** 0.5 == pytest.approx(100, abs=2)


def test_lines_are_relative_and_do_not_add_up_rounding():
    assert line(((0.4, 0.4), (1.4, 0.4), (2.4, 0.4))) == "M0 0l1 0 1 0"
    assert polygon(((0, 0), (-5, 3), (2, -4))) == "M0 0l-5 3 7-7z"


def test_a_dot_is_a_circle_around_its_centre():
    assert dot((10, 20), 5) == "M5 20a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"


@given(outlines)
def test_an_open_curve_runs_from_the_first_point_to_the_last(points):
    path = open_curve(points)

    assert path.startswith(f"M{round(points[0][0])}")
    assert end_of(path) == (round(points[-1][0]), round(points[-1][1]))
