"""`runwright runs`: what was read, what it says of the running, and what could not be read."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, json_option, teaching_command
from runwright.domain.words import _


def runs_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "runs",
        "runs:run",
        short=_("What your run files hold, and what could not be read and why."),
        about=_(
            "Reads run files and says what they tell: your usual week and why it is taken so, the "
            "longest run, runs much longer than those before (rule L01), the load of each week. "
            "Give files, folders or archives in any mix: FIT, GPX, TCX, CSV, zip and gzip of them, "
            "a whole Strava or Garmin export. A run that comes twice counts once. Nothing leaves "
            "this machine."
        ),
        examples=(
            ("runwright runs export_1234.zip", _("a Strava or Garmin export, as you got it")),
            ("runwright runs watch/*.fit phone.gpx", _("single files and folders in any mix")),
            ("runwright runs my-runs --json", _("the same for a program")),
        ),
        params=[
            click.Argument(
                ["paths"],
                nargs=-1,
                required=True,
                type=click.Path(path_type=Path),
                metavar="PATH...",
            ),
            json_option("runs, problems, facts"),
        ],
        ends=_("0 everything was read, 1 something was lost or nothing found, 2 wrong use."),
    )
