"""The one place that opens files: figure data as it ships with the program."""

from functools import lru_cache
from importlib.resources import files

from runwright.figures.figure import Figure
from runwright.figures.parse import parse_figures
from runwright.figures.parse_tests import ShownTest, parse_test_figures

ENDING = ".yaml"
HOME_TESTS = "home_tests.yaml"


def shipped_texts() -> dict[str, str]:
    """Return the figure files of exercises by name, in their order."""
    folder = files("runwright.figures") / "data"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    names = [e for e in entries if e.name.endswith(ENDING) and e.name != HOME_TESTS]
    return {e.name: e.read_text(encoding="utf-8") for e in names}


@lru_cache(maxsize=1)
def all_figures() -> dict[str, Figure]:
    """Return every figure that is drawn, by exercise.

    Raises
    ------
    FigureFaultsError
        If any file is wrong; it holds all faults of all files.
    """
    return parse_figures(shipped_texts())


@lru_cache(maxsize=1)
def all_test_figures() -> dict[str, ShownTest]:
    """Return how every home test is shown, by test.

    Raises
    ------
    FigureFaultsError
        If the file is wrong; it holds all faults.
    """
    text = files("runwright.figures").joinpath("data", HOME_TESTS).read_text(encoding="utf-8")
    return parse_test_figures(HOME_TESTS, text)
