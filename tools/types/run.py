"""Types of the app's scripts, as their comments tell them: pages and service worker.

Exit code 0 when they hold, 1 when not, 77 where this machine has no TypeScript to check them with.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WORLDS = ("page.json", "worker.json")  # what is there differs: a window, or none
SKIPPED = 77


def main() -> int:
    """Return the exit code, the faults printed."""
    checker = shutil.which("tsc")
    if checker is None:
        print("skipped: no tsc on this machine (Debian and Ubuntu: apt install node-typescript)")
        return SKIPPED
    codes = [
        subprocess.run([checker, "--project", str(HERE / world)], check=False).returncode
        for world in WORLDS
    ]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
