"""`runwright sample`, done: the shipped runner brought to this week and planned for."""

import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from runwright.cli.clock import today
from runwright.cli.making import Made
from runwright.cli.outputs import PLAN_HTML, write_plan
from runwright.cli.pages.planned import planned_page
from runwright.cli.screen import Screen, say, screen_of
from runwright.domain.words import _, ngettext
from runwright.formats.runner_toml import write_runner
from runwright.formats.sample_runner import RUNNER_FILE, read_sample
from runwright.knowledge.library import load_library
from runwright.usecases.plan_season import SeasonOrder, plan_season


def run(*, out: Path, opens: bool) -> None:
    """Plan the sample runner's season, and show it."""
    screen = screen_of(sys.stdout)
    made = made_from_sample()
    request = made.planned.request
    files = write_plan(
        out,
        made.planned,
        today=request.facts.as_of,
        more={RUNNER_FILE: write_runner(request.runner)},
    )
    say([*_what_this_is(screen), "", *planned_page(made, files, screen)], screen)
    say(_your_own(screen), screen)
    page = next(file for file in files if file.name == PLAN_HTML)
    if opens:
        open_page(page, screen)


def made_from_sample() -> Made:
    """Return the sample runner's season, brought to this week."""
    library = load_library()
    sample = read_sample(library, today)
    order = SeasonOrder(runner=sample.runner, today=sample.today, runs=sample.runs.items)
    weeks = sample.weeks_moved
    return Made(
        planned=plan_season(order, library),
        read=sample.runs,
        given_runs=(),
        problems=sample.runs.problems,
        assumed=(_moved_words(weeks),) if weeks else (),
    )


def _moved_words(weeks: int) -> str:

    return ngettext(
        "The sample's runs and races were moved by {n} week, so that they end last week.",
        "The sample's runs and races were moved by {n} weeks, so that they end last week.",
        abs(weeks),
    ).format(n=weeks)


def _what_this_is(screen: Screen) -> Iterator[str]:
    yield from screen.title(_("Runwright: strength and mobility around your runs, with reasons."))
    yield from screen.wrapped(
        _(
            "This is a sample: an invented runner with a year of real run files, and a season "
            "planned from them as it would be from yours."
        )
    )


def _your_own(screen: Screen) -> list[str]:
    lines = screen.heading(_("Your turn"))
    lines += screen.labelled(
        "runwright init", _("two minutes of questions, then you have your RUNNER.toml"), column=22
    )
    lines.append("  runwright plan RUNNER.toml --runs your-runs.zip --out my-plan")
    return lines


def open_page(page: Path, screen: Screen) -> None:
    """Open the page where there is a browser; say where it is where there is none."""
    address = page.resolve().as_uri()
    try:
        opened = webbrowser.open(address)
    except webbrowser.Error:
        opened = False
    where = page.resolve()
    text = (
        _("Opened in your browser: {page}")
        if opened
        else _("No browser could be opened here. Open this file in one: {page}")
    )
    say(["", *screen.wrapped(text.format(page=where))], screen)
