"""Whatever goes wrong: a sentence on the error stream, the right exit code, no traceback."""

import errno
from pathlib import Path

import click
import pytest

from runwright.cli.guard import (
    FINE,
    FOUND_PROBLEMS,
    OWN_FAULT,
    QUIETLY_GONE,
    STOPPED,
    WRONG_USE,
    LostOutputError,
    WrongUseError,
    guarded,
    words_of,
)
from runwright.usecases.plan_season import PlanImpossibleError


def raising(error: BaseException):
    def work() -> object:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (click.UsageError("what?"), WRONG_USE),
        (WrongUseError("not there"), WRONG_USE),
        (PlanImpossibleError("no day has minutes"), WRONG_USE),
        (LostOutputError("the disk is full"), FOUND_PROBLEMS),
        (OSError(errno.ENOSPC, "No space left on device", "plan.json"), FOUND_PROBLEMS),
        (click.Abort(), STOPPED),
        (KeyboardInterrupt(), STOPPED),
        (EOFError(), STOPPED),
    ],
)
def test_an_error_that_is_known_is_a_sentence_and_a_code(capsys, error, code):
    ended = guarded(raising(error), [])

    said = capsys.readouterr()

    assert ended == code
    assert said.err.strip()
    assert "Traceback" not in said.err + said.out


def test_a_reader_that_goes_away_is_no_reason_to_speak(capfd):
    ended = guarded(raising(BrokenPipeError(errno.EPIPE, "Broken pipe")), [])

    assert ended == QUIETLY_GONE
    assert capfd.readouterr().err == ""


def test_a_fault_of_our_own_leaves_a_log_that_says_where(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    ended = guarded(raising(ZeroDivisionError("by zero")), ["plan", "--out", "x"])

    said = " ".join(capsys.readouterr().err.split())
    (log,) = tmp_path.glob("runwright-*.log")
    kept = log.read_text("utf-8")
    assert ended == OWN_FAULT
    assert "its own fault (ZeroDivisionError: by zero)" in said
    assert str(log) in said
    assert "Traceback" not in said
    assert "Traceback" in kept
    assert "'plan', '--out', 'x'" in kept


def test_without_a_place_for_the_log_the_fault_is_told_in_full(capsys, monkeypatch):
    def full(*_args: object, **_kwargs: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)

    ended = guarded(raising(ZeroDivisionError("by zero")), [])

    assert ended == OWN_FAULT
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be written"),
        (errno.ENOTDIR, "is a file, not a folder"),
        (errno.ENOENT, "is not there"),
        (errno.EIO, "cannot be used"),
    ],
)
def test_a_refusal_of_the_system_is_told_in_plain_words(number, words):
    said = words_of(OSError(number, "as the system says it"), Path("plan.json"))

    assert "plan.json" in said
    assert words in said


def test_what_a_command_returns_is_its_exit_code():
    assert guarded(lambda: 1, []) == FOUND_PROBLEMS
    assert guarded(lambda: None, []) == FINE
