"""What every session of the diary had asked for: as it was kept, else as the plan of then says.

Where something was agreed on by then, it says so as the coach asked for it that day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from runwright.coaching.told import Told
from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.domain.proposal import standing
from runwright.domain.script import ScriptVersion, SessionScript
from runwright.domain.words import _
from runwright.formats.values_json.document import DocumentError
from runwright.knowledge.library import load_library
from runwright.screening.screen import screened
from runwright.usecases.coach import CoachOrder
from runwright.usecases.follow_coach import as_of, follow_coach
from runwright.usecases.plan_season import subject_of
from runwright.usecases.write_script import ScriptWriter
from runwright.web.coach.models import keep_asked, record_of
from runwright.web.diary.models import TableDiary
from runwright.web.diary.mornings import check_ins_of
from runwright.web.diary.prescribed import day_of, title_of
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan


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
        written = {one.id: one for one in _Then(runner, today, found).scripts(missing)}
        keep_asked(runner, written.values())
        found |= written
    return found


def asked_once(runner: RunnerRecord, script: str, today: date) -> SessionScript | None:
    """Return one script in the language spoken now, whatever it was kept in; None for none."""
    found = asked_then(runner, (script,), today).get(script)
    if found is None:
        return None
    plan = current_plan(runner)
    title = "" if plan is None else title_of(plan.plan.day(found.day), script)
    versions = tuple(map(_named_now, found.versions))
    return replace(found, title=title or found.title, versions=versions)


def _named_now(version: ScriptVersion) -> ScriptVersion:
    known = load_library().exercises
    blocks = tuple(
        replace(
            block,
            items=tuple(
                replace(item, prescribed=replace(item.prescribed, name=_(known[name].name)))
                if (name := item.prescribed.exercise) in known
                else item
                for item in block.items
            ),
        )
        for block in version.blocks
    )
    return replace(version, blocks=blocks)


class _Then:
    """Scripts of days that are over.

    Parameters
    ----------
    known
        What sessions had asked for, by script id; what is found is added, oldest plan days first.
    """

    def __init__(self, runner: RunnerRecord, today: date, known: dict[str, SessionScript]) -> None:
        self.runner, self.today, self.known = runner, today, dict(known)
        self.library = load_library()

    def scripts(self, missing: set[str]) -> Iterator[SessionScript]:
        """Yield the scripts that some plan has, of the newest that has them."""
        left = set(missing)
        for record in self.runner.plans.all():
            if not left:
                return
            for script in self._of_plan(record.plan, left):
                left.discard(script.id)
                self.known[script.id] = script
                yield script

    def _of_plan(self, plan: SeasonPlan, wanted: set[str]) -> Iterator[SessionScript]:
        known = self.runner.known
        screening = screened(subject_of(known, self.library, self.today))
        writer = ScriptWriter(plan, known, screening, self.library)
        named = {day for one in wanted if (day := day_of(one)) is not None}
        moved = {
            day.day
            for week in plan.weeks
            for day in week.days
            if day.session is not None and day.session.id in wanted
        }
        for day in sorted(named | moved):
            planned = plan.day(day)
            if planned is not None:
                scripts = writer.of(self._followed(plan, planned))
                yield from (script for script in scripts if script.id in wanted)

    def _followed(self, plan: SeasonPlan, planned: DayPlan) -> DayPlan:
        """The day as it was asked for; as planned where nothing was agreed on by then."""
        if not any(one.decided_on <= planned.day for one in self._told.decisions):
            return planned
        order = CoachOrder(runner=self.runner.known, plan=plan, told=self._told, today=planned.day)
        return follow_coach(as_of(order, planned.day), self.library).day(planned)

    @cached_property
    def _told(self) -> Told:
        return Told(
            sessions=TableDiary(self.runner).sessions(),
            check_ins=check_ins_of(self.runner),
            scripts=self.known,
            decisions=standing(record_of(self.runner)),
        )
