"""The coach in the app: what it proposes on Today, what is decided, and the record of it."""

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runwright.domain.calendar import monday_of
from runwright.domain.check_in import CheckIn
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.run import Run
from runwright.domain.runner import Pain
from runwright.usecases.asked import runs_of
from runwright.usecases.decide import NotOpenError, weeks_made_lighter
from runwright.web.api.models import Scope, new_token
from runwright.web.clock import now_utc, today_in
from runwright.web.coach.asked_then import asked_then
from runwright.web.coach.deciding import Word, decide_on, take_back
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.models import DecisionRecord, keep_decision, record_of
from runwright.web.diary.models import TableDiary, keep_check_in
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan

YES, NO = Word(decision=Decision.ACCEPTED), Word(decision=Decision.DECLINED, because="Not now.")


@pytest.fixture
def sample(sample) -> RunnerRecord:
    """The sample runner before anything was decided."""
    sample.decisions.all().delete()
    return sample


def desk_of(record: RunnerRecord) -> CoachDesk:
    return CoachDesk(record, current_plan(record))


def safety(today: date) -> Proposal:
    change = Change(
        kind=ChangeKind.STOP,
        about="G03",
        rule="G03",
        because="Pain in a bone that hops hurt.",
        first_day=today,
    )
    return Proposal(
        id="safe",
        title="Stop, and see someone",
        changes=(change,),
        is_declinable=False,
        opens_when="a clinician says so",
        refers=True,
    )


def with_only(monkeypatch, *proposals: Proposal) -> None:
    monkeypatch.setattr("runwright.web.coach.desk.proposed", lambda _: proposals)


def read(client: Client, address: str) -> str:
    return unescape(client.get(address).content.decode())


def posted(client: Client, proposals, decision: str, **more: str):
    told = {"proposal": proposals, "decision": decision, "next": "/"} | more
    return client.post("/coach/decide/", told)


def test_today_shows_at_most_three_proposals_with_reason_and_rule(signed_in, sample):
    page = read(signed_in, "/")
    found = desk_of(sample).proposals

    assert len(found) > 3
    assert page.count('class="coach-card') == 3
    assert f"See all {len(found)}" in page
    for one in found[:3]:
        assert one.changes[0].because in page
        assert f"/library/rules/{one.changes[0].rule}/" in page


def test_nothing_to_change_is_said_after_the_check_in_only(signed_in, sample, monkeypatch):
    with_only(monkeypatch)
    sample.check_ins.filter(day=today_in(sample.runner.timezone)).delete()

    assert "Train as planned" not in signed_in.get("/").content.decode()
    keep_check_in(sample, CheckIn(day=today_in(sample.runner.timezone), sleep_h=7.5))
    assert "Nothing to change. Train as planned." in signed_in.get("/").content.decode()


def test_accepting_one_writes_a_line_and_asks_no_more(signed_in, sample):
    one = desk_of(sample).proposals[0]
    response = posted(signed_in, [one.id], "accepted")
    line = sample.decisions.get()

    assert response.url == f"/?decided={line.pk}"
    assert (line.decided.proposal, line.decided.decision) == (one, Decision.ACCEPTED)
    assert one.id not in {left.id for left in desk_of(sample).proposals}
    page = signed_in.get(response.url).content.decode()
    assert "Accepted." in page
    assert "Undo" in page


def test_all_can_be_accepted_at_once_and_taken_back_at_once(signed_in, sample):
    before = desk_of(sample).proposals
    wanted = [one.id for one in before[:3]]
    response = posted(signed_in, wanted, "accepted")

    assert {one.proposal for one in sample.decisions.all()} == set(wanted)
    assert "3 changes accepted" in signed_in.get(response.url).content.decode()
    lines = [str(one.pk) for one in sample.decisions.all()]
    response = signed_in.post("/coach/back/", {"line": lines, "next": "/"})
    assert "open again" in signed_in.get(response.url).content.decode()
    assert sample.decisions.count() == 6
    assert desk_of(sample).proposals == before


def test_declining_keeps_the_reason_and_asks_no_more(signed_in, sample):
    one = desk_of(sample).proposals[0]
    posted(signed_in, [one.id], "declined", reason="Not this week.", because="Moving house.")
    said = sample.decisions.get().decided

    assert (said.decision, said.because) == (Decision.DECLINED, "Not this week. Moving house.")
    assert one.id not in {left.id for left in desk_of(sample).proposals}
    assert "Moving house." in signed_in.get("/coach/").content.decode()


