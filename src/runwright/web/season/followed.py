"""The plan a runner follows: found for a request, changed by a newer one, and taken back."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import HttpRequest

from runwright.domain.day_words import full_date
from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.domain.runner import Runner
from runwright.domain.units import reader
from runwright.domain.words import _
from runwright.formats.values_json.decode import Decoder
from runwright.formats.values_json.encode import plain
from runwright.knowledge.library import load_library
from runwright.planning.stands import Stands, as_it_was
from runwright.usecases.asked import Asked, AskedRunner
from runwright.usecases.move_session import MoveSession
from runwright.usecases.replan_season import ChangedPlan
from runwright.web.clock import today_in
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.models import PlanRecord, current_plan, keep_plan, read_plan
from runwright.web.season.shown import ShownPlan

CHANGED = "changed"  # in the address of the page after a change: which plan it made
Found = tuple[RunnerRecord, PlanRecord]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What was just changed, and the plan to go back to; None where there is none."""

    says: str
    back: int | None


def plan_of(request: HttpRequest) -> Found | None:
    """Return the runner who is signed in and the plan they follow; None where there is none."""
    runner = runner_of(request.user)
    record = None if runner is None else current_plan(runner)
    return None if runner is None or record is None else (runner, record)


def shown(
    runner: RunnerRecord,
    record: PlanRecord,
    follow: Callable[[DayPlan], DayPlan] | None = None,
) -> ShownPlan:
    """Return the plan as pages show it, today."""
    return ShownPlan(record.plan, load_library(), today_in(runner.runner.timezone), follow)


def open_from(runner: RunnerRecord, plan: SeasonPlan) -> date:
    """Return the first day that may change: today, or tomorrow once today's session is done."""
    today = today_in(runner.runner.timezone)
    planned = plan.day(today)
    if planned is None or planned.session is None:
        return today
    done = runner.performed.filter(script=planned.session.id, is_latest=True).exists()
    return today + timedelta(days=1) if done else today


def moves_of(runner: RunnerRecord, record: PlanRecord) -> MoveSession | None:
    """Return how sessions of the plan move; None where the plan does not say how it was made."""
    told = json.dumps(plain(runner.known), sort_keys=True)
    return _moves(record.document, told, open_from(runner, record.plan), reader())


@lru_cache(maxsize=16)
def _moves(document: str, told: str, today: date, reader: str) -> MoveSession | None:
    """Return the moves of a plan, made once: prices are asked for before every move."""
    file = read_plan(document, reader)
    runner: Runner = Decoder().read(Runner, json.loads(told), "")
    if file.asked is None:
        return None
    return MoveSession(file.plan, file.asked, runner, load_library(), today=today)


def notice_of(request: HttpRequest, record: PlanRecord) -> Notice | None:
    """Return what to say of the change this page was reached by; None after anything newer."""
    if request.GET.get(CHANGED) != str(record.pk):
        return None
    before = None if record.for_safety else plan_before(record)
    return Notice(says=record.says, back=None if before is None else before.pk)


def plan_before(record: PlanRecord) -> PlanRecord | None:
    """Return the plan that was followed before a plan; None for the first."""
    return record.runner.plans.filter(pk__lt=record.pk).first()


def keep_changed(
    runner: RunnerRecord, changed: ChangedPlan, because: str, told: Runner | None = None
) -> PlanRecord:
    """Write down a changed plan, and the runner as changed with it; return the plan's record."""
    with transaction.atomic():
        if told is not None:
            runner.runner = told
            runner.save()
        return keep_plan(runner, changed.plan, changed.asked, because=because)


def go_back_to(runner: RunnerRecord, now: PlanRecord, then: PlanRecord) -> PlanRecord:
    """Follow an earlier plan again from today on, and return its new record.

    Days before today stay as they were followed. What the later plan changed of the runner
    (races, travels, blocked days, minutes) goes back with it.
    """
    stands = Stands(plan=now.plan, before=open_from(runner, now.plan))
    plan = as_it_was(then.plan, stands)
    asked_now, asked_then = now.file.asked, then.file.asked
    zone = ZoneInfo(runner.runner.timezone)
    because = _("Took back: {change}").format(change=now.says)
    if then.pk != getattr(plan_before(now), "pk", None):
        because = _("Went back to the plan of {day}.").format(
            day=full_date(then.made_at.astimezone(zone))
        )
    with transaction.atomic():
        if asked_now is not None and asked_then is not None:
            later, earlier = (now.plan, asked_now), (then.plan, asked_then)
            runner.runner = _told_then(runner.runner, later, earlier)
            runner.save()
        document_asked = asked_now if asked_then is None else asked_then
        if document_asked is None:
            return PlanRecord.objects.create(
                runner=runner, document=then.document, because=because, safety=then.safety
            )
        return keep_plan(runner, plan, document_asked, because=because, made_for=then.made_for)


def _told_then(
    runner: Runner, now: tuple[SeasonPlan, Asked], then: tuple[SeasonPlan, Asked]
) -> Runner:
    """The runner with what differs between two plans as it was in the earlier one."""
    was = {
        one.name: getattr(then[1].runner, one.name)
        for one in fields(AskedRunner)
        if getattr(now[1].runner, one.name) != getattr(then[1].runner, one.name)
    }
    if now[0].races != then[0].races:
        was["races"] = then[0].races
    if now[0].made_with.protocol != then[0].made_with.protocol:
        was["protocol"] = then[0].made_with.protocol
    return replace(runner, **was)
