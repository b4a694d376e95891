"""The sets of a week held to what the weeks before it really asked for (L07, S13)."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import multimode

from runwright.coaching.set_growth import Growth, WeekOfSets, before_race, fewer_sets, growth
from runwright.domain.calendar import monday_of
from runwright.domain.plan import DayPlan, Reason, WeekPlan
from runwright.domain.proposal import Change, ChangeKind
from runwright.domain.protocol import Phase
from runwright.domain.script import SessionScript
from runwright.domain.session import Prescription
from runwright.rules.content_windows import NOT_COUNTED
from runwright.rules.registry import RuleBook
from runwright.usecases.coach import Coach


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSets:
    """What is left of the sets of a session.

    Attributes
    ----------
    sets
        Most sets by exercise of the plan. [1]
    """

    sets: Mapping[str, int]
    reason: Reason


class GrowingSets:
    """Looks at the weeks of a plan as they were asked for, and holds the one to come to them.

    Every session has its part of the week's sets, whatever becomes of the others: what was missed
    or eased on one day is not stacked on the next.

    Parameters
    ----------
    in_force
        What was agreed on for all work of a day.
    """

    def __init__(self, coach: Coach, in_force: Callable[[date], Iterator[Change]]) -> None:
        self.coach, self.in_force, self.today = coach, in_force, coach.order.today
        self._held: dict[date, Mapping[date, HeldSets]] = {}
        self._asked: dict[date, WeekOfSets] = {}

    def on(self, day: date) -> HeldSets | None:
        """Return what is left of the sets of a day; None where all of them are."""
        monday = monday_of(day)
        if monday not in self._held:
            self._held[monday] = self._week(monday)
        return self._held[monday].get(day)

    def _week(self, monday: date) -> Mapping[date, HeldSets]:
        """Return what is left by day; empty for a week that grows no faster than it may."""
        weeks = self.coach.order.plan.weeks
        week = next((one for one in weeks if one.monday == monday), None)
        if week is None:
            return {}
        found = growth(
            [self._as_asked(one) for one in weeks if one.monday < monday], self.coach.book
        )
        days = self._meant(week)
        if found is not None and week.phase in {Phase.TAPER, Phase.RACE}:
            found = before_race(found, len(days), self.coach.book)
        if found is None or self._planned(days) <= found.most:
            return {}
        return self._fewer(days, found)

    def _fewer(self, days: Sequence[DayPlan], found: Growth) -> Mapping[date, HeldSets]:
        left = _left(days, found.most, self.coach.book)
        done = [day for day in days if self._is_done(day)]
        over = sum(max(0, self._sets(day) - sum(left[day.day].values())) for day in done)
        if over:  # asked before it was known
            left = _left(days, found.most - over, self.coach.book)
        now = sum(sum(sets.values()) for sets in left.values())
        says = found.says(was=self._planned(days), now=now)
        return {
            day.day: HeldSets(sets=left[day.day], reason=Reason(rule=found.rule, says=says))
            for day in days
            if sum(left[day.day].values()) < self._planned((day,))
        }

    def _as_asked(self, week: WeekPlan) -> WeekOfSets:
        known = self._asked.get(week.monday)
        if known is not None:
            return known
        days = self._meant(week)
        self._asked[week.monday] = WeekOfSets(
            planned=self._planned(days),
            done=sum(self._sets(day) for day in days if self._is_done(day)),
            missed=sum(self._sets(day) for day in days if not self._is_done(day)),
            is_full=not week.deload and _strength(days) >= self._wanted[week.phase],
            is_over=days == () or self._past(days[-1]),
        )
        return self._asked[week.monday]

    def _meant(self, week: WeekPlan) -> tuple[DayPlan, ...]:
        """Return the days that hold a session of the week.

        One that was missed and has another place by now is none any more: a week never means more
        sessions than its phase wants.
        """
        days = [day for day in week.days if day.session is not None]
        missed = [day for day in days if self._past(day) and not self._is_done(day)]
        surplus = max(0, _strength(days) - self._wanted[week.phase])
        let_go = {day.day for day in missed[:surplus]}
        return tuple(day for day in days if day.day not in let_go)

    @staticmethod
    def _planned(days: Iterable[DayPlan]) -> int:
        return sum(item.dose.sets for day in days for item in _counted(day))

    def _sets(self, day: DayPlan) -> int:
        """Return the sets a day asked for: as they were kept, else held and eased as it was. [1]"""
        script = None if day.session is None else self.coach.told.scripts.get(day.session.id)
        if script is not None and self._is_done(day):
            return _sets_in(script)
        held = self.on(day.day)
        eases = tuple(self.in_force(day.day))
        asked = 0
        for item in _counted(day):
            sets = item.dose.sets if held is None else held.sets[item.exercise]
            for change in eases:
                sets = min(sets, _eased(sets, change))
            asked += max(1, sets)
        return asked

    def _is_done(self, day: DayPlan) -> bool:
        """Whether the session of a day that is over was done."""
        return self._past(day) and day.session is not None and day.session.id in self._done_ids

    def _past(self, day: DayPlan) -> bool:
        return day.day < self.today

    @cached_property
    def _done_ids(self) -> frozenset[str]:
        return frozenset(one.script for one in self.coach.told.sessions)

    @cached_property
    def _wanted(self) -> Mapping[Phase, int]:
        """Strength sessions a full week of a phase holds: as many as most of its weeks. [1]"""
        counts: dict[Phase, list[int]] = {}
        for week in self.coach.order.plan.weeks:
            of_phase = counts.setdefault(week.phase, [])
            of_phase += [] if week.deload else [_strength(week.days)]
        return {phase: max((1, *multimode(found))) for phase, found in counts.items()}


def _strength(days: Iterable[DayPlan]) -> int:
    return sum(day.session is not None and day.session.kind.is_strength for day in days)


def _sets_in(script: SessionScript) -> int:
    """Return the working sets of the planned length of a session. [1]"""
    return sum(
        max((one.number for one in item.prescribed.sets if one.ramp_share is None), default=0)
        for block in script.versions[0].blocks
        for item in block.items
        if item.role not in NOT_COUNTED
    )


def _eased(sets: int, change: Change) -> int:
    """Return what an eased day or week leaves of some sets; one that says no share takes a set."""
    share = 1.0 if change.after is None else change.after.sets_share
    takes_one = change.kind is ChangeKind.EASE and share == 1
    return sets - 1 if takes_one else math.floor(sets * share)


def _left(days: Sequence[DayPlan], most: int, book: RuleBook) -> dict[date, dict[str, int]]:
    """Return what is left of a week's sets, by day and exercise."""
    items = [(day.day, item) for day in days for item in _counted(day)]
    sets = fewer_sets([(item.role, item.dose.sets) for _day, item in items], most, book)
    left: dict[date, dict[str, int]] = {day.day: {} for day in days}
    for (day, item), now in zip(items, sets, strict=True):
        left[day][item.exercise] = now
    return left


def _counted(day: DayPlan) -> Iterator[Prescription]:
    items = () if day.session is None else day.session.items
    yield from (item for item in items if item.role not in NOT_COUNTED)
