"""Whatever a runner lives: the coach is the same again, asks once, and gives way to pain."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from runwright.coaching.exposures import touches
from runwright.domain.check_in import CheckIn
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.performed import PerformedSession
from runwright.domain.plan import DayPlan
from runwright.domain.progress import RunnerState
from runwright.domain.proposal import Decided, Decision, Proposal
from runwright.domain.runner import Pain
from runwright.domain.session import Prescription
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.decide import apart
from runwright.usecases.follow_coach import as_of, follow_coach
from runwright.usecases.propose import propose
from runwright.usecases.record_session import record_session
from tests.lives import life, lives
from tests.strategies import examples, library

A_WEEK = tuple(timedelta(days=number) for number in range(7))


SEEDS = st.integers(0, 10_000)


def dice_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # dice, no secret


class Sent:
    """A diary that hears a phone: what it knows it does not take again."""

    def __init__(self) -> None:
        self.sessions: dict[str, PerformedSession] = {}

    def has(self, session_id: str) -> bool:
        return session_id in self.sessions

    def add(self, session: PerformedSession, *, received_at: datetime) -> None:
        assert received_at.tzinfo is not None
        self.sessions[session.id] = session


def arrived(order: CoachOrder, dice: Random) -> CoachOrder:
    """The same diary as it may arrive: in any order, and some sessions twice."""
    told, diary = order.told, Sent()
    sent = [*told.sessions, *dice.sample(told.sessions, len(told.sessions) // 2)]
    for one in dice.sample(sent, len(sent)):
        record_session(diary, one, received_at=one.ended_at)
    scripts = list(told.scripts.items())
    return replace(
        order,
        runs=tuple(dice.sample(order.runs, len(order.runs))),
        told=replace(
            told,
            sessions=tuple(diary.sessions.values()),
            check_ins=tuple(dice.sample(told.check_ins, len(told.check_ins))),
            decisions=tuple(dice.sample(told.decisions, len(told.decisions))),
            scripts=dict(dice.sample(scripts, len(scripts))),
        ),
    )


def asked_days(order: CoachOrder, days: tuple[timedelta, ...] = A_WEEK) -> tuple[DayPlan, ...]:
    follow = follow_coach(order, library())
    planned = (order.plan.day(order.today + one) for one in days)
    return tuple(follow.day(day) for day in planned if day is not None)


def all_of_it(order: CoachOrder) -> tuple[RunnerState, tuple[Proposal, ...], tuple[DayPlan, ...]]:
    """What the coach makes of a diary: the state, what is proposed, the days as asked for."""
    return Coach(order, library()).state, propose(order, library()), asked_days(order)


@examples(20)
@given(number=lives(), seed=SEEDS)
def test_a_diary_in_any_order_is_the_same_diary(number: int, seed: int) -> None:
    order = life(number)

    assert all_of_it(arrived(order, dice_of(seed))) == all_of_it(order)


@examples(20)
@given(number=lives(), back=st.integers(0, 40))
def test_what_came_later_changes_nothing_of_what_was_said_then(number: int, back: int) -> None:
    """Read again, the diary gives the state that it gave on that day."""
    order = life(number)
    then = max(order.plan.start, order.today - timedelta(days=back))
    cut = as_of(order, then)

    assert (
        Coach(replace(order, today=then), library()).state
        == Coach(
            replace(
                cut,
                told=replace(
                    cut.told,
                    sessions=tuple(
                        one for one in order.told.sessions if one.started_at.date() <= then
                    ),
                ),
            ),
            library(),
        ).state
    )


# -- a question is asked once -------------------------------------------------------------------


def answered(order: CoachOrder, proposals: tuple[Proposal, ...], dice: Random) -> CoachOrder:
    """The order with a word on everything; safety is not asked."""
    said = tuple(
        Decided(
            proposal=one,
            decision=Decision.DECLINED
            if one.is_declinable and dice.random() < 0.6
            else Decision.ACCEPTED,
            decided_on=order.today,
        )
        for one in apart(proposals)
    )
    return replace(order, told=replace(order.told, decisions=(*order.told.decisions, *said)))


# Rules for which time itself, or another missed day, is news.
NEWS = frozenset({"S12", "P12"})


@examples(10)
@given(number=lives(), seed=SEEDS)
@example(number=4, seed=4)  # push-ups below five, decided on the day they were done
def test_nothing_is_asked_twice_while_nothing_new_is_told(number: int, seed: int) -> None:
    """Neither in the same words nor in others, whatever was said to it: about each thing once."""
    order = life(number)
    dice = dice_of(seed)
    keys: list[tuple[str, ...]] = []
    asked: list[tuple[str, str, str]] = []
    for _day in range(5):
        for _again in range(4):
            found = propose(order, library())
            changes = [change for one in found for change in one.changes]
            keys += [one.key for one in changes]
            asked += [(one.kind.value, one.about, one.rule) for one in changes]
            order = answered(order, found, dice)

        assert propose(order, library()) == ()
        order = replace(order, today=order.today + timedelta(days=1))
    of_facts = [one for one in asked if one[-1] not in NEWS]

    assert len(keys) == len(set(keys))
    assert len(of_facts) == len(set(of_facts))


# -- pain never asks for more -------------------------------------------------------------------


def with_morning(order: CoachOrder, morning: CheckIn) -> CoachOrder:
    others = tuple(one for one in order.told.check_ins if one.day != morning.day)
    return replace(order, told=replace(order.told, check_ins=(*others, morning)))


def work_by_exercise(days: tuple[DayPlan, ...]) -> Iterator[Prescription]:
    for day in days:
        for block in () if day.session is None else day.session.blocks:
            yield from block.items


@examples(40)
@given(number=lives(), region=st.sampled_from(sorted(library().regions)), pain=st.integers(1, 10))
def test_what_hurts_above_green_gets_no_harder(number: int, region: str, pain: int) -> None:
    order = life(number)
    limits = Coach(order, library()).book.parameters("G07")
    morning = CheckIn(day=order.today, pains=(Pain(region=region, pain_0_10=pain),))
    order = with_morning(order, morning)
    if pain_light(pain, library().regions[region].tissue, limits) is Light.GREEN:
        return
    coach = Coach(order, library())
    felt = {name for name, one in library().exercises.items() if touches(one, region)}
    steps = {
        work.exercise
        for one in propose(order, library())
        for change in one.changes
        for work in (change.after,)
        if change.kind.asks_more and work is not None
    }

    assert not steps & felt
    for item in work_by_exercise(asked_days(order)):
        last = coach.state.exercise(item.exercise)
        if item.exercise not in felt or last is None:
            continue
        dose = item.dose
        assert dose.load_kg is None or last.load_kg is None or dose.load_kg <= last.load_kg
        assert (dose.hold_s or 0) <= (last.asked.hold_s or dose.hold_s or 0)
        assert (dose.contacts or 0) <= (last.asked.contacts or dose.contacts or 0)
        assert dose.rir is None or dose.rir >= (last.asked.rir or 0)
        if not library().exercises[item.exercise].loadable and dose.reps and last.asked.reps:
            assert dose.reps[1] <= last.asked.reps[1]


# -- readiness never raises ---------------------------------------------------------------------

NIGHTS = st.tuples(st.integers(3, 9), st.integers(0, 10), st.integers(0, 10))


def two_weeks(order: CoachOrder, sleep_h: float, stress: int, soreness: int) -> CoachOrder:
    """The same life with these mornings, and everything accepted that is proposed."""
    mornings = tuple(
        CheckIn(
            day=order.today - timedelta(days=back),
            sleep_h=sleep_h,
            stress_0_10=stress,
            soreness_0_10=soreness,
            pain_free=True,
        )
        for back in range(14)
    )
    days = {one.day for one in mornings}
    others = tuple(one for one in order.told.check_ins if one.day not in days)
    order = replace(order, told=replace(order.told, check_ins=(*others, *mornings)))
    said = tuple(
        Decided(proposal=one, decision=Decision.ACCEPTED, decided_on=order.today)
        for one in propose(order, library())
    )
    return replace(order, told=replace(order.told, decisions=(*order.told.decisions, *said)))


@examples(30)
@given(number=lives(), one=NIGHTS, other=NIGHTS)
def test_worse_mornings_never_ask_for_more(
    number: int, one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    order = life(number)
    better = max(one[0], other[0]), min(one[1], other[1]), min(one[2], other[2])
    worse = min(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])
    rested = asked_days(two_weeks(order, *better))
    tired = asked_days(two_weeks(order, *worse))
    for day, other_day in zip(rested, tired, strict=True):
        most = {item.exercise: item.dose for item in work_by_exercise((day,))}
        for item in work_by_exercise((other_day,)):
            if item.exercise not in most:
                continue
            now, was = item.dose, most[item.exercise]
            assert now.sets <= was.sets
            assert now.load_kg is None or was.load_kg is None or now.load_kg <= was.load_kg
            assert (now.hold_s or 0) <= (was.hold_s or 0)
            assert (now.contacts or 0) <= (was.contacts or 0)
            assert now.rir is None or was.rir is None or now.rir >= was.rir
