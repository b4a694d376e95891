"""`runwright app`: the app on this machine, opened in the browser."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.domain.words import _

MOST_PORT = 65_535


def app_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "app",
        "app:run",
        short=_("Open the app: today, the season, the session on your phone."),
        about=_(
            "Serves the app on this machine and opens it in your browser with a link that signs "
            "you in once. No other machine can reach it unless you say --phone, and nothing leaves "
            "yours. Its data is one SQLite database in your data folder."
        ),
        examples=(
            ("runwright app", _("until you press Ctrl-C; Enter prints a new link")),
            ("runwright app --port 9000 --no-open", ""),
            ("runwright app --data somewhere", _("keeps its data there")),
            ("runwright app --phone", _("and shows how a phone gets there")),
        ),
        params=[
            click.Option(
                ["--port"],
                type=click.IntRange(1, MOST_PORT),
                metavar="PORT",
                help=_("Port to serve on; without it the first free one from 8765 on."),
            ),
            click.Option(
                ["--data"],
                type=click.Path(path_type=Path, file_okay=False),
                metavar="DIR",
                help=_("Folder of the app's data; made if need be."),
            ),
            click.Option(
                ["--phone", "to_phone"],
                is_flag=True,
                help=_("Let phones in the same network reach it too, over HTTPS."),
            ),
            click.Option(
                ["--open/--no-open", "opens"],
                default=True,
                help=_("Open it in your browser."),
            ),
        ],
        ends=_("0 it was stopped, 1 the data folder or the port cannot be used, 2 wrong use."),
    )
