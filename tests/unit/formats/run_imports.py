"""What tests of run files share: a day to be standing on, and short ways to import."""

from datetime import UTC, datetime
from pathlib import Path

from runwright.domain.problem import Imported
from runwright.domain.run import Run
from runwright.formats.limits import LIMITS, Limits
from runwright.formats.reader import read_runs

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def imported(tmp_path: Path, name: str, data: bytes, limits: Limits = LIMITS) -> Imported[Run]:
    """What comes of one file named by itself."""
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return read_runs([file], now=NOW, limits=limits)


def codes(read: Imported[Run]) -> list[str]:
    """Codes of the problems in order."""
    return [problem.code for problem in read.problems]


def only(read: Imported[Run]) -> Run:
    """The one run of an import."""
    (run,) = read.items
    return run
