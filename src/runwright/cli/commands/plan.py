"""`runwright plan`: the main job, from a runner's own files to a season plan."""

from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, teaching_command
from runwright.cli.params import Day, spread
from runwright.domain.words import _


class PlanCommand(TeachingCommand):
    """The command, which takes several paths after one `--runs`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the line."""
        return super().parse_args(ctx, spread(args, "--runs"))


def plan_command() -> TeachingCommand:
    """Return the command."""
    path = click.Path(path_type=Path)
    return teaching_command(
        "plan",
        "plan:run",
        short=_("Plan a season from your run files and your RUNNER.toml."),
        about=_(
            "Plans your strength and mobility work for a season around your running: which days, "
            "what each session holds, how it grows, eases and tapers, and why. Writes plan.json "
            "(to ask it questions), plan.html (to read and print) and plan.ics (for your "
            "calendar). RUNNER.toml says who you are, your races, days and kit; `runwright init` "
            "makes one. Without it, the plan is for a plain adult, and says what it assumed. "
            "Nothing leaves this machine."
        ),
        examples=(
            (
                "runwright plan RUNNER.toml --runs export_1234.zip --out my-plan",
                _("from a Strava or Garmin export"),
            ),
            ("runwright plan --runs watch/*.fit --out try", _("a first look, without RUNNER.toml")),
            (
                "runwright plan RUNNER.toml --runs my-runs --run-plan coach.ics --out my-plan",
                _("with the runs your coach planned; days it covers are not projected"),
            ),
            (
                "runwright plan RUNNER.toml --protocol clinic-five --weeks 12 --out my-plan",
                _("twelve weeks of another protocol, see: runwright protocol"),
            ),
        ),
        params=[
            click.Argument(["runner_file"], required=False, type=path, metavar="[RUNNER.toml]"),
            click.Option(
                ["--runs"],
                multiple=True,
                type=path,
                metavar="PATH...",
                help=_("Run files, folders, archives; several may follow."),
            ),
            click.Option(
                ["--run-plan"],
                type=path,
                metavar="FILE",
                help=_("Runs to come: a calendar (ICS), a table (CSV) or JSON."),
            ),
            click.Option(
                ["--protocol"],
                metavar="NAME",
                help=_("How to train; without it as RUNNER.toml says, else runwright."),
            ),
            click.Option(
                ["--start"],
                type=Day(),
                metavar="DATE",
                help=_("First day of the plan; without it the next Monday."),
            ),
            click.Option(
                ["--weeks"],
                type=int,
                metavar="N",
                help=_("Length; without it two weeks past your last race, or 24."),
            ),
            click.Option(
                ["--out"],
                type=path,
                required=True,
                metavar="DIR",
                help=_("Folder for plan.json, plan.html and plan.ics; made if need be."),
            ),
        ],
        more=_(
            "The same files, RUNNER.toml and day give the same plan, byte for byte. Files that are "
            "in DIR already are replaced."
        ),
        ends=_(
            "0 the plan is written, 1 it could not be written, 2 wrong use or an impossible wish."
        ),
        kind=PlanCommand,
    )
