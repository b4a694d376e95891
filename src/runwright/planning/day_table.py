"""The choices of one day with their points, as arrays."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from runwright.domain.session import Placed, SessionKind
from runwright.rules.windows import DayFacts, PlannedDay

IntArray = NDArray[np.int32]
KINDS: tuple[SessionKind | None, ...] = (None, *SessionKind)
KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


class DayTable:
    """Choices of a day and their points; identity is equality, tables are shared by facts.

    `whole` is the table this one was cut from and `kept` the numbers of its choices there.
    """

    __slots__ = (
        "days",
        "facts",
        "kept",
        "kinds",
        "points",
        "seen_after",
        "seen_before",
        "whole",
    )

    def __init__(
        self,
        *,
        facts: DayFacts,
        days: tuple[PlannedDay, ...],
        points: IntArray,
        whole: "DayTable | None" = None,
        kept: NDArray[np.intp] | None = None,
    ) -> None:
        self.facts, self.days, self.points = facts, days, points
        self.whole = whole if whole is not None else self
        self.kept = kept if kept is not None else np.arange(len(days))
        self.seen_before = tuple(day.as_before for day in days)
        self.seen_after = tuple(day.as_after for day in days)
        self.kinds = np.array(
            [KIND_NUMBER[day.session.kind if day.session else None] for day in days], dtype=np.int16
        )

    def only(self, kind: SessionKind) -> "DayTable":
        """The same day with nothing but sessions of `kind`."""
        return self.among((kind,))

    def among(self, kinds: Iterable[SessionKind | None]) -> "DayTable":
        """The same day with only these kinds of session; None is no session."""
        return self._cut(np.flatnonzero(np.isin(self.kinds, [KIND_NUMBER[one] for one in kinds])))

    def starting(self, start_min: int) -> "DayTable":
        """The same day with nothing but sessions that begin then."""
        there = [
            day.session is not None and day.session.start_min == start_min for day in self.days
        ]
        return self._cut(np.flatnonzero(there))

    def _cut(self, kept: NDArray[np.intp]) -> "DayTable":
        return DayTable(
            facts=self.facts,
            days=tuple(self.days[number] for number in kept),
            points=self.points[kept],
            whole=self.whole,
            kept=self.kept[kept],
        )

    def choice(self, number: int) -> Placed | None:
        """The session of choice `number`; None for no session."""
        return self.days[number].session
