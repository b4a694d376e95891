"""Time zones by the name of a place."""

from zoneinfo import ZoneInfo


def zone_of_place(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, "Europe/Zurich"; None for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, LookupError, OSError):  # no such name, or one that is a path elsewhere
        return None
