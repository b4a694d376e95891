"""The exact placement: cheapest way through all weeks' patterns, deloads chosen along the way."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runwright.domain.errors import RunwrightError
from runwright.domain.session import Placed
from runwright.planning.day_table import IntArray
from runwright.planning.earliest import earliest_starts
from runwright.planning.frames import WeekFrame
from runwright.planning.tables import FORBIDDEN, Tables
from runwright.planning.weeks import (
    DAYS,
    FIRST,
    INNER,
    LAST,
    LAST_BUT_ONE,
    SECOND,
    ChoiceArray,
    WeekPatterns,
    drop_hopeless,
    patterns_of,
    week_tables,
)

INFINITE = 2 * FORBIDDEN
FEW_PATTERNS = 200  # so few are quicker kept than compared


class NoPlacementError(RunwrightError):
    """Days that stand leave a week without any pattern the hard rules allow."""

    code = "planning.no-placement"

    def __init__(self) -> None:
        super().__init__(
            "The days that are fixed break a firm rule with each other. Free one of them."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeloadSpacing:
    """Normal weeks between two deloads: at least `least`, at most `most` (rule L13)."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedWeek:
    """What the placement decided for a week: sessions Monday to Sunday, and whether it deloads."""

    sessions: tuple[Placed | None, ...]
    deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An optimal placement of a season and its points; `points` is also the proven bound."""

    weeks: tuple[PlacedWeek, ...]
    points: int


class SeasonSearch:
    """One season's patterns and links, and the exact search over them.

    Parameters
    ----------
    frames
        Weeks in order.
    tables
        Cost tables of the rule book in force.
    spacing
        How often to deload.
    since_deload
        Normal weeks already behind the runner when the season starts.
    """

    def __init__(
        self,
        frames: Sequence[WeekFrame],
        tables: Tables,
        spacing: DeloadSpacing,
        *,
        since_deload: int = 0,
    ) -> None:
        self.frames, self.tables, self.spacing = tuple(frames), tables, spacing
        self.since_deload = min(since_deload, spacing.most)
        self.weeks = self._all_weeks()

    def _all_weeks(self) -> list[WeekPatterns]:
        slack = int(self.tables.weekday.max()) * len(INNER) * 2
        cache: dict[tuple[object, ...], WeekPatterns] = {}
        weeks = []
        season = [day for frame in self.frames for day in week_tables(frame, self.tables)]
        season = list(self.tables.cut(season))
        for number, frame in enumerate(self.frames):
            days = tuple(season[number * DAYS : (number + 1) * DAYS])
            key = (
                days,
                frame.wanted,
                frame.deload,
                frame.must_deload,
                frame.lighter_running,
                frame.heavy_running,
                frame.new_stressors,
            )
            if key not in cache:
                cache[key] = drop_hopeless(patterns_of(frame, days, self.tables), slack)
            weeks.append(cache[key])
        return weeks

    def best(self) -> Placement:
        """The cheapest placement; the first of equals.

        Raises
        ------
        NoPlacementError
            If some week has no pattern that hard rules allow (days that are fixed can do that).
        """
        found = self._solve(self.weeks)
        if found is None:
            raise NoPlacementError
        return found

    def forced(self, number: int, week: WeekPatterns) -> Placement | None:
        """The cheapest placement with week `number` limited to `week`'s patterns; None if none."""
        weeks = [*self.weeks]
        weeks[number] = week
        return self._solve(weeks)

    def with_frame(self, number: int, frame: WeekFrame) -> "SeasonSearch":
        """The same search with another frame for week `number`, whose patterns are forced."""
        other = copy(self)
        other.frames = (*self.frames[:number], frame, *self.frames[number + 1 :])
        return other

    def _solve(self, weeks: Sequence[WeekPatterns]) -> Placement | None:
        """The cheapest way through `weeks`; exact. None where there is none."""
        if any(len(week.points) == 0 for week in weeks):
            return None
        found = self._forward(weeks)
        return self._decode(*found) if found is not None else None

    def _forward(
        self, weeks: Sequence[WeekPatterns]
    ) -> tuple[list[WeekPatterns], list[IntArray]] | None:
        """Patterns still worth keeping in each week, and the cheapest season up to them.

        None where no way leads through some week.

        ``messages[w][c, k]`` are the points of the cheapest season up to week ``w`` that ends in
        pattern ``k`` with ``c`` normal weeks since the last deload.
        """
        kept: list[WeekPatterns] = []
        messages: list[IntArray] = []
        for number, week in enumerate(weeks):
            before = messages[-1] if messages else self._start()
            link = self.link(kept[-1], week) if kept else None
            message = self._step(before, link, number, week)
            if message.min() >= FORBIDDEN:
                return None
            following = weeks[number + 1] if number + 1 < len(weeks) else None
            worth = self._worth_keeping(week, message, following)
            kept.append(week.keep(worth))
            messages.append(message[:, worth])
        return kept, messages

    def _worth_keeping(
        self, week: WeekPatterns, message: IntArray, following: WeekPatterns | None
    ) -> NDArray[np.intp]:
        """Patterns that no other one beats whatever follows.

        The next week sees of this one the last two days' sessions and, weekday by weekday, the
        kinds. A pattern whose last two days never cost the next week more, and that is cheaper by
        at least the points of changing its weekdays into another's, is never worse than that
        other: changing twice costs no less than changing once.
        """
        if len(week.points) <= FEW_PATTERNS:
            return np.arange(len(week.points))
        ends, end_of = np.unique(week.choices[:, [LAST_BUT_ONE, LAST]], axis=0, return_inverse=True)
        end_of = end_of.ravel()
        first = self._unbeaten_of_each_end(week, message, end_of, len(ends))
        if following is None:
            return first
        gentler = self._gentler_ends(week, ends, following)
        left = week.keep(first)
        apart = self._habit(left, left)
        allowed = gentler[np.ix_(end_of[first], end_of[first])]
        kept = np.zeros(len(first), dtype=bool)
        for values in message[:, first]:
            kept |= _unbeaten(values, apart, allowed)
        return first[kept]

    def _unbeaten_of_each_end(
        self, week: WeekPatterns, message: IntArray, end_of: NDArray[np.intp], ends: int
    ) -> NDArray[np.intp]:
        kept = np.zeros(len(end_of), dtype=bool)
        for end in range(ends):
            group = np.flatnonzero(end_of == end)
            same = week.keep(group)
            apart = self._habit(same, same)
            allowed = np.ones(apart.shape, dtype=bool)
            for values in message[:, group]:
                kept[group] |= _unbeaten(values, apart, allowed)
        return np.flatnonzero(kept)

    def _gentler_ends(
        self, week: WeekPatterns, ends: ChoiceArray, following: WeekPatterns
    ) -> NDArray[np.bool_]:
        """Whether one way to end a week never costs the next more than another, by both."""
        last, last_but_one = ends[:, 1], ends[:, 0]
        pair = self.tables.pair
        seen = np.concatenate(
            [
                pair(week.tables[LAST], following.tables[FIRST], 1)[last],
                pair(week.tables[LAST_BUT_ONE], following.tables[FIRST], 2)[last_but_one],
                pair(week.tables[LAST], following.tables[SECOND], 2)[last],
            ],
            axis=1,
        )
        no_worse = seen[:, None, :] <= seen[None, :, :]
        return np.asarray(no_worse.all(axis=2), dtype=bool)

    def _step(
        self, before: IntArray, link: IntArray | None, number: int, week: WeekPatterns
    ) -> IntArray:
        most = self.spacing.most
        after = np.full((most + 1, len(week.points)), INFINITE, dtype=np.int32)
        frame = self.frames[number]
        for count in range(most + 1):
            if before[count].min() >= FORBIDDEN:
                continue
            reach = before[count][:, None] if link is None else before[count][:, None] + link
            cheapest = reach.min(axis=0)
            for then, cost in self._week_kinds(count, frame, week):
                np.minimum(after[then], np.minimum(cheapest + cost, INFINITE), out=after[then])
        return after

    def _week_kinds(
        self, count: int, frame: WeekFrame, week: WeekPatterns
    ) -> list[tuple[int, IntArray]]:
        """What may follow `count` normal weeks: (count after, points of each pattern)."""
        if frame.rests:
            return [(0, week.points)]
        allowed = []
        if count < self.spacing.most or frame.deload is None:
            allowed.append((min(count + 1, self.spacing.most), week.points))
        if frame.deload is not None and (count >= self.spacing.least or frame.must_deload):
            allowed.append((0, week.deload_points))
        return allowed

    def link(self, before: WeekPatterns, after: WeekPatterns) -> IntArray:
        """Points between patterns of two weeks in a row, shape (before, after)."""
        tables = self.tables
        next_day = tables.pair(before.tables[LAST], after.tables[FIRST], 1)
        over_one = tables.pair(before.tables[LAST_BUT_ONE], after.tables[FIRST], 2)
        over_two = tables.pair(before.tables[LAST], after.tables[SECOND], 2)
        last, last_but_one = before.choices[:, LAST], before.choices[:, LAST_BUT_ONE]
        first, second = after.choices[:, FIRST], after.choices[:, SECOND]
        total = next_day[np.ix_(last, first)] + over_one[np.ix_(last_but_one, first)]
        total += over_two[np.ix_(last, second)]
        linked: IntArray = np.minimum(total + self._habit(before, after), INFINITE)
        return linked

    def _habit(self, before: WeekPatterns, after: WeekPatterns) -> IntArray:
        """Points of weekdays that change their kind of session, shape (before, after)."""
        total = np.zeros((len(before.kinds), len(after.kinds)), dtype=np.int32)
        for day in range(DAYS):
            priced = self.tables.weekday[:, after.kinds[:, day]]
            total += priced[before.kinds[:, day]]
        return total

    def _start(self) -> IntArray:
        start = np.full((self.spacing.most + 1, 1), INFINITE, dtype=np.int32)
        start[self.since_deload, 0] = 0
        return start

    def _decode(self, weeks: Sequence[WeekPatterns], forward: Sequence[IntArray]) -> Placement:
        last = forward[-1]
        count, pattern = (int(i) for i in np.unravel_index(int(last.argmin()), last.shape))
        total = int(last[count, pattern])
        placed: list[PlacedWeek] = []
        for number in range(len(weeks) - 1, -1, -1):
            week, value = weeks[number], int(forward[number][count, pattern])
            before = forward[number - 1] if number else self._start()
            link = self.link(weeks[number - 1], week)[:, pattern] if number else None
            earlier, previous, deload = self._origin(
                number, week, before, link, (count, pattern, value)
            )
            placed.append(_placed_week(week, pattern, deload=deload))
            count, pattern = earlier, previous
        placed.reverse()
        starts = earliest_starts([week.sessions for week in placed], self.frames, self.tables)
        return Placement(
            weeks=tuple(
                PlacedWeek(sessions=sessions, deload=week.deload)
                for week, sessions in zip(placed, starts, strict=True)
            ),
            points=total,
        )

    def _origin(
        self,
        number: int,
        week: WeekPatterns,
        before: IntArray,
        link: IntArray | None,
        state: tuple[int, int, int],
    ) -> tuple[int, int, bool]:
        """The state a state was reached from, and whether the week deloads; first of equals."""
        count, pattern, value = state
        for earlier in range(self.spacing.most + 1):
            reach = before[earlier] if link is None else before[earlier] + link
            for then, cost in self._week_kinds(earlier, self.frames[number], week):
                if then != count:
                    continue
                hits = np.flatnonzero(reach + int(cost[pattern]) == value)
                if len(hits):
                    return earlier, int(hits[0]), cost is week.deload_points
        raise AssertionError(number)  # every value was reached from somewhere


def _unbeaten(values: IntArray, apart: IntArray, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of patterns with these points no other beats; of equals the first stays.

    `apart` are the points of changing the row's weekdays into the column's, `allowed` says
    whether the row may stand for the column at all.
    """
    reached = values < FORBIDDEN
    through = values[:, None] + apart
    order = np.arange(len(values))
    beats = through < values[None, :]
    beats |= (through == values[None, :]) & (order[:, None] < order[None, :])
    beats &= allowed & reached[:, None]
    np.fill_diagonal(beats, val=False)
    unbeaten: NDArray[np.bool_] = reached & ~beats.any(axis=0)
    return unbeaten


def _placed_week(week: WeekPatterns, pattern: int, *, deload: bool) -> PlacedWeek:
    return PlacedWeek(
        sessions=tuple(
            week.tables[day].choice(int(week.choices[pattern, day])) for day in range(DAYS)
        ),
        deload=deload,
    )
