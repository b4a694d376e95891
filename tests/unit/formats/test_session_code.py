"""A session pasted as text: read whole, packed or not, refused in words where it is cut."""

import base64
import zlib

import pytest

from runwright.formats.session_code import LARGEST_BYTES, pasted_session
from runwright.formats.values_json.document import DocumentError

TEXT = '{"id": "a", "note": "\u00dcber \u2265 8"}'


def lettered(content):
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


PACKED = "RW1." + lettered(zlib.compress(TEXT.encode()))
PLAIN = "RW0." + lettered(TEXT.encode())


@pytest.mark.parametrize("pasted", [PACKED, PLAIN, TEXT, f"\n {PACKED}\n"])
def test_what_was_pasted_is_the_session_again(pasted):
    assert pasted_session(pasted, source="here") == TEXT


def test_line_ends_of_a_message_are_taken_out():
    broken = "\r\n".join(PACKED[at : at + 20] for at in range(0, len(PACKED), 20))

    assert pasted_session(broken, source="here") == TEXT


@pytest.mark.parametrize(
    "pasted",
    ["", "hello", PACKED[:-6], PACKED[4:], "RW1.!!", "RW1." + lettered(b"x"), PLAIN + "\u00e4"],
)
def test_what_is_cut_or_something_else_is_refused_in_words(pasted):
    with pytest.raises(DocumentError) as refused:
        pasted_session(pasted, source="What you pasted")

    assert "What you pasted" in str(refused.value)


def test_a_text_that_would_unpack_without_end_is_refused():
    bomb = "RW1." + lettered(zlib.compress(bytes(LARGEST_BYTES + 1)))

    with pytest.raises(DocumentError):
        pasted_session(bomb, source="here")
