"""What a file is, by its first bytes; its name is only asked when they do not say."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from runwright.domain.words import N_, _
from runwright.formats.fit.frames import is_fit
from runwright.formats.garmin import MARK
from runwright.formats.xml_elements import as_utf8, root_name

HEAD_BYTES = 4096
TEXT_SAMPLE_BYTES = 4096


class Content(StrEnum):
    """What a file turns out to be."""

    EMPTY = "empty"
    GZIP = "gzip"
    ZIP = "zip"
    FIT = "fit"
    GPX = "gpx"
    TCX = "tcx"
    GARMIN_SUMMARIES = "garmin summaries"
    APPLE_HEALTH = "apple health"
    TEXT = "text"
    OTHER = "other"


PACKED = {
    b"\x1f\x8b": Content.GZIP,
    b"PK\x03\x04": Content.ZIP,
    b"PK\x05\x06": Content.ZIP,
}
# First bytes of what ends up among runs: photos of a Strava export, workbooks, discs of phones.
KNOWN = (
    (b"\xff\xd8\xff", N_("a JPEG picture")),
    (b"\x89PNG", N_("a PNG picture")),
    (b"GIF8", N_("a GIF picture")),
    (b"%PDF", N_("a PDF document")),
    (b"Rar!", N_("a RAR archive")),
    (b"7z\xbc\xaf", N_("a 7-Zip archive")),
    (b"BZh", N_("a bzip2 archive")),
    (b"\xfd7zXZ", N_("an xz archive")),
    (b"\x28\xb5\x2f\xfd", N_("a Zstandard archive")),
    (b"SQLite format 3", N_("a database")),
    (b"\xd0\xcf\x11\xe0", N_("an old Office document")),
    (b"ID3", N_("an audio file")),
    (b"RIFF", N_("an audio or video file")),
    (b"\x7fELF", N_("a program")),
    (b"MZ", N_("a program")),
)
FILM_AT, FILM = 4, b"ftyp"
MEDIA = frozenset({
    *(".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".bmp", ".tif", ".tiff", ".svg"),
    *(".mp4", ".mov", ".m4v", ".avi", ".mkv", ".mp3", ".m4a", ".wav"),
})
TAR_AT, TAR = 257, b"ustar"
GPX_MARKS = (b"<trkpt", b":trkpt")
TCX_MARKS = (b"<Trackpoint", b":Trackpoint", b"<Lap", b"TotalTimeSeconds")
XML_START = re.compile(rb"\s*<[?!A-Za-z]")
JSON_START = re.compile(rb"\s*[\[{]")


def content_of(data: bytes) -> Content:
    """Return what these bytes are."""
    if not data:
        return Content.EMPTY
    packed = PACKED.get(data[:2], PACKED.get(data[:4]))
    if packed is not None:
        return packed
    return Content.FIT if is_fit(data) else _written(data)


def _written(data: bytes) -> Content:
    """Return which kind of text it is, if it is text."""
    head = as_utf8(data[:HEAD_BYTES])
    if XML_START.match(head):
        return _xml(data)
    if JSON_START.match(head) and MARK in data:
        return Content.GARMIN_SUMMARIES
    return Content.TEXT if _is_text(data) else Content.OTHER


def is_media(name: str) -> bool:
    """Whether a name promises pictures or films, which are not worth the reading."""
    return PurePosixPath(name).suffix.lower() in MEDIA


def said_of_media() -> str:
    """Return what such a file is, for a sentence."""
    return _("a picture, sound or film")


def said(data: bytes, content: Content) -> str:
    """Return what these bytes are, for a sentence: `a JPEG picture`."""
    for start, words in KNOWN:
        if data.startswith(start):
            return _(words)
    if data[FILM_AT : FILM_AT + len(FILM)] == FILM:
        return _("a film or phone picture")
    if data[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return _("a tar archive")
    root = root_name(data) if XML_START.match(as_utf8(data[:HEAD_BYTES])) else ""
    if root.lower() in {"html", "doctype"}:
        return _("a web page")
    if root:
        return _("an XML file of another kind (<{name}>)").format(name=root[:40])
    return _("plain text") if content is Content.TEXT else _("a kind of file not known here")


def _xml(data: bytes) -> Content:
    """Return which XML it is, by the first element, or by elements only one kind has."""
    root = root_name(data).lower()
    if root == "gpx":
        return Content.GPX
    if root == "trainingcenterdatabase":
        return Content.TCX
    if root == "healthdata":
        return Content.APPLE_HEALTH
    text = as_utf8(data)
    if any(mark in text for mark in GPX_MARKS):
        return Content.GPX
    return Content.TCX if any(mark in text for mark in TCX_MARKS) else Content.OTHER


def _is_text(data: bytes) -> bool:
    """Whether it looks like text in any usual encoding: no zero bytes but those of UTF-16."""
    sample = data[:TEXT_SAMPLE_BYTES]
    return sample[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" not in sample
