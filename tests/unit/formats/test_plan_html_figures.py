"""Figures in the page of a plan: drawn once, in place where the runner is, moving when pressed."""

import re
from functools import cache

from runwright.figures import fault_ids
from runwright.figures.read import all_figures
from runwright.formats.figure_html import FigureBook
from runwright.knowledge.library import load_library
from tests.unit.formats.pages import read_page
from tests.unit.formats.usual_page import PLAN, rendered, session_card

MOST_BYTES = 1_500_000


@cache
def with_figures():
    return rendered(figures=FigureBook(all_figures(), load_library().exercises))


@cache
def read():
    return read_page(with_figures())


def exercises_of(session):
    return {item.exercise for block in session.blocks for item in block.items}


def test_each_exercise_of_the_plan_has_its_figure_once():
    cards = read().all("article", class_="exercise")
    drawn = {one.attributes["id"][3:] for one in cards if one.all("figure")}
    planned = {one.attributes["id"][3:] for one in cards}
    pairs = re.findall(r'<g id="([a-z0-9_]+)-sr-s">', with_figures())

    assert drawn == planned & set(all_figures())
    assert sorted(pairs) == sorted(drawn)


def test_the_sessions_of_the_open_week_show_their_figures_in_place():
    for day in PLAN.weeks[12].days:
        if day.session is None:
            continue
        items = session_card(read(), day.session.id).all("li", class_="item")
        shown = {
            item.all("a")[0].attributes["href"][4:]
            for item in items
            if item.all("details", class_="plate-figure")
        }

        assert shown == {
            item.all("a")[0].attributes["href"][4:]
            for item in items
            if item.all("a")[0].attributes["href"][4:] in all_figures()
        }
        assert shown <= exercises_of(day.session)


def test_a_movement_waits_for_every_control_that_shows_it():
    controls = {one.attributes["id"] for one in read().all("summary") if "id" in one.attributes}
    waits = re.findall(r'<set [^>]*begin="([^"]+)"', with_figures())

    assert waits
    assert {each.removesuffix(".click") for one in waits for each in one.split(";")} == controls
    assert not re.search(r"<animate (?![^>]*begin=)", with_figures())


def test_ids_do_not_collide_and_references_find_what_they_name():
    ids = [one.attributes["id"] for one in read().all() if "id" in one.attributes]
    wanted = {
        one.attributes["href"][1:]
        for one in read().all()
        if one.attributes.get("href", "").startswith("#")
    }

    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


def test_the_page_stays_light():
    assert len(with_figures().encode()) <= MOST_BYTES


def test_drawings_bring_no_style_of_their_own():
    assert with_figures().count("<style") == 1


def test_a_page_without_drawings_has_no_places_for_them():
    assert "plate-figure" not in rendered().partition("</style>")[2]


def test_what_moves_has_the_common_fault_beside_its_words():
    for card in read().all("article", class_="exercise"):
        name = card.attributes["id"][3:]
        moves = bool(card.all("details", class_="plate-figure"))

        assert bool(card.all("figure", class_="fault-pair")) == (moves and name in fault_ids())


def test_figures_stay_on_paper():
    closed = re.findall(r"details:not\(\[open\]\)[^{]*\{ *display: none", with_figures())

    assert closed
    assert all(":not(.plate-figure)" in one for one in closed)
