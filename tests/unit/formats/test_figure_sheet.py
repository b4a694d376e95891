"""The sheet of all figures: one file, no requests, sound for those who see, press keys or print."""

import re
from functools import cache
from importlib.resources import files

import pytest

from runwright.figures.by_name import home_test_shown
from runwright.figures.read import all_figures
from runwright.formats.figure_html import render_sheet
from runwright.knowledge.library import load_library
from tests.unit.formats.pages import read_page

SHOWN = ("squat_bodyweight", "goblet_squat", "split_squat", "dead_bug")


@cache
def sheet():
    figures = {name: all_figures()[name] for name in SHOWN}
    return render_sheet(load_library(), figures, [home_test_shown("push_up")])


@pytest.fixture
def read():
    return read_page(sheet())


def test_every_id_is_there_once_and_every_reference_finds_one(read):
    ids = [one.attributes["id"] for one in read.all() if "id" in one.attributes]
    wanted = {
        one.attributes["href"][1:]
        for one in read.all()
        if one.attributes.get("href", "")[:1] == "#"
    }

    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


def test_each_movement_waits_for_its_own_control(read):
    figures = read.all("details", class_="plate-figure")
    ids = {figure.one("summary").attributes["id"] for figure in figures}
    waits = re.findall(r'<set [^>]*begin="([^"]+)\.click"', sheet())

    assert set(waits) == ids
    assert len(waits) == len(SHOWN) + 1
    assert not re.search(r"<animate (?![^>]*begin=)", sheet())


def test_chapters_stand_in_the_order_of_a_session_with_the_easiest_first(read):
    plates = [one.attributes["id"] for one in read.all("li", class_="plate")]

    assert plates == ["squat_bodyweight", "goblet_squat", "split_squat", "dead_bug", "test-push_up"]


def test_a_fault_that_is_drawn_folds_out_with_its_words(read):
    plate = read.one("li", id="squat_bodyweight")
    fault = plate.one("details", class_="plate-fault")

    assert fault.one("svg").attributes["aria-label"] == "Bodyweight squat: right and wrong"
    assert load_library().exercises["squat_bodyweight"].fault.fix in fault.text


def test_what_is_not_drawn_is_named(read):
    assert "172 exercises are not drawn yet" in read.text
    assert "Nordic" in read.text


def test_each_drawing_has_a_name_and_each_control_words(read):
    for plate in read.all("li", class_="plate"):
        assert all(svg.attributes["aria-label"] for svg in plate.all("svg"))
        assert "Show it moving" in plate.one("details", class_="plate-figure").text


def test_no_script_and_no_request(read):
    policy = read.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]

    assert "<script" not in sheet()
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "url(" not in sheet()
    assert "http" not in sheet().replace("http-equiv", "")


def test_templates_hold_no_words_of_their_own():
    folder = files("runwright.formats.figure_html").joinpath("templates")
    for template in folder.iterdir():
        text = template.read_text("utf-8").replace("Runwright", "")
        bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", text, flags=re.DOTALL)

        assert re.findall(r"[A-Za-z]{2,}", bare) == [], template.name
