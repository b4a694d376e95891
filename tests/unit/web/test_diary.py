"""The diary: what was done beside what was planned, changed without losing what was there."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from runwright.domain.performed import Ended
from runwright.knowledge.library import load_library
from runwright.usecases.coach import Coach
from runwright.usecases.decide import apart
from runwright.usecases.propose import propose
from runwright.web.clock import today_in
from runwright.web.coach.desk import CoachDesk
from runwright.web.diary.models import TableDiary
from runwright.web.diary.prescribed import day_of
from runwright.web.diary.set_rows import key_of
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan


@pytest.fixture
def today(sample):
    return today_in(sample.runner.timezone)


@pytest.fixture
def sessions(sample):
    return TableDiary(sample).sessions()


def page(response) -> str:
    return response.content.decode()


def planned_days(sample, today):
    days = [day for week in current_plan(sample).plan.weeks for day in week.days]
    return [day for day in days if day.session is not None and day.day < today]


def filled(done, **more) -> dict[str, str]:
    """The form as it stands, with something typed over it."""
    spent = round((done.ended_at - done.started_at).total_seconds() / 60)
    fields = {
        "day": f"{done.started_at:%Y-%m-%d}",
        "time": f"{done.started_at:%H:%M}",
        "spent": str(spent),
        "ended": done.ended.value,
        "effort": "" if done.effort_0_10 is None else str(done.effort_0_10),
        "note": done.note,
    }
    for one in done.sets:
        count = next(
            n for n in (one.reps, one.hold_s, one.distance_m, one.contacts) if n is not None
        )
        fields[f"{key_of(one)}:count"] = str(count)
        fields[f"{key_of(one)}:load"] = "" if one.load_kg is None else f"{one.load_kg:g}"
        fields[f"{key_of(one)}:rir"] = "" if one.rir is None else str(one.rir)
    return fields | more


def test_the_diary_shows_weeks_of_sessions_runs_and_mornings(signed_in, sample, today, sessions):
    shown = page(signed_in.get("/diary/"))
    last = sessions[-1]

    assert f"/diary/{last.id}/" in shown
    assert "Slept" in shown
    assert "Earlier weeks" in shown
    assert "Run" in shown


def test_a_session_that_was_not_done_is_shown_without_blame(signed_in, sample, today, sessions):
    done = {one.script for one in sessions}
    missed = next(day for day in planned_days(sample, today) if day.session.id not in done)
    shown = page(signed_in.get(f"/diary/?until={missed.day}"))

    assert f"/diary/log/{missed.session.id}/" in shown
    assert "not in the diary" in shown
    assert "missed" not in shown.lower()


def test_an_entry_shows_what_was_asked_beside_what_was_done(signed_in, sample, sessions):
    hurt = next(one for one in sessions if one.ended is Ended.PAIN)
    shown = page(signed_in.get(f"/diary/{hurt.id}/"))

    assert "in reserve" in shown
    assert "Achilles, left: 6 of 10" in shown
    assert "left out: Achilles" in shown
    assert hurt.note in shown


def test_every_session_of_the_sample_has_its_page_and_its_form(signed_in, sample, sessions):
    for one in sessions[::6]:
        assert signed_in.get(f"/diary/{one.id}/").status_code == 200
        assert signed_in.get(f"/diary/{one.id}/change/").status_code == 200


def test_a_change_is_a_new_version_and_the_old_one_stays_readable(signed_in, sample, sessions):
    done = sessions[-1]
    first = done.sets[0]
    typed = filled(done, note="Felt strong.") | {f"{key_of(first)}:count": "11"}
    answer = signed_in.post(f"/diary/{done.id}/change/", typed)
    now = next(one for one in TableDiary(sample).sessions() if one.id == done.id)
    shown = page(signed_in.get(answer.url))

    assert now.note == "Felt strong."
    assert 11 in {now.sets[0].reps, now.sets[0].contacts, now.sets[0].hold_s}
    assert now.sets[1:] == done.sets[1:]
    assert "Before it was changed" in shown
    assert sample.performed.filter(session_id=done.id).count() == 2


def test_a_corrected_session_is_to_the_coach_as_if_it_had_always_said_so(
    signed_in, sample, sessions
):
    def desk():
        return CoachDesk(sample, current_plan(sample))

    done = sessions[-6]
    lifted = next(one for one in done.sets if one.load_kg and not one.is_ramp)
    before, told, proposals = desk().coach.state, desk().told, desk().proposals
    signed_in.post(f"/diary/{done.id}/change/", filled(done) | {f"{key_of(lifted)}:load": "60"})
    corrected = next(one for one in TableDiary(sample).sessions() if one.id == done.id)
    always = replace(
        told, sessions=tuple(corrected if one.id == done.id else one for one in told.sessions)
    )
    order = replace(desk().order, told=always)

    assert desk().coach.state == Coach(order, load_library()).state != before
    assert desk().proposals == apart(propose(order, load_library()))
    signed_in.post(f"/diary/{done.id}/change/", filled(done))

    assert (desk().coach.state, desk().proposals) == (before, proposals)


def test_keeping_the_form_as_it_is_changes_nothing(signed_in, sample, sessions):
    done = sessions[-1]
    signed_in.post(f"/diary/{done.id}/change/", filled(done))
    now = next(one for one in TableDiary(sample).sessions() if one.id == done.id)

    assert now.sets == done.sets
    assert now.pains == done.pains


def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(signed_in, sample, sessions):
    done = sessions[-1]
    key = key_of(done.sets[-1])
    typed = filled(done, spent="a while") | {f"{key}:load": "heavy", f"{key}:rir": "40"}
    answer = signed_in.post(f"/diary/{done.id}/change/", typed)

    assert answer.status_code == 400
    assert "“a while” is no whole number" in page(answer)
    assert "“heavy” is no load in kg." in page(answer)
    assert 'value="heavy"' in page(answer)
    assert sample.performed.filter(session_id=done.id).count() == 1


def test_a_pain_can_be_added_and_taken_out_again(signed_in, sample, sessions):
    done = sessions[-1]
    added = {"region": "shin", "side": "right", "new_pain": "3"}
    signed_in.post(f"/diary/{done.id}/change/", filled(done) | added)
    hurt = next(one for one in TableDiary(sample).sessions() if one.id == done.id)
    signed_in.post(f"/diary/{done.id}/change/", filled(hurt) | {"pain:0": ""})
    calm = next(one for one in TableDiary(sample).sessions() if one.id == done.id)

    assert [(one.region, one.pain_0_10) for one in hurt.pains] == [("shin", 3)]
    assert calm.pains == ()


def test_a_deleted_session_is_gone_until_it_is_brought_back(signed_in, sample, sessions):
    done = sessions[-1]
    answer = signed_in.post(f"/diary/{done.id}/delete/")

    assert "Bring it back" in page(signed_in.get(answer.url))
    assert done.id not in {one.id for one in TableDiary(sample).sessions()}
    assert TableDiary(sample).has(done.id)

    signed_in.post(f"/diary/{done.id}/back/")

    assert done in TableDiary(sample).sessions()


def test_a_session_is_logged_by_hand_once_however_often_it_is_sent(
    signed_in, sample, today, sessions
):
    done = {one.script for one in sessions}
    script = next(d.session.id for d in planned_days(sample, today) if d.session.id not in done)
    form = page(signed_in.get(f"/diary/log/{script}/?as-planned"))
    given = form.split('name="id" value="')[1].split('"')[0]
    typed = {"id": given, "day": str(day_of(script)), "time": "18:00", "spent": "30", "effort": "6"}
    signed_in.post(f"/diary/log/{script}/", typed)
    signed_in.post(f"/diary/log/{script}/", typed)
    logged = [one for one in TableDiary(sample).sessions() if one.script == script]

    assert len(logged) == 1
    assert logged[0].srpe_load_au == 180


def test_a_session_that_is_in_the_diary_is_not_logged_a_second_time(signed_in, sample, sessions):
    done = sessions[-1]

    assert signed_in.get(f"/diary/log/{done.script}/").url == f"/diary/{done.id}/"


def test_as_planned_fills_in_the_lower_end_of_what_was_asked(signed_in, sample, today, sessions):
    done = {one.script for one in sessions}
    script = next(d.session.id for d in planned_days(sample, today) if d.session.id not in done)
    empty = page(signed_in.get(f"/diary/log/{script}/"))
    planned = page(signed_in.get(f"/diary/log/{script}/?as-planned"))

    assert planned.count('value=""') < empty.count('value=""')


def test_what_is_still_to_come_or_was_never_planned_cannot_be_logged(signed_in, sample, today):
    coming = next(
        day.session.id
        for week in current_plan(sample).plan.weeks
        for day in week.days
        if day.session is not None and day.day > today + timedelta(days=1)
    )

    assert signed_in.get(f"/diary/log/{coming}/").status_code == 404
    assert signed_in.get("/diary/log/nonsense/").status_code == 404
    assert signed_in.get("/diary/nobody/").status_code == 404


def test_nobody_else_sees_or_changes_it(client, signed_in, sample, sessions):
    done = sessions[-1]
    client.force_login(User.objects.create_user("other"))

    assert client.get("/diary/").url == "/start/"
    assert client.get(f"/diary/{done.id}/").status_code == 404
    assert client.post(f"/diary/{done.id}/delete/").status_code == 404


def test_loads_are_shown_and_typed_in_pounds_and_those_left_alone_stay(signed_in, sample, sessions):
    done = next(one for one in sessions if sum(s.load_kg not in {None, 0} for s in one.sets) > 1)
    RunnerRecord.objects.update(units="imperial")
    form = page(signed_in.get(f"/diary/{done.id}/change/"))
    told = dict(re.findall(r'name="([^"]+:load)"[^>]* value="([^"]*)"', form))
    loaded = [one for one in done.sets if one.load_kg not in {None, 0}]
    typed = filled(done) | told | {f"{key_of(loaded[0])}:load": "45"}
    signed_in.post(f"/diary/{done.id}/change/", typed)
    after = next(one for one in TableDiary(sample).sessions() if one.id == done.id)
    kept = {key_of(one): one.load_kg for one in after.sets}

    assert "load in lb" in form
    assert kept[key_of(loaded[0])] == pytest.approx(20.41)
    assert {key_of(one): one.load_kg for one in loaded[1:]} == {
        key_of(one): kept[key_of(one)] for one in loaded[1:]
    }
    assert "× 45 lb" in page(signed_in.get(f"/diary/{done.id}/"))
