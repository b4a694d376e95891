"""The drawings of a plan: right places, nothing on top of anything, whatever the season."""

import math
import re
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from runwright.domain.calendar import Window
from runwright.domain.evidence import Basis
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import DayAvailability
from runwright.formats.plan_html.badges import badges_of
from runwright.formats.plan_html.citation import doi_link, short_citation
from runwright.formats.plan_html.gaps import (
    Limits,
    events_of,
    gap_after,
    gap_before,
    limits_of,
)
from runwright.formats.plan_html.season_chart import SeasonChart
from runwright.formats.plan_html.season_facts import SeasonFacts
from runwright.formats.plan_html.season_phone import SeasonRows
from runwright.formats.plan_html.svg import fitted, text_width
from runwright.formats.plan_html.timeline import NARROW, WIDE, Timeline
from runwright.formats.plan_html.week_chart import BOX_HEIGHT, HOUR, WeekChart
from runwright.knowledge.library import load_library
from tests.plans import MONDAY, season_plan, with_day

TODAY = date(2026, 11, 17)
PLAN = season_plan()
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
LIMITS = limits_of(load_library(), "runwright")


def drawn(markup: str) -> etree._Element:
    """A drawing as XML, all its numbers finite."""
    assert "nan" not in markup
    assert "inf" not in markup.replace("inkfill", "").replace("info", "")
    return etree.fromstring(str(markup))


def bars(svg: etree._Element, class_: str) -> list[tuple[float, float]]:
    """Top and height of the bars of a colour, left to right."""
    found = svg.findall(f".//rect[@class='{class_}']")
    wide = [one for one in found if float(one.get("width")) > 20]
    places = sorted(
        (float(one.get("x")), float(one.get("y")), float(one.get("height"))) for one in wide
    )
    return [(top, height) for _, top, height in places]


# -- the season -----------------------------------------------------------------------------


def test_a_bar_is_as_high_as_the_running_of_its_week():
    svg = drawn(SeasonChart(SeasonFacts(PLAN, TODAY)).draw())
    longest = bars(svg, "sky")
    heights = [height for _, height in longest]
    scale = heights[0] / PLAN.weeks[0].longest_km

    assert len(heights) == 24
    for week, height in zip(PLAN.weeks, heights, strict=True):
        assert height == pytest.approx(week.longest_km * scale, abs=0.3)


def test_hard_sets_stand_on_one_line():
    svg = drawn(SeasonChart(SeasonFacts(PLAN, TODAY)).draw())
    feet = {round(top + height, 1) for top, height in bars(svg, "pine")}

    assert max(feet) - min(feet) <= 0.2


def test_every_week_is_a_link_with_its_own_words():
    svg = drawn(SeasonChart(SeasonFacts(PLAN, TODAY)).draw())
    links = svg.findall("a")

    assert [one.get("href") for one in links] == [f"#week-{n}" for n in range(1, 25)]
    assert links[12].find("title").text.startswith("Week 13 · 16–22 Nov · Strength · 39 km")


def test_today_is_marked_inside_the_season_only():
    inside = SeasonChart(SeasonFacts(PLAN, TODAY)).draw()
    outside = SeasonChart(SeasonFacts(PLAN, date(2026, 8, 1))).draw()

    assert "Today, Tue" in inside
    assert "Today" not in outside
    assert 'class="past"' not in outside


def test_names_of_races_never_overlap():
    races = tuple(
        replace(
            PLAN.races[0], name=f"The very long race {n}", day=MONDAY + timedelta(weeks=n, days=6)
        )
        for n in range(12)
    )
    svg = drawn(SeasonChart(SeasonFacts(replace(PLAN, races=races), TODAY)).draw())
    places: dict[float, list[tuple[float, float]]] = {}
    for one in svg.iterfind(".//text[@class='b m coral']"):
        half = text_width(one.text, 12, bold=True) / 2
        middle = float(one.get("x"))
        places.setdefault(float(one.get("y")), []).append((middle - half, middle + half))

    assert sum(map(len, places.values())) == 12
    for line in places.values():
        ordered = sorted(line)
        assert all(end <= start for (_, end), (start, _) in pairwise(ordered))
        assert all(left >= 0 and right <= 1216 for left, right in ordered)


@pytest.mark.parametrize("weeks", [1, 2, 4, 12, 24])
@pytest.mark.parametrize("chart", [SeasonChart, SeasonRows])
def test_seasons_of_any_length_are_drawn_inside_their_frame(weeks, chart):
    svg = drawn(chart(SeasonFacts(season_plan(weeks), TODAY)).draw())
    width, height = map(float, svg.get("viewBox").split()[2:])

    for one in svg.iterfind(".//rect"):
        assert float(one.get("x")) >= 0
        assert float(one.get("x")) + float(one.get("width")) <= width + 0.5
        assert float(one.get("y")) + float(one.get("height")) <= height + 0.5


