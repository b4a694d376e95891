import subprocess
from pathlib import Path

import pytest

from tools.lint.house import INDEX_HOSTS, LINES_AT_MOST, faults, kept_files

ADDRESS = "https:" + "//"


def rules_broken(root, name, text):
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [fault.rule for fault in faults(file, root)]


@pytest.mark.parametrize("host", INDEX_HOSTS)
def test_a_package_index_is_not_named(tmp_path, host):
    assert rules_broken(tmp_path, "README.md", f"get it from {host}/simple\n") == ["index-host"]


def test_a_lock_file_carries_no_address(tmp_path):
    line = f"numpy @ {ADDRESS}example.net/numpy.whl\n"

    assert rules_broken(tmp_path, "requirements/run.lock", line) == ["lock-address"]
    assert rules_broken(tmp_path, "docs/links.md", line) == []


@pytest.mark.parametrize(
    "place",
    ["/ho|me/ana/runs", "/Us|ers/ana/runs", "/ro|ot/.cache", "C:\\Us|ers\\ana", "C:/Us|ers/ana"],
)
def test_a_path_of_somebodys_machine_is_a_fault(tmp_path, place):
    place = place.replace("|", "")  # in halves, because this file is kept too

    assert rules_broken(tmp_path, "notes.md", f"see '{place}'\n") == ["machine-path"]
    assert rules_broken(tmp_path, "notes.md", f"file://{place}\n") == ["machine-path"]


def test_the_folder_the_checkout_stands_in_is_a_fault(tmp_path):
    root = tmp_path / "workshop" / "checkout"

    assert rules_broken(root, "a.toml", f"path = '{root}'\n") == ["machine-path"]
    assert rules_broken(root, "a.toml", f"path = '{root.parent}/other'\n") == ["machine-path"]


@pytest.mark.parametrize("text", ["../shared/runs", "at home/ana", "docs/home/ana/x", "~/runs"])
def test_a_relative_path_is_fine(tmp_path, text):
    assert rules_broken(tmp_path, "notes.md", text) == []


def test_code_in_src_stays_within_its_lines(tmp_path):
    longest = "x = 1\n" * LINES_AT_MOST

    assert rules_broken(tmp_path, "src/runwright/ok.py", longest) == []
    assert rules_broken(tmp_path, "src/runwright/long.py", longest + "x = 1\n") == ["long-file"]
    assert rules_broken(tmp_path, "src/runwright/base/data.yaml", longest * 2) == []
    assert rules_broken(tmp_path, "tests/unit/test_long.py", longest * 2) == []


def test_a_file_that_is_not_text_has_no_faults(tmp_path):
    run = tmp_path / "run.fit"
    run.write_bytes(b"\x0e\x20\xff\xfe.FIT")

    assert list(faults(run, tmp_path)) == []


def test_ignored_files_are_not_looked_at(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("/.venv/\n", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "theirs.py").write_text("", encoding="utf-8")
    (tmp_path / "ours.py").write_text("", encoding="utf-8")

    assert [file.name for file in kept_files(tmp_path)] == [".gitignore", "ours.py"]


def test_a_copy_without_git_is_looked_at_whole(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    for name in (".venv/theirs.py", ".ci/run", "src/ours.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("", encoding="utf-8")

    kept = [file.relative_to(tmp_path) for file in kept_files(tmp_path)]

    assert kept == [Path(".ci/run"), Path("src/ours.py")]
