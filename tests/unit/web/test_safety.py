"""What a morning closes waits everywhere, the season is planned around it, and it comes back."""

import errno
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from runwright.domain.check_in import CheckIn
from runwright.domain.screening import GateEffect
from runwright.knowledge.library import load_library
from runwright.web.clock import today_in
from runwright.web.diary.models import CheckInRecord, keep_check_in
from runwright.web.player.scripts import ScriptDesk
from runwright.web.runner.models import RunnerRecord
from runwright.web.season import safety
from runwright.web.season.models import current_plan

BONE = {"hurts": "yes", "region": "bone_front_shin", "side": "right", "new_pain": "2"}
CHEST = {"sign:chest_pain_effort": "yes"}
QUIET = {"hurts": "no"}


@pytest.fixture
def today(sample):
    return today_in(sample.runner.timezone)


def page(response) -> str:
    return response.content.decode()


def scripts_ahead(sample, today, days=7):
    return ScriptDesk(sample).days(today, days)


def closed(sample) -> dict[str, set]:
    return {gate.rule: gate.effects for gate in current_plan(sample).plan.gates}


def sessions_ahead(plan, today):
    days = (day for week in plan.weeks for day in week.days)
    return [day.session.id for day in days if day.day > today and day.session is not None]


def test_a_warning_sign_locks_every_script_on_every_way_to_it(signed_in, sample, today):
    script = scripts_ahead(sample, today)[0].id
    assert signed_in.get(f"/api/v1/scripts/{script}").status_code == 200

    answer = signed_in.post("/check-in/", CHEST)

    assert "has to be looked at now" in page(signed_in.get(answer.url))
    for script_left in {script, *(one.id for one in scripts_ahead(sample, today))}:
        for address in (f"/do/{script_left}/", f"/do/{script_left}/session.html"):
            assert signed_in.get(address).status_code in {423, 404}
    left = signed_in.get("/api/v1/scripts/?days=14").json()
    assert left["scripts"] == []
    for shown in ("/", f"/day/{today + timedelta(days=1)}/", "/season/"):
        assert "has to be looked at now" in page(signed_in.get(shown))
        assert 'href="/do/' not in page(signed_in.get(shown))


def test_a_locked_script_says_why_and_what_lifts_it(signed_in, sample, today):
    keep_check_in(sample, CheckIn(day=today, signs={"fever": True}))  # before a plan knows of it
    sample.refresh_from_db()
    script = scripts_ahead(sample, today)[0].id
    told = signed_in.get(f"/api/v1/scripts/{script}")

    assert told.status_code == 423
    assert told.json()["code"] == "locked"
    assert told.json()["gates"][0]["opens_when"] == "the fever is gone, and you answer no"
    assert signed_in.get("/api/v1/scripts/").json()["locked"][script]["gates"]
    assert "With a fever there is no training" in page(signed_in.get(f"/do/{script}/"))


def test_pain_in_a_bone_plans_the_days_ahead_without_what_lands(signed_in, sample, today):
    before = current_plan(sample)
    answer = signed_in.post("/check-in/", BONE)
    now = current_plan(sample)

    assert now.pk != before.pk
    assert now.for_safety
    assert GateEffect.NO_RUNNING in closed(sample)["G03"]
    assert not any(
        run.projected
        for week in now.plan.weeks
        for day in week.days
        for run in day.runs
        if day.day > today
    )
    shown = page(signed_in.get(answer.url))
    assert "Your plan changed with it" in shown
    assert "/changes/back/" not in shown
    assert "it is not asked" in shown


def test_days_before_today_stay_as_they_were(signed_in, sample, today):
    before = current_plan(sample).plan
    signed_in.post("/check-in/", BONE)
    after = current_plan(sample).plan
    past = [day for week in before.weeks for day in week.days if day.day < today]

    assert [after.day(day.day) for day in past] == past


def test_a_clinicians_yes_with_its_day_brings_the_plan_back(signed_in, sample, today):
    before = current_plan(sample).plan
    signed_in.post("/check-in/", BONE)
    field = "pain:bone_front_shin:right"
    early = {"rule": "G03", field: "yes", "on": f"{today - timedelta(days=1)}"}
    assert "Only a clearance that came after it counts." in page(signed_in.post("/safety/", early))
    assert "G03" in closed(sample)

    signed_in.post("/safety/", {"rule": "G03", field: "yes", "on": f"{today}"})

    assert "G03" not in closed(sample)
    assert not current_plan(sample).for_safety
    assert sessions_ahead(current_plan(sample).plan, today) == sessions_ahead(before, today)


