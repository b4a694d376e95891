"""`runwright log`: write a session down that was done."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.cli.commands.coached_params import day_option, plan_argument, runner_option
from runwright.domain.words import _


def log_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "log",
        "log:run",
        short=_("Write down a session you did."),
        about=_(
            "Takes one exercise a line: its name, the sets, then load, reserve and side as far as "
            "you know them. Pain is a line with a place and a number, as is effort; a note begins "
            "with the word. Without LINES it asks, and keeps what you typed if you stop half-way. "
            "Several wrong lines are told at once, and nothing is written then."
        ),
        examples=(
            ("runwright log my-plan", _("asks line by line")),
            (
                'runwright log my-plan "split squat 3x8 20kg rir2" "side plank 2x30s" "effort 6"',
                "",
            ),
            (
                'runwright log my-plan --day monday "goblet squat 8,8,6 24kg" "kneecap 3"',
                _("sets one by one, a pain, and an earlier day"),
            ),
            ("runwright log my-plan --from done.json", _("a session of the player, as a file")),
        ),
        params=[
            plan_argument(),
            click.Argument(["lines"], nargs=-1, metavar="[LINES]..."),
            runner_option(),
            day_option(),
            click.Option(
                ["--at"], metavar="HH:MM", help=_("When it began; without it as planned.")
            ),
            click.Option(
                ["--minutes"],
                type=click.IntRange(1, 600),
                metavar="N",
                help=_("What it took; without it as planned."),
            ),
            click.Option(
                ["--from", "file"],
                type=click.Path(path_type=Path),
                metavar="FILE.json",
                help=_("A performed session (schemas/performed.schema.json)."),
            ),
        ],
        more=_(
            "Sets are 3x8, 8,8,6, 2x30s (a hold), 3x20m or 3x5 landings; loads 20kg, 45lb or bw; "
            "reserve rir2. Entries are files in the folder diary beside the plan, one each."
        ),
        ends=_(
            "0 it is in the diary, 1 it could not be written, 2 wrong use or a line not understood."
        ),
    )
