"""A temporary copy of the repository in which the examples of one page are carried out in order.

The clock of the program stands at `NOW`, so that an example says the same every day. Markers are
comment lines right above a block:

- ``<!-- runs -->``: a shell block; with ``, ends with 1`` it has to leave with that exit code;
- ``<!-- prints -->``: what the block before it prints; a line of ``...`` stands for anything;
- ``<!-- file: NAME -->``, ``<!-- adds to: NAME -->``: a file to write, or to add to;
- ``<!-- from NAME -->``: an excerpt of a file, a line of ``...`` for what is left out;
- ``<!-- not run: why -->``: a shell block that no test can run.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.unit.docs.pages import ROOT, Fence, fences

NOW = "2026-11-21T09:00:00+00:00"  # a Saturday; the examples' season starts on the Monday after
RUNS = re.compile(r"runs(?:, ends with (?P<code>\d+))?")
WRITES = re.compile(r"(?P<how>file|adds to): (?P<file>\S+)")
FROM = re.compile(r"from (?P<file>\S+)")
ELLIPSIS = re.compile(r"^\.\.\.\n", re.MULTILINE)
PACKAGE = ("src", "tests", "tools", "docs", "pyproject.toml", "schemas")
CACHES = shutil.ignore_patterns("__pycache__", "*.pyc")
LONGEST_S = 120

PROGRAM = """\
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from runwright.cli import clock

moment = datetime.fromisoformat({now!r})
clock.now = lambda zone=None: moment.astimezone(ZoneInfo(zone or "UTC"))

from runwright.cli.program import main

sys.exit(main())
"""


@dataclass(frozen=True, slots=True)
class Workshop:
    """The copy, and where its commands and caches lie."""

    folder: Path
    tools: Path

    @classmethod
    def at(cls, folder: Path, cache: Path) -> "Workshop":
        """Make a copy in which `runwright` and `python` are this tree's."""
        place, tools = folder / "runwright", folder / "bin"
        place.mkdir()
        tools.mkdir()
        for part in PACKAGE:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, place / part, ignore=CACHES)
            else:
                shutil.copy(ROOT / part, place / part)
        (tools / "program.py").write_text(PROGRAM.format(now=NOW), encoding="utf-8")
        _command(tools / "runwright", f'exec "{sys.executable}" "{tools / "program.py"}" "$@"')
        _command(tools / "python", f'exec "{sys.executable}" "$@"')
        (tools / "cache").symlink_to(cache)
        return cls(place, tools)

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a block in a shell that stops at the first command that fails."""
        here = {
            **{
                key: os.environ[key]
                for key in ("PATH", "SYSTEMROOT", "TMPDIR")
                if key in os.environ
            },
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONPYCACHEPREFIX": str(self.tools / "cache" / "bytecode"),
            "RUNWRIGHT_CACHE": str(self.tools / "cache"),
            "HOME": str(self.folder),
            "COLUMNS": "100",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        here["PATH"] = f"{self.tools}{os.pathsep}{here['PATH']}"
        return subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=self.folder,
            env=here,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=LONGEST_S,
        )

    def write(self, file: str, text: str, *, add: bool) -> None:
        place = self.folder / file
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.read_text(encoding="utf-8") + "\n" if add else ""
        place.write_text(before + text, encoding="utf-8")

    def carry_out(self, page: Path) -> None:
        """Carry out every marked block of a page; the error names the one that is untrue."""
        printed = ""
        for fence in fences(page):
            where = f"{page.name}, line {fence.line}"
            if written := WRITES.fullmatch(fence.marker):
                self.write(written["file"], fence.text, add=written["how"] == "adds to")
            elif runs := RUNS.fullmatch(fence.marker):
                done = self.run(fence.text)
                printed = done.stdout + done.stderr

                assert done.returncode == int(runs["code"] or 0), f"{where}:\n{printed}"
            elif fence.marker == "prints":
                assert_printed(fence, printed, where)
            elif excerpt := FROM.fullmatch(fence.marker):
                assert_excerpt(fence, ROOT / excerpt["file"], where)


def assert_printed(fence: Fence, printed: str, where: str) -> None:
    """The lines of the block were printed, in order; line breaks and spaces do not count."""
    rest = " ".join(printed.split())
    for part in ELLIPSIS.split(fence.text):
        wanted = " ".join(part.split())
        _, found, rest = rest.partition(wanted)

        assert found == wanted, f"{where}: '{wanted}' is not in:\n{printed}"


def assert_excerpt(fence: Fence, file: Path, where: str) -> None:
    """The parts of the block stand in the file, letter by letter and in order."""
    rest = file.read_text(encoding="utf-8")
    for part in ELLIPSIS.split(fence.text):
        _, found, rest = rest.partition(part.strip("\n"))

        assert found, f"{where}: this is not in {file.name}:\n{part}"


def is_known(marker: str) -> bool:
    """Whether a marker is one of those above."""
    known = (RUNS, WRITES, FROM, re.compile("prints|not run: .+"))
    return any(one.fullmatch(marker) for one in known)


def _command(file: Path, line: str) -> None:
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
