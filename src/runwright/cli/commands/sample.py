"""`runwright sample`: the main job on the shipped sample runner, for a first look."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.domain.words import _

DEFAULT_FOLDER = "runwright-sample"


def sample_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "sample",
        "sample:run",
        short=_("See it work: plans the season of a sample runner."),
        about=_(
            "Reads a year of sample run files and a sample RUNNER.toml, brings both to this week, "
            "plans the season around them and writes it down, as `runwright plan` does for your "
            "own files. Needs nothing from you, and nothing from the network."
        ),
        examples=(
            ("runwright sample --open", _("and opens the page in your browser")),
            ("runwright sample --out elsewhere", ""),
        ),
        params=[
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path),
                default=DEFAULT_FOLDER,
                show_default=True,
                metavar="DIR",
                help=_("Folder for the files; made if need be."),
            ),
            click.Option(
                ["--open/--no-open", "opens"],
                default=False,
                help=_("Open plan.html in your browser."),
            ),
        ],
        ends=_("0 the plan is written, 1 it could not be written, 2 wrong use."),
    )
