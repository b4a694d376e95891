"""`runwright audit`: what every rule says about a plan, ours, edited by hand or foreign."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, json_option, teaching_command
from runwright.domain.words import _


def audit_command() -> TeachingCommand:
    """Return the command."""
    path = click.Path(path_type=Path)
    return teaching_command(
        "audit",
        "audit:run",
        short=_("What every rule says about a plan or a calendar."),
        about=_(
            "Judges any plan rule by rule, with the planner's own rules: a plan.json, also one "
            "you edited by hand, or a calendar somebody else made. In a calendar, strength "
            "sessions and runs are known by their words, in several languages; what was guessed "
            "is said."
        ),
        examples=(
            ("runwright audit my-plan/plan.json", ""),
            (
                "runwright audit coach.ics --runner RUNNER.toml",
                _("a calendar, with who follows it"),
            ),
        ),
        params=[
            click.Argument(["file"], type=path, metavar="PLAN.json|CALENDAR.ics"),
            click.Option(
                ["--runner"],
                type=path,
                metavar="RUNNER.toml",
                help=_("Who follows the plan: races, minutes, pains."),
            ),
            json_option(
                "source, kind, weeks, first, last, violations, gave_way, given, costs, points, "
                "taken, notes, problems"
            ),
        ],
        ends=_("0 no firm rule is broken, 1 at least one is, 2 wrong use."),
    )
