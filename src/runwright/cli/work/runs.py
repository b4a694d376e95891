"""`runwright runs`, done: files read, facts worked out, both said."""

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from runwright.cli.answer import say_json
from runwright.cli.clock import local_zone, now
from runwright.cli.guard import FINE, FOUND_PROBLEMS
from runwright.cli.pages.running import runs_answer, runs_page
from runwright.cli.reading import read_run_files, run_only
from runwright.cli.screen import say, screen_of
from runwright.domain.run import Run
from runwright.domain.runner import Runner
from runwright.knowledge.library import load_library
from runwright.usecases.plan_season import training_facts

LONG_AGO = timedelta(days=28)  # then the facts of that time tell more than those of today


def run(paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Read the files and say what they hold."""
    moment = now()
    read = read_run_files(paths, moment)
    runner = Runner(timezone=local_zone())
    as_of = _looked_at_from(read.items, moment.date())
    facts = training_facts(runner, read.items, as_of, load_library())
    if as_json:
        say_json(runs_answer(read, facts))
    else:
        screen = screen_of(sys.stdout)
        say(runs_page(read, facts, screen, today=moment.date()), screen)
    lost = any(problem.lost for problem in read.problems)
    return FOUND_PROBLEMS if lost or not run_only(read.items) else FINE


def _looked_at_from(runs: Sequence[Run], today: date) -> date:
    """Return today, or the day of the last run where that is long ago."""
    last = max((run.started_at.date() for run in runs), default=today)
    return last if today - last > LONG_AGO else today
