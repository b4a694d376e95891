"""The coach of one runner on one day: everything it is told, and what it proposes."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TypeVar

from django.core.cache import cache

from runwright.coaching.told import Told
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import Decided, Proposal, standing
from runwright.domain.units import reader
from runwright.knowledge.library import load_library
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.decide import apart
from runwright.usecases.follow_coach import FollowCoach
from runwright.usecases.propose import proposed
from runwright.web.clock import today_in
from runwright.web.coach.asked_then import asked_then
from runwright.web.coach.models import record_of
from runwright.web.diary.models import TableDiary
from runwright.web.diary.mornings import check_ins_of
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import PlanRecord

LOOKED_BACK = timedelta(weeks=26)  # runs a run of this week is held against, and some to spare
A_DAY_S = 86_400  # a proposal is made for a day
Kept = TypeVar("Kept")


class CoachDesk:
    """Reads the tables for the coach; what it proposes is kept until something is told."""

    def __init__(self, runner: RunnerRecord, plan: PlanRecord) -> None:
        self.runner, self.plan = runner, plan
        self.today = today_in(runner.runner.timezone)

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is open now, each change by itself, what matters most first."""
        return self._kept("proposals", lambda: apart(proposed(self.coach)))

    def day(self, planned: DayPlan) -> DayPlan:
        """Return a day of the plan as it is asked for; one before today as it was planned."""
        if planned.day < self.today:
            return planned
        return self._kept(planned.day.isoformat(), lambda: self._follow.day(planned))

    @cached_property
    def order(self) -> CoachOrder:
        """Who asks, about which plan, with what in the diary."""
        return CoachOrder(
            runner=self.runner.known,
            plan=self.plan.plan,
            told=self.told,
            today=self.today,
            asked=self.plan.file.asked,
            runs=self.runner.runs_since(self.today - LOOKED_BACK),
        )

    @cached_property
    def told(self) -> Told:
        """The whole diary, with what was asked for and what was decided."""
        sessions = TableDiary(self.runner).sessions()
        return Told(
            sessions=sessions,
            check_ins=check_ins_of(self.runner),
            scripts=asked_then(self.runner, (one.script for one in sessions), self.today),
            decisions=self.standing,
        )

    @cached_property
    def standing(self) -> tuple[Decided, ...]:
        """The decisions that hold."""
        return standing(record_of(self.runner))

    @cached_property
    def coach(self) -> Coach:
        """The coach, who has heard all of it."""
        return Coach(self.order, load_library())

    @cached_property
    def _follow(self) -> FollowCoach:
        return FollowCoach(self.coach)

    def _kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Return what was worked out before from the same facts, or what `make` makes of them."""
        key = f"{self._key}-{name}"
        found: Kept | None = cache.get(key)
        if found is None:
            found = make()
            cache.set(key, found, A_DAY_S)
        return found

    @cached_property
    def _key(self) -> str:
        """Everything the coach's word rests on, in short: the same key, the same word."""
        runner = self.runner
        mornings = runner.check_ins.filter(is_latest=True)
        facts = (
            runner.pk,
            json.dumps([runner.document, runner.standing], sort_keys=True),
            self.plan.pk,
            self.today.isoformat(),
            reader(),
            list(runner.performed.filter(is_latest=True).values_list("pk", flat=True)),
            [str(one) for one in mornings.values_list("pk", "changed_at")],
            list(runner.decisions.values_list("pk", flat=True)),
            runner.run_rows.count(),
        )
        return "coach-" + hashlib.sha256(json.dumps(facts).encode()).hexdigest()
