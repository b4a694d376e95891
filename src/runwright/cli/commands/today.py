"""`runwright today`: what there is to do, what changed and why."""

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.cli.commands.coached_params import (
    day_option,
    plan_argument,
    runner_option,
    runs_option,
)
from runwright.domain.words import _


def today_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "today",
        "today:run",
        short=_("What there is to do today, and what changed."),
        about=_(
            "Shows the day as your coach asks for it: the run, the session with its weights, what "
            "is not as planned and why, and what is proposed. It knows what you told with "
            "`runwright log` and `runwright check-in`. PLAN is a plan.json or its folder."
        ),
        examples=(
            ("runwright today my-plan", ""),
            ("runwright today my-plan --day thursday", _("a day ahead, as things stand")),
        ),
        params=[plan_argument(), runner_option(), day_option(), runs_option()],
    )
