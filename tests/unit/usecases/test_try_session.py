"""A session moved by hand inside a finished plan: the least harmful place, honestly judged."""

from datetime import timedelta

import pytest

from runwright.domain.session import SessionKind
from runwright.usecases.asked import asked_of
from runwright.usecases.made_again import made_again
from runwright.usecases.try_session import try_session
from tests.unit.usecases.test_made_again import LIBRARY, PLAIN, RUNNERS, planned


@pytest.fixture(scope="module")
def season():
    return planned(PLAIN)


def first_session(season):
    return next(day for week in season.plan.weeks for day in week.days if day.session is not None)


def test_a_lighter_session_in_place_of_one_breaks_nothing_firm(season):
    day = first_session(season)

    tried = try_session(season.plan, None, LIBRARY, day.day, SessionKind.LIGHT)

    assert tried.breaks == ()
    assert tried.session is not None


def test_a_day_without_minutes_holds_no_session():
    season = planned(RUNNERS["with races, travel and blocked days"])
    again = made_again(season.plan, asked_of(season.request), LIBRARY)
    monday = season.plan.weeks[0].monday

    tried = try_session(season.plan, again, LIBRARY, monday, SessionKind.FOUNDATION)

    assert tried.session is None
    assert [reason.rule for reason in tried.breaks] == ["D03"]


def test_the_session_fits_the_windows_and_overlaps_no_run(season):
    again = made_again(season.plan, asked_of(season.request), LIBRARY)
    monday = season.plan.weeks[1].monday

    for offset in range(7):
        day = season.plan.day(monday + timedelta(days=offset))
        tried = try_session(season.plan, again, LIBRARY, day.day, SessionKind.LIGHT)
        if tried.session is None:
            continue
        placed = tried.session
        assert any(
            window.start_min <= placed.start_min and placed.end_min <= window.end_min
            for window in day.available.windows
        )
        assert all(
            placed.end_min <= run.start_min or run.end_min <= placed.start_min for run in day.runs
        )


def test_only_rules_on_placement_speak(season):
    monday = season.plan.weeks[0].monday

    tried = [
        try_session(season.plan, None, LIBRARY, monday + timedelta(days=n), SessionKind.HEAVY)
        for n in range(7)
    ]

    spoken = {reason.rule for one in tried for reason in (*one.breaks, *one.differences)}
    assert spoken.isdisjoint({"D05", "D10", "D11", "D12", "D13", "D14"})
