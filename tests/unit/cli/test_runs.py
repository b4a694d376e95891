"""`runwright runs`: what was read, what it tells, and what could not be read."""

import json
from pathlib import Path

import pytest

GPX = """<?xml version="1.0"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk>
<name>Morning run</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"""
POINT = '<trkpt lat="{lat:.5f}" lon="0.5"><time>{day}T06:{minute:02d}:00Z</time></trkpt>'
SAMPLE = Path(__file__).parents[3] / "src" / "runwright" / "sample" / "sample-runs.zip"


def gpx(day: str, minutes: int = 40) -> str:
    """A run at 10 km/h of so many minutes."""
    points = (
        POINT.format(lat=minute * 0.0015, day=day, minute=minute) for minute in range(minutes)
    )
    return GPX.format(points="".join(points))


def test_runs_are_read_and_counted(run, tmp_path):
    (tmp_path / "one.gpx").write_text(gpx("2026-11-17"))
    (tmp_path / "two.gpx").write_text(gpx("2026-11-19"))

    result = run("runs", tmp_path)

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "2 runs from 17 November 2026 to 19 November 2026: 13 km in 1 h."
    )


def test_what_is_lost_is_named_and_ends_with_one(run, tmp_path):
    (tmp_path / "good.gpx").write_text(gpx("2026-11-17"))
    (tmp_path / "empty.fit").write_bytes(b"")

    result = run("runs", tmp_path)

    assert result.exit_code == 1
    assert "1 run on 17 November 2026" in result.stdout
    assert "empty.fit is empty" in " ".join(result.stdout.split())


def test_nothing_found_is_a_problem(run, tmp_path):
    result = run("runs", tmp_path)

    assert result.exit_code == 1
    assert "No run was found." in result.stdout


def test_a_path_that_is_not_there_is_said(run, tmp_path):
    result = run("runs", tmp_path / "nowhere.zip")

    assert result.exit_code == 1
    assert "nowhere.zip is not there" in " ".join(result.stdout.split())


def test_without_a_path_it_is_wrong_use(run):
    assert run("runs").exit_code == 2


def test_a_run_that_comes_twice_counts_once(run, tmp_path):
    (tmp_path / "watch.gpx").write_text(gpx("2026-11-17"))
    (tmp_path / "phone.gpx").write_text(gpx("2026-11-17"))

    answer = run.answer("runs", tmp_path, of="runs")

    assert [len(one["files"]) for one in answer["runs"]] == [2]


def test_the_sample_tells_its_week_its_load_and_its_spike(run):
    result = run("runs", SAMPLE)

    assert result.exit_code == 0
    assert "Your usual week, from the last" in result.stdout
    assert "Runs much longer than those before (rule L01)" in result.stdout
    assert "10 May 2026: 16.6 km" in result.stdout
    assert "Week by week" in result.stdout


def test_old_runs_are_looked_at_as_they_stood_then(run, tmp_path):
    for day in ("02", "04", "06", "09", "11", "13", "16", "18", "20"):
        (tmp_path / f"{day}.gpx").write_text(gpx(f"2021-06-{day}"))

    result = run("runs", tmp_path)
    answer = run.answer("runs", tmp_path, of="runs")

    assert "this is how things stood on 20 June 2021" in " ".join(result.stdout.split())
    assert answer["facts"]["as_of"] == "2021-06-20"
    assert answer["facts"]["typical_week"]


def test_no_progress_is_shown_where_nobody_watches(run):
    assert run("runs", SAMPLE).stderr == ""


@pytest.mark.parametrize("columns", [60, 100])
def test_the_page_keeps_to_the_width_of_the_terminal(run, columns):
    lines = run("runs", SAMPLE, columns=columns).stdout.splitlines()

    assert max(len(line) for line in lines) <= columns


@pytest.mark.parametrize(
    "folder",
    ["runner-a-12-months-gpx", "runner-a-12-months-tcx", "gpx", "tcx", "fit", "strava-bulk-export"],
)
def test_real_files_give_runs_or_named_reasons(run, shared_activities, folder):
    result = run("runs", shared_activities / folder, "--json")
    answer = json.loads(result.stdout)

    lost = any(one["lost"] for one in answer["problems"])
    assert result.exit_code == int(lost or not answer["runs"])
    assert answer["runs"] or answer["problems"]
    assert all(one["says"] and one["where"] for one in answer["problems"])
