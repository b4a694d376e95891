"""The knowledge base on a terminal: every entry readable, every name findable."""

import pytest

from runwright.cli.pages import exercises, protocols, rules, sources
from runwright.cli.screen import Screen
from runwright.knowledge.library import load_library

NARROW = Screen(width=60)
LIBRARY = load_library()


def fits(lines: list[str]) -> bool:
    """Whether all lines fit, but for a word that is longer than the room beside its label."""
    room = NARROW.width - 26
    longest = (max((len(word) for word in line.split()), default=0) for line in lines)
    return all(
        len(line) <= NARROW.width or word > room for line, word in zip(lines, longest, strict=True)
    )


@pytest.mark.parametrize(
    ("entries", "page"),
    [
        (LIBRARY.exercises, exercises.exercise_page),
        (LIBRARY.rules, rules.rule_page),
        (LIBRARY.sources, sources.source_page),
        (LIBRARY.protocols, protocols.protocol_page),
    ],
    ids=["exercises", "rules", "sources", "protocols"],
)
def test_every_entry_has_a_page_that_fits_sixty_columns(entries, page):
    for name in entries:
        lines = page(LIBRARY, name, NARROW)

        assert len(lines) > 3
        assert fits(lines), (name, [line for line in lines if len(line) > NARROW.width])
        assert not any("{" in line for line in lines), name


@pytest.mark.parametrize("command", ["exercise", "rule", "source", "protocol"])
def test_without_a_name_all_are_listed(run, command):
    result = run(command)
    answer = run.answer(command, of=f"{command}s")

    assert result.exit_code == 0
    known = getattr(LIBRARY, f"{command}s")
    assert len(answer[f"{command}s"]) == len(known)
    assert all(name in result.stdout for name in known)


@pytest.mark.parametrize(
    ("command", "entries"),
    [
        ("exercise", LIBRARY.exercises),
        ("rule", LIBRARY.rules),
        ("source", LIBRARY.sources),
        ("protocol", LIBRARY.protocols),
    ],
)
def test_every_entry_has_an_answer_that_keeps_to_the_schema(run, command, entries):
    for name in list(entries)[:: max(1, len(entries) // 12)]:
        answer = run.answer(command, name, of=command)

        assert name in {answer.get("id"), answer.get("key")}


def test_a_rule_shows_its_numbers_and_who_said_them(run):
    said = run("rule", "S02").stdout

    assert "A firm rule" in said
    assert "Novel gap" in said
    assert "24 h" in said
    assert "doma2017" in said
    assert "coach default" in said


def test_a_name_of_several_words_needs_no_quotes(run):
    assert run("exercise", "goblet", "squat").stdout.startswith("Goblet squat")


def test_an_unknown_name_is_wrong_use_and_told_with_the_nearest(run):
    result = run("exercise", "gobelt squat")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "goblet_squat" in result.stderr


def test_a_source_says_what_rests_on_it(run):
    answer = run.answer("source", "doma2017", of="source")

    assert "S02" in answer["rules"]


def test_the_rungs_around_an_exercise_are_those_of_its_ladders():
    easier, harder = exercises.neighbours(LIBRARY, "single_leg_squat")

    assert "step_down_lateral" in easier
    assert "single_leg_squat_loaded" in harder
