from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.formats.ics_calendar import read_calendar

ZURICH = ZoneInfo("Europe/Zurich")
FIRST, LAST = date(2026, 11, 23), date(2027, 6, 30)


def calendar(*events: str, before: str = "") -> bytes:
    inside = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{inside}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(*events: str, before: str = "", timezone=ZURICH, first=FIRST, last=LAST):
    return read_calendar(
        calendar(*events, before=before), timezone=timezone, first=first, last=last, label="me.ics"
    )


def starts(*events: str, **given) -> list[str]:
    imported = read(*events, **given)

    assert imported.problems == ()
    return [event.start.isoformat(timespec="minutes") for event in imported.items]


def says(data: bytes) -> list[str]:
    imported = read_calendar(data, timezone=ZURICH, first=FIRST, last=LAST, label="me.ics")
    return [f"{problem.where}: {problem.says}" for problem in imported.problems]


def test_a_plain_event_is_read_with_its_words():
    imported = read(
        "UID:1@x\nDTSTART:20261124T051500Z\nDTEND:20261124T061500Z\n"
        "SUMMARY:Tempo\\, hard\nDESCRIPTION:2 km easy\\n4 km tempo"
    )
    (event,) = imported.items

    assert event.title == "Tempo, hard"
    assert event.text == "2 km easy\n4 km tempo"
    assert event.uid == "1@x"
    assert event.start == datetime(2026, 11, 24, 6, 15, tzinfo=ZURICH)
    assert event.end - event.start == timedelta(hours=1)
    assert not event.whole_day
    assert imported.problems == ()


def test_times_in_utc_are_told_in_the_runners_zone():
    assert starts("DTSTART:20261124T051500Z") == ["2026-11-24T06:15+01:00"]


def test_floating_times_are_the_runners_own():
    assert starts("DTSTART:20261124T061500") == ["2026-11-24T06:15+01:00"]


@pytest.mark.parametrize(
    "zone",
    [
        "America/New_York",
        '"America/New_York"',
        "Eastern Standard Time",
        "/x.org/z/America/New_York",
    ],
)
def test_times_of_another_zone_are_told_in_the_runners_zone(zone):
    assert starts(f"DTSTART;TZID={zone}:20261124T061500") == ["2026-11-24T12:15+01:00"]


