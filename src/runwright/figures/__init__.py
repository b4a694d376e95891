"""Figures: pose keyframes to a body to SVG, still and moving; one style for every exercise."""

from runwright.figures.by_name import (
    exercise_joints,
    fault_ids,
    figure_ids,
    figure_svg,
    home_test_ids,
    home_test_svg,
)
from runwright.figures.draw import Show
from runwright.figures.joints import Side
from runwright.figures.ranges import JointRange
from runwright.figures.segments import Body
from runwright.figures.style import Palette

__all__ = [
    "Body",
    "JointRange",
    "Palette",
    "Show",
    "Side",
    "exercise_joints",
    "fault_ids",
    "figure_ids",
    "figure_svg",
    "home_test_ids",
    "home_test_svg",
]
