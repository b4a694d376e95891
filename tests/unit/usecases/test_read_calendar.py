"""Somebody else's calendar read as a plan, with every guess said."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import DayAvailability, Race, Runner, StrengthExperience
from runwright.domain.session import SessionKind
from runwright.usecases.read_calendar import (
    CalendarOrder,
    NothingToAuditError,
    read_as_plan,
)

ZONE = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Event:
    title: str
    start: datetime
    end: datetime
    whole_day: bool = False
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guess:
    kind: SessionKind | None
    is_told: bool = True


class Words:
    """Titles of the test mean what they say."""

    def is_run(self, event):
        return event.title == "run"

    def strength(self, event):
        kinds = {kind.value: kind for kind in SessionKind}
        if event.title == "mobility":
            return Guess(None)
        if event.title == "gym":
            return Guess(SessionKind.HEAVY, is_told=False)
        return Guess(kinds[event.title]) if event.title in kinds else None


def at(day: int, hour: int, title: str, minutes: int = 60) -> Event:
    start = datetime(2026, 11, 23, hour, tzinfo=ZONE) + timedelta(days=day)
    return Event(title=title, start=start, end=start + timedelta(minutes=minutes))


def order(*events: Event, **more: object) -> CalendarOrder:
    base = CalendarOrder(
        source="coach.ics",
        first=MONDAY,
        last=MONDAY + timedelta(weeks=4),
        events=events,
        runs=(),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def sessions_of(plan) -> dict[date, object]:
    return {
        day.day: day.session.placed
        for week in plan.weeks
        for day in week.days
        if day.session is not None
    }


def test_sessions_and_runs_stand_on_their_days():
    run = PlannedRun(day=date(2026, 12, 6), start_min=540, duration_min=90, kind=RunKind.LONG)

    foreign = read_as_plan(order(at(0, 18, "heavy"), at(3, 7, "light", 20), runs=(run,)), Words())

    assert [
        (day, placed.kind, placed.start_min, placed.duration_min)
        for day, placed in sessions_of(foreign.plan).items()
    ] == [
        (MONDAY, SessionKind.HEAVY, 18 * 60, 60),
        (date(2026, 11, 26), SessionKind.LIGHT, 7 * 60, 20),
    ]
    assert [week.monday for week in foreign.plan.weeks] == [MONDAY, date(2026, 11, 30)]
    assert foreign.plan.weeks[1].days[6].runs == (run,)


def test_what_titles_were_taken_for_is_counted():
    foreign = read_as_plan(
        order(at(0, 18, "gym"), at(7, 18, "gym"), at(2, 18, "mobility")), Words()
    )

    assert foreign.taken == (
        ("gym", "heavy legs, the strict reading", 2),
        ("mobility", "mobility, not judged", 1),
    )


def test_a_day_of_two_sessions_is_judged_by_the_harder_and_says_so():
    foreign = read_as_plan(order(at(0, 7, "light"), at(0, 18, "heavy")), Words())

    assert sessions_of(foreign.plan)[MONDAY].kind is SessionKind.HEAVY
    assert any("two strength sessions" in note for note in foreign.notes)


def test_an_event_without_a_time_is_an_evening_of_the_usual_length():
    event = replace(at(0, 0, "heavy"), whole_day=True, end=datetime(2026, 11, 24, tzinfo=ZONE))
    runner = Runner(session_minutes=45)

    foreign = read_as_plan(order(event, runner=runner), Words())

    placed = sessions_of(foreign.plan)[MONDAY]
    assert (placed.start_min, placed.duration_min) == (18 * 60, 45)
    assert any("18:00" in note for note in foreign.notes)


def test_an_event_of_half_a_day_is_no_session():
    with pytest.raises(NothingToAuditError):
        read_as_plan(order(at(0, 8, "heavy", minutes=600)), Words())


def test_a_session_over_midnight_ends_with_its_day():
    foreign = read_as_plan(order(at(0, 23, "heavy", minutes=120)), Words())

    assert sessions_of(foreign.plan)[MONDAY].end_min == 24 * 60


def test_a_calendar_without_strength_says_what_it_has():
    with pytest.raises(NothingToAuditError, match=r"coach\.ics.*It has: dentist, run"):
        read_as_plan(order(at(0, 8, "dentist"), at(1, 8, "run")), Words())


def test_with_a_runner_days_have_their_minutes_and_the_first_weeks_are_new():
    runner = Runner(
        days=(DayAvailability(minutes=20),) * 7,
        strength_experience=StrengthExperience.NONE,
        races=(Race(name="R", day=date(2026, 12, 6), distance_km=10),),
    )

    foreign = read_as_plan(
        order(at(0, 18, "heavy"), at(21, 18, "heavy"), runner=runner, novel_weeks=3), Words()
    )

    assert [week.novel for week in foreign.plan.weeks] == [True, True, True, False]
    assert foreign.plan.weeks[0].days[0].available.minutes == 20
    assert foreign.plan.races == runner.races


def test_without_a_runner_that_is_said_and_nothing_counts_as_new():
    foreign = read_as_plan(order(at(0, 18, "heavy"), novel_weeks=3), Words())

    assert not any(week.novel for week in foreign.plan.weeks)
    assert any("Nothing is known of the runner" in note for note in foreign.notes)


def test_races_come_from_the_calendar_where_they_name_a_distance():
    race = PlannedRun(
        day=date(2026, 12, 6),
        start_min=600,
        duration_min=50,
        kind=RunKind.RACE,
        distance_km=10,
        race="City run",
    )

    with_distance = read_as_plan(order(at(0, 18, "heavy"), runs=(race,)), Words())
    without = read_as_plan(
        order(at(0, 18, "heavy"), runs=(replace(race, distance_km=None),)), Words()
    )

    assert [one.name for one in with_distance.plan.races] == ["City run"]
    assert without.plan.races == ()
    assert any("name no distance" in note for note in without.notes)
