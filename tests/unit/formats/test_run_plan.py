import json
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.domain.run import PlannedRun, RunKind
from runwright.formats.run_plan import read_run_plan

ZURICH = ZoneInfo("Europe/Zurich")
FIRST, LAST = date(2026, 11, 23), date(2027, 4, 11)
TUESDAY = date(2026, 11, 24)
EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


def read(plan: str | bytes):
    data = plan.encode() if isinstance(plan, str) else plan
    return read_run_plan(data, timezone=ZURICH, first=FIRST, last=LAST, label="plan")


def runs(plan: str) -> tuple[PlannedRun, ...]:
    imported = read(plan)

    assert imported.problems == ()
    return imported.items


def said(plan: str | bytes) -> list[str]:
    return [f"{problem.where}: {problem.says}" for problem in read(plan).problems]


def event(lines: str) -> str:
    body = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    return body.replace("\n", "\r\n")


A_RUN = '{"date": "2026-11-24", "minutes": 50}'
WHOLE = PlannedRun(
    day=TUESDAY,
    start_min=375,
    duration_min=60,
    kind=RunKind.QUALITY,
    distance_km=11,
    title="6 x 800 m",
)


@pytest.mark.parametrize(
    "plan",
    [
        "date,time,kind,minutes,km,title\n2026-11-24,06:15,quality,60,11,6 x 800 m\n",
        (
            "\ufeffTitle;Date;Distance (km);Duration;Start;Type\n"
            "6 x 800 m;24.11.2026;11,0;1:00;6.15;Intervals\n"
        ),
        (
            "Datum\tUhrzeit\tArt\tDauer\tStrecke\tTitel\r\n"
            "24.11.26\t6:15\tIntervall\t60 min\t11 km\t6 x 800 m\r\n"
        ),
        "2026-11-24,06:15,quality,60,11,6 x 800 m",
        "My plan\n\ndate|time|workout|minutes|km\n2026-11-24|06:15|6 x 800 m|60|11\n",
        (
            '{"runs": [{"date": "2026-11-24", "time": "06:15", "kind": "quality", "minutes": 60, '
            '"km": 11, "title": "6 x 800 m"}]}'
        ),
        (
            '[{"Date": "2026-11-24", "start": "6:15 am", "duration": "1h", "distance": "11 km", '
            '"name": "6 x 800 m", "coach": null}]'
        ),
        event(
            "DTSTART;TZID=Europe/Zurich:20261124T061500\nDURATION:PT1H\nSUMMARY:6 x 800 m\n"
            "DESCRIPTION:11 km in all"
        ),
    ],
)
def test_the_same_run_is_read_from_every_kind_of_file(plan):
    assert runs(plan) == (WHOLE,)


def test_runs_are_told_in_order_of_time():
    plan = "date,time,km,minutes,kind\n2026-11-29,8:00,16,95,long\n2026-11-24,6:15,8,45,easy\n"

    assert [run.day.day for run in runs(plan)] == [24, 29]


def test_rest_strength_and_other_sports_are_no_runs():
    plan = (
        "date,time,minutes,title\n2026-11-23,7:00,,Rest\n2026-11-24,7:00,45,Strength\n"
        "2026-11-25,7:00,90,Bike\n2026-11-26,7:00,45,Easy run\n"
    )

    assert [run.title for run in runs(plan)] == ["Easy run"]


def test_a_kind_told_in_its_own_column_counts_for_more_than_the_title():
    plan = "date,time,minutes,kind,title\n2026-11-24,6:15,50,easy,Strength and run\n"

    assert runs(plan)[0].kind is RunKind.EASY


def test_a_race_carries_its_name():
    plan = "date,time,km,minutes,kind,title\n2027-02-14,10:00,10,48,race,Winter 10 km\n"

    assert runs(plan)[0].race == "Winter 10 km"


def test_a_race_may_be_named_in_a_column_of_its_own():
    plan = '[{"date": "2027-02-14", "time": "10:00", "minutes": 48, "race": "Winter 10 km"}]'
    (run,) = runs(plan)

    assert (run.kind, run.race) == (RunKind.RACE, "Winter 10 km")


@pytest.mark.parametrize(
    ("heading", "cell", "distance_km"),
    [("km", "8,5", 8.5), ("miles", "5", 8.05), ("Distance (m)", "8500", 8.5), ("km", "5 mi", 8.05)],
)
def test_distances_are_read_in_the_unit_of_their_column_or_their_own(heading, cell, distance_km):
    plan = f"date;time;minutes;kind;{heading}\n2026-11-24;6:15;50;easy;{cell}\n"

    assert runs(plan)[0].distance_km == pytest.approx(distance_km, abs=0.01)


