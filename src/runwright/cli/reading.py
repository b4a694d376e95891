"""Run files read with progress on the screen, and what could not be read in words."""

import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from runwright.cli.screen import Screen
from runwright.domain.problem import Imported, Problem
from runwright.domain.run import Run, RunKind
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.dates import full_date
from runwright.formats.reader import import_runs

METRES_PER_KM, SECONDS_PER_HOUR = 1000, 3600
TOLD_EVERY_S = 0.1  # faster than that nobody reads
SHOWN_AT_MOST = 12  # doubts told one by one; more are counted
SUMMED_UP_FROM = 6  # problems that a summary tells one by one


def read_run_files(paths: Sequence[Path], now: datetime) -> Imported[Run]:
    """Return every run in files, folders and archives, with progress on the error stream."""
    progress = Progress()
    try:
        return import_runs(paths, now=now, progress=progress)
    finally:
        progress.done()


class Progress:
    """One line that counts files, shown only where somebody watches."""

    def __init__(self) -> None:
        self.is_watched = sys.stderr.isatty()
        self.told_at_s = 0.0
        self.longest = 0

    def __call__(self, done: int, total: int) -> None:
        """Tell how many files are done."""
        now_s = time.monotonic()
        if not self.is_watched or (now_s - self.told_at_s < TOLD_EVERY_S and done < total):
            return
        self.told_at_s = now_s
        line = _("Reading your runs: {done} of {total} files").format(done=done, total=total)
        self.longest = max(self.longest, len(line))
        click.echo(f"\r{line.ljust(self.longest)}", nl=False, err=True)

    def done(self) -> None:
        """Take the line away again."""
        if self.longest:
            click.echo("\r" + " " * self.longest + "\r", nl=False, err=True)


def read_words(runs: Sequence[Run]) -> str:
    """Return how much was read: runs, days, distance, kinds of file."""
    runs = run_only(runs)
    if not runs:
        return _("No run was found.")
    days = [run.started_at.date() for run in runs]
    count = ngettext("{n} run", "{n} runs", len(runs)).format(n=len(runs))
    km = sum(run.distance_m for run in runs if run.distance_m is not None) / METRES_PER_KM
    hours = sum(run.duration_s for run in runs) / SECONDS_PER_HOUR
    if min(days) == max(days):
        return _("{count} on {day}: {km:.1f} km in {hours:.1f} h.").format(
            count=count, day=full_date(days[0]), km=km, hours=hours
        )
    return _("{count} from {first} to {last}: {km:.0f} km in {hours:.0f} h.").format(
        count=count, first=full_date(min(days)), last=full_date(max(days)), km=km, hours=hours
    )


def run_only(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs that were run; walks are read, too, and count as walking."""
    return tuple(run for run in runs if run.kind_hint is not RunKind.WALK)


def twice_words(runs: Sequence[Run]) -> str:
    """Return how many runs came more than once; '' where none did."""
    twice = sum(len(run.sources) > 1 for run in runs)
    if not twice:
        return ""
    return ngettext(
        "{n} run came in several files and counts once.",
        "{n} runs came in several files and count once.",
        twice,
    ).format(n=twice)


def problem_words(problem: Problem) -> str:
    """Return a problem as a sentence that names the file."""
    if problem.says.startswith(problem.where):
        return problem.says
    says = _("{where}: {says}").format(where=problem.where, says=problem.says)
    return says if says.endswith(".") else f"{says}."


def problem_lines(problems: Sequence[Problem], screen: Screen) -> list[str]:
    """Return everything that could not be read, and what was doubtful, many of it counted."""
    lost, doubtful = lost_and_doubtful(problems)
    lines: list[str] = []
    if lost:
        lines += [*screen.heading(_("Could not be read")), *screen.bullets(lost)]
    if doubtful:
        rest = len(doubtful) - SHOWN_AT_MOST
        more = ngettext("and {n} more: --json", "and {n} more: --json", rest).format(n=rest)
        told = [*doubtful[:SHOWN_AT_MOST], *([more] if rest > 0 else [])]
        lines += [*screen.heading(_("Read with a doubt")), *screen.bullets(told)]
    return lines


def problem_summary(problems: Sequence[Problem], screen: Screen) -> list[str]:
    """Return the first of what could not be read, and how much was doubtful."""
    lost, doubtful = lost_and_doubtful(problems)
    lines: list[str] = []
    rest = len(lost) - SUMMED_UP_FROM
    if lost:
        more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
        told = [*lost[:SUMMED_UP_FROM], *([more] if rest > 0 else [])]
        lines += [*screen.heading(_("Could not be read")), *screen.bullets(told)]
    if doubtful:
        says = ngettext(
            "{n} thing was read with a doubt; runwright runs tells it.",
            "{n} things were read with a doubt; runwright runs tells them.",
            len(doubtful),
        )
        lines += ["", *screen.wrapped(says.format(n=len(doubtful)))]
    return lines


def lost_and_doubtful(problems: Sequence[Problem]) -> tuple[list[str], list[str]]:
    """Return the words of what was lost, and of what was read with a doubt."""
    lost = [problem_words(problem) for problem in problems if problem.lost]
    doubtful = [problem_words(problem) for problem in problems if not problem.lost]
    return lost, doubtful
