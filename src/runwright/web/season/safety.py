"""What must wait, on every page and in every script; and the season planned anew for it.

Rule for the next author: whatever can close or open a gate is written down inside `following`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import DatabaseError
from django.http import HttpRequest

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.screening import Gate
from runwright.domain.words import N_, _
from runwright.formats.plan_words.dates import and_list
from runwright.knowledge.library import Library, load_library
from runwright.planning.stands import Stands, as_it_was
from runwright.usecases.asked import Asked
from runwright.usecases.hear_check_in import hear_check_in
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.usecases.replan_season import Replan, replan_season
from runwright.usecases.safety import Safety, locking, safety_of, told_gates, waits_for_answers
from runwright.web.clock import today_in
from runwright.web.diary.mornings import check_in_of
from runwright.web.no_room import is_no_room
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.followed import open_from
from runwright.web.season.models import PlanRecord, current_plan, keep_plan
from runwright.web.season.outlook import Outlook, outlook_of

TOLD_AT_ONCE = 4  # changes read on a phone beside what closed
A_WEEK = timedelta(days=DAYS_PER_WEEK)
PLANNED_ANEW = "anew"  # in the address of the page after an answer: which plan it made
CANNOT = "cannot"  # none could be made
WHAT_WAITS = {
    "G01": N_("a health question"),
    "G02": N_("a warning sign"),
    "G03": N_("pain that someone should look at"),
    "G05": N_("the way back from an injury"),
    "G06": N_("a sign of too little energy"),
    "G12": N_("the time after a birth"),
    "G13": N_("the pregnancy"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is closed, and what that means for a day.

    Attributes
    ----------
    gates
        Gates that answers, pains and the diary keep closed, urgent ones first.
    locks
        Those of them for which all work of the day waits; empty where it may be done.
    """

    gates: tuple[Gate, ...] = ()
    locks: tuple[Gate, ...] = ()


class Guard:
    """Says what must wait for one runner and the plan they follow."""

    def __init__(self, record: RunnerRecord, plan: PlanRecord | None) -> None:
        self.record, self.library = record, load_library()
        self.known = record.known
        self.today = today_in(self.known.timezone)
        self.gates = told_gates(self.known, self.library, self.today)
        made_for = Safety() if plan is None else plan.made_for
        self.everywhere = locking(self.gates, made_for)

    def on(self, day: date) -> Held:
        """Return what is closed and what it means for a day."""
        locks = self.everywhere
        if day == self.today and self.gates:
            locks = (*locks, *(one for one in self._this_morning() if one not in locks))
        return Held(gates=self.gates, locks=locks)

    def _this_morning(self) -> tuple[Gate, ...]:
        """Gates this morning closed: on its day nothing is begun, whatever the plan holds."""
        told = check_in_of(self.record, self.today)
        if told is None:
            return ()
        rules = {one.rule for one in hear_check_in(told, self.record.runner, self.library).gates}
        return tuple(one for one in self.gates if one.rule in rules)


@dataclass(slots=True)
class Followed:
    """What came of something that was written down: the plan it made, or why none could be."""

    plan: PlanRecord | None = None
    impossible: str = ""

    @property
    def query(self) -> str:
        """What the address of the next page says of it."""
        if self.impossible:
            return f"?{PLANNED_ANEW}={CANNOT}"
        return "" if self.plan is None else f"?{PLANNED_ANEW}={self.plan.pk}"


@contextmanager
def following(record: RunnerRecord) -> Iterator[Followed]:
    """Plan the days ahead anew where what is written inside closes or opens something."""
    library = load_library()
    today = today_in(record.runner.timezone)
    before = safety_of(record.known, library, today)
    followed = Followed()
    yield followed
    plan = record.plans.defer("document").first()
    if plan is None:
        return
    now = safety_of(record.known, library, today)
    if now == plan.made_for or (now == before and not now.asks_more_than(plan.made_for)):
        return
    if not _is_running(plan, today) or _waits(record, plan, today):
        return
    try:
        followed.plan = _planned_anew(record, plan, now, library)
    except PlanImpossibleError as error:  # what is closed waits all the same: the locks see to it
        followed.impossible = str(error)
    except (OSError, DatabaseError) as fault:
        if not is_no_room(fault):
            raise
        followed.impossible = str(fault)  # what was told is kept; it was smaller than a plan


def _waits(record: RunnerRecord, plan: PlanRecord, today: date) -> bool:
    """Whether a few answers about a pain come first: until then everything is locked."""
    waits = waits_for_answers(record.known, load_library(), today)
    return waits and "G01" not in plan.made_for.gates


