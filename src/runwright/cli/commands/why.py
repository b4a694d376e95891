"""`runwright why` and `runwright why-not`: questions to a plan."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, json_option, teaching_command
from runwright.cli.params import Day, Session
from runwright.domain.words import _


def why_command() -> TeachingCommand:
    """Return `why`."""
    return teaching_command(
        "why",
        "why:why",
        short=_("Why a day of your plan is as it is."),
        about=_(
            "Shows a day of a plan: its runs, its session with every dose, and the reasons: which "
            "rules speak for this day, what it costs there, and what keeps it off the other days. "
            "For a day without a session it says what one would mean."
        ),
        examples=(
            ("runwright why my-plan/plan.json 2026-11-26", ""),
            ("runwright why my-plan tomorrow", _("a folder means the plan.json in it")),
            ("runwright why my-plan thursday --json", _("the same for a program")),
        ),
        params=[
            _plan_argument(),
            click.Argument(["day"], type=Day(), metavar="DATE"),
            json_option("day, week, phase, runs, session, extras, instead, standing"),
        ],
    )


def why_not_command() -> TeachingCommand:
    """Return `why-not`."""
    return teaching_command(
        "why-not",
        "why:why_not",
        short=_("What another session on a day would break, or cost."),
        about=_(
            "Puts a session on a day of your plan, works out the best season around it, and says "
            "which firm rule it would break, or how many points the season would cost more, rule "
            "by rule, and what else would move. SESSION is heavy, short, light, foundation, jumps "
            "or heavy_jumps."
        ),
        examples=(
            ("runwright why-not my-plan/plan.json 2026-11-27 heavy", ""),
            ("runwright why-not my-plan friday short", ""),
        ),
        params=[
            _plan_argument(),
            click.Argument(["day"], type=Day(), metavar="DATE"),
            click.Argument(["session"], type=Session(), metavar="SESSION"),
            json_option(
                "day, session, says, possible, placed, extra_points, breaks, gives_way, "
                "differences, moved, standing"
            ),
        ],
        more=_(
            "Points are the planner's own prices, a coach's default: what a missed session, a "
            "changed weekday or a small wish weighs against each other."
        ),
        ends=_("0 it could be, 1 a firm rule stands against it, 2 wrong use."),
    )


def _plan_argument() -> click.Argument:
    return click.Argument(["plan_file"], type=click.Path(path_type=Path), metavar="PLAN.json")
