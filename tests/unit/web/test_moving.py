"""Moving a session: every day's price is told, the move is kept with its reason, and taken back."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from runwright.web.clock import today_in
from runwright.web.season.models import current_plan


@pytest.fixture
def today(sample):
    return today_in(sample.runner.timezone)


def coming(sample, today):
    """The first week after this one that holds a session, and the day of it."""
    for week in current_plan(sample).plan.weeks:
        if week.monday > today:
            for day in week.days:
                if day.session is not None:
                    return week, day.day
    raise AssertionError


def possible(signed_in, source):
    page = signed_in.get(f"/day/{source}/move/").content.decode()
    parts = page.split('data-to="')[1:]
    return [part[:10] for part in parts if "What it would mean" in part.split("</li>")[0]]


def test_a_day_with_a_session_says_why_and_why_not_elsewhere(signed_in, sample, today):
    _week, source = coming(sample, today)
    page = signed_in.get(f"/day/{source}/why/").content.decode()

    assert "What speaks for it" in page
    assert "Why not another day" in page
    assert "coach default" in page
    assert "/library/rules/S" in page
    assert "/library/sources/" in page


def test_a_day_without_a_session_says_what_would_be_there(signed_in, sample, today):
    week, _source = coming(sample, today)
    empty = next(day.day for day in week.days if day.session is None)
    page = signed_in.get(f"/day/{empty}/why/").content.decode()

    assert "holds no strength" in page
    assert "What would be here instead" in page


def test_a_past_day_tells_its_reasons_and_offers_no_move(signed_in, sample, today):
    past = next(
        day.day
        for week in current_plan(sample).plan.weeks
        for day in week.days
        if day.session is not None and day.day < today
    )
    page = signed_in.get(f"/day/{past}/why/").content.decode()

    assert "What speaks for it" in page
    assert "Why not another day" not in page
    assert "past does not change" in signed_in.get(f"/day/{past}/move/").content.decode()


def test_every_week_offers_its_sessions_to_be_moved_without_a_script(signed_in, sample, today):
    week, source = coming(sample, today)
    page = signed_in.get(f"/week/{week.number}/").content.decode()

    assert f'action="/day/{source}/move/"' in page
    assert f'href="/day/{source}/why/"' in page


def test_a_move_is_told_before_it_is_made(signed_in, sample, today):
    _week, source = coming(sample, today)
    to = possible(signed_in, source)[0]
    page = signed_in.get(f"/day/{source}/move/?to={to}").content.decode()

    assert 'id="verdict"' in page
    assert "Possible" in page
    assert "Would also move" in page
    assert current_plan(sample).plan.day(source).session is not None


def test_a_move_is_kept_with_its_reason_and_undone(signed_in, sample, today):
    week, source = coming(sample, today)
    before = current_plan(sample)
    to = possible(signed_in, source)[0]

    response = signed_in.post(f"/day/{source}/move/", {"to": to})

    moved = current_plan(sample)
    assert moved.pk != before.pk
    assert moved.because.startswith("Moved ")
    assert moved.plan.day(type(source).fromisoformat(to)).session is not None
    notice = signed_in.get(response.url).content.decode()
    assert moved.because.split(" from ")[0] in notice
    assert "put there by you" in notice

    signed_in.post("/season/changes/back/", {"to": before.pk})

    after = current_plan(sample)
    assert after.pk > moved.pk
    assert after.plan == before.plan
    assert after.file.asked.held == ()
    assert after.because.startswith("Took back: Moved ")
    assert week.number


def test_sent_twice_it_moves_once_and_leads_to_the_week(signed_in, sample, today):
    week, source = coming(sample, today)
    to = possible(signed_in, source)[0]
    session = current_plan(sample).plan.day(source).session.id
    signed_in.post(f"/day/{source}/move/", {"to": to, "session": session})

    again = signed_in.post(f"/day/{source}/move/", {"to": to, "session": session})

    assert again.url == f"/week/{week.number}/"
    assert sample.plans.count() == 2


def test_a_day_that_a_firm_rule_closes_is_refused_in_words(signed_in, sample, today):
    _week, source = coming(sample, today)
    before = current_plan(sample).pk
    offered = {*possible(signed_in, source), str(source)}
    monday = source - timedelta(days=source.weekday())
    closed = next(
        str(monday + timedelta(days=n))
        for n in range(7)
        if str(monday + timedelta(days=n)) not in offered
    )

    response = signed_in.post(f"/day/{source}/move/", {"to": closed})

    assert response.status_code == 409
    assert "Not moved." in response.content.decode()
    assert current_plan(sample).pk == before


@pytest.mark.parametrize("to", ["", "friday", "2020-01-01"])
def test_a_day_that_cannot_be_meant_changes_nothing(signed_in, sample, today, to):
    _week, source = coming(sample, today)
    before = current_plan(sample).pk

    assert signed_in.post(f"/day/{source}/move/", {"to": to}).status_code in {404, 409}
    assert current_plan(sample).pk == before


def test_nobody_moves_or_takes_back_what_is_another_s(client, sample, today):
    _week, source = coming(sample, today)
    plan = current_plan(sample).pk
    client.force_login(User.objects.create_user("other"))

    assert client.post(f"/day/{source}/move/", {"to": str(source)}).url == "/start/"
    assert client.post("/season/changes/back/", {"to": plan}).url == "/start/"
    assert sample.plans.count() == 1


def test_a_start_is_chosen_kept_and_undone(signed_in, sample, today):
    _week, source = coming(sample, today)
    page = signed_in.get(f"/day/{source}/move/?to={source}").content.decode()
    starts = re.findall(rf"\?to={source}&amp;at=(\d+)#verdict\"(?! aria-current)", page)
    assert "When to begin" in page
    assert "So it stands now." in page
    assert "Move it" not in page

    before = current_plan(sample)
    signed_in.post(f"/day/{source}/move/", {"to": str(source), "at": starts[0]})
    moved = current_plan(sample)
    signed_in.post("/season/changes/back/", {"to": before.pk})

    assert moved.plan.day(source).session.placed.start_min == int(starts[0])
    assert "begins at another time" in moved.because
    assert current_plan(sample).plan == before.plan


def test_a_start_that_is_not_offered_is_not_taken(signed_in, sample, today):
    _week, source = coming(sample, today)
    to = possible(signed_in, source)[0]
    signed_in.post(f"/day/{source}/move/", {"to": to, "at": "3"})

    day = type(source).fromisoformat(to)
    assert current_plan(sample).plan.day(day).session.placed.start_min > 3