def test_a_season_without_runs_is_drawn_too():
    weeks = tuple(
        replace(
            week,
            run_km=None,
            longest_km=None,
            run_min=0,
            hard_sets=0,
            days=tuple(replace(day, runs=(), session=None) for day in week.days),
        )
        for week in PLAN.weeks
    )
    facts = SeasonFacts(replace(PLAN, weeks=weeks), TODAY)

    assert bars(drawn(SeasonChart(facts).draw()), "sky") == []
    assert drawn(SeasonRows(facts).draw()) is not None


def test_the_unit_is_hours_as_soon_as_one_week_of_runs_has_no_distance():
    weeks = (replace(PLAN.weeks[0], run_km=None, longest_km=None), *PLAN.weeks[1:])

    assert SeasonFacts(PLAN, TODAY).in_distance
    assert not SeasonFacts(replace(PLAN, weeks=weeks), TODAY).in_distance


# -- a week ---------------------------------------------------------------------------------

starts = st.integers(0, 1430)


@st.composite
def crowded_weeks(draw):
    week = PLAN.weeks[12]
    days = []
    for day in week.days:
        runs = tuple(
            PlannedRun(
                day=day.day,
                start_min=draw(starts),
                duration_min=draw(st.integers(1, 300)),
                kind=draw(st.sampled_from(list(RunKind))),
                distance_km=draw(st.none() | st.floats(0, 100)),
            )
            for _ in range(draw(st.integers(0, 3)))
        )
        windows = tuple(Window(one, one + 5) for one in draw(st.lists(starts, max_size=2)))
        session = day.session
        if session is not None:
            placed = replace(session.placed, start_min=draw(starts))
            session = replace(session, placed=placed)
        extras = tuple(replace(one, start_min=draw(starts)) for one in day.extras)
        available = DayAvailability(minutes=draw(st.integers(0, 60)), windows=windows)
        days.append(replace(day, runs=runs, session=session, extras=extras, available=available))
    return replace(week, days=tuple(days))


@settings(max_examples=60)
@given(crowded_weeks())
def test_things_of_a_day_never_lie_on_each_other(week):
    chart = WeekChart(week, (), None)
    drawn(chart.draw())

    for places in chart.places.values():
        for (_, _, bottom), (_, top, _) in pairwise(places):
            assert top >= bottom
        assert all(bottom <= chart.base for _, _, bottom in places)


def test_a_box_stands_at_its_time_and_is_as_long_as_it_takes():
    chart = WeekChart(PLAN.weeks[12], (), None)
    (run, top, bottom) = chart.places[6][0]

    assert run.start == "08:00"
    assert top == pytest.approx(44 + 2 * HOUR)
    assert bottom - top == pytest.approx(max(BOX_HEIGHT, 1.5 * HOUR))


def test_windows_are_shaded_only_on_days_with_time():
    day = PLAN.weeks[12].days[0]
    closed = with_day(PLAN, replace(day, available=replace(day.available, minutes=0))).weeks[12]
    shaded = [
        drawn(WeekChart(week, (), None).draw()).find("path[@class='wash']").get("d")
        for week in (PLAN.weeks[12], closed)
    ]

    assert shaded[0].count("z") - shaded[1].count("z") == len(day.available.windows)


# -- gaps -----------------------------------------------------------------------------------


def event_on(day: date, title: str):
    return next(one for one in events_of(PLAN) if one.start.date() == day and one.title == title)


def test_gaps_are_counted_from_end_to_start():
    events = events_of(PLAN)
    second = event_on(date(2026, 11, 20), "Heavy legs B")
    before, after = gap_before(second, events, LIMITS), gap_after(second, events, LIMITS)

    assert before.said == "65 h 45 min"
    assert before.minutes == 65 * 60 + 45  # Tuesday 18:20 to Friday 12:05
    assert after.said == "43 h 20 min"
    assert after.after.spoken == "the long run"
    assert after.asked == "the rule asks for 24 h, better 48 h"


def test_what_comes_first_is_minded_first():
    first = event_on(date(2026, 11, 17), "Heavy legs A")

    assert gap_after(first, events_of(PLAN), LIMITS).after.title == "Heavy legs B"
    assert gap_after(first, events_of(PLAN), LIMITS).asked == "the rule asks for 48 h"


def test_jumps_and_light_sessions_mind_no_leg_gap():
    jumps = event_on(date(2026, 11, 19), "Jumps")

    assert gap_before(jumps, events_of(PLAN), LIMITS) is None
    assert gap_after(jumps, events_of(PLAN), LIMITS) is None


def test_a_new_programme_keeps_fast_runs_further_away():
    heavy = event_on(date(2026, 11, 17), "Heavy legs A")
    fast = event_on(date(2026, 11, 24), "Intervals")
    limits = Limits(between_legs_h=48, before_run_h=24, rather_before_run_h=48, novel_h=48)

    assert limits.closed_before_h(heavy, fast) == 24
    assert limits.closed_before_h(replace(heavy, novel=True), fast) == 48


