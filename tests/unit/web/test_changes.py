"""Blocked days, travel, races and runs: told first, then kept, and the past stays as it was."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from runwright.web.clock import today_in
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan


@pytest.fixture
def today(sample):
    return today_in(sample.runner.timezone)


def runner_now(sample):
    return RunnerRecord.objects.get(pk=sample.pk).runner


def told_and_kept(signed_in, path, form):
    """The page that tells what it does, after which it was kept."""
    page = signed_in.post(path, form)
    assert page.status_code == 200, page.content.decode()[:3000]
    kept = signed_in.post(path, form | {"keep": "1"})
    assert kept.status_code == 302
    return page.content.decode(), kept.url


def test_nothing_is_changed_before_it_is_kept(signed_in, sample, today):
    before = current_plan(sample).pk
    first = today + timedelta(days=9)

    page = signed_in.post("/season/changes/blocked/", {"first": str(first), "note": "work"})

    assert "What it does" in page.content.decode()
    assert "Keep this plan" in page.content.decode()
    assert current_plan(sample).pk == before
    assert runner_now(sample).blocked == sample.runner.blocked


def test_blocked_days_are_kept_and_their_sessions_find_another_place(signed_in, sample, today):
    before = current_plan(sample).plan
    first, last = today + timedelta(days=9), today + timedelta(days=12)
    form = {"first": str(first), "last": str(last), "note": "family"}

    _page, url = told_and_kept(signed_in, "/season/changes/blocked/", form)

    after = current_plan(sample)
    assert after.because.startswith("Blocked ")
    assert all(after.plan.day(first + timedelta(days=n)).blocked == "family" for n in range(4))
    assert all(after.plan.day(first + timedelta(days=n)).session is None for n in range(4))
    past = [day for week in before.weeks for day in week.days if day.day < today]
    assert all(after.plan.day(day.day) == day for day in past)
    assert "Undo" in signed_in.get(url).content.decode()


def test_undo_gives_the_days_back_too(signed_in, sample, today):
    before = current_plan(sample)
    form = {"first": str(today + timedelta(days=9))}
    told_and_kept(signed_in, "/season/changes/blocked/", form)

    signed_in.post("/season/changes/back/", {"to": before.pk})

    assert runner_now(sample).blocked == before.file.asked.runner.blocked
    assert current_plan(sample).plan == before.plan


def test_a_blocked_day_is_changed_and_removed(signed_in, sample, today):
    first = today + timedelta(days=9)
    told_and_kept(signed_in, "/season/changes/blocked/", {"first": str(first)})
    item = f"{first} {first}"
    form = signed_in.get("/season/changes/blocked/", {"item": item}).content.decode()
    assert f'value="{first}"' in form

    later = first + timedelta(days=1)
    told_and_kept(signed_in, "/season/changes/blocked/", {"item": item, "first": str(later)})
    assert [one.first for one in runner_now(sample).blocked if one.first >= first] == [later]

    gone = {"item": f"{later} {later}", "remove": "1"}
    told_and_kept(signed_in, "/season/changes/blocked/", gone)
    assert [one for one in runner_now(sample).blocked if one.first >= first] == []


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({}, "Give the first day."),
        ({"first": "soon"}, "Give the first day."),
        ({"first": "2027-02-05", "last": "2027-02-01"}, "before the first"),
        ({"first": "2020-02-05"}, "the past does not change"),
        ({"first": "2027-02-05", "last": "2029-02-05"}, "more than a year"),
        ({"item": "x", "remove": "1"}, "not there any more"),
    ],
)
def test_what_cannot_be_meant_is_said_beside_the_field(signed_in, sample, form, words):
    response = signed_in.post("/season/changes/blocked/", form)

    assert response.status_code == 422
    assert words in response.content.decode()


def test_travel_takes_exercises_for_the_kit_there(signed_in, sample, today):
    first, last = today + timedelta(days=2), today + timedelta(days=15)
    form = {"first": str(first), "last": str(last), "kit": ["band"], "minutes": "25", "note": "hut"}

    told_and_kept(signed_in, "/season/changes/travel/", form)

    away = runner_now(sample).travels[-1]
    assert (away.kit, away.minutes, away.note) == (frozenset({"band"}), 25, "hut")
    assert current_plan(sample).plan.day(first).travel == "hut"


def test_a_race_brings_its_own_phases_and_can_be_removed(signed_in, sample, today):
    day = today + timedelta(days=64)
    form = {
        "name": "City",
        "day": str(day),
        "distance": "other",
        "other_distance": "15,5",
        "priority": "B",
    }

    page, _url = told_and_kept(signed_in, "/season/changes/race/", form)

    race = next(one for one in current_plan(sample).plan.races if one.name == "City")
    assert race.distance_km == pytest.approx(15.5)
    assert any(run.race == "City" for run in current_plan(sample).plan.day(day).runs)
    assert "Your sessions" in page
    told_and_kept(signed_in, "/season/changes/race/", {"item": f"{day} City", "remove": "1"})
    assert all(one.name != "City" for one in runner_now(sample).races)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": "", "day": "2027-02-05", "distance": "10"}, "Give the race a name."),
        ({"name": "x", "day": "2020-02-05", "distance": "10"}, "This day is past."),
        ({"name": "x", "day": "2027-02-05", "distance": "other", "other_distance": "far"}, "15 km"),
        ({"name": "x", "day": "2027-02-05", "distance": "10", "start": "noon"}, "as 09:30"),
    ],
)
def test_a_race_that_cannot_be_is_said_in_words(signed_in, sample, form, words):
    response = signed_in.post("/season/changes/race/", form)

    assert response.status_code == 422
    assert words in response.content.decode()


def run_plan(today):
    days = [today + timedelta(days=n) for n in (3, 5, 8)]
    return "date,time,kind,minutes,km,title\n" + "".join(
        f"{day},07:00,easy,40,7,mine\n" for day in days
    )


def test_a_pasted_run_plan_is_shown_and_kept(signed_in, sample, today):
    page = signed_in.post("/season/changes/runs/", {"text": run_plan(today)}).content.decode()
    assert "3 runs read" in page
    hidden = re.search(r'name="text" value="([^"]*)"', page)[1].replace("&#34;", '"')

    signed_in.post("/season/changes/runs/", {"text": hidden, "keep": "1"})

    plan = current_plan(sample).plan
    assert [run.title for run in plan.day(today + timedelta(days=3)).runs] == ["mine"]
    assert "3 runs to come" in signed_in.get("/season/changes/").content.decode()


def test_a_run_plan_comes_as_a_file_and_goes_again(signed_in, sample, today):
    file = SimpleUploadedFile("plan.csv", run_plan(today).encode())
    signed_in.post("/season/changes/runs/", {"file": file, "keep": "1"})
    assert current_plan(sample).because == "A run plan with 3 runs."

    signed_in.post("/season/changes/runs/", {"remove": "1", "keep": "1"})

    runs = current_plan(sample).plan.day(today + timedelta(days=3)).runs
    assert all(run.projected for run in runs)


@pytest.mark.parametrize("form", [{}, {"text": "   "}, {"text": "hello"}, {"text": "[1, 2"}])
def test_what_is_no_run_plan_says_so_and_changes_nothing(signed_in, sample, form):
    response = signed_in.post("/season/changes/runs/", form)

    assert response.status_code == 422
    assert "Not changed yet." in response.content.decode()
    assert sample.plans.count() == 1


def test_the_season_remembers_what_changed_and_goes_back_to_any_plan(signed_in, sample, today):
    first_plan = current_plan(sample)
    for n in (9, 30):
        form = {"first": str(today + timedelta(days=n))}
        told_and_kept(signed_in, "/season/changes/blocked/", form)

    signed_in.post("/season/changes/back/", {"to": first_plan.pk})

    page = signed_in.get("/season/changes/").content.decode()
    assert page.count("Go back to this") == 3
    assert "Went back to the plan of" in page
    assert current_plan(sample).plan == first_plan.plan


def test_a_plan_that_is_not_there_cannot_be_gone_back_to(signed_in, sample):
    for told in ("", "x", "99999"):
        assert signed_in.post("/season/changes/back/", {"to": told}).status_code == 404
