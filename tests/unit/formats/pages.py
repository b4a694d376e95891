"""Reads a page strictly: every tag closed, every id once, so that tests can ask what is on it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


@dataclass
class Element:
    """An element with its text and what is inside it."""

    tag: str
    attributes: dict[str, str]
    inner: list["Element"] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, white space made single."""
        return " ".join("".join(self.said).split())

    def all(self, tag: str = "", **wanted: str) -> list["Element"]:
        """Elements inside, at any depth; `class_` asks for one of the classes."""
        found = []
        for one in self.inner:
            if one.fits(tag, wanted):
                found.append(one)
            found += one.all(tag, **wanted)
        return found

    def fits(self, tag: str, wanted: dict[str, str]) -> bool:
        """Whether it is such an element."""
        classes = self.attributes.get("class", "").split()
        return (not tag or self.tag == tag) and all(
            value in classes if name == "class_" else self.attributes.get(name) == value
            for name, value in wanted.items()
        )

    def one(self, tag: str = "", **wanted: str) -> "Element":
        """The only such element."""
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} of {tag} {wanted}"
        return found[0]


class PageReader(HTMLParser):
    """Builds elements, and fails on a tag that is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inner.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].inner.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}> at {self.getpos()}"
        self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element.said.append(data)


def read_page(html: str) -> Element:
    """The page as elements."""
    reader = PageReader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], [one.tag for one in reader.open]
    return reader.root
