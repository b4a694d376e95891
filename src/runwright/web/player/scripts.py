"""Scripts of a signed-in runner's days as the coach asks for them, and what they used last."""

from collections.abc import Iterator
from datetime import date, timedelta

from runwright.domain.script import SessionScript
from runwright.knowledge.library import load_library
from runwright.screening.screen import screened
from runwright.usecases.plan_season import subject_of
from runwright.usecases.write_script import ScriptWriter
from runwright.web.clock import today_in
from runwright.web.coach.desk import CoachDesk
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan

DAYS_KEPT = 5  # today and the next four stay on the phone
SESSIONS_REMEMBERED = 40
DAY_LENGTH = len("2026-11-24")


class ScriptDesk:
    """Hands out the scripts of one runner's plan.

    Parameters
    ----------
    runner
        Whose; they have a plan.
    """

    def __init__(self, runner: RunnerRecord) -> None:
        self.today = today_in(runner.runner.timezone)
        record = current_plan(runner)
        self.writer = None
        if record is not None:
            library = load_library()
            known = runner.known
            screening = screened(subject_of(known, library, self.today))
            self.writer = ScriptWriter(record.plan, known, screening, library)
            self.coach = CoachDesk(runner, record)

    def days(self, first: date, count: int) -> tuple[SessionScript, ...]:
        """Return the scripts of some days, in their order; empty without a plan."""
        if self.writer is None:
            return ()
        days = (self.writer.plan.day(first + timedelta(days=number)) for number in range(count))
        return tuple(
            script
            for day in days
            if day is not None
            for script in self.writer.of(self.coach.day(day))
        )

    def script(self, script_id: str) -> SessionScript | None:
        """Return a script by its id; None where the plan has none such."""
        days = list(dict.fromkeys((*_named_day(script_id), *self._days_of(script_id))))
        for day in days:
            for script in self.days(day, 1):
                if script.id == script_id:
                    return script
        return None

    def _days_of(self, script_id: str) -> Iterator[date]:
        """Days whose session has the id: one that moved keeps the id of its first day."""
        if self.writer is None:
            return
        for week in self.writer.plan.weeks:
            for day in week.days:
                if day.session is not None and day.session.id == script_id:
                    yield day.day


def _named_day(script_id: str) -> Iterator[date]:
    try:
        yield date.fromisoformat(script_id[:DAY_LENGTH])
    except ValueError:
        return


def last_used(runner: RunnerRecord) -> dict[str, dict[str, float | int]]:
    """Return load and repetitions of the latest working set of each exercise.

    What was not told is left out.
    """
    rows = runner.performed.filter(is_latest=True).order_by("-started_at")[:SESSIONS_REMEMBERED]
    found: dict[str, dict[str, float | int]] = {}
    for row in reversed(rows):
        for one in row.session.sets:
            if not one.is_ramp:
                told = {"load_kg": one.load_kg, "reps": one.reps}
                kept = {name: value for name, value in told.items() if value is not None}
                found[one.exercise] = found.get(one.exercise, {}) | kept
    return found
