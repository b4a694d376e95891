"""One session as one file: page, player, script and figures, for a phone without the app."""

import re
from functools import cache

from markupsafe import Markup

from runwright.domain.script import SessionScript
from runwright.figures import Body, Palette, Show, figure_svg
from runwright.figures.errors import FigureMissingError
from runwright.web.player.files import modules
from runwright.web.runner.models import RunnerRecord

FIRST = "main.js"
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) (\w+))", re.MULTILINE)


@cache
def one_script() -> str:
    """Return the player's modules as one script; each keeps its names to itself."""
    parts: dict[str, str] = {}
    _add(FIRST, parts)
    return "\n".join(parts.values())


def _add(name: str, parts: dict[str, str]) -> None:
    """Add a module after those it imports; none imports itself in a round."""
    if name in parts:
        return
    text = modules()[name]
    for _names, other in IMPORT.findall(text):
        _add(other, parts)
    offered = ", ".join(EXPORT.findall(text))
    inside = EXPORT.sub("", IMPORT.sub(_taken, text))
    parts[name] = f"const {_called(name)} = (() => {{\n{inside}\nreturn {{ {offered} }};\n}})();"


def _taken(found: re.Match[str]) -> str:
    return f"const {{{found[1]}}} = {_called(found[2])};\n"


def _called(name: str) -> str:
    return "m_" + name.removesuffix(".js")


def drawings(script: SessionScript, runner: RunnerRecord) -> dict[str, Markup]:
    """Return the moving figure of every exercise a script may ask for, by exercise."""
    found = {}
    for exercise in exercises_in(script):
        try:
            svg = figure_svg(
                exercise,
                show=Show.MOVING,
                body=Body(runner.body),
                palette=Palette(runner.palette),
            )
        except FigureMissingError:
            continue
        found[exercise] = Markup(svg)  # noqa: S704  # our own drawing
    return found


def exercises_in(script: SessionScript) -> tuple[str, ...]:
    """Return every exercise a script may ask for, what is prescribed first."""
    items = [i for version in script.versions for block in version.blocks for i in block.items]
    easier = [item.easier.exercise for item in items if item.easier is not None]
    swaps = [swap.exercise for item in items for swap in item.swaps]
    prescribed = [item.prescribed.exercise for item in items]
    return tuple(dict.fromkeys((*prescribed, *easier, *swaps)))