def _is_running(plan: PlanRecord, today: date) -> bool:
    return plan.file.asked is not None and today <= plan.plan.weeks[-1].days[-1].day


def _planned_anew(
    record: RunnerRecord, now: PlanRecord, safety: Safety, library: Library
) -> PlanRecord | None:
    asked = now.file.asked
    if asked is None:
        return None
    first = open_from(record, now.plan)
    closes = safety.asks_more_than(now.made_for)
    was = None if closes else _plan_like(record, now, safety)
    stands = Stands(plan=now.plan, before=first)
    order = Replan(
        plan=now.plan if was is None else as_it_was(was.plan, stands),
        asked=_asked(asked, first) if _closed_for_long(record, now, first) else asked,
        runner=record.known,
        today=first,
        runs=record.runs(),
    )
    changed = replan_season(order, library)
    return keep_plan(
        record,
        changed.plan,
        changed.asked,
        because=_because(now.made_for, safety, library),
        made_for=safety,
        for_safety=closes,
    )


def _asked(asked: Asked, today: date) -> Asked:
    return replace(asked, facts=replace(asked.facts, as_of=today))


def _plan_like(record: RunnerRecord, now: PlanRecord, safety: Safety) -> PlanRecord | None:
    """The plan before things closed, where nothing but safety has changed it since."""
    if not now.for_safety:
        return None
    for one in record.plans.filter(pk__lt=now.pk).defer("document"):
        if one.made_for == safety:
            return one
        if not one.for_safety:
            return None
    return None


def _closed_for_long(record: RunnerRecord, now: PlanRecord, today: date) -> bool:
    """Whether so long was left out that what is known of the running has to be read anew."""
    since = now
    for one in record.plans.filter(pk__lte=now.pk).defer("document"):
        if not one.for_safety:
            break
        since = one
    return since.for_safety and today - since.made_at.date() > A_WEEK


def _because(before: Safety, now: Safety, library: Library) -> str:
    closed = _named(now, before, library)
    if closed:
        return _("Planned anew around {what}.").format(what=and_list(closed))
    return _("Planned again without what was left out for {what}.").format(
        what=and_list(_named(before, now, library))
    )


def _named(one: Safety, other: Safety, library: Library) -> list[str]:
    """What `one` respects and `other` does not, in words."""
    rules = [rule for rule, effects in one.gates.items() if set(effects) - _taken_out(other, rule)]
    newly_sore = set(one.sore) - set(other.sore)
    places = sorted(newly_sore | (set(one.above_green) - set(other.above_green)))
    return [
        *(_(WHAT_WAITS[rule]) for rule in rules),
        *(_("pain: {place}").format(place=_(library.regions[name].name)) for name in places),
    ]


def _taken_out(one: Safety, rule: str) -> set[str]:
    return set(one.gates.get(rule, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAnew:
    """A plan that an answer made.

    Attributes
    ----------
    back
        The plan to go back to; None where what must wait made it.
    is_made
        Whether there is such a plan; False where none could be.
    """

    says: str
    outlook: Outlook
    back: int | None
    is_made: bool = True

    @property
    def first(self) -> tuple[str, ...]:
        """What changes first, a sentence each."""
        return self.outlook.moves[:TOLD_AT_ONCE]

    @property
    def more(self) -> int:
        """How many changes come after those."""
        return self.outlook.more + max(0, len(self.outlook.moves) - TOLD_AT_ONCE)


def planned_anew(request: HttpRequest, record: RunnerRecord) -> PlannedAnew | None:
    """Return what the plan did that this page's address names; None after anything newer."""
    plan = current_plan(record)
    if plan is not None and request.GET.get(PLANNED_ANEW) == CANNOT:
        return _not_planned(plan)
    if plan is None or request.GET.get(PLANNED_ANEW) != str(plan.pk):
        return None
    before = record.plans.filter(pk__lt=plan.pk).first()
    if before is None:
        return None
    first = open_from(record, plan.plan)
    return PlannedAnew(
        says=plan.says,
        outlook=outlook_of(before.plan, plan.plan, first),
        back=None if plan.for_safety else before.pk,
    )


def _not_planned(plan: PlanRecord) -> PlannedAnew:
    says = _(
        "What you told is kept. Your plan could not be planned anew around it, so it stays as it "
        "was, and what must wait in it waits. Your days and minutes may leave no room: look there."
    )
    same = outlook_of(plan.plan, plan.plan, plan.plan.start)
    return PlannedAnew(says=says, outlook=same, back=None, is_made=False)
