"""Our own lint: reads every Python file under the given folders and prints what the rules find.

`python tools/lint/run.py src` ends with exit code 0 when there is nothing to say, 1 otherwise. A
line that must break a rule says so itself: `# lint: allow <rule>: <reason>`.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":  # as a script, Python knows this folder and not the root
    sys.path.insert(0, str(ROOT))

from tools.lint import falsy_quantity, no_naive_time, unit_suffix, unsourced_number  # noqa: E402
from tools.lint.fault import Fault, Module, comments_by_line, without_allowed  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RULES = (unsourced_number, falsy_quantity, unit_suffix, no_naive_time)
PACKAGE = "runwright"


def main(folders: Sequence[str]) -> int:
    """Return 0 when every file under `folders` is clean, 1 when not, 2 when there is no file."""
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.py"))
    if not files:
        print(
            f"lint: no Python file under {', '.join(folders) or 'nothing'}; name a folder, as 'src'"
        )
        return 2
    found = faults_of(files)
    for fault in found:
        print(fault)
    print(f"lint: {len(files)} files, {len(found)} faults")
    return 1 if found else 0


def faults_of(files: Iterable[Path]) -> list[Fault]:
    """All faults of all files, by file and line."""
    return sorted(
        fault for file in files for fault in check(file.read_text(encoding="utf-8"), file)
    )


def check(source: str, file: Path) -> list[Fault]:
    """Faults of one source; `file` tells the room it belongs to and is not opened."""
    module = Module(
        file=file.as_posix(),
        room=room_of(file),
        tree=ast.parse(source, filename=str(file)),
        comments=comments_by_line(source),
    )
    found = [fault for rule in RULES for fault in rule.faults(module)]
    return sorted(without_allowed(module, found))


def room_of(file: Path) -> str:
    """Return the room of `src/runwright/<room>/…`; the file's own name right under the package."""
    parts = file.with_suffix("").parts
    if PACKAGE not in parts:
        return ""
    return parts[len(parts) - parts[::-1].index(PACKAGE)] if parts[-1] != PACKAGE else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
