"""The kept copy of the checked files: quick when it is there, done without when it is not."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from runwright.knowledge import check as checking
from runwright.knowledge import files
from runwright.knowledge.check import check
from runwright.knowledge.errors import KnowledgeFaultsError
from runwright.knowledge.files import read_base
from tests.unit.knowledge.planted import ROOT, texts


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RUNWRIGHT_CACHE", str(tmp_path))
    return tmp_path / "runwright"


@pytest.fixture(autouse=True)
def checks(monkeypatch):
    """How often everything was checked; what comes out of it is worked out once for all tests."""
    calls = []

    def counted(given):
        calls.append(len(given))
        return checked() if dict(given) == texts() else check(given)

    monkeypatch.setattr(checking, "check", counted)
    return calls


@cache
def checked():
    return check(texts())


def kept(folder: Path) -> Path:
    (only,) = folder.glob("knowledge-*.json")
    return only


@pytest.mark.usefixtures("folder")
def test_a_second_start_reads_what_the_first_has_kept(checks):
    first, second = read_base(), read_base()

    assert len(checks) == 1
    assert second == first
    assert second.files == checked()


def test_nothing_but_the_copy_is_left_in_the_cache(folder):
    read_base()

    assert [entry.name for entry in folder.iterdir()] == [kept(folder).name]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole.replace(b"1RM", b"2RM", 1),
        lambda _: b"{}",
        lambda whole: b"\xff\xfe" + whole,
    ],
    ids=["empty", "cut off", "one letter changed", "something else", "no text"],
)
def test_a_damaged_copy_is_made_anew(folder, checks, damage):
    first = read_base()
    kept(folder).write_bytes(damage(kept(folder).read_bytes()))

    assert read_base() == first
    assert len(checks) == 2
    assert read_base() == first
    assert len(checks) == 2


def test_a_copy_in_another_s_place_is_made_anew(folder):
    read_base()
    place = kept(folder)
    place.unlink()
    place.mkdir()

    assert read_base().files == checked()


def test_a_home_that_cannot_be_written_is_done_without(tmp_path, monkeypatch, checks):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("RUNWRIGHT_CACHE", str(tmp_path / "file"))

    assert read_base() == read_base()
    assert len(checks) == 2


def test_a_disk_that_is_full_leaves_no_crumbs(folder, monkeypatch):
    def full(_beside, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    assert read_base().files == checked()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("home", ["", "not/absolute"])
def test_without_a_home_nothing_is_kept(tmp_path, monkeypatch, home):
    monkeypatch.chdir(tmp_path)
    for name in ("RUNWRIGHT_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path.replace("~", home or "~"))

    assert read_base().files == checked()
    assert list(tmp_path.iterdir()) == []


def test_a_changed_file_or_a_changed_check_is_checked_anew(folder, checks, monkeypatch):
    read_base()
    monkeypatch.setattr(files, "CHECK_ENDINGS", (".py",))  # as if the schemas had changed
    read_base()

    assert len(checks) == 2
    assert len(list(folder.glob("knowledge-*.json"))) == 2


@pytest.mark.usefixtures("folder")
def test_the_digest_is_that_of_the_knowledge_alone(monkeypatch):
    before = read_base().digest
    monkeypatch.setattr(files, "CHECK_ENDINGS", (".py",))

    assert read_base().digest == before
    assert len(before) == 64


def test_old_copies_are_cleared_away(folder):
    folder.mkdir()
    for number in range(6):
        old = folder / f"knowledge-{number}.json"
        old.write_text("old")
        os.utime(old, (number, number))
    read_base()

    left = {entry.name for entry in folder.iterdir()}

    assert {"knowledge-3.json", "knowledge-4.json", "knowledge-5.json"} < left
    assert len(left) == 4


def test_faults_are_raised_and_nothing_is_kept(folder, monkeypatch, tmp_path):
    installed = tmp_path / "installed"
    shutil.copytree(ROOT / "src/runwright/knowledge", installed)
    (installed / "base" / "kit.yaml").write_bytes(b"caf\xe9: [1")
    monkeypatch.setattr(files, "package_files", lambda _: installed)

    with pytest.raises(KnowledgeFaultsError, match=r"kit\.yaml, line 1: expected text in UTF-8"):
        read_base()
    assert not folder.exists()


def test_two_processes_at_once_both_get_the_whole(folder):
    code = (
        "import json, sys; from runwright.knowledge.files import read_base;"
        "data = read_base(); print(data.digest, len(json.dumps(dict(data.files))))"
    )
    environment = {
        **os.environ,
        "RUNWRIGHT_CACHE": str(folder.parent),
        "PYTHONPATH": str(ROOT / "src"),
    }
    both = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment)
        for _ in range(2)
    ]
    told = [one.communicate(timeout=60)[0].split() for one in both]

    assert told[0] == told[1]
    assert int(told[0][1]) == len(json.dumps(read_base().files))
    assert [entry.name for entry in folder.iterdir()] == [kept(folder).name]
