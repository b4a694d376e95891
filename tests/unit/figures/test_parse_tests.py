"""Figures of home tests as they are written."""

import pytest

from runwright.figures.errors import FigureFaultsError
from runwright.figures.parse_tests import parse_test_figures
from runwright.figures.read import all_test_figures
from runwright.knowledge.library import load_library

POSE = "{stand: right, feet: {both: {at: [0, 9]}}}"
WAY = "view: side, start_to_end: lifts"
OWN = f"- {{test: reach, like: sl_balance, {WAY}, start: {POSE}, end: {{}}}}"


def test_a_test_may_be_shown_as_an_exercise():
    shown = parse_test_figures("tests", "- {test: planks, same_as: side_plank}")["planks"]

    assert (shown.like, shown.own) == ("side_plank", None)


def test_a_test_may_have_a_figure_of_its_own():
    shown = parse_test_figures("tests", OWN)["reach"]

    assert shown.own.exercise == "test-reach"
    assert shown.like == "sl_balance"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {same_as: side_plank}", "id of a home test"),
        ("- {test: planks, same_as: side_plank, veiw: side}", "key that figures know"),
        ("- {test: planks}", "exercise whose muscles"),
        ("- {test: a, same_as: b}\n- {test: a, same_as: c}", "each test once"),
    ],
)
def test_a_fault_is_told_with_its_place(text, says):
    with pytest.raises(FigureFaultsError, match=says):
        parse_test_figures("tests", text)


def test_every_figure_belongs_to_a_home_test_and_leans_on_an_exercise():
    library = load_library()

    assert set(all_test_figures()) <= set(library.tests)
    assert {one.like for one in all_test_figures().values()} <= set(library.exercises)
