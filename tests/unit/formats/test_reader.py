import gzip
import io
import os
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.errors import ValueOutOfRangeError
from runwright.formats.reader import import_runs, read_runs
from tests.unit.formats.run_imports import NOW, codes, imported
from tools.make_test_runs import FOLDER, Track, files, fit, gpx, tcx, zipped

TRACK = Track()


def on_day(days: int) -> Track:
    return replace(TRACK, start=TRACK.start + timedelta(days=days))


def unpacked(data: bytes) -> dict[str, bytes] | bytes:
    """Contents, freed of zip and gzip: what packs them may differ from machine to machine."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: gzip.decompress(content) if name.endswith(".gz") else content
        for name, content in held.items()
    }


def test_the_test_files_are_those_the_tool_makes():
    made = files()

    assert {file.name for file in FOLDER.iterdir()} == made.keys()
    for name, data in made.items():
        assert unpacked((FOLDER / name).read_bytes()) == unpacked(data), name


def test_a_folder_is_read_with_its_folders_by_name(tmp_path):
    (tmp_path / "runs" / "2026").mkdir(parents=True)
    (tmp_path / "runs" / "b.gpx").write_bytes(gpx(on_day(0)))
    (tmp_path / "runs" / "2026" / "a.fit").write_bytes(fit(on_day(1)))
    (tmp_path / "runs" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    read = read_runs([tmp_path / "runs"], now=NOW)

    assert [run.sources[0].label for run in read.items] == ["runs/2026/a.fit", "runs/b.gpx"]
    assert codes(read) == ["file.other-file"]
    assert not read.problems[0].lost


def test_all_that_was_given_is_read_and_the_runs_come_by_start(tmp_path):
    (tmp_path / "late.gpx").write_bytes(gpx(on_day(2)))
    (tmp_path / "early.zip").write_bytes(zipped({"a.tcx": tcx(on_day(0))}))
    read = import_runs([tmp_path / "late.gpx", tmp_path / "early.zip"], now=NOW)

    assert [run.started_at for run in read.items] == [on_day(0).start, on_day(2).start]


def test_the_same_path_twice_counts_once(tmp_path):
    file = tmp_path / "a.gpx"
    file.write_bytes(gpx(TRACK))

    assert len(read_runs([file, file, tmp_path / "." / "a.gpx"], now=NOW).items) == 1


def test_progress_is_told_after_every_file(tmp_path):
    (tmp_path / "me.zip").write_bytes(zipped({f"{n}.gpx": gpx(on_day(n)) for n in range(3)}))
    (tmp_path / "b.gpx").write_bytes(b"")
    told = []
    read_runs(
        [tmp_path / "me.zip", tmp_path / "b.gpx"],
        now=NOW,
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_path_that_is_not_there_is_named(tmp_path):
    read = read_runs([tmp_path / "nowhere.gpx"], now=NOW)

    assert codes(read) == ["file.missing"]
    assert read.problems[0].says.startswith("nowhere.gpx ")


def test_an_empty_folder_is_named(tmp_path):
    assert codes(read_runs([tmp_path], now=NOW)) == ["file.no-files"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.gpx")

    assert codes(read_runs([tmp_path / "pipe.gpx"], now=NOW)) == ["file.not-a-file"]
    assert codes(read_runs([tmp_path], now=NOW)) == ["file.not-a-file"]


def test_a_link_in_a_circle_is_named(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    assert all(problem.lost for problem in read_runs([tmp_path / "a"], now=NOW).problems)


def test_a_file_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.gpx").write_bytes(gpx(TRACK))

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # who runs tests as root may read everything
    read = read_runs([tmp_path], now=NOW)

    assert codes(read) == ["file.unreadable"]
    assert "Permission denied" in read.problems[0].says


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.fit", b"\xff\xd8\xff\xe0 JFIF", "a JPEG picture"),
        ("a.gpx", b"%PDF-1.7", "a PDF document"),
        ("a.gpx", b"<!doctype html><html></html>", "a web page"),
        ("a.gpx", b'<?xml version="1.0"?><kml></kml>', "an XML file of another kind (<kml>)"),
        ("a.tcx", b"SQLite format 3\x00", "a database"),
        ("a.fit", b"\x00\x00\x00\x18ftypheic", "a film or phone picture"),
        ("a.fit", bytes(257) + b"ustar", "a tar archive"),
        ("a.fit", b"hello", "plain text"),
        ("a.fit", bytes(range(256)), "a kind of file not known here"),
    ],
)
def test_what_a_file_really_is_is_said(tmp_path, name, data, words):
    read = imported(tmp_path, name, data)

    assert codes(read) == ["file.wrong-type"]
    assert read.problems[0].says.startswith(f"{name} is {words}, not the recording of a run")


@pytest.mark.parametrize("name", ["a.txt", "a.fit", "a", "a.jpg"])
def test_a_run_is_read_by_its_content_whatever_its_name(tmp_path, name):
    for data in (gpx(TRACK), tcx(TRACK), fit(TRACK)):
        assert len(imported(tmp_path, name, data).items) == 1


def test_a_file_that_trips_us_costs_no_other(tmp_path, monkeypatch):
    (tmp_path / "a.fit").write_bytes(fit(TRACK))
    (tmp_path / "b.gpx").write_bytes(gpx(TRACK))

    def trip(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("runwright.formats.read_file.read_fit", trip)
    read = read_runs([tmp_path], now=NOW)

    assert len(read.items) == 1
    assert codes(read) == ["file.not-understood"]
    assert "a.fit" in read.problems[0].says


def test_an_apple_export_is_named_and_its_routes_are_read(tmp_path):
    (tmp_path / "export.xml").write_bytes(b'<?xml version="1.0"?><HealthData></HealthData>')
    (tmp_path / "route.gpx").write_bytes(gpx(TRACK))
    read = read_runs([tmp_path], now=NOW)

    assert len(read.items) == 1
    assert codes(read) == ["file.apple-health"]


def test_a_moment_without_a_zone_is_refused(tmp_path):
    with pytest.raises(ValueOutOfRangeError, match="a time with its zone"):
        import_runs([tmp_path], now=NOW.replace(tzinfo=None))


starts = st.sampled_from([
    b"", b"<gpx>", b'<?xml version="1.0"?>', b"PK\x03\x04", b"\x1f\x8b\x08", b"\x0e\x10\xd0\x07",
    b"date,km,minutes\n", b"[", b"\xff\xfe", b"\xef\xbb\xbf<", b"<TrainingCenterDatabase>",
    b'[{"summarizedActivitiesExport": [', b"Activity Date,Activity Type,Filename\n",
])  # fmt: skip


@given(
    start=starts, rest=st.binary(max_size=200), ending=st.sampled_from(["fit", "gpx", "csv", ""])
)
def test_any_bytes_give_runs_or_reasons_that_name_the_file(tmp_path_factory, start, rest, ending):
    name = f"a.{ending}"
    read = imported(tmp_path_factory.mktemp("any"), name, start + rest)

    assert read.items or read.problems or start.startswith((b"date", b"Activity", b'[{"'))
    assert all(problem.says.startswith(name) for problem in read.problems)
    assert not any(code.endswith("not-understood") for code in codes(read))
