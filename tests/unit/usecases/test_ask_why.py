"""Questions to a stored plan, answered exactly or by moving a session by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from runwright.domain.day_words import full_date
from runwright.domain.session import SessionKind
from runwright.usecases.ask_why import (
    DayOutsidePlanError,
    NothingPlannedError,
    PlanQuestions,
    first_and_last,
)
from runwright.usecases.asked import asked_of
from runwright.usecases.made_again import Standing
from tests.unit.usecases.test_made_again import LIBRARY, PLAIN, planned, with_session_moved


@pytest.fixture(scope="module")
def season():
    return planned(PLAIN)


@pytest.fixture(scope="module")
def questions(season):
    return PlanQuestions(season.plan, asked_of(season.request), LIBRARY)


@pytest.fixture(scope="module")
def by_hand(season):
    """The same plan, which does not say what it was made from."""
    return PlanQuestions(season.plan, None, LIBRARY)


def days_of(season, *, with_session: bool) -> list[date]:
    return [
        day.day
        for week in season.plan.weeks
        for day in week.days
        if (day.session is not None) is with_session
    ]


def test_the_answer_is_the_planners_own(season, questions):
    for day in days_of(season, with_session=False)[:10]:
        for kind in SessionKind:
            answer, elsewhere = questions.why_not(day, kind), season.explainer.elsewhere(day, kind)

            assert answer.extra_points == elsewhere.extra_points
            assert answer.session == elsewhere.session
            assert answer.breaks == elsewhere.forbidden_by


def test_what_would_move_is_told_with_what_is_there_now(season, questions):
    answers = [
        questions.why_not(day, SessionKind.FOUNDATION)
        for day in days_of(season, with_session=False)[:7]
    ]

    moved = [move for answer in answers for move in answer.moved]
    assert moved
    for day, now, then in moved:
        stored = season.plan.day(day)
        assert stored is not None
        assert now == (None if stored.session is None else stored.session.placed)
        assert now != then


def test_a_day_with_a_session_tells_no_others(season, questions):
    why = questions.why(days_of(season, with_session=True)[0])

    assert why.day.session is not None
    assert why.others == ()


def test_a_day_without_a_session_tells_what_each_kind_would_mean(season, questions):
    why = questions.why(days_of(season, with_session=False)[0])

    number = season.plan.weeks.index(why.week)
    assert tuple(one.kind for one in why.others) == season.season.frames[number].kinds()


def test_a_session_that_is_there_costs_nothing(season, questions):
    day = days_of(season, with_session=True)[0]
    session = season.plan.day(day).session

    answer = questions.why_not(day, session.kind)

    assert answer.is_there
    assert answer.session == session.placed


def test_moved_by_hand_a_session_leaves_its_old_day(season, by_hand):
    day = days_of(season, with_session=True)[0]
    kind = season.plan.day(day).session.kind
    free = next(
        one
        for one in days_of(season, with_session=False)
        if one.isocalendar()[1] == day.isocalendar()[1]
    )

    answer = by_hand.why_not(free, kind)

    assert answer.standing is Standing.NOT_ASKED
    assert [(when, then) for when, _now, then in answer.moved] in (
        [(day, None)],
        [(other, None) for other, _now, _then in answer.moved],
    )


def test_moved_by_hand_two_leg_days_in_a_row_break_a_firm_rule(season, by_hand):
    for day in days_of(season, with_session=True):
        session = season.plan.day(day).session
        after = season.plan.day(day + timedelta(days=1))
        if session.kind is not SessionKind.HEAVY or after is None or after.session is not None:
            continue
        others = [
            other
            for other in days_of(season, with_session=True)
            if other != day and other.isocalendar()[1] == day.isocalendar()[1]
        ]
        answer = by_hand.why_not(day + timedelta(days=1), season.plan.day(others[0]).session.kind)
        if answer.session is not None and answer.kind.is_lower_body:
            assert "S05" in {reason.rule for reason in answer.breaks}
            return
    pytest.fail("the season has no heavy day followed by a free one")


def test_an_edited_plan_is_answered_by_hand(season):
    edited = with_session_moved(season.plan)
    questions = PlanQuestions(edited, asked_of(season.request), LIBRARY)

    answer = questions.why_not(days_of(season, with_session=False)[0], SessionKind.LIGHT)

    assert answer.standing is Standing.EDITED


def test_a_day_outside_the_plan_is_refused_with_its_first_and_last_day(season, questions):
    first, last = first_and_last(season.plan)

    with pytest.raises(DayOutsidePlanError, match=f"{full_date(first)} to {full_date(last)}"):
        questions.why(last + timedelta(days=1))
    with pytest.raises(DayOutsidePlanError):
        questions.why_not(first - timedelta(days=1), SessionKind.HEAVY)


def test_a_plan_without_weeks_answers_nothing(season):
    with pytest.raises(NothingPlannedError):
        PlanQuestions(replace(season.plan, weeks=()), None, LIBRARY)
