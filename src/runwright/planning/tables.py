"""Costs of choices as tables: the rules' functions, evaluated once for days that look alike."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from runwright.domain.session import Placed, SessionKind
from runwright.domain.verdict import Finding, Severity
from runwright.planning.choices import STEP_MIN, SessionLengths, StartHints, choices_for
from runwright.planning.day_table import KINDS, DayTable, IntArray
from runwright.rules.registry import RuleBook, Ruled, Window
from runwright.rules.windows import (
    DayAfter,
    DayBefore,
    DayFacts,
    NearbyDays,
    PlannedDay,
    SameWeekday,
)

FORBIDDEN = 1_000_000  # more than any season can cost; sums of it stay within 32 bits


class Tables:
    """Cost tables of one rule book, cached by what the rules may read.

    Parameters
    ----------
    book
        Rules in force.
    lengths, hints
        How long sessions take and which starts are tried.
    """

    def __init__(self, book: RuleBook, lengths: SessionLengths, hints: StartHints) -> None:
        self.book = book
        self.lengths, self.hints = lengths, hints
        self._days: dict[tuple[DayFacts, tuple[SessionKind, ...]], DayTable] = {}
        self._tallies: dict[tuple[object, ...], dict[tuple[int, ...], int]] = {}
        self._fixed: dict[tuple[DayFacts, Placed | None], DayTable] = {}
        self._cuts: dict[tuple[DayTable, tuple[DayTable | None, ...]], DayTable] = {}
        self._alike: dict[tuple[tuple[DayBefore, ...], tuple[DayAfter, ...], int], IntArray] = {}
        self._pairs: dict[tuple[DayTable, DayTable, int], IntArray] = {}
        self.weekday = self._weekday_table()

    def day(self, facts: DayFacts, kinds: tuple[SessionKind, ...]) -> DayTable:
        """Choices of such a day that no day rule forbids, with their points."""
        table = self._days.get((facts, kinds))
        if table is None:
            table = self._days[facts, kinds] = self._make_day(facts, kinds)
        return table

    def fixed_day(self, facts: DayFacts, session: Placed | None) -> DayTable:
        """A day whose session stands: one choice, whatever day rules say about it."""
        key = (facts, session)
        table = self._fixed.get(key)
        if table is None:
            day = PlannedDay(facts, session)
            table = self._fixed[key] = DayTable(
                facts=facts, days=(day,), points=np.zeros(1, dtype=np.int32)
            )
        return table

    def _make_day(self, facts: DayFacts, kinds: tuple[SessionKind, ...]) -> DayTable:
        tried = [
            PlannedDay(facts, choice)
            for choice in choices_for(facts, kinds, self.lengths, self.hints)
        ]
        points = [self.day_points(planned) for planned in tried]
        kept = [i for i, cost in enumerate(points) if i == 0 or cost < FORBIDDEN]
        return DayTable(
            facts=facts,
            days=tuple(tried[i] for i in kept),
            points=np.array([points[i] for i in kept], dtype=np.int32),
        )

    def day_points(self, planned: PlannedDay) -> int:
        """Points of a day's session by the day rules, short sessions' minutes included."""
        if planned.session is None:
            return self.points(self.book.findings(Window.DAY, planned))
        short = self.lengths.usual_min(planned.session.kind) - planned.session.duration_min
        price = int(short // STEP_MIN * self.book.points.minutes_short_per_5_min)
        return price + self.points(self.book.findings(Window.DAY, planned))

    def points(self, found: Sequence[Ruled], given: Sequence[Ruled] = ()) -> int:
        """Sum of points of findings; FORBIDDEN where one forbids that is not `given` anyway."""
        known = {(one.rule, one.finding.because) for one in given if one.forbids}
        total = 0
        for one in found:
            if one.forbids:
                if (one.rule, one.finding.because) not in known:
                    return FORBIDDEN
            else:
                total += self._soft_points(one.rule, one.finding)
        return total

    def _soft_points(self, rule_id: str, finding: Finding) -> int:
        if finding.severity is Severity.BENDS:
            return self.book.relax_points(rule_id)
        return finding.points

    def pair(self, before: DayTable, after: DayTable, apart_days: int) -> IntArray:
        """Points of two days together, shape (choices before, choices after)."""
        key = (before, after, apart_days)
        table = self._pairs.get(key)
        if table is None:
            table = self._pairs[key] = self._find_pair(before, after, apart_days)
        return table

    def _find_pair(self, before: DayTable, after: DayTable, apart_days: int) -> IntArray:
        if before.whole is not before or after.whole is not after:
            whole = self.pair(before.whole, after.whole, apart_days)
            return whole[np.ix_(before.kept, after.kept)]
        seen = (before.seen_before, after.seen_after, apart_days)
        table = self._alike.get(seen)
        if table is None:
            table = self._alike[seen] = self._make_pair(before, after, apart_days)
        return table

    def cut(self, days: Sequence[DayTable]) -> tuple[DayTable, ...]:
        """The same days without choices that another choice of their kind never does worse than.

        A choice is dropped when one of the same kind costs no more by itself and with every
        choice of the days around it: no best season needs it.
        """
        return tuple(self._cut_day(days, number) for number in range(len(days)))

    def _cut_day(self, days: Sequence[DayTable], number: int) -> DayTable:
        near = tuple(
            days[number + step] if 0 <= number + step < len(days) else None
            for step in (-2, -1, 1, 2)
        )
        key = (days[number], near)
        table = self._cuts.get(key)
        if table is None:
            table = self._cuts[key] = self._make_cut(days[number], near)
        return table

    def _make_cut(self, day: DayTable, near: tuple[DayTable | None, ...]) -> DayTable:
        columns = [day.points[:, None]]
        for step, other in zip((-2, -1, 1, 2), near, strict=True):
            if other is not None:
                columns.append(
                    self.pair(other, day, -step).T if step < 0 else self.pair(day, other, step)
                )
        costs = np.concatenate(columns, axis=1)
        kept = _unbeaten(costs, day.kinds)
        if len(kept) == len(day.days):
            return day
        return DayTable(
            facts=day.facts,
            days=tuple(day.days[i] for i in kept),
            points=day.points[kept],
            whole=day,
            kept=np.array(kept),
        )

    def tallies(self, week: tuple[object, ...]) -> dict[tuple[int, ...], int]:
        """Points of weeks alike to every week rule, by their counts; filled by the asker."""
        return self._tallies.setdefault(week, {})

    def _make_pair(self, before: DayTable, after: DayTable, apart_days: int) -> IntArray:
        given = self.book.findings(
            Window.NEARBY, NearbyDays.of(before.days[0], after.days[0], apart_days)
        )
        table = np.zeros((len(before.days), len(after.days)), dtype=np.int32)
        for (i, first), (j, second) in product(enumerate(before.days), enumerate(after.days)):
            if i == j == 0:
                continue  # no session on either day: what is found there is the runs' own
            found = self.book.findings(Window.NEARBY, NearbyDays.of(first, second, apart_days))
            table[i, j] = self.points(found, given) if found else 0
        return table

    def _weekday_table(self) -> IntArray:
        return np.array(
            [
                [
                    self.points(self.book.findings(Window.WEEKDAY, SameWeekday(before=a, after=b)))
                    for b in KINDS
                ]
                for a in KINDS
            ],
            dtype=np.int32,
        )


def _unbeaten(costs: IntArray, kinds: NDArray[np.int16]) -> list[int]:
    """Numbers of choices that no other of their kind beats; of two alike the first stays."""
    kept: list[int] = []
    for kind in np.unique(kinds):
        same = np.flatnonzero(kinds == kind)
        if len(same) == 1:
            kept.append(int(same[0]))
            continue
        of_kind = costs[same]
        no_worse = (of_kind[:, None, :] <= of_kind[None, :, :]).all(axis=2)
        order = np.arange(len(same))
        beats = no_worse & (~no_worse.T | (order[:, None] < order[None, :]))
        np.fill_diagonal(beats, val=False)
        kept += same[~beats.any(axis=0)].tolist()
    return sorted(kept)
