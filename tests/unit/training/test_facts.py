import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import Run, RunKind
from runwright.domain.runner import RunHabit
from runwright.training.facts import facts_from_habits, facts_from_runs
from tests.unit.training.made import SUNDAY, ago, histories, parameters, run, weeks_of_four


def facts(runs, as_of=SUNDAY, timezone=UTC):
    return facts_from_runs(runs, as_of=as_of, timezone=timezone, parameters=parameters())


def test_no_runs_are_no_facts_and_it_says_so():
    nothing = facts([])

    assert nothing.typical_week == nothing.weekly == nothing.spikes == ()
    assert nothing.last_run is None
    assert nothing.weekly_km is None
    assert nothing.longest_30d_km is None
    assert nothing.ewma_short_au is None
    assert nothing.months_of_running is None
    assert nothing.notes == ("There are no runs yet, so nothing is known about your running.",)


def test_one_run_is_enough_for_facts():
    one = facts([ago(2, km=5, minutes=30, rpe=4)])

    assert one.last_run == SUNDAY - timedelta(days=2)
    assert (one.longest_30d_km, one.longest_30d_min) == (5, 30)
    assert (one.weekly_km, one.spikes, one.weeks_looked_at) == (5, (), 1)
    assert one.ewma_short_au == pytest.approx(120 / 3)
    assert "The typical week rests on 1 week only. It may look different soon." in one.notes


def test_a_year_of_four_runs_a_week():
    year = facts(weeks_of_four(52))

    assert len(year.weekly) == 52
    assert year.weekly_km == pytest.approx(36)
    assert year.longest_30d_km == 15
    assert [run.kind for run in year.typical_week] == [
        RunKind.QUALITY,
        RunKind.EASY,
        RunKind.EASY,
        RunKind.LONG,
    ]
    assert year.months_of_running == pytest.approx(361 / (365.25 / 12), abs=0.2)
    assert year.spikes == ()


def test_after_months_without_runs_the_old_week_is_not_the_week_now():
    gone = facts([ago(120 + days) for days in range(0, 90, 3)])

    assert gone.typical_week == ()
    assert (gone.weekly_km, gone.months_of_running) == (0, 0)
    assert (gone.longest_30d_km, gone.longest_30d_min) == (None, None)
    assert any("more than 12 weeks ago" in note for note in gone.notes)


def test_a_pause_of_weeks_is_told_and_the_week_before_it_kept():
    back = facts([ago(20 + days) for days in range(0, 50, 3)])

    assert back.typical_week
    assert any("You have not run for 20 days." in note for note in back.notes)


def test_what_was_left_out_is_told():
    told = facts([ago(0), ago(-3), ago(4, kind_hint=RunKind.WALK), ago(9, km=22, minutes=39)]).notes

    assert "1 run is dated after 15 November 2026 and was left out." in told
    assert "1 walk was left out: it does not count as running." in told
    assert any("6 November 2026 is faster than anyone runs" in note for note in told)


def test_a_recent_spike_is_told_and_an_old_one_is_not():
    def spiked(days):
        return facts([ago(days + 20, km=10), ago(days, km=12, minutes=72)]).notes

    assert any(note.startswith("On 12 November 2026 you ran 12 km") for note in spiked(3))
    assert not any("you ran" in note for note in spiked(40))


def test_of_several_recent_spikes_the_greatest_is_told():
    runs = [ago(80, km=5), ago(25, km=6), ago(15, km=8, minutes=48), ago(5, km=9, minutes=54)]
    told = [note for note in facts(runs).notes if "you ran" in note]

    assert len(facts(runs).spikes) == 2
    assert len(told) == 1
    assert told[0].startswith("On 31 October 2026 you ran 8 km, far more than the 6 km")


def test_estimated_effort_is_told_and_told_effort_is_not():
    assert any("a coach's guess" in note for note in facts([ago(1)]).notes)
    assert not any("a coach's guess" in note for note in facts([ago(1, rpe=3)]).notes)


