"""House rules for every kept file: no package index by name, no machine's path, no long code.

Exit code 0 when all hold, 1 when not.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":  # as a script, Python knows this folder and not the root
    sys.path.insert(0, str(ROOT))

from tools.lint.fault import Fault  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINES_AT_MOST = 400
CODE_ENDINGS = frozenset({".py", ".js", ".mjs"})

# In halves, because this file is kept too.
INDEX_HOSTS = tuple(
    "".join(halves)
    for halves in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("ana", "conda.org"),
        ("npm", "js.org"),
        ("yarn", "pkg.com"),
        ("crates", ".io"),
        ("ruby", "gems.org"),
        ("proxy.go", "lang.org"),
        ("repo.maven.apa", "che.org"),
    )
)
HOSTS = re.compile("|".join(re.escape(host) for host in INDEX_HOSTS), re.IGNORECASE)
ADDRESS = re.compile(r"https?:" + "//", re.IGNORECASE)
HOMES = r"/(?:root|(?:home|Users)/[\w.-]+)/|\b[A-Za-z]:[\\/]+Users[\\/]"
NOT_INSIDE_A_PATH = r"(?<![\w.~-])"


def main() -> int:
    """Return 0 when every kept file obeys the house rules."""
    kept = kept_files(ROOT)
    found = sorted(fault for file in kept for fault in faults(file, ROOT))
    for fault in found:
        print(fault)
    print(f"house: {len(kept)} files, {len(found)} faults")
    return 1 if found else 0


def kept_files(root: Path) -> list[Path]:
    """Files that git keeps or is about to; without git, every file that is not hidden away."""
    listing = [
        "git",
        "-C",
        str(root),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        named = subprocess.run(listing, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return sorted(_visible_files(root))
    return sorted(file for name in named.split("\0") if name and (file := root / name).is_file())


def faults(file: Path, root: Path) -> Iterator[Fault]:
    """Faults of one file; a file that is not text has none."""
    name = file.relative_to(root).as_posix()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return
    paths = machine_paths(root)
    for number, line in enumerate(lines, start=1):
        for rule, says in _line_faults(line, name, paths):
            yield Fault(file=name, line=number, rule=rule, says=says)
    if name.startswith("src/") and file.suffix in CODE_ENDINGS and len(lines) > LINES_AT_MOST:
        says = f"{len(lines)} lines, {LINES_AT_MOST} at most: which idea can have its own file?"
        yield Fault(file=name, line=len(lines), rule="long-file", says=says)


def machine_paths(root: Path) -> re.Pattern[str]:
    """Return what a path of somebody's machine looks like, this one's above all."""
    too_common = {Path(root.anchor), Path(tempfile.gettempdir())}
    here = sorted({root, root.parent, Path.home()} - too_common)
    exact = [rf"{re.escape(str(place))}(?![\w-])" for place in here]
    return re.compile(rf"{NOT_INSIDE_A_PATH}(?:{'|'.join((*exact, HOMES))})")


def _line_faults(line: str, name: str, paths: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    if host := HOSTS.search(line):
        yield "index-host", f"names the package index {host[0]}; whoever installs chooses theirs"
    if name.endswith(".lock") and ADDRESS.search(line):
        yield "lock-address", "a lock file carries versions and hashes, no address"
    if path := paths.search(line):
        yield "machine-path", f"{path[0]} exists on one machine; say it relative to the repository"


def _visible_files(root: Path) -> Iterable[Path]:
    for folder, inside, files in os.walk(root):
        inside[:] = [name for name in inside if name == ".ci" or not name.startswith((".", "__"))]
        yield from (Path(folder) / name for name in files)


if __name__ == "__main__":
    sys.exit(main())
