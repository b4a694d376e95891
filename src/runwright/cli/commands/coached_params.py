"""Parameters that the commands of every day share."""

from pathlib import Path

import click

from runwright.cli.params import Day
from runwright.domain.words import _


def plan_argument() -> click.Argument:
    """Return the plan a command is about."""
    return click.Argument(["plan_file"], type=click.Path(path_type=Path), metavar="PLAN")


def runner_option() -> click.Option:
    """Return whose plan it is."""
    return click.Option(
        ["--runner", "runner_file"],
        type=click.Path(path_type=Path),
        metavar="RUNNER.toml",
        help=_("Whose plan; without it the RUNNER.toml beside the plan, above it, or here."),
    )


def runs_option() -> click.Option:
    """Return the runs that were really run."""
    return click.Option(
        ["--runs"],
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="PATH",
        help=_("Run files, folders or archives: this week's take the place of the planned ones."),
    )


def day_option() -> click.Option:
    """Return the day a command is about."""
    return click.Option(
        ["--day"],
        type=Day(),
        metavar="DATE",
        help=_("Another day than today: 2026-11-24, tomorrow, thursday."),
    )
