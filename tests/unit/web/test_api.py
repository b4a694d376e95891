"""The API: scripts of the days ahead, sessions into the diary once, faults in words."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from runwright.formats.session_json import read_script
from runwright.web.clock import today_in
from runwright.web.diary.models import CheckInRecord, PerformedRecord
from runwright.web.season.models import current_plan

SET = {
    "label": "A1",
    "exercise": "goblet_squat",
    "number": 1,
    "ended_at": "2026-11-24T17:05:00.000Z",
    "is_ramp": False,
    "reps": 8,
    "load_kg": 12.5,
    "rir": 0,
}
SESSION = {
    "schema_version": "1",
    "id": "7d9e3a52-93f7-4f1c-9a9c-3d3c5d1f0a10",
    "script": "2026-11-24-foundation",
    "minutes": 30,
    "started_at": "2026-11-24T17:00:00.000Z",
    "ended_at": "2026-11-24T17:30:00.000Z",
    "ended": "done",
    "sets": [SET],
    "pains": [],
    "skipped": [],
    "note": "",
}


def sent(client, document, query=""):
    text = document if isinstance(document, str) else json.dumps(document)
    return client.post(f"/api/v1/performed{query}", text, content_type="application/json")


def kept():
    return PerformedRecord.objects.filter(session_id__in=(SESSION["id"], "other"))


def planned_days(sample):
    return [day for week in current_plan(sample).plan.weeks for day in week.days]


def test_the_days_ahead_come_whole_with_what_was_used_last(signed_in, sample):
    sent(signed_in, SESSION)
    answer = signed_in.get("/api/v1/scripts/").json()
    days = {script["day"] for script in answer["scripts"]}
    today = today_in(sample.runner.timezone)

    assert days
    assert days <= {str(today + timedelta(days=n)) for n in range(5)}
    assert answer["last"]["goblet_squat"] == {"load_kg": 12.5, "reps": 8}
    for script in answer["scripts"]:
        text = signed_in.get(f"/api/v1/scripts/{script['id']}").content.decode()
        assert json.loads(text) == script
        assert read_script(text, source="here").id == script["id"]


def test_every_session_and_small_work_of_the_plan_has_a_script(signed_in, sample):
    for day in planned_days(sample)[:28]:
        if day.session is not None:
            assert signed_in.get(f"/api/v1/scripts/{day.session.id}").status_code == 200


@pytest.mark.parametrize("script", ["2026-01-01-foundation", "nothing", "9999-99-99-x", "%00"])
def test_a_script_that_is_not_there_is_told_so(signed_in, sample, script):
    answer = signed_in.get(f"/api/v1/scripts/{script}")

    assert answer.status_code == 404
    assert "Today shows what is" in answer.json()["says"]


def test_a_session_is_written_down_once_however_often_it_is_sent(signed_in, sample):
    first, again = sent(signed_in, SESSION), sent(signed_in, SESSION)

    assert first.json() == {"session": SESSION["id"], "already_known": False}
    assert again.json() == {"session": SESSION["id"], "already_known": True}
    assert kept().count() == 1
    assert kept().get().session.sets[0].rir == 0


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"minutes": "thirty"}, "minutes"),
        ({"schema_version": "7"}, "schema_version"),
        ({"sets": [SET | {"reps": -1}]}, "sets[0]"),
        ({"sets": [SET | {"rir": 11}]}, "sets[0]"),
        ({"ended": "bored"}, "ended"),
        ({"ended_at": "2026-11-24T16:00:00.000Z"}, ""),
    ],
)
def test_a_session_that_cannot_be_used_is_refused_with_every_fault_in_words(
    signed_in, sample, change, where
):
    answer = sent(signed_in, SESSION | change)
    told = answer.json()

    assert answer.status_code == 422
    assert any(where in fault["where"] and fault["says"] for fault in told["faults"])
    assert kept().count() == 0


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", "[" * 5000])
def test_a_text_that_is_no_session_is_refused_and_breaks_nothing(signed_in, sample, text):
    assert sent(signed_in, text).status_code == 422


def test_bytes_that_are_no_text_are_refused(signed_in, sample):
    answer = signed_in.post(
        "/api/v1/performed", b"\xff\xfe\x00{", content_type="application/octet-stream"
    )

    assert answer.status_code == 422


def test_a_session_kept_for_somebody_else_is_not_taken(signed_in, sample):
    assert sent(signed_in, SESSION, f"?runner={sample.pk}").status_code == 200
    answer = sent(signed_in, SESSION | {"id": "other"}, f"?runner={sample.pk + 1}")

    assert answer.status_code == 409
    assert kept().count() == 1


def test_another_site_cannot_send_a_session(sample, runner_user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(runner_user)

    assert sent(strict, SESSION).status_code == 403
    assert kept().count() == 0


def test_nobody_reads_or_writes_without_sign_in(client, db):
    for path in ("runner", "plan", "scripts/", "last", "performed", "library/exercises"):
        assert client.get(f"/api/v1/{path}").status_code == 401
    assert sent(client, SESSION).status_code == 401


def test_another_runner_sees_their_own_and_nothing_else(client, sample):
    sent_before = kept().count()
    other = User.objects.create_user("other")
    client.force_login(other)

    assert client.get("/api/v1/plan").status_code == 404
    assert client.get("/api/v1/scripts/").json()["code"] == "no-runner"
    assert sent(client, SESSION).status_code == 404
    assert kept().count() == sent_before


def test_the_later_check_in_of_a_day_counts(signed_in, sample):
    for soreness in (4, 0):
        told = {"day": "2026-11-24", "soreness_0_10": soreness, "sleep_h": 7.5}
        answer = signed_in.post(
            "/api/v1/check-ins", json.dumps(told), content_type="application/json"
        )
        assert answer.status_code == 200

    assert CheckInRecord.objects.get(day="2026-11-24", is_latest=True).check_in.soreness_0_10 == 0


@pytest.mark.parametrize("told", ['{"day": "soon"}', '{"day": "2026-11-24", "sleep_h": 30}', "["])
def test_a_check_in_that_cannot_be_used_is_refused_in_words(signed_in, sample, told):
    answer = signed_in.post("/api/v1/check-ins", told, content_type="application/json")

    assert answer.status_code == 422
    assert answer.json()["faults"]


def test_runner_plan_and_library_are_there_to_read(signed_in, sample):
    runner = signed_in.get("/api/v1/runner").json()

    assert runner["runner"]["name"] == sample.runner.name
    assert signed_in.get("/api/v1/plan").json()["weeks"]
    assert len(signed_in.get("/api/v1/library/exercises").json()) > 100


def test_the_api_describes_itself_without_anybody_elses_scripts(signed_in):
    described = signed_in.get("/api/v1/openapi.json").json()

    assert "/api/v1/performed" in described["paths"]
    assert signed_in.get("/api/v1/docs").status_code == 404
