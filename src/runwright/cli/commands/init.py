"""`runwright init`: asks who somebody is, and writes it down as RUNNER.toml."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.domain.words import _

DEFAULT_FILE = "RUNNER.toml"


def init_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "init",
        "init:run",
        short=_("Answer a few questions and get your RUNNER.toml."),
        about=_(
            "Asks who you are, your races, days and minutes, kit, what hurts, and the safety "
            "questions, in about two minutes. Writes RUNNER.toml, a text file you can read and "
            "change. An empty answer takes what stands in brackets. Nothing is written before the "
            "last answer; Ctrl-C stops, and leaves everything as it was."
        ),
        examples=(
            ("runwright init", ""),
            ("runwright init anna.toml", _("under another name")),
        ),
        params=[
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path, dir_okay=False),
                default=DEFAULT_FILE,
                metavar="[FILE]",
            ),
        ],
        ends=_("0 the file is written, 1 it could not be, 2 wrong use, 130 stopped."),
    )
