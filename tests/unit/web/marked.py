"""A language of marks: every text of the catalogue between brackets, so that any other is seen."""

import importlib.util
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

ROOT = Path(__file__).parents[3]
LANGUAGE = "qps"  # a code kept for made-up languages
OPENS, CLOSES = "⟦", "⟧"
WORD = re.compile(r"[^\W\d_]{2,}")
SAID_BY = ("alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "title")
QUIET = {"script", "style", "template"}
FLOWS = {
    *("a", "abbr", "b", "br", "em", "i", "kbd", "small", "span", "strong", "sub", "sup", "time"),
    *("text", "tspan"),
}


def catalogue_tool():
    """Return tools/make_catalogue.py as a module."""
    file = ROOT / "tools" / "make_catalogue.py"
    spec = importlib.util.spec_from_file_location("make_catalogue", file)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def write_marked(folder: Path) -> Path:
    """Write a catalogue that says every text between brackets; return the folder of catalogues."""
    marked = Catalog(locale="en", domain="runwright", fuzzy=False)
    for one in catalogue_tool().collected():
        if one.id:
            marked.add(one.id, _between(one.id))
    file = folder / LANGUAGE / "LC_MESSAGES" / "runwright.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, marked)
    return folder


def _between(text):
    if isinstance(text, str):
        return f"{OPENS}{text}{CLOSES}"
    return tuple(map(_between, text))


def unmarked(page: str) -> list[str]:
    """Return what a page says to people without marks: texts, labels, words given to scripts."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


def outside_marks(text: str, depth: int = 0) -> tuple[str, int]:
    """Return what of a text stands outside all brackets, and how many are still open."""
    kept = []
    for sign in text:
        if sign == OPENS:
            depth += 1
        elif sign == CLOSES:
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(sign)
    return "".join(kept), depth


class _Reader(HTMLParser):
    """Reads a page as a person does; an element with a language of its own is not looked into."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.depth = 0
        self.open: list[tuple[str, bool]] = []
        self.is_json = False

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag not in FLOWS:
            self.depth = 0
        silent = tag in QUIET or ("lang" in told and tag != "html") or told.get("translate") == "no"
        if tag not in VOID:
            self.open.append((tag, silent))
        self.is_json = tag == "script" and told.get("type") == "application/json"
        if not self._is_silent():
            self._attributes(tag, told)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in FLOWS:
            self.depth = 0
        while self.open:
            last, _silent = self.open.pop()
            if last == tag:
                break
        self.is_json = False

    def handle_data(self, data):
        if self.is_json:
            self.found += unmarked_in(json.loads(data))
        elif not self._is_silent():
            bare, self.depth = outside_marks(data, self.depth)
            if WORD.search(bare):
                self.found.append(" ".join(bare.split()))

    def _attributes(self, tag, told):
        names = [*SAID_BY, *(name for name in told if name.startswith("data-"))]
        if tag == "input" and told.get("type") in {"submit", "button", "reset"}:
            names.append("value")
        for name in names:
            text = told.get(name) or ""
            bare, _depth = outside_marks(text)
            said = name in SAID_BY or name == "value" or " " in bare.strip()
            if said and WORD.search(bare):
                self.found.append(f"{name}={' '.join(bare.split())}")

    def _is_silent(self):
        return any(silent for _tag, silent in self.open)


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


def unmarked_in(value, name="") -> list[str]:
    """Return the texts in JSON that read like words and bear no marks."""
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in unmarked_in(inner, key)]
    if isinstance(value, list):
        return [one for inner in value for one in unmarked_in(inner, name)]
    if not isinstance(value, str) or value.lstrip().startswith("<svg"):
        return unmarked(value) if isinstance(value, str) else []
    bare, _depth = outside_marks(value)
    says = " " in bare.strip() or bare[:1].isupper()
    return [f"{name}: {bare}"] if says and WORD.search(bare) else []


def linked(page: str) -> Iterator[str]:
    """Yield the addresses of the app that a page leads to."""
    for address in re.findall(r'href="(/[^"#]*)"', page):
        yield address.replace("&amp;", "&")
