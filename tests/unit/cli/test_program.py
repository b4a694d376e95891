"""The program as a whole: help that teaches, slips that are told, and a quick start."""

import subprocess
import sys
from pathlib import Path

import pytest

from runwright import __version__
from runwright.cli import main
from runwright.cli.program import MODULES, SECTIONS, program

SRC = Path(__file__).parents[3] / "src"
HEAVY = ("numpy", "yaml", "lxml", "fitdecode", "icalendar", "jinja2", "jsonschema", "tempfile")


def test_help_names_every_command_with_what_it_is_for(run):
    result = run("--help")

    assert result.exit_code == 0
    for name in MODULES:
        assert f"  {name} " in result.stdout


def test_every_command_stands_in_one_section():
    shown = [name for _heading, names in SECTIONS for name in names]

    assert sorted(shown) == sorted(MODULES)


@pytest.mark.parametrize("command", MODULES)
def test_the_help_of_a_command_shows_examples_and_how_it_ends(run, command):
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"runwright {command}" in result.stdout.partition("Examples:")[2]
    assert "How it ends:" in result.stdout
    assert " 2 wrong use" in result.stdout.replace("\n ", "")


def test_without_a_command_the_help_is_shown(run):
    result = run()

    assert result.exit_code == 0
    assert "Begin with:" in result.stdout


def test_the_version_is_told(run):
    result = run("--version")

    assert (result.exit_code, result.stdout) == (0, f"runwright {__version__}\n")


def test_a_slip_in_a_command_is_told_with_the_nearest_right_word(run):
    result = run("exersise")

    assert result.exit_code == 2
    assert "There is no command 'exersise'. Did you mean 'exercise'?" in result.stderr


def test_an_unknown_option_is_wrong_use(run):
    result = run("rule", "--colour")

    assert result.exit_code == 2
    assert "runwright rule --help" in result.stderr


def test_a_language_without_words_goes_on_in_english_and_says_so(capsys):
    code = main(["rule", "S01", "--lang", "tlh"])

    said = capsys.readouterr()

    assert code == 0
    assert "does not speak 'tlh'" in said.err
    assert "A firm rule" in said.out


def test_a_language_may_be_asked_for_anywhere_on_the_line(capsys):
    codes = [main(["--lang", "en", "rule", "S01"]), main(["rule", "S01", "--lang=en-GB"])]

    assert codes == [0, 0]
    assert capsys.readouterr().err == ""


def test_help_imports_nothing_that_a_plan_needs():
    script = (
        "import sys; from runwright.cli import main; main(['--help']); "
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(SRC), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ended.stderr.strip() == "[]"


def test_the_program_is_made_anew_for_each_language():
    assert program() is not program()
