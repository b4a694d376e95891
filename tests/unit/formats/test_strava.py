import pytest

from runwright.domain.run import RunKind
from tests.unit.formats.run_imports import codes, imported, only
from tools.make_test_runs import STRAVA_HEADER, Track, gpx, packed, strava_csv, zipped

TRACK = Track()
MORNING = {"date": "Mar 1, 2026, 7:30:00 AM", "name": "Before breakfast"}


def test_a_run_typed_in_by_hand_comes_from_its_row(tmp_path):
    row = MORNING | {"elapsed": "700", "moving": "600", "metres": "2000", "rpe": "4"}
    run = only(imported(tmp_path, "activities.csv", strava_csv([row])))

    assert run.started_at == TRACK.start
    assert (run.duration_s, run.elapsed_s, run.distance_m, run.rpe) == (600, 700, 2000, 4)
    assert run.title == "Before breakfast"
    assert (run.sources[0].label, run.sources[0].format) == ("activities.csv:2", "strava")


@pytest.mark.parametrize(
    ("workout", "kind"),
    [("1", RunKind.RACE), ("2.0", RunKind.LONG), ("3", RunKind.QUALITY), ("0", None)],
)
def test_the_type_a_runner_chose_is_the_kind(tmp_path, workout, kind):
    run = only(imported(tmp_path, "activities.csv", strava_csv([MORNING | {"workout": workout}])))

    assert run.kind_hint is kind


def test_newer_exports_have_a_switch_for_races(tmp_path):
    table = strava_csv([MORNING]).decode().splitlines()
    switched = f"{table[0]},Competition,Long Run\n{table[1]},1.0,0.0\n"

    assert only(imported(tmp_path, "a.csv", switched.encode())).kind_hint is RunKind.RACE


def test_untranslated_names_are_names_too(tmp_path):
    table = strava_csv([MORNING | {"workout": "2"}]).decode()
    missing = (
        "translation missing: en-GB.lib.export.portability_exporter.activities.horton_values.type"
    )
    table = table.replace('"<span class=""translation_missing"">Type</span>"', missing)

    assert only(imported(tmp_path, "a.csv", table.encode())).kind_hint is RunKind.LONG


def test_the_oldest_exports_count_in_metres_and_those_after_in_kilometres(tmp_path):
    oldest = (
        "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"
        "1,2018-03-01 07:30:00,Old,Run,,600,2000.0,false,,\n"
    )
    old = (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
        'Distance,Commute,Activity Gear,Filename\n1,"Mar 1, 2019, 7:30:00 AM",Old,Run,,600,2.00,'
        "false,,\n"
    )

    for table in (oldest, old):
        assert only(imported(tmp_path, "activities.csv", table.encode())).distance_m == 2000


def test_what_is_no_run_is_counted_in_one_sentence(tmp_path):
    rows = [MORNING | {"type": kind} for kind in ("Ride", "Walk", "Ride", "Run", "Kitesurf")]
    read = imported(tmp_path, "activities.csv", strava_csv(rows))

    assert len(read.items) == 1
    assert codes(read) == ["strava.not-runs"]
    assert "other activities: 1, rides: 2, walks: 1" in read.problems[0].says


def export(files: dict[str, bytes], rows: list[dict[str, str]]) -> bytes:
    return zipped({"export/activities.csv": strava_csv(rows)} | files)


def test_recorded_files_and_their_rows_are_one_import(tmp_path):
    files = {"export/activities/1.gpx.gz": packed(gpx(TRACK, sport=""))}
    read = imported(tmp_path, "me.zip", export(files, [MORNING | {"file": "activities/1.gpx.gz"}]))

    assert [run.sources[0].label for run in read.items] == [
        "me.zip/export/activities.csv:2",
        "me.zip/export/activities/1.gpx.gz",
    ]
    assert codes(read) == []


def test_the_type_of_the_row_decides_over_the_file(tmp_path):
    files = {"export/activities/1.gpx.gz": packed(gpx(TRACK))}
    row = MORNING | {"file": "activities/1.gpx.gz", "type": "Walk"}
    read = imported(tmp_path, "me.zip", export(files, [row]))

    assert read.items == ()
    assert codes(read) == ["strava.not-runs", "strava.not-a-run"]
    assert read.problems[1].says.startswith("me.zip/export/activities/1.gpx.gz is a walk")


def test_a_slow_track_without_a_type_is_a_run_when_its_row_says_so(tmp_path):
    slow = gpx(Track(metres=800.0, hill_m=0.0), sport="")
    row = MORNING | {"file": "activities/1.gpx", "metres": "800"}
    read = imported(tmp_path, "me.zip", export({"export/activities/1.gpx": slow}, [row]))

    assert {run.kind_hint for run in read.items} == {None}


def test_files_that_were_unpacked_since_still_belong_to_their_rows(tmp_path):
    row = MORNING | {"file": "activities/1.gpx.gz", "type": "Ride"}
    read = imported(tmp_path, "me.zip", export({"export/activities/1.gpx": gpx(TRACK)}, [row]))

    assert read.items == ()


def test_a_missing_or_broken_file_leaves_the_row(tmp_path):
    rows = [MORNING | {"file": "activities/1.fit.gz"}, MORNING | {"file": "activities/2.fit.gz"}]
    read = imported(tmp_path, "me.zip", export({"export/activities/2.fit.gz": b"\x1f\x8bno"}, rows))

    assert len(read.items) == 2
    assert codes(read) == ["zip.damaged"]


def test_a_header_in_another_language_is_read_by_place(tmp_path):
    header = ",".join(f"Spalte {number}" for number in range(45))
    table = (
        strava_csv([
            MORNING | {"type": "Lauf", "file": "activities/1.gpx.gz", "rpe": "6", "moving": "590"},
            MORNING | {"type": "Radfahrt", "file": "activities/2.gpx.gz"},
        ])
        .decode()
        .replace(STRAVA_HEADER, header)
    )
    read = imported(tmp_path, "activities.csv", table.encode())

    assert only(read).rpe == 6
    assert only(read).duration_s == 590
    assert codes(read) == ["strava.by-place", "strava.not-runs"]


def test_photos_and_lists_of_an_export_are_said_in_one_sentence(tmp_path):
    files = {f"export/media/{number}.jpg": b"\xff\xd8\xff" for number in range(9)}
    files["export/bikes.csv"] = b"Bike Name,Bike Brand\nTCR,Giant\n"
    read = imported(tmp_path, "me.zip", export(files, [MORNING]))

    assert len(read.items) == 1
    assert codes(read) == ["file.other-files"]
    assert "10 files" in read.problems[0].says
    assert not read.problems[0].lost
