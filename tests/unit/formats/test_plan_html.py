"""plan.html: one page that asks nobody for anything and says what matters first."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from runwright.domain.plan import Relaxed, Unmet
from runwright.domain.screening import Gate
from runwright.formats.plan_html.labels import labels
from runwright.knowledge.library import load_library
from tests.plans import GATE, HALF, MONDAY, season_plan, with_day
from tests.unit.formats.pages import Element, read_page
from tests.unit.formats.usual_page import (
    PLAN,
    TODAY,
    page,
    rendered,
    session_card,
    usual_page,
)

ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
KB = 1024


@pytest.fixture
def usual() -> Element:
    return usual_page()


# -- the page as a file ---------------------------------------------------------------------


def test_the_same_plan_and_day_give_the_same_page():
    assert rendered() == rendered(season_plan())


def test_a_season_of_24_weeks_stays_under_600_kb():
    assert len(rendered().encode()) < 600 * KB


@pytest.mark.parametrize("today", [TODAY, date(2026, 8, 1), date(2027, 6, 1)])
def test_every_id_is_there_once_and_every_link_leads_to_one(today):
    read = page(today=today)
    ids = [one.attributes["id"] for one in read.all() if "id" in one.attributes]
    links = {
        one.attributes["href"][1:] for one in read.all("a") if one.attributes["href"][0] == "#"
    }

    assert len(ids) == len(set(ids))
    assert links <= set(ids)


def test_no_request_leaves_the_page():
    html = rendered()
    read = read_page(html)
    outside = [
        one for one in read.all() if {"src", "srcset", "data", "poster"} & set(one.attributes)
    ]
    addresses = set(ADDRESS.findall(html))
    links = {one.attributes["href"] for one in read.all("a")}

    assert outside == []
    assert read.all("link") == []
    assert "@import" not in html
    assert "url(" not in html
    assert addresses <= links
    assert all(address.startswith("https://doi.org/") for address in addresses)


def test_the_policy_allows_our_style_and_script_and_nothing_else():
    read = page()
    policy = read.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    html = rendered()
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()

        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_is_styled_or_scripted_inline(usual):
    inline = [
        name
        for one in usual.all()
        for name in one.attributes
        if name == "style" or name[:2] == "on"
    ]

    assert inline == []


def test_words_of_strangers_are_shown_and_never_run():
    evil = "<script>alert(1)</script>"
    plan = replace(
        PLAN,
        runner=evil,
        races=(replace(HALF, name=evil),),
        notes=(evil,),
        relaxed=(Relaxed(rule=evil, day=MONDAY, says=evil),),
        unmet=(Unmet(what=evil, week=1, because=evil, ways_out=(evil,)),),
    )
    html = rendered(plan)

    assert "<script>alert" not in html
    assert html.count("<script") == 1
    assert "&lt;script&gt;alert(1)" in html


def test_templates_hold_no_words_of_their_own():
    folder = files("runwright.formats.plan_html").joinpath("templates")
    for template in folder.iterdir():
        text = template.read_text("utf-8").replace("Runwright", "")
        bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", text, flags=re.DOTALL)

        assert re.findall(r"[A-Za-z]{2,}", bare) == [], template.name


def test_every_label_says_something():
    assert all(vars(labels()).values())


# -- what comes first -----------------------------------------------------------------------


def test_sections_come_in_the_order_a_reader_needs(usual):
    headings = [one.text for one in usual.all("h2")]

    assert headings == [
        "What to know first",
        "Season",
        "Weeks",
        "Warm-ups, mobility and small work",
        "Exercises",
        "What your screen says",
        "How sure are we",
        "Rules that spoke",
        "Sources",
        "Made with",
    ]


def test_headings_go_down_one_step_at_a_time(usual):
    levels = [int(one.tag[1]) for one in usual.all() if re.fullmatch(r"h[1-6]", one.tag)]
    steps = [after - before for before, after in pairwise(levels)]

    assert levels.count(1) == 1
    assert max(steps) <= 1


def test_the_header_says_race_days_week_and_what_the_weeks_ask(usual):
    lead = usual.one("p", class_="lead").text

    assert usual.one("h1").text == "Season to the half marathon"
    assert "Half marathon, 31 January 2027, 75 days away." in lead
    assert "You are in week 13 of 24: strength, week 5 of 8." in lead
    assert "Until 13 December, 2 heavy sessions and 1 session of jumps a week." in lead
    assert "Then maintain: 1 short session, 1 light session and 1 session of jumps." in lead


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 8, 1), "The 24 weeks start on 24 August."),
        (date(2027, 1, 30), "1 day away."),
        (date(2027, 1, 31), "It is today."),
        (date(2027, 3, 1), "It has been run. The season ended on 7 February 2027."),
    ],
)
def test_the_header_follows_the_day(today, said):
    assert said in page(today=today).one("p", class_="lead").text


def test_without_a_race_it_is_a_season_of_strength():
    assert page(replace(PLAN, races=())).one("h1").text == "A season of strength"


def test_red_flags_come_before_everything_else():
    flag = Gate(
        rule="G02",
        effects=GATE.effects,
        says="Chest pain has to be looked at now.",
        opens_when="a doctor has cleared you",
        urgent=True,
        refers=True,
    )
    read = page(season_plan(gates=(GATE, flag)))
    gates = read.all("div", class_="gate")

    assert gates[0].text.startswith("See someone now. Chest pain has to be looked at now. G02")
    assert gates[0].attributes["role"] == "alert"
    assert "Opens when: a doctor has cleared you." in gates[0].text
    assert "role" not in gates[1].attributes


def test_it_says_that_no_clinician_signed_and_gives_no_score(usual):
    assert "No clinician has signed these rules off." in usual.text
    assert "Runwright gives no injury-risk score" in usual.text


def test_what_could_not_be_comes_with_its_ways_out(usual):
    unmet = usual.one("div", class_="unmet").text

    assert "a third strength session." in unmet
    assert "with 5 runs a week" in unmet
    assert "Run 4 times a week instead of 5." in unmet


def test_rules_that_gave_way_alike_are_told_once_with_their_weeks():
    days = [MONDAY + timedelta(weeks=week) for week in (0, 1, 2, 5)]
    relaxed = tuple(Relaxed(rule="D12", day=day, says="nothing for: pull") for day in days)
    read = page(replace(PLAN, relaxed=relaxed))
    first = read.one("section", class_="first").text

    assert first.count("nothing for: pull") == 1
    assert "nothing for: pull, weeks 1 to 3 and 6 D12" in first


# -- the season -----------------------------------------------------------------------------


def test_the_table_beside_the_chart_tells_every_week(usual):
    rows = usual.one("table").one("tbody").all("tr")

    assert len(rows) == 24
    assert [cell.text for cell in rows[12].inner] == [
        "13",
        "16–22 Nov",
        "Strength",
        "39 km, longest 15 km · 2 heavy and 1 of jumps · 18 hard sets",
    ]
    assert "deload" in rows[5].text
    assert rows[22].text.endswith("Half marathon")


def test_each_drawing_has_a_name(usual):
    drawings = [one for one in usual.all("svg") if one.attributes.get("role") in {"img", "group"}]

    assert len(drawings) > 24
    assert all(one.inner[0].tag == "title" and one.inner[0].text for one in drawings)
    unnamed = [one for one in usual.all("svg") if one not in drawings]
    assert all(
        "aria-hidden" in one.attributes or "sign" in one.attributes["class"] for one in unnamed
    )


# -- the weeks ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "open_week"),
    [(TODAY, 13), (date(2026, 8, 1), 1), (date(2026, 8, 24), 1), (date(2027, 6, 1), 24)],
)
def test_only_the_current_week_is_open(today, open_week):
    weeks = page(today=today).all("details", class_="week")
    opened = [one.attributes["id"] for one in weeks if "open" in one.attributes]

    assert len(weeks) == 24
    assert opened == [f"week-{open_week}"]


def test_weeks_behind_are_folded_away_together(usual):
    behind = usual.one("details", class_="behind")

    assert len(behind.all("details", class_="week")) == 12
    assert "Weeks behind you (12)" in behind.text


def test_every_session_has_a_card_that_the_week_links_to(usual):
    cards = {one.attributes["id"] for one in usual.all("article", class_="session")}
    links = {one.attributes["href"][1:] for one in usual.all("a", class_="go")}

    assert cards == links
    assert f"s-{PLAN.weeks[12].days[1].session.id}" in cards


def test_a_card_tells_blocks_doses_reserve_rest_tempo_ramp_and_note(usual):
    card = session_card(usual, "2026-11-17-heavy")
    items = [one.text for one in card.one("ol", class_="work").all("li", class_="item")]

    assert card.one("p", class_="opening").text.startswith("Warm up Brisk walk or easy jog 2 min")
    assert items[0].startswith("ABarbell back squat3 × 3–6")
    assert "Ramp up, shares of the load: 5 at 50 %, 3 at 70 %" in items[0]
    assert "2 in reserve · rest 3 min · 2-0-1" in items[0]
    assert "each side · 12 kg · 2 in reserve · rest 90 s · 2-0-1" in items[1]
    assert "Start with the left side." in items[3]
    assert "body weight" in items[3]


def test_reserve_is_said_the_same_way_down_to_zero():
    session = PLAN.weeks[0].days[0].session
    block = session.blocks[1]
    for rir, said in ((3, "3 in reserve"), (0, "0 in reserve")):
        item = replace(block.items[0], dose=replace(block.items[0].dose, rir=rir))
        changed = replace(session, blocks=(replace(block, items=(item,)),))
        plan = with_day(PLAN, replace(PLAN.weeks[0].days[0], session=changed))

        assert said in session_card(page(plan), session.id).one("ol", class_="work").text


def test_cues_fault_and_feel_stand_in_the_current_week_and_once_in_exercises(usual):
    exercise = load_library().exercises["back_squat"]
    now = session_card(usual, "2026-11-17-heavy")
    later = session_card(usual, "2026-11-24-heavy")
    place = usual.one("article", id="ex-back_squat")
    for read, shown in ((now, True), (later, False), (place, True)):
        for said in (*exercise.cues, exercise.fault.what, exercise.fault.fix, exercise.feel):
            assert (said in read.text) == shown


def test_shorter_and_longer_versions_fold_out(usual):
    versions = session_card(usual, "2026-11-17-heavy").one("div", class_="versions")
    names = [one.one("summary").text for one in versions.all("details")]

    assert names == ["15 min", "30 min", "45 min"]
    assert "This is the session as it stands above." in versions.all("details")[1].text
    assert "Short foot, seated2 × 8–10" in versions.all("details")[2].text


def test_small_work_is_shown_once_and_named_on_its_days(usual):
    week = usual.one("details", id="week-13")

    assert "Mobility Mon 06:30, Wed 06:30" in week.one("p", class_="small-links").text
    assert len(usual.all("article", class_="routine")) == 3


def test_a_day_off_and_a_journey_are_told_on_their_days():
    away = replace(PLAN.weeks[12].days[0], extras=(), blocked="wedding")
    abroad = replace(PLAN.weeks[12].days[2], travel="Lisbon")
    read = page(with_day(with_day(PLAN, away), abroad)).one("details", id="week-13")
    days = read.one("ol", class_="days").inner

    assert "wedding" in days[0].text
    assert "Lisbon" in days[2].text
    assert "wedding" in read.one("svg", class_="hours").text
    assert days[5].text.startswith("Sat 21 Easy run 09:00, 8 km")


def test_every_label_is_used():
    rooms = ("runwright.formats.plan_html", "runwright.formats.figure_html")
    folders = [files(room).joinpath("templates") for room in rooms]
    templates = "".join(one.read_text("utf-8") for folder in folders for one in folder.iterdir())

    assert [name for name in vars(labels()) if f"t.{name}" not in templates] == []
