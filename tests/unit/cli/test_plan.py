"""`runwright plan`: from files to a season, and every way it can fail in words."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "src" / "runwright" / "sample"
PLAN_SCHEMA = json.loads((ROOT / "schemas" / "plan.schema.json").read_text("utf-8"))
RUNNER = """\
[runner]
age = 36
strength = "some"
[days]
default = 40
[[runs]]
weekday = "tuesday"
kind = "quality"
minutes = 50
[[runs]]
weekday = "sunday"
kind = "long"
minutes = 90
[safety]
none_applies = true
"""
RUN_PLAN = """\
date,time,kind,minutes
2026-11-24,18:00,quality,60
2026-11-29,08:00,long,95
"""


@pytest.fixture
def runner_file(tmp_path: Path) -> Path:
    file = tmp_path / "RUNNER.toml"
    file.write_text(RUNNER)
    return file


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_plan_is_three_files_and_a_summary(run, runner_file, tmp_path):
    result = run("plan", runner_file, "--weeks", 12, "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert {file.name for file in (tmp_path / "out").iterdir()} == {
        "plan.json",
        "plan.html",
        "plan.ics",
    }
    for part in (
        "Season: 12 weeks",
        "First week, 23–29 Nov",
        "Your usual week",
        "Written",
        "Ask it",
    ):
        assert part in result.stdout


def test_the_plan_file_keeps_to_its_schema_and_says_what_it_was_made_from(
    run, runner_file, tmp_path
):
    run("plan", runner_file, "--weeks", 6, "--out", tmp_path)
    kept = json.loads((tmp_path / "plan.json").read_text("utf-8"))

    Draft202012Validator(PLAN_SCHEMA).validate(kept)
    assert kept["asked"]["runner"]["age"] == 36
    assert kept["asked"]["facts"]["as_of"] == "2026-11-20"


def test_the_same_files_and_day_give_the_same_bytes(run, runner_file, tmp_path):
    for folder in ("a", "b"):
        run("plan", runner_file, "--weeks", 8, "--out", tmp_path / folder)

    for name in ("plan.json", "plan.html", "plan.ics"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_closed_gates_are_told_before_the_season(run, tmp_path):
    said = run("plan", "--weeks", 4, "--out", tmp_path).stdout

    assert said.index("Closed for now") < said.index("Season: 4 weeks")
    assert "G01" in said


def test_without_a_runner_file_what_was_assumed_is_said(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    said = flat(run("plan", "--weeks", 4, "--out", "out").stdout)

    assert "No RUNNER.toml was given, so this is a plan for a plain adult" in said
    assert "No runs are known" in said


def test_a_runner_file_that_lies_here_unused_is_pointed_to(run, runner_file, monkeypatch):
    monkeypatch.chdir(runner_file.parent)

    said = flat(run("plan", "--weeks", 4, "--out", "out").stdout)

    assert "There is a RUNNER.toml here that was not used" in said


def test_run_files_are_read_and_may_follow_one_option(run, runner_file, tmp_path):
    archive = SAMPLE / "sample-runs.zip"

    result = run("plan", "--runs", archive, runner_file, "--weeks", 4, "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert "Your usual week, from the last 8 weeks" in result.stdout


def test_runs_of_the_runners_own_plan_take_the_place_of_projected_ones(run, runner_file, tmp_path):
    coach = tmp_path / "coach.csv"
    coach.write_text(RUN_PLAN)

    result = run("plan", runner_file, "--run-plan", coach, "--weeks", 2, "--out", tmp_path / "out")

    assert "2 runs to come from your running plan." in result.stdout
    assert "18:00 Quality run" in result.stdout


def test_a_line_of_a_run_plan_that_is_not_understood_is_said(run, runner_file, tmp_path):
    coach = tmp_path / "coach.csv"
    coach.write_text(RUN_PLAN + "someday,18:00,easy,40\n")

    result = run("plan", runner_file, "--run-plan", coach, "--weeks", 2, "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert "coach.csv" in result.stdout.partition("Could not be read")[2]


def test_a_protocol_is_taken_by_its_name(run, runner_file, tmp_path):
    run("plan", runner_file, "--protocol", "rebound", "--weeks", 4, "--out", tmp_path)

    kept = json.loads((tmp_path / "plan.json").read_text("utf-8"))

    assert kept["made_with"]["protocol"] == "rebound"


def test_a_start_may_be_a_weekday(run, runner_file, tmp_path):
    run("plan", runner_file, "--start", "tuesday", "--weeks", 2, "--out", tmp_path)

    kept = json.loads((tmp_path / "plan.json").read_text("utf-8"))

    assert kept["start"] == "2026-11-24"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--weeks", "0"], "A season of 0 weeks cannot be planned. Ask for 1 to 104 weeks."),
        (["--weeks", "105"], "A season of 105 weeks cannot be planned."),
        (["--protocol", "reboud"], "There is no protocol 'reboud'."),
        (["--start", "soon"], "'soon' is not a day. Write it as 2026-11-24"),
        (["--weeks", "many"], "many"),
        (["--runs", "nowhere.zip"], "nowhere.zip is not there."),
        (["--run-plan", "nowhere.ics"], "nowhere.ics is not there."),
    ],
)
def test_an_impossible_wish_is_wrong_use_in_words(run, runner_file, tmp_path, words, said):
    result = run("plan", runner_file, *words, "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert said in flat(result.stderr)
    assert not (tmp_path / "out").exists()


def test_without_a_folder_to_write_to_it_is_wrong_use(run):
    result = run("plan")

    assert result.exit_code == 2
    assert "--out" in result.stderr


def test_a_runner_file_that_is_not_there_points_to_init(run, tmp_path):
    result = run("plan", tmp_path / "nobody.toml", "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert "runwright init" in result.stderr


def test_five_mistakes_in_a_runner_file_are_five_sentences_with_lines(run, tmp_path):
    file = tmp_path / "RUNNER.toml"
    file.write_text(
        '[runner]\nage = "old"\nstrenght = "some"\n[days]\nfunday = 30\n[kit]\n'
        'have = ["dumbell"]\n[plan]\nprotocol = "reboud"\n'
    )

    result = run("plan", file, "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert "has 5 mistakes" in flat(result.stderr)
    for line in (2, 3, 5, 7, 9):
        assert f"line {line}:" in result.stderr
    for word in ("strength", "dumbbell", "rebound"):
        assert word in result.stderr
    assert "Traceback" not in result.stderr


def test_a_race_in_the_past_says_what_would_make_a_plan_possible(run, tmp_path):
    file = tmp_path / "RUNNER.toml"
    file.write_text(
        RUNNER + '[[races]]\nname = "Old race"\ndate = 2026-11-21\ndistance = 10\npriority = "A"\n'
    )

    result = run("plan", file, "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert "Old race" in result.stderr
    assert "later" in flat(result.stderr)


def test_no_day_with_minutes_says_what_would_make_a_plan_possible(run, tmp_path):
    file = tmp_path / "RUNNER.toml"
    file.write_text(RUNNER.replace("default = 40", "default = 0"))

    result = run("plan", file, "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert "give at least one day some" in flat(result.stderr)


def test_a_folder_that_cannot_be_made_is_said(run, runner_file, tmp_path):
    (tmp_path / "taken").write_text("")

    result = run("plan", runner_file, "--weeks", 2, "--out", tmp_path / "taken")

    assert result.exit_code == 1
    assert "is a file, not a folder" in flat(result.stderr)


def test_a_full_disk_leaves_the_old_plan_and_says_so(run, runner_file, tmp_path, monkeypatch):
    run("plan", runner_file, "--weeks", 2, "--out", tmp_path / "out")
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("plan", runner_file, "--weeks", 3, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "The disk is full" in result.stderr
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize("columns", [60, 100])
def test_the_summary_keeps_to_the_width_but_for_commands_to_copy(
    run, runner_file, tmp_path, columns, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    said = run("plan", runner_file, "--weeks", 30, "--out", "out", columns=columns).stdout
    lines = [line for line in said.splitlines() if not line.startswith("  runwright ")]

    assert max(len(line) for line in lines) <= columns


def test_the_season_has_a_line_for_each_week(run, runner_file, tmp_path):
    said = run("plan", runner_file, "--weeks", 30, "--out", tmp_path).stdout

    for number in range(1, 31):
        assert any(line.startswith(f"{number:>3} ") for line in said.splitlines())


@pytest.mark.parametrize("example", sorted((ROOT / "docs" / "examples").glob("*.toml")), ids=str)
def test_every_example_runner_gets_a_plan(run, tmp_path, example):
    result = run("plan", example, "--start", "2026-11-23", "--weeks", 6, "--out", tmp_path)

    assert result.exit_code == 0, result.stderr
