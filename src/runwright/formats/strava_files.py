"""Which file of a Strava export belongs to which row of its table."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from runwright.formats.csv_table import read_table
from runwright.formats.entries import Collection, Entry
from runwright.formats.reasons import RefusedError
from runwright.formats.recording import Recording
from runwright.formats.strava import FILE_NAME, is_strava, read_strava


def recordings_by_file(collection: Collection) -> Mapping[str, Recording]:
    """Return what an export's table says of its files, by their names in the collection."""
    found: dict[str, Recording] = {}
    for entry in collection.entries:
        if PurePosixPath(entry.name).name == FILE_NAME:
            found |= _told_by(entry)
    return found


def _told_by(entry: Entry) -> dict[str, Recording]:
    """Return the rows of one table by file name; packed files may have been unpacked since."""
    try:
        table = read_table(entry.read().data)
    except (RefusedError, OSError):
        return {}  # said when the table itself is read
    if not is_strava(table):
        return {}
    root = PurePosixPath(entry.name).parent
    rows = [row for row in read_strava(table, entry.label).rows if row.file]
    return {
        name: row.recording
        for row in rows
        for name in (str(root / row.file), str(root / row.file.removesuffix(".gz")))
    }
