"""`runwright audit`, done: a plan or a calendar read and judged."""

import sys
from pathlib import Path

from runwright.cli.answer import say_json
from runwright.cli.calendars import read_foreign_calendar
from runwright.cli.clock import today
from runwright.cli.files import read_plan, read_runner_file
from runwright.cli.guard import FINE, FOUND_PROBLEMS
from runwright.cli.pages.audited import Audited, audit_answer, audit_page
from runwright.cli.screen import say, screen_of
from runwright.domain.runner import Runner
from runwright.domain.words import _
from runwright.knowledge.library import Library, load_library
from runwright.usecases.audit_plan import audit_plan
from runwright.usecases.made_again import Standing, audit_stored, made_again

CALENDAR_ENDING = ".ics"


def run(file: Path, *, runner: Path | None, as_json: bool) -> int:
    """Audit a file and say what was found."""
    library = load_library()
    who = read_runner_file(runner, library, today()) if runner is not None else None
    audited = (
        _of_calendar(file, library, who) if _is_calendar(file) else _of_plan(file, library, who)
    )
    if as_json:
        say_json(audit_answer(audited))
    else:
        screen = screen_of(sys.stdout)
        say(audit_page(audited, library, screen), screen)
    return FOUND_PROBLEMS if audited.violations else FINE


def _is_calendar(file: Path) -> bool:
    """Whether a file is a calendar, by its name or its first words."""
    if file.suffix.lower() == CALENDAR_ENDING:
        return True
    try:
        with file.open("rb") as opened:
            return b"BEGIN:VCALENDAR" in opened.read(1000).upper()
    except OSError:
        return False  # whoever reads it as a plan says why


def _of_plan(file: Path, library: Library, who: Runner | None) -> Audited:

    stored = read_plan(file)
    again = made_again(stored.plan, stored.asked, library)
    notes = []
    if again is not None and again.standing is Standing.EDITED:
        notes.append(_("The plan was edited since it was made."))
    if who is None:
        notes.append(
            _("Pains and test results are not in the file; --runner RUNNER.toml tells them.")
        )
    return Audited(
        source=str(file),
        kind="plan",
        plan=stored.plan,
        findings=audit_stored(stored.plan, again, library, who),
        notes=tuple(notes),
    )


def _of_calendar(file: Path, library: Library, who: Runner | None) -> Audited:

    foreign, problems = read_foreign_calendar(file, library, who)
    return Audited(
        source=str(file),
        kind="calendar",
        plan=foreign.plan,
        findings=audit_plan(foreign.plan, library, who),
        taken=foreign.taken,
        notes=foreign.notes,
        problems=problems,
    )
