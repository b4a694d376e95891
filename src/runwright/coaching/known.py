"""What the coach reads of the knowledge base beside the rules."""

from collections.abc import Mapping
from typing import Protocol

from runwright.domain.evidence import Region
from runwright.domain.exercise import Exercise, Ladder


class Known(Protocol):
    """Exercises, ladders and regions by id; the library is one."""

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """Exercises by id."""

    @property
    def ladders(self) -> Mapping[str, Ladder]:
        """Ladders by id."""

    @property
    def regions(self) -> Mapping[str, Region]:
        """Regions by id."""