def test_a_zone_the_calendar_brings_itself_is_used():
    zone = """\
BEGIN:VTIMEZONE
TZID:Club time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
    found = starts(
        "DTSTART;TZID=Club time:20261124T070000",
        "DTSTART;TZID=Club time:20270615T070000",
        before=zone,
    )

    assert found == ["2026-11-24T06:00+01:00", "2027-06-15T06:00+02:00"]


def test_a_zone_that_names_its_place_is_that_place():
    zone = "BEGIN:VTIMEZONE\nTZID:Custom\nX-LIC-LOCATION:America/New_York\nEND:VTIMEZONE\n"

    assert starts("DTSTART;TZID=Custom:20261124T061500", before=zone) == ["2026-11-24T12:15+01:00"]


@pytest.mark.parametrize("zone", ["Nowhere/Never", "../../etc/passwd", "America"])
def test_a_zone_nobody_knows_is_the_runners_own_and_said(zone):
    imported = read(f"DTSTART;TZID={zone}:20261124T061500", f"DTSTART;TZID={zone}:20261125T061500")

    assert [event.start.hour for event in imported.items] == [6, 6]
    assert [problem.says for problem in imported.problems] == [
        f"nobody knows the time zone '{zone}'; its times are read as yours"
    ]
    assert not imported.problems[0].lost


def test_a_weekly_run_keeps_its_hour_when_the_clocks_change():
    found = starts(
        "DTSTART;TZID=Europe/Zurich:20270316T061500\nRRULE:FREQ=WEEKLY;COUNT=4",
    )

    assert found == [
        "2027-03-16T06:15+01:00",
        "2027-03-23T06:15+01:00",
        "2027-03-30T06:15+02:00",
        "2027-04-06T06:15+02:00",
    ]


def test_an_hour_that_the_clocks_skip_moves_on():
    assert starts("DTSTART;TZID=Europe/Zurich:20270328T023000") == ["2027-03-28T03:30+02:00"]


def test_a_whole_day_runs_from_midnight_to_midnight():
    imported = read("DTSTART;VALUE=DATE:20270328\nDTEND;VALUE=DATE:20270330\nSUMMARY:Camp")
    (event,) = imported.items

    assert event.whole_day
    assert event.start == datetime(2027, 3, 28, tzinfo=ZURICH)
    assert event.end == datetime(2027, 3, 30, tzinfo=ZURICH)


def test_a_whole_day_without_end_is_one_day():
    (event,) = read("DTSTART;VALUE=DATE:20270101").items

    assert event.end == datetime(2027, 1, 2, tzinfo=ZURICH)


def test_a_length_may_be_told_instead_of_an_end():
    (event,) = read("DTSTART:20261124T061500\nDURATION:PT1H30M").items

    assert event.end - event.start == timedelta(minutes=90)


def test_an_event_without_end_ends_when_it_starts():
    (event,) = read("DTSTART:20261124T061500").items

    assert event.end == event.start


def test_repeats_leave_out_and_add_dates():
    found = starts(
        "DTSTART;TZID=Europe/Zurich:20261124T061500\n"
        "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261210T051500Z\n"
        "EXDATE;TZID=Europe/Zurich:20261126T061500,20261201T061500\n"
        "EXDATE:20261203T051500Z\n"
        "RDATE;TZID=Europe/Zurich:20261205T061500"
    )

    assert found == [
        "2026-11-24T06:15+01:00",
        "2026-12-05T06:15+01:00",
        "2026-12-08T06:15+01:00",
        "2026-12-10T06:15+01:00",
    ]


def test_a_day_taken_out_takes_out_its_event():
    found = starts("DTSTART:20261124T061500\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261125")

    assert found == ["2026-11-24T06:15+01:00", "2026-11-26T06:15+01:00"]


def test_a_repeat_until_a_day_holds_on_that_day():
    found = starts("DTSTART:20261124T061500\nRRULE:FREQ=DAILY;UNTIL=20261125")

    assert found == ["2026-11-24T06:15+01:00", "2026-11-25T06:15+01:00"]


def test_one_occurrence_may_be_moved_and_one_cancelled():
    imported = read(
        "UID:a\nDTSTART:20261124T061500\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Tempo",
        "UID:a\nRECURRENCE-ID:20261201T061500\nDTSTART:20261202T180000\nSUMMARY:Tempo, moved",
        "UID:a\nRECURRENCE-ID:20261208T061500\nDTSTART:20261208T061500\nSTATUS:CANCELLED",
    )
    told = [(event.start.strftime("%m-%d %H:%M"), event.title) for event in imported.items]

    assert told == [("11-24 06:15", "Tempo"), ("12-02 18:00", "Tempo, moved")]


def test_a_cancelled_event_does_not_happen():
    assert starts("DTSTART:20261124T061500\nSTATUS:CANCELLED") == []


def test_only_events_that_touch_the_days_asked_for_are_told():
    first = last = date(2026, 11, 24)
    found = starts(
        "DTSTART:20261123T220000\nDTEND:20261124T010000",
        "DTSTART:20261123T220000\nDTEND:20261124T000000\nSUMMARY:ends at midnight",
        "DTSTART:20261124T000000\nSUMMARY:at midnight",
        "DTSTART:20261124T235900",
        "DTSTART:20261125T000000",
        "DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261127",
        first=first,
        last=last,
    )

    assert found == [
        "2026-11-20T00:00+01:00",
        "2026-11-23T22:00+01:00",
        "2026-11-24T00:00+01:00",
        "2026-11-24T23:59+01:00",
    ]


def test_an_endless_repeat_that_began_in_1970_is_told_where_it_is_asked_for():
    found = starts(
        "DTSTART:19700105T180000\nRRULE:FREQ=WEEKLY", first=FIRST, last=FIRST + timedelta(days=8)
    )

    assert found == ["2026-11-23T18:00+01:00", "2026-11-30T18:00+01:00"]


def test_the_same_event_twice_is_one_event():
    event = "UID:1\nDTSTART:20261124T061500\nSUMMARY:Run"

    assert len(read(event, event).items) == 1


def test_an_alarm_does_not_change_its_event():
    alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:soon\nDURATION:PT5M\nEND:VALARM"
    (event,) = read(f"DTSTART:20261124T061500\nDESCRIPTION:run\n{alarm}").items

    assert event.text == "run"
    assert event.end == event.start


def test_folded_lines_are_joined():
    (event,) = read("DTSTART:20261124T061500\nSUMMARY:Long\n  run in the\n\t hills").items

    assert event.title == "Long run in the hills"


def test_old_and_wide_encodings_are_read():
    text = calendar("DTSTART:20261124T061500\nSUMMARY:Läufe").decode()
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        imported = read_calendar(text.encode(encoding), timezone=ZURICH, first=FIRST, last=LAST)

        assert [event.title for event in imported.items] == ["Läufe"]


@pytest.mark.parametrize(
    ("event", "sentence", "kept"),
    [
        ("SUMMARY:Run", "line 3: the event 'Run' has no start and is left out", 0),
        (
            "DTSTART:20260230T061500",
            "line 4: DTSTART is '20260230T061500', which is no time; the event is left out",
            0,
        ),
        (
            "DTSTART:20261124T061500\nDTEND:20261124T051500",
            (
                "line 3: the event ends before it starts, or lasts more than a year; "
                "its end is left out"
            ),
            1,
        ),
        (
            "DTSTART:20261124T061500\nDTEND:99991231T235959",
            (
                "line 3: the event ends before it starts, or lasts more than a year; "
                "its end is left out"
            ),
            1,
        ),
        (
            "DTSTART:20261124T061500\nSUMMARY:Beat\nRRULE:FREQ=SECONDLY",
            ("line 6: 'Beat' repeats in a way that is not read (FREQ=SECONDLY); its first date is"),
            1,
        ),
        (
            "DTSTART:20261124T061500\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:soon",
            "line 6: EXDATE is 'soon', which is no time; the event is left out",
            2,
        ),
        (
            "DTSTART:20261124T061500\nSUMMARY",
            "line 5: 'SUMMARY' is not understood and left out",
            1,
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(event, sentence, kept):
    imported = read(event, "DTSTART:20261210T061500\nSUMMARY:Other")

    assert [f"{one.where}: {one.says}" for one in imported.problems] == [f"me.ics, {sentence}"]
    assert len(imported.items) == kept + 1


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes():
    data = calendar("DTSTART:20261124T061500\nSUMMARY:A", "DTSTART:20261125T061500\nSUMMARY:B")
    torn = data[: data.index(b"SUMMARY:B")]
    imported = read_calendar(torn, timezone=ZURICH, first=FIRST, last=LAST, label="me.ics")

    assert [event.title for event in imported.items] == ["A", ""]
    assert [problem.says for problem in imported.problems] == [
        "the file breaks off inside an event; it is read as far as it goes"
    ]


def test_an_event_that_is_not_closed_does_not_swallow_the_next():
    data = calendar("DTSTART:20261124T061500\nSUMMARY:A", "DTSTART:20261125T061500\nSUMMARY:B")
    torn = data.replace(b"END:VEVENT\r\n", b"", 1)
    imported = read_calendar(torn, timezone=ZURICH, first=FIRST, last=LAST)

    assert [event.title for event in imported.items] == ["A", "B"]
    assert [problem.says for problem in imported.problems] == [
        "the event that begins here is not closed; the next one begins in it"
    ]


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04zip", b"\x00" * 50, b"<html></html>"])
def test_what_is_no_calendar_is_said(data):
    assert says(data) == [
        "me.ics: this is no calendar: no line says BEGIN:VCALENDAR or BEGIN:VEVENT"
    ]


def test_a_huge_file_is_not_read():
    assert says(b"BEGIN:VCALENDAR\r\n" * 2_000_000) == [
        "me.ics: the file is 34 MB large; a calendar of more than 20 MB is not read"
    ]


def test_millions_of_dates_taken_out_are_cut_short_and_said():
    dates = "EXDATE:" + ",".join(["20261125T061500"] * 1_200)
    lines = "\n".join([dates] * 300)
    told = says(calendar(f"DTSTART:20261124T061500\nRRULE:FREQ=DAILY\n{lines}"))

    assert told == [
        (
            "me.ics, line 3: the calendar repeats too much to be read whole; "
            "dates from '' on may be missing"
        )
    ]


def test_old_line_ends_are_read():
    data = calendar("DTSTART:20261124T061500\nSUMMARY:Run").replace(b"\r\n", b"\r")
    imported = read_calendar(data, timezone=ZURICH, first=FIRST, last=LAST)

    assert [event.title for event in imported.items] == ["Run"]


def test_deep_nesting_ends():
    data = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nBEGIN:X\r\n" * 5_000

    assert len(says(data)) <= 51


def test_many_broken_lines_are_counted_and_not_all_listed():
    told = says(calendar("DTSTART:20261124T061500\n" + "UID\n" * 200))

    assert len(told) == 51
    assert told[-1] == "me.ics: 150 more problems of this kind are not listed"


def test_repeats_that_would_take_hours_are_cut_short_and_said():
    event = "DTSTART:16000101T061500\nRRULE:FREQ=DAILY;COUNT=9999999;BYMONTH=2;BYMONTHDAY=30"
    told = says(calendar(*[f"{event}\nSUMMARY:Nr {number}" for number in range(20)]))

    assert "repeats too much to be read whole" in told[0]


def test_a_calendar_of_more_than_20000_occurrences_is_cut_and_said():
    daily = "DTSTART:20200101T061500\nRRULE:FREQ=DAILY\nUID:{number}\nSUMMARY:{number}"
    data = calendar(*[daily.format(number=number) for number in range(120)])
    imported = read_calendar(data, timezone=ZURICH, first=FIRST, last=LAST)

    assert len(imported.items) == 20_000
    assert [problem.says for problem in imported.problems] == [
        "only the first 20000 events between 2026-11-23 and 2027-06-30 are read"
    ]


def test_a_title_is_one_safe_line():
    (event,) = read("DTSTART:20261124T061500\nSUMMARY:A\\n\x1b[31mred").items

    assert event.title == "A [31mred"


PIECES = st.sampled_from([
    *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VTIMEZONE"),
    *("END:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "TZID:x", "TZOFFSETTO:+9999"),
    *("TZOFFSETTO:-0330", "DTSTART:20261124T061500", "DTSTART;TZID=x:20261124T061500"),
    *("DTSTART;VALUE=DATE:20261124", "DTSTART:99991231T235959Z", "DTSTART:00010101T000000"),
    *("DTEND:20261124", "DTEND:00010101T000000Z", "DURATION:P9W", "DURATION:-PT5M"),
    *("RRULE:FREQ=WEEKLY", "RRULE:FREQ=YEARLY;BYDAY=1SU", "RRULE:FREQ=MONTHLY;BYDAY=5MO"),
    *("RRULE:FREQ=DAILY;UNTIL=99991231T235959Z", "RRULE:;;=", "RRULE:FREQ=DAILY;COUNT=3"),
    *("EXDATE:20261124T061500", "EXDATE:", "RDATE:20270101", "RDATE;VALUE=PERIOD:1/2"),
    *("RECURRENCE-ID:20261124T061500", "UID:a", "SUMMARY:run", " folded", "STATUS:CANCELLED"),
])


@given(lines=st.lists(PIECES | st.text(max_size=10), max_size=25))
@settings(max_examples=300, deadline=None)
def test_any_lines_are_events_and_problems(lines):
    data = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines]).encode()
    imported = read_calendar(data, timezone=ZURICH, first=FIRST, last=LAST)

    assert all(event.start <= event.end for event in imported.items)
    assert all(event.start.tzinfo is ZURICH for event in imported.items)


@given(data=st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_events_and_problems(data):
    imported = read_calendar(data, timezone=UTC, first=FIRST, last=LAST)
    may_be_empty = b"BEGIN:V" in data.upper()

    assert may_be_empty or imported.problems
    assert all(event.start <= event.end for event in imported.items)
