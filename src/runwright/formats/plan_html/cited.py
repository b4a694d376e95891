"""Which rules, sources and exercises a plan speaks of, in the order of the knowledge base."""

from collections.abc import Iterator
from functools import cached_property

from runwright.domain.evidence import RuleEntry, Source
from runwright.domain.exercise import Exercise, Sides
from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.domain.session import Prescription
from runwright.domain.words import _
from runwright.knowledge.library import Library


class Cited:
    """A plan's references into the knowledge base.

    A plan made with another version of the knowledge may name what this library lacks; that is
    left out here, and shown by its id where it stands.
    """

    def __init__(self, plan: SeasonPlan, library: Library) -> None:
        self.plan, self.library = plan, library

    @cached_property
    def rules(self) -> tuple[RuleEntry, ...]:
        """Rules that spoke."""
        plan = self.plan
        ids = {one.rule for one in plan.relaxed} | {one.rule for one in plan.gates}
        ids |= {one.rule for one in plan.findings} | {one.rule for one in plan.needs}
        ids |= {rule for rule, _points in plan.objective.by_rule}
        for day in self._days:
            reasons = [one for extra in day.extras for one in extra.reasons]
            reasons += day.session.reasons if day.session is not None else ()
            ids |= {one.rule for one in reasons}
        ids |= {rule for item in self.items for rule in item.rules}
        return tuple(rule for rule in self.library.rules.values() if rule.id in ids)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Sources that the rules which spoke stand on."""
        keys = {key for rule in self.rules for key in rule.sources}
        keys |= {
            key for rule in self.rules for one in rule.parameters for key in one.support.sources
        }
        for finding in self.plan.findings:
            test = self.library.tests.get(finding.test)
            if test is not None:
                keys |= set(test.error.support.sources)
                keys |= {key for table in test.norms[:1] for key in table.support.sources}
        return tuple(one for one in self.library.sources.values() if one.key in keys)

    @cached_property
    def items(self) -> tuple[Prescription, ...]:
        """Every exercise of every session, version and routine, each once."""
        return tuple(dict.fromkeys(item for day in self._days for item in _items_of(day)))

    @cached_property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the exercises of the plan, by name."""
        used = {item.exercise for item in self.items}
        return tuple(sorted(used, key=lambda one: (self.name_of(one).casefold(), one)))

    @property
    def _days(self) -> Iterator[DayPlan]:
        return (day for week in self.plan.weeks for day in week.days)

    def exercise(self, name: str) -> Exercise | None:
        """Return an exercise of the library; None where it has none of this id."""
        return self.library.exercises.get(name)

    def name_of(self, exercise: str) -> str:
        """Return the name of an exercise as the plan knows it."""
        own = self.plan.exercise_names.get(exercise)
        if own is not None:
            return _(own)
        known = self.exercise(exercise)
        return _(known.name) if known is not None else exercise

    def sides_of(self, exercise: str) -> Sides | None:
        """Return how an exercise treats its sides; None where that is not known."""
        known = self.exercise(exercise)
        return known.sides if known is not None else None


def _items_of(day: DayPlan) -> Iterator[Prescription]:
    for extra in day.extras:
        yield from extra.items
    if day.session is not None:
        versions = (day.session.blocks, *(one.blocks for one in day.session.variants))
        for blocks in versions:
            for block in blocks:
                yield from block.items
