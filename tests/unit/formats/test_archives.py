import gzip
import io
import struct
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.limits import Limits
from runwright.formats.reader import read_runs
from runwright.formats.unpack import Budget, gunzip
from runwright.formats.zips import directory_bytes
from tests.unit.formats.run_imports import NOW, codes, imported, only
from tools.make_test_runs import Track, Watch, fit, gpx, packed, tcx, zipped

TRACK = Track()
GPX, TCX = gpx(TRACK), tcx(TRACK)
FIT = fit(TRACK, Watch())
SMALL = Limits(
    member_bytes=100_000,
    archive_bytes=150_000,
    ratio=50,
    ratio_from_bytes=20_000,
    members=20,
    directory_bytes=2_000,
)


@pytest.mark.parametrize("name", ["a.gpx.gz", "a.fit.gz", "a.gz", "a.gpx"])
def test_gzip_of_any_kind_is_read_whatever_its_name(tmp_path, name):
    for data in (GPX, FIT, TCX):
        assert only(imported(tmp_path, name, packed(data))).duration_s == 600


def test_a_zip_is_read_with_all_it_holds_and_its_files_keep_their_names(tmp_path):
    runs = zipped({"2026/a.gpx": GPX, "b.tcx.gz": packed(TCX), "2026/c.fit": FIT})
    read = imported(tmp_path, "me.zip", runs)

    assert [run.sources[0].label for run in read.items] == [
        "me.zip/2026/a.gpx",
        "me.zip/2026/c.fit",
        "me.zip/b.tcx.gz",
    ]
    assert codes(read) == []


def test_a_zip_in_a_zip_is_read_and_one_deeper_is_named(tmp_path):
    inner = zipped({"a.fit": FIT})
    read = imported(tmp_path, "me.zip", zipped({"in.zip": inner}))
    too_deep = imported(
        tmp_path, "me.zip", zipped({"in.zip": zipped({"in.zip": inner}), "b.gpx": GPX})
    )

    assert only(read).sources[0].label == "me.zip/in.zip/a.fit"
    assert only(too_deep).sources[0].label == "me.zip/b.gpx"
    assert codes(too_deep) == ["zip.too-deep"]


def test_a_zip_in_a_gzip_is_read_and_a_gzip_in_a_gzip_is_named(tmp_path):
    assert len(imported(tmp_path, "me.zip.gz", packed(zipped({"a.fit": FIT}))).items) == 1
    assert codes(imported(tmp_path, "a.gpx.gz", packed(packed(GPX)))) == ["file.too-deep"]


def test_one_bad_file_never_loses_an_archive(tmp_path):
    bad = {
        "1.gpx": b"",
        "2.fit": b"\xff\xd8\xff\xe0",
        "3.gpx.gz": b"\x1f\x8b" + bytes(30),
        "4.zip": b"PK\x03\x04" + bytes(30),
        "5.gpx": b"<gpx><!DOCTYPE a></gpx>",
        "6.fit": FIT[:30],
    }
    read = imported(tmp_path, "me.zip", zipped(bad | {"7.gpx": GPX}))

    assert only(read).sources[0].label == "me.zip/7.gpx"
    assert codes(read) == [
        "file.empty",
        "file.wrong-type",
        "zip.damaged",
        "zip.damaged",
        "gpx.has-doctype",
        "fit.truncated",
        "fit.no-activity",
    ]
    assert all(problem.says.startswith(f"me.zip/{problem.where[7]}.") for problem in read.problems)


@pytest.mark.parametrize(
    "name", ["../evil.gpx", "/etc/evil.gpx", "C:\\evil.gpx", "a/../../evil.gpx", "..\\evil.gpx"]
)
def test_names_that_lead_out_of_the_archive_are_refused(tmp_path, name):
    read = imported(tmp_path, "me.zip", zipped({name: GPX, "good.gpx": GPX}))

    assert only(read).sources[0].label == "me.zip/good.gpx"
    assert codes(read) == ["zip.unsafe-name"]
    assert [file.name for file in tmp_path.iterdir()] == ["me.zip"]


def test_names_cannot_command_a_terminal(tmp_path):
    read = imported(tmp_path, "me.zip", zipped({"a\x1b[31m\nb.gpx": b"x"}))

    assert read.problems[0].where == "me.zip/a [31m b.gpx"


def test_a_locked_archive_says_so(tmp_path):
    data = bytearray(zipped({"a.gpx": GPX}))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    read = imported(tmp_path, "me.zip", bytes(data))

    assert codes(read) == ["zip.encrypted"]
    assert "password" in read.problems[0].says


