"""How every command is declared: what it is for, how it is used, and how it can end."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from runwright.domain.words import _

WORK = "runwright.cli.work"
WIDEST_HELP = 90  # signs; longer lines are hard to read


class SpokenHelp(click.Command):
    """A command whose help is in the language spoken, the words around it too."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this and leave.")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = (one.get_help_record(ctx) for one in options)
        with formatter.section(_("Options")):
            formatter.write_dl([record for record in records if record is not None])


class TeachingCommand(SpokenHelp):
    """A command whose help shows examples, what comes back, and how it ends."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # click's own
        examples: Sequence[tuple[str, str]] = (),
        more: str = "",
        ends: str = "",
        **settings: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **settings)
        self.examples, self.more, self.ends = tuple(examples), more, ends

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, what else to know, and the exit codes."""
        del ctx
        with formatter.section(_("Examples")):
            for line, about in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
                if about:
                    formatter.indent()
                    formatter.write_text(about)
                    formatter.dedent()
        for heading, text in ((_("Good to know"), self.more), (_("How it ends"), self.ends)):
            if text:
                with formatter.section(heading):
                    formatter.write_text(text)


def teaching_command(  # noqa: PLR0913  # what one command is made of
    name: str,
    work: str,
    *,
    short: str,
    about: str,
    examples: Sequence[tuple[str, str]],
    params: Sequence[click.Parameter],
    more: str = "",
    ends: str = "",
    kind: type[TeachingCommand] = TeachingCommand,
) -> TeachingCommand:
    """Return a command.

    Parameters
    ----------
    work
        The function that does it, ``"plan:run"`` in `runwright.cli.work`; its module, and all it
        stands on, is imported when the command runs and not before.
    ends
        Its exit codes, in words.
    """
    return kind(
        name,
        callback=_when_called(work),
        short_help=short,
        help=about,
        params=[*params, language_option(hidden=True)],
        examples=examples,
        more=more,
        ends=ends or _("0 fine, 2 wrong use."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _when_called(work: str) -> Callable[..., int | None]:
    module, _colon, function = work.partition(":")

    def call(**values: Any) -> int | None:  # noqa: ANN401  # what the command's own parameters give
        found: Callable[..., int | None] = getattr(import_module(f"{WORK}.{module}"), function)
        return found(**values)

    return call


def language_option(*, hidden: bool = False) -> click.Option:
    """Return the option that chooses the language; it may stand anywhere on the line."""
    return click.Option(
        ["--lang"],
        metavar=_("LANGUAGE"),
        help=_("Language to speak, as en or de. Without it: the language of your system."),
        expose_value=False,
        hidden=hidden,
    )


def json_option(keys: str) -> click.Option:
    """Return the option for an answer that programs read; `keys` are its top-level keys."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        help=_("Answer as JSON, for programs. Keys: {keys}.").format(keys=keys),
    )