def test_a_second_tap_changes_nothing(signed_in, sample):
    one = desk_of(sample).proposals[0]
    posted(signed_in, [one.id], "accepted")
    again = posted(signed_in, [one.id], "accepted")

    assert again.status_code == 302
    assert sample.decisions.count() == 1


def test_what_is_not_open_is_said_in_words(signed_in, sample):
    answer = posted(signed_in, ["gone"], "accepted")

    assert answer.status_code == 409
    assert "not open any more" in answer.content.decode()
    assert sample.decisions.count() == 0


def test_safety_cannot_be_declined_and_says_how_it_ends(signed_in, sample, monkeypatch):
    with_only(monkeypatch, safety(today_in(sample.runner.timezone)))
    page = signed_in.get("/coach/").content.decode()

    assert "a clinician says so" in page
    assert "have a clinician look" in page
    assert 'value="declined"' not in page
    answer = posted(signed_in, ["safe"], "declined")
    assert answer.status_code == 409
    assert "a clinician says so" in answer.content.decode()
    assert sample.decisions.count() == 0


def test_safety_that_was_read_stays_in_sight_and_nothing_says_train_as_planned(
    signed_in, sample, monkeypatch
):
    with_only(monkeypatch, safety(today_in(sample.runner.timezone)))
    keep_check_in(sample, CheckIn(day=today_in(sample.runner.timezone), sleep_h=7.5))
    posted(signed_in, ["safe"], "accepted")
    with_only(monkeypatch)
    page = read(signed_in, "/")

    assert "Holds today, for your safety" in page
    assert "Stop, and see someone" in page
    assert "Train as planned" not in page


def test_the_record_is_told_by_week_the_newest_first(signed_in, sample):
    steps = [one for one in desk_of(sample).proposals if one.title == "Next time"]
    one, other = steps[:2]
    today = today_in(sample.runner.timezone)
    long_ago = today - timedelta(weeks=3)
    for proposal, day in ((one, long_ago), (other, today)):
        said = Decided(proposal=proposal, decision=Decision.ACCEPTED, decided_on=day)
        keep_decision(sample, said, now=now_utc())
    page = read(signed_in, "/coach/")
    record = page[page.index("The record") :]

    assert record.index(other.changes[0].because) < len(record)
    assert len(re.findall(r'id="week-\d"', record)) == 2
    assert record.count("Take it back") == 1


def test_a_line_is_never_edited_a_second_thought_is_a_later_line(signed_in, sample):
    desk = desk_of(sample)
    line = decide_on(desk, desk.proposals[0].id, YES)
    before = line.document
    take_back(desk_of(sample), line)

    with pytest.raises(NotOpenError):
        take_back(desk_of(sample), line)
    line.refresh_from_db()
    assert line.document == before
    assert [one.decision for one in record_of(sample)] == [Decision.ACCEPTED, Decision.REVOKED]
    again = decide_on(desk_of(sample), line.proposal, NO)
    assert again.decided.decision is Decision.DECLINED


def test_what_is_kept_compares_with_what_is_proposed_anew(sample):
    desk = desk_of(sample)
    for one in desk.proposals:
        line = keep_decision(
            sample,
            Decided(proposal=one, decision=Decision.ACCEPTED, decided_on=desk.today),
            now=now_utc(),
        )
        read = DecisionRecord.objects.get(pk=line.pk).decided

        assert read.proposal == one
        assert [a.key for a in read.proposal.changes] == [b.key for b in one.changes]


def test_sessions_are_read_beside_what_they_asked_for_also_after_the_plan_changed(sample):
    sessions = TableDiary(sample).sessions()
    today = today_in(sample.runner.timezone)
    first = asked_then(sample, (one.script for one in sessions), today)
    sample.plans.all().delete()
    again = asked_then(sample, (one.script for one in sessions), today)

    assert set(first) == {one.script for one in sessions}
    assert {name: one.day for name, one in again.items()} == {
        name: one.day for name, one in first.items()
    }


def test_what_a_former_version_kept_is_found_in_the_plans_again(sample):
    session = TableDiary(sample).sessions()[-1]
    today = today_in(sample.runner.timezone)
    sample.asked.update(document='{"schema_version": "0"}')
    (again,) = asked_then(sample, [session.script], today).values()

    assert (again.id, again.day) == (session.script, session.started_at.date())
    assert again.versions
    assert sample.asked.get(script=session.script).asked.versions


def test_a_new_morning_brings_new_proposals(signed_in, sample):
    desk = desk_of(sample)
    assert any(one.changes[0].kind is ChangeKind.STEP_UP for one in desk.proposals)
    for back in range(14):
        day = desk.today - timedelta(days=back)
        keep_check_in(sample, CheckIn(day=day, sleep_h=5.0, stress_0_10=8, soreness_0_10=8))

    kinds = {one.changes[0].kind for one in desk_of(sample).proposals}
    assert ChangeKind.STEP_UP not in kinds


