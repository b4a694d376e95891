from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunKind
from runwright.formats.csv_runs import read_runs_table
from runwright.formats.csv_table import read_table
from runwright.formats.reader import read_runs
from tests.unit.formats.run_imports import NOW, codes, imported, only

HEAD = "date,time,km,minutes,rpe,kind,title\n"
ROW = "2026-02-01,07:30,8.0,48,3,easy,Along the river\n"


def test_the_columns_we_ask_for_are_read(tmp_path):
    run = only(imported(tmp_path, "runs.csv", (HEAD + ROW).encode()))

    assert run.started_at == datetime(2026, 2, 1, 7, 30, tzinfo=UTC)
    assert (run.duration_s, run.elapsed_s, run.distance_m, run.rpe) == (2880, 2880, 8000, 3)
    assert (run.kind_hint, run.title) == (RunKind.EASY, "Along the river")
    assert run.sources[0].label == "runs.csv:2"


def test_clock_times_are_told_in_the_runners_zone(tmp_path):
    (tmp_path / "runs.csv").write_text(HEAD + ROW)
    now = NOW.astimezone(ZoneInfo("Europe/Berlin"))
    (run,) = read_runs([tmp_path / "runs.csv"], now=now).items

    assert run.started_at.isoformat() == "2026-02-01T07:30:00+01:00"


@pytest.mark.parametrize(
    "table",
    [
        "Datum;Uhrzeit;Strecke (km);Dauer;RPE;Art;Titel\n01.02.2026;07:30;8,0;48;3;locker;Am Fluss",
        "Date\tStart time\tDistance (mi)\tDuration\n2026/02/01\t7:30 am\t4.97097\t0:48:00",
        "Activity Type,Date,Title,Distance,Time\nRunning,2026-02-01 07:30:00,Fluss,8.00,00:48:00",
        "title,minutes,distance_m,date\n,48 min,8000,2026-02-01T07:30:00Z",
        "Day,Clock,Kilometres,Duration (s)\n2/1/2026,7:30,8 km,2880\n2/13/2026,7:30,8,2880",
        "\ufeffdate;time;km;min\r\n\r\n2026-02-01;0730;8;48\r\n".replace("0730", "7.30"),
    ],
)
def test_many_wordings_mean_the_same(tmp_path, table):
    run = imported(tmp_path, "runs.csv", table.encode()).items[0]

    assert run.started_at == datetime(2026, 2, 1, 7, 30, tzinfo=UTC)
    assert run.duration_s == pytest.approx(2880)
    assert run.distance_m == pytest.approx(8000, rel=1e-4)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_arrive_in_every_usual_encoding(tmp_path, encoding):
    text = (HEAD + ROW.replace("river", "Würm")).encode(encoding)

    assert only(imported(tmp_path, "runs.csv", text)).title == "Along the Würm"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("quality", RunKind.QUALITY),
        ("Intervalle", RunKind.QUALITY),
        ("long", RunKind.LONG),
        ("race", RunKind.RACE),
        ("walk", RunKind.WALK),
        ("", None),
        ("Running", None),
    ],
)
def test_kinds_are_told_in_words(tmp_path, word, kind):
    read = imported(tmp_path, "runs.csv", (HEAD + ROW.replace("easy", word)).encode())

    assert only(read).kind_hint is kind
    assert codes(read) == []


