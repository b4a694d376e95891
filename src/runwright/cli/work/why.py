"""`runwright why` and `why-not`, done: a stored plan asked."""

import sys
from datetime import date
from pathlib import Path

from runwright.cli.answer import say_json
from runwright.cli.files import read_plan
from runwright.cli.guard import FINE, FOUND_PROBLEMS
from runwright.cli.pages.day import why_answer, why_page
from runwright.cli.pages.moved import why_not_answer, why_not_page
from runwright.cli.screen import say, screen_of
from runwright.domain.session import SessionKind
from runwright.knowledge.library import load_library
from runwright.usecases.ask_why import PlanQuestions


def why(plan_file: Path, day: date, *, as_json: bool) -> None:
    """Show a day of a plan and its reasons."""
    library = load_library()
    stored = read_plan(plan_file)
    answer = PlanQuestions(stored.plan, stored.asked, library).why(day)
    if as_json:
        say_json(why_answer(answer, stored.plan))
        return
    screen = screen_of(sys.stdout)
    say(why_page(answer, stored.plan, library.exercises, screen), screen)


def why_not(plan_file: Path, day: date, session: str, *, as_json: bool) -> int:
    """Show what a session on a day would mean."""
    stored = read_plan(plan_file)
    questions = PlanQuestions(stored.plan, stored.asked, load_library())
    answer = questions.why_not(day, SessionKind(session))
    if as_json:
        say_json(why_not_answer(answer))
    else:
        screen = screen_of(sys.stdout)
        say(why_not_page(answer, stored.plan, screen), screen)
    return FINE if answer.is_possible else FOUND_PROBLEMS
