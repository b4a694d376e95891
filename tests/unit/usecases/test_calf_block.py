"""A calf block is offered once, in a quiet week; agreed on, it changes the calf work planned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from runwright.coaching.new_stress import NewStress, kind_of
from runwright.domain.calendar import monday_of
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedPain
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal
from runwright.domain.runner import Pain
from runwright.domain.session import Prescription
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.follow_coach import follow_coach
from runwright.usecases.propose import propose
from tests.unit.usecases.test_follow_coach import (
    LIBRARY,
    SQUAT,
    TODAY,
    heavier,
    next_session,
    order_of,
    said,
    with_morning,
)

CALF = "calf_seated_loaded"  # the calf work of the plan that takes a weight
ACHILLES = "achilles_midportion"


def rested(*decisions: Decided) -> CoachOrder:
    """The order of the other tests, after a lighter week: none is due."""
    order = order_of(*decisions)
    lighter = frozenset({monday_of(TODAY) - timedelta(weeks=1)})
    return replace(order, told=replace(order.told, lighter_weeks=lighter))


def sore_for_weeks(
    order: CoachOrder, pain_0_10: int = 3, *, focal_bone: bool | None = False
) -> CoachOrder:
    """The same with the tendon told on four mornings of three weeks, the last one today."""
    for days_ago in (22, 15, 8, 0):
        pain = Pain(region=ACHILLES, pain_0_10=pain_0_10, focal_bone=focal_bone)
        morning = CheckIn(day=order.today - timedelta(days=days_ago), pains=(pain,))
        order = with_morning(order, replace(morning, sleep_h=8.0, stress_0_10=1, soreness_0_10=0))
    return order


def offers(order: CoachOrder) -> list[Change]:
    return [
        change
        for one in propose(order, LIBRARY)
        for change in one.changes
        if change.kind is ChangeKind.BLOCK
    ]


def asks_more(order: CoachOrder) -> list[str]:
    found = [change for one in propose(order, LIBRARY) for change in one.changes]
    return [one.about for one in found if one.kind.asks_more]


def accepted(order: CoachOrder, decision: Decision = Decision.ACCEPTED) -> CoachOrder:
    """The order with a word on the block that is offered."""
    (offer,) = offers(order)
    proposal = Proposal(id="block", title="", changes=(offer,))
    word = Decided(proposal=proposal, decision=decision, decided_on=order.today)
    return replace(order, told=replace(order.told, decisions=(*order.told.decisions, word)))


def calf_work(order: CoachOrder, weeks: int = 0) -> Prescription:
    day = follow_coach(order, LIBRARY).day(next_session(order, weeks))
    assert day.session is not None
    return next(item for item in day.session.items if item.exercise == CALF)


def planned_work(order: CoachOrder) -> Prescription:
    session = next_session(order).session
    assert session is not None
    return next(item for item in session.items if item.exercise == CALF)


def test_a_tendon_that_is_sore_for_weeks_is_offered_a_block_and_nothing_harder_with_it():
    order = sore_for_weeks(rested())

    assert [one.about for one in offers(order)] == [ACHILLES]
    assert asks_more(order) == []
    assert asks_more(rested()) != [], "without it steps up would be due"


def test_a_block_may_be_declined_and_is_not_offered_again_for_the_same_weeks():
    order = accepted(sore_for_weeks(rested()), Decision.DECLINED)
    later = replace(order, today=order.today + timedelta(days=2))

    assert offers(order) == []
    assert offers(later) == []
    assert calf_work(order).dose == calf_work(sore_for_weeks(rested())).dose


@pytest.mark.parametrize("focal_bone", [None, True])
def test_no_block_while_the_bone_questions_are_open_or_speak_for_bone(focal_bone):
    assert offers(sore_for_weeks(rested(), focal_bone=focal_bone)) == []


def test_the_latest_answer_on_bone_counts():
    order = sore_for_weeks(rested(), focal_bone=None)
    told = Pain(region=ACHILLES, pain_0_10=3, focal_bone=False)

    assert offers(with_morning(order, CheckIn(day=TODAY, sleep_h=8.0, pains=(told,)))) != []


def test_a_block_waits_while_another_step_is_new():
    new = said(heavier(), on=TODAY - timedelta(days=1))

    assert offers(sore_for_weeks(rested(new))) == []
    assert asks_more(sore_for_weeks(rested(new))) == [], "and the next step waits for the block"


def test_a_block_waits_while_a_lighter_week_is_asked_for():
    order = sore_for_weeks(rested())
    assert offers(order) != []

    *before, last = order.told.sessions
    sore = PerformedPain(
        region="shoulder", pain_0_10=5, told_at=last.ended_at, label=last.sets[0].label
    )
    empty = tuple(replace(one, rir=0) for one in last.sets)
    hard = replace(last, sets=empty, pains=(sore,))
    told = replace(order.told, sessions=(*before, hard), lighter_weeks=frozenset())
    tired = replace(order, told=told)

    assert "A lighter week" in [one.title for one in propose(tired, LIBRARY)]
    assert offers(tired) == []


def test_a_block_is_a_kind_of_new_stress_of_its_own():
    (offer,) = offers(sore_for_weeks(rested()))

    assert kind_of(offer) is NewStress.BLOCK
    assert not offer.kind.asks_more, "it begins lighter than what was done"


def test_after_a_yes_nothing_else_gets_harder_until_the_block_has_settled():
    assert asks_more(accepted(sore_for_weeks(rested()))) == []


def test_an_agreed_block_changes_repetitions_tempo_and_rest_and_keeps_the_sets():
    order = accepted(sore_for_weeks(rested()))
    now, planned = calf_work(order).dose, planned_work(order).dose

    assert (now.reps, now.tempo, now.rest_s) == ((15, 15), "3-0-3", 120)
    assert (now.sets, now.rir) == (planned.sets, 4)
    assert "Calf block, week 1 of 12" in calf_work(order).note


def test_the_session_says_why_once():
    order = accepted(sore_for_weeks(rested()))
    day = follow_coach(order, LIBRARY).day(next_session(order))
    assert day.session is not None

    assert [one.rule for one in day.session.reasons].count("P11") == 1


def test_other_exercises_stay_as_they_are():
    sore = sore_for_weeks(rested())
    before = follow_coach(sore, LIBRARY).day(next_session(sore)).session
    after = follow_coach(accepted(sore), LIBRARY).day(next_session(sore)).session
    assert before is not None
    assert after is not None
    changed = [
        was.exercise
        for was, now in zip(before.items, after.items, strict=True)
        if was.dose != now.dose
    ]

    assert changed == [CALF]


def test_weeks_that_were_not_done_do_not_move_it_on():
    order = accepted(sore_for_weeks(rested()))

    assert calf_work(order, weeks=1).dose.reps == (15, 15)


def test_pain_at_the_heel_bone_stops_a_block():
    order = accepted(sore_for_weeks(rested()))
    heel = Pain(region="achilles_insertional", pain_0_10=2)
    now = calf_work(with_morning(order, CheckIn(day=TODAY, pains=(heel,))))

    assert now.dose.tempo != "3-0-3"
    assert "Calf block" not in now.note


def test_an_amber_morning_holds_the_repetitions_where_they_are():
    order = accepted(sore_for_weeks(rested()))
    state = Coach(order, LIBRARY).state.exercise(CALF)
    assert state is not None
    amber = CheckIn(day=TODAY, pains=(Pain(region=ACHILLES, pain_0_10=5),))
    now = calf_work(with_morning(order, amber)).dose

    assert now.reps == (15, 15), "more repetitions than last time are lighter work"
    assert now.rir is not None
    assert state.asked.rir is not None
    assert now.rir >= state.asked.rir


def test_a_pregnant_runner_gets_no_block_whatever_was_agreed():
    order = accepted(sore_for_weeks(rested()))
    pregnant = replace(order, runner=replace(order.runner, pregnant=True))

    assert "Calf block" not in calf_work(pregnant).note


def test_what_was_agreed_in_a_block_does_not_outlive_it():
    order = accepted(sore_for_weeks(rested()))
    block_began = order.told.decisions[-1]
    long_ago = replace(block_began, decided_on=TODAY - timedelta(weeks=9))
    in_it = said(
        replace(heavier(), about=CALF, after=replace(heavier().after, exercise=CALF, reps=(6, 6))),
        on=TODAY - timedelta(weeks=7),
    )
    over = replace(order, told=replace(order.told, decisions=(long_ago, in_it)))
    sessions = tuple(
        one for one in over.told.sessions if one.started_at.date() < date(2026, 9, 10)
    )  # nothing done for weeks: the block is over
    over = replace(over, told=replace(over.told, sessions=sessions))

    assert calf_work(over).dose.reps == planned_work(over).dose.reps
    assert SQUAT in {item.exercise for item in next_session(over).session.items}
