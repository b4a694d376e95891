"""What was prescribed, found again for a session that was logged."""

from datetime import date
from functools import cached_property

from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.domain.script import ScriptItem, ScriptVersion, SessionScript
from runwright.knowledge.library import load_library
from runwright.screening.screen import screened
from runwright.usecases.plan_season import subject_of
from runwright.usecases.write_script import ScriptWriter
from runwright.web.runner.models import RunnerRecord

ISO_DAY_LENGTH = len("2026-11-21")


class Shelf:
    """The runner's plans, newest first, each read when it is first asked for."""

    def __init__(self, runner: RunnerRecord, today: date) -> None:
        self.runner, self.today = runner, today

    @cached_property
    def current(self) -> SeasonPlan | None:
        """The plan that is followed; None before the first."""
        record = self.runner.plans.first()
        return None if record is None else record.plan

    def day(self, day: date) -> DayPlan | None:
        """Return a day of the plan that is followed."""
        return None if self.current is None else self.current.day(day)

    def script(self, script_id: str) -> SessionScript | None:
        """Return a script by its id; None where no plan has it."""
        day = day_of(script_id)
        if day is None:
            return None
        for number, record in enumerate(self.runner.plans.all()):
            plan = self.current if number == 0 else record.plan
            found = None if plan is None else self._script(plan, day, script_id)
            if found is not None:
                return found
        return None

    def _script(self, plan: SeasonPlan, day: date, script_id: str) -> SessionScript | None:
        library, runner = load_library(), self.runner.known
        screening = screened(subject_of(runner, library, self.today))
        scripts = ScriptWriter(plan, runner, screening, library).day(day)
        return next((one for one in scripts if one.id == script_id), None)


def day_of(script_id: str) -> date | None:
    """Return the day a script is for; None where its id names none."""
    try:
        return date.fromisoformat(script_id[:ISO_DAY_LENGTH])
    except ValueError:
        return None


def version_of(script: SessionScript, minutes: int) -> ScriptVersion:
    """Return the version for an amount of time; the nearest where there is none."""
    return min(script.versions, key=lambda one: abs(one.minutes - minutes))


def items_of(version: ScriptVersion) -> tuple[ScriptItem, ...]:
    """Return the items of a version in their order."""
    return tuple(item for block in version.blocks for item in block.items)


def title_of(planned: DayPlan | None, script_id: str) -> str:
    """Return how a session of a day is called; '' where the day does not have it."""
    if planned is None:
        return ""
    if planned.session is not None and planned.session.id == script_id:
        return planned.session.title
    for extra in planned.extras:
        if script_id == f"{planned.day.isoformat()}-{extra.kind.value}-{extra.start_min}":
            return extra.title
    return ""
