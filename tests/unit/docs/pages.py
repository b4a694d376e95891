"""The pages people read: which there are, their fences, their links and the places links reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FENCE = re.compile(r"^```", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
NOT_IN_A_SLUG = re.compile(r"[^\w\- ]")


def pages() -> list[Path]:
    """Every page at the root and under docs."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its marker (the comment line before it, '' for none), language and text."""

    page: Path
    line: int
    marker: str
    language: str
    text: str


def fences(page: Path) -> list[Fence]:
    found, lines = [], page.read_text(encoding="utf-8").splitlines()
    opened: int | None = None
    for number, line in enumerate(lines):
        if not line.startswith("```"):
            continue
        if opened is None:
            opened = number
            continue
        above = next((one for one in reversed(lines[:opened]) if one.strip()), "")
        marker = above[4:-3].strip() if above.startswith("<!--") and above.endswith("-->") else ""
        found.append(
            Fence(
                page=page,
                line=opened + 1,
                marker=marker,
                language=lines[opened].removeprefix("```").strip(),
                text="\n".join(lines[opened + 1 : number]) + "\n",
            )
        )
        opened = None
    assert opened is None, f"{page.name}: the block opened in line {opened} never ends"
    return found


def prose(page: Path) -> str:
    """The text of a page without its fenced blocks and code."""
    lines, inside = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def links(page: Path) -> list[str]:
    without_code = re.sub(r"`[^`\n]*`", "``", prose(page))
    return LINK.findall(without_code)


def places(page: Path) -> list[str]:
    """Everything on a page that a link can point to, as GitHub names it."""
    text = prose(page)
    slugs = [
        NOT_IN_A_SLUG.sub("", one.strip().lower()).replace(" ", "-")
        for one in HEADING.findall(text)
    ]
    return [*ANCHOR.findall(text), *slugs]
