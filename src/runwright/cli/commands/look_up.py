"""`runwright exercise`, `rule`, `source` and `protocol`: the knowledge base, readable."""

import click

from runwright.cli.command import TeachingCommand, json_option, teaching_command
from runwright.domain.words import _


def exercise_command() -> TeachingCommand:
    """Return `exercise`."""
    return _command(
        "exercise",
        metavar="[NAME]",
        short=_("How an exercise is done, its dose, its ladder, what it is good for."),
        about=_(
            "Shows an exercise: how it is done, the common fault and its fix, where you feel it, "
            "kit, dose, what is easier and harder, and when to leave it. Without a name: all."
        ),
        examples=(
            ("runwright exercise split_squat", ""),
            ('runwright exercise "goblet squat"', _("names may be spoken")),
            ("runwright exercise calf raise", _("several fit: you see which")),
        ),
        keys="id, name, pattern, level, kit, dose, cues, fault, feel, easier, harder, sources",
    )


def rule_command() -> TeachingCommand:
    """Return `rule`."""
    return _command(
        "rule",
        metavar="[ID]",
        short=_("What a rule says, its numbers, and who said them first."),
        about=_(
            "Shows a rule: what it says, whether it may give way, why it matters, each number with "
            "what it rests on, and the sources. Without an id: all rules."
        ),
        examples=(("runwright rule S02", ""), ("runwright rule", _("all of them"))),
        keys="id, kind, says, why_it_matters, evidence_note, numbers, sources",
    )


def source_command() -> TeachingCommand:
    """Return `source`."""
    return _command(
        "source",
        metavar="[KEY]",
        short=_("A paper or guideline: what it found, in whom, and what rests on it."),
        about=_(
            "Shows a source: the citation, how far we saw it, what it found and in whom, and which "
            "rules and exercises rest on it. Without a key: all sources."
        ),
        examples=(("runwright source doma2017", ""), ("runwright source", _("all of them"))),
        keys="key, citation, verification, finding, population, caveat, rules, exercises",
    )


def protocol_command() -> TeachingCommand:
    """Return `protocol`."""
    return _command(
        "protocol",
        metavar="[NAME]",
        short=_("A way to train: its weeks, its sessions, and what was corrected."),
        about=_(
            "Shows a protocol: whose it is, how often and how long, what each phase asks for, its "
            "sessions, and where a firm rule overrules it. Without a name: all protocols. Use one "
            "with:  runwright plan --protocol NAME"
        ),
        examples=(("runwright protocol clinic-five", ""), ("runwright protocol", _("all of them"))),
        keys="id, name, summary, article, per_week, minutes, phases, areas, sessions, corrections",
    )


def _command(  # what one of these commands is made of
    name: str,
    *,
    metavar: str,
    short: str,
    about: str,
    examples: tuple[tuple[str, str], ...],
    keys: str,
) -> TeachingCommand:
    return teaching_command(
        name,
        f"look_up:{name}",
        short=short,
        about=about,
        examples=examples,
        params=[click.Argument(["words"], nargs=-1, metavar=metavar), json_option(keys)],
    )