def test_a_new_runner_hears_of_growth_over_two_weeks_and_an_old_one_does_not():
    growing = [ago(days, km=6, minutes=36) for days in (0, 2, 4, 7, 9, 11, 14, 21)]
    before = [ago(days, km=6, minutes=36) for days in range(28, 330, 7)]

    assert any("New runners do well" in note for note in facts(growing).notes)
    assert not any("New runners do well" in note for note in facts([*growing, *before]).notes)


def test_a_week_of_high_strain_is_told_against_the_own_weeks():
    even = [ago(7 * back + day, rpe=3) for back in range(10) for day in (0, 2, 4)]
    heavy = [ago(day, at="18:00", minutes=90, rpe=7) for day in (0, 1, 2, 3, 4)]
    told = "The strain of your last whole week is among the highest of all your weeks."

    assert told in facts([*even, *heavy]).notes
    assert told not in facts(even).notes


def test_days_that_change_are_told():
    moving = [ago(7 * back + (2 * back) % 7) for back in range(8)]

    assert any("change from week to week" in note for note in facts(moving).notes)


def test_the_same_runs_elsewhere_are_other_days():
    late = [
        Run(
            started_at=datetime(2026, 11, day, 23, 30, tzinfo=UTC),
            duration_s=1800,
            elapsed_s=1800,
        )
        for day in (4, 11)
    ]
    there = facts(late, timezone=ZoneInfo("Pacific/Auckland")).typical_week[0]
    here = facts(late).typical_week[0]

    assert (here.weekday, there.weekday) == (2, 3)


@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_runs_never_matters(runs, chance):
    shuffled = list(runs)
    chance.shuffle(shuffled)

    assert facts(shuffled) == facts(runs)


@given(histories)
def test_the_future_never_changes_the_past(runs):
    past = [run for run in runs if run.started_at.date() <= SUNDAY]
    without_note = [note for note in facts(runs).notes if "dated after" not in note]

    assert list(facts(past).notes) == without_note
    assert facts(past).weekly == facts(runs).weekly
    assert facts(past).typical_week == facts(runs).typical_week


def test_five_years_of_runs_take_no_time():
    runs = weeks_of_four(260)
    began = time.process_time()
    facts(runs)

    assert time.process_time() - began < 2


def test_habits_are_a_typical_week_that_was_told():
    habits = [
        RunHabit(weekday=6, duration_min=90, kind=RunKind.LONG, distance_km=14),
        RunHabit(weekday=1, duration_min=45, distance_km=7),
    ]
    told = facts_from_habits(habits, as_of=SUNDAY, weekly_km=None)

    assert told.from_habits
    assert [run.weekday for run in told.typical_week] == [1, 6]
    assert {run.share for run in told.typical_week} == {1}
    assert (told.longest_30d_km, told.longest_30d_min, told.weekly_km) == (14, 90, 21)
    assert told.weeks_looked_at == 0
    assert told.last_run is None


def test_told_distance_a_week_goes_before_the_sum_and_zero_is_told():
    habits = [RunHabit(weekday=1, duration_min=45, distance_km=7)]

    assert facts_from_habits(habits, as_of=SUNDAY, weekly_km=25).weekly_km == 25
    assert facts_from_habits(habits, as_of=SUNDAY, weekly_km=0).weekly_km == 0


def test_habits_without_all_distances_have_no_weekly_distance():
    habits = [
        RunHabit(weekday=1, duration_min=45, distance_km=7),
        RunHabit(weekday=3, duration_min=30),
    ]

    assert facts_from_habits(habits, as_of=SUNDAY, weekly_km=None).weekly_km is None


def test_no_habits_are_said_to_be_none():
    nothing = facts_from_habits([], as_of=date(2026, 1, 1), weekly_km=None)

    assert nothing.typical_week == ()
    assert nothing.notes[0].startswith("There are no run files and no running days")


def test_the_day_looked_at_counts():
    assert facts([run(SUNDAY)]).last_run == SUNDAY
