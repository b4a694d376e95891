from pathlib import Path

import pytest

from runwright.domain.errors import ValueOutOfRangeError
from runwright.formats.reader import import_runs, read_runs
from runwright.usecases.import_runs import ImportRuns
from tests.unit.formats.run_imports import NOW
from tools.make_test_runs import FOLDER

MORNING = ("morning.fit", "morning.gpx", "morning.tcx", "strava-export.zip")


def given(*names: str) -> list[Path]:
    return [FOLDER / name for name in names]


def test_one_run_in_four_files_comes_once_with_all_it_is_known_by():
    run = import_runs(given(*MORNING), now=NOW).items[0]

    assert [source.label for source in run.sources] == [
        "morning.fit",
        "morning.gpx",
        "morning.tcx",
        "strava-export.zip/activities.csv:2",
        "strava-export.zip/activities/1.gpx.gz",
    ]
    assert (run.duration_s, run.distance_m, run.rpe, run.title) == (600, 2000, 4, "Morning Run")
    assert run.started_at.isoformat() == "2026-03-01T08:30:00+01:00"


def test_the_order_of_paths_changes_no_run():
    there, back = given(*MORNING, "runs.csv", "laeufe.csv", "evening.fit"), []
    back.extend(reversed(there))

    assert import_runs(there, now=NOW).items == import_runs(back, now=NOW).items


def test_problems_stand_beside_the_runs():
    read = import_runs([FOLDER], now=NOW)
    unmerged = read_runs([FOLDER], now=NOW)

    assert len(read.items) < len(unmerged.items)
    assert read.problems == unmerged.problems
    assert {problem.where for problem in read.problems if problem.lost} == {
        "runs/empty.gpx",
        "runs/photo.fit",
    }


def test_a_moment_without_a_zone_is_refused_before_anything_is_read():
    with pytest.raises(ValueOutOfRangeError, match="now"):
        ImportRuns(read_runs)(given("morning.gpx"), now=NOW.replace(tzinfo=None))
