"""plan.html: why a session is where it is, and what the whole stands on."""

from dataclasses import replace

import pytest

from runwright.knowledge.library import load_library
from tests.plans import with_day
from tests.unit.formats.pages import Element
from tests.unit.formats.usual_page import PLAN, page, session_card, usual_page


@pytest.fixture
def usual() -> Element:
    return usual_page()


# -- why ------------------------------------------------------------------------------------


def test_reasons_tell_rule_statement_points_badges_and_sources(usual):
    why = session_card(usual, "2026-11-20-heavy").one("section", class_="why")
    s03 = next(
        one for one in why.one("ul", class_="speaks").inner if one.all("a", href="#rule-S03")
    )

    assert "43 h 20 min from hard legs to the long run 8 points" in s03.text
    assert [one.text for one in s03.all("span", class_="badge")] == ["studies", "coach default"]
    assert load_library().rules["S03"].statement in s03.text
    assert s03.all("a", href="#source-doma2015")
    assert "8 points in all" in why.text


def test_the_neighbours_of_a_session_are_drawn_with_their_gaps(usual):
    why = session_card(usual, "2026-11-20-heavy").one("section", class_="why")
    wide, narrow = why.all("svg")

    for drawn in (wide, narrow):
        assert "65 h 45 min" in drawn.text
        assert "43 h 20 min" in drawn.text
        assert "closed" in drawn.text
    assert "48 h after Heavy legs A" in wide.text
    assert "65 h 45 min after Heavy legs A and 43 h 20 min before the long run." in why.text


def test_other_weeks_keep_their_reasons_folded(usual):
    card = session_card(usual, "2026-11-27-heavy")
    why = card.one("details", class_="why")

    assert "open" not in why.attributes
    assert "43 h 20 min from hard legs to the long run 8 points" in why.text
    assert card.all("svg") == []


def test_only_what_the_plan_speaks_of_is_on_its_last_pages(usual):
    library = load_library()
    rules = {one.attributes["id"][5:] for one in usual.one("section", class_="rules").all("li")}
    cited = {key for rule in rules for key in library.rules[rule].sources}
    shown = {one.attributes["id"][7:] for one in usual.one("section", class_="sources").all("li")}

    assert {"S05", "S02", "D12", "G17", "A02"} <= rules
    assert "S14" not in rules
    assert cited <= shown
    assert "zourdos2016" not in shown


def test_sources_carry_the_code_of_how_far_they_were_seen(usual):
    source = usual.one("li", id="source-doma2019heat")

    assert source.one("span", class_="tag").text == (
        "V1: number seen in the abstract, full text or publisher page"
    )
    assert source.one("a").attributes["href"] == "https://doi.org/10.1186/s40798-019-0195-y"


def test_the_legend_explains_the_badges_that_are_used_and_no_others(usual):
    used = {one.text for one in usual.one("main").all("span", class_="badge")}
    legend = [one.text for one in usual.one("section", class_="sure").all("dt")]

    assert set(legend) == used
    assert "coach default" in legend


def test_findings_come_with_the_error_of_their_test(usual):
    knee = usual.one("div", class_="findings").all("article")[0]

    assert "Knee to wall" in knee.text
    assert "Less than 1.9 cm apart is within the test's own error." in knee.text
    assert "more room for: calf with a straight knee" in usual.text.lower()


def test_it_tells_what_it_was_made_with(usual):
    made = usual.one("section", class_="made").text

    assert "Runwright" in made
    assert "2026.1" in made
    assert "412 points" in made
    assert "no better placement exists; this is proven" in made


# -- what is missing ------------------------------------------------------------------------


def test_what_the_library_does_not_know_is_shown_by_its_name():
    session = PLAN.weeks[12].days[1].session
    block = session.blocks[1]
    item = replace(block.items[0], exercise="old_exercise", rules=("X99",))
    reasons = (replace(session.reasons[0], rule="X99"),)
    changed = replace(session, blocks=(replace(block, items=(item,)),), reasons=reasons)
    plan = with_day(PLAN, replace(PLAN.weeks[12].days[1], session=changed))
    plan = replace(plan, made_with=replace(plan.made_with, protocol="old protocol"))
    read = page(plan)

    assert "old_exercise" in session_card(read, session.id).text
    assert read.one("article", id="ex-old_exercise").text == "old_exercise"
    assert "X99" in session_card(read, session.id).one("section", class_="why").text
    assert "old protocol" in read.one("section", class_="made").text


def test_an_empty_plan_is_still_a_page():
    read = page(replace(PLAN, weeks=(), races=(), relaxed=(), unmet=(), findings=(), needs=()))

    assert read.one("h1").text == "A season of strength"
    assert read.all("details", class_="week") == []


def test_running_without_distances_is_told_in_hours():
    weeks = tuple(
        replace(
            week,
            run_km=None,
            longest_km=None,
            days=tuple(
                replace(day, runs=tuple(replace(run, distance_km=None) for run in day.runs))
                for day in week.days
            ),
        )
        for week in PLAN.weeks
    )
    read = page(replace(PLAN, weeks=weeks))

    assert "3.9 h, longest 1.5 h" in read.one("table").text
    assert "km" not in read.one("table").text.replace("10 km", "")
