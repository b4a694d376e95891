"""What stands when a running season is planned anew: the days before, sessions held by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import DayPlan, Held, SeasonPlan, WeekPlan
from runwright.domain.session import Placed
from runwright.planning.frames import WeekFrame
from runwright.planning.tables import FORBIDDEN, Tables
from runwright.rules.windows import DayFacts, PlannedDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """What does not change.

    Attributes
    ----------
    plan
        The plan the runner has.
    before
        Days before it stay as they were.
    held
        Sessions on later days that the runner put there by hand.
    """

    plan: SeasonPlan
    before: date
    held: tuple[Held, ...] = ()


def standing(frames: Sequence[WeekFrame], stands: Stands) -> tuple[WeekFrame, ...]:
    """Frames whose past days and held sessions are fixed.

    Whether a week deloads was decided when it began.
    """
    weeks = {week.monday: week for week in stands.plan.weeks}
    held = {one.day: one.placed for one in stands.held if one.day >= stands.before}
    return tuple(_standing(frame, weeks.get(frame.monday), stands.before, held) for frame in frames)


def _standing(
    frame: WeekFrame, week: WeekPlan | None, before: date, held: Mapping[date, Placed]
) -> WeekFrame:
    fixed: list[tuple[int, Placed | None]] = []
    for weekday in range(DAYS_PER_WEEK):
        day = frame.monday + timedelta(days=weekday)
        if day in held:
            fixed.append((weekday, held[day]))
        elif day < before and week is not None:
            fixed.append((weekday, placed_on(week.days[weekday])))
    frame = replace(frame, fixed=tuple(fixed))
    if week is None or frame.monday >= before:
        return frame
    if week.deload and frame.deload is not None:
        return replace(frame, must_deload=True)
    return replace(frame, deload=None, must_deload=False)


def placed_on(day: DayPlan) -> Placed | None:
    """Where a day's session sits; None for no session."""
    return None if day.session is None else day.session.placed


def can_stay(frame: WeekFrame, weekday: int, placed: Placed, tables: Tables) -> bool:
    """Whether a session that was put on a day by hand may still be there, by that day alone."""
    facts = frame.days[weekday]
    if placed.kind not in frame.kinds() or not _has_room(facts, placed):
        return False
    return tables.day_points(PlannedDay(facts, placed)) < FORBIDDEN


def _has_room(facts: DayFacts, placed: Placed) -> bool:
    in_window = any(
        one.start_min <= placed.start_min and placed.end_min <= one.end_min for one in facts.windows
    )
    beside_runs = all(
        placed.end_min <= run.start_min or run.end_min <= placed.start_min for run in facts.runs
    )
    return placed.duration_min <= facts.minutes and in_window and beside_runs


def as_it_was(plan: SeasonPlan, stands: Stands) -> SeasonPlan:
    """The plan with the days before as they were, word for word."""
    old = {week.monday: week for week in stands.plan.weeks}
    weeks = tuple(_with_past(week, old.get(week.monday), stands.before) for week in plan.weeks)
    relaxed = (
        *(one for one in stands.plan.relaxed if one.day < stands.before),
        *(one for one in plan.relaxed if one.day >= stands.before),
    )
    names = {**stands.plan.exercise_names, **plan.exercise_names}
    asked = sorted({item.exercise for week in weeks for day in week.days for item in day.items})
    return replace(
        plan, weeks=weeks, relaxed=relaxed, exercise_names={name: names[name] for name in asked}
    )


def _with_past(week: WeekPlan, old: WeekPlan | None, before: date) -> WeekPlan:
    if old is None or week.monday >= before:
        return week
    if week.days[-1].day < before:
        return replace(old, number=week.number)
    days = tuple(
        was if was.day < before else now for was, now in zip(old.days, week.days, strict=True)
    )
    runs = [run for day in days for run in day.runs]
    known = [run.distance_km for run in runs if run.distance_km is not None]
    return replace(
        week,
        days=days,
        hard_sets=sum(day.session.hard_sets for day in days if day.session is not None),
        run_km=round(sum(known), 1) if known else None,
        longest_km=max(known) if known else None,
        run_min=sum(run.duration_min for run in runs),
    )
