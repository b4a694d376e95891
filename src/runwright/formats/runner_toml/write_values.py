"""One line of TOML each: comments, texts, numbers, days and lists as a person would write them."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
COMMENT_WIDTH = 98
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
FIRST_PRINTABLE = " "
DELETE = "\x7f"


def comment(text: str) -> Iterator[str]:
    """Comment lines of a text."""
    for line in textwrap.wrap(text, COMMENT_WIDTH):
        yield f"# {line}"


def pair(key: str, value: str | float | date | None, remark: str = "") -> Iterator[str]:
    """Return the line of a key; nothing for None, which is "not told"."""
    if value is None:
        return
    yield f"{key} = {literal(value)}{f'  # {remark}' if remark else ''}"


def listed(key: str, words: Iterable[str]) -> Iterator[str]:
    """Return the line of a list of words."""
    yield f"{key} = [{', '.join(quoted(word) for word in words)}]"


def literal(value: str | float | date) -> str:
    """Return a value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    return value.isoformat() if isinstance(value, date) else repr(value)


def quoted(text: str) -> str:
    """Return a text as a TOML string."""
    return f'"{"".join(_sign(sign) for sign in text)}"'


def quoted_key(key: str) -> str:
    """Return a key as TOML takes it: bare where it can stand bare."""
    return key if _BARE_KEY.fullmatch(key) else quoted(key)


def _sign(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return f"\\u{ord(sign):04x}" if sign < FIRST_PRINTABLE or sign == DELETE else sign