def test_nobody_decides_for_somebody_else(signed_in, sample):
    desk = desk_of(sample)
    line = decide_on(desk, desk.proposals[0].id, YES)
    other = User.objects.create_user("other")
    stranger = RunnerRecord.objects.create(user=other, document=sample.document)
    plan = current_plan(sample)
    stranger.plans.create(document=plan.document)
    client = Client()
    client.force_login(other)

    assert client.post("/coach/back/", {"line": [line.pk]}).status_code == 404
    assert sample.decisions.count() == 1
    assert "coach-line" not in client.get("/coach/").content.decode()


def test_an_address_of_elsewhere_is_not_followed(signed_in, sample):
    one = desk_of(sample).proposals[0]
    response = posted(signed_in, [one.id], "accepted", next="https://elsewhere.example/")

    assert response.url.startswith("/coach/?decided=")


def test_before_the_first_plan_it_leads_to_the_start(signed_in):
    assert signed_in.get("/coach/").url == "/start/"
    assert posted(signed_in, ["x"], "accepted").url == "/start/"
    assert signed_in.post("/coach/back/", {"line": "1"}).url == "/start/"


def test_the_api_tells_proposals_and_takes_a_word_on_each(signed_in, sample):
    told = signed_in.get("/api/v1/proposals").json()
    first = told[0]
    assert {"id", "title", "changes", "is_declinable"} <= set(first)

    def say(**word):
        address = f"/api/v1/proposals/{first['id']}"
        return signed_in.post(address, json.dumps(word), content_type="application/json")

    assert say(decision="declined", because="Tired.").json()["because"] == "Tired."
    assert say(decision="accepted").status_code == 404
    assert say(decision="revoked").status_code == 200
    assert say(decision="accepted").json()["decision"] == "accepted"
    assert say(decision="perhaps").status_code == 422
    assert say().status_code == 422
    kinds = [one["decision"] for one in signed_in.get("/api/v1/decisions").json()]
    assert kinds == ["declined", "revoked", "accepted"]


def test_a_token_that_may_only_read_decides_nothing(sample):
    token = new_token(sample, "reader", Scope.READ, now_utc())
    one = desk_of(sample).proposals[0]
    client, headers = Client(), {"authorization": f"Bearer {token}"}
    body = json.dumps({"decision": "accepted"})

    assert client.get("/api/v1/proposals", headers=headers).status_code == 200
    address = f"/api/v1/proposals/{one.id}"
    answer = client.post(address, body, content_type="application/json", headers=headers)
    assert answer.status_code == 403
    assert sample.decisions.count() == 0


def test_the_api_does_not_decline_safety(signed_in, sample, monkeypatch):
    with_only(monkeypatch, safety(today_in(sample.runner.timezone)))
    body = json.dumps({"decision": "declined"})
    answer = signed_in.post("/api/v1/proposals/safe", body, content_type="application/json")

    assert answer.status_code == 409
    assert "a clinician says so" in answer.json()["says"]


def test_decisions_and_what_was_asked_go_out_and_come_back(signed_in, sample):
    desk = desk_of(sample)
    for one, word in zip(desk.proposals[:2], (YES, NO), strict=True):
        decide_on(desk, one.id, word)
    record, asked = record_of(sample), {one.script for one in sample.asked.all()}
    archive = signed_in.get("/you/everything.zip").content
    opened = zipfile.ZipFile(io.BytesIO(archive))
    rows = opened.read("decisions.csv").decode().splitlines()

    assert rows[0].startswith("decided_on,decision,kind")
    assert len(rows) == 3
    assert "Not now." in rows[2]
    user = sample.user
    sample.delete()
    signed_in.post("/you/bring-back/", {"archive": SimpleUploadedFile("e.zip", archive)})
    again = RunnerRecord.objects.get(user=user)
    assert record_of(again) == record
    assert {one.script for one in again.asked.all()} == asked
    assert len(asked) > 10


def test_a_decision_nobody_can_read_is_not_brought_in(signed_in, sample):
    decide_on(desk_of(sample), desk_of(sample).proposals[0].id, YES)
    archive = signed_in.get("/you/everything.zip").content
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for one in old.namelist():
            text = old.read(one)
            if one == "tables/coach.decisionrecord.json":
                text = text.replace(b'"accepted"', b'"perhaps"')
            new.writestr(one, text)
    RunnerRecord.objects.all().delete()
    file = SimpleUploadedFile("e.zip", packed.getvalue())
    answer = signed_in.post("/you/bring-back/", {"archive": file})

    assert "coach.decisionrecord" in answer.content.decode()
    assert not RunnerRecord.objects.exists()


