"""How much an import will read before it calls a file hostile."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where reading stops. Real recordings stay far below every one of these.

    Attributes
    ----------
    member_bytes
        Largest single file, unpacked. A day at one point a second is about 50 MB of TCX.
    archive_bytes
        Largest archive, unpacked: twenty years of daily recordings.
    ratio, ratio_from_bytes
        Most that packing may shrink a file, looked at from this unpacked size on. Track files
        shrink 10 to 40 times, deflate at its best about 1000.
    members
        Most files of an archive.
    directory_bytes
        Largest table of contents of a zip; read whole, so bounded before it is opened.
    archive_depth
        Archives inside archives: 1 is a zip in a zip, as Garmin's export is.
    """

    member_bytes: int = 200 * MEGABYTE
    archive_bytes: int = 8_000 * MEGABYTE
    ratio: int = 200
    ratio_from_bytes: int = 10 * MEGABYTE
    members: int = 50_000
    directory_bytes: int = 10 * MEGABYTE
    archive_depth: int = 1


LIMITS = Limits()
