from pathlib import Path

import pytest

from tests.unit.lint.linted import rules_broken
from tools.lint.run import main, room_of


def test_a_comment_with_a_reason_allows_one_rule_on_its_line():
    source = "if dose.rir: pass  # lint: allow falsy-quantity: rir is a tuple here\n"

    assert rules_broken(source, room="domain") == []


def test_a_comment_without_a_reason_allows_nothing_in_peace():
    source = "if dose.rir: pass  # lint: allow falsy-quantity\n"

    assert rules_broken(source, room="domain") == ["allowance"]


def test_a_comment_for_another_rule_does_not_help():
    source = "if dose.rir: pass  # lint: allow unit-suffix: not this one\n"

    assert rules_broken(source, room="domain") == ["allowance", "falsy-quantity"]


def test_a_comment_that_allows_what_nobody_does_is_a_fault():
    source = "x = 1  # lint: allow falsy-quantity: there was one, once\n"

    assert rules_broken(source, room="domain") == ["allowance"]


def test_words_in_a_text_allow_nothing():
    source = "if dose.rir: print('# lint: allow falsy-quantity: a text')\n"

    assert rules_broken(source, room="domain") == ["falsy-quantity"]


@pytest.mark.parametrize(
    ("file", "room"),
    [
        ("src/runwright/planning/season.py", "planning"),
        ("src/runwright/planning/inner/deep.py", "planning"),
        ("src/runwright/cli.py", "cli"),
        ("runwright/src/runwright/rules/day.py", "rules"),
        ("tools/lint/run.py", ""),
    ],
)
def test_a_files_room_is_the_folder_right_under_the_package(file, room):
    assert room_of(Path(file)) == room


def test_the_runner_prints_place_and_rule_and_ends_with_one(tmp_path, capsys):
    planted = tmp_path / "runwright" / "rules" / "day.py"
    planted.parent.mkdir(parents=True)
    planted.write_text("\nlimit_h = 36\n", encoding="utf-8")

    code = main([str(tmp_path)])

    assert code == 1
    assert f"{planted.as_posix()}:2: unsourced-number: 36 belongs" in capsys.readouterr().out


def test_the_runner_ends_with_zero_when_all_is_well(tmp_path):
    (tmp_path / "clean.py").write_text("x = 36\n", encoding="utf-8")

    assert main([str(tmp_path)]) == 0


def test_the_runner_says_when_it_was_given_nothing_to_read(tmp_path, capsys):
    code = main([str(tmp_path / "absent")])

    assert code == 2
    assert "no Python file" in capsys.readouterr().out
