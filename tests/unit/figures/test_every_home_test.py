"""Every home test is shown, and the figures that are its own are possible, small and sound."""

import gzip
from xml.etree import ElementTree as ET

import pytest

from runwright.figures import Body, Show, home_test_svg
from runwright.figures.by_name import home_test_shown
from runwright.figures.draw import motion_for
from runwright.figures.read import all_test_figures
from runwright.figures.soundness import figure_faults
from runwright.knowledge.library import load_library

MOVING_BYTES, STILL_BYTES = 12_000, 3_000
OWN = [one.test for one in all_test_figures().values() if one.own is not None]
each_own = pytest.mark.parametrize("name", OWN)
each_body = pytest.mark.parametrize("body", Body)


@each_own
@each_body
def test_no_frame_asks_what_a_body_cannot_do(name, body):
    figure, movement = home_test_shown(name)
    faults = figure_faults(figure, motion_for(figure, movement, body))

    assert [str(fault) for fault in faults] == []


@each_own
@each_body
def test_a_drawing_stays_small(name, body):
    still, moving = (home_test_svg(name, body=body, show=show) for show in list(Show)[:2])

    assert len(gzip.compress(still.encode())) <= STILL_BYTES
    assert len(gzip.compress(moving.encode())) <= MOVING_BYTES


@each_own
def test_it_says_the_steps_of_the_test(name):
    root = ET.fromstring(home_test_svg(name))  # noqa: S314  # our own text
    space = "{http://www.w3.org/2000/svg}"

    assert root.find(f"{space}title").text == load_library().tests[name].name
    assert load_library().tests[name].protocol[0] in root.find(f"{space}desc").text


def test_every_home_test_is_shown():
    assert set(load_library().tests) == set(all_test_figures())
