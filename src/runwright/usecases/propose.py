"""Propose what changes: plan and diary in, proposals with reasons out; the one way in to the coach.

What matters most comes first: what hurts and what is not safe yet, then the week, then the work.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from runwright.coaching.exercise_fold import counts_anew
from runwright.coaching.gate_changes import heavy_waits, opened
from runwright.coaching.new_stress import one_kind
from runwright.coaching.steps import next_step
from runwright.coaching.week_changes import (
    first_week_back,
    lighter_week,
    set_the_scale,
    warnings_of,
)
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.proposal import Change, ChangeKind, Proposal, accepted, in_order
from runwright.domain.protocol import Phase
from runwright.domain.runner import StrengthExperience
from runwright.domain.said import together
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.rules.week_content import BEFORE_RACES
from runwright.usecases.answer_pain import pain_answered
from runwright.usecases.asked_ahead import asked_exercises, is_near_key_run
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.propose_block import calf_block
from runwright.usecases.propose_day import lighter_day
from runwright.usecases.propose_run import shorter_runs
from runwright.usecases.propose_tests import tests_that_are_due, what_tests_say
from runwright.usecases.propose_week import week_proposal
from runwright.usecases.proposing import as_safety, asked_once


def propose(order: CoachOrder, library: Library) -> tuple[Proposal, ...]:
    """Return what the coach proposes today; the same facts are never asked about twice."""
    return proposed(Coach(order, library))


def proposed(coach: Coach) -> tuple[Proposal, ...]:
    """Return what a coach who has looked already proposes."""
    return tuple(_Proposing(coach).proposals())


class _Proposing:
    """What is proposed to one runner on one day."""

    def __init__(self, coach: Coach) -> None:
        self.coach, self.order = coach, coach.order

    def proposals(self) -> Iterator[Proposal]:
        """Yield everything there is to propose, what matters most first."""
        decided = self.coach.decided
        pain = pain_answered(self.coach)
        yield from pain.proposals
        yield from self._waiting()
        back = first_week_back(self.coach.state, self.coach.around)
        if back is not None:
            yield from asked_once(decided, (_("Back again"), (back,)))
            return
        yield from week_proposal(self.coach)
        lighter = self._lighter_week()
        is_full_week = all(one.key in decided for one in lighter)
        block = calf_block(self.coach) if is_full_week else ()
        yield from asked_once(
            decided,
            (_("The next long run"), shorter_runs(self.coach)),
            (_("Tests that are due"), tests_that_are_due(self.coach)),
            (_("What your tests say"), what_tests_say(self.coach)),
            (_("Easier today"), lighter_day(self.coach)),
            (_("A lighter week"), lighter),
            (_("A calf block"), self._first(block)),
            (_("Next time"), self._steps({one.about for one in pain.changes}, block)),
            (_("A gate is open"), () if block else self._opened()),
            (_("One set near the limit"), self._scale()),
        )

    def _first(self, block: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return a block that is due, once what was new before it has settled (L07)."""
        coach = self.coach
        return one_kind(block, coach.told.decisions, coach.state, coach.book, self.order.today)

    def _steps(self, sore: set[str], block: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return the steps of what was done lately; what hurts was answered before.

        Nothing gets harder while a block is due: it would wait for ever behind the next step.
        """
        first = self.order.today - timedelta(days=DAYS_PER_WEEK)
        recent = [
            one
            for one in self.coach.state.exercises
            if one.last_day > first
            and one.exercise not in sore
            and self._answered.get(one.exercise, first) < one.last_day
        ]
        around = self.coach.around
        found = [change for one in recent if (change := next_step(one, around)) is not None]
        found = [
            one for one in found if not (self._comes_back_anyway(one) or self._has_those_sets(one))
        ]
        jumps = [one for one in found if one.rule == "P10" and one.kind.asks_more]
        too_many = jumps if self._jumps_asked() else jumps[1:]
        steps = [one for one in found if one not in too_many]
        if block or any(self.coach.has_new_stress(week) for week in self.coach.weeks_ahead):
            steps = [one for one in steps if not one.kind.asks_more]
        coach = self.coach
        return one_kind(steps, coach.told.decisions, coach.state, coach.book, self.order.today)

    @cached_property
    def _answered(self) -> dict[str, date]:
        """The last day on which a step of an exercise was decided on: until then it is answered."""
        return {
            change.about: one.decided_on
            for one in in_order(self.coach.told.decisions)
            for change in one.proposal.changes
            if counts_anew(change) or change.kind is ChangeKind.RETURN
        }

    def _comes_back_anyway(self, change: Change) -> bool:
        """Whether the weight a change adds to is one that quiet sessions bring back (rule G08)."""
        before_kg = None if change.before is None else change.before.load_kg
        is_lowered = change.about in self.coach.pains.lowered
        return change.kind.asks_more and before_kg is not None and before_kg > 0 and is_lowered

    def _has_those_sets(self, change: Change) -> bool:
        """Whether the sets a change asks for were agreed on: the last session was a shorter one."""
        asked = None if change.after is None else change.after.sets
        return change.rule == "P08" and any(
            known.rule == "P08"
            and known.about == change.about
            and known.after is not None
            and known.after.exercise == change.about
            and known.after.sets == asked
            for _day, known in accepted(self.coach.told.decisions)
        )

    def _jumps_asked(self) -> bool:
        """Whether a harder jump was decided on this week already: one change at a time (P10)."""
        first = self.order.today - timedelta(days=DAYS_PER_WEEK)
        return any(
            change.rule == "P10"
            for one in self.coach.told.decisions
            for change in one.proposal.changes
            if one.decided_on > first
        )

    def _lighter_week(self) -> tuple[Change, ...]:
        coach = self.coach
        warnings = (
            *warnings_of(coach.state, self.order.today),
            *(reason.says for reason in coach.easing.reasons),
        )
        planned = any(week.deload or week.phase in BEFORE_RACES for week in coach.weeks_ahead)
        found = lighter_week(coach.state, warnings, coach.around, is_planned=planned)
        return () if found is None else (found,)

    def _scale(self) -> tuple[Change, ...]:
        runner, coach = self.order.runner, self.coach
        g14 = coach.book.parameters("G14")
        minor = runner.age is not None and runner.age < g14.under_age
        if runner.pregnant or (minor and not g14.one_rm_tests_allowed) or coach.around.frozen:
            return ()
        d08 = coach.book.parameters("D08")
        is_new = runner.strength_experience is StrengthExperience.NONE
        found = set_the_scale(
            coach.state,
            coach.around,
            asked=self._far_from_key_runs(),
            reserve=d08.min_rir_novice if is_new else d08.min_rir,
        )
        return () if found is None else (found,)

    def _far_from_key_runs(self) -> frozenset[str]:
        """Return the exercises of the coming days that no key run follows too soon (D08)."""
        coach = self.coach
        return frozenset(
            exercise.id
            for day in coach.days_ahead[:DAYS_PER_WEEK]
            if not is_near_key_run(day, self.order.plan, coach.book)
            for exercise in asked_exercises(day, coach)
        )

    def _opened(self) -> tuple[Change, ...]:
        """Return the training gates the plan was made with that are open by now, one at a time."""
        coach = self.coach
        if coach.around.frozen or self._is_stressed():
            return ()
        closed = {gate.rule for gate in coach.screening.gates}
        progress = {one.rule: one for one in (coach.state.heavy_gate, coach.state.jump_gate)}
        found = (
            opened(gate, progress[gate.rule], coach.days_ahead, coach.book, self.order.today)
            for gate in self.order.plan.gates
            if gate.rule in progress and gate.rule not in closed
        )
        return tuple(change for change in found if change is not None)[:1]

    def _waiting(self) -> tuple[Proposal, ...]:
        """Return the safety that holds whether the runner likes it or not, with what lifts it."""
        coach = self.coach
        week = coach.days_ahead[:DAYS_PER_WEEK]
        found = heavy_waits(coach.state, self.order.plan.gates, week, coach.book, self.order.today)
        said = asked_once(coach.decided, (_("Heavy sets wait"), () if found is None else (found,)))
        return as_safety(said, opens_when=together(coach.state.heavy_gate.missing, "; "))

    def _is_stressed(self) -> bool:
        """Whether a race or a new phase lies within the days that hold one new stress (L07)."""
        p = self.coach.book.parameters("L07")
        near = timedelta(days=p.window_days)
        today = self.order.today
        races = any(abs(race.day - today) < near for race in self.order.plan.races)
        weeks = self.order.plan.weeks
        blocks = any(
            later.phase is Phase.STRENGTH is not earlier.phase and abs(later.monday - today) < near
            for earlier, later in pairwise(weeks)
        )
        open_by_now = any(
            change.kind is ChangeKind.OPEN and today - one.decided_on < near
            for one in self.coach.told.decisions
            for change in one.proposal.changes
        )
        return races or blocks or open_by_now


__all__ = ["CoachOrder", "propose"]
