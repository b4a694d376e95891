from datetime import UTC, date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.run import RunKind
from runwright.domain.runner import Priority, Race, RunHabit
from runwright.training.facts import facts_from_habits, facts_from_runs
from runwright.training.projection import notes_on_projection, project_runs
from tests.unit.training.made import SUNDAY, ago, histories, parameters, weeks_of_four

MONDAY = SUNDAY + timedelta(days=1)
FOUR_A_WEEK = facts_from_runs(
    weeks_of_four(20), as_of=SUNDAY, timezone=UTC, parameters=parameters()
)


def project(facts=FOUR_A_WEEK, *, start=MONDAY, weeks=12, races=()):
    return project_runs(facts, start=start, weeks=weeks, races=races, parameters=parameters())


def week(runs, number):
    monday = MONDAY + timedelta(days=7 * number)
    return [run for run in runs if monday <= run.day < monday + timedelta(days=7)]


def minutes(runs):
    return sum(run.duration_min for run in runs)


def race(day, km=10.0, priority=Priority.A, name="City race"):
    return Race(name=name, day=day, distance_km=km, priority=priority)


def on_sunday_of(number):
    return MONDAY + timedelta(days=7 * number + 6)


def test_the_first_week_is_the_typical_week_to_five_minutes():
    first = week(project(), 0)

    assert [(run.day.weekday(), run.start_min, run.duration_min, run.kind) for run in first] == [
        (1, 18 * 60, 40, RunKind.QUALITY),
        (3, 7 * 60, 45, RunKind.EASY),
        (5, 9 * 60, 35, RunKind.EASY),
        (6, 8 * 60 + 30, 95, RunKind.LONG),
    ]
    assert [run.distance_km for run in first] == [8, 7, 6, 15]


def test_every_run_says_it_is_projected_and_the_race_says_it_is_not():
    runs = project(races=[race(on_sunday_of(6))])

    assert {run.projected for run in runs if run.race is None} == {True}
    assert [(run.projected, run.title, run.race) for run in runs if run.kind is RunKind.RACE] == [
        (False, "City race", "City race")
    ]


def test_the_long_run_grows_by_a_twentieth_a_week_and_nothing_else_does():
    runs = project(weeks=3)
    long_km = [run.distance_km for run in runs if run.kind is RunKind.LONG]

    assert long_km == [15, 15.7, 16.5]
    assert {run.distance_km for run in runs if run.kind is RunKind.QUALITY} == {8}


def test_the_long_run_stops_growing_at_a_third_more():
    longest = max(run.distance_km for run in project(weeks=52))

    assert longest == 19.5


def test_every_fourth_week_is_lighter_and_keeps_every_day():
    runs = project(weeks=8)

    assert [len(week(runs, number)) for number in range(8)] == [4] * 8
    for lighter in (3, 7):
        assert minutes(week(runs, lighter)) < 0.85 * minutes(week(runs, lighter - 1))


def test_a_race_stands_on_its_day_and_replaces_the_long_run_of_its_week():
    saturday = on_sunday_of(6) - timedelta(days=1)
    raced = week(project(races=[race(saturday)]), 6)

    assert [run.kind for run in raced if run.day == saturday] == [RunKind.RACE]
    assert all(run.kind is not RunKind.LONG for run in raced)
    assert all(run.day != saturday + timedelta(days=1) for run in raced)


def test_no_long_run_the_day_before_a_race_on_monday():
    monday = MONDAY + timedelta(days=14)
    runs = project(races=[race(monday, km=5, priority=Priority.C)])
    eve = [run for run in runs if run.day == monday - timedelta(days=1)]

    assert [(run.kind, run.duration_min) for run in eve] == [(RunKind.EASY, 40)]


