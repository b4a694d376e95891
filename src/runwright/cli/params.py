"""What people type: days, kinds of session, and several paths after one option."""

from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from runwright.cli.clock import today
from runwright.cli.kinds import MEANINGS
from runwright.domain.calendar import DAYS_PER_WEEK, WEEKDAYS
from runwright.domain.day_words import SHORT_WEEKDAYS, weekday_name
from runwright.domain.words import _

if TYPE_CHECKING:
    DayType: TypeAlias = click.ParamType[date]
    TextType: TypeAlias = click.ParamType[str]
else:  # older releases of click know no type parameters
    DayType = TextType = click.ParamType

RUNNER_FILE_ENDING = ".toml"  # never a run: `plan --runs a b RUNNER.toml` means what it says
SPOKEN_KINDS = {
    "heavy": "heavy",
    "heavy legs": "heavy",
    "legs": "heavy",
    "heavy jumps": "heavy_jumps",
    "heavy with jumps": "heavy_jumps",
    "foundation": "foundation",
    "strength": "foundation",
    "short": "short",
    "short strength": "short",
    "light": "light",
    "jumps": "jumps",
    "plyo": "jumps",
}


class Day(DayType):
    """A day: 2026-11-24, today, tomorrow, or the next such weekday."""

    name = "day"

    def convert(
        self,
        value: Any,  # noqa: ANN401  # click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day that was typed."""
        if isinstance(value, date):
            return value
        word = str(value).strip().lower()
        meant = _day_meant(word, today())
        if meant is None:
            says = _(
                "'{word}' is not a day. Write it as 2026-11-24, or say today, tomorrow or a "
                "weekday."
            )
            self.fail(says.format(word=value), param, ctx)
        return meant


def _day_meant(word: str, now: date) -> date | None:
    """Return the day a word means, in English or the language spoken; None for none."""
    for days, words in enumerate(({"today", _("today")}, {"tomorrow", _("tomorrow")})):
        if word in {one.lower() for one in words}:
            return now + timedelta(days=days)
    named = [number for number in range(DAYS_PER_WEEK) if word in _weekday_words(number)]
    if named:
        return now + timedelta(days=(named[0] - now.weekday()) % DAYS_PER_WEEK)
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def _weekday_words(number: int) -> set[str]:
    said = {weekday_name(number), _(SHORT_WEEKDAYS[number])}
    return {WEEKDAYS[number], WEEKDAYS[number][:3], *(one.lower() for one in said)}


class Session(TextType):
    """A kind of session, by its value: heavy, short, light, foundation, jumps, heavy_jumps."""

    name = "session"

    def convert(
        self,
        value: Any,  # noqa: ANN401  # click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """Return the kind that was typed."""
        word = " ".join(str(value).lower().replace("_", " ").replace("-", " ").split())
        known = SPOKEN_KINDS | {_(said).lower(): kind.value for kind, said in MEANINGS.items()}
        if word not in known:
            near = get_close_matches(word, known, n=1)
            hint = _(" Did you mean '{near}'?").format(near=known[near[0]]) if near else ""
            says = _("'{word}' is not a kind of session. There are: {kinds}.").format(
                word=value, kinds=", ".join(dict.fromkeys(SPOKEN_KINDS.values()))
            )
            self.fail(says + hint, param, ctx)
        return known[word]


def spread(arguments: list[str], option: str) -> list[str]:
    """Return a command line in which an option stands before each of its values.

    `--runs a b --out c` becomes `--runs a --runs b --out c`, so that a shell may fill in `*.fit`.
    A value that ends in ``.toml`` is never one of them.
    """
    found: list[str] = []
    taking = False
    for number, word in enumerate(arguments):
        if word == "--":
            return [*found, *arguments[number:]]
        if word == option:
            taking = True
            if _is_value(arguments, number + 1):
                continue
        elif word.startswith("-") and word != "-":
            taking = False
        elif taking and not word.endswith(RUNNER_FILE_ENDING):
            found.append(option)
        found.append(word)
    return found


def _is_value(arguments: list[str], number: int) -> bool:
    """Whether the word at a place would follow the option as one of its values."""
    if number >= len(arguments):
        return False
    word = arguments[number]
    return not word.startswith("-") and not word.endswith(RUNNER_FILE_ENDING)