@pytest.fixture
def missed(sample, monkeypatch) -> CoachDesk:
    """A Thursday two weeks ago, on which the week's first session had not been done."""
    monday = monday_of(today_in(sample.runner.timezone)) - timedelta(weeks=2)
    thursday = monday + timedelta(days=3)
    for place in ("coach.desk", "season.followed"):
        monkeypatch.setattr(f"runwright.web.{place}.today_in", lambda _zone: thursday)
    week = next(one for one in current_plan(sample).plan.weeks if one.monday == monday)
    first = next(day.session.id for day in week.days if day.session is not None)
    sample.performed.filter(script=first).update(is_latest=False)
    sample.performed.filter(started_at__date__gte=thursday).update(is_latest=False)
    return desk_of(sample)


def sessions_of(record: RunnerRecord) -> dict[date, str]:
    weeks = current_plan(record).plan.weeks
    days = [day for week in weeks for day in week.days if day.session is not None]
    return {day.day: day.session.title for day in days}


def test_a_missed_session_is_answered_with_the_rest_of_the_week_carried_out_and_back(
    signed_in, sample, missed
):
    before = sessions_of(sample)
    one = next(one for one in missed.proposals if one.changes[0].rule == "S12")
    response = posted(signed_in, [one.id], "accepted")
    line = sample.decisions.get()

    assert line.made == current_plan(sample)
    moved = {day: title for day, title in sessions_of(sample).items() if before.get(day) != title}
    changed = {change.first_day for change in one.changes}
    assert set(moved) <= changed
    assert moved
    assert not any(left.changes[0].rule == "S12" for left in desk_of(sample).proposals)
    assert "Undo" in signed_in.get(response.url).content.decode()
    signed_in.post("/coach/back/", {"line": [line.pk], "next": "/"})
    assert sessions_of(sample) == before


def test_the_page_of_the_session_done_last_says_what_it_changes(signed_in, sample):
    last, before = TableDiary(sample).sessions()[-1], TableDiary(sample).sessions()[-2]
    page = signed_in.get(f"/diary/{last.id}/").content.decode()
    one = desk_of(sample).proposals[0]

    assert "What this changes" in page
    assert one.changes[0].because in page
    assert "What this changes" not in signed_in.get(f"/diary/{before.id}/").content.decode()
    response = posted(signed_in, [one.id], "accepted", next=f"/diary/{last.id}/")
    assert response.url.startswith(f"/diary/{last.id}/?decided=")


def test_where_the_runner_stands_follows_the_diary(signed_in, sample):
    page = signed_in.get("/coach/standing/").content.decode()

    assert "Romanian deadlift" in page
    assert "rung 2 of 3" in page
    assert "Your diary has what it asks for." in page
    sample.performed.update(is_latest=False)
    assert "Nothing logged yet" in signed_in.get("/coach/standing/").content.decode()


def test_where_the_runner_stands_says_what_waits_and_why(signed_in, sample):
    today = today_in(sample.runner.timezone)
    sore = Pain(region="low_back", pain_0_10=6)
    keep_check_in(sample, CheckIn(day=today, pains=(sore,)))
    page = signed_in.get("/coach/standing/").content.decode()

    assert "Nothing gets harder today: Low back was 6 of 10, red" in page
    assert "Stays as it is: Low back is 6 of 10 this morning" in page


def test_a_calf_block_wants_a_yes_of_its_own_and_then_stands_in_the_session(
    signed_in, sample, sample_read
):
    today = today_in(sample.runner.timezone)
    sore = Pain(region="achilles_midportion", pain_0_10=2, focal_bone=False)
    for back in range(30, -1, -1):
        day = today - timedelta(days=back)
        keep_check_in(sample, CheckIn(day=day, sleep_h=8.0, stress_0_10=2, pains=(sore,)))
    for one in sample_read[1].decisions:  # what the tendon stopped is all the way back
        if one.proposal.changes[0].kind is ChangeKind.RETURN:
            keep_decision(sample, one, now=now_utc())
    keep_decision(sample, lighter(today - timedelta(days=7)), now=now_utc())
    block = next(
        one for one in desk_of(sample).proposals if one.changes[0].kind is ChangeKind.BLOCK
    )
    page = signed_in.get("/coach/").content.decode()
    together = page.partition('class="coach-all"')[2].partition("</form>")[0]

    assert "let a physiotherapist look at it" in unescape(page)
    assert block.id in page
    assert block.id not in together
    posted(signed_in, [block.id], "accepted")
    days = [day for week in current_plan(sample).plan.weeks for day in week.days]
    next_one = next(one for one in days if one.day > today and one.session is not None)
    followed = desk_of(sample).day(next_one).session
    assert "P11" in {one.rule for one in followed.reasons}


