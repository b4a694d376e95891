"""Progress shows what was done with its numbers and sources, and never a score of injury."""

import pytest
from django.contrib.auth.models import User

from runwright.domain.performed import Ended
from runwright.web.diary.models import CheckInRecord, PerformedRecord, TableDiary


def page(response) -> str:
    return response.content.decode()


def test_the_sample_sees_every_chart_with_a_table_beside(signed_in, sample):
    shown = page(signed_in.get("/progress/"))

    for words in (
        "Estimated one-repetition maximum",
        "Effort from 0 to 10 times minutes",
        "Strength sessions of the season",
        "Pain, 0 to 10",
        "Hours a night",
        "Landings of jumps",
        "Home tests",
        "Every exercise",
    ):
        assert words in shown
    assert shown.count('class="plot"') == shown.count('class="chart-numbers"') >= 7
    assert "does not predict injury" in shown
    assert "risk" not in shown.lower()


def test_every_exercise_of_the_diary_has_a_page(signed_in, sample):
    done = {one.exercise for session in TableDiary(sample).sessions() for one in session.sets}

    for exercise in done:
        assert signed_in.get(f"/progress/lift/{exercise}/").status_code == 200
    assert signed_in.get("/progress/lift/levitation/").status_code == 404
    assert "Not in your diary yet" in page(signed_in.get("/progress/lift/nordic_eccentric/"))


def test_one_leg_gets_no_estimated_maximum(signed_in, sample):
    assert "Estimated" in page(signed_in.get("/progress/lift/goblet_squat/"))
    assert "Estimated" not in page(signed_in.get("/progress/lift/split_squat_loaded/"))


def test_an_empty_diary_says_what_to_do(signed_in, sample):
    PerformedRecord.objects.all().delete()
    CheckInRecord.objects.all().delete()
    sample.run_rows.all().delete()
    shown = page(signed_in.get("/progress/"))

    assert "Log a session with what you lifted" in shown
    assert "Check in on a few mornings" in shown
    assert "Nothing logged yet." in shown


def test_a_session_taken_out_of_the_diary_is_out_of_the_charts(signed_in, sample):
    hurt = next(one for one in TableDiary(sample).sessions() if one.ended is Ended.PAIN)
    before = page(signed_in.get("/progress/"))
    signed_in.post(f"/diary/{hurt.id}/delete/")
    after = page(signed_in.get("/progress/"))

    assert "stopped, it hurt" in before.split("Load")[0]
    assert before != after


@pytest.mark.parametrize("path", ["/progress/", "/progress/lift/goblet_squat/"])
def test_nobody_else_sees_it(client, sample, path):
    client.force_login(User.objects.create_user("other"))

    assert client.get(path).url == "/start/"
