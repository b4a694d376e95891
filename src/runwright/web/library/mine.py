"""What the runner who looks has to do with the library: kit, pain, and what the plan holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest

from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.domain.runner import Runner
from runwright.domain.session import Prescription
from runwright.web.clock import today_in
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.models import current_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An exercise in a session or in small work of a day."""

    day: date
    title: str
    item: Prescription


class Mine:
    """What is the runner's own; all of it empty before anything was told.

    Attributes
    ----------
    record, plan
        None before the first answers, and before the first plan.
    """

    def __init__(self, record: RunnerRecord | None, plan: SeasonPlan | None, today: date) -> None:
        self.record, self.plan, self.today = record, plan, today

    @cached_property
    def runner(self) -> Runner | None:
        """The runner; None before the first answers."""
        return None if self.record is None else self.record.known

    @property
    def kit(self) -> frozenset[str]:
        """Kit at hand."""
        return self.runner.kit if self.runner is not None else frozenset()

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Where the plan holds each exercise from today on, first day first."""
        found: dict[str, list[Use]] = {}
        for day in self._days_ahead():
            for use in _uses_on(day):
                found.setdefault(use.item.exercise, []).append(use)
        return {name: tuple(uses) for name, uses in found.items()}

    def days_of_rule(self, rule: str) -> tuple[date, ...]:
        """Return the days from today on for which a rule gives a reason."""
        return tuple(day.day for day in self._days_ahead() if rule in set(_rules_on(day)))

    def _days_ahead(self) -> Iterator[DayPlan]:
        weeks = () if self.plan is None else self.plan.weeks
        return (day for week in weeks for day in week.days if day.day >= self.today)


def mine_of(request: HttpRequest) -> Mine:
    """Return what is the own of whoever is signed in."""
    record = runner_of(request.user)
    if record is None:
        return Mine(None, None, today_in("UTC"))
    plan = current_plan(record)
    return Mine(record, None if plan is None else plan.plan, today_in(record.runner.timezone))


def _uses_on(day: DayPlan) -> Iterator[Use]:
    for extra in sorted(day.extras, key=lambda one: one.start_min):
        yield from _uses(day, extra.title, extra.items)
    if day.session is not None:
        yield from _uses(day, day.session.title, day.session.items)


def _uses(day: DayPlan, title: str, items: Iterable[Prescription]) -> Iterator[Use]:
    seen = {item.exercise: item for item in items}
    return (Use(day=day.day, title=title, item=item) for item in seen.values())


def _rules_on(day: DayPlan) -> Iterator[str]:
    reasons = [one for extra in day.extras for one in extra.reasons]
    reasons += day.session.reasons if day.session is not None else ()
    return (one.rule for one in reasons)