@pytest.mark.parametrize(
    ("cell", "minutes"), [("1.25", 75), ("1:15", 75), ("75 min", 75), ("1h15", 75)]
)
def test_lengths_in_hours_are_read(cell, minutes):
    plan = f"date;time;kind;hours\n2026-11-24;6:15;easy;{cell}\n"

    assert runs(plan)[0].duration_min == minutes


def test_what_is_estimated_is_said_once_for_all():
    plan = (
        "date,km,title\n2026-11-24,10,Easy run\n2026-11-26,8,Easy run\n2026-11-28,,Long run\n"
        "2026-11-29,5,Club evening\n"
    )
    imported = read(plan)

    assert [run.duration_min for run in imported.items] == [65, 52, 90, 32]
    assert [problem.says for problem in imported.problems] == [
        "3 runs name their distance and no time; they are taken at 6:30 min per km",
        "1 run names neither time nor distance; its length is the usual of its kind",
        "4 runs name no hour; they are taken as 07:00",
        "1 run does not say its kind (Club evening); it is taken as easy",
    ]
    assert not any(problem.lost for problem in imported.problems)


def test_runs_outside_the_season_are_left_out_and_counted():
    plan = "date,time,minutes,kind\n2026-11-22,7:00,45,easy\n2026-11-24,7:00,45,easy\n"

    assert len(read(plan).items) == 1
    assert said(plan) == ["plan: 1 run is not between 2026-11-23 and 2027-04-11 and is left out"]


def test_the_same_row_twice_is_one_run():
    row = "2026-11-24,7:00,45,easy\n"

    assert len(runs(f"date,time,minutes,kind\n{row}{row}")) == 1


def test_two_runs_on_one_day_are_two_runs():
    plan = "date,time,minutes,kind\n2026-11-24,7:00,45,easy\n2026-11-24,18:00,30,easy\n"

    assert [run.start_min for run in runs(plan)] == [420, 1080]


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ("", "plan: the file is empty"),
        ("\n \n", "plan: the file is empty"),
        ("date,km\n", "plan: no run is in it between 2026-11-23 and 2027-04-11"),
        ("BEGIN:VCALENDAR\n", "plan: no run is in it between 2026-11-23 and 2027-04-11"),
        (
            "monday,tuesday\nrun,rest\n",
            (
                "plan: no column is named date; "
                "expected headings as date, time, kind, minutes, km, title"
            ),
        ),
        (
            "date,time,minutes,kind\nsoon,7:00,45,easy\n",
            "plan, line 2: 'soon' is not a day of the calendar; expected one as 2026-11-24",
        ),
        (
            "date,time,minutes,kind\n2026-11-24,7:00,long,easy\n",
            "plan, line 2: 'long' is no length of a run; expected minutes as 50",
        ),
        (
            "date,time,minutes,kind\n2026-11-24,noonish,45,easy\n",
            "plan, line 2: 'noonish' is no time of day; expected one as 06:15",
        ),
        (
            "date,time,minutes,kind,km\n2026-11-24,7:00,45,easy,far\n",
            "plan, line 2: 'far' is no distance; expected km as 8.5",
        ),
        (
            "date,time,minutes,kind\n2026-11-24,7:00,9999,easy\n",
            "plan, line 2: '9999' is no length of a run; expected minutes as 50",
        ),
        (
            "date,time,minutes,kind\n01/02/2027,7:00,45,easy\n",
            "plan: 01/02/2027 is read as 1 February 2027; write 2027-02-01 to be sure",
        ),
        ('{"runs": [', "plan, line 1: the JSON is broken: Expecting value"),
        ("[" * 100_000, "plan: the JSON is nested too deeply, or a number in it is too long"),
        ('{"weeks": 3}', f'plan: no runs are in it; expected {{"runs": [{A_RUN}]}}'),
        ("[3]", f"plan, run 1: this is no run; expected one as {A_RUN}"),
        (
            b"PK\x03\x04\x00\x00",
            "plan: this is no running plan; expected a calendar (ICS), a table (CSV) or JSON",
        ),
        (
            b"x" * 5_000_001,
            "plan: the file is 5 MB large; a running plan of more than 5 MB is not read",
        ),
        (
            event("DTSTART:20261124T061500\nSUMMARY:Dentist"),
            ("plan: no run is among 1 event (Dentist); a run has a word such as run, easy or long"),
        ),
    ],
)
def test_what_cannot_be_read_is_said_where_it_stands(plan, sentence):
    assert said(plan)[0] == sentence


def test_a_table_of_more_than_20000_rows_is_cut_and_said():
    rows = "2026-11-24,07:00,easy,45,,\n" * 20_001

    assert said(rows)[0] == "plan: only the first 20000 rows are read"
    assert len(read(rows).items) == 1


