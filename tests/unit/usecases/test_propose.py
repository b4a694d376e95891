"""What the coach proposes to the sample runner, day after day."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from time import perf_counter

import pytest

from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.proposal import ChangeKind, Decided, Decision, Proposal
from runwright.domain.protocol import Phase
from runwright.domain.runner import Pain, Runner
from runwright.formats.sample_diary import LivedSample, lived_sample
from runwright.formats.sample_runner import read_sample
from runwright.knowledge.library import load_library
from runwright.usecases.propose import CoachOrder, propose
from runwright.usecases.write_script import ScriptWriter

LIBRARY = load_library()
TODAY = date(2026, 11, 21)
MOST_S = 0.1  # from "session finished" to the proposal, on one core
WELL = Pain(region="patellofemoral", pain_0_10=0)


@cache
def lived() -> tuple[LivedSample, Runner, Told]:
    sample = read_sample(LIBRARY, lambda _zone: TODAY)
    found = lived_sample(sample, LIBRARY)
    writer = ScriptWriter(
        found.planned.plan, sample.runner, found.planned.request.screening, LIBRARY
    )
    days = {one.started_at.date() for one in found.sessions}
    scripts = {script.id: script for day in days for script in writer.day(day)}
    told = Told(sessions=found.sessions, check_ins=found.check_ins, scripts=scripts)
    return found, sample.runner, told


def until(day: date, told: Told | None = None) -> CoachOrder:
    found, runner, whole = lived()
    told = whole if told is None else told
    seen = replace(
        told,
        sessions=tuple(one for one in told.sessions if one.started_at.date() <= day),
        check_ins=tuple(one for one in told.check_ins if one.day <= day),
    )
    return CoachOrder(runner=runner, plan=found.planned.plan, told=seen, today=day)


def session_days() -> list[date]:
    return sorted({one.started_at.date() for one in lived()[2].sessions})


def step_ups(proposals: tuple[Proposal, ...]) -> list[str]:
    return [
        change.about
        for one in proposals
        for change in one.changes
        if change.kind in {ChangeKind.STEP_UP, ChangeKind.OPEN}
    ]


def all_days() -> dict[date, tuple[Proposal, ...]]:
    return {day: propose(until(day), LIBRARY) for day in session_days()}


def test_twelve_weeks_bring_steps_up():
    found = [one for proposals in all_days().values() for one in step_ups(proposals)]

    assert len(found) > 3


def test_what_is_declined_is_not_asked_again_on_the_same_facts():
    told = lived()[2]
    for day in session_days():
        order = until(day, told)
        declined = tuple(
            Decided(proposal=one, decision=Decision.DECLINED, decided_on=day)
            for one in propose(order, LIBRARY)
        )
        told = replace(told, decisions=(*told.decisions, *declined))
        said_no = {change.key for one in declined for change in one.proposal.changes}
        left = {change.key for one in propose(until(day, told), LIBRARY) for change in one.changes}

        assert not said_no & left, "what made room by a no may come up; the same question may not"
    keys = [change.key for one in told.decisions for change in one.proposal.changes]

    assert len(keys) == len(set(keys))


def test_what_is_accepted_is_not_asked_again_on_the_same_facts():
    day = next(day for day, found in all_days().items() if found)
    order = until(day)
    accepted = tuple(
        Decided(proposal=one, decision=Decision.ACCEPTED, decided_on=day)
        for one in propose(order, LIBRARY)
    )
    told = replace(order.told, decisions=accepted)

    assert propose(replace(order, told=told), LIBRARY) == ()


def test_the_same_facts_give_the_same_name():
    day = session_days()[-1]

    assert propose(until(day), LIBRARY) == propose(until(day), LIBRARY)


def test_a_person_is_not_nagged():
    by_week: dict[date, int] = {}
    told = lived()[2]
    for day in session_days():
        found = propose(until(day, told), LIBRARY)
        decided = (
            Decided(proposal=one, decision=Decision.ACCEPTED, decided_on=day) for one in found
        )
        told = replace(told, decisions=(*told.decisions, *decided))
        monday = day - timedelta(days=day.weekday())
        by_week[monday] = by_week.get(monday, 0) + len(found)

    assert sorted(by_week.values())[len(by_week) // 2] <= 3


@pytest.mark.parametrize("region", sorted(LIBRARY.regions))
@pytest.mark.parametrize("number", [-1, -4, -9])
def test_pain_never_steps_up(region, number):
    day = session_days()[number]
    sore = CheckIn(day=day, pains=(Pain(region=region, pain_0_10=7),))
    order = until(day)
    others = tuple(one for one in order.told.check_ins if one.day != day)
    hurting = replace(order.told, check_ins=(*others, sore))
    before = set(step_ups(propose(order, LIBRARY)))
    after = step_ups(propose(replace(order, told=hurting), LIBRARY))
    tagged = [
        one
        for one in after
        if one in LIBRARY.exercises
        and any(
            tag.region == region
            for tag in (*LIBRARY.exercises[one].avoid, *LIBRARY.exercises[one].caution)
        )
    ]

    assert set(after) <= before
    assert tagged == []


@pytest.mark.parametrize("number", range(-6, 0))
def test_readiness_never_raises(number):
    day = session_days()[number]
    order = until(day)
    tired = tuple(
        CheckIn(day=day - timedelta(days=back), sleep_h=5.5, stress_0_10=8, soreness_0_10=8)
        for back in range(14)
    )
    asked = step_ups(propose(replace(order, told=replace(order.told, check_ins=tired)), LIBRARY))

    assert asked == []


@pytest.mark.parametrize(
    ("phase", "asks"),
    [(Phase.STRENGTH, True), (Phase.TAPER, False), (Phase.RACE, False), (Phase.TRANSITION, False)],
)
def test_no_lighter_week_is_asked_for_in_a_week_that_is_light_by_itself(phase, asks):
    day = session_days()[-1]
    order = until(day)
    tired = tuple(
        CheckIn(day=day - timedelta(days=back), sleep_h=5.5, stress_0_10=8) for back in range(14)
    )
    weeks = tuple(replace(one, phase=phase, deload=False) for one in order.plan.weeks)
    told = replace(order.told, check_ins=tired)
    found = propose(replace(order, plan=replace(order.plan, weeks=weeks), told=told), LIBRARY)
    rules = {change.rule for one in found for change in one.changes}

    assert ("L13" in rules) is asks


def test_weeks_away_are_answered_before_anything_else():
    day = session_days()[-1]
    for weeks, share in ((2, 1.0), (3, 0.9), (5, 0.8)):
        found = propose(until(day + timedelta(weeks=weeks)), LIBRARY)[-1]

        assert found.changes[0].kind is ChangeKind.RETURN
        assert found.changes[0].after.load_share == pytest.approx(share)


def test_a_proposal_comes_within_a_tenth_of_a_second():
    order = until(session_days()[-1])
    propose(order, LIBRARY)
    started = perf_counter()
    propose(order, LIBRARY)

    assert perf_counter() - started < 3 * MOST_S  # three times, for a busy machine


def with_weights(order: CoachOrder, own: dict[str, tuple[float, ...]]) -> CoachOrder:
    return replace(order, runner=replace(order.runner, loads_kg=own))


def test_a_heavier_weight_is_one_of_the_runners_own():
    own = dict.fromkeys(("dumbbell", "two_dumbbells", "kettlebell"), (1.0, 1000.0))
    loads = {
        change.after.load_kg
        for day in session_days()
        for one in propose(with_weights(until(day), own), LIBRARY)
        for change in one.changes
        if change.kind is ChangeKind.STEP_UP and change.after.load_kg != change.before.load_kg
    }

    assert loads <= {None, 1.0, 1000.0}
