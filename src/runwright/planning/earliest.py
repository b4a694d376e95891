"""Of starts that cost the same, the earliest: nobody lifts at half past eight for no reason."""

from collections.abc import Iterator, Sequence

from runwright.domain.session import Placed
from runwright.planning.day_table import DayTable
from runwright.planning.frames import WeekFrame
from runwright.planning.tables import Tables
from runwright.planning.weeks import DAYS, week_tables

NEAR = (-2, -1, 1, 2)  # days that rules look at together with a day


def earliest_starts(
    sessions: Sequence[tuple[Placed | None, ...]], frames: Sequence[WeekFrame], tables: Tables
) -> list[tuple[Placed | None, ...]]:
    """The same season, each session moved to the first start of its day that costs no more.

    Parameters
    ----------
    sessions
        Sessions of each week, Monday to Sunday.
    """
    days = [day for frame in frames for day in week_tables(frame, tables)]
    chosen = [
        _number_of(day, session)
        for day, session in zip(days, (one for week in sessions for one in week), strict=True)
    ]
    for number, day in enumerate(days):
        if day.choice(chosen[number]) is not None:
            chosen[number] = min(_no_dearer(days, chosen, number, tables))
    placed = [day.choice(choice) for day, choice in zip(days, chosen, strict=True)]
    return [tuple(placed[i : i + DAYS]) for i in range(0, len(placed), DAYS)]


def _number_of(day: DayTable, session: Placed | None) -> int:
    return next(i for i, one in enumerate(day.days) if one.session == session)


def _no_dearer(
    days: Sequence[DayTable], chosen: Sequence[int], number: int, tables: Tables
) -> Iterator[int]:
    """Choices of its kind, by start, that cost no more than the chosen one; it is among them."""
    day, now = days[number], chosen[number]
    costs = day.points.astype(int)
    for step in NEAR:
        if 0 <= number + step < len(days):
            near, there = days[number + step], chosen[number + step]
            if step < 0:
                costs = costs + tables.pair(near, day, -step)[there]
            else:
                costs = costs + tables.pair(day, near, step)[:, there]
    for choice in range(len(costs)):
        if day.kinds[choice] == day.kinds[now] and costs[choice] <= costs[now]:
            yield choice
