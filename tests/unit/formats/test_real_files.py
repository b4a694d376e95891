"""Real people's recordings, where they are at hand: none is passed over in silence."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from runwright.formats.reader import import_runs, read_runs

NOW = datetime(2026, 9, 1, tzinfo=UTC)
FOLDERS = ("runner-a-12-months-gpx", "runner-a-12-months-tcx", "gpx", "tcx", "fit")


@pytest.mark.parametrize("folder", [*FOLDERS, "strava-bulk-export"])
def test_every_file_gives_a_run_or_a_reason_that_names_it(shared_activities, folder):
    for file in sorted((shared_activities / folder).iterdir()):
        read = read_runs([file], now=NOW)

        assert read.items or read.problems, file.name
        assert all(file.name in problem.says for problem in read.problems)


def test_a_year_of_a_runner_is_read(shared_activities):
    read = import_runs([shared_activities / "runner-a-12-months-gpx"], now=NOW)

    assert len({run.sources for run in read.items}) == 68
    assert sum(run.mean_heart_rate_bpm is not None for run in read.items) >= 67
    assert all(run.distance_m is not None and run.distance_m > 200 for run in read.items)
    assert not any(problem.lost for problem in read.problems)


def test_a_day_in_two_formats_is_one_run_and_two_runs_of_a_day_stay_two(shared_activities):
    gpx, tcx = (shared_activities / f"runner-a-12-months-{kind}" for kind in ("gpx", "tcx"))
    apart = (import_runs([gpx], now=NOW), import_runs([tcx], now=NOW))
    together = import_runs([tcx, gpx], now=NOW)
    twice = [run for run in together.items if len({each.format for each in run.sources}) == 2]

    # On the other three days of TCX the GPX hold another run of the day, or none.
    assert [run.started_at.day for run in twice] == [2, 6, 8, 13, 26]
    assert len(together.items) == sum(len(each.items) for each in apart) - len(twice)
    december = [run.started_at.date().isoformat() for run in together.items]
    assert december.count("2020-12-04") == december.count("2020-12-16") == 2
    assert december.count("2020-12-20") == 1


@pytest.mark.parametrize("hours", [-3, 1, 9])
def test_the_same_days_are_recognised_when_one_clock_was_in_another_zone(
    shared_activities, tmp_path, hours
):
    """The TCX written by a watch that took its local time for UTC, two minutes wrong on top."""
    source = shared_activities / "runner-a-12-months-tcx"
    alike = ("2020-12-06", "2020-12-08", "2020-12-26")  # the other two differ in length
    for file in source.iterdir():
        if file.name.startswith(alike):
            (tmp_path / file.name).write_text(_moved(file.read_text(), hours))
    gpx = shared_activities / "runner-a-12-months-gpx"
    read = import_runs([tmp_path, gpx], now=NOW)

    assert sum(len({each.format for each in run.sources}) == 2 for run in read.items) == 3


def _moved(text: str, hours: int) -> str:
    for day in ("2020-12-06", "2020-12-08", "2020-12-26"):
        for minute in range(7 * 60, 13 * 60):
            at = datetime.fromisoformat(f"{day}T00:00:00") + timedelta(minutes=minute)
            moved = at + timedelta(hours=hours, minutes=2)
            text = text.replace(f"{at:%Y-%m-%dT%H:%M}:", f"{moved:%Y-%m-%d#%H:%M}:")
    return text.replace("#", "T")


def test_runs_that_only_know_the_moment_are_told_in_the_runners_zone(shared_activities):
    lima = NOW.astimezone(ZoneInfo("America/Lima"))
    read = import_runs([shared_activities / "runner-a-12-months-gpx"], now=lima)

    assert {run.started_at.utcoffset() for run in read.items} == {timedelta(hours=-5)}


def test_a_broken_phone_file_gives_its_session_and_says_where_it_broke(shared_activities):
    file = shared_activities / "fit" / "strava-android-app-201.10-b1218918.fit"
    read = import_runs([file], now=NOW)

    assert [(run.duration_s, run.distance_m) for run in read.items] == [(3558, 11274.04)]
    assert [problem.code for problem in read.problems][:1] == ["fit.broken"]
    assert "byte 7471 of 78233" in read.problems[0].says


def test_a_watch_without_a_date_is_placed_by_its_local_time(shared_activities):
    read = import_runs([shared_activities / "fit" / "compressed-speed-distance.fit"], now=NOW)

    assert [run.started_at.isoformat() for run in read.items] == ["2012-02-13T11:16:16+00:00"]
    assert [run.distance_m for run in read.items] == [10248.67]


def test_a_garmin_export_gives_its_runs_and_not_its_strength(shared_activities):
    read = import_runs([shared_activities / "garmin-export-synthetic"], now=NOW)

    assert len(read.items) == 18
    assert [problem.code for problem in read.problems] == ["garmin.not-runs"]
