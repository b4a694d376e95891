"""Four taps in the morning: kept, answered in words, then gone from the top of Today."""

from datetime import timedelta

import pytest

from runwright.domain.check_in import CheckIn
from runwright.domain.runner import Pain, Side
from runwright.web.clock import today_in
from runwright.web.diary.models import CheckInRecord, keep_check_in

USUAL = {"sleep": "7", "soreness": "3", "stress": "1", "hurts": "no"}


@pytest.fixture
def today(sample):
    return today_in(sample.runner.timezone)


def told(sample, today) -> CheckIn:
    return CheckInRecord.objects.get(runner=sample, day=today, is_latest=True).check_in


def page(response) -> str:
    return response.content.decode()


def test_today_asks_first_until_it_is_told(signed_in, sample, today):
    assert "How are you this morning?" in page(signed_in.get("/"))

    answer = signed_in.post("/check-in/", USUAL)

    assert answer.url == "/"
    assert "How are you this morning?" not in page(signed_in.get("/"))
    assert "Slept 7 h, legs a little, stress calm. Nothing hurts." in page(signed_in.get("/"))
    assert told(sample, today) == CheckIn(
        day=today, sleep_h=7.0, soreness_0_10=3, stress_0_10=1, pain_free=True
    )


def test_one_answer_is_enough_and_none_is_said_so(signed_in, sample, today):
    empty = signed_in.post("/check-in/", {})

    assert empty.status_code == 400
    assert "One answer is enough" in page(empty)
    assert signed_in.post("/check-in/", {"sleep": "8"}).status_code == 302
    assert told(sample, today).stress_0_10 is None


def test_a_place_that_hurt_lately_has_its_row_with_its_limits(signed_in, sample, today):
    sore = Pain(region="achilles_midportion", pain_0_10=4, side=Side.LEFT)
    keep_check_in(sample, CheckIn(day=today - timedelta(days=1), pains=(sore,)))
    shown = page(signed_in.get("/check-in/"))

    assert "pain:achilles_midportion:left" in shown
    assert "Up to 3 go on, up to 5 hold the load, above that stop." in shown


def test_a_pain_is_answered_with_its_light_in_words(signed_in, sample, today):
    answer = signed_in.post(
        "/check-in/", USUAL | {"hurts": "yes", "pain:achilles_midportion:left": "4"}
    )
    shown = page(signed_in.get(answer.url))

    assert "4 of 10: amber, hold the load." in shown
    assert told(sample, today).pains[0].side is Side.LEFT
    assert "amber, hold the load" in page(signed_in.get("/"))


def test_a_new_place_needs_its_number_and_a_number_its_place(signed_in, sample, today):
    no_number = signed_in.post("/check-in/", USUAL | {"hurts": "yes", "region": "shin"})
    no_place = signed_in.post("/check-in/", USUAL | {"hurts": "yes", "new_pain": "3"})

    assert "Say how much it hurts" in page(no_number)
    assert "Say where it hurts." in page(no_place)
    assert not CheckInRecord.objects.filter(runner=sample, day=today).exists()


def test_pain_in_a_bone_sends_to_a_clinician_at_once_and_on_today(signed_in, sample, today):
    answer = signed_in.post(
        "/check-in/",
        USUAL | {"hurts": "yes", "region": "bone_front_shin", "side": "right", "new_pain": "2"},
    )

    for shown in (page(signed_in.get(answer.url)), page(signed_in.get("/"))):
        assert 'role="alert"' in shown
        assert "See a doctor now, before any impact." in shown
        assert "fracture" not in shown


def test_a_morning_that_sends_to_a_doctor_leaves_nothing_to_start_that_day(
    signed_in, sample, today
):
    signed_in.post(
        "/check-in/",
        USUAL | {"hurts": "yes", "region": "bone_front_shin", "side": "right", "new_pain": "2"},
    )

    assert 'href="/do/' not in page(signed_in.get("/"))


def test_bone_answers_are_asked_for_kept_and_close_the_gate(signed_in, sample, today):
    asked = signed_in.post(
        "/check-in/", USUAL | {"hurts": "yes", "region": "shin", "new_pain": "2"}
    ).url
    before = page(signed_in.get(asked))
    yes = {f"0:{one}": "yes" for one in ("focal_bone", "worse_with_loading", "hop_pain")}
    after = signed_in.post(asked, yes)

    assert "no larger than a fingertip" in before
    assert 'role="alert"' not in before
    assert 'role="alert"' in page(signed_in.get(after.url))
    assert told(sample, today).pains[0].focal_bone is True


def test_an_earlier_morning_can_be_told_later_and_a_coming_one_not(signed_in, sample, today):
    early = today - timedelta(days=3)

    assert signed_in.post(f"/check-in/{early}/", USUAL).status_code == 302
    assert (
        CheckInRecord.objects.get(runner=sample, day=early, is_latest=True).check_in.sleep_h == 7.0
    )
    assert signed_in.get(f"/check-in/{today + timedelta(days=1)}/").status_code == 404
    assert signed_in.get("/check-in/someday/").status_code == 404


def test_changing_a_number_keeps_the_bone_answers_of_the_morning(signed_in, sample, today):
    sore = Pain(region="shin", pain_0_10=2, focal_bone=False, night_pain=False)
    keep_check_in(sample, CheckIn(day=today, pains=(sore,)))
    signed_in.post("/check-in/", USUAL | {"hurts": "yes", "pain:shin:": "1"})

    assert told(sample, today).pains == (
        Pain(region="shin", pain_0_10=1, focal_bone=False, night_pain=False),
    )
