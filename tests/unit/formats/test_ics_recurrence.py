# ruff: noqa: DTZ001  # wall times of a repeating event have no zone of their own
from datetime import date, datetime, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.formats.ics_recurrence import (
    Budget,
    RecurrenceNotUnderstoodError,
    occurrences,
    read_recurrence,
)

START = datetime(2026, 11, 24, 6, 15)  # a Tuesday
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def walls(rule: str, *, start=START, since=date(2026, 1, 1), until=date(2027, 12, 31)):
    read = read_recurrence(rule, start=start)
    return list(occurrences(read, start, since=since, until=until, budget=Budget()))


def days(rule: str, **given) -> list[str]:
    return [wall.date().isoformat()[5:] for wall in walls(rule, **given)]


def test_twice_a_week():
    assert days("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4") == ["11-24", "11-26", "12-01", "12-03"]


def test_every_second_week_counts_weeks_from_their_first_day():
    start = datetime(2026, 11, 29, 9)  # a Sunday
    monday = days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=SU,TU;WKST=MO", start=start)
    sunday = days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=SU,TU;WKST=SU", start=start)

    assert monday == ["11-29", "12-08", "12-13", "12-22"]
    assert sunday == ["11-29", "12-01", "12-13", "12-15"]


def test_the_last_sunday_of_every_month():
    assert days("FREQ=MONTHLY;BYDAY=-1SU;COUNT=3") == ["11-29", "12-27", "01-31"]


def test_the_31st_skips_short_months():
    start = datetime(2026, 12, 31, 8)

    assert days("FREQ=MONTHLY;COUNT=3", start=start) == ["12-31", "01-31", "03-31"]


def test_an_endless_rule_that_began_long_ago_is_read_where_it_is_asked_for():
    rule = read_recurrence("FREQ=DAILY", start=START)
    budget = Budget(days=1000)
    found = occurrences(
        rule, datetime(1990, 1, 1, 6), since=date(2027, 1, 1), until=date(2027, 1, 3), budget=budget
    )

    assert [wall.day for wall in found] == [1, 2, 3]
    assert budget.days > 900


def test_a_rule_that_never_matches_ends():
    assert walls("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") == []


def test_a_spent_budget_ends_a_rule():
    rule = read_recurrence("FREQ=DAILY;COUNT=100000", start=START)
    budget = Budget(days=50)
    found = occurrences(rule, START, since=date(2026, 1, 1), until=date(2090, 1, 1), budget=budget)

    assert len(list(found)) < 50
    assert budget.days < 0


def test_the_end_of_the_calendar_ends_a_rule():
    start = datetime(9999, 11, 24, 6)
    found = walls("FREQ=MONTHLY", start=start, since=date(9999, 1, 1), until=date.max)

    assert found == []


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("FREQ=SECONDLY", "FREQ=SECONDLY"),
        ("FREQ=HOURLY", "FREQ=HOURLY"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO"),
        ("FREQ=DAILY;BYHOUR=6,18", "BYHOUR"),
        ("FREQ=DAILY;INTERVAL=0", "no times"),
        ("FREQ=DAILY;COUNT=0", "no times"),
        ("FREQ=OFTEN", "broken"),
        ("FREQ=WEEKLY;BYDAY=XX", "broken"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH"),
        ("nonsense", "broken"),
        ("", "broken"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "broken"),
    ],
)
def test_a_rule_that_is_not_read_says_why(rule, says):
    with pytest.raises(RecurrenceNotUnderstoodError, match=says):
        read_recurrence(rule, start=START)


def test_the_hour_of_the_event_may_be_repeated_in_its_rule():
    assert days("FREQ=DAILY;BYHOUR=6;BYMINUTE=15;COUNT=2") == ["11-24", "11-25"]


weekdays = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True)
placed = st.lists(
    st.builds(
        lambda place, day: f"{place}{day}",
        st.sampled_from([1, 2, 4, 5, -1, -2]),
        st.sampled_from(WEEKDAYS),
    ),
    min_size=1,
    max_size=2,
    unique=True,
)
months = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)
month_days = st.lists(
    st.integers(1, 31) | st.integers(-31, -1), min_size=1, max_size=3, unique=True
)
places = st.lists(st.sampled_from([1, 2, 3, -1, -2]), min_size=1, max_size=2, unique=True)


@st.composite
def rules(draw: st.DrawFn) -> str:
    every = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={every}", f"INTERVAL={draw(st.integers(1, 4))}"]
    by_day = st.none() | weekdays
    if every in {"MONTHLY", "YEARLY"}:
        by_day |= placed
    for name, values in (
        ("BYDAY", by_day),
        ("BYMONTH", st.none() | months),
        ("BYMONTHDAY", st.none() | (st.nothing() if every == "WEEKLY" else month_days)),
    ):
        drawn = draw(values)
        if drawn:
            parts.append(f"{name}={','.join(map(str, drawn))}")
    # (BYSETPOS by week is left out: dateutil counts places from the start of the event, we from
    # the start of the week, and the standard does not say.)
    if any(part.startswith("BYDAY") for part in parts) and every in {"MONTHLY", "YEARLY"}:
        drawn = draw(st.none() | places)
        if drawn:
            parts.append(f"BYSETPOS={','.join(map(str, drawn))}")
    end = draw(st.sampled_from(["", "COUNT=1", "COUNT=7", "UNTIL=20270704T061500"]))
    if end:
        parts.append(end)
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    return ";".join(parts)


def happens_at_all(rule: str) -> bool:
    """Whether dateutil would end on it: every wanted day of the year exists in some year."""
    return "BYMONTH=2;" not in rule + ";" or "BYMONTHDAY" not in rule


@given(
    rule=rules().filter(happens_at_all),
    start=st.datetimes(datetime(2024, 1, 1), datetime(2027, 3, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    since=st.dates(date(2026, 1, 1), date(2027, 6, 1)),
    length=st.integers(0, 500),
)
@settings(max_examples=120, deadline=None)
def test_our_walk_finds_what_dateutil_finds(rule, start, since, length):
    until = since + timedelta(days=length)
    theirs = rrulestr(rule, dtstart=start)
    bounded = (
        theirs
        if "COUNT" in rule or "UNTIL" in rule
        else theirs.replace(until=datetime(2029, 12, 31))
    )
    expected = [
        wall
        for wall in takewhile(lambda wall: wall.date() <= until, bounded)
        if since <= wall.date()
    ]

    assert walls(rule, start=start, since=since, until=until) == expected
