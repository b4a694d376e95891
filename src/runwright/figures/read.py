"""The one place that opens files: figure data as it ships with the program."""

from functools import lru_cache
from importlib.resources import files

from runwright.figures.figure import Figure
from runwright.figures.parse import parse_figures

ENDING = ".yaml"


def shipped_texts() -> dict[str, str]:
    """Return the figure files by name, in their order."""
    folder = files("runwright.figures") / "data"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return {e.name: e.read_text(encoding="utf-8") for e in entries if e.name.endswith(ENDING)}


@lru_cache(maxsize=1)
def all_figures() -> dict[str, Figure]:
    """Return every figure that is drawn, by exercise.

    Raises
    ------
    FigureFaultsError
        If any file is wrong; it holds all faults of all files.
    """
    return parse_figures(shipped_texts())