def lighter(day: date) -> Decided:
    """A lighter week that was agreed to, from a day on."""
    ease = Change(
        kind=ChangeKind.DELOAD,
        about="week",
        rule="L13",
        because="Six full weeks in a row.",
        first_day=day,
        last_day=day + timedelta(days=6),
        after=Work(says="55 % of the sets", sets_share=0.55),
    )
    proposal = Proposal(id="p", title="A lighter week", changes=(ease,))
    return Decided(proposal=proposal, decision=Decision.ACCEPTED, decided_on=day)


def test_a_week_that_was_made_lighter_says_so_on_its_page(signed_in, sample):
    today = today_in(sample.runner.timezone)
    keep_decision(sample, lighter(today), now=now_utc())
    number = 13
    pages = [signed_in.get(f"/week/{n}/").content.decode() for n in (number - 1, number)]

    assert "55 % of the sets" not in pages[0]
    assert "55 % of the sets" in pages[1]
    assert "Six full weeks in a row." in pages[1]


def test_what_a_test_says_becomes_another_plan_where_that_is_wanted(signed_in, sample):
    before = current_plan(sample)
    one = next(one for one in desk_of(sample).proposals if one.changes[0].about == "knee_to_wall")
    assert one.changes[0].kind is ChangeKind.NEED
    posted(signed_in, [one.id], "accepted")
    line, after = sample.decisions.get(), current_plan(sample)

    assert line.made == after
    rules = [{need.rule for need in found.plan.needs} for found in (before, after)]
    assert "A02" in rules[0] - rules[1]
    assert runs_of(after.plan) == runs_of(before.plan), "the runs are nobody's to change here"
    signed_in.post("/coach/back/", {"line": [line.pk]})
    assert "A02" in {need.rule for need in current_plan(sample).plan.needs}


def test_due_tests_lead_to_the_tests_and_are_not_accepted_with_the_rest(signed_in, sample):
    page = signed_in.get("/coach/").content.decode()
    due = next(one for one in desk_of(sample).proposals if one.title == "Tests that are due")

    assert "Go to the tests" in page
    assert 'href="/you/tests/"' in page
    everything = page[page.index('class="coach-all"') :]
    assert due.id not in everything[: everything.index("</form>")]


def test_a_lighter_week_that_was_agreed_to_starts_the_count_anew():
    week = Change(
        kind=ChangeKind.DELOAD,
        about="week",
        rule="L13",
        because="Six weeks in a row.",
        first_day=date(2026, 11, 19),
    )
    one = Proposal(id="p", title="A lighter week", changes=(week,))
    said = [
        Decided(proposal=one, decision=decision, decided_on=date(2026, 11, 19))
        for decision in (Decision.ACCEPTED, Decision.DECLINED)
    ]

    assert weeks_made_lighter(said[:1]) == {date(2026, 11, 16)}
    assert weeks_made_lighter(said[1:]) == frozenset()


def test_what_is_proposed_and_decided_counts_in_the_runners_units(signed_in, sample):
    metric = signed_in.get("/coach/").content.decode()
    RunnerRecord.objects.update(units="imperial")
    imperial = signed_in.get("/coach/").content.decode()

    assert re.search(r"\d kg\b", metric)
    assert re.search(r"\d lb\b", imperial)
    assert not re.search(r"\d kg\b", imperial)


def test_after_a_run_much_longer_than_before_the_next_ones_are_held_to_what_was_known(
    signed_in, sample
):
    yesterday = today_in(sample.runner.timezone) - timedelta(days=1)
    sample.run_rows.filter(distance_m__gt=9_000).delete()
    sample.add_runs([
        Run(
            started_at=datetime.combine(yesterday, time(9), tzinfo=UTC),
            duration_s=5_400,
            elapsed_s=5_400,
            distance_m=15_000,
        )
    ])
    one = next(one for one in desk_of(sample).proposals if one.changes[0].rule == "L01")
    page = signed_in.get("/coach/").content.decode()

    assert "The next long run" in page
    assert "Runs of at most" in page
    posted(signed_in, [one.id], "declined")
    assert not any(left.changes[0].rule == "L01" for left in desk_of(sample).proposals)