def test_many_broken_rows_are_counted_and_not_all_listed():
    told = said("date,minutes,kind\n" + "soon,45,easy\n" * 80)

    assert len(told) == 51
    assert told[-1] == "plan: 30 more problems of this kind are not listed"


def test_a_file_that_is_not_there_is_said(tmp_path):
    imported = read_run_plan(tmp_path / "no.csv", timezone=ZURICH, first=FIRST, last=LAST)

    assert [f"{one.where}: {one.says}" for one in imported.problems] == [
        "no.csv: No such file or directory"
    ]


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("date,time,minutes,kind\n2026-11-24,7:00,45,easy\n", encoding="utf-8")

    assert len(read_run_plan(path, timezone=ZURICH, first=FIRST, last=LAST).items) == 1


def test_the_runs_of_a_mixed_calendar_are_found():
    calendar = "".join(
        f"BEGIN:VEVENT\r\nDTSTART:202611{day}T180000\r\nDURATION:PT1H\r\nSUMMARY:{title}\r\n"
        "END:VEVENT\r\n"
        for day, title in enumerate(
            ["Tempo 8 km", "Dentist", "Gym", "Langer Lauf", "Rest day", "Team meeting", "Run"],
            start=23,
        )
    )
    imported = read(f"BEGIN:VCALENDAR\r\n{calendar}END:VCALENDAR\r\n")

    assert [(run.title, run.kind) for run in imported.items] == [
        ("Tempo 8 km", RunKind.QUALITY),
        ("Langer Lauf", RunKind.LONG),
        ("Run", RunKind.EASY),
    ]


@pytest.mark.parametrize(
    ("lines", "minutes", "distance_km"),
    [
        ("DTSTART;VALUE=DATE:20261124\nSUMMARY:Easy run 50 min", 50, None),
        ("DTSTART;VALUE=DATE:20261124\nSUMMARY:Long run 1h45", 105, None),
        ("DTSTART;VALUE=DATE:20261124\nSUMMARY:Easy run 10 km", 65, 10),
        ("DTSTART;VALUE=DATE:20261124\nSUMMARY:Tempo run\nDESCRIPTION:10 km\\, 55 min", 55, 10),
        ("DTSTART;VALUE=DATE:20261124\nSUMMARY:Run 6 x 1 km", 60, None),
        ("DTSTART:20261124T080000\nDURATION:PT1H\nSUMMARY:Long run 25 km", 162, 25),
        ("DTSTART:20261124T080000\nSUMMARY:Easy run 5 mi", 52, 8.05),
    ],
)
def test_lengths_are_found_in_the_words_where_the_hours_do_not_tell(lines, minutes, distance_km):
    (run,) = read(event(lines)).items

    assert run.duration_min == minutes
    assert run.distance_km == pytest.approx(distance_km, abs=0.01) if distance_km else True


def test_a_repeating_run_is_told_for_every_week_of_the_season():
    imported = read(
        event(
            "DTSTART;TZID=Europe/Zurich:20260106T061500\nDURATION:PT50M\nSUMMARY:Easy run\n"
            "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Zurich:20261201T061500"
        )
    )
    days = [run.day for run in imported.items]

    assert len(days) == 19
    assert days[0] == TUESDAY
    assert date(2026, 12, 1) not in days
    assert {run.start_min for run in imported.items} == {375}


@pytest.mark.parametrize("name", ["run-plan.csv", "run-plan.json", "run-plan.ics"])
def test_the_examples_of_the_docs_are_read_without_a_doubt(name):
    imported = read_run_plan(EXAMPLES / name, timezone=ZURICH, first=FIRST, last=LAST)

    assert imported.problems == ()
    assert {run.kind for run in imported.items} >= {RunKind.EASY, RunKind.LONG, RunKind.QUALITY}


@given(
    rows=st.lists(
        st.dictionaries(
            st.sampled_from(["date", "time", "kind", "minutes", "km", "title", "race", "x"]),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
            | st.sampled_from(["2026-11-24", "07:00", "easy", "45", "long run", "1e400"]),
        ),
        max_size=4,
    )
)  # fmt: skip
@settings(deadline=None)
def test_any_json_is_runs_and_problems(rows):
    imported = read(json.dumps(rows))

    assert all(FIRST <= run.day <= LAST for run in imported.items)


@given(data=st.binary(max_size=120) | st.text(max_size=120).map(str.encode))
@settings(deadline=None)
def test_any_bytes_are_runs_and_problems(data):
    imported = read_run_plan(data, timezone=UTC, first=FIRST, last=LAST)

    assert imported.items or imported.problems
