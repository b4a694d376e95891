"""Files written whole or not at all, and read with a reason when they cannot be."""

import os
from pathlib import Path

import pytest

from runwright.cli.files import read_bytes, read_text, write_all
from runwright.cli.guard import LostOutputError, WrongUseError


def test_files_are_written_into_a_folder_that_is_made(tmp_path):
    written = write_all(tmp_path / "a" / "b", {"one.txt": "häns", "two.bin": b"\x00\x01"})

    assert [file.name for file in written] == ["one.txt", "two.bin"]
    assert (tmp_path / "a" / "b" / "one.txt").read_text("utf-8") == "häns"
    assert (tmp_path / "a" / "b" / "two.bin").read_bytes() == b"\x00\x01"


def test_what_was_there_stays_when_one_of_several_cannot_be_written(tmp_path, monkeypatch):
    write_all(tmp_path, {"one.txt": "old", "two.txt": "old"})
    calls = iter((None, OSError(28, "No space left on device")))

    def full(_handle: int) -> None:
        failure = next(calls)
        if failure is not None:
            raise failure

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(LostOutputError, match=r"disk is full.*two\.txt"):
        write_all(tmp_path, {"one.txt": "new", "two.txt": "new"})
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "one.txt": "old",
        "two.txt": "old",
    }


def test_a_file_in_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "taken").write_text("")

    with pytest.raises(LostOutputError, match="taken is a file, not a folder"):
        write_all(tmp_path / "taken", {"one.txt": "x"})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_gets_the_mode_every_new_file_gets(tmp_path):
    plain = tmp_path / "plain.txt"
    plain.write_text("x")

    (written,) = write_all(tmp_path, {"ours.txt": "x"})

    assert written.stat().st_mode == plain.stat().st_mode


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(WrongUseError, match=r"nowhere\.toml is not there"):
        read_text(tmp_path / "nowhere.toml")


def test_a_folder_in_place_of_a_file_is_said(tmp_path):
    with pytest.raises(WrongUseError, match="is a folder"):
        read_text(tmp_path)


def test_text_in_another_encoding_is_said_with_its_line(tmp_path):
    file = tmp_path / "old.toml"
    file.write_bytes(b'# fine\nname = "J\xf6rg"\n')

    with pytest.raises(WrongUseError, match=r"not text in UTF-8 \(line 2\)"):
        read_text(file)


def test_the_mark_that_windows_editors_write_is_left_out(tmp_path):
    file = tmp_path / "marked.toml"
    file.write_bytes(b"\xef\xbb\xbf[runner]")

    assert read_text(file) == "[runner]"


def test_a_file_far_too_large_is_not_read(tmp_path):
    file = tmp_path / "large.ics"
    file.write_bytes(b"x" * 2_000_001)

    with pytest.raises(WrongUseError, match="larger than 2 MB"):
        read_bytes(file, at_most=2_000_000)


def test_nothing_is_left_beside_what_was_written(tmp_path):
    write_all(tmp_path, {"one.txt": "x"})

    assert [file.name for file in Path(tmp_path).iterdir()] == ["one.txt"]
