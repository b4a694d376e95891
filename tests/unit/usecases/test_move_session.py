"""A session moved by hand: the page's promise is the plan's, firm rules hold, the past stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runwright.domain.calendar import monday_of
from runwright.formats.plan_json import read_plan_file, to_json
from runwright.planning.stands import placed_on
from runwright.usecases.asked import asked_of
from runwright.usecases.made_again import audit_stored, made_again
from runwright.usecases.move_session import MoveSession, NotMovableError
from tests.unit.usecases.test_made_again import HABITS, LIBRARY, PLAIN, RUNNERS, planned

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def season():
    return planned(PLAIN)


def mover(season, week: int, runner=PLAIN) -> MoveSession:
    """Moves in a season that is in its week `week`, from 0, on its Monday."""
    today = season.plan.weeks[week].monday
    return MoveSession(season.plan, asked_of(season.request), runner, LIBRARY, today=today)


def sessions_of(plan, week: int):
    return [day.day for day in plan.weeks[week].days if day.session is not None]


def placement(plan):
    return {day.day: placed_on(day) for week in plan.weeks for day in week.days}


def violations(changed, runner, today):
    again = made_again(changed.plan, changed.asked, LIBRARY)
    found = audit_stored(changed.plan, again, LIBRARY, runner)
    return [one for one in found if one.is_violation and one.day >= today]


@pytest.mark.parametrize("name", ["plain", "regular lifter", "with races, travel and blocked days"])
@pytest.mark.parametrize("week", [1, 10])
def test_every_move_that_is_offered_keeps_the_firm_rules(name, week):
    runner = RUNNERS[name]
    moves = mover(planned(runner), week, runner)
    source = sessions_of(moves.plan, week)[0]
    offered = [one for one in moves.choices(source) if one.is_possible]
    dearest = max(offered, key=lambda one: one.extra_points)

    changed = moves.moved(source, dearest.day)

    assert violations(changed, runner, moves.today) == []


@pytest.mark.parametrize("week", [0, 2, 10])
def test_the_plan_after_a_move_is_what_was_said_before_it(season, week):
    moves = mover(season, week)
    source = sessions_of(season.plan, week)[-1]
    choice = next(one for one in moves.choices(source) if one.is_possible)

    after = placement(moves.moved(source, choice.day).plan)

    told = {day: now for day, _was, now in choice.moved}
    expected = {**placement(season.plan), source: None, **told, choice.day: choice.session}
    assert after == expected


def test_days_before_today_stay_word_for_word(season):
    moves = mover(season, 4)
    source = sessions_of(season.plan, 4)[0]
    choice = next(one for one in moves.choices(source) if one.is_possible)

    changed = moves.moved(source, choice.day).plan

    assert changed.weeks[:4] == season.plan.weeks[:4]


def test_what_bends_is_told_in_the_plan():
    early = replace(PLAIN, habits=(replace(HABITS[0], start_min=6 * 60), *HABITS[1:]))
    season = planned(early)
    bending = [
        (moves, source, one)
        for week in range(1, 8)
        for moves in (mover(season, week, early),)
        for source in sessions_of(season.plan, week)
        for one in moves.choices(source)
        if one.is_possible and one.gives_way
    ]
    moves, source, choice = bending[0]

    relaxed = moves.moved(source, choice.day).plan.relaxed

    rules = {one.rule for one in relaxed if monday_of(one.day) == monday_of(source)}
    assert {one.rule for one in choice.gives_way} <= rules


def test_a_day_that_a_firm_rule_closes_says_which_and_makes_no_plan(season):
    moves = mover(season, 2)
    source = sessions_of(season.plan, 2)[0]
    closed = next(one for one in moves.choices(source) if not one.is_possible)

    assert closed.breaks
    assert closed.extra_points is None
    with pytest.raises(NotMovableError, match=r"cannot go there"):
        moves.moved(source, closed.day)


def test_the_runner_is_not_charged_for_wishing(season):
    moves = mover(season, 2)
    source = sessions_of(season.plan, 2)[-1]
    alone = [one for one in moves.choices(source) if one.is_possible and not one.moved]

    assert all("planned before" not in reason.says for one in alone for reason in one.differences)


def test_only_the_days_of_its_week_that_are_still_to_come_are_offered(season):
    source = sessions_of(season.plan, 2)[-1]
    moves = MoveSession(season.plan, asked_of(season.request), PLAIN, LIBRARY, today=source - DAY)

    days = [one.day for one in moves.choices(source)]

    assert days
    assert all(source - DAY <= day and monday_of(day) == monday_of(source) for day in days)
    assert source not in days


@pytest.mark.parametrize("apart_days", [-7, 7])
def test_a_session_stays_in_its_week(season, apart_days):
    moves = mover(season, 1)
    source = sessions_of(season.plan, 2)[0]

    with pytest.raises(NotMovableError, match="within its week"):
        moves.choice(source, source + timedelta(days=apart_days))


def test_a_day_without_a_session_and_a_past_one_say_so(season):
    moves = mover(season, 3)
    empty = next(day.day for day in season.plan.weeks[3].days if day.session is None)

    with pytest.raises(NotMovableError, match="no session"):
        moves.choices(empty)
    with pytest.raises(NotMovableError, match="past"):
        moves.choices(sessions_of(season.plan, 1)[0])


def test_what_was_put_there_by_hand_is_kept_in_the_file(season):
    moves = mover(season, 2)
    source = sessions_of(season.plan, 2)[0]
    choice = next(one for one in moves.choices(source) if one.is_possible)
    changed = moves.moved(source, choice.day)

    read = read_plan_file(to_json(changed.plan, changed.asked), source="plan")

    assert [(one.day, one.placed) for one in read.asked.held] == [(choice.day, choice.session)]
    assert read.plan == changed.plan


def test_a_session_moved_twice_is_held_once(season):
    moves = mover(season, 2)
    source = sessions_of(season.plan, 2)[-1]
    first = next(one for one in moves.choices(source) if one.is_possible)
    changed = moves.moved(source, first.day)
    again = MoveSession(changed.plan, changed.asked, PLAIN, LIBRARY, today=moves.today)

    back = again.moved(first.day, source)

    assert [one.day for one in back.asked.held] == [source]


def test_a_day_with_a_session_put_there_by_hand_can_be_asked_for_by_another(season):
    moves = mover(season, 10)
    source = sessions_of(season.plan, 10)[0]
    choice = next(one for one in moves.choices(source) if one.is_possible)
    changed = moves.moved(source, choice.day)
    again = MoveSession(changed.plan, changed.asked, PLAIN, LIBRARY, today=moves.today)

    for other in sessions_of(changed.plan, 10):
        if other != choice.day and again.is_open(other, choice.day):
            asked = again.choice(other, choice.day)

            assert asked.is_possible or asked.breaks


def test_every_start_that_is_offered_is_the_start_it_gets(season):
    moves = mover(season, 10)
    source = sessions_of(season.plan, 10)[0]
    offered = [one for one in moves.choices(source) if one.is_possible]
    target = next(one.day for one in offered if len(moves.starts(source, one.day)) > 1)
    best = moves.choice(source, target)

    for start in moves.starts(source, target):
        placed = start.session
        assert placed is not None
        changed = moves.moved(source, target, placed.start_min)

        assert placed_on(changed.plan.day(target)) == placed
        assert start.extra_points >= best.extra_points
        assert violations(changed, PLAIN, moves.today) == []


def test_a_session_may_begin_at_another_time_of_its_own_day(season):
    moves = mover(season, 10)
    source = next(day for day in sessions_of(season.plan, 10) if len(moves.starts(day, day)) > 1)
    now = placed_on(season.plan.day(source))
    other = next(one for one in moves.starts(source, source) if one.session != now)

    changed = moves.moved(source, source, other.session.start_min)

    assert placed_on(changed.plan.day(source)) == other.session
    assert changed.asked.held[-1].placed == other.session
