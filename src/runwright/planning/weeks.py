"""Every week worth considering: patterns of seven choices with their points, equals merged."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runwright.domain.session import SessionKind
from runwright.planning.day_table import KINDS, DayTable, IntArray
from runwright.planning.frames import WeekFrame
from runwright.planning.tables import FORBIDDEN, Tables
from runwright.rules.registry import Ruled, Window
from runwright.rules.windows import WeekTally

SESSION_KINDS = tuple(SessionKind)
ChoiceArray = NDArray[np.int16]
DAYS = 7
COUNT_BASE = 8  # one more than a week has days
MOST_CHOICES = 256  # of one day; more would make two patterns look alike
FIRST, SECOND, LAST_BUT_ONE, LAST = 0, 1, DAYS - 2, DAYS - 1  # seen from the next week
INNER = tuple(range(2, DAYS - 2))
BOUNDARY = (FIRST, SECOND, LAST_BUT_ONE, LAST)


@dataclass(frozen=True, slots=True, eq=False)
class WeekPatterns:
    """Patterns of a week.

    Attributes
    ----------
    tables
        Choices of the seven days.
    choices
        Number of the choice on each day, shape (patterns, 7).
    kinds
        Number of the kind on each day, shape (patterns, 7).
    points, deload_points
        Points as a normal and as a deload week, shape (patterns,); FORBIDDEN where not allowed.
    """

    tables: tuple[DayTable, ...]
    choices: ChoiceArray
    kinds: ChoiceArray
    points: IntArray
    deload_points: IntArray

    def keep(self, chosen: NDArray[np.intp] | NDArray[np.bool_]) -> "WeekPatterns":
        """The same week with only the `chosen` patterns."""
        return WeekPatterns(
            self.tables,
            self.choices[chosen],
            self.kinds[chosen],
            self.points[chosen],
            self.deload_points[chosen],
        )


def week_tables(frame: WeekFrame, tables: Tables) -> tuple[DayTable, ...]:
    """Choices of the seven days; a fixed day has only its own, a wished one its kinds."""
    kinds = frame.kinds()
    fixed, wished = dict(frame.fixed), dict(frame.wished)
    days = (
        tables.fixed_day(facts, fixed[weekday]) if weekday in fixed else tables.day(facts, kinds)
        for weekday, facts in enumerate(frame.days)
    )
    return tuple(
        day.among(wished[weekday]) if weekday in wished else day for weekday, day in enumerate(days)
    )


def patterns_of(frame: WeekFrame, days: tuple[DayTable, ...], tables: Tables) -> WeekPatterns:
    """All patterns of a week that no hard rule forbids, each kind pattern with its best starts."""
    choices, points = _join_days(frame, days, tables)
    kinds = np.stack([days[i].kinds[choices[:, i]] for i in range(DAYS)], axis=1)
    normal, deload = _week_points(frame, days, choices, kinds, tables)
    week = WeekPatterns(days, choices, kinds, points + normal, points + deload)
    allowed = (week.points < FORBIDDEN) | (week.deload_points < FORBIDDEN)
    return _best_starts(week.keep(np.flatnonzero(allowed)))


def _join_days(
    frame: WeekFrame, days: tuple[DayTable, ...], tables: Tables
) -> tuple[ChoiceArray, IntArray]:
    most = _most_sessions(frame)
    choices = np.zeros((1, 0), dtype=np.int16)
    points = np.zeros(1, dtype=np.int32)
    sessions = np.zeros(1, dtype=np.int16)
    for i, day in enumerate(days):
        cost = points[:, None] + day.points[None, :]
        if i >= 1:
            cost = cost + tables.pair(days[i - 1], day, 1)[choices[:, i - 1]]
        if i > 1:
            cost = cost + tables.pair(days[i - 2], day, 2)[choices[:, i - 2]]
        count = sessions[:, None] + (day.kinds != 0)[None, :]
        old, new = np.nonzero((cost < FORBIDDEN) & (count <= most))
        choices = np.concatenate([choices[old], new[:, None].astype(np.int16)], axis=1)
        points, sessions = cost[old, new], count[old, new].astype(np.int16)
    return choices, points.astype(np.int32)


def _most_sessions(frame: WeekFrame) -> int:
    doses = [dose for dose in (frame.wanted, frame.deload) if dose is not None]
    fixed = sum(session is not None for _, session in frame.fixed)
    asked = max(sum(count for _, count in dose.sessions) for dose in doses)
    return max(asked, fixed)


def _week_points(
    frame: WeekFrame,
    days: tuple[DayTable, ...],
    choices: ChoiceArray,
    kinds: ChoiceArray,
    tables: Tables,
) -> tuple[IntArray, IntArray]:
    counts = np.stack([(kinds == number).sum(1) for number in range(1, len(KINDS))], axis=1)
    hard = sum(_flags(days[i], "is_hard")[choices[:, i]] for i in range(DAYS))
    rest = sum(_flags(days[i], "rests")[choices[:, i]] for i in range(DAYS))
    seen = np.column_stack([counts, hard, rest])
    code = seen @ (COUNT_BASE ** np.arange(seen.shape[1], dtype=np.int64))
    _, first, where = np.unique(code, return_index=True, return_inverse=True)
    unique, where = seen[first], where.ravel()
    normal = _tally_points(frame, unique, deload=False, tables=tables)
    if frame.must_deload:
        normal = np.full_like(normal, FORBIDDEN)
    if frame.deload is None:
        return normal[where], np.full(len(where), FORBIDDEN, dtype=np.int32)
    deload = _tally_points(frame, unique, deload=True, tables=tables)
    return normal[where], deload[where]


def _flags(day: DayTable, what: str) -> NDArray[np.int16]:
    if what == "is_hard":
        return np.array([planned.is_hard for planned in day.days], dtype=np.int16)
    return np.array(
        [not planned.facts.runs and planned.session is None for planned in day.days], dtype=np.int16
    )


def tally_of(
    frame: WeekFrame, counts: dict[SessionKind, int], hard: int, rest: int, *, deload: bool
) -> WeekTally:
    """The week counted up, as week rules look at it."""
    return _Counter(frame, deload=deload).tally(counts, hard, rest)


class _Counter:
    """Counts up patterns of one week; what its runs give is counted once."""

    def __init__(self, frame: WeekFrame, *, deload: bool) -> None:
        runs = [run for facts in frame.days for run in facts.runs]
        self.frame, self.deload = frame, deload
        self.wanted = frame.deload if deload and frame.deload is not None else frame.wanted
        self.runs = len(runs)
        self.easy_runs = sum(not run.kind.is_hard for run in runs)
        self.given_hard_days = sum(facts.has_hard_run for facts in frame.days)

    def tally(self, counts: dict[SessionKind, int], hard: int, rest: int) -> WeekTally:
        """The week with these sessions, hard days and rest days."""
        sessions = sum(counts.values())
        hard_sessions = sum(count for kind, count in counts.items() if kind.loads_legs_hard)
        return WeekTally(
            wanted=self.wanted,
            deload=self.deload,
            counts=counts,
            hard_days=hard,
            rest_days=rest,
            easy_sessions=self.easy_runs + sessions - hard_sessions,
            all_sessions=self.runs + sessions,
            lighter_running=self.frame.lighter_running,
            heavy_running=self.frame.heavy_running,
            given_hard_days=self.given_hard_days,
            new_stressors=self.frame.new_stressors,
        )


def _tally_points(
    frame: WeekFrame, unique: NDArray[np.int64], *, deload: bool, tables: Tables
) -> IntArray:
    known = tables.tallies(_week_key(frame, deload=deload))
    counter = _Counter(frame, deload=deload)
    given: tuple[Ruled, ...] | None = None
    points = []
    for row in map(tuple, unique.tolist()):
        found = known.get(row)
        if found is None:
            if given is None:
                given = tables.book.findings(Window.WEEK, _given_tally(frame, deload=deload))
            counts = {kind: count for kind, count in zip(SESSION_KINDS, row, strict=False) if count}
            tally = counter.tally(counts, row[-2], row[-1])
            found = known[row] = tables.points(tables.book.findings(Window.WEEK, tally), given)
        points.append(found)
    return np.array(points, dtype=np.int32)


def _week_key(frame: WeekFrame, *, deload: bool) -> tuple[object, ...]:
    """All that week rules may read of a week besides its counts."""
    runs = [run.kind for facts in frame.days for run in facts.runs]
    return (
        deload,
        frame.deload if deload else frame.wanted,
        frame.lighter_running,
        frame.heavy_running,
        frame.new_stressors,
        len(runs),
        sum(kind.is_hard for kind in runs),
        sum(facts.has_hard_run for facts in frame.days),
        tuple(session.kind for _, session in frame.fixed if session is not None),
    )


def _given_tally(frame: WeekFrame, *, deload: bool) -> WeekTally:
    hard = sum(facts.has_hard_run for facts in frame.days)
    rest = sum(not facts.runs for facts in frame.days)
    counts: dict[SessionKind, int] = {}
    for _, session in frame.fixed:
        if session is not None:
            counts[session.kind] = counts.get(session.kind, 0) + 1
    return tally_of(frame, counts, hard, rest, deload=deload)


def _best_starts(week: WeekPatterns) -> WeekPatterns:
    """Keep, for each kind pattern and boundary, the cheapest starts inside the week."""
    key = np.column_stack([
        week.choices[:, list(BOUNDARY)],
        week.kinds[:, list(INNER)],
    ]).astype(np.int64)
    code = key @ (MOST_CHOICES ** np.arange(key.shape[1], dtype=np.int64))
    order = np.lexsort((np.arange(len(code)), week.points + (week.deload_points % FORBIDDEN), code))
    first = np.ones(len(code), dtype=bool)
    first[1:] = code[order][1:] != code[order][:-1]
    return week.keep(np.sort(order[first]))


def drop_hopeless(week: WeekPatterns, most_link_points: int) -> WeekPatterns:
    """Drop patterns that a pattern with the same boundary beats whatever its neighbours are.

    Two patterns with the same first two and last two days differ towards other weeks only by
    their inner weekdays, which is worth at most `most_link_points` in all.
    """
    boundary = week.choices[:, list(BOUNDARY)].astype(np.int64)
    code = boundary @ (MOST_CHOICES ** np.arange(len(BOUNDARY), dtype=np.int64))
    groups, where = np.unique(code, return_inverse=True)
    where = where.ravel()
    kept = np.zeros(len(code), dtype=bool)
    for points in (week.points, week.deload_points):
        best = np.full(len(groups), 2 * FORBIDDEN, dtype=np.int64)
        np.minimum.at(best, where, points)
        kept |= (points <= best[where] + most_link_points) & (points < FORBIDDEN)
    return week.keep(np.flatnonzero(kept))
