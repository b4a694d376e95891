"""Every example of the docs, and the sample runner, read with the knowledge base that ships."""

from datetime import date
from pathlib import Path

import pytest

from runwright.domain.run import RunKind
from runwright.domain.runner import Priority, Runner, Side
from runwright.formats.runner_toml import read_runner, write_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.knowledge.library import load_library

ROOT = Path(__file__).parents[3]
SEASON_START = date(2026, 11, 23)
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("runner-*.toml"))
SAMPLE = ROOT / "src" / "runwright" / "sample" / "RUNNER.toml"
PERSONAS = {
    "runner-after-birth.toml",
    "runner-half-marathon-stiff-ankle.toml",
    "runner-marathon-61-achilles.toml",
    "runner-new-to-5-km.toml",
    "runner-trail-travels.toml",
}


def read(path: Path) -> Runner:
    return read_runner(
        path.read_text(encoding="utf-8"),
        source=path.name,
        today=SEASON_START,
        vocabulary=vocabulary_of(load_library()),
    )


def named(name: str) -> Runner:
    return read(ROOT / "docs" / "examples" / name)


def test_there_is_an_example_for_every_persona():
    assert {path.name for path in EXAMPLES} == PERSONAS


@pytest.mark.parametrize("path", [*EXAMPLES, SAMPLE], ids=lambda path: path.name)
def test_an_example_reads_and_can_be_planned(path):
    runner = read(path)

    assert runner.name
    assert runner.safety
    assert any(race.priority is Priority.A for race in runner.races)
    assert any(day.minutes >= runner.session_minutes for day in runner.days)
    assert any(habit.kind is not RunKind.RACE for habit in runner.habits)


@pytest.mark.parametrize("path", [*EXAMPLES, SAMPLE], ids=lambda path: path.name)
def test_an_example_says_what_each_table_is_for(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    tables = dict.fromkeys(line for line in lines if line.startswith("["))
    unexplained = [table for table in tables if not lines[lines.index(table) - 1].startswith("#")]

    assert tables
    assert unexplained == []
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("path", [*EXAMPLES, SAMPLE], ids=lambda path: path.name)
def test_an_example_written_again_is_the_same_runner(path):
    runner = read(path)
    again = read_runner(
        write_runner(runner),
        source=path.name,
        today=SEASON_START,
        vocabulary=vocabulary_of(load_library()),
    )

    assert again == runner


def test_the_sample_runner_is_who_the_first_plan_is_made_for():
    runner = read(SAMPLE)
    ankles = {
        result.side: result.value for result in runner.test_results if result.test == "knee_to_wall"
    }

    assert runner.age == 36
    assert [(race.day, race.priority) for race in runner.races] == [
        (date(2027, 4, 11), Priority.A),
        (date(2027, 2, 14), Priority.B),
    ]
    assert [(habit.weekday, habit.kind, habit.start_min) for habit in runner.habits] == [
        (1, RunKind.QUALITY, 375),
        (3, RunKind.EASY, 390),
        (5, RunKind.EASY, 540),
        (6, RunKind.LONG, 480),
    ]
    assert {"dumbbell", "two_dumbbells", "kettlebell", "band", "step", "bench"} == runner.kit
    assert ankles == {Side.LEFT: 8, Side.RIGHT: 11}
    assert set(runner.safety.values()) == {False}


def test_the_personas_carry_what_they_are_for():
    new, stiff = named("runner-new-to-5-km.toml"), named("runner-half-marathon-stiff-ankle.toml")
    sore, travels = named("runner-marathon-61-achilles.toml"), named("runner-trail-travels.toml")
    birth = named("runner-after-birth.toml")

    assert new.running_months == 2
    assert new.races[0].distance_km == 5
    assert {result.test for result in stiff.test_results} >= {"knee_to_wall"}
    assert (sore.age, sore.pains[0].region) == (61, "achilles_midportion")
    assert [len(travel.kit) for travel in travels.travels] == [1, 4, 0]
    assert birth.weeks_since_birth == 10
    assert birth.safety["gave_birth"] is True


def test_no_to_all_leaves_out_questions_where_no_closes_or_opens_something():
    vocabulary = vocabulary_of(load_library())

    assert vocabulary.no_to_all <= vocabulary.safety_questions
    assert "pregnancy_exercise_fine" not in vocabulary.no_to_all
    assert "red_flag_cleared" not in vocabulary.no_to_all
    assert "chest_pain_effort" in vocabulary.no_to_all


def test_questions_about_each_pain_are_answered_with_the_pain():
    vocabulary = vocabulary_of(load_library())

    assert "focal_bone" not in vocabulary.safety_questions