def test_nothing_said_with_yes_keeps_it_closed_in_words(signed_in, sample, today):
    signed_in.post("/check-in/", BONE)
    answer = signed_in.post("/safety/", {"rule": "G03", "on": f"{today}"})

    assert answer.status_code == 422
    assert "so it stays closed" in page(answer)


def test_a_fever_is_over_when_the_runner_says_so(signed_in, sample, today):
    signed_in.post("/check-in/", {"sign:fever": "yes"})
    assert "G02" in closed(sample)
    signed_in.post("/safety/", {"rule": "G02", "gone": "fever"})

    assert "G02" not in closed(sample)
    assert 'role="alert"' not in page(signed_in.get("/safety/"))


def test_going_back_to_an_earlier_plan_does_not_take_safety_out(signed_in, sample, today):
    first = current_plan(sample)
    signed_in.post("/check-in/", CHEST)
    signed_in.post("/season/changes/back/", {"to": first.pk})

    assert "G02" in closed(sample)
    assert current_plan(sample).for_safety


def test_a_red_knee_takes_its_exercises_out_until_two_quiet_mornings(signed_in, sample, today):

    def avoided():
        avoid = {
            one.id
            for one in load_library().exercises.values()
            if any(tag.region == "patellofemoral" for tag in one.avoid)
        }
        plan = current_plan(sample).plan
        return {
            item.exercise
            for week in plan.weeks
            for day in week.days
            if day.day > today and day.session is not None
            for block in day.session.blocks
            for item in block.items
        } & avoid

    no = dict.fromkeys(("0:focal_bone", "0:worse_with_loading", "0:hop_pain", "0:night_pain"), "no")
    for back in (2, 1, 0):
        CheckInRecord.objects.filter(runner=sample, day=today - timedelta(days=back)).delete()
    red = {"hurts": "yes", "region": "patellofemoral", "side": "left", "new_pain": "7"}
    heard = signed_in.post(f"/check-in/{today - timedelta(days=2)}/", red).url
    signed_in.post(heard, no)
    assert "patellofemoral" in current_plan(sample).made_for.above_green
    assert not avoided()

    signed_in.post(f"/check-in/{today - timedelta(days=1)}/", QUIET)
    assert "patellofemoral" in current_plan(sample).made_for.above_green
    answer = signed_in.post("/check-in/", QUIET)
    assert "patellofemoral" not in current_plan(sample).made_for.above_green
    assert "Undo" in page(signed_in.get(answer.url))


def test_a_pain_of_the_diary_stands_in_the_profile_with_its_day(signed_in, sample, today):
    signed_in.post(
        "/check-in/",
        {"hurts": "yes", "region": "patellofemoral", "side": "left", "new_pain": "4"},
    )
    shown = page(signed_in.get("/you/body/"))

    assert "Pain your diary told" in shown
    assert "4 of 10" in shown
    assert str(today.year) in shown


def test_questions_about_a_pain_come_before_the_season_is_planned_around_it(
    signed_in, sample, today
):
    before = current_plan(sample).pk
    red = {"hurts": "yes", "region": "patellofemoral", "side": "left", "new_pain": "7"}
    signed_in.post("/check-in/", red)
    assert current_plan(sample).pk == before
    assert 'href="/do/' not in page(signed_in.get("/"))
    shown = page(signed_in.get("/safety/"))
    names = ("focal_bone", "worse_with_loading", "hop_pain", "night_pain")
    fields = [f"pain:patellofemoral:left:{one}" for one in names]
    assert all(f'name="{one}"' in shown for one in fields)

    signed_in.post("/safety/", {"rule": "G01"} | dict.fromkeys(fields, "no"))

    assert current_plan(sample).pk != before
    assert "G01" not in closed(sample)
    assert "patellofemoral" in current_plan(sample).made_for.above_green
    sample.refresh_from_db()
    assert len(sample.known.pains) == 1


def test_a_yes_about_a_pain_that_a_session_told_closes_its_gate(signed_in, sample, today):
    told = {"day": f"{today}", "pains": [{"region": "shin", "pain_0_10": 4}]}
    signed_in.post("/api/v1/check-ins", json.dumps(told), content_type="application/json")
    signed_in.post("/safety/", {"rule": "G01", "pain:shin::hop_pain": "yes"})

    assert "G03" in closed(sample)


def test_a_pain_a_phone_told_counts_too(signed_in, sample, today):
    bone = dict.fromkeys(("focal_bone", "worse_with_loading", "hop_pain", "night_pain"), False)
    told = {"day": f"{today}", "pains": [{"region": "patellofemoral", "pain_0_10": 6, **bone}]}
    signed_in.post("/api/v1/check-ins", json.dumps(told), content_type="application/json")
    sample.refresh_from_db()

    assert sample.known.pains[-1].pain_0_10 == 6
    assert "patellofemoral" in current_plan(sample).made_for.above_green


