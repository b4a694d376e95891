"""How soon the command line answers: help, a look-up, a question to a plan; fresh processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":  # as a script, Python knows this folder and not the root
    sys.path[0] = str(ROOT)
    sys.path.insert(1, str(ROOT / "src"))

from runwright.formats.plan_json import from_json  # noqa: E402

ROUNDS = 9
QUESTION_ROUNDS = 5
MILLISECONDS = 1000
PROGRAM = (sys.executable, "-m", "runwright.cli")
NOTHING = (sys.executable, "-c", "pass")


def measure() -> dict[str, float]:
    """Milliseconds from the start of a process to its end, median; the bare interpreter beside."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made_ms = _once((*PROGRAM, "sample", "--out", "plan"), folder)  # fills every cache
        plan = folder / "plan" / "plan.json"
        first, other = _two_days(plan)
        questions = {
            "rule_ms": ("rule", "S02"),
            "why_ms": ("why", str(plan), first),
            "why_not_ms": ("why-not", str(plan), other, "light"),
            "audit_ms": ("audit", str(plan)),
        }
        return {
            "python_alone_ms": _typical(NOTHING, folder, ROUNDS),
            "help_ms": _typical((*PROGRAM, "--help"), folder, ROUNDS),
            "version_ms": _typical((*PROGRAM, "--version"), folder, ROUNDS),
            **{
                name: _typical((*PROGRAM, *words), folder, QUESTION_ROUNDS)
                for name, words in questions.items()
            },
            "sample_first_time_ms": made_ms,
            "sample_ms": _typical((*PROGRAM, "sample", "--out", "plan"), folder, QUESTION_ROUNDS),
        }


def _two_days(plan: Path) -> tuple[str, str]:
    """Two days of the plan, one with a session and one without."""
    days = [
        day
        for week in from_json(plan.read_text("utf-8"), source=plan.name).weeks
        for day in week.days
    ]
    with_session = next(day.day for day in days if day.session is not None)
    without = next(day.day for day in days if day.session is None)
    return with_session.isoformat(), without.isoformat()


def _typical(command: tuple[str, ...], folder: Path, rounds: int) -> float:
    return round(median(_once(command, folder) for _ in range(rounds)), 1)


def _once(command: tuple[str, ...], folder: Path) -> float:
    """Milliseconds of one process; what it says is thrown away, how it ends is not."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(folder)}
    begun = time.perf_counter()
    ended = subprocess.run(command, cwd=folder, env=settings, capture_output=True, check=False)
    took_ms = (time.perf_counter() - begun) * MILLISECONDS
    if ended.returncode not in {0, 1}:
        raise RuntimeError(ended.stderr.decode(errors="replace"))
    return round(took_ms, 1)


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure}: {value}")
