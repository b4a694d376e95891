"""`runwright init`: asks until it understands, writes at the end, loses nothing."""

from pathlib import Path

import pytest

from runwright.formats.runner_toml import read_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.knowledge.library import load_library
from tests.unit.cli.conftest import A_FRIDAY

LIBRARY = load_library()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(*, safety: str = "none") -> str:
    """Answers to every question of a man with run files and no pain."""
    person = ["y", "Jan", "41", "man", "6 years", "some"]
    rest = ["half marathon 2027-04-11 A", "30", "17:30-21:00", "30", "dumbbells, band", "none"]
    return "\n".join([*person, *rest, safety, *["none"] * 6]) + "\n"


def written(file: Path):
    return read_runner(
        file.read_text("utf-8"),
        source=file.name,
        today=A_FRIDAY.date(),
        vocabulary=vocabulary_of(LIBRARY),
    )


def test_answers_become_a_runner_file_that_reads_back(run, here):
    result = run("init", typed=typed())
    runner = written(here / "RUNNER.toml")

    assert result.exit_code == 0, result.output
    assert (runner.name, runner.age, runner.running_months) == ("Jan", 41, 72)
    assert [race.distance_km for race in runner.races] == [pytest.approx(21.0975)]
    assert "dumbbell" in runner.kit
    assert not any(runner.safety.values())
    assert "runwright plan RUNNER.toml" in result.stdout


def test_an_answer_that_is_not_understood_is_asked_again(run, here):
    result = run("init", typed=typed().replace("\n41\n", "\nforty-one\n41\n"))

    assert result.exit_code == 0, result.output
    assert written(here / "RUNNER.toml").age == 41


def test_a_safety_question_must_be_answered(run, here):
    result = run("init", typed=typed(safety="\nnone"))

    assert result.exit_code == 0, result.output
    assert "This one needs an answer" in result.stdout
    assert (here / "RUNNER.toml").exists()


def test_a_red_flag_is_told_at_once(run, here):
    number = 1 + [
        one.id
        for one in LIBRARY.questions.values()
        if one.asked.value == "always" and not one.to_age
    ].index("chest_pain_effort")

    said = run("init", typed=typed(safety=str(number))).stdout

    assert "See someone first" in said
    assert written(here / "RUNNER.toml").safety["chest_pain_effort"]


@pytest.mark.parametrize("answer", ["n", ""])
def test_a_file_that_is_there_is_kept_unless_told_otherwise(run, here, answer):
    (here / "RUNNER.toml").write_text("mine")

    result = run("init", typed=f"{answer}\n{typed()}")

    assert result.exit_code == 0
    assert (here / "RUNNER.toml").read_text() == "mine"
    assert "stays as it is" in result.stdout


def test_a_file_that_is_there_is_replaced_when_told_so(run, here):
    (here / "RUNNER.toml").write_text("mine")

    run("init", typed=f"y\n{typed()}")

    assert written(here / "RUNNER.toml").name == "Jan"


def test_stopping_half_way_leaves_everything_as_it_was(run, here):
    (here / "RUNNER.toml").write_text("mine")

    result = run("init", typed="y\ny\nJan\n41\n")

    assert result.exit_code == 130
    assert [file.name for file in here.iterdir()] == ["RUNNER.toml"]
    assert (here / "RUNNER.toml").read_text() == "mine"
    assert "Stopped." in result.stderr


def test_another_name_may_be_given(run, here):
    run("init", "anna.toml", typed=typed())

    assert (here / "anna.toml").exists()
    assert not (here / "RUNNER.toml").exists()


def test_without_run_files_the_usual_runs_are_asked_for(run, here):
    lines = typed().splitlines()
    lines[0] = "n"
    at = lines.index("dumbbells, band")
    lines.insert(at, "tue quality 60 06:15; sun long 90")

    result = run("init", typed="\n".join(lines) + "\n")

    assert result.exit_code == 0, result.output
    assert [habit.weekday for habit in written(here / "RUNNER.toml").habits] == [1, 6]
