"""`runwright plan`, done: a season planned, written, and told."""

import sys
from datetime import date
from pathlib import Path

from runwright.cli.clock import now
from runwright.cli.files import read_runner_file
from runwright.cli.making import Making, assumed_runner
from runwright.cli.outputs import write_plan
from runwright.cli.pages.planned import planned_page
from runwright.cli.screen import say, screen_of
from runwright.domain.words import _
from runwright.knowledge.library import load_library

RUNNER_FILE = "RUNNER.toml"


def run(  # noqa: PLR0913  # one for each option
    *,
    runner_file: Path | None,
    runs: tuple[Path, ...],
    run_plan: Path | None,
    protocol: str | None,
    start: date | None,
    weeks: int | None,
    out: Path,
) -> None:
    """Plan a season, write it, and say what it holds."""
    library = load_library()
    moment = now()
    if runner_file is None:
        runner, assumed = assumed_runner()
    else:
        runner, assumed = read_runner_file(runner_file, library, moment.date()), ()
    making = Making(
        runner=runner,
        library=library,
        now=now(runner.timezone),
        run_files=runs,
        run_plan=run_plan,
        protocol=protocol,
        start=start,
        weeks=weeks,
        assumed=(*assumed, *_not_used(runner_file)),
    )
    made = making.made()
    files = write_plan(out, made.planned, today=making.now.date())
    screen = screen_of(sys.stdout)
    say(planned_page(made, files, screen), screen)


def _not_used(runner_file: Path | None) -> tuple[str, ...]:
    """Return a hint where a runner file lies here and was not named."""
    here = Path(RUNNER_FILE)
    if runner_file is not None or not here.exists():
        return ()
    return (
        _("There is a {file} here that was not used; name it:  runwright plan {file} ...").format(
            file=RUNNER_FILE
        ),
    )
