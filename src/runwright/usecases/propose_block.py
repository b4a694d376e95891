"""A calf block, offered: what the coach knows of the runner, the plan and the tendon (P11)."""

from collections.abc import Iterator
from dataclasses import replace

from runwright.coaching.calf_block import calf_blocks, is_block_work
from runwright.coaching.calf_block_offer import MIDPORTION, CalfRunner, calf_block_offer
from runwright.coaching.pain import PainAnswer
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import Change, ChangeKind
from runwright.domain.runner import Pain
from runwright.screening.answers import bone_doubts
from runwright.screening.pain import Suspicion
from runwright.usecases.asked_ahead import asked_exercises
from runwright.usecases.coach import Coach
from runwright.usecases.plan_season import subject_of
from runwright.usecases.safety import BONE, bone_answered

ALLOWS = frozenset({PainAnswer.CONTINUE, PainAnswer.HOLD})


def calf_block(coach: Coach) -> tuple[Change, ...]:
    """Return the offer of a block; nothing while one goes on, or was decided on before.

    Nor while the tendon has work on its way back, or in a week that brings something new itself:
    one new stress at a time (L07).
    """
    today = coach.order.today
    blocks = calf_blocks(coach.told, coach.library, coach.book, today)
    is_on = any(one.covers(today) for one in blocks)
    comes_back = any(way.region == MIDPORTION for way in coach.pains.ways.values())
    if is_on or comes_back or any(coach.has_new_stress(week) for week in coach.weeks_ahead):
        return ()
    offer = calf_block_offer(_runner(coach), coach.around)
    return () if offer is None or _is_decided(offer, coach) else (offer,)


def _is_decided(offer: Change, coach: Coach) -> bool:
    """Whether the runner said yes or no to a block for the same sore weeks, whatever the work."""
    return any(
        change.kind is ChangeKind.BLOCK and change.facts == offer.facts
        for one in coach.told.decisions
        for change in one.proposal.changes
    )


def _runner(coach: Coach) -> CalfRunner:
    runner = coach.order.runner
    work = [next(_block_work(day, coach), "") for day in coach.days_ahead[:DAYS_PER_WEEK]]
    planned = [one for one in work if one]
    return CalfRunner(
        pains=coach.state.pains,
        gates=coach.screening.gates,
        exercise=next(iter(planned), ""),
        days=len(planned),
        may_be_bone=_may_be_bone(coach),
        pregnant=runner.pregnant,
        age=runner.age,
    )


def _may_be_bone(coach: Coach) -> bool:
    """Whether the bone questions about the tendon are open, or speak for bone.

    A missing answer is not a no; the latest word on each question counts.
    """
    runner = coach.order.runner
    known = [one for one in runner.pains if one.region == MIDPORTION]
    mornings = sorted(coach.told.check_ins, key=lambda one: one.day)
    words = [*known, *(one for day in mornings for one in day.pains if one.region == MIDPORTION)]
    if not words or any(one.is_cleared for one in known):
        return not words
    given = {
        name: told for one in words for name in BONE if (told := getattr(one, name)) is not None
    }
    asked = bone_answered(Pain(region=MIDPORTION, pain_0_10=words[-1].pain_0_10), given)
    subject = subject_of(replace(runner, pains=(asked,)), coach.library, coach.order.today)
    return bone_doubts(subject)[0] is not Suspicion.NO


def _block_work(day: DayPlan, coach: Coach) -> Iterator[str]:
    """Yield the calf work of a day that takes a weight, as agreed on, where pain lets it be."""
    for exercise in asked_exercises(day, coach):
        verdict = coach.pains.verdicts.get(exercise.id)
        may = verdict is None or verdict.answer in ALLOWS
        if may and is_block_work(exercise) and coach.around.is_allowed(exercise):
            yield exercise.id
