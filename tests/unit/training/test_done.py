"""Weeks of strength, planned sessions kept, and the course of a pain."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from runwright.domain.check_in import CheckIn
from runwright.domain.performed import Ended, PerformedPain, PerformedSession, PerformedSet
from runwright.domain.runner import Pain, Side
from runwright.training.done import (
    Kept,
    kept_sessions,
    mean_of_last,
    pain_courses,
    strength_weeks,
)

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
TUESDAY = NOON.date()


def session(script="a", *, days=0, effort=6, **more):
    start = NOON + timedelta(days=days)
    return PerformedSession(
        schema_version="1",
        id=script,
        script=script,
        minutes=30,
        started_at=start,
        ended_at=start + timedelta(minutes=40),
        ended=more.pop("ended", Ended.DONE),
        effort_0_10=effort,
        **more,
    )


def jumps(contacts):
    return PerformedSet(label="A", exercise="pogo", number=1, ended_at=NOON, contacts=contacts)


def test_a_week_sums_effort_times_minutes_and_says_what_was_not_told():
    weeks = strength_weeks(
        [session(), session("b", days=2, effort=None)], first=TUESDAY, last=TUESDAY, zone=UTC
    )

    assert (weeks[0].load_au, weeks[0].untold, weeks[0].sessions) == (240.0, 1, 2)


def test_weeks_without_work_are_there_with_nothing():
    weeks = strength_weeks([session()], first=TUESDAY - timedelta(weeks=2), last=TUESDAY, zone=UTC)

    assert [one.sessions for one in weeks] == [0, 0, 1]


def test_landings_are_counted_by_week():
    done = session(sets=(jumps(12), jumps(8), replace(jumps(1), contacts=None)))

    assert strength_weeks([done], first=TUESDAY, last=TUESDAY, zone=UTC)[0].contacts == 20


def test_every_planned_session_is_done_short_stopped_open_or_to_come():
    day = TUESDAY
    planned = {
        "a": day - timedelta(days=3),
        "b": day - timedelta(days=2),
        "c": day - timedelta(days=1),
        "d": day - timedelta(days=1),
        "e": day,
    }
    sessions = [
        session("a"),
        session("b", ended=Ended.SHORTENED),
        session("c", ended=Ended.PAIN),
    ]

    assert kept_sessions(planned, sessions, as_of=day) == {
        "a": Kept.DONE,
        "b": Kept.SHORT,
        "c": Kept.STOPPED,
        "d": Kept.NOT_DONE,
        "e": Kept.COMING,
    }


def test_the_course_of_a_pain_joins_mornings_and_sessions_and_takes_the_most():
    sore = Pain(region="shin", pain_0_10=2, side=Side.LEFT)
    hurt = PerformedPain(region="shin", pain_0_10=5, told_at=NOON, side=Side.LEFT)
    mornings = [
        CheckIn(day=date(2026, 11, 16), pain_free=True),
        CheckIn(day=TUESDAY, pains=(sore,)),
        CheckIn(day=date(2026, 11, 18)),
        CheckIn(day=date(2026, 11, 19), pain_free=True),
    ]
    course = pain_courses(mornings, [session(pains=(hurt,))], zone=UTC)

    points = course["shin", Side.LEFT]

    assert [(one.day.day, one.pain_0_10) for one in points] == [(17, 5), (19, 0)]


def test_a_place_that_never_hurt_has_no_course():
    nothing = Pain(region="shin", pain_0_10=0)

    assert pain_courses([CheckIn(day=TUESDAY, pains=(nothing,))], [], zone=UTC) == {}


def test_a_mean_needs_enough_nights():
    nights = {TUESDAY - timedelta(days=number): 7.0 + number for number in range(4)}

    assert mean_of_last(nights, day=TUESDAY, days=2, least=2) == 7.5
    assert mean_of_last(nights, day=TUESDAY, days=14, least=7) is None
    assert mean_of_last({}, day=TUESDAY, days=14, least=0) is None
