"""Putting imports together: items stay with items, problems with problems, both in order."""

from collections.abc import Iterable
from typing import TypeVar

from runwright.domain.problem import Imported

Item = TypeVar("Item")


def joined(imports: Iterable[Imported[Item]]) -> Imported[Item]:
    """Return all items and all problems of several imports."""
    parts = tuple(imports)
    return Imported(
        items=tuple(item for part in parts for item in part.items),
        problems=tuple(problem for part in parts for problem in part.problems),
    )