def test_rare_ways_of_packing_are_named(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.gpx", GPX)

    assert codes(imported(tmp_path, "me.zip", buffer.getvalue())) == ["zip.unknown-packing"]


def test_a_bomb_is_refused_by_what_comes_out_of_it(tmp_path):
    bomb = bytes(90_000)
    in_zip = imported(tmp_path, "me.zip", zipped({"a.gpx": bomb, "b.gpx": GPX}), SMALL)
    in_gzip = imported(tmp_path, "a.gpx.gz", packed(bomb), SMALL)

    assert len(in_zip.items) == 1
    assert codes(in_zip) == ["zip.bomb"]
    assert codes(in_gzip) == ["file.bomb"]


def test_a_file_that_claims_two_gigabytes_is_refused_unread(tmp_path):
    data = bytearray(zipped({"a.gpx": GPX, "b.gpx": GPX}))
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 2_000_000_000)
    read = imported(tmp_path, "me.zip", bytes(data))

    assert only(read).sources[0].label == "me.zip/b.gpx"
    assert codes(read) == ["zip.too-large"]
    assert "200 MB" in read.problems[0].says


def test_a_large_file_is_refused_by_its_size(tmp_path):
    with (tmp_path / "big.gpx").open("wb") as file:
        file.truncate(2_000_000_000)
    read = read_runs([tmp_path / "big.gpx"], now=NOW)

    assert codes(read) == ["file.too-large"]


def test_an_archive_that_never_ends_is_left_when_it_is_too_much(tmp_path):
    long = gpx(replace(TRACK, length_s=6000, metres=20_000.0, every_s=20))
    many = {f"{number}.gpx": long + bytes([number]) * 9 for number in range(9)}
    read = imported(tmp_path, "me.zip", zipped(many), SMALL)

    assert 0 < len(read.items) < 9
    assert codes(read)[-1] == "zip.archive-too-large"
    assert codes(read).count("zip.archive-too-large") == 1


def test_too_many_files_are_refused_before_the_list_is_read(tmp_path):
    few_names = imported(tmp_path, "me.zip", zipped({f"{n}": b"" for n in range(21)}), SMALL)
    long_list = imported(tmp_path, "me.zip", zipped({f"{n}" * 50: b"" for n in range(20)}), SMALL)

    assert codes(few_names) == codes(long_list) == ["zip.too-many-members"]


def test_a_download_that_broke_off_gives_the_files_that_arrived(tmp_path):
    later = gpx(replace(TRACK, start=TRACK.start + timedelta(days=1)))
    whole = zipped({"a.gpx": GPX, "b.fit": FIT, "c.gpx": later})
    at = whole.rfind(b"PK\x03\x04")
    read = imported(tmp_path, "me.zip", whole[: at + 600])

    assert [run.sources[0].label for run in read.items[:2]] == ["me.zip/a.gpx", "me.zip/b.fit"]
    assert codes(read)[0] == "zip.cut-short"
    assert not read.problems[0].lost


def test_a_gzip_that_breaks_off_gives_what_came_out(tmp_path):
    read = imported(tmp_path, "a.gpx.gz", packed(gpx(replace(TRACK, every_s=1)))[:-500])

    assert 100 < only(read).elapsed_s < 600
    assert codes(read) == ["file.cut-short", "gpx.truncated"]


def test_several_gzips_in_one_are_one_file():
    half = len(GPX) // 2

    assert gunzip(packed(GPX[:half]) + packed(GPX[half:]), Budget(Limits())).data == GPX


def test_office_documents_are_zips_that_hold_no_runs(tmp_path):
    workbook = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})

    assert codes(imported(tmp_path, "runs.xlsx", workbook)) == ["file.office"]


def test_what_computers_leave_in_archives_is_passed_over(tmp_path):
    litter = {"__MACOSX/._a.gpx": b"\x00\x05", ".DS_Store": b"\x00", "x/._b.fit": b"\x00"}
    read = imported(tmp_path, "me.zip", zipped(litter | {"a.gpx": GPX}))

    assert len(read.items) == 1
    assert codes(read) == []


ARCHIVE = zipped({"a.gpx": GPX, "b.fit": FIT, "c.csv": b"date,minutes\n2026-01-01,30\n"})


