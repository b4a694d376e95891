"""A word on a proposal written down and carried out, and taken back."""

from dataclasses import dataclass

from django.db import transaction

from runwright.domain.proposal import ChangeKind, Decided, Decision
from runwright.usecases.decide import decide, revoked
from runwright.usecases.propose_week import week_as_it_went
from runwright.web.clock import now_in
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.models import DecisionRecord, keep_decision, record_of
from runwright.web.runner.models import RunnerRecord
from runwright.web.runner.planned import plan_now
from runwright.web.season.followed import go_back_to, keep_changed, plan_before
from runwright.web.season.models import PlanRecord, current_plan
from runwright.web.season.safety import following

LONGEST_REASON = 400
MOVES = frozenset({ChangeKind.MOVE, ChangeKind.DROP})
PLANNED_ANEW = frozenset({ChangeKind.NEED, ChangeKind.OPEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What the runner says to a proposal; `because` in their words, '' for none."""

    decision: Decision
    because: str = ""


def decide_on(desk: CoachDesk, proposal: str, word: Word) -> DecisionRecord:
    """Write a word on an open proposal down, carry it out, and return its line of the record.

    Raises
    ------
    NotOpenError
        If no such proposal is open.
    NotDeclinableError
        If safety was declined.
    PlanImpossibleError
        If the plan it asks for cannot be made; nothing is written then.
    """
    said = decide(desk.proposals, proposal, word.decision, desk.today, word.because)
    now = now_in(desk.runner.runner.timezone)
    with transaction.atomic():
        made = _carried_out(desk, said)
        return keep_decision(desk.runner, said, now=now, made=made)


def take_back(desk: CoachDesk, line: DecisionRecord) -> DecisionRecord:
    """Write down that a decision is taken back, and follow the plan of before where it moved days.

    Raises
    ------
    NotOpenError
        If it does not hold any more.
    """
    runner = desk.runner
    said = revoked(record_of(runner), line.proposal, desk.today)
    now = now_in(runner.runner.timezone)
    with transaction.atomic():
        _week_back(runner, line)
        return keep_decision(runner, said, now=now)


def _carried_out(desk: CoachDesk, said: Decided) -> PlanRecord | None:
    """Return the plan a decision leads to; None where it changes no day of it."""
    if said.decision is not Decision.ACCEPTED:
        return None
    kinds = {change.kind for change in said.proposal.changes}
    if kinds & MOVES:
        return _moved(desk, said)
    return plan_now(desk.runner, counts_new_runs=False) if kinds & PLANNED_ANEW else None


def _moved(desk: CoachDesk, said: Decided) -> PlanRecord | None:
    """Return the plan with the days as agreed; None where that changes nothing."""
    week = week_as_it_went(desk.coach)
    changed = None if week is None else week.accepted()
    if changed is None or changed.plan == desk.plan.plan:
        return None
    return keep_changed(desk.runner, changed, said.proposal.changes[0].because)


def _week_back(runner: RunnerRecord, line: DecisionRecord) -> None:
    """Follow the plan of before a decision again, where nothing newer took its place."""
    now = current_plan(runner)
    if now is None or line.made is None or now.pk != line.made.pk:
        return
    before = plan_before(now)
    if before is not None:
        with following(runner):
            go_back_to(runner, now, before)
