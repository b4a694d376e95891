"""Figures by the id of their exercise."""

import re

import pytest

from runwright.domain.exercise import UnknownExerciseError
from runwright.domain.home_test import UnknownTestError
from runwright.figures import (
    Palette,
    Show,
    Side,
    fault_ids,
    figure_ids,
    figure_svg,
    home_test_ids,
    home_test_svg,
)
from runwright.figures.by_name import exercise_named, figure_named
from runwright.figures.draw import Drawing, drawn
from runwright.figures.errors import FigureMissingError, MistakeMissingError
from runwright.figures.page import moving_on_page, still_on_page
from runwright.figures.style import page_sheet
from runwright.knowledge.library import load_library


def test_an_exercise_that_nobody_has_drawn_says_where_to_draw_it(monkeypatch):
    monkeypatch.setattr("runwright.figures.by_name.all_figures", dict)

    with pytest.raises(FigureMissingError, match="draw-a-figure"):
        figure_svg("squat_bodyweight")


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


def test_a_movement_of_a_page_waits_for_its_controls():
    figure = figure_named("squat_bodyweight"), exercise_named("squat_bodyweight")
    waiting = moving_on_page(*figure, ("go", "again")).svg

    assert waiting.count('begin="go.click;again.click"') == 1
    assert waiting.count("<animate ") == waiting.count('begin="squat_bodyweight-sr-mt.begin"')
    assert " begin=" not in moving_on_page(*figure, ()).svg


def test_a_copy_shows_what_the_page_has_drawn_once():
    pair = still_on_page(figure_named("split_squat"), exercise_named("split_squat"))
    name = re.search(r'<use href="#([^"]+)"', pair.copy)[1]

    assert f'<g id="{name}">' in pair.svg
    assert re.search(r'viewBox="[^"]+"', pair.copy)[0] in pair.svg
    assert len(pair.copy) < 250


def test_a_home_test_is_shown_as_its_exercise_under_its_own_name():
    svg = home_test_svg("push_up", show=Show.MOVING)

    assert "<title>Push-up</title>" in svg
    assert "Stop when the line breaks" in svg
    assert set(home_test_ids()) <= set(load_library().tests)


def test_an_unknown_home_test_is_told():
    with pytest.raises(UnknownTestError, match="moonwalk"):
        home_test_svg("moonwalk")


def test_figures_of_a_page_share_its_style_and_no_names():
    page = "".join(
        on_page(name, show)
        for name in ("squat_bodyweight", "split_squat")
        for show in (Show.STILL, Show.MOVING)
    )
    ids = re.findall(r' id="([^"]+)"', page)

    assert "<style" not in page
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_sheet_of_a_page_knows_every_colour_of_its_figures():
    sheet = page_sheet(Palette.SAND)
    used = {one for name in figure_ids() for one in re.findall(r'class="(r\w)"', on_page(name))}

    assert {one for one in used if f".{one}{{" not in sheet} == set()


def test_a_fault_is_told_in_signs_and_in_words():
    svg = figure_svg("squat_bodyweight", show=Show.FAULT)
    fault = load_library().exercises["squat_bodyweight"].fault

    assert svg.count('<path class="rw-g"') == svg.count('<path class="rw-w"') == 1
    assert fault.what in svg
    assert fault.fix in svg
    assert "squat_bodyweight" in fault_ids()


def test_a_fault_that_nobody_has_drawn_says_where_to_draw_it():
    missing = next(iter(set(figure_ids()) - set(fault_ids())))

    with pytest.raises(MistakeMissingError, match="draw-a-figure"):
        figure_svg(missing, show=Show.FAULT)
