"""What time it is, and where: read here and nowhere else."""

import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NOT_KNOWN = "UTC"
LOCALTIME = Path("/etc/localtime")
TIMEZONE_FILE = Path("/etc/timezone")
ZONES = "zoneinfo"  # the folder that all systems keep their zones in


def now(zone: str | None = None) -> datetime:
    """Return the time in a zone by name; this machine's own zone without one."""
    return datetime.now(ZoneInfo(zone if zone is not None else local_zone()))


def today(zone: str | None = None) -> date:
    """Return the day it is in a zone by name; in this machine's own zone without one."""
    return now(zone).date()


def local_zone() -> str:
    """Return the IANA name of this machine's zone; ``UTC`` where it does not tell."""
    for name in (os.environ.get("TZ", "").lstrip(":"), *_of_the_system()):
        if name and _is_zone(name):
            return name
    return NOT_KNOWN


def _of_the_system() -> tuple[str, ...]:
    """Return the names the system gives its zone, the likeliest first."""
    found = []
    try:
        target = LOCALTIME.resolve().as_posix()
        if f"/{ZONES}/" in target:
            found.append(target.rpartition(f"/{ZONES}/")[2])
        found.append(TIMEZONE_FILE.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError, RuntimeError):  # another system, or links in a circle
        pass
    return tuple(found)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
