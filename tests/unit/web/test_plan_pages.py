"""The pages of a plan: every day, every week and the season, for the one whose plan it is."""

import html
import re
from itertools import pairwise

import pytest
from django.contrib.auth.models import User

from runwright.web.runner.models import RunnerRecord
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
