"""The runner's own page: answers changed, the plan made again, data taken, brought back, erased."""

import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from runwright.domain.check_in import CheckIn
from runwright.domain.proposal import ChangeKind, Decision
from runwright.domain.run import Run
from runwright.domain.runner import Runner
from runwright.formats.runner_toml import read_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.formats.values_json.encode import plain
from runwright.knowledge.library import load_library
from runwright.web.accounts.models import SignInLink, new_link
from runwright.web.clock import today_in
from runwright.web.coach.deciding import Word, decide_on
from runwright.web.coach.desk import CoachDesk
from runwright.web.diary.models import keep_check_in
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan
from runwright.web.you.tables import STAYS_HERE, row_values, tables


@pytest.fixture
def small(signed_in, runner_user) -> RunnerRecord:
    """A runner with a run, a morning, and no plan yet."""
    record = RunnerRecord(user=runner_user, document=plain(Runner(name="Ada")))
    record.save()
    moment = datetime(2026, 11, 17, 6, tzinfo=UTC)
    record.add_runs([Run(started_at=moment, duration_s=1800, elapsed_s=1800, distance_m=5000)])
    keep_check_in(record, CheckIn(day=date(2026, 11, 20), sleep_h=7.5))
    return record


def zipped(**files: str) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name, text in files.items():
            opened.writestr(name.replace("__", "/"), text)
    return SimpleUploadedFile("everything.zip", packed.getvalue())


def changed(archive: bytes, name: str, text: str) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for one in old.namelist():
            new.writestr(one, text if one == name else old.read(one))
    return SimpleUploadedFile("everything.zip", packed.getvalue())


def held(record: RunnerRecord) -> dict[str, list[dict]]:
    """Every row but its own numbers, which may differ elsewhere."""
    rows = {table.name: [row_values(row) for row in table.rows(record)] for table in tables()}
    for found in rows.values():
        for row in found:
            del row["id"], row["runner_id"]
            row.pop("made_id", None)
    return rows


def test_before_anything_was_told_it_leads_to_the_start(signed_in):
    assert signed_in.get("/you/").url == "/start/"
    assert signed_in.get("/you/everything.zip").url == "/start/"
    assert signed_in.post("/you/delete/").url == "/start/"


def test_it_shows_every_answer_in_a_line(signed_in, sample):
    page = signed_in.get("/you/").content.decode()

    for step in ("runs", "who", "time", "body", "tests"):
        assert f"/you/{step}/" in page
        assert signed_in.get(f"/you/{step}/").status_code == 200
    assert "runs read" in page


def test_looks_are_kept_and_nonsense_is_not(signed_in, small):
    told = {"units": "imperial", "body": "broad", "palette": "umber", "language": "en"}
    signed_in.post("/you/looks/", told)
    small.refresh_from_db()
    assert (small.units, small.body, small.palette) == ("imperial", "broad", "umber")
    assert (small.language, small.voice) == ("en", False)

    signed_in.post("/you/looks/", {"units": "leagues", "body": "", "language": "../x"})
    small.refresh_from_db()
    assert (small.units, small.body, small.language) == ("imperial", "broad", "")


def test_a_changed_answer_offers_to_plan_again_and_the_past_stays(signed_in, sample):
    before = current_plan(sample).plan
    assert "earlier answers" not in signed_in.get("/you/").content.decode()
    minutes = {f"day-{n}-minutes": "20" if n in {1, 4} else "0" for n in range(7)}
    response = signed_in.post("/you/time/", minutes | {"session": "20", "jumps": "on"})

    assert response.url == "/you/?saved=time"
    assert "earlier answers" in signed_in.get(response.url).content.decode()
    assert signed_in.post("/you/plan/").url == "/season/"
    after = current_plan(sample).plan
    assert sample.plans.count() == 2
    assert after.start == before.start
    today = today_in(sample.runner.timezone)
    coming = [day for week in after.weeks for day in week.days if day.day >= today]
    assert {day.day.weekday() for day in coming if day.session is not None} <= {1, 4}
    assert "earlier answers" not in signed_in.get("/you/").content.decode()


def test_the_same_answer_again_changes_nothing(signed_in, small):
    told_at = small.told_at
    small.tell(small.runner)
    small.refresh_from_db()

    assert small.told_at == told_at


def test_a_plan_that_became_impossible_is_said_and_the_old_one_stays(signed_in, sample):
    days = [{"minutes": 0, "windows": [{"start_min": 360, "end_min": 1260}]}] * 7
    sample.document = sample.document | {"days": days}
    sample.save()
    response = signed_in.post("/you/plan/")

    assert response.status_code == 422
    assert "Your plan stays as it was" in response.content.decode()
    assert sample.plans.count() == 1


def test_the_answers_come_as_a_file_that_reads_back_as_the_same_runner(signed_in, sample):
    text = signed_in.get("/you/RUNNER.toml").content.decode()
    read = read_runner(
        text,
        source="RUNNER.toml",
        today=today_in("UTC"),
        vocabulary=vocabulary_of(load_library()),
    )

    assert read.races == sample.runner.races
    assert read.kit == sample.runner.kit


