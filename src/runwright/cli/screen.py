"""How text meets a terminal: its width, its colours, and letters it may not be able to show."""

import codecs
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

import click

WIDEST = 100  # longer lines are hard to read
NARROWEST = 40
HUES = {  # the look's colours, in what every terminal has
    "coral": "red",
    "pine": "green",
    "sky": "blue",
    "amber": "yellow",
    "moss": "green",
}
PLAIN_SIGNS = {
    "–": "-",
    "—": "-",
    "−": "-",
    "\N{HYPHEN}": "-",
    "×": "x",
    "·": "-",
    "•": "*",
    "…": "...",
    "→": "->",
    "’": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "≥": ">=",
    "≤": "<=",
    "°": " deg ",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "✓": "+",
    "✗": "x",
    "│": "|",
    "─": "-",
    "█": "#",
}
FALLBACK = "runwright"  # name of the way to show what a code page lacks


@dataclass(frozen=True, slots=True)
class Screen:
    """Where text goes.

    Attributes
    ----------
    width
        Signs in a line.
    color
        Whether colours are shown.
    """

    width: int = 80
    color: bool = False

    def strong(self, text: str) -> str:
        """Return text that stands out."""
        return click.style(text, bold=True) if self.color else text

    def quiet(self, text: str) -> str:
        """Return text that stands back."""
        return click.style(text, dim=True) if self.color else text

    def hue(self, text: str, name: str) -> str:
        """Return text in one of the look's colours."""
        return click.style(text, fg=HUES[name]) if self.color else text

    def title(self, text: str) -> list[str]:
        """Return a title."""
        return [self.strong(line) for line in self.wrapped(text)]

    def named(self, name: str, one: str) -> list[str]:
        """Return the title of an entry: its name, and its id beside it or below."""
        if len(name) + len(one) + 2 <= self.width:
            return [f"{self.strong(name)}  {self.quiet(one)}"]
        return [*self.title(name), self.quiet(one)]

    def heading(self, text: str) -> list[str]:
        """Return a heading, with an empty line above it."""
        return ["", *self.title(text)]

    def wrapped(self, text: str, indent: str = "", hanging: str | None = None) -> list[str]:
        """Return text broken into lines; `hanging` begins all lines but the first."""
        lines: list[str] = []
        first = indent
        for part in text.split("\n"):
            lines += textwrap.wrap(
                part,
                width=self.width,
                initial_indent=first,
                subsequent_indent=indent if hanging is None else hanging,
                break_long_words=False,
                break_on_hyphens=False,
            ) or [""]
            first = indent if hanging is None else hanging
        return lines

    def bullets(self, texts: Iterable[str], indent: str = "  ") -> list[str]:
        """Return a list, an item to a bullet."""
        return [line for text in texts for line in self.wrapped(text, f"{indent}- ", f"{indent}  ")]

    def labelled(
        self, label: str, text: str, *, column: int, indent: str = "  ", hue: str | None = None
    ) -> list[str]:
        """Return a label and its text beside it, the text keeping to its column.

        A label too long for its column has a line of its own.
        """
        gap = indent + " " * (column - len(indent))
        shown = self.hue(label, hue) if hue is not None else self.strong(label)
        if len(indent) + len(label) + 1 > column:
            return [indent + shown, *self.wrapped(text, gap)]
        lines = self.wrapped(text, gap)
        head = indent + shown + " " * (column - len(indent) - len(label))
        return [head + lines[0][column:], *lines[1:]]


def screen_of(stream: TextIO) -> Screen:
    """Return what is known of the terminal behind a stream."""
    columns = shutil.get_terminal_size((80, 24)).columns
    return Screen(width=max(NARROWEST, min(WIDEST, columns)), color=_wants_color(stream))


def _wants_color(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def say(lines: Sequence[str] | str, screen: Screen) -> None:
    """Write lines to the terminal, at once."""
    text = lines if isinstance(lines, str) else "\n".join(lines)
    click.echo(text, color=screen.color)


def complain(text: str) -> None:
    """Write to the error stream, wrapped as the terminal asks; indents are kept."""
    screen = screen_of(sys.stderr)
    lines: list[str] = []
    for part in text.split("\n"):
        indent = part[: len(part) - len(part.lstrip())]
        lines += screen.wrapped(part.strip(), indent, f"{indent}  " if indent else "")
    click.echo("\n".join(lines), err=True, color=False)


def prepare_streams() -> None:
    """Let both streams say in plainer signs what their code page cannot show."""
    codecs.register_error(FALLBACK, _in_plain_signs)
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=FALLBACK)


def _in_plain_signs(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return "".join(_plain_sign(sign) for sign in unknown), error.end


def _plain_sign(sign: str) -> str:
    if sign in PLAIN_SIGNS:
        return PLAIN_SIGNS[sign]
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode("ascii")
    return bare or "?"
