"""`runwright propose`: what the coach proposes, and your word on it."""

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.cli.commands.coached_params import (
    plan_argument,
    runner_option,
    runs_option,
)
from runwright.domain.words import _


def propose_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "propose",
        "propose:run",
        short=_("What your coach proposes, and your word on it."),
        about=_(
            "Lists what changes, each with its rule, its reason and before → after. What you "
            "accept reaches the next session; what you decline is not asked again for the same "
            "facts. What keeps you safe cannot be declined, and says what would lift it."
        ),
        examples=(
            ("runwright propose my-plan", ""),
            ("runwright propose my-plan --accept all", ""),
            (
                'runwright propose my-plan --accept 1 --decline 2 --because "not this week"',
                _("by the numbers of the list"),
            ),
            ("runwright propose my-plan --record", _("what changed and why, so far")),
        ),
        params=[
            plan_argument(),
            runner_option(),
            runs_option(),
            click.Option(
                ["--accept", "accepted"],
                multiple=True,
                metavar="N|all",
                help=_("Say yes to one, or to all; may be said again."),
            ),
            click.Option(
                ["--decline", "declined"],
                multiple=True,
                metavar="N",
                help=_("Say no to one; may be said again."),
            ),
            click.Option(["--because"], default="", metavar="TEXT", help=_("Why, in your words.")),
            click.Option(["--record"], is_flag=True, help=_("Show what was decided, and why.")),
        ],
        ends=_("0 fine, 1 it could not be written, 2 wrong use, or safety was declined."),
    )
