"""Figures from the terminal: drawn to a file, all on one page, and as joint ranges."""

import csv
from xml.etree import ElementTree as ET

import pytest

from runwright.cli.commands import figure
from runwright.figures import Body, Palette, Show, Side, fault_ids, figure_ids, home_test_ids
from runwright.knowledge.library import load_library
from tests.unit.formats.pages import read_page

LIBRARY = load_library()


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_figure_becomes_a_file_of_its_name(run, here):
    result = run("figure", "split", "squat", "--moving", "--body", "broad", "--side", "left")

    assert result.exit_code == 0, result.output
    assert "split_squat-moving.svg" in result.stdout
    drawn = (here / "split_squat-moving.svg").read_text("utf-8")
    assert "<animate" in drawn
    assert "split_squat-bl" in drawn


def test_without_more_words_it_is_the_still_pair(run, here):
    assert run("figure", "dead_bug").exit_code == 0

    drawn = (here / "dead_bug.svg").read_text("utf-8")
    assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314  # our own text
    assert "<animate" not in drawn


def test_the_common_fault_is_drawn_or_said_to_be_missing(run, here):
    assert run("figure", "squat_bodyweight", "--fault").exit_code == 0
    without = next(name for name in figure_ids() if name not in fault_ids())
    result = run("figure", without, "--fault")

    assert "right and wrong" in (here / "squat_bodyweight-fault.svg").read_text("utf-8")
    assert result.exit_code == 2
    assert without in result.stderr


def test_a_drawing_may_go_to_the_terminal(run, here):
    result = run("figure", "dead_bug", "--out", "-", "--palette", "umber")

    assert result.stdout.startswith("<svg")
    assert "rwf-umber" in result.stdout
    assert list(here.iterdir()) == []


def test_a_home_test_is_drawn_under_its_own_name(run, here):
    result = run("figure", "--test", "push_up", "--out", here / "deep" / "test.svg")

    assert result.exit_code == 0
    assert "Stop when the line breaks" in (here / "deep" / "test.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("gobelt squat",), "goblet_squat"),
        (("--test", "knee_too_wall"), "knee_to_wall"),
        (("goblet_squat", "--all"), "not both"),
        (("--joints",), "--all"),
        (("goblet_squat", "--body", "huge"), "slight"),
    ],
)
def test_wrong_use_is_told_with_what_would_be_right(run, here, words, says):
    result = run("figure", *words)

    assert result.exit_code == 2
    assert says in result.stderr
    assert list(here.iterdir()) == []


def test_what_nobody_has_drawn_says_so(run, monkeypatch):
    monkeypatch.setattr("runwright.figures.by_name.all_figures", dict)
    result = run("figure", "goblet_squat")

    assert result.exit_code == 2
    assert "No figure for 'goblet_squat'" in result.stderr


def test_without_a_name_it_lists_what_is_drawn_and_what_is_not(run):
    listed = run("figure").stdout
    answer = run.answer("figure", of="figures")

    assert all(name in listed for name in figure_ids())
    assert {one["id"] for one in answer["figures"]} == set(figure_ids())
    assert {*answer["not_drawn"]} == set(LIBRARY.exercises) - set(figure_ids())


def test_joints_are_a_table_an_answer_and_a_file(run, here):
    table = run("figure", "squat_bodyweight", "--joints").stdout
    answer = run.answer("figure", "squat_bodyweight", of="figure")
    assert run("figure", "--all", "--joints", "--out", "joints.csv").exit_code == 0
    rows = list(csv.DictReader((here / "joints.csv").read_text("utf-8").splitlines()))

    assert "knee right" in table
    assert "112°" in table
    assert answer["most"] == answer["joints"][0]["joint"]
    assert {row["exercise"] for row in rows} <= set(figure_ids())
    first = next(row for row in rows if row["exercise"] == "squat_bodyweight")
    assert first["joint"] == answer["most"]


def test_the_joints_of_all_keep_to_the_schema(run):
    answer = run.answer("figure", "--all", of="all_joints")

    assert [one["id"] for one in answer["figures"]] == list(figure_ids())


def test_the_sheet_has_every_figure_once_under_its_movement(run, here):
    assert run("figure", "--all").exit_code == 0
    read = read_page((here / "figures.html").read_text("utf-8"))
    plates = [one.attributes["id"] for one in read.all("li", class_="plate")]

    assert set(plates) == {*figure_ids(), *(f"test-{one}" for one in home_test_ids())}
    assert len(plates) == len(set(plates))


def test_the_choices_are_those_that_figures_know():
    assert set(figure.SHOWS) == {str(one) for one in Show}
    assert tuple(Body) == figure.BODIES
    assert tuple(Palette) == figure.PALETTES
    assert set(Side) == set(figure.SIDES)
