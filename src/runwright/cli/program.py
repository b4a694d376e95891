"""The program `runwright`: its commands, found when they are asked for, and the way in and out."""

import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from runwright import __version__
from runwright.cli.command import WIDEST_HELP, SpokenHelp, language_option
from runwright.cli.guard import guarded
from runwright.cli.screen import complain, prepare_streams
from runwright.domain.words import N_, SOURCE_LANGUAGE, _, use_language

# Command → the module in `commands` that has its `<name>_command()`.
MODULES: Mapping[str, str] = MappingProxyType({
    "app": "app",
    "sample": "sample",
    "init": "init",
    "plan": "plan",
    "runs": "runs",
    "audit": "audit",
    "today": "today",
    "log": "log",
    "check-in": "check_in",
    "propose": "propose",
    "why": "why",
    "why-not": "why",
    "figure": "figure",
    "exercise": "look_up",
    "rule": "look_up",
    "source": "look_up",
    "protocol": "look_up",
})
SECTIONS = (
    (N_("Start"), ("app", "sample", "init", "plan")),
    (N_("Every day"), ("today", "check-in", "log", "propose")),
    (N_("Ask"), ("why", "why-not", "audit", "runs")),
    (N_("Look up"), ("exercise", "figure", "rule", "source", "protocol")),
)
LANGUAGE_VARIABLES = ("RUNWRIGHT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


class Program(SpokenHelp, click.Group):
    """All commands; a command's module is imported when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order they are shown."""
        del ctx
        return [name for _heading, names in SECTIONS for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name; None for what is not one."""
        del ctx
        if cmd_name not in MODULES:
            return None
        module = import_module(f"runwright.cli.commands.{MODULES[cmd_name]}")
        made: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")()
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command a line names; a slip is told with the nearest right word."""
        if args and args[0] not in MODULES and not args[0].startswith("-"):
            near = get_close_matches(args[0], MODULES, n=1)
            hint = _(" Did you mean '{near}'?").format(near=near[0]) if near else ""
            says = _("There is no command '{name}'.").format(name=args[0])
            raise click.UsageError(says + hint, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under what they are for."""
        for heading, names in SECTIONS:
            commands = [(name, self.get_command(ctx, name)) for name in names]
            rows = [(name, one.get_short_help_str(WIDEST_HELP)) for name, one in commands if one]
            with formatter.section(_(heading)):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how to begin."""
        del ctx
        with formatter.section(_("Begin with")):
            for line in (
                "runwright sample",
                "runwright init",
                "runwright plan RUNNER.toml --runs my-runs --out my-plan",
                "runwright why my-plan/plan.json tomorrow",
            ):
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
        formatter.write_paragraph()
        formatter.write_text(_("runwright COMMAND --help explains a command, with examples."))

    def main(  # type: ignore[override]  # ends with an exit code in every case
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002  # click's own
        **extra: Any,  # noqa: ANN401
    ) -> None:
        """Run a command line and leave with its exit code."""
        del standalone_mode
        arguments = list(sys.argv[1:] if args is None else args)
        prepare_streams()

        def work() -> object:
            return click.Group.main(
                self,
                args=arguments,
                prog_name=prog_name or "runwright",
                complete_var=complete_var,
                standalone_mode=False,
                **extra,
            )

        sys.exit(guarded(work, arguments))


def program() -> Program:
    """Return the program, in the language that is spoken now."""
    return Program(
        "runwright",
        help=_(
            "The strength and mobility coach for runners: plans the right short work at the right "
            "moment around your runs, from your own files, and says why."
        ),
        params=[
            language_option(),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=_("Show the version and leave."),
            ),
        ],
        context_settings={
            "help_option_names": ["-h", "--help"],
            "max_content_width": WIDEST_HELP,
        },
        no_args_is_help=False,
        invoke_without_command=True,
        callback=_greet,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of a command line; without one, that of the process."""
    line = list(sys.argv[1:] if arguments is None else arguments)
    _speak(line)
    try:
        program().main(args=line)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    return 0


def _greet() -> None:
    """Show the help to somebody who gave no command; that is a fine way to begin."""
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _show_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001  # click's own
    if asked and not ctx.resilient_parsing:
        click.echo(f"runwright {__version__}")
        ctx.exit()


def _speak(line: Sequence[str]) -> None:
    """Choose the language before a single word is said; `--lang` may stand anywhere."""
    asked = _asked_language(line)
    if asked is not None:
        spoken = use_language(asked)
        if spoken.split("_")[0] != asked.replace("-", "_").split("_")[0].lower():
            complain(
                _("Runwright does not speak '{language}' yet; it goes on in English.").format(
                    language=asked
                )
            )
        return
    named = (os.environ.get(name, "") for name in LANGUAGE_VARIABLES)
    use_language(next((name for name in named if name), SOURCE_LANGUAGE))


def _asked_language(line: Sequence[str]) -> str | None:
    for number, word in enumerate(line):
        if word == "--":
            return None
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and number + 1 < len(line):
            return line[number + 1]
    return None
