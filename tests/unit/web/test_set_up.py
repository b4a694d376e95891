"""The set-up in five steps: each keeps its answers, says what is wrong, and leads to a plan."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from runwright.domain.runner import Runner, Sex, Side, StrengthExperience
from runwright.knowledge.library import load_library
from runwright.web.runner import runs_facts
from runwright.web.runner.models import ReadingState, RunnerRecord, RunReading
from runwright.web.runner.reading import read_now
from runwright.web.runner.runs_facts import time_left
from runwright.web.season.models import current_plan

GPX = """<?xml version="1.0"?><gpx version="1.1" creator="us"
 xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>"""
WHO = {
    "name": "Ada",
    "age": "37",
    "sex": "woman",
    "running": "4",
    "running_unit": "years",
    "weekly": "30",
    "strength": "some",
    "timezone": "Europe/Zurich",
}
TIME = {f"day-{n}-minutes": "30" for n in range(7)} | {"session": "30"}


def gpx(minutes: int = 30) -> bytes:
    points = "".join(
        f'<trkpt lat="{47 + n * 0.0015:.4f}" lon="8.0">'
        f"<time>2026-11-17T06:{n:02d}:00Z</time></trkpt>"
        for n in range(minutes)
    )
    return GPX.format(points=points).encode()


@pytest.fixture
def no_thread(monkeypatch):
    """Read at once, so that the test sees the end."""
    monkeypatch.setattr("runwright.web.runner.step_views.begin", read_now)


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def record(user) -> RunnerRecord:
    return RunnerRecord.objects.get(user=user)


def no_to_all() -> dict[str, str]:
    return {f"safety-{one}": "no" for one in load_library().questions}


@pytest.mark.parametrize("step", ["runs", "who", "time", "body", "tests"])
def test_every_step_opens_before_anything_was_told_and_writes_nothing_down(
    signed_in, runner_user, step
):
    page = signed_in.get(f"/start/{step}/")

    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert not RunnerRecord.objects.exists()


def test_a_step_that_is_none_is_not_there(signed_in):
    assert signed_in.get("/start/money/").status_code == 404


def test_who_one_is_comes_back_and_leads_on(signed_in, runner_user):
    response = signed_in.post("/start/who/", WHO)
    runner = record(runner_user).runner

    assert response.url == "/start/time/"
    assert (runner.name, runner.age, runner.sex) == ("Ada", 37, Sex.WOMAN)
    assert (runner.running_months, runner.weekly_km) == (48, 30)
    assert runner.strength_experience is StrengthExperience.SOME
    assert 'value="Ada"' in signed_in.get("/start/who/").content.decode()
    assert record(runner_user).steps == ["who"]


def test_miles_are_told_in_miles_and_kept_in_kilometres(signed_in, runner_user):
    signed_in.post("/start/who/", WHO)
    RunnerRecord.objects.update(units="imperial")
    signed_in.post("/start/who/", WHO | {"weekly": "20"})

    assert record(runner_user).runner.weekly_km == pytest.approx(32.19, abs=0.01)
    assert 'value="20"' in signed_in.get("/start/who/").content.decode()


def test_an_answer_that_does_not_work_is_said_beside_it_and_nothing_is_kept(signed_in, runner_user):
    response = signed_in.post("/start/who/", WHO | {"age": "200"})
    page = response.content.decode()

    assert response.status_code == 422
    assert "give 10 to 100 years" in page
    assert 'value="200"' in page
    assert 'aria-invalid="true"' in page
    assert not RunnerRecord.objects.exists()


def test_races_are_added_and_taken_out(signed_in, runner_user):
    added = signed_in.post("/start/who/", WHO | {"add": "race"})
    assert added.url == "/start/who/#race-0"
    assert 'name="race-0-day"' in signed_in.get("/start/who/").content.decode()

    race = {"race-0-name": "Spring", "race-0-day": "2027-04-11", "race-0-distance": "half marathon"}
    signed_in.post("/start/who/", WHO | race | {"race-0-priority": "A", "race-0-start": "09:30"})
    (kept,) = record(runner_user).runner.races
    assert kept.distance_km == pytest.approx(21.0975)
    assert kept.start_min == 9 * 60 + 30

    signed_in.post("/start/who/", WHO | race | {"drop": "race-0"})
    signed_in.post("/start/who/", WHO)
    assert record(runner_user).runner.races == ()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("race-0-day", "1999-01-01", "is past"),
        ("race-0-day", "", "Give the day"),
        ("race-0-distance", "far", "Give a distance"),
    ],
)
def test_a_race_that_cannot_be_is_said_beside_it(signed_in, field, value, says):
    race = {"race-0-name": "X", "race-0-day": "2027-04-11", "race-0-distance": "10 km"}
    response = signed_in.post("/start/who/", WHO | race | {field: value})

    assert response.status_code == 422
    assert says in response.content.decode()


def test_own_weights_are_kept_for_one_and_for_two_and_an_empty_field_takes_them_back(
    signed_in, runner_user
):
    told = TIME | {"kit-two_dumbbells": "on", "weights-dumbbell": "5, 7.5, 10"}
    signed_in.post("/start/time/", told)
    runner = RunnerRecord.objects.get(user=runner_user).runner
    page = signed_in.get("/start/time/").content.decode()
    signed_in.post("/start/time/", told | {"weights-dumbbell": ""})
    without = RunnerRecord.objects.get(user=runner_user).runner

    assert runner.loads_kg == dict.fromkeys(("dumbbell", "two_dumbbells"), (5.0, 7.5, 10.0))
    assert 'value="5, 7.5, 10"' in page
    assert without.loads_kg == {}


def test_weights_nobody_can_read_are_said_beside_their_field(signed_in):
    answer = signed_in.post("/start/time/", TIME | {"weights-kettlebell": "heavy ones"})

    assert answer.status_code == 422
    assert "List weights as" in answer.content.decode()


def test_days_hours_and_kit_are_kept_and_a_thing_brings_what_it_holds(signed_in, runner_user):
    signed_in.post("/start/time/", TIME | {"day-1-hours": "17:30-21:00", "kit-gym": "on"})
    runner = record(runner_user).runner

    assert [day.minutes for day in runner.days] == [30] * 7
    assert runner.days[1].windows[0].start_min == 17 * 60 + 30
    assert {"gym", "barbell", "rack"} <= runner.kit
    assert not runner.wants_jumps


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({f"day-{n}-minutes": "0" for n in range(7)}, "nothing to plan"),
        ({"day-2-hours": "late"}, "no part of a day"),
        ({"day-2-hours": "6:00-6:20", "day-2-minutes": "45"}, "do not fit"),
    ],
)
def test_days_that_cannot_be_are_said_beside_them(signed_in, told, says):
    response = signed_in.post("/start/time/", TIME | told)

    assert response.status_code == 422
    assert says in response.content.decode()


def test_a_place_pressed_on_the_body_asks_where_exactly_and_how_much(signed_in, runner_user):
    added = signed_in.post("/start/body/", {"add": "knee:left"})
    assert added.url == "/start/body/#pain-0"
    page = signed_in.get("/start/body/").content.decode()
    assert "Knee, left" in page
    assert "Below the kneecap" in page

    row = {"pain-0-place": "knee", "pain-0-side": "left"}
    refused = signed_in.post("/start/body/", no_to_all() | row)
    assert refused.status_code == 422
    assert "say where exactly" in refused.content.decode()

    told = row | {"pain-0-region": "patellar_tendon", "pain-0-score": "3", "pain-0-hop_pain": "no"}
    assert signed_in.post("/start/body/", no_to_all() | told).url == "/start/tests/"
    (pain,) = record(runner_user).runner.pains
    assert (pain.region, pain.side, pain.pain_0_10) == ("patellar_tendon", Side.LEFT, 3)
    assert (pain.hop_pain, pain.night_pain) == (False, None)


def test_an_old_injury_is_kept_as_a_quiet_one(signed_in, runner_user):
    row = {"pain-0-place": "calf", "pain-0-side": "right", "pain-0-region": "achilles_midportion"}
    signed_in.post("/start/body/", no_to_all() | row | {"pain-0-score": "0"})

    assert record(runner_user).runner.pains[0].pain_0_10 == 0
    assert "pain-mark old" in signed_in.get("/start/body/").content.decode()


def test_a_safety_answer_shows_its_gate_at_once_and_asks_what_opens_it(signed_in, runner_user):
    signed_in.post("/start/body/", {"safety-chest_pain_effort": "yes", "check": "1"})
    page = signed_in.get("/start/body/").content.decode()

    assert "G02" in page
    assert "Opens when" in page
    assert 'name="safety-red_flag_cleared"' in page
    assert not RunnerRecord.objects.exists()


def test_no_to_all_leaves_a_yes_as_it_was(signed_in, runner_user):
    signed_in.post("/start/body/", {"safety-fever": "yes", "none": "1"})
    page = signed_in.get("/start/body/").content.decode()

    assert 'name="safety-fever" value="yes" checked' in page
    assert 'name="safety-known_disease" value="no" checked' in page


def test_a_birth_is_asked_for_its_weeks(signed_in, runner_user):
    answers = no_to_all() | {"safety-gave_birth": "yes"}
    assert signed_in.post("/start/body/", answers).status_code == 422

    signed_in.post("/start/body/", answers | {"birth": "16"})
    assert record(runner_user).runner.weeks_since_birth == 16


def test_home_tests_are_kept_by_side_and_day(signed_in, runner_user):
    signed_in.post("/start/tests/", {"test-side_plank-left": "42", "test-side_plank-right": "55.5"})
    results = {one.side: one.value for one in record(runner_user).runner.test_results}

    assert results == {Side.LEFT: 42, Side.RIGHT: 55.5}
    assert "55.5" in signed_in.get("/start/tests/").content.decode()
    signed_in.post("/start/tests/", {"test-side_plank-left": "", "test-side_plank-right": "55.5"})
    assert [one.side for one in record(runner_user).runner.test_results] == [Side.RIGHT]


def test_a_result_out_of_bounds_is_said_beside_it(signed_in):
    response = signed_in.post("/start/tests/", {"test-single_leg_balance-left": "90"})

    assert response.status_code == 422


def test_usual_runs_stand_in_for_files(signed_in, runner_user):
    row = {"habit-0-weekday": "1", "habit-0-kind": "quality", "habit-0-minutes": "60"}
    empty = {"habit-1-weekday": "3", "habit-1-kind": "easy", "habit-1-minutes": ""}
    response = signed_in.post("/start/runs/", row | empty | {"habit-0-start": "06:15"})
    (habit,) = record(runner_user).runner.habits

    assert response.url == "/start/who/"
    assert (habit.weekday, habit.duration_min, habit.start_min) == (1, 60, 6 * 60 + 15)


def test_a_file_is_read_and_what_it_says_is_shown(signed_in, runner_user, no_thread, data_dir):
    file = SimpleUploadedFile("morning.gpx", gpx())
    response = signed_in.post("/start/upload/", {"files": file})
    page = signed_in.get("/start/runs/").content.decode()

    assert response.url == "/start/runs/"
    assert record(runner_user).run_rows.count() == 1
    assert "1 run was in what you gave" in page
    assert not list((data_dir / "imports").iterdir())


def test_a_file_that_is_no_run_says_why_and_costs_the_others_nothing(
    signed_in, runner_user, no_thread, data_dir
):
    broken = SimpleUploadedFile("export.zip", b"PK\x03\x04 and then the line was cut")
    signed_in.post("/start/upload/", {"files": [SimpleUploadedFile("a.gpx", gpx()), broken]})
    page = signed_in.get("/start/runs/").content.decode()

    assert record(runner_user).run_rows.count() == 1
    assert "export.zip" in page


@pytest.mark.parametrize(
    ("files", "says"),
    [({}, "No file was chosen"), ({"files": SimpleUploadedFile("a.gpx", b"")}, "is empty")],
)
def test_nothing_handed_in_is_said(signed_in, files, says):
    response = signed_in.post("/start/upload/", files)

    assert response.status_code == 422
    assert says in response.content.decode()


def test_a_full_disk_is_said_and_leaves_nothing_behind(
    signed_in, runner_user, data_dir, monkeypatch
):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("runwright.web.runner.reading._put_aside", full)
    response = signed_in.post("/start/upload/", {"files": SimpleUploadedFile("a.gpx", gpx())})

    assert response.status_code == 507
    assert "No space left on device" in response.content.decode()
    assert not RunReading.objects.exists()


def test_a_reading_that_was_cut_off_is_begun_again(
    signed_in, runner_user, data_dir, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("runwright.web.runner.step_views.begin", lambda _reading: None)
    signed_in.post("/start/upload/", {"files": SimpleUploadedFile("a.gpx", gpx())})
    reading = RunReading.objects.get()
    assert "Reading your runs" in signed_in.get("/start/runs/").content.decode()
    RunReading.objects.update(beat_at="2026-01-01T00:00:00Z")
    monkeypatch.setattr("runwright.web.runner.reading.begin", read_now)
    signed_in.get("/start/runs/")
    reading.refresh_from_db()

    assert reading.state == ReadingState.DONE
    assert record(runner_user).run_rows.count() == 1


def test_the_plan_waits_while_runs_are_read(signed_in, runner_user, data_dir, monkeypatch):
    monkeypatch.setattr("runwright.web.runner.step_views.begin", lambda _reading: None)
    signed_in.post("/start/upload/", {"files": SimpleUploadedFile("a.gpx", gpx())})

    assert "still being read" in signed_in.post("/start/plan/").content.decode()
    assert current_plan(record(runner_user)) is None


def test_the_answers_make_a_plan(signed_in, runner_user):
    habit = {"habit-0-weekday": "1", "habit-0-kind": "easy", "habit-0-minutes": "45"}
    signed_in.post("/start/runs/", habit)
    signed_in.post("/start/who/", WHO)
    signed_in.post("/start/time/", TIME | {"kit-two_dumbbells": "on"})
    signed_in.post("/start/body/", no_to_all())

    assert signed_in.post("/start/plan/").url == "/season/"
    assert current_plan(record(runner_user)).plan.runner == "Ada"
    assert "<h1>Today</h1>" in signed_in.get("/").content.decode()


def test_a_plan_that_cannot_be_says_what_would_make_it_possible(signed_in, runner_user):
    signed_in.post("/start/who/", WHO)
    found = record(runner_user)
    days = [{"minutes": 0, "windows": [{"start_min": 360, "end_min": 1260}]}] * 7
    found.document = found.document | {"days": days}
    found.save()
    response = signed_in.post("/start/plan/")

    assert response.status_code == 422
    assert "No day has minutes" in response.content.decode()
    assert "Change days" in response.content.decode()


def test_an_unknown_field_or_a_hostile_text_harms_nothing(signed_in, runner_user):
    signed_in.post("/start/who/", WHO | {"name": "<script>alert(1)</script>", "race-x-day": "?"})
    page = signed_in.get("/start/who/").content.decode()

    assert "<script>alert" not in page
    assert record(runner_user).runner != Runner()


def test_how_long_a_reading_still_takes_is_said_from_its_pace():
    began = timezone.now()
    reading = RunReading(started_at=began, done=200, total=400)

    assert time_left(reading, began + timedelta(seconds=20)) == "about 20 s left"
    assert time_left(reading, began + timedelta(seconds=300)) == "about 5 min left"
    assert time_left(RunReading(started_at=began, done=0, total=400), began) == ""


def test_the_page_before_the_plan_says_what_it_starts_from(signed_in, runner_user):
    signed_in.post("/start/who/", WHO)
    page = signed_in.get("/start/plan/").content.decode()

    assert "Ada" in page
    assert "light work only" in page


@pytest.mark.parametrize("step", ["runs", "who", "body"])
def test_the_enter_key_keeps_the_page_and_takes_no_row_out(signed_in, step):
    page = signed_in.get(f"/start/{step}/").content.decode()
    form = page[page.index('class="form"') :]
    first = form[form.index("<button") :].partition(">")[0]

    assert "name=" not in first


def test_what_the_runs_say_is_worked_out_again_only_when_they_change(
    signed_in, sample, monkeypatch
):
    cache.clear()
    worked, training_facts = [], runs_facts.training_facts
    monkeypatch.setattr(
        runs_facts, "training_facts", lambda *told: worked.append(1) or training_facts(*told)
    )
    pages = [signed_in.get("/start/runs/").content.decode() for _again in range(2)]
    run = sample.runs()[-1]
    sample.add_runs([replace(run, started_at=run.started_at + timedelta(hours=3))])
    after = signed_in.get("/start/runs/").content.decode()
    count = sample.run_rows.count()

    assert all(f"{count - 1} runs. What they say" in page for page in pages)
    assert f"{count} runs. What they say" in after
    assert len(worked) == 2


def test_a_home_test_done_again_stands_beside_the_earlier_one(signed_in, runner_user):
    signed_in.post("/start/tests/", {"test-side_plank-left": "42", "test-side_plank-right": "55.5"})
    record = RunnerRecord.objects.get(user=runner_user)
    earlier = [one | {"day": "2026-09-01"} for one in record.document["test_results"]]
    record.document = record.document | {"test_results": earlier}
    record.save()
    told = {"test-side_plank-left": "48", "test-side_plank-right": "55.5"}
    signed_in.post("/start/tests/", told | {"again-side_plank": "on"})
    record.refresh_from_db()
    kept = {(one.value, f"{one.day}" == "2026-09-01") for one in record.runner.test_results}
    shown = signed_in.get("/start/tests/").content.decode()

    assert kept == {(42.0, True), (55.5, True), (48.0, False), (55.5, False)}
    assert "Each time you did it" in shown
    assert "1 September 2026" in shown
