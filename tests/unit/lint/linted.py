"""How the lint tests plant a fault: a source text, as if it stood in a room."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from tools.lint.run import check


def rules_broken(source: str, *, room: str = "planning") -> list[str]:
    """The rule of every fault found, in the order of lines."""
    return [fault.rule for fault in check(dedent(source), Path(f"src/runwright/{room}/planted.py"))]


def lines_at_fault(source: str, *, room: str = "planning") -> list[int]:
    """The line of every fault found."""
    return [fault.line for fault in check(dedent(source), Path(f"src/runwright/{room}/planted.py"))]
