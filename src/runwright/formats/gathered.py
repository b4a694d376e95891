"""A thousand like sentences said as one: nobody reads a list of all their photos."""

from collections.abc import Sequence

from runwright.domain.problem import Problem
from runwright.formats.reasons import problem

GATHERED = frozenset({"file.other-file", "fit.not-an-activity"})
MOST_SAID_ONE_BY_ONE = 3
EXAMPLES = 3


def gathered(problems: Sequence[Problem], label: str) -> tuple[Problem, ...]:
    """Return the problems of a folder or archive, files that were never runs as one."""
    harmless = [each for each in problems if each.code in GATHERED]
    if len(harmless) <= MOST_SAID_ONE_BY_ONE:
        return tuple(problems)
    names = [each.where.rpartition("/")[2] for each in harmless[:EXAMPLES]]
    said = problem("file", "other-files", label, count=len(harmless), examples=", ".join(names))
    return (*(each for each in problems if each.code not in GATHERED), said)
