"""`runwright check-in`: how the morning is."""

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.cli.commands.coached_params import day_option, plan_argument, runner_option
from runwright.domain.words import _


def check_in_command() -> TeachingCommand:
    """Return the command."""
    rating = click.IntRange(0, 10)
    return teaching_command(
        "check-in",
        "check_in:run",
        short=_("Tell how the morning is: sleep, legs, stress, pain."),
        about=_(
            "Keeps what you tell of a morning, as much of it as you like, and says at once what "
            "a pain means for today. Told again on the same day, the later word counts."
        ),
        examples=(
            ("runwright check-in my-plan --sleep 7.5 --soreness 2 --stress 3 --fine", ""),
            ('runwright check-in my-plan --pain "left kneecap 3"', _("a place, 0 to 10")),
        ),
        params=[
            plan_argument(),
            runner_option(),
            day_option(),
            click.Option(
                ["--sleep"], type=click.FloatRange(0, 24), metavar="H", help=_("Last night. [h]")
            ),
            click.Option(["--soreness"], type=rating, metavar="0-10", help=_("Of the legs.")),
            click.Option(["--stress"], type=rating, metavar="0-10", help=_("Of yesterday.")),
            click.Option(
                ["--pain", "pains"],
                multiple=True,
                metavar="TEXT",
                help=_('A place and a number, as "left kneecap 3"; may be said again.'),
            ),
            click.Option(
                ["--no-bone-signs", "no_bone"],
                is_flag=True,
                help=_(
                    "No to all four about a pain: one spot on the bone hurts when pressed; it "
                    "builds up while you run; it hurts to hop; it hurts at rest or at night."
                ),
            ),
            click.Option(["--fine"], is_flag=True, help=_("Nothing hurts.")),
        ],
    )
