"""The one way in to the coach: what comes first, what is asked once, what is not asked at all."""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import pytest

from runwright.domain.check_in import CheckIn
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import ChangeKind, Decided, Decision, Proposal
from runwright.domain.runner import HomeTestResult, Pain, Side
from runwright.knowledge.library import load_library
from runwright.usecases.asked import asked_of
from runwright.usecases.propose import CoachOrder, propose
from tests.unit.usecases.test_propose import lived, session_days, until

LIBRARY = load_library()
MOST_S = 0.1  # of one core


def on(day: date, *mornings: CheckIn, told=None) -> CoachOrder:
    """What the coach is told on a day, with these mornings in place of the diary's."""
    order = until(day, told)
    days = {one.day for one in mornings}
    others = tuple(one for one in order.told.check_ins if one.day not in days)
    return replace(
        order,
        told=replace(order.told, check_ins=(*others, *mornings)),
        asked=asked_of(lived()[0].planned.request),
    )


def without_last(order: CoachOrder) -> CoachOrder:
    """The same without the session of the day: as if it were still to do, or missed."""
    sessions = tuple(
        one for one in order.told.sessions if one.started_at.date() != session_days()[-1]
    )
    return replace(order, told=replace(order.told, sessions=sessions))


def decided(order: CoachOrder, proposals, decision=Decision.ACCEPTED) -> CoachOrder:
    said = tuple(
        Decided(proposal=one, decision=decision, decided_on=order.today) for one in proposals
    )
    told = replace(order.told, decisions=(*order.told.decisions, *said))
    return replace(order, told=told)


def titles(proposals: tuple[Proposal, ...]) -> list[str]:
    return [one.title for one in proposals]


def sore(day: date, region: str = "achilles_midportion", pain_0_10: int = 7) -> CheckIn:
    return CheckIn(day=day, pains=(Pain(region=region, pain_0_10=pain_0_10),))


def test_what_hurts_is_answered_before_anything_else():
    day = session_days()[-1]
    found = propose(on(day, sore(day)), LIBRARY)

    assert titles(found)[0] == "Running today"
    assert "Because it hurts" in titles(found)
    safe = [one.is_declinable for one in found]
    assert safe == sorted(safe)


def test_what_is_out_is_not_said_again_because_the_plan_goes_on():
    """The days ahead ask for another dose of what was never done: nothing new about the pain."""
    day = session_days()[-1]
    order = on(day, sore(day))
    order = replace(order, told=replace(order.told, sessions=()))
    again = decided(order, propose(order, LIBRARY))
    plan = order.plan
    weeks = tuple(
        replace(week, days=tuple(map(with_another_set, week.days))) for week in plan.weeks
    )

    assert "Because it hurts" in titles(propose(order, LIBRARY))
    assert "Because it hurts" not in titles(propose(again, LIBRARY))
    later = replace(again, plan=replace(plan, weeks=weeks))
    assert "Because it hurts" not in titles(propose(later, LIBRARY))


def with_another_set(day: DayPlan) -> DayPlan:
    if day.session is None:
        return day
    blocks = tuple(
        replace(
            block,
            items=tuple(
                replace(one, dose=replace(one.dose, sets=one.dose.sets + 1)) for one in block.items
            ),
        )
        for block in day.session.blocks
    )
    return replace(day, session=replace(day.session, blocks=blocks))


def test_what_hurts_gets_no_second_change():
    day = session_days()[-1]
    found = propose(on(day, sore(day)), LIBRARY)
    about = [one.about for proposal in found for one in proposal.changes]

    assert len(about) == len(set(about))


def test_a_sore_place_is_told_once_and_again_when_it_gets_worse():
    day = session_days()[-1]
    order = on(day, sore(day, pain_0_10=4))
    again = decided(order, propose(order, LIBRARY))
    assert propose(again, LIBRARY) == ()
    worse = replace(
        again,
        told=replace(
            again.told,
            check_ins=(*(o for o in again.told.check_ins if o.day != day), sore(day, pain_0_10=8)),
        ),
    )

    assert "Because it hurts" in titles(propose(worse, LIBRARY))


def test_a_missed_session_asks_for_another_rest_of_the_week():
    tomorrow = session_days()[-1] + timedelta(days=1)
    found = propose(without_last(on(tomorrow)), LIBRARY)
    week = next(one for one in found if one.title == "The rest of the week")

    assert {one.kind for one in week.changes} <= {ChangeKind.MOVE, ChangeKind.DROP}
    assert all(one.rule == "S12" and one.first_day >= tomorrow for one in week.changes)


@pytest.mark.parametrize("decision", Decision)
@pytest.mark.parametrize("later", [0, 1])
def test_the_rest_of_a_week_is_asked_once_for_what_was_missed(decision, later):
    tomorrow = session_days()[-1] + timedelta(days=1)
    order = without_last(on(tomorrow))
    again = decided(order, propose(order, LIBRARY), decision)
    again = replace(again, today=tomorrow + timedelta(days=later))

    assert "The rest of the week" not in titles(propose(again, LIBRARY))


def test_without_what_a_plan_was_made_from_no_week_is_planned_anew():
    tomorrow = session_days()[-1] + timedelta(days=1)
    order = replace(without_last(on(tomorrow)), asked=None)

    assert "The rest of the week" not in titles(propose(order, LIBRARY))


def short_nights(day: date) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(day=day - timedelta(days=back), sleep_h=5.5) for back in range(14))