def test_taking_a_morning_out_takes_back_what_it_closed(signed_in, sample, today):
    signed_in.post("/check-in/", BONE)
    assert signed_in.post(f"/check-in/{today}/delete/").status_code == 302

    assert "G03" not in closed(sample)
    signed_in.post(f"/check-in/{today}/back/")
    assert "G03" in closed(sample)


def test_answers_that_ran_out_are_asked_again_and_the_work_waits(signed_in, sample, today):
    long_ago = (today - timedelta(days=400)).isoformat()
    answers = sample.document.get("safety", {})
    sample.document = sample.document | {"safety_on": dict.fromkeys(answers, long_ago)}
    sample.save()
    body = page(signed_in.get("/you/body/"))

    assert "no answer that holds today" in page(signed_in.get("/safety/"))
    assert "no answer that holds today" in page(signed_in.get("/"))
    assert 'href="/do/' not in page(signed_in.get("/"))
    assert 'name="safety-chest_pain_effort" value="no" checked' not in body


def test_answering_again_gives_every_answer_its_new_day(signed_in, sample, today):
    shown = page(signed_in.get("/you/body/?again=1"))
    assert 'name="again" value="yes"' in shown
    assert 'value="no" checked' not in shown.split('id="safety"')[-1]

    answers = {f"safety-{one}": "no" for one in sample.runner.safety}
    signed_in.post("/you/body/", answers | {"again": "yes"})
    sample.refresh_from_db()

    assert set(sample.runner.safety_on.values()) == {today}


def test_an_answer_that_stands_keeps_its_day(signed_in, sample, today):
    earlier = today - timedelta(days=30)
    answers = dict.fromkeys(sample.document.get("safety", {}), earlier.isoformat())
    sample.document = sample.document | {"safety_on": answers}
    sample.save()
    told = {f"safety-{one}": "yes" if yes else "no" for one, yes in sample.runner.safety.items()}
    signed_in.post("/you/body/", told)
    sample.refresh_from_db()

    assert set(sample.runner.safety_on.values()) == {earlier}


def test_a_plan_that_cannot_be_leaves_the_morning_kept_and_the_work_waiting(
    signed_in, sample, today
):
    sample.document = sample.document | {"days": [{"minutes": 0}] * 7}
    sample.save()
    answer = signed_in.post("/check-in/", CHEST)

    assert "This cannot be planned" in page(signed_in.get(answer.url))
    assert CheckInRecord.objects.filter(runner=sample, day=today, is_latest=True).exists()
    script = scripts_ahead(sample, today, 14)[0].id
    assert signed_in.get(f"/api/v1/scripts/{script}").status_code == 423


def test_versions_of_a_morning_go_out_and_come_back(signed_in, runner_user, sample, today):
    signed_in.post("/check-in/", BONE)
    signed_in.post("/check-in/", BONE | {"new_pain": "4"})
    signed_in.post(f"/check-in/{today}/delete/")
    told = list(sample.check_ins.values_list("day", "version", "is_latest"))
    archive = signed_in.get("/you/everything.zip").content
    signed_in.post("/you/delete/", {"word": "delete"})
    signed_in.post("/you/bring-back/", {"archive": SimpleUploadedFile("e.zip", archive)})
    again = RunnerRecord.objects.get(user=runner_user)

    assert list(again.check_ins.values_list("day", "version", "is_latest")) == told
    assert [one for one in told if one[0] == today] == [(today, 1, False), (today, 2, False)]
    signed_in.post(f"/check-in/{today}/back/", {"version": "1"})
    again.refresh_from_db()
    assert again.known.pains[-1].pain_0_10 == 2


def test_what_was_told_before_a_change_stands_beside_it(signed_in, sample, today):
    signed_in.post("/check-in/", {"sleep": "7"})
    signed_in.post("/check-in/", {"sleep": "8"})
    shown = page(signed_in.get("/check-in/"))

    assert "Before it was changed" in shown
    assert "Slept 7 h." in shown
    assert "Delete this check-in" in shown


def test_a_morning_told_twice_alike_has_one_version(signed_in, sample, today):
    for _again in range(2):
        signed_in.post("/check-in/", {"sleep": "7"})

    assert CheckInRecord.objects.filter(runner=sample, day=today).count() == 1


def test_a_disk_too_full_for_a_plan_keeps_the_morning_and_its_locks(
    signed_in, sample, today, monkeypatch
):
    def full(*_parts, **_names):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(safety, "keep_plan", full)
    answer = signed_in.post("/check-in/", CHEST)

    assert "What you told is kept." in page(signed_in.get(answer.url))
    assert 'href="/do/' not in page(signed_in.get("/"))
