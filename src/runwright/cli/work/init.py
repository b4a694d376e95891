"""`runwright init`, done: questions asked until understood, answers written at the end."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from runwright.cli.clock import local_zone, today
from runwright.cli.files import write_all
from runwright.cli.pages.outcome import gates
from runwright.cli.screen import Screen, say, screen_of
from runwright.domain.runner import Runner
from runwright.domain.words import _
from runwright.formats.ask import AnswerNotUnderstoodError, Question, build_runner, questions
from runwright.formats.runner_toml import write_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.knowledge.library import Library, load_library
from runwright.screening.screen import screened
from runwright.usecases.plan_season import subject_of


def run(file: Path) -> None:
    """Ask, and write the answers."""
    screen = screen_of(sys.stdout)
    if file.exists() and not _may_replace(file):
        say(screen.wrapped(_("{file} stays as it is.").format(file=file)), screen)
        return
    library, day = load_library(), today()
    say(_welcome(screen), screen)
    runner = _asked(library, day, screen)
    (written,) = write_all(file.parent, {file.name: write_runner(runner)})
    say(_goodbye(runner, library, day, written, screen), screen)


def _may_replace(file: Path) -> bool:
    return click.confirm(_("{file} is there already. Replace it?").format(file=file), default=False)


def _welcome(screen: Screen) -> list[str]:
    text = _(
        "A few questions, about two minutes. An empty answer takes what stands in brackets. "
        "Ctrl-C stops; nothing is written before the last answer."
    )
    return [*screen.wrapped(text), ""]


def _asked(library: Library, day: date, screen: Screen) -> Runner:

    has_files = click.confirm(
        _("Do you have run files (a Strava or Garmin export, files of a watch)?"), default=True
    )
    asked = questions(
        vocabulary=vocabulary_of(library),
        safety=tuple(library.questions.values()),
        today=day,
        has_run_files=has_files,
    )
    answers: dict[str, Any] = {}
    for question in asked:
        if question.applies(answers):
            answers[question.id] = _answer(question, screen)
    return build_runner(answers, timezone=local_zone())


def _answer(question: Question, screen: Screen) -> object:
    """Return the answer to one question, asked until it is understood."""
    say(["", *_question_lines(question, screen)], screen)
    while True:
        typed = click.prompt(
            ">",
            default="" if question.default is None else question.default,
            show_default=bool(question.default),
            prompt_suffix=" ",
            type=str,
        )
        if question.default is None and not typed.strip():
            say(screen.wrapped(_("This one needs an answer; none is fine.")), screen)
            continue
        try:
            return question.read(typed)
        except AnswerNotUnderstoodError as error:
            say(screen.wrapped(str(error)), screen)


def _question_lines(question: Question, screen: Screen) -> list[str]:
    first, *rest = question.text.split("\n")
    lines = screen.wrapped(first)
    for line in rest:
        indent = line[: len(line) - len(line.lstrip())]
        lines += screen.wrapped(line.strip(), indent, f"{indent}    " if indent else "")
    return [screen.strong(lines[0]), *lines[1:]]


def _goodbye(
    runner: Runner, library: Library, day: date, written: Path, screen: Screen
) -> list[str]:

    closed = screened(subject_of(runner, library, day)).gates
    lines = ["", screen.strong(_("Written: {file}").format(file=written))]
    lines += gates((gate for gate in closed if gate.refers or gate.urgent), screen)
    lines += screen.heading(_("Next"))
    lines.append(f"  runwright plan {written} --runs PATH --out my-plan")
    hint = _("PATH is a folder or archive of run files. Open {file} in any editor to change it.")
    return [*lines, *screen.wrapped(hint.format(file=written.name), "  ")]