def test_a_day_without_a_clock_time_stands_at_noon(tmp_path):
    run = only(imported(tmp_path, "runs.csv", (HEAD + ROW.replace("07:30", "")).encode()))

    assert run.started_at == datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("2026-02-01", "2026-02-31", "csv.bad-value"),
        ("2026-02-01", "", "csv.bad-value"),
        (",48,", ",,", "csv.bad-value"),
        (",48,", ",-48,", "csv.bad-value"),
        (",48,", ",nan,", "csv.bad-value"),
        (",48,", ",0,", "csv.no-duration"),
        (",48,", ",1600,", "csv.too-long"),
        ("2026-02-01", "1970-01-01", "csv.before-2000"),
        ("2026-02-01", "2031-02-01", "csv.future"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_the_others_are_read(tmp_path, old, new, code):
    bad = HEAD + ROW.replace(old, new, 1) + ROW
    read = imported(tmp_path, "runs.csv", bad.encode())

    assert only(read).distance_m == 8000
    assert codes(read) == [code]
    assert read.problems[0].where == "runs.csv:2"
    assert read.problems[0].says.startswith("runs.csv:2")
    assert read.problems[0].lost


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (",8.0,", ",far,", "csv.ignored-value"),
        (",8.0,", ",900,", "csv.absurd-distance"),
        (",8.0,", ",80,", "csv.too-fast"),
        (",3,", ",hard,", "csv.ignored-value"),
        (",3,", ",17,", "csv.absurd-rpe"),
        ("07:30", "26:00", "csv.ignored-value"),
        ("easy", "purple", "csv.ignored-value"),
    ],
)
def test_a_bad_cell_costs_only_itself(tmp_path, old, new, code):
    read = imported(tmp_path, "runs.csv", (HEAD + ROW.replace(old, new)).encode())

    assert only(read).duration_s == 2880
    assert codes(read) == [code]
    assert not read.problems[0].lost


def test_days_that_can_be_read_two_ways_are_said(tmp_path):
    unclear = imported(tmp_path, "a.csv", b"date,km,minutes\n01/02/2026,8,48\n")
    clear = imported(tmp_path, "a.csv", b"date,km,minutes\n01/02/2026,8,48\n01/13/2026,8,48\n")

    assert [run.started_at.month for run in unclear.items] == [2]
    assert codes(unclear) == ["csv.unclear-dates"]
    assert [run.started_at.month for run in clear.items] == [1, 1]
    assert codes(clear) == []


def test_a_table_without_day_or_duration_says_what_is_missing(tmp_path):
    read = imported(tmp_path, "runs.csv", b"km,comment\n8,nice\n")

    assert codes(read) == ["csv.no-header"]
    assert "date, duration" in read.problems[0].says
    assert "date, time, km, minutes, rpe, kind, title" in read.problems[0].says


def test_other_sports_in_a_table_are_left_out(tmp_path):
    table = "Activity Type,Date,Distance,Time\nCycling,2026-02-01 07:30:00,30,1:00:00\n"

    assert codes(imported(tmp_path, "a.csv", table.encode())) == ["csv.not-a-run"]


def test_a_quote_that_is_never_closed_is_said_and_the_rows_before_are_read(tmp_path):
    table = HEAD + ROW + '2026-02-02,07:30,8.0,48,3,easy,"broken\n' + ROW
    read = imported(tmp_path, "runs.csv", table.encode())

    assert len(read.items) == 2
    assert codes(read) == ["csv.damaged-table"]
    assert "line 3" in read.problems[0].says


def test_a_thousand_bad_rows_are_not_a_thousand_sentences(tmp_path):
    read = imported(
        tmp_path, "runs.csv", (HEAD + ROW.replace("2026", "soon") * 1000 + ROW).encode()
    )

    assert len(read.items) == 1
    assert codes(read) == ["csv.bad-value"] * 10 + ["csv.more-rows"]
    assert "990 more rows" in read.problems[-1].says


def test_a_cell_without_end_is_said(tmp_path):
    read = imported(tmp_path, "runs.csv", (HEAD + ROW + "x" * 200_000 + "\n" + ROW).encode())

    assert len(read.items) == 1
    assert codes(read) == ["csv.damaged-table"]


numbers = st.one_of(st.integers(1, 300).map(str), st.floats().map(str), st.text(max_size=8))


@given(cells=st.lists(st.lists(numbers, max_size=8), max_size=6), separator=st.sampled_from(",;\t"))
def test_any_table_gives_runs_or_reasons(cells, separator):
    text = HEAD.replace(",", separator) + "\n".join(separator.join(row) for row in cells)
    table = read_table(text.encode(errors="replace"))
    read = read_runs_table(table, "a.csv", NOW)

    assert len(read.items) <= len(table.rows)
    assert len(read.items) + len({problem.where for problem in read.problems}) >= len(table.rows)


@given(data=st.binary(max_size=300))
def test_any_bytes_make_a_table(data):
    table = read_table(data)

    assert all(len(row.cells) > 0 for row in table.rows)
