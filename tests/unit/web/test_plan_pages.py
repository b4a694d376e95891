"""The pages of a plan: every day, every week and the season, for the one whose plan it is."""

import html
import re
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from django.contrib.auth.models import User

from runwright.domain.calendar import monday_of
from runwright.domain.performed import Ended, PerformedSession
from runwright.web.clock import today_in
from runwright.web.diary.models import TableDiary
from runwright.web.runner import planned as planned_module
from runwright.web.runner.models import RunnerRecord
from runwright.web.runner.planned import plan_now
from runwright.web.season.models import current_plan


def test_without_a_plan_today_leads_to_the_first_page(signed_in):
    assert signed_in.get("/").url == "/start/"


def test_the_sample_has_a_season_that_runs_and_a_year_of_runs(signed_in, sample):
    page = signed_in.get("/").content.decode()

    assert "<h1>Today</h1>" in page
    assert sample.run_rows.count() > 150
    assert current_plan(sample).plan.races


def test_every_day_of_the_season_has_a_page(signed_in, sample):
    days = [day.day for week in current_plan(sample).plan.weeks[:4] for day in week.days]

    for day in days:
        assert signed_in.get(f"/day/{day}/").status_code == 200


def test_a_session_shows_its_exercises_lengths_and_reasons(signed_in, sample):
    plan = current_plan(sample).plan
    day = next(d for w in plan.weeks for d in w.days if d.session is not None)
    page = signed_in.get(f"/day/{day.day}/").content.decode()

    assert day.session.title in page
    for minutes in (15, 30, 45):
        assert f"Start, {minutes} min" in page
    for item in (item for block in day.session.blocks for item in block.items):
        if item.role.value not in {"raise", "dynamic", "rolling", "mobility"}:
            assert plan.exercise_names[item.exercise].replace("'", "&#39;") in page


@pytest.mark.parametrize("path", ["/week/0/", "/week/999/", "/day/yesterday/"])
def test_what_is_not_there_is_told_so(signed_in, sample, path):
    assert signed_in.get(path).status_code == 404


def test_weeks_and_season_name_what_they_rest_on(signed_in, sample):
    assert "No clinician has signed" in signed_in.get("/season/").content.decode()
    assert signed_in.get("/week/3/").status_code == 200


def test_another_user_sees_nothing_of_it(client, sample):
    other = User.objects.create_user("other")
    client.force_login(other)

    assert client.get("/").url == "/start/"
    assert client.get("/season/").url == "/start/"


def test_a_plan_and_runs_come_back_from_the_tables_as_they_were(sample):
    assert len(sample.runs()) == sample.run_rows.count()
    assert sample.runner.name
    assert sample.add_runs(sample.runs()) == 0


def test_a_page_comes_packed_where_the_browser_can_unpack_it(signed_in, sample):
    packed = signed_in.get("/season/", headers={"accept-encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < 30_000


def test_a_day_without_strength_shows_the_next_session(signed_in, sample):
    plan = current_plan(sample).plan
    days = [one for week in plan.weeks for one in week.days]
    without, following = next(
        (one, later) for one, later in pairwise(days) if one.session is None and later.session
    )
    page = signed_in.get(f"/day/{without.day.isoformat()}/").content.decode()

    assert "No strength today" in page
    assert "Next session" in page
    assert f'href="/day/{following.day.isoformat()}/"' in page


def test_the_last_day_of_a_season_promises_no_next_session(signed_in, sample):
    last = current_plan(sample).plan.weeks[-1].days[-1].day
    page = signed_in.get(f"/day/{last.isoformat()}/").content.decode()

    assert "Next session" not in page


def test_the_figure_of_the_day_has_the_body_and_colours_that_were_chosen(signed_in, sample):
    RunnerRecord.objects.update(body="broad", palette="umber")
    page = html.unescape(signed_in.get("/").content.decode())

    assert re.search(r'<img src="/api/v1/figures/[^"]*body=broad&palette=umber', page)


def planned_day(plan, today, *, is_past):
    days = [day for week in plan.weeks for day in week.days if day.session is not None]
    return next(day for day in days if (day.day < today) is is_past)


def write_down(runner, script, today):
    began = datetime.combine(today, time(12), tzinfo=UTC)
    session = PerformedSession(
        schema_version="1",
        id="a-session",
        script=script,
        minutes=30,
        started_at=began,
        ended_at=began + timedelta(minutes=28),
        ended=Ended.DONE,
        effort_0_10=6,
    )
    TableDiary(runner).add(session, received_at=began)


def test_a_session_that_is_in_the_diary_is_shown_as_done_on_its_day_and_in_its_week(
    signed_in, sample
):
    plan, today = current_plan(sample).plan, today_in("UTC")
    planned = planned_day(plan, today, is_past=False)
    write_down(sample, planned.session.id, today)
    number = next(n for n, week in enumerate(plan.weeks, 1) if planned in week.days)
    day = signed_in.get(f"/day/{planned.day}/").content.decode()
    week = signed_in.get(f"/week/{number}/").content.decode()

    for page in (day, week):
        assert "28 min, effort 6 of 10, load 168" in page
        assert 'href="/diary/a-session/"' in page
    assert "btn go" not in day


def test_a_day_that_is_gone_without_its_session_offers_to_write_it_down(signed_in, sample):
    plan, today = current_plan(sample).plan, today_in("UTC")
    planned = planned_day(plan, today, is_past=True)
    sample.performed.filter(script=planned.session.id).delete()
    page = signed_in.get(f"/day/{planned.day}/").content.decode()

    assert f'href="/diary/log/{planned.session.id}/"' in page
    assert "btn go" not in page


def test_a_plan_made_in_the_middle_of_a_week_asks_nothing_of_the_days_before(
    signed_in, sample, monkeypatch
):
    friday = monday_of(today_in("UTC")) + timedelta(days=4)
    monkeypatch.setattr(planned_module, "today_in", lambda _: friday)
    sample.plans.all().delete()
    week = plan_now(sample).plan.weeks[0]

    assert [day.session for day in week.days[:4]] == [None] * 4
    assert not any(day.extras for day in week.days[:4])
    assert any(day.session for day in week.days[4:])
