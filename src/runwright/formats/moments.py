"""Moments as files write them, and which of them can be."""

from datetime import UTC, datetime, timedelta

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)  # GPS watches for runners are younger
CLOCKS_MAY_BE_AHEAD = timedelta(days=1)  # time zones, and clocks set badly


def latest(now: datetime) -> datetime:
    """Return the latest moment a run can carry when it is `now`."""
    return now + CLOCKS_MAY_BE_AHEAD


def moment(text: str) -> datetime | None:
    """Return the moment of an ISO 8601 text; UTC where it names no zone, None if it is none.

    GPX and TCX both ask for UTC.
    """
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)


def moment_at(time_s: float) -> datetime | None:
    """Return the moment this many seconds after 1970; None where no calendar reaches."""
    try:
        return datetime.fromtimestamp(time_s, UTC)
    except (ValueError, OverflowError, OSError):
        return None
