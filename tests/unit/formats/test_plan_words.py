"""Plans in words: doses, amounts of time, days and kinds."""

from datetime import date

import pytest

from runwright.domain.exercise import Sides
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Race
from runwright.domain.session import Dose, RampSet, SessionKind
from runwright.formats.plan_words import dates, doses, kinds

DAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("dose", "sides", "said"),
    [
        (Dose(sets=3, reps=(6, 8)), Sides.BOTH, "3 × 6–8"),
        (Dose(sets=3, reps=(8, 8)), Sides.EACH, "3 × 8 each side"),
        (Dose(sets=1, reps=(8, 10)), Sides.ALTERNATING, "8–10 alternating"),
        (Dose(sets=2, hold_s=30), None, "2 × 30 s"),
        (Dose(sets=1, hold_s=120), None, "2 min"),
        (Dose(sets=1, hold_s=150), None, "2 min 30 s"),
        (Dose(sets=3, reps=(1, 1), hold_s=15), None, "3 × 15 s"),
        (Dose(sets=2, reps=(5, 5), hold_s=10), None, "2 × 5 of 10 s"),
        (Dose(sets=1, reps=(5, 5), rep_hold_s=5), Sides.EACH, "5 × 5 s each side"),
        (Dose(sets=3, reps=(5, 5), rep_hold_s=5), Sides.EACH, "3 × (5 × 5 s) each side"),
        (Dose(sets=3, distance_m=20), None, "3 × 20 m"),
        (Dose(sets=2, steps=10), None, "2 × 10 steps"),
        (Dose(sets=3, contacts=1), None, "3 × 1 contact"),
        (Dose(sets=3), None, "3 sets"),
        (Dose(sets=1), None, "1 set"),
    ],
)
def test_a_dose_is_sets_times_what_is_counted(dose, sides, said):
    assert doses.amount(dose, sides) == said


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (Dose(sets=3, rir=3, rest_s=180, tempo="2-0-1"), ["3 in reserve", "rest 3 min", "2-0-1"]),
        (Dose(sets=3, rir=0, load_kg=0.0, rest_s=90), ["body weight", "0 in reserve", "rest 90 s"]),
        (Dose(sets=3, load_kg=12.5, rest_s=150), ["12.5 kg", "rest 2 min 30 s"]),
        (Dose(sets=1, rir=2, rest_s=60, tempo="easy"), ["2 in reserve", "easy"]),
        (Dose(sets=2, tempo="hold"), []),
        (Dose(sets=2, tempo="fast"), ["fast"]),
    ],
)
def test_the_rest_of_a_dose_leaves_out_what_is_not_asked_for(dose, said):
    assert doses.how(dose) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2-0-1", "Lower for 2 s, lift for 1 s."),
        ("3-1-3", "Lower for 3 s, pause for 1 s, lift for 3 s."),
        ("hold", ""),
        ("", ""),
        ("a-b-c", ""),
    ],
)
def test_a_tempo_is_explained_where_it_is_counted(code, said):
    assert doses.tempo_explained(code) == said


def test_ramp_sets_are_shares_of_the_load():
    assert doses.ramp((RampSet(load_share=0.5, reps=5), RampSet(load_share=0.85, reps=2))) == (
        "5 at 50 %, 2 at 85 %"
    )


def test_days_and_spans_read_as_people_write_them():
    assert dates.full_date(DAY) == "17 November 2026"
    assert dates.weekday_and_day(DAY) == "Tuesday 17 November"
    assert dates.span(date(2026, 11, 16), date(2026, 11, 22)) == "16 to 22 November"
    assert dates.span(date(2026, 12, 28), date(2027, 1, 3)) == "28 December to 3 January"
    assert dates.short_span(date(2026, 11, 16), date(2026, 11, 22)) == "16–22 Nov"
    assert dates.short_span(date(2026, 12, 28), date(2027, 1, 3)) == "28 Dec – 3 Jan"


def test_the_day_a_span_begins_with_is_no_plain_number(speak_german):
    speak_german({
        "{day} {month}": "{day}. {month}",
        "{day} to {last}": "{day}. bis {last}",
        "{first} to {last}": "{first} bis {last}",
    })

    assert dates.span(date(2026, 11, 16), date(2026, 11, 22)) == "16. bis 22. November"
    assert dates.span(date(2026, 12, 28), date(2027, 1, 3)) == "28. December bis 3. January"
    assert dates.numbers((1, 2, 3)) == "1 bis 3"


@pytest.mark.parametrize(
    ("minutes", "said"), [(2845, "47 h 25 min"), (360, "6 h"), (35, "35 min"), (0, "0 h")]
)
def test_hours_and_minutes(minutes, said):
    assert dates.hours_and_minutes(minutes) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [((), ""), ((4,), "4"), ((1, 2), "1 and 2"), ((1, 2, 3, 6, 9, 10), "1 to 3, 6, 9 and 10")],
)
def test_numbers_in_a_row_are_told_as_a_span(values, said):
    assert dates.numbers(values) == said


def test_sessions_are_counted_by_kind():
    week = (SessionKind.HEAVY, SessionKind.JUMPS, SessionKind.HEAVY)

    assert kinds.session_counts(week) == "2 heavy and 1 of jumps"
    assert kinds.sessions_in_words(week) == "2 heavy sessions and 1 session of jumps"
    assert kinds.sessions_in_words(()) == ""


@pytest.mark.parametrize(
    ("distance_km", "said"),
    [(21.1, "half marathon"), (42.2, "marathon"), (10.0, "10 km"), (50.0, "50 km")],
)
def test_races_are_called_by_their_distance(distance_km, said):
    assert kinds.race_distance(Race(name="x", day=DAY, distance_km=distance_km)) == said


def test_a_run_is_called_what_its_runner_calls_it():
    run = PlannedRun(day=DAY, start_min=0, duration_min=50, kind=RunKind.EASY)

    assert kinds.run_title(run) == "Easy run"
    assert kinds.run_amount(run) == "50 min"
