"""What happens when something goes wrong: a sentence on the error stream, and an exit code."""

import errno
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from runwright.cli.screen import complain
from runwright.domain.errors import RunwrightError
from runwright.domain.words import _

FINE, FOUND_PROBLEMS, WRONG_USE = 0, 1, 2
OWN_FAULT = 70  # what sysexits.h calls a fault of the program itself
STOPPED = 130  # what a shell says of a program ended by Ctrl-C
QUIETLY_GONE = 141  # what a shell says of a program whose reader went away


class LostOutputError(RunwrightError):
    """A file could not be written; says which, why and what to do."""

    code = "cli.not-written"
    exit_code = FOUND_PROBLEMS

    def __init__(self, says: str) -> None:
        super().__init__(says)


class WrongUseError(RunwrightError):
    """Something was asked for that is not there, or cannot be read."""

    code = "cli.wrong-use"

    def __init__(self, says: str) -> None:
        super().__init__(says)


def guarded(work: Callable[[], object], arguments: list[str]) -> int:
    """Return the exit code of some work; whatever goes wrong is said in a sentence."""
    try:
        result = work()
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # nobody should read a traceback
        return _ended(error, arguments)
    return result if isinstance(result, int) else FINE


def _ended(error: BaseException, arguments: list[str]) -> int:
    for kinds, told in ENDINGS:
        if isinstance(error, kinds):
            return told(error)
    return _own_fault(error, arguments)


def _left(error: click.exceptions.Exit) -> int:
    return error.exit_code


def _misused(error: click.UsageError) -> int:
    says = _misuse(error)
    if error.ctx is not None:
        command = error.ctx.command_path
        says = _("{what}\nSee how it is used:  {command} --help").format(what=says, command=command)
    complain(says)
    return WRONG_USE


def _misuse(error: click.UsageError) -> str:
    """Return what was wrong with the line; what click says of it, in our words."""
    if isinstance(error, click.NoSuchOption):
        return _("There is no option '{name}'.").format(name=error.option_name)
    if not isinstance(error, click.BadParameter) or error.param is None:
        return error.format_message()
    name = error.param.get_error_hint(error.ctx)
    if isinstance(error, click.MissingParameter):
        return _("{name} is missing.").format(name=name)
    return _("Invalid value for {name}: {what}").format(name=name, what=error.message)


def _refused(error: click.ClickException) -> int:
    complain(error.format_message())
    return WRONG_USE


def _stopped(_error: BaseException) -> int:
    click.echo(err=True)  # away from what was being typed
    complain(_("Stopped. Nothing that was there before has changed."))
    return STOPPED


def _said(error: RunwrightError) -> int:
    complain(str(error))
    return int(getattr(error, "exit_code", WRONG_USE))


def _of_the_system(error: OSError) -> int:
    if error.errno == errno.EPIPE or isinstance(error, BrokenPipeError):
        _leave_quietly()
        return QUIETLY_GONE
    complain(words_of(error, Path(str(error.filename or ""))))
    return FOUND_PROBLEMS


def _leave_quietly() -> None:
    """Give what is still waiting in the stream a place to go, so that nothing complains later."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # a stream without a file behind it
        pass


def words_of(error: OSError, path: Path) -> str:
    """Return what the system's refusal means, and what to do."""
    full = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
    place = str(path) if str(path) != "." else _("a file")
    if error.errno in full:
        return _(
            "The disk is full: {path} could not be written. Free some space, then run it again."
        ).format(path=place)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _(
            "{path} may not be written or read here. Choose another folder, or ask who may."
        ).format(path=place)
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return _("{path} is a file, not a folder. Choose another name.").format(path=place)
    if error.errno == errno.ENOENT:
        return _("{path} is not there. Check the spelling of the path.").format(path=place)
    why = error.strerror or type(error).__name__
    return _("{path} cannot be used: {why}.").format(path=place, why=why)


def _own_fault(error: BaseException, arguments: list[str]) -> int:
    """Say that the program itself is at fault, and keep what is needed to find out why."""
    told = import_module("runwright.cli.own_fault")  # what it needs is needed nowhere else
    complain(told.own_fault_words(error, arguments))
    return OWN_FAULT


# What can end a command, and what is told then; the first that fits.
ENDINGS: tuple[tuple[Any, Callable[[Any], int]], ...] = (
    (click.exceptions.Exit, _left),
    (click.UsageError, _misused),
    (click.ClickException, _refused),
    ((click.Abort, KeyboardInterrupt, EOFError), _stopped),
    (RunwrightError, _said),
    (OSError, _of_the_system),
)
