"""Every day in a terminal: the morning told, the session logged, the coach answered."""

import shutil
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from runwright.cli import clock

TUESDAY = datetime(2026, 11, 24, 20, 0)  # noqa: DTZ001  # put into a zone below
LINES = (
    "romanian deadlift 2x10 24kg rir4",
    "pallof 2x10 6 kg 4 in reserve",
    "split squat 8,8 10kg",
    "single-leg calf raise floor 2x12",
    "bent-knee double 2x12",
    "dead bug 2x8",
    "short foot 2x5",
    "side plank 2x20s",
    "effort 6",
    "note felt easy",
)


@pytest.fixture
def plan(made, tmp_path, monkeypatch):
    """The sample's plan in a folder of its own, on the evening of its first session."""
    monkeypatch.setattr(
        clock, "now", lambda zone=None: TUESDAY.replace(tzinfo=ZoneInfo(zone or "UTC"))
    )
    folder = tmp_path / "plan"
    shutil.copytree(made, folder)
    return folder


def files(plan, kind):
    return sorted((plan / "diary" / kind).glob("*.json"))


def test_today_shows_the_run_the_session_and_its_doses(run, plan):
    told = run("today", plan)

    assert told.exit_code == 0, told.output
    for words in ("Tuesday 24 November", "Quality run", "Strength A", "Romanian deadlift"):
        assert words in told.stdout


def test_today_outside_the_season_says_from_when_to_when_it_goes(run, plan):
    told = run("today", plan, "--day", "2030-01-01")

    assert told.exit_code == 2
    assert "The plan goes from 23 November 2026" in told.stderr


def test_a_whole_session_is_logged_in_one_line_and_is_one_file(run, plan):
    told = run("log", plan, *LINES)

    assert told.exit_code == 0, told.output
    assert len(files(plan, "sessions")) == 1
    assert len(files(plan, "asked")) == 1
    assert "Done. It is in your diary." in run("today", plan).stdout


def test_the_same_session_told_twice_is_there_once(run, plan):
    run("log", plan, *LINES)
    run("log", plan, *LINES)

    assert len(files(plan, "sessions")) == 1


def test_every_wrong_line_is_told_and_nothing_is_written(run, plan):
    told = run("log", plan, "split squat 3x8", "spilt sqaut 3x8", "effort 12", "left achilles 3")

    assert told.exit_code == 2
    assert "3 lines are not understood; nothing was written" in told.stderr
    for words in ("spilt sqaut", "effort is '12'", "achilles_midportion"):
        assert words in told.stderr
    assert files(plan, "sessions") == []


def test_lines_are_asked_for_and_a_slip_is_asked_again(run, plan):
    told = run("log", plan, typed="split squat 3x8 10kg\nsplit squad\neffort 5\n\n")

    assert told.exit_code == 0, told.output
    assert "tells no sets" in told.stdout
    assert len(files(plan, "sessions")) == 1


def test_who_stops_half_way_loses_nothing(run, plan):
    stopped = run("log", plan, typed="split squat 3x8 10kg\n")
    assert stopped.exit_code != 0
    assert files(plan, "sessions") == []
    again = run("log", plan, typed="\n")

    assert "Kept from last time" in again.stdout
    assert again.exit_code == 0, again.output
    assert len(files(plan, "sessions")) == 1
    assert "Kept from last time" not in run("log", plan, typed="\n").stdout


def test_a_session_of_the_player_comes_in_as_a_file(run, plan):
    run("log", plan, *LINES)
    (file,) = files(plan, "sessions")
    elsewhere = plan / "done.json"
    shutil.move(file, elsewhere)
    told = run("log", plan, "--from", elsewhere)

    assert told.exit_code == 0, told.output
    assert files(plan, "sessions")[0].read_text() == elsewhere.read_text()


def test_a_day_that_has_not_been_cannot_be_logged(run, plan):
    told = run("log", plan, "--day", "2026-11-26", *LINES)

    assert told.exit_code == 2
    assert "has not been yet" in told.stderr


def test_the_weight_that_was_lifted_is_the_target_of_the_next_session(run, plan):
    run("log", plan, *LINES)
    told = run("today", plan, "--day", "2026-12-01").stdout

    assert "24 kg" in told


