"""Charts say what is to be seen, carry their numbers, and wait aloud where there is too little."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from lxml import etree

from runwright.domain.performed import PerformedSet
from runwright.domain.training import WeekLoad
from runwright.formats.progress_charts.body_charts import pain_chart, sleep_chart
from runwright.formats.progress_charts.lift_charts import best_sets_chart, one_rm_chart
from runwright.formats.progress_charts.plot import WIDTH, nice_step
from runwright.formats.progress_charts.week_charts import contacts_chart, load_chart, season_map
from runwright.knowledge.library import load_library
from runwright.training.done import Kept, PainPoint, StrengthWeek
from runwright.training.lifts import EstimateParameters, LiftDay, one_rm

P = EstimateParameters(epley_k=0.0333, reps_max=10, unknown_from_rir=5)
MONDAY = date(2026, 8, 31)
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
SQUAT = load_library().exercises["goblet_squat"]
PLANK = load_library().exercises["side_plank"]


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def lifted(number: int, kg: float | None, **more) -> LiftDay:
    told = {"reps": 6, "rir": 2} | more
    done = PerformedSet(
        label="A", exercise="goblet_squat", number=1, ended_at=NOON, load_kg=kg, **told
    )
    return LiftDay(day=day(number), best=done, estimate=one_rm(done, P))


def week(number: int, load_au: float = 300.0, contacts: int = 0, untold: int = 0) -> StrengthWeek:
    monday = MONDAY + timedelta(weeks=number)
    return StrengthWeek(
        monday=monday, sessions=2, load_au=load_au, untold=untold, contacts=contacts
    )


def run_week(number: int, guessed: float = 0.0) -> WeekLoad:
    return WeekLoad(
        monday=MONDAY + timedelta(weeks=number),
        runs=3,
        distance_km=30,
        duration_min=180,
        longest_km=14,
        longest_min=90,
        load_au=600,
        load_estimated_share=guessed,
        monotony=None,
        strain_au=None,
    )


def sound(chart) -> etree._Element:
    """The drawing as XML: named, and with nothing that starts outside it."""
    drawn = etree.fromstring(str(chart.drawing).replace("&nbsp;", " "))

    assert drawn.findtext("title")
    assert drawn.get("role") == "img"
    assert "nan" not in str(chart.drawing)
    for one in drawn.iter("text", "circle"):
        assert 0 <= float(one.get("x", one.get("cx"))) <= WIDTH
    return drawn


def test_a_gain_beyond_the_bands_is_said_and_one_within_is_not():
    clear = one_rm_chart(SQUAT, [lifted(0, 20.0), lifted(7, 30.0)], P)
    close = one_rm_chart(SQUAT, [lifted(0, 20.0), lifted(7, 20.5)], P)
    weaker = one_rm_chart(SQUAT, [lifted(0, 30.0), lifted(7, 20.0)], P)

    assert "The bands are apart." in clear.says
    assert "Too close to call." in close.says
    assert "then" in weaker.says
    for chart in (clear, close, weaker):
        sound(chart)


def test_an_estimate_names_its_formula_and_its_table_begins_with_the_newest():
    chart = one_rm_chart(SQUAT, [lifted(0, 20.0), lifted(7, 30.0)], P)

    assert "0.0333" in chart.rests_on
    assert chart.numbers.rows[0][0] == "7 Sep"
    assert len(chart.numbers.rows) == 2


def test_without_two_estimates_it_says_what_to_log():
    chart = one_rm_chart(SQUAT, [lifted(0, 20.0), lifted(7, 20.0, rir=None)], P)

    assert chart.drawing is None
    assert "repetitions left" in chart.missing


@pytest.mark.parametrize("loads", [(20.0, 24.0), (0.0, 0.0), (None, None), (0.0, 5.0)])
def test_best_sets_are_drawn_with_and_without_load(loads):
    chart = best_sets_chart(SQUAT, [lifted(n, kg) for n, kg in enumerate(loads)])

    sound(chart)
    assert "6" in chart.says


def test_a_hold_is_counted_in_seconds():
    days = [lifted(n, 0.0, reps=None, hold_s=20 + n, rir=None) for n in (0, 3)]

    assert "seconds" in best_sets_chart(PLANK, days).shows


def test_load_says_what_is_estimated_and_draws_no_danger():
    chart = load_chart([run_week(0, 0.5), run_week(1)], [week(0), week(1, untold=1)])

    assert chart.says == "Strength is 33 % of your load, runs the rest."
    assert "25 %" in chart.rests_on
    assert "1 session without" in chart.rests_on
    assert "does not predict injury" in chart.rests_on
    assert len(sound(chart).findall("rect")) == 4 + 2


def test_weeks_without_anything_wait():
    assert load_chart([], [week(0, 0.0), week(1, 0.0)]).drawing is None
    assert contacts_chart([week(0)]).drawing is None
    assert season_map({}, first=MONDAY, weeks=4, today=MONDAY).drawing is None
    assert sleep_chart({}, enough_h=7.0).drawing is None


def test_landings_are_bars_with_their_number():
    chart = contacts_chart([week(0), week(1, contacts=40), week(2)])

    assert "40 landings" in chart.says
    assert "40" in [one.text for one in sound(chart).iter("text")]


def test_the_map_has_a_cell_for_every_session_and_counts_short_ones_as_done():
    kept = {
        day(1): Kept.DONE,
        day(3): Kept.SHORT,
        day(8): Kept.NOT_DONE,
        day(10): Kept.STOPPED,
        day(15): Kept.COMING,
    }
    chart = season_map(kept, first=MONDAY, weeks=3, today=day(12))
    cells = [one for one in sound(chart).findall("rect") if one.find("title") is not None]

    assert chart.says == "You did 3 of 4 sessions, 1 of them short. Short counts."
    assert len(cells) == len(kept)


def test_a_season_of_two_years_still_fits():
    kept = {day(7 * n): Kept.COMING for n in range(104)} | {day(0): Kept.DONE}
    drawn = sound(season_map(kept, first=MONDAY, weeks=104, today=day(0)))
    right = [float(one.get("x")) + float(one.get("width")) for one in drawn.findall("rect")]

    assert max(right) <= WIDTH


def test_sleep_waits_for_a_week_before_it_speaks_of_a_mean():
    few = sleep_chart({day(n): 7.0 for n in range(4)}, enough_h=7.0)
    many = sleep_chart({day(n): 6.0 + n % 2 for n in range(20)}, enough_h=7.0)

    assert "a mean needs a week" in few.says
    assert "6.5 h on average" in many.says
    assert "cohort" in many.rests_on
    sound(few)
    sound(many)


@pytest.mark.parametrize(
    ("ratings", "says"),
    [
        ((6, 3, 1), "Shin: from 6 of 10 at the worst to 1"),
        ((6, 0), "Shin: from 6 of 10 to nothing"),
        ((4,), "Shin: 4 of 10"),
    ],
)
def test_a_pain_is_told_from_its_worst_to_its_last(ratings, says):
    points = [PainPoint(day=day(n), pain_0_10=one) for n, one in enumerate(ratings)]
    chart = pain_chart("pain-0", "Shin", points, (2, 3), [day(0)])

    assert chart.says.startswith(says)
    sound(chart)


def test_bone_has_no_light_between_go_on_and_stop():
    chart = pain_chart("p", "Heel bone", [PainPoint(day=MONDAY, pain_0_10=2)], (0, 0), [])

    assert "hold the load" not in str(chart.drawing)
    assert re.search(r">stop<", str(chart.drawing))


@pytest.mark.parametrize(("span", "step"), [(4, 1), (10, 2.5), (0, 2.5e-10), (1400, 500), (7, 2)])
def test_steps_are_round(span, step):
    assert nice_step(span) == pytest.approx(step)
