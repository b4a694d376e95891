"""Figures by the id of their exercise."""

import re

import pytest

from runwright.domain.exercise import UnknownExerciseError
from runwright.figures import Palette, Show, Side, figure_ids, figure_svg
from runwright.figures.by_name import exercise_named, figure_named
from runwright.figures.draw import Drawing, drawn
from runwright.figures.errors import FigureMissingError
from runwright.figures.style import page_sheet
from runwright.knowledge.library import load_library


def test_an_exercise_that_nobody_has_drawn_says_where_to_draw_it():
    missing = next(iter(set(load_library().exercises) - set(figure_ids())))

    with pytest.raises(FigureMissingError, match="draw-a-figure"):
        figure_svg(missing)


def test_an_unknown_exercise_is_told():
    with pytest.raises((UnknownExerciseError, FigureMissingError), match="moonwalk"):
        figure_svg("moonwalk")


def test_a_moving_figure_stops_for_those_who_want_no_motion_and_at_a_click():
    svg = figure_svg("squat_bodyweight", show=Show.MOVING)

    assert "prefers-reduced-motion:reduce" in svg
    assert svg.count('attributeName="display"') == 2
    assert 'repeatCount="indefinite"' in svg


def test_a_still_figure_does_not_move_and_counts_its_pictures():
    svg = figure_svg("squat_bodyweight")

    assert "<animate" not in svg
    assert ">1</text>" in svg
    assert ">2</text>" in svg


def test_the_left_version_is_another_drawing():
    assert figure_svg("split_squat", side=Side.LEFT) != figure_svg("split_squat")


def test_night_colours_are_there_without_a_page():
    assert "prefers-color-scheme:dark" in figure_svg("dead_bug")


def on_page(name, show=Show.STILL):
    choice = Drawing(show=show, on_page=True)
    return drawn(figure_named(name), exercise_named(name), choice)


def test_figures_of_a_page_share_its_style_and_no_names():
    page = "".join(
        on_page(name, show) for name in ("squat_bodyweight", "split_squat") for show in Show
    )
    ids = re.findall(r' id="([^"]+)"', page)

    assert "<style" not in page
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_sheet_of_a_page_knows_every_colour_of_its_figures():
    sheet = page_sheet(Palette.SAND)
    used = {one for name in figure_ids() for one in re.findall(r'class="(r\w)"', on_page(name))}

    assert {one for one in used if f".{one}{{" not in sheet} == set()