def test_a_sore_morning_leaves_work_out_at_once(run, plan):
    told = run("check-in", plan, "--pain", "left kneecap 6", "--sleep", "7", "--no-bone-signs")
    assert told.exit_code == 0, told.output
    assert "6 of 10" in told.stdout
    day = run("today", plan).stdout

    assert "  B1  Split squat:" not in day
    assert "  B1  Reverse lunge:" not in day
    assert "  A1  Romanian deadlift" in day
    assert "no running today" in day


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Nothing was told"),
        (("--fine", "--pain", "left kneecap 3"), "nothing hurts"),
        (("--pain", "achilles 3"), "achilles"),
        (("--pain", "elbow 3"), "elbow"),
    ],
)
def test_a_morning_that_cannot_be_kept_is_told(run, plan, words, says):
    told = run("check-in", plan, *words)

    assert told.exit_code == 2
    assert says in told.stderr
    assert files(plan, "check-ins") == []


def test_safety_cannot_be_declined(run, plan):
    run("check-in", plan, "--pain", "left kneecap 6", "--no-bone-signs")
    told = run("propose", plan, "--decline", "1")

    assert told.exit_code == 2
    assert "keeps you safe" in told.stderr
    assert files(plan, "decisions") == []


def test_what_is_accepted_is_written_down_and_not_asked_again(run, plan):
    run("check-in", plan, "--pain", "left kneecap 6", "--no-bone-signs")
    before = run("propose", plan).stdout
    assert "Because it hurts" in before
    told = run("propose", plan, "--accept", "all", "--because", "sure")
    assert told.exit_code == 0, told.output
    record = run("propose", plan, "--record").stdout

    assert "Nothing to change" in run("propose", plan).stdout
    assert "Because it hurts, accepted" in record
    assert "You: sure" in record


def test_a_number_that_is_not_on_the_list_is_told(run, plan):
    told = run("propose", plan, "--accept", "7")

    assert told.exit_code == 2
    assert "There is no proposal 7" in told.stderr


def test_a_missed_session_moves_and_the_files_of_the_plan_follow(run, plan, monkeypatch):
    wednesday = TUESDAY.replace(day=25)
    monkeypatch.setattr(
        clock, "now", lambda zone=None: wednesday.replace(tzinfo=ZoneInfo(zone or "UTC"))
    )
    before = (plan / "plan.json").read_text()
    assert "The rest of the week" in run("propose", plan).stdout
    told = run("propose", plan, "--accept", "1")

    assert told.exit_code == 0, told.output
    assert (plan / "plan.json").read_text() != before
    assert "The rest of the week" not in run("propose", plan).stdout


def test_without_a_runner_file_it_is_asked_for(run, plan, monkeypatch, tmp_path):
    (plan / "RUNNER.toml").unlink()
    monkeypatch.chdir(tmp_path)
    told = run("today", plan)

    assert told.exit_code == 2
    assert "--runner RUNNER.toml" in told.stderr


def test_an_entry_that_was_cut_off_is_named(run, plan):
    run("check-in", plan, "--sleep", "7")
    (file,) = files(plan, "check-ins")
    file.write_text("{")
    told = run("today", plan)

    assert told.exit_code == 2
    assert file.name in told.stderr.replace("\n", "")


@pytest.mark.parametrize(("effort", "asks"), [(9, True), (3, False)])
def test_a_run_that_became_hard_asks_for_another_rest_of_the_week(
    run, plan, monkeypatch, tmp_path, effort, asks
):
    thursday = TUESDAY.replace(month=12, day=31, hour=6)  # heavy legs in the evening
    monkeypatch.setattr(
        clock, "now", lambda zone=None: thursday.replace(tzinfo=ZoneInfo(zone or "UTC"))
    )
    first = thursday.date() - timedelta(days=81)
    rows = [f"{first + timedelta(days=2 * back)},07:00,45,3" for back in range(40)]
    table = tmp_path / "runs.csv"
    lines = ["date,time,minutes,rpe", *rows, f"2026-12-30,07:00,45,{effort}"]
    table.write_text("\n".join(lines))
    told = run("propose", plan, "--runs", table)

    assert told.exit_code == 0, told.output
    assert ("Wednesday's run was a hard one." in " ".join(told.stdout.split())) is asks


@pytest.mark.parametrize(
    ("pain", "says"),
    [
        ("left kneecap 6", "Until these are answered your work stays light"),
        ("bone_front_shin 3", "See a doctor now"),
    ],
)
def test_a_pain_that_may_be_bone_lets_strength_wait(run, plan, pain, says):
    told = run("check-in", plan, "--pain", pain)
    day = run("today", plan)

    assert told.exit_code == day.exit_code == 0, told.output + day.output
    assert says in " ".join(told.stdout.split())
    assert "Strength waits until then" in day.stdout
    assert "Romanian deadlift" not in day.stdout