def test_everything_taken_out_comes_back_as_it_was(signed_in, runner_user, sample):
    sample.voice = False
    sample.save()
    desk = CoachDesk(sample, current_plan(sample))
    says = next(one for one in desk.proposals if one.changes[0].kind is ChangeKind.NEED)
    decide_on(desk, says.id, Word(decision=Decision.ACCEPTED))  # it makes a plan
    before, runner, told_at = held(sample), sample.runner, sample.told_at
    archive = signed_in.get("/you/everything.zip").content
    signed_in.post("/you/delete/", {"word": "delete"})
    assert not RunnerRecord.objects.exists()

    upload = SimpleUploadedFile("everything.zip", archive)
    assert signed_in.post("/you/bring-back/", {"archive": upload}).url == "/"
    back = RunnerRecord.objects.get(user=runner_user)
    assert back.runner == runner
    assert (back.voice, back.is_sample, back.told_at) == (False, True, told_at)
    assert held(back) == before
    assert back.decisions.last().made == back.plans.first()
    assert all(before.values())
    assert signed_in.get("/").status_code == 200


def test_the_archive_opens_in_a_spreadsheet_and_says_what_it_is(signed_in, small):
    small.run_rows.update(title="=1+1")
    response = signed_in.get("/you/everything.zip")
    with zipfile.ZipFile(io.BytesIO(response.content)) as opened:
        names = set(opened.namelist())
        runs = opened.read("runs.csv").decode()
        head = json.loads(opened.read("runwright.json"))

    assert {"README.txt", "runs.csv", "sessions.csv", "check-ins.csv", "RUNNER.toml"} <= names
    assert runs.startswith("started_at,title,distance_m")
    assert ",'=1+1," in runs
    assert head["tables"]["runner.runrow"] == small.run_rows.count()
    assert "attachment" in response["Content-Disposition"]


def test_every_table_of_a_runner_goes_out_or_says_why_not():
    names = {table.name for table in tables()}

    assert {"runner.runrow", "season.planrecord", "diary.performedrecord"} <= names
    assert not names & set(STAYS_HERE)


@pytest.mark.parametrize(
    ("upload", "says"),
    [
        (SimpleUploadedFile("a.zip", b"not a zip at all"), "not a whole archive"),
        (zipped(**{"runs.gpx": "<gpx/>"}), "not one of Runwright"),
        (zipped(**{"runwright.json": '{"format": "other"}'}), "another version"),
        (zipped(**{"runwright.json": "{"}), "not a whole archive"),
        (SimpleUploadedFile("a.zip", b""), "is empty"),
    ],
)
def test_another_file_is_not_brought_in_and_that_is_said(signed_in, upload, says):
    response = signed_in.post("/you/bring-back/", {"archive": upload})

    assert response.status_code == 422
    assert says in response.content.decode().replace("&#39;", "'")
    assert not RunnerRecord.objects.exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("runner.json", '{"document": {"age": "old"}}'),
        ("runner.json", "{}"),
        ("tables/runner.runrow.json", '[{"id": 1, "started_at": "yesterday"}]'),
        ("tables/runner.runrow.json", "[3]"),
        ("tables/season.planrecord.json", '[{"id": 1, "document": "{}"}]'),
        ("tables/diary.checkinrecord.json", '[{"id": 1, "day": "2026-11-20", "document": []}]'),
    ],
)
def test_a_damaged_archive_is_brought_in_not_at_all(signed_in, small, name, text):
    archive = signed_in.get("/you/everything.zip").content
    signed_in.post("/you/delete/", {"word": "delete"})
    response = signed_in.post("/you/bring-back/", {"archive": changed(archive, name, text)})

    assert response.status_code == 422
    assert "Nothing was written" in response.content.decode()
    assert not RunnerRecord.objects.exists()


def test_an_archive_is_not_brought_in_over_what_is_there(signed_in, small):
    archive = SimpleUploadedFile("a.zip", signed_in.get("/you/everything.zip").content)
    response = signed_in.post("/you/bring-back/", {"archive": archive})

    assert response.status_code == 422
    assert RunnerRecord.objects.count() == 1


def test_deleting_says_what_goes_and_wants_the_word(signed_in, small):
    RunnerRecord.objects.update(is_sample=False)
    page = signed_in.get("/you/delete/").content.decode()
    assert "1 run" in page

    assert signed_in.post("/you/delete/", {"word": "yes"}).status_code == 422
    assert RunnerRecord.objects.exists()

    assert signed_in.post("/you/delete/", {"word": " Delete "}).url == "/start/"
    for table in tables():
        assert not table.model.objects.exists()
    assert not RunnerRecord.objects.exists()
    assert "Start with my runs" in signed_in.get("/start/").content.decode()


def test_on_a_server_the_account_goes_too(client, small, settings):
    settings.IS_LAPTOP = False
    user = small.user
    new_link(user, timezone.now())
    client.force_login(user)
    client.post("/you/delete/", {"word": "delete"})

    assert not User.objects.filter(pk=user.pk).exists()
    assert not SignInLink.objects.exists()
    assert client.get("/you/").status_code == 302


def test_deleting_clears_what_the_browser_keeps_for_offline(signed_in, small):
    response = signed_in.post("/you/delete/", {"word": "delete"})

    assert response["Clear-Site-Data"] == '"cache", "storage"'


def test_another_user_takes_out_and_deletes_only_their_own(client, small):
    other = User.objects.create_user("other")
    client.force_login(other)

    assert client.get("/you/everything.zip").url == "/start/"
    client.post("/you/delete/", {"word": "delete"})
    assert RunnerRecord.objects.filter(pk=small.pk).exists()
