"""`runwright figure`: an exercise drawn, moving or still; all of them as a sheet; its joints."""

from collections.abc import Sequence
from pathlib import Path

import click

from runwright.cli.command import TeachingCommand, json_option, teaching_command
from runwright.domain.words import _

SHOWS = ("still", "moving", "fault")
BODIES = ("slight", "broad")
PALETTES = ("sand", "bronze", "umber")
SIDES = ("right", "left")


def figure_command() -> TeachingCommand:
    """Return the command."""
    return teaching_command(
        "figure",
        "figure:run",
        short=_("An exercise drawn, still or moving; or all of them on one page."),
        about=_(
            "Draws an exercise as an SVG file: the numbered pair of start and end, or the movement "
            "at its own tempo. With --all it writes one page with every figure, to look at or to "
            "print. Without a name it lists what is drawn."
        ),
        examples=(
            ("runwright figure split_squat", _("writes split_squat.svg")),
            ('runwright figure "dead bug" --moving --body broad', _("names may be spoken")),
            ("runwright figure --test knee_to_wall", _("a home test")),
            ("runwright figure --all --out figures.html", _("all of them on one page")),
            ("runwright figure split_squat --joints", _("which joints move, and how far")),
            ("runwright figure --all --joints --out joints.csv", ""),
        ),
        params=[
            click.Argument(["words"], nargs=-1, metavar="[NAME]"),
            *_shows(),
            _choice("--body", BODIES, _("Whose body.")),
            _choice("--palette", PALETTES, _("Skin and hair.")),
            _choice("--side", SIDES, _("The working side, where there is one.")),
            click.Option(
                ["--test", "is_test"], is_flag=True, help=_("The name is that of a home test.")
            ),
            click.Option(["--all", "is_all"], is_flag=True, help=_("Every figure, on one page.")),
            click.Option(
                ["--joints", "is_joints"],
                is_flag=True,
                help=_("The joints that move instead of the drawing; with --out as CSV."),
            ),
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, allow_dash=True),
                metavar="FILE",
                help=_("Where to write it; - is the terminal. Without it: NAME.svg, figures.html."),
            ),
            json_option("id, name, most, joints; without a name: figures, not_drawn"),
        ],
        more=_(
            "Joint ranges are those of one repetition on the right side as drawn, in degrees; 0 is "
            "standing with the arms down, plus is bending, outwards, turned outwards, toes up."
        ),
        ends=_("0 done, 1 it could not be written, 2 wrong use, or nobody has drawn it yet."),
    )


def _shows() -> list[click.Option]:
    told = {
        "still": _("Start and end side by side; this is the usual."),
        "moving": _("The movement as a loop; a click stops it."),
        "fault": _("The common fault beside the right pose, where it is drawn."),
    }
    return [
        click.Option([f"--{one}", "show"], flag_value=one, default=None, help=told[one])
        for one in SHOWS
    ]


def _choice(name: str, values: Sequence[str], about: str) -> click.Option:
    return click.Option(
        [name], type=click.Choice(values), default=values[0], show_default=True, help=about
    )