def test_the_two_weeks_before_an_a_race_hold_about_half_and_keep_their_days():
    runs = project(races=[race(on_sunday_of(9), km=21.1)])
    normal = minutes(week(project(weeks=3), 0))
    taper = week(runs, 8) + [run for run in week(runs, 9) if run.race is None]

    assert 0.35 * 2 * normal <= minutes(taper) <= 0.6 * 2 * normal
    assert len(taper) == 7


def test_the_week_after_a_race_is_easy():
    runs = project(races=[race(on_sunday_of(5), km=21.1)])
    after = week(runs, 6)

    assert {run.kind for run in after} == {RunKind.EASY}
    assert minutes(after) <= 0.65 * minutes(week(runs, 2))


def test_a_race_shortly_before_the_start_still_asks_for_easy_days():
    runs = project(races=[race(SUNDAY, km=42.195)])

    assert {run.kind for run in week(runs, 0) + week(runs, 1)} == {RunKind.EASY}
    assert RunKind.LONG in {run.kind for run in week(runs, 2)}
    assert all(run.race is None for run in runs)


def test_a_race_after_the_last_day_already_tapers():
    runs = project(weeks=4, races=[race(on_sunday_of(4))])

    assert minutes(week(runs, 3)) < 0.7 * minutes(week(project(weeks=4), 2))


def test_after_a_pause_running_starts_with_half_an_hour_and_grows_by_a_tenth_a_week():
    paused = facts_from_runs(
        [run for run in weeks_of_four(20) if (SUNDAY - run.started_at.date()).days > 35],
        as_of=SUNDAY,
        timezone=UTC,
        parameters=parameters(),
    )
    runs = project(paused, weeks=4)

    assert max(run.duration_min for run in week(runs, 0)) == 30
    assert {run.kind for run in week(runs, 0)} == {RunKind.EASY}
    assert max(run.duration_min for run in week(runs, 1)) <= 33


def test_with_no_running_known_there_are_only_the_races():
    nothing = facts_from_runs([], as_of=SUNDAY, timezone=UTC, parameters=parameters())
    runs = project(nothing, races=[race(on_sunday_of(3))])

    assert [run.kind for run in runs] == [RunKind.RACE]
    assert "only your races" in notes_on_projection(nothing)[0]


def test_it_is_said_to_be_no_running_plan():
    assert "not a running plan" in notes_on_projection(FOUR_A_WEEK)[0]


def test_a_start_in_mid_week_holds_seven_days_for_every_week():
    thursday = MONDAY + timedelta(days=3)
    runs = project(start=thursday, weeks=2)

    assert runs[0].day == thursday
    assert runs[-1].day == thursday + timedelta(days=12)


def test_weeks_until_a_later_start_are_run_as_usual():
    late = project(start=MONDAY + timedelta(days=7 * 6), weeks=4)

    assert late[0].day == MONDAY + timedelta(days=7 * 6 + 1)
    assert next(run.distance_km for run in late if run.kind is RunKind.LONG) == 15


def test_a_start_before_the_last_run_known_is_no_trouble():
    runs = project(start=MONDAY - timedelta(days=21), weeks=4)

    assert runs[0].day == MONDAY - timedelta(days=20)


def test_a_long_run_without_distance_is_held_in_minutes():
    habits = [
        RunHabit(weekday=1, duration_min=40),
        RunHabit(weekday=6, duration_min=100, kind=RunKind.LONG),
    ]
    told = facts_from_habits(habits, as_of=SUNDAY, weekly_km=None)
    long_min = [run.duration_min for run in project(told, weeks=3) if run.kind is RunKind.LONG]

    assert long_min == [100, 105, 110]
    assert {run.distance_km for run in project(told)} == {None}


@pytest.mark.parametrize("weeks", [0, -1])
def test_a_season_of_no_weeks_is_refused(weeks):
    with pytest.raises(ValueOutOfRangeError, match="weeks is"):
        project(weeks=weeks)


