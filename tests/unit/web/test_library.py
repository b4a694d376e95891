"""The library: everything the knowledge base holds has a page, and filters stand in the address."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from runwright.knowledge.library import load_library
from runwright.web.library.addresses import page_address

LIBRARY = load_library()
SHELVES = ("", "ladders/", "tests/", "rules/", "sources/", "protocols/")


def text(response) -> str:
    return unescape(response.content.decode())


def names_on(page: str) -> list[str]:
    return re.findall(r'<a href="/library/(\w+)/"><img', page)


@pytest.mark.parametrize("part", SHELVES)
def test_every_shelf_opens_before_and_after_there_is_a_plan(signed_in, part, request):
    assert signed_in.get(f"/library/{part}").status_code == 200
    request.getfixturevalue("sample")
    assert signed_in.get(f"/library/{part}").status_code == 200


@pytest.mark.parametrize(
    ("route", "entries"),
    [
        ("library-exercise", LIBRARY.exercises),
        ("library-test", LIBRARY.tests),
        ("library-rule", LIBRARY.rules),
        ("library-source", LIBRARY.sources),
        ("library-protocol", LIBRARY.protocols),
    ],
)
def test_every_entry_has_a_page_that_opens(signed_in, route, entries):
    for name in entries:
        response = signed_in.get(reverse(route, args=[name]))

        assert response.status_code == 200, name
        assert text(response).count("<h1") == 1, name


def test_every_link_inside_the_library_leads_somewhere(signed_in, sample):
    seen, waiting = set(), {"/library/"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = signed_in.get(address)
        assert response.status_code == 200, address
        found = re.findall(r'href="(/library/[^"?#]*)', response.content.decode())
        waiting |= set(found) - seen

    assert len(seen) > len(LIBRARY.exercises) + len(LIBRARY.rules) + len(LIBRARY.sources)


@pytest.mark.parametrize(
    "path",
    ["nobody/", "tests/nobody/", "rules/Z99/", "sources/nobody/", "protocols/nobody/"],
)
def test_what_the_library_does_not_hold_is_not_found(signed_in, path):
    assert signed_in.get(f"/library/{path}").status_code == 404


def test_nobody_looks_without_signing_in(db):
    assert Client().get("/library/").status_code == 302


def test_all_exercises_stand_on_the_overview(signed_in):
    page = text(signed_in.get("/library/"))

    assert sorted(names_on(page)) == sorted(LIBRARY.exercises)
    assert f"{len(LIBRARY.exercises)} exercises" in page


def test_filters_leave_what_fits_and_stay_chosen(signed_in):
    page = text(signed_in.get("/library/?pattern=squat&kit=none&level=1"))
    fitting = [
        one.id
        for one in LIBRARY.patterns["squat"]
        if one.level == 1 and one.can_be_done_with(LIBRARY.household)
    ]

    assert sorted(names_on(page)) == sorted(fitting)
    assert '<option value="squat" selected>' in page
    assert '<option value="none" selected>' in page


def test_a_name_is_found_whatever_its_case(signed_in):
    page = text(signed_in.get("/library/?q=NORDIC"))

    assert names_on(page) == ["nordic_assisted", "nordic_eccentric"]


def test_what_hurts_is_left_out_and_counted(signed_in):
    page = text(signed_in.get("/library/?pain=achilles_insertional"))
    avoided = [
        one.id
        for one in LIBRARY.exercises.values()
        if any(tag.region == "achilles_insertional" for tag in one.avoid)
    ]

    assert not set(avoided) & set(names_on(page))
    assert f"{len(avoided)} more are left out while this hurts" in page


def test_where_nothing_fits_it_says_what_to_ask_for_less(signed_in):
    page = text(signed_in.get("/library/?pattern=squat&q=plank"))

    assert "No exercise fits all of this" in page
    assert 'href="?pattern=squat"' in page
    assert 'href="?q=plank"' in page


def test_fields_left_open_do_not_stay_in_the_address(signed_in):
    response = signed_in.get("/library/?q=&kit=&pattern=hinge&pain=&level=")

    assert response.url == "/library/?pattern=hinge"


def test_what_nobody_knows_is_not_asked_for(signed_in):
    assert signed_in.get("/library/?pattern=dance").url == "/library/"


def test_only_the_plan_shows_what_the_plan_holds(signed_in, sample):
    page = text(signed_in.get("/library/?plan=1"))

    assert 0 < len(names_on(page)) < len(LIBRARY.exercises)
    assert page.count("In your plan</span>") == len(names_on(page))


def test_nothing_speaks_of_a_plan_before_there_is_one(signed_in):
    assert 'name="plan"' not in text(signed_in.get("/library/"))
    assert "Your plan" not in text(signed_in.get("/library/goblet_squat/"))


def test_an_exercise_of_the_plan_names_dose_and_days(signed_in, sample):
    name = names_on(text(signed_in.get("/library/?plan=1")))[-1]
    page = text(signed_in.get(f"/library/{name}/"))

    assert "Your dose" in page
    assert 'href="/day/' in page


def test_an_exercise_of_no_plan_tells_the_usual_dose_and_that_it_is_ours(signed_in):
    page = text(signed_in.get("/library/calf_raise_sl_step/"))

    assert "The usual dose" in page
    assert "coach default" in page
    assert 'aria-current="true"' in page
    assert "Leave it out" in page


def test_a_rule_shows_each_number_with_unit_and_what_it_rests_on(signed_in):
    page = text(signed_in.get("/library/rules/S02/"))

    for part in ("Novel gap", "48 h", "coach default", "Doma et al. 2019", "may give way"):
        assert part in page


def test_a_protocol_says_what_the_article_says_and_what_overrules_it(signed_in):
    page = text(signed_in.get("/library/protocols/rei/"))

    assert "What the article says" in page
    assert LIBRARY.protocols["rei"].corrections[0][1] in page


@pytest.mark.parametrize("path", ["/", "/season/", "/week/3/", "/week/12/"])
def test_rules_exercises_and_sources_of_the_plan_lead_to_their_pages(signed_in, sample, path):
    page = signed_in.get(path).content.decode()
    rules = set(re.findall(r'class="rid" href="([^"]*)"', page))

    assert all(re.fullmatch(r"/library/rules/\w+/", address) for address in rules)
    assert not re.search(r'href="#(rule|ex|source|week)-', page)
    assert rules or path in {"/", "/season/"}


def test_what_no_page_has_has_no_address():
    assert page_address("rule-S02") == "/library/rules/S02/"
    assert page_address("rule-Z99") == ""
    assert page_address("r-1") == ""
