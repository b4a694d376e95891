"""Time zones by the names that calendars give them."""

from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from runwright.formats.zones import zone_of_place

PARTS_AT_MOST = 3  # "America/Argentina/Salta"


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of a name; None for a name that is none.

    Understands places ("Europe/Zurich"), the names of Windows ("W. Europe Standard Time"), and
    places behind a maker's prefix ("/example.org/Europe/Zurich").
    """
    name = name.strip().strip('"')
    if name in WINDOWS_TO_OLSON:
        return zone_of_place(WINDOWS_TO_OLSON[name])
    parts = [part for part in name.split("/") if part]
    lengths = range(min(len(parts), PARTS_AT_MOST), 1, -1)
    places = ("/".join(parts[-length:]) for length in lengths)
    candidates = (name, *(places if name.startswith("/") else ()))
    return next((zone for candidate in candidates if (zone := zone_of_place(candidate))), None)
