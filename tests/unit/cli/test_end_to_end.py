"""The program as people start it: a process of its own, from nothing to an answered question."""

import json
import os
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).parents[3] / "src"


def runwright(*words: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "runwright.cli", *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(SRC), "HOME": str(folder), **settings},
        capture_output=True,
        check=False,
    )


def test_a_newcomer_gets_a_plan_and_an_answer_with_an_empty_home(tmp_path):
    sample = runwright("sample", folder=tmp_path)
    kept = json.loads((tmp_path / "runwright-sample" / "plan.json").read_text("utf-8"))
    day = next(d["day"] for week in kept["weeks"] for d in week["days"] if "session" in d)
    why = runwright("why", "runwright-sample", day, folder=tmp_path)

    assert (sample.returncode, sample.stderr) == (0, b"")
    assert (why.returncode, why.stderr) == (0, b"")
    assert b"\x1b[" not in sample.stdout + why.stdout
    assert "Why here" in why.stdout.decode("utf-8")


def test_a_code_page_of_windows_shows_every_page(tmp_path):
    for page in ("cp437", "cp1252", "cp850"):
        ended = runwright("protocol", "rei", folder=tmp_path, PYTHONIOENCODING=page)

        assert (ended.returncode, ended.stderr) == (0, b"")
        assert ended.stdout.decode(page)


def test_a_reader_that_stops_reading_is_no_error(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "runwright.cli", "rule"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()

    assert complaint == b""
