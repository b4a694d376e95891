"""What time it is: read here and nowhere else in the app."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def now_utc() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(ZoneInfo("UTC"))


def today_in(zone: str) -> date:
    """Return the day it is in a zone by name; in UTC where the name is none."""
    return now_in(zone).date()


def now_in(zone: str) -> datetime:
    """Return the time in a zone by name; in UTC where the name is none."""
    try:
        return datetime.now(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(ZoneInfo("UTC"))
