"""The sets of a week held to what the weeks before it really asked for (L07, S13)."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import multimode

from runwright.coaching.set_growth import Growth, WeekOfSets, before_race, fewer_sets, growth
from runwright.domain.calendar import monday_of
from runwright.domain.exercise import Role
from runwright.domain.plan import DayPlan, Reason, WeekPlan
from runwright.domain.proposal import Change
from runwright.domain.protocol import Phase
from runwright.domain.script import SessionScript
from runwright.domain.session import Block, Prescription
from runwright.rules.content_windows import QUIET
from runwright.usecases.coach import Coach

NOT_COUNTED = QUIET | {Role.PLYO}  # jumps have a dose of their own (D20)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSets:
    """What is left of the sets of a session.

    Attributes
    ----------
    sets
        Most sets by exercise. [1]
    """

    sets: Mapping[str, int]
    reason: Reason


class GrowingSets:
    """Looks at the weeks of a plan as they were asked for, and holds the one to come to them.

    Parameters
    ----------
    in_force
        What was agreed on for all work of a day.
    asked
        The blocks of a day from today on as they are asked for otherwise.
    """

    def __init__(
        self,
        coach: Coach,
        in_force: Callable[[date], Iterator[Change]],
        asked: Callable[[DayPlan], tuple[Block, ...]],
    ) -> None:
        self.coach, self.in_force, self.asked = coach, in_force, asked
        self.today = coach.order.today
        self._held: dict[date, Mapping[date, HeldSets]] = {}

    def on(self, day: date) -> HeldSets | None:
        """Return what is left of the sets of a day from today on; None where all of them are."""
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
        if found is None or self._as_asked(week).planned <= found.most:
            return {}
        return self._fewer(days, found)

    def _fewer(self, days: Sequence[DayPlan], found: Growth) -> Mapping[date, HeldSets]:
        """Return what is left; a session that was missed keeps its part of the week, unused."""
        done = sum(self._done(day) for day in days)
        left = [
            (day.day, item.exercise, item.role, sets)
            for day in days
            for item, sets in (self._missed(day) if self._past(day) else self._to_come(day))
        ]
        was = done + sum(sets for *_which, sets in left)
        now = fewer_sets(
            [(role, sets) for *_which, role, sets in left], found.most - done, self.coach.book
        )
        reason = Reason(rule=found.rule, says=found.says(was=was, now=done + sum(now)))
        by_day: dict[date, dict[str, int]] = {}
        for (day, exercise, _role, sets), fewer in zip(left, now, strict=True):
            if fewer < sets:
                by_day.setdefault(day, {})[exercise] = fewer
        return {day: HeldSets(sets=sets, reason=reason) for day, sets in by_day.items()}

    def _as_asked(self, week: WeekPlan) -> WeekOfSets:
        days = self._meant(week)
        return WeekOfSets(
            planned=sum(item.dose.sets for day in days for item in _counted(_blocks(day))),
            done=sum(map(self._done, days)),
            missed=sum(sets for day in days for _item, sets in self._missed(day)),
            is_full=not week.deload and _strength(days) >= self._wanted[week.phase],
            is_over=days == () or self._past(days[-1]),
        )

    def _meant(self, week: WeekPlan) -> tuple[DayPlan, ...]:
        """Return the days that hold a session of the week.

        One that was missed and has another place by now is none any more: a week never means more
        sessions than its phase wants.
        """
        days = [day for day in week.days if day.session is not None]
        missed = [day for day in days if self._past(day) and self._script(day) is None]
        surplus = max(0, _strength(days) - self._wanted[week.phase])
        let_go = {day.day for day in missed[:surplus]}
        return tuple(day for day in days if day.day not in let_go)

    def _to_come(self, day: DayPlan) -> Iterator[tuple[Prescription, int]]:
        for item in _counted(self.asked(day)):
            yield item, item.dose.sets

    def _missed(self, day: DayPlan) -> Iterator[tuple[Prescription, int]]:
        """Yield what a session that was not done asks for, eased as it was agreed on."""
        if self._script(day) is not None:
            return
        shares = [one.after.sets_share for one in self.in_force(day.day) if one.after is not None]
        for item in _counted(_blocks(day)):
            sets = item.dose.sets
            for share in shares:  # one that says no share takes a set (L09)
                sets = min(sets - (share == 1), math.floor(sets * share))
            yield item, max(1, sets)

    def _done(self, day: DayPlan) -> int:
        """Return the sets a session that was done had asked for. [1]"""
        script = self._script(day)
        if script is None:
            return 0
        return sum(
            max((one.number for one in item.prescribed.sets if one.ramp_share is None), default=0)
            for block in script.versions[0].blocks
            for item in block.items
            if item.role not in NOT_COUNTED
        )

    def _script(self, day: DayPlan) -> SessionScript | None:
        """Return what the session of a day that is over had asked for; None where it was missed."""
        if day.session is None or not self._past(day) or day.session.id not in self._done_ids:
            return None
        return self.coach.told.scripts.get(day.session.id)

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


def _blocks(day: DayPlan) -> tuple[Block, ...]:
    return () if day.session is None else day.session.blocks


def _counted(blocks: Sequence[Block]) -> Iterator[Prescription]:
    for block in blocks:
        yield from (item for item in block.items if item.role not in NOT_COUNTED)
