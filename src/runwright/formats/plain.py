"""Plain values from foreign text: one safe line, one finite number."""

import math
import unicodedata

LONGEST_LINE = 200
KEPT_CATEGORIES = "LMNPSZ"  # letters, marks, numbers, punctuation, symbols, spaces; no controls


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters, cut at 200 characters.

    Names inside archives and titles inside recordings are written by strangers; on a terminal a
    control character is a command.
    """
    if len(text) <= LONGEST_LINE and text.isprintable():  # nearly every text there is
        return " ".join(text.split())
    kept = "".join(
        sign if unicodedata.category(sign)[0] in KEPT_CATEGORIES else " "
        for sign in text[: 4 * LONGEST_LINE]
    )
    return " ".join(kept.split())[:LONGEST_LINE]


def finite(value: object) -> float | None:
    """Return the number `value` is or spells; None for anything else, NaN and infinities."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def positive(value: object) -> float | None:
    """Return the number `value` is, when it is above 0: devices write 0 for what they lack."""
    number = finite(value)
    return number if number is not None and number > 0 else None
