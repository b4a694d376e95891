"""Writes docs/reference/ from the knowledge base; run it after changing an entry.

`python tools/make_reference.py` writes the pages anew, the same text every time;
`--check` writes nothing, and ends with 1 when a page is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":  # as a script, Python knows this folder and not the root
    sys.path[0] = str(ROOT)

from tools.reference import (  # noqa: E402
    claims,
    exercises,
    home_tests,
    protocols,
    rules,
    sources,
)
from tools.reference.knowledge import known  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.reference.knowledge import Known

FOLDER = ROOT / "docs" / "reference"
PAGES: dict[str, Callable[[Known], list[str]]] = {
    "rules.md": rules.page,
    "exercises.md": exercises.page,
    "sources.md": sources.page,
    "tests.md": home_tests.page,
    "protocols.md": protocols.page,
    "claims.md": claims.page,
}


def pages() -> dict[str, str]:
    """Text of every page by file name."""
    base = known()
    return {name: _text(name, page(base)) for name, page in PAGES.items()}


def _text(name: str, lines: list[str]) -> str:
    """The text of a page; links to itself without its own name."""
    return "\n".join(lines).replace(f"]({name}#", "](#").rstrip() + "\n"


def stale(made: dict[str, str]) -> list[str]:
    """Names of the pages whose file does not say what the knowledge base says."""
    return [name for name, text in made.items() if _written(name) != text]


def _written(name: str) -> str:
    file = FOLDER / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def main(arguments: list[str]) -> int:
    """Return 0; 1 when `--check` finds a stale page."""
    made = pages()
    changed = stale(made)
    if "--check" in arguments:
        for name in changed:
            print(f"docs/reference/{name} is stale. Run:  python tools/make_reference.py")
        return 1 if changed else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in changed:
        (FOLDER / name).write_text(made[name], encoding="utf-8")
    print(f"docs/reference: {len(made)} pages, {len(changed)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
