"""What an import could and could not use: items beside the reasons for the rest."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that could not be read, or was read with a doubt.

    Attributes
    ----------
    where
        File (and member of an archive, row, line) as the person knows it.
    code
        Stable name of the kind of problem, for example ``"gpx.no-track"``.
    says
        One sentence: what is wrong and what was done or can be done about it.
    lost
        Whether anything in the input could not be used because of it.
    """

    where: str
    code: str
    says: str
    lost: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Generic[Item]):
    """Items of an import and the problems met on the way; neither hides the other."""

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
