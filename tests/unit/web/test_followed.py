"""What was accepted reaches the phone and Today; what was declined does not."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.session import Prescription
from runwright.formats.session_json import performed_text
from runwright.web.clock import now_utc, today_in
from runwright.web.coach.asked_then import asked_then
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.models import keep_decision
from runwright.web.player.scripts import ScriptDesk
from runwright.web.season.models import current_plan

FAR_KG = 77.5  # nobody lifts it in the sample


@pytest.fixture
def sample(sample):
    """The sample runner before anything was decided: no lighter week in which steps wait."""
    sample.decisions.all().delete()
    return sample


@pytest.fixture
def lift(sample) -> tuple[DayPlan, Prescription]:
    """The next day with a loaded lift, and that lift."""
    today = today_in(sample.runner.timezone)
    loaded = {
        item.prescribed.exercise
        for script in ScriptDesk(sample).days(today + timedelta(days=1), 7)
        for block in script.versions[0].blocks
        for item in block.items
        if item.prescribed.load_kg
    }
    plan = current_plan(sample).plan
    for week in plan.weeks:
        for day in week.days:
            blocks = () if day.session is None or day.day <= today else day.session.blocks
            for item in (item for block in blocks for item in block.items):
                if item.exercise in loaded:
                    return day, item
    raise AssertionError


def say(sample, lift: Prescription, decision: Decision) -> None:
    today = today_in(sample.runner.timezone)
    work = Work(says="", exercise=lift.exercise, sets=lift.dose.sets, reps=lift.dose.reps)
    change = Change(
        kind=ChangeKind.STEP_UP,
        about=lift.exercise,
        rule="P01",
        because="Twice every set at the top.",
        first_day=today,
        before=replace(work, load_kg=20.0),
        after=replace(work, load_kg=FAR_KG),
    )
    proposal = Proposal(id="one", title="", changes=(change,))
    decided = Decided(proposal=proposal, decision=decision, decided_on=today)
    keep_decision(sample, decided, now=now_utc())


def asked_of(signed_in, day: DayPlan, lift: Prescription) -> dict:
    answer = signed_in.get(f"/api/v1/scripts/?day={day.day}&days=1")
    found = [
        item["prescribed"]
        for script in json.loads(answer.content)["scripts"]
        for block in script["versions"][0]["blocks"]
        for item in block["items"]
        if item["prescribed"]["exercise"] == lift.exercise
    ]
    return found[0]


def test_an_accepted_weight_is_on_the_phone_and_on_the_page_of_the_day(signed_in, sample, lift):
    day, item = lift
    assert asked_of(signed_in, day, item)["load_kg"] != FAR_KG
    say(sample, item, Decision.ACCEPTED)
    asked = asked_of(signed_in, day, item)
    page = signed_in.get(f"/day/{day.day}/").content.decode()

    assert asked["load_kg"] == FAR_KG
    assert asked["note"].startswith("20 kg to 77.5 kg")
    assert "77.5 kg" in page


def test_a_declined_weight_is_nowhere(signed_in, sample, lift):
    day, item = lift
    before = asked_of(signed_in, day, item)
    say(sample, item, Decision.DECLINED)

    now = asked_of(signed_in, day, item)

    assert now | {"set_to_set": None} == before | {"set_to_set": None}
    assert "heavier" not in now["set_to_set"], "nor is it offered between two sets"
    assert "77.5 kg" not in signed_in.get(f"/day/{day.day}/").content.decode()


def test_a_session_as_a_file_takes_the_weight_along(signed_in, sample, lift):
    day, item = lift
    say(sample, item, Decision.ACCEPTED)
    page = signed_in.get(f"/do/{day.session.id}/session.html").content.decode()

    assert f'"load_kg": {FAR_KG}' in page or f'"load_kg":{FAR_KG}' in page


def test_the_plan_stays_as_it_was_made(signed_in, sample, lift):
    day, item = lift
    before = current_plan(sample)
    say(sample, item, Decision.ACCEPTED)
    asked_of(signed_in, day, item)
    after = current_plan(sample)

    assert (after.pk, after.document) == (before.pk, before.document)


def test_what_a_session_asked_for_is_kept_as_the_coach_asked_for_it(signed_in, sample, lift):
    day, item = lift
    say(sample, item, Decision.ACCEPTED)
    kept = asked_then(sample, [day.session.id], today_in(sample.runner.timezone))[day.session.id]
    asked = [one.prescribed for block in kept.versions[0].blocks for one in block.items]
    loads = {one.exercise: one.load_kg for one in asked}

    assert loads[item.exercise] == FAR_KG


def test_the_coach_is_told_the_runs_that_were_brought(sample):
    desk = CoachDesk(sample, current_plan(sample))
    today = desk.today
    runs = desk.order.runs

    assert runs
    assert min(one.started_at.date() for one in runs) >= today - timedelta(weeks=27)


def test_what_was_lifted_on_the_phone_is_the_target_of_the_next_session(signed_in, sample, lift):
    day, item = lift
    today = today_in(sample.runner.timezone)
    started = datetime.combine(today, time(6), tzinfo=UTC)
    asked = asked_of(signed_in, day, item)
    done = PerformedSession(
        schema_version=PERFORMED_SCHEMA_VERSION,
        id="made-on-a-phone",
        script=f"{today}-own",
        minutes=30,
        started_at=started,
        ended_at=started + timedelta(minutes=30),
        ended=Ended.DONE,
        sets=tuple(
            PerformedSet(
                label="A1",
                exercise=item.exercise,
                number=number,
                ended_at=started + timedelta(minutes=number),
                reps=asked["sets"][-1]["reps"][0],
                load_kg=FAR_KG,
            )
            for number in (1, 2)
        ),
    )
    sent = signed_in.post(
        "/api/v1/performed", performed_text(done), content_type="application/json"
    )
    now = asked_of(signed_in, day, item)

    assert sent.status_code == 200
    assert now.get("load_kg") == FAR_KG or "Last time 77.5 kg" in now["note"]
