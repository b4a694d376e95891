"""The sample runner and a year of runs, read from the shipped files and brought to this week."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from importlib.resources import as_file, files
from zoneinfo import ZoneInfo

from runwright.domain.problem import Imported
from runwright.domain.run import Run
from runwright.domain.runner import Runner
from runwright.domain.words import N_, _
from runwright.formats.reader import import_runs
from runwright.formats.runner_toml import read_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.knowledge.library import Library
from runwright.usecases.sample import moved_runner, moved_runs, weeks_to_last_week

NAMES = (N_("Sample runner"), N_("Spring half marathon"), N_("Winter 10 km"))
RUNS, RUNNER_FILE = "sample-runs.zip", "RUNNER.toml"
AFTER_EVERYTHING = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The sample.

    Attributes
    ----------
    weeks_moved
        Whole weeks that runs and races were moved, so that the runs end last week.
    """

    runner: Runner
    runs: Imported[Run]
    today: date
    weeks_moved: int


def read_sample(library: Library, today_in: Callable[[str], date]) -> Sample:
    """Return the sample as it is today.

    Parameters
    ----------
    today_in
        The day it is in a zone by name.
    """
    shipped = files("runwright.sample")
    with as_file(shipped.joinpath(RUNS)) as archive:
        read = import_runs((archive,), now=AFTER_EVERYTHING)
    last = max(run.started_at for run in read.items).date()
    text = shipped.joinpath(RUNNER_FILE).read_text("utf-8")
    written = read_runner(text, source=RUNNER_FILE, today=last, vocabulary=vocabulary_of(library))
    today = today_in(written.timezone)
    weeks = weeks_to_last_week(last, today)
    runner = _named(moved_runner(written, weeks))
    runs = moved_runs(read.items, weeks, ZoneInfo(runner.timezone))
    return Sample(
        runner=runner,
        runs=Imported(items=runs, problems=read.problems),
        today=today,
        weeks_moved=weeks,
    )


def _named(runner: Runner) -> Runner:
    """Return the runner with names as somebody who speaks the language would have typed them."""
    races = tuple(replace(race, name=str(_(race.name))) for race in runner.races)
    return replace(runner, name=str(_(runner.name)), races=races)
