"""A performed session as text that was pasted: what the player's file makes where none can go.

``RW1.`` is followed by the session's JSON, packed by zlib, ``RW0.`` by the JSON as it is; both in
the letters that survive messages (base64, ``-`` and ``_``). The JSON itself is taken too.
"""

import base64
import zlib

from runwright.domain.words import _
from runwright.formats.values_json.document import DocumentError
from runwright.formats.values_json.fault import Fault

PLAIN, PACKED = "RW0.", "RW1."
LARGEST_BYTES = 2_000_000  # unpacked; a session takes some thousand
LETTERS_AT_ONCE = 4  # base64 comes in fours


def pasted_session(pasted: str, *, source: str) -> str:
    """Return the JSON of a session in a text that was pasted.

    Spaces and line ends that a message put in are taken out.

    Raises
    ------
    DocumentError
        If it is not whole, or no such text.
    """
    if pasted.lstrip().startswith("{"):
        return pasted
    text = "".join(pasted.split())
    mark, letters = text[: len(PACKED)], text[len(PACKED) :]
    if mark not in {PLAIN, PACKED}:
        says = _("It begins with RW1. or RW0.; copy it from its first letter on.")
        raise DocumentError(source=source, faults=(Fault(where="", says=says),))
    padded = letters + "=" * (-len(letters) % LETTERS_AT_ONCE)
    try:
        packed = base64.b64decode(padded, altchars=b"-_", validate=True)
        return (_unpacked(packed) if mark == PACKED else packed).decode()
    except (ValueError, zlib.error):  # letters, packing, signs
        says = _("It is not whole. Copy all of it, to its last letter.")
        raise DocumentError(source=source, faults=(Fault(where="", says=says),)) from None


def _unpacked(packed: bytes) -> bytes:
    """Return what was packed; never more than a session could be."""
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(packed, LARGEST_BYTES)
    if not unpacking.eof:
        raise zlib.error
    return found
