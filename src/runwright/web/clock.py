"""What time it is: read here and nowhere else in the app.

Somebody who tries the app out can put its clock ahead, to live through a week in minutes.
"""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LOCALTIME, TIMEZONE_FILE = Path("/etc/localtime"), Path("/etc/timezone")
ZONES = "/zoneinfo/"  # the folder that all systems keep their zones in
NOT_KNOWN = "UTC"
AHEAD_VARIABLE = "RUNWRIGHT_HOURS_AHEAD"
AHEAD = timedelta(hours=float(os.environ.get(AHEAD_VARIABLE) or 0))


def now_utc() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(ZoneInfo("UTC")) + AHEAD


def today_in(zone: str) -> date:
    """Return the day it is in a zone by name; in UTC where the name is none."""
    return now_in(zone).date()


def now_in(zone: str) -> datetime:
    """Return the time in a zone by name; in UTC where the name is none."""
    try:
        return now_utc().astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return now_utc()


def zone_here() -> str:
    """Return the IANA name of this machine's zone; ``UTC`` where it does not tell."""
    told = [os.environ.get("TZ", "").lstrip(":")]
    try:
        told.append(LOCALTIME.resolve().as_posix().partition(ZONES)[2])
        told.append(TIMEZONE_FILE.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError, RuntimeError):  # another system, or links in a circle
        pass
    return next((name for name in told if name and _is_zone(name)), NOT_KNOWN)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