def test_limits_are_the_rules_own_unless_the_protocol_sets_them():
    library = load_library()
    own = next(one.value for one in library.rules["S05"].parameters if one.name == "gap_h")
    protocol = replace(library.protocols["runwright"], rule_parameters={"S05": {"gap_h": 72}})
    changed = replace(library, protocols={"runwright": protocol})

    assert limits_of(library, "runwright").between_legs_h == own
    assert limits_of(library, "not known").between_legs_h == own
    assert limits_of(changed, "runwright").between_legs_h == 72


@pytest.mark.parametrize("scale", [WIDE, NARROW])
def test_every_session_of_a_season_has_a_timeline_inside_its_frame(scale):
    events = events_of(PLAN)
    for event in (one for one in events if one.session is not None):
        svg = drawn(Timeline(event, events, LIMITS, scale).draw())
        xs = [float(one.get("x")) for one in svg.iterfind(".//text")]

        assert all(-1 <= x <= scale.width + 1 for x in xs)


# -- small things ---------------------------------------------------------------------------


@given(st.text(max_size=60), st.floats(10, 300))
def test_a_fitted_text_is_never_wider_than_its_room(said, room):
    shown = fitted(said, room, 12)

    assert shown == said or text_width(shown, 12) <= room or len(shown) <= 2


def test_badges_tell_how_well_an_effect_is_known_and_whether_the_number_is_ours():
    rules = load_library().rules
    words = {rule: [badge.word for badge in badges_of(rules[rule])] for rule in rules}

    assert words["S02"] == ["review", "coach default"]
    assert words["S05"] == ["few studies", "coach default"]
    assert words["S14"] == ["coach default"]
    assert words["A03"] == ["trial"]


def test_every_rule_with_a_number_of_ours_says_so():
    for rule in load_library().rules.values():
        ours = any(one.support.basis is Basis.COACH_DEFAULT for one in rule.parameters)

        assert ours <= ("coach default" in [badge.word for badge in badges_of(rule)])


@pytest.mark.parametrize(
    ("key", "name", "link"),
    [
        ("doma2019heat", "Doma et al. 2019", "https://doi.org/10.1186/s40798-019-0195-y"),
        ("doma2013", "Doma and Deakin 2013", ""),
        ("spiering2021", "Spiering et al. 2021", "https://doi.org/10.1519/JSC.0000000000003964"),
        ("mcgill1999", "McGill et al. 1999", "https://doi.org/10.1016/s0003-9993(99)90087-4"),
        ("foster1998", "Foster 1998", ""),
    ],
)
def test_sources_have_short_names_and_links_only_where_a_doi_was_seen(key, name, link):
    source = load_library().sources[key]

    assert short_citation(source) == name
    assert doi_link(source) == link


def test_every_source_has_a_short_name():
    names = [short_citation(source) for source in load_library().sources.values()]

    assert all(0 < len(name) <= 80 for name in names)


# -- colours --------------------------------------------------------------------------------


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6})", css))


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def schemes() -> list[dict[str, str]]:
    folder = files("runwright.formats.plan_html").joinpath("style")
    css = folder.joinpath("1-tokens.css").read_text("utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    paper = folder.joinpath("6-print.css").read_text("utf-8")
    return [tokens(light), tokens(dark), tokens(light) | tokens(paper)]


TEXT_ON = {
    "paper": ("ink", "quiet", "coral-ink", "pine-ink", "amber-ink", "sky-ink", "moss-ink"),
    "card": ("ink", "quiet", "coral-ink", "pine-ink", "amber-ink", "sky-ink", "moss-ink"),
    "sunk": ("ink", "quiet"),
    "coral-wash": ("ink", "coral-ink", "quiet"),
    "t0": ("ink",),
    "t1": ("ink",),
    "t2": ("ink",),
    "t3": ("ink",),
    "tr": ("ink",),
}


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark", "print"])
def test_small_text_reaches_four_and_a_half_to_one(scheme):
    for ground, inks in TEXT_ON.items():
        for ink in inks:
            ratio = contrast(scheme[ink], scheme[ground])

            assert ratio >= 4.5, f"{ink} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark", "print"])
def test_signs_and_the_focus_ring_reach_three_to_one(scheme):
    for shape in ("sky", "pine", "amber", "moss", "coral"):
        for ground in ("paper", "card"):
            assert contrast(scheme[shape], scheme[ground]) >= 3, f"{shape} on {ground}"


def test_numbers_in_drawings_are_short():
    markup = SeasonChart(SeasonFacts(PLAN, TODAY)).draw()

    assert all(len(one.partition(".")[2]) <= 1 for one in NUMBER.findall(markup))
    assert math.isfinite(float(NUMBER.findall(markup)[0]))
