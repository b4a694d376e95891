"""Every exercise and every home test has a figure."""

from runwright.figures import figure_ids, home_test_ids
from runwright.knowledge.library import load_library


def test_every_exercise_is_drawn():
    assert set(figure_ids()) == set(load_library().exercises)


def test_every_home_test_is_shown():
    assert set(home_test_ids()) == set(load_library().tests)
