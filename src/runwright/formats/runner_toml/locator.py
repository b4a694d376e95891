"""Where each key of a TOML text stands: the lines that the parser of Python does not tell.

It reads text that `tomllib` has accepted, so it need only follow brackets, quotes and commas.
"""

import re
from collections.abc import Mapping

KeyPath = tuple[str | int, ...]

DEPTH_AT_MOST = 8  # dots of one key that are told apart; a runner file has one or two

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRINGS = (
    r'"""(?:\\.|(?!""").)*"""+',
    r"'''(?:(?!''').)*'''+",
    r'"(?:\\.|[^"\\])*"',
    r"'[^']*'",
)
_STRING = re.compile("|".join(_STRINGS), re.DOTALL)
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_PLAIN_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def locate(text: str) -> Mapping[KeyPath, int]:
    """Return the line, from 1, of every key, table and list member of a valid TOML text.

    Members of arrays stand in the path as numbers: ``("races", 0, "date")``.
    """
    return _Locator(text).run()


class _Locator:
    """Walks once over the text; `at` is where it stands."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.line, self.counted_to = 1, 0
        self.lines: dict[KeyPath, int] = {}
        self.members: dict[KeyPath, int] = {}  # arrays of tables: how many so far

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        self._skip(_BLANK)
        before = -1
        while before < self.at < len(self.text):  # stops where nothing is understood any more
            before = self.at
            table = self._header() if self.text[self.at] == "[" else self._pair(table)
            self._skip(_BLANK)
        return self.lines

    def _header(self) -> KeyPath:
        line = self._line_here()
        of_several = self.text.startswith("[[", self.at)
        self.at += 2 if of_several else 1
        *parents, name = self._keys()[:DEPTH_AT_MOST]
        self.at += 2 if of_several else 1
        table = self._inside(parents)
        path = (*table, name)
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)
        if of_several:
            number = self.members.get(path, 0)
            self.members[path] = number + 1
            path = (*path, number)
            self.lines[path] = line
        return path

    def _inside(self, parents: list[str]) -> KeyPath:
        """Return the path of a table's parents: a name of several tables means its last one."""
        path: KeyPath = ()
        for name in parents:
            path = (*path, name)
            if path in self.members:
                path = (*path, self.members[path] - 1)
        return path

    def _pair(self, table: KeyPath) -> KeyPath:
        line = self._line_here()
        path = table
        for name in self._keys()[:DEPTH_AT_MOST]:
            path = (*path, name)
            self.lines.setdefault(path, line)
        self.at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)
        return table

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            keys.append(self._key())
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _key(self) -> str:
        quoted = self._take(_STRING)
        if not quoted:
            return self._take(_BARE_KEY)
        return quoted[1:-1] if quoted[0] == "'" else _ESCAPE.sub(_unescape, quoted[1:-1])

    def _value(self, path: KeyPath) -> None:
        if self.text.startswith("[", self.at):
            self._members(path, closing="]")
        elif self.text.startswith("{", self.at):
            self._members(path, closing="}")
        elif not self._take(_STRING):
            self._take(_SCALAR)

    def _members(self, path: KeyPath, *, closing: str) -> None:
        self.at += 1
        number, before = 0, -1
        self._skip(_BLANK)
        while before < self.at and not self.text.startswith(closing, self.at):
            before = self.at
            if closing == "}":
                self._pair(path)
            else:
                self.lines[(*path, number)] = self._line_here()
                self._value((*path, number))
            number += 1
            self._skip(_BLANK)
            if self.text.startswith(",", self.at):
                self.at += 1
                self._skip(_BLANK)
        self.at += 1

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]

    def _skip(self, pattern: re.Pattern[str]) -> None:
        self._take(pattern)

    def _line_here(self) -> int:
        self.line += self.text.count("\n", self.counted_to, self.at)
        self.counted_to = self.at
        return self.line


def _unescape(found: re.Match[str]) -> str:
    sign = found[1]
    return chr(int(sign[1:], 16)) if sign[0] in "uU" else _PLAIN_ESCAPES.get(sign, sign)