def test_short_nights_ease_the_session_of_today_and_are_asked_once_a_week():
    day = session_days()[-1]
    order = without_last(on(day, *short_nights(day)))
    found = propose(order, LIBRARY)
    assert {"Easier today", "A lighter week"} & set(titles(found))
    again = decided(order, found)

    assert "Easier today" not in titles(propose(again, LIBRARY))


def test_sore_legs_are_of_today_and_short_nights_of_the_week():
    day = session_days()[-1]  # a Thursday
    this_morning = CheckIn(day=day, sleep_h=5.5, soreness_0_10=5)
    sore = (CheckIn(day=day, sleep_h=8.0, soreness_0_10=5),)
    both = (*short_nights(day)[1:], this_morning)
    days = [
        change.last_day
        for mornings in (sore, short_nights(day), both)
        for one in propose(without_last(on(day, *mornings)), LIBRARY)
        for change in one.changes
        if change.about == "day"
    ]

    assert days == [day, day + timedelta(days=3), day + timedelta(days=3)]


def test_short_nights_say_nothing_about_a_day_without_a_session_to_do():
    day = session_days()[-1]

    assert "Easier today" not in titles(propose(on(day, *short_nights(day)), LIBRARY))


def with_results(*results: HomeTestResult) -> CoachOrder:
    order = on(session_days()[-1])
    order = replace(order, runner=replace(order.runner, pains=(), test_results=results))
    calm = tuple(replace(one, pains=(), pain_free=True) for one in order.told.check_ins)
    return replace(order, told=replace(order.told, check_ins=calm))


def wall(value: float, *, weeks_ago: int) -> HomeTestResult:
    day = session_days()[-1] - timedelta(weeks=weeks_ago)
    return HomeTestResult(test="knee_to_wall", value=value, side=Side.LEFT, day=day)


def test_a_test_of_seven_weeks_ago_is_due_and_one_of_five_is_not():
    due, not_yet = (
        propose(with_results(wall(11, weeks_ago=7)), LIBRARY),
        with_results(wall(11, weeks_ago=5)),
    )

    assert "Tests that are due" in titles(due)
    assert "Tests that are due" not in titles(propose(not_yet, LIBRARY))


@pytest.mark.parametrize(("weeks", "asked"), [(11, False), (12, True)])
def test_a_test_that_was_declined_is_asked_for_again_when_it_falls_due_again(weeks, asked):
    first = with_results(wall(11, weeks_ago=7))
    declined = decided(first, propose(first, LIBRARY), Decision.DECLINED)
    later = with_results(wall(11, weeks_ago=weeks))
    again = tuple(
        replace(
            one,
            proposal=replace(
                one.proposal,
                changes=tuple(
                    replace(change, facts=wall(11, weeks_ago=weeks).day.isoformat())
                    if change.about == "knee_to_wall"
                    else change
                    for change in one.proposal.changes
                ),
            ),
        )
        for one in declined.told.decisions
    )
    later = replace(later, told=replace(later.told, decisions=again))

    assert ("Tests that are due" in titles(propose(later, LIBRARY))) is asked


def test_a_test_is_not_asked_for_while_a_place_is_red():
    order = with_results(wall(11, weeks_ago=7))
    red = replace(order.told, check_ins=(*order.told.check_ins[:-1], sore(order.today)))

    assert "Tests that are due" not in titles(propose(replace(order, told=red), LIBRARY))


@pytest.mark.parametrize(
    ("now", "becomes", "says"),
    [
        (6.0, "raised", "less by more than the test's error"),
        (9.0, "raised", "less by more than the test's error"),
    ],
)
def test_a_stiffer_ankle_raises_its_need_only_beyond_the_error_of_the_test(now, becomes, says):
    """The test's error is 1.9 cm; eight weeks ago it was 11 cm."""
    found = propose(with_results(wall(11, weeks_ago=8), wall(now, weeks_ago=0)), LIBRARY)
    (told,) = (one for one in found if one.title == "What your tests say")

    assert told.changes[0].facts.startswith(becomes)
    assert says in told.changes[0].because


def test_a_change_within_the_error_of_the_test_asks_nothing():
    found = propose(with_results(wall(11, weeks_ago=8), wall(9.5, weeks_ago=0)), LIBRARY)

    assert not any(one.title == "What your tests say" for one in found)


def test_a_person_is_not_nagged_by_everything_together():
    by_week: dict[date, int] = {}
    told = lived()[2]
    for number in range((session_days()[-1] - session_days()[0]).days):
        day = session_days()[0] + timedelta(days=number)
        order = on(day, told=told)
        found = propose(order, LIBRARY)
        told = replace(told, decisions=decided(order, found).told.decisions)
        monday = day - timedelta(days=day.weekday())
        asked = sum(one.is_declinable for one in found)
        by_week[monday] = by_week.get(monday, 0) + asked

    assert sorted(by_week.values())[len(by_week) // 2] <= 3


def test_everything_together_comes_within_a_tenth_of_a_second():
    tomorrow = session_days()[-1] + timedelta(days=1)
    order = without_last(on(tomorrow, sore(tomorrow, pain_0_10=4), *short_nights(tomorrow)[1:]))
    propose(order, LIBRARY)
    started = process_time()
    propose(order, LIBRARY)

    assert process_time() - started < 3 * MOST_S  # three times, for a busy machine