def test_two_races_on_one_day_are_both_there():
    day = on_sunday_of(4)
    runs = project(races=[race(day, name="Morning"), race(day, km=5, name="Evening")])

    assert [run.title for run in runs if run.day == day] == ["Evening", "Morning"]


races_drawn = st.lists(
    st.builds(
        Race,
        name=st.sampled_from(["one", "two", "three"]),
        day=st.dates(min_value=SUNDAY - timedelta(days=30), max_value=SUNDAY + timedelta(days=150)),
        distance_km=st.sampled_from([1.0, 5.0, 10.0, 21.1, 42.195, 80.0]),
        priority=st.sampled_from(Priority),
    ),
    max_size=4,
)


@given(histories, races_drawn, st.integers(min_value=-10, max_value=30))
@settings(max_examples=60)
def test_every_projection_makes_sense(runs, races, start_after):
    facts = facts_from_runs(runs, as_of=SUNDAY, timezone=UTC, parameters=parameters())
    start = SUNDAY + timedelta(days=start_after)
    planned = project(facts, start=start, weeks=12, races=races)
    race_days = {race.day for race in races}

    assert planned == project(facts, start=start, weeks=12, races=races[::-1])
    assert list(planned) == sorted(planned, key=lambda run: (run.day, run.start_min, run.title))
    assert all(start <= run.day < start + timedelta(days=84) for run in planned)
    raced = {run.day for run in planned if run.race is not None}
    assert raced == {day for day in race_days if start <= day < start + timedelta(days=84)}
    for run in planned:
        if run.race is None:
            assert run.projected
            assert run.day not in race_days
            if run.kind is RunKind.LONG:
                beside = {run.day + timedelta(days=1), run.day - timedelta(days=1)}
                assert not beside & race_days


def longest_before(day: date, known: dict[date, float]) -> float:
    """Written anew for this test: the longest of the 30 days before `day`, 0 without any."""
    return max(
        (length for when, length in known.items() if 0 < (day - when).days <= 30), default=0.0
    )


@given(histories, races_drawn)
@settings(max_examples=60)
def test_no_projected_run_is_a_spike_against_what_was_run_and_projected(runs, races):
    facts = facts_from_runs(runs, as_of=SUNDAY, timezone=UTC, parameters=parameters())
    by_minutes: dict[date, float] = {}
    by_km: dict[date, float] = {}
    for run in runs:
        day, km = run.started_at.date(), (run.distance_m or 0) / 1000
        if day <= SUNDAY and run.kind_hint is not RunKind.WALK:
            by_minutes[day] = max(by_minutes.get(day, 0), run.duration_s / 60)
            by_km[day] = max(by_km.get(day, 0), km)
    for run in project(facts, weeks=16, races=races):
        longest_min = longest_before(run.day, by_minutes)
        longest_km = longest_before(run.day, by_km)
        if run.race is None:
            assert run.duration_min <= max(1.1 * longest_min, min(longest_min + 4, 26), 30) + 1e-6
            if run.distance_km is not None and longest_km > 0:
                assert run.distance_km <= max(1.1 * longest_km, min(longest_km + 0.5, 3.5)) + 1e-6
        by_minutes[run.day] = max(by_minutes.get(run.day, 0), run.duration_min)
        by_km[run.day] = max(by_km.get(run.day, 0), run.distance_km or 0)


def test_projecting_a_year_is_the_same_every_time():
    races = [race(on_sunday_of(20), km=42.195), race(on_sunday_of(12), priority=Priority.B)]

    assert project(weeks=52, races=races) == project(weeks=52, races=races)


def test_a_single_short_run_a_week_is_carried_forward():
    once = facts_from_runs(
        [ago(7 * back, km=4, minutes=26) for back in range(8)],
        as_of=SUNDAY,
        timezone=UTC,
        parameters=parameters(),
    )

    assert {(run.duration_min, run.kind) for run in project(once, weeks=3)} == {(25, RunKind.EASY)}
