"""plan.ics: events a runner wants, at the right clock time, with names that last."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.plan import ExtraKind
from runwright.formats.plan_ics import IN_CALENDAR, UnknownTimezoneError, render_ics
from runwright.knowledge.library import load_library
from tests.plans import HALF, season_plan, with_day

STAMP = datetime(2026, 8, 20, 8, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
PLAN = season_plan()


def rendered(plan=PLAN, **more):
    return render_ics(plan, **{"timezone": "Europe/Berlin", "stamped_at": STAMP, **more})


def events(data: bytes):
    return list(Calendar.from_ical(data).walk("VEVENT"))


def called(data: bytes, summary: str):
    return [event for event in events(data) if event["SUMMARY"] == summary]


def test_the_same_plan_and_stamp_give_the_same_bytes():
    assert rendered() == rendered(season_plan())


def test_every_session_foot_block_and_race_is_an_event_and_nothing_else():
    days = [day for week in PLAN.weeks for day in week.days]
    sessions = sum(day.session is not None for day in days)
    blocks = sum(extra.kind in IN_CALENDAR for day in days for extra in day.extras)

    assert len(events(rendered())) == sessions + blocks + len(PLAN.races)
    assert called(rendered(), "Mobility") == []
    assert called(rendered(), "Warm-up") == []


def test_mobility_comes_when_it_is_asked_for():
    asked = rendered(extras=IN_CALENDAR | {ExtraKind.MOBILITY})

    assert called(asked, "Mobility")


def test_sessions_keep_their_clock_time_when_the_clocks_change():
    starts = {event.decoded("DTSTART") for event in called(rendered(), "Heavy legs A")}
    summer = datetime(2026, 9, 22, 17, 45, tzinfo=BERLIN)
    winter = datetime(2026, 11, 17, 17, 45, tzinfo=BERLIN)

    assert {summer, winter} <= starts
    assert summer.utcoffset() != winter.utcoffset()


def test_the_zone_is_described_in_the_calendar():
    calendar = Calendar.from_ical(rendered())
    zones = calendar.walk("VTIMEZONE")

    assert [str(zone["TZID"]) for zone in zones] == ["Europe/Berlin"]
    assert b"DTSTART;TZID=Europe/Berlin:20261117T174500" in rendered()


def test_a_session_lasts_as_long_as_it_was_placed():
    event = called(rendered(), "Heavy legs A")[0]

    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=35)


def test_a_race_takes_its_whole_day():
    race = called(rendered(), "Half marathon")[0]

    assert race.decoded("DTSTART") == HALF.day
    assert race.decoded("DTEND") == HALF.day + timedelta(days=1)


def test_the_description_tells_doses_versions_and_reasons():
    event = next(
        event
        for event in called(rendered(library=load_library()), "Heavy legs A")
        if event.decoded("DTSTART").date() == date(2026, 11, 17)
    )
    said = str(event["DESCRIPTION"])

    assert "A Barbell back squat: 3 × 3–6, 2 in reserve, rest 3 min, 2-0-1" in said
    assert "ramp up: 5 at 50 %, 3 at 70 % of the load" in said
    assert "B1 Loaded single-leg deadlift: 3 × 6–10 each side, 12 kg, 2 in reserve" in said
    assert "Start with the left side." in said
    assert "15 min: A Barbell back squat 2 × 3–6" in said
    assert "S05: 65 h 45 min between two leg sessions" in said


def test_uids_last_when_a_session_moves_within_its_day_and_differ_between_events():
    moved_day = PLAN.weeks[12].days[1]
    session = replace(moved_day.session, placed=replace(moved_day.session.placed, start_min=1140))
    moved = with_day(PLAN, replace(moved_day, session=session))
    before = [str(event["UID"]) for event in events(rendered())]
    after = [str(event["UID"]) for event in events(rendered(moved))]

    assert before == after
    assert len(set(before)) == len(before)


def test_another_runner_gets_other_uids():
    other = {str(event["UID"]) for event in events(rendered(replace(PLAN, runner="Ada")))}
    ours = {str(event["UID"]) for event in events(rendered())}

    assert other.isdisjoint(ours)


def test_reminders_ring_only_when_asked_for():
    ringing = Calendar.from_ical(rendered(alarm_min=30)).walk("VALARM")

    assert Calendar.from_ical(rendered()).walk("VALARM") == []
    assert {alarm.decoded("TRIGGER") for alarm in ringing} == {timedelta(minutes=-30)}


def test_utc_needs_no_zone_description():
    data = rendered(timezone="UTC")

    assert b"VTIMEZONE" not in data
    assert b"DTSTART:20261117T174500Z" in data


@pytest.mark.parametrize("name", ["Europe/Berlinn", "", "../etc/passwd"])
def test_a_zone_that_is_none_is_named(name):
    with pytest.raises(UnknownTimezoneError, match="Europe/Berlin") as caught:
        rendered(timezone=name)

    assert caught.value.code == "ics.timezone"


def test_a_stamp_without_a_zone_is_refused():
    with pytest.raises(ValueOutOfRangeError, match="stamped_at"):
        rendered(stamped_at=datetime(2026, 8, 20, 8))  # noqa: DTZ001  # that is the mistake


def test_lines_end_and_fold_as_calendars_want():
    lines = rendered().split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


def test_control_characters_of_strangers_stay_out():
    named = replace(PLAN, races=(replace(HALF, name="Half\x07\r\nBEGIN:VEVENT"),))
    data = rendered(named)

    assert b"\x07" not in data
    assert len(events(data)) == len(events(rendered())) - 1


def test_a_plan_without_weeks_is_an_empty_calendar():
    assert events(rendered(replace(PLAN, weeks=(), races=()))) == []
