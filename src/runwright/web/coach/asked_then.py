"""What every session of the diary had asked for: as it was kept, else as the plan of then says."""

from collections.abc import Iterable, Iterator
from datetime import date

from runwright.domain.plan import SeasonPlan
from runwright.domain.script import SessionScript
from runwright.formats.values_json.document import DocumentError
from runwright.knowledge.library import load_library
from runwright.screening.screen import screened
from runwright.usecases.plan_season import subject_of
from runwright.usecases.write_script import ScriptWriter
from runwright.web.coach.models import keep_asked
from runwright.web.diary.prescribed import day_of
from runwright.web.runner.models import RunnerRecord


def asked_then(
    runner: RunnerRecord, wanted: Iterable[str], today: date
) -> dict[str, SessionScript]:
    """Return scripts by id; what was not kept yet is found in the plans, and kept from then on.

    One that no plan has is left out. One that a former version of the program kept in words of its
    own is found in the plans again.
    """
    ids = set(wanted)
    found: dict[str, SessionScript] = {}
    for row in runner.asked.all():
        if row.script not in ids:
            continue
        try:
            found[row.script] = row.asked
        except DocumentError:
            row.delete()
    missing = ids - found.keys()
    if missing:
        written = {one.id: one for one in _written(runner, missing, today)}
        keep_asked(runner, written.values())
        found |= written
    return found


def _written(runner: RunnerRecord, missing: set[str], today: date) -> Iterator[SessionScript]:
    left = set(missing)
    for record in runner.plans.all():
        if not left:
            return
        for script in _of_plan(record.plan, runner, left, today):
            left.discard(script.id)
            yield script


def _of_plan(
    plan: SeasonPlan, runner: RunnerRecord, wanted: set[str], today: date
) -> Iterator[SessionScript]:
    library, known = load_library(), runner.runner
    screening = screened(subject_of(known, library, today))
    writer = ScriptWriter(plan, known, screening, library)
    named = {day for one in wanted if (day := day_of(one)) is not None}
    moved = {
        day.day
        for week in plan.weeks
        for day in week.days
        if day.session is not None and day.session.id in wanted
    }
    for day in sorted(named | moved):
        yield from (script for script in writer.day(day) if script.id in wanted)
