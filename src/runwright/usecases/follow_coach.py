"""The day as it is really asked for: the plan's, with what was agreed on and what safety says.

The plan itself stays as it was made (decision 24).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from runwright.domain.calendar import monday_of
from runwright.domain.plan import DayPlan, Extra, PlannedSession, Reason, WeekPlan
from runwright.domain.session import Block, Prescription, Variant
from runwright.knowledge.library import Library
from runwright.planning.compose import SECONDS_PER_MINUTE
from runwright.planning.kit import kit_at_hand
from runwright.planning.minutes import block_s, timed
from runwright.rules.week_content import BEFORE_RACES
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.followed_exercise import FollowedExercises, OnDay
from runwright.usecases.growing_sets import GrowingSets, HeldSets


def follow_coach(order: CoachOrder, library: Library) -> "FollowCoach":
    """Return the days of a plan as they are really asked for, seen from today."""
    return FollowCoach(Coach(order, library))


def as_of(order: CoachOrder, day: date) -> CoachOrder:
    """Return what the coach was told up to a day: its morning, and no session of it."""
    told = order.told
    return replace(
        order,
        today=day,
        told=replace(
            told,
            sessions=tuple(one for one in told.sessions if one.started_at.date() < day),
            check_ins=tuple(one for one in told.check_ins if one.day <= day),
            decisions=tuple(one for one in told.decisions if one.decided_on <= day),
        ),
    )


class FollowCoach:
    """Changes days of a plan by what was agreed on; days before today stay as they are.

    Parameters
    ----------
    coach
        Who looks at the runner today.
    """

    def __init__(self, coach: Coach) -> None:
        self.coach, self.library, self.today = coach, coach.library, coach.order.today
        self.exercises = FollowedExercises(coach)
        self.growing = GrowingSets(coach, self.exercises.in_force)

    def day(self, planned: DayPlan) -> DayPlan:
        """Return a day as it is asked for; without its session where nothing of it is left."""
        if planned.day < self.today:
            return planned
        extras = (self._extra(one, planned) for one in planned.extras)
        return replace(
            planned,
            session=None if planned.session is None else self._session(planned.session, planned),
            extras=tuple(one for one in extras if one.items),
        )

    def _session(self, session: PlannedSession, planned: DayPlan) -> PlannedSession | None:
        on, held = self._on(planned, session.blocks), self.growing.on(planned.day)
        blocks = _at_most(self._blocks(session.blocks, on), session.blocks, held)
        if not blocks:
            return None
        return replace(
            session,
            blocks=blocks,
            worked_out_min=self._minutes(session.worked_out_min, session.blocks, blocks),
            variants=tuple(self._variants(session.variants, planned, held)),
            reasons=(
                *session.reasons,
                *dict.fromkeys(self._reasons(session.blocks, on)),
                *(() if held is None else (held.reason,)),
            ),
        )

    def _variants(
        self, variants: Iterable[Variant], planned: DayPlan, held: HeldSets | None
    ) -> Iterator[Variant]:
        for one in variants:
            blocks = self._blocks(one.blocks, self._on(planned, one.blocks))
            blocks = _at_most(blocks, one.blocks, held)
            if blocks:
                minutes = self._minutes(one.worked_out_min, one.blocks, blocks)
                yield replace(one, blocks=blocks, worked_out_min=minutes)

    def _extra(self, extra: Extra, planned: DayPlan) -> Extra:
        blocks = (Block(id="", items=extra.items),)
        left = self._blocks(blocks, self._on(planned, blocks))
        return replace(extra, items=tuple(item for block in left for item in block.items))

    def _blocks(self, blocks: tuple[Block, ...], on: OnDay) -> tuple[Block, ...]:
        taken = set(on.taken)
        found = []
        for block in blocks:
            items: list[Prescription] = []
            for number, item in enumerate(block.items):
                mates = self._patterns((*items, *block.items[number + 1 :]), block)
                here = replace(on, taken=frozenset(taken), mates=mates)
                now = self.exercises.item(item, here)
                if now is not None:
                    taken.add(now.exercise)
                    items.append(now)
            if items:
                found.append(replace(block, items=tuple(items)))
        return tuple(found)

    def _patterns(self, items: Iterable[Prescription], block: Block) -> frozenset[str]:
        """Patterns of exercises that one alternates with; none where nothing alternates."""
        known = self.library.exercises
        return frozenset(known[one.exercise].pattern for one in items if block.is_superset)

    def _minutes(self, was_min: float, was: tuple[Block, ...], now: tuple[Block, ...]) -> float:
        gained = self._seconds(now) - self._seconds(was)
        return max(1.0, round(was_min + gained / SECONDS_PER_MINUTE, 1))

    def _seconds(self, blocks: Iterable[Block]) -> int:
        exercises = self.library.exercises
        return sum(
            block_s(
                [timed(exercises[one.exercise], one.dose, one.ramp) for one in block.items],
                in_turn=block.is_superset,
            )
            for block in blocks
        )

    def _on(self, planned: DayPlan, blocks: Iterable[Block]) -> OnDay:
        week = self._weeks.get(monday_of(planned.day))
        away = [
            one for one in self.coach.order.runner.travels if one.first <= planned.day <= one.last
        ]
        kit = away[0].kit if away else self.coach.order.runner.kit
        return OnDay(
            day=planned.day,
            kit=kit_at_hand(self.library, kit),
            taken=frozenset(item.exercise for block in blocks for item in block.items),
            is_quiet=week is None or week.deload or week.phase in BEFORE_RACES,
        )

    @cached_property
    def _weeks(self) -> dict[date, WeekPlan]:
        return {week.monday: week for week in self.coach.order.plan.weeks}

    def _reasons(self, blocks: Iterable[Block], on: OnDay) -> Iterator[Reason]:
        """Yield why the session is not the plan's: what is eased, left out, swapped, agreed on."""
        for change in self.exercises.in_force(on.day):
            yield Reason(rule=change.rule, says=change.because)
        for block in blocks:
            for item in block.items:
                others = (one for one in block.items if one is not item)
                here = replace(on, mates=self._patterns(others, block))
                yield from self.exercises.why(item, here)


def _at_most(
    blocks: tuple[Block, ...], planned: Iterable[Block], held: HeldSets | None
) -> tuple[Block, ...]:
    """Return blocks with no more sets than are left; what took a place has the place's sets."""
    if held is None:
        return blocks
    most = {
        item.label: held.sets.get(item.exercise, item.dose.sets)
        for block in planned
        for item in block.items
    }
    return tuple(
        replace(block, items=tuple(_with_sets(one, most[one.label]) for one in block.items))
        for block in blocks
    )


def _with_sets(item: Prescription, most: int) -> Prescription:
    return replace(item, dose=replace(item.dose, sets=min(item.dose.sets, most)))