@given(cut=st.integers(0, len(ARCHIVE) - 1))
def test_an_archive_cut_anywhere_gives_runs_or_reasons(tmp_path_factory, cut):
    read = imported(tmp_path_factory.mktemp("cut"), "me.zip", ARCHIVE[:cut])

    assert codes(read)
    assert all(problem.says.startswith("me.zip") for problem in read.problems)
    assert not any(code.endswith("not-understood") for code in codes(read))


@given(noise=st.binary(min_size=1, max_size=8), at=st.integers(0, len(ARCHIVE) - 1))
def test_noise_in_an_archive_gives_runs_or_reasons(tmp_path_factory, noise, at):
    data = ARCHIVE[:at] + noise + ARCHIVE[at + len(noise) :]
    read = imported(tmp_path_factory.mktemp("noise"), "me.zip", data)

    assert read.items or read.problems
    assert not any(code.endswith("not-understood") for code in codes(read))


@given(data=st.binary(max_size=200))
def test_any_bytes_in_a_gzip_come_out_or_are_refused(tmp_path_factory, data):
    read = imported(tmp_path_factory.mktemp("gz"), "a.gz", gzip.compress(data)[:-1])

    assert read.items or read.problems


def streamed(files: dict[str, bytes]) -> bytes:
    """A zip written without looking back, so that sizes follow the files, as services make them."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:
            self.written += data
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return bytes(stream.written)


def test_a_streamed_download_that_broke_off_gives_the_files_that_arrived(tmp_path):
    whole = streamed({"a.gpx": GPX, "b.fit": FIT, "c.gpx": GPX})
    read = imported(tmp_path, "me.zip", whole[: whole.rfind(b"PK\x03\x04") + 20])

    assert [run.sources[0].label for run in read.items] == ["me.zip/a.gpx", "me.zip/b.fit"]
    assert codes(read) == ["zip.cut-short"]


def test_unpacked_files_in_a_broken_zip_are_found_and_unsafe_or_locked_ones_are_not(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in ("a.gpx", "../b.gpx", "c.gpx", "d.gpx"):
            archive.writestr(name, GPX)
    data = bytearray(buffer.getvalue())
    at = data.find(b"PK\x03\x04", data.find(b"c.gpx") - 40)
    data[at + 6] |= 1
    cut = data.rfind(b"PK\x03\x04") + 35 + len(GPX) // 2
    read = imported(tmp_path, "me.zip", bytes(data[:cut]))

    assert [run.sources[0].label for run in read.items] == ["me.zip/a.gpx", "me.zip/d.gpx"]
    assert codes(read) == ["zip.cut-short", "zip.encrypted", "zip.cut-short", "gpx.truncated"]


def test_a_list_of_files_that_makes_no_sense_is_gone_around(tmp_path):
    data = bytearray(zipped({"a.gpx": GPX}))
    data[data.find(b"PK\x01\x02")] = 0
    read = imported(tmp_path, "me.zip", bytes(data))

    assert len(read.items) == 1
    assert codes(read) == ["zip.cut-short"]


def test_the_list_of_a_very_large_archive_is_measured_where_it_is_told():
    data = zipped({"a.gpx": GPX})
    end = data.rfind(b"PK\x05\x06")
    size, at = struct.unpack_from("<II", data, end + 12)
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, at)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    marked = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)
    large = data[:end] + record + locator + marked

    assert directory_bytes(io.BytesIO(large)) == size
    assert zipfile.ZipFile(io.BytesIO(large)).namelist() == ["a.gpx"]


def test_a_member_that_breaks_in_the_middle_gives_what_came_out_of_it(tmp_path):
    long = gpx(replace(TRACK, length_s=36_000, metres=100_000.0, every_s=2))
    data = bytearray(zipped({"a.gpx": long}))
    middle = data.find(b"PK\x01\x02") - 2000
    data[middle : middle + 50] = bytes(range(50))
    read = imported(tmp_path, "me.zip", bytes(data))

    assert 3600 < only(read).elapsed_s < 36_000
    assert codes(read) == ["zip.cut-short", "gpx.truncated"]


def test_an_empty_archive_is_named(tmp_path):
    assert codes(imported(tmp_path, "me.zip", zipped({}))) == ["file.no-files"]


def test_pictures_and_films_are_not_even_unpacked(tmp_path):
    films = {"media/1.mp4": bytes(90_000), "media/2.JPG": bytes(90_000)}
    read = imported(tmp_path, "me.zip", zipped(films | {"a.gpx": GPX}), SMALL)

    assert len(read.items) == 1
    assert codes(read) == ["file.other-file", "file.other-file"]
