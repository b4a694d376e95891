"""`runwright figure`, done: a drawing, the sheet of all, or the joints that move, written."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from runwright.cli.answer import say_json
from runwright.cli.files import write_all
from runwright.cli.find import found
from runwright.cli.guard import WrongUseError
from runwright.cli.pages.figures import (
    figure_answer,
    figures_answer,
    figures_page,
    joints_csv,
    joints_page,
)
from runwright.cli.screen import say, screen_of
from runwright.domain.words import _
from runwright.figures.by_name import exercise_named, figure_named, home_test_ids, home_test_shown
from runwright.figures.draw import Drawing, Show, drawn
from runwright.figures.joints import Side
from runwright.figures.read import all_figures
from runwright.figures.segments import Body
from runwright.figures.style import Palette
from runwright.formats.figure_html.sheet import Shown, render_sheet
from runwright.knowledge.library import Library, load_library

SHEET = Path("figures.html")
TERMINAL = Path("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    words: tuple[str, ...]
    is_test: bool
    is_all: bool
    is_joints: bool
    as_json: bool
    out: Path | None

    @property
    def name(self) -> str:
        """The name as it was typed; '' for none."""
        return " ".join(self.words)


def run(  # noqa: PLR0913  # one for each option
    *,
    words: tuple[str, ...],
    show: str | None,
    body: str,
    palette: str,
    side: str,
    is_test: bool,
    is_all: bool,
    is_joints: bool,
    as_json: bool,
    out: Path | None,
) -> None:
    """Draw what was asked for, or tell its joints."""
    asked = Asked(
        words=words, is_test=is_test, is_all=is_all, is_joints=is_joints, as_json=as_json, out=out
    )
    if words and is_all:
        raise WrongUseError(_("Give a name, or --all for every figure; not both."))
    library = load_library()
    if is_joints or (as_json and (words or is_all)):
        _tell_joints(asked, library)
    elif words:
        choice = Drawing(
            show=Show(show or Show.STILL),
            body=Body(body),
            palette=Palette(palette),
            side=Side(side),
        )
        _draw(asked, choice, library)
    elif is_all:
        drawn_tests = home_test_ids()
        tests = [home_test_shown(test) for test in library.tests if test in drawn_tests]
        _write(render_sheet(library, all_figures(), tests), out or SHEET)
    elif as_json:
        say_json(figures_answer(library))
    else:
        screen = screen_of(sys.stdout)
        say(figures_page(library, screen), screen)


def _draw(asked: Asked, choice: Drawing, library: Library) -> None:
    name, (figure, exercise) = _meant(asked, library)
    ending = "" if choice.show is Show.STILL else f"-{choice.show}"
    _write(drawn(figure, exercise, choice), asked.out or Path(f"{name}{ending}.svg"))


def _meant(asked: Asked, library: Library) -> tuple[str, Shown]:
    """Return the id that is meant, with its figure and words."""
    if asked.is_test:
        tests = {one.id: one.name for one in library.tests.values()}
        name = found(asked.name, tests, kind=_("home test"))
        return name, home_test_shown(name)
    exercises = {one.id: one.name for one in library.exercises.values()}
    name = found(asked.name, exercises, kind=_("exercise"))
    return name, (figure_named(name), exercise_named(name))


def _tell_joints(asked: Asked, library: Library) -> None:
    if asked.words:
        shown = [_meant(asked, library)[1]]
    elif asked.is_all:
        shown = [(figure, exercise_named(name)) for name, figure in all_figures().items()]
    else:
        raise WrongUseError(_("Give a name, or --all for every figure."))
    if asked.as_json:
        answers = [figure_answer(figure, exercise) for figure, exercise in shown]
        say_json(answers[0] if asked.words else {"figures": answers})
    elif asked.out is not None:
        _write(joints_csv(shown), asked.out)
    else:
        screen = screen_of(sys.stdout)
        say([line for one in shown for line in joints_page(*one, screen)], screen)


def _write(text: str, out: Path) -> None:
    if out == TERMINAL:
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_all(out.parent, {out.name: text})
    screen = screen_of(sys.stdout)
    say(screen.wrapped(_("Written: {file}").format(file=out)), screen)
