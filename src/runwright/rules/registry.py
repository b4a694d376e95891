"""Rules are declared once: their functions by window, bound to their numbers."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

from runwright.domain.errors import RunwrightError
from runwright.domain.evidence import RuleEntry, RuleKind, Value
from runwright.domain.verdict import Finding, Severity

Parameters = Any  # a namespace of the rule's numbers, and `points` with the planner's weights
RuleFunction = Callable[..., "Finding | tuple[Finding, ...] | None"]


class Window(StrEnum):
    """What a rule looks at."""

    DAY = "day"  # a PlannedDay
    NEARBY = "nearby"  # NearbyDays: two days, one or two nights apart
    WEEKDAY = "weekday"  # the same weekday in two weeks that follow each other
    WEEK = "week"  # a WeekTally
    RUN = "run"  # a RunInHistory
    BLOCKS = "blocks"  # DayBlocks: the small blocks of a day
    SESSION = "session"  # a SessionView
    SESSION_WEEK = "session_week"  # a ContentWeek
    SEASON = "season"  # a SeasonView


@dataclass(frozen=True, slots=True)
class Declared:
    """A rule's function and its window, before it meets its numbers."""

    id: str
    window: Window
    function: RuleFunction


_DECLARED: dict[tuple[str, Window], Declared] = {}


def rule(rule_id: str, window: Window) -> Callable[[RuleFunction], RuleFunction]:
    """Declare the decorated function as what rule `rule_id` says about `window`."""

    def declare(function: RuleFunction) -> RuleFunction:
        if (rule_id, window) in _DECLARED:
            raise RuleDeclaredTwiceError(rule_id, window)
        _DECLARED[rule_id, window] = Declared(rule_id, window, function)
        return function

    return declare


def declared() -> tuple[Declared, ...]:
    """Every declared rule function, in the order of declaration."""
    return tuple(_DECLARED.values())


class RuleDeclaredTwiceError(RunwrightError):
    """Two functions claim to be one rule on one window."""

    code = "rules.declared-twice"

    def __init__(self, rule_id: str, window: Window) -> None:
        super().__init__(f"Rule {rule_id} has two functions for the window '{window}'. Keep one.")


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule function with its entry and its numbers."""

    id: str
    window: Window
    function: RuleFunction
    entry: RuleEntry
    parameters: Parameters


@dataclass(frozen=True, slots=True)
class Ruled:
    """A finding with the id of the rule that made it."""

    rule: str
    finding: Finding

    @property
    def forbids(self) -> bool:
        """Whether a plan of ours may never have it."""
        return self.finding.severity is Severity.FORBIDS


class RuleBook:
    """All rules in force, by window; built once, then only read.

    Parameters
    ----------
    entries
        The rules of the knowledge base.
    points
        The planner's weights by name, each with its ``value``.
    overrides
        Numbers a protocol sets differently, by rule id.
    without
        Ids of rules switched off (for what-if questions and mutation tests).
    """

    def __init__(
        self,
        entries: Collection[RuleEntry],
        points: Mapping[str, Any],
        *,
        overrides: Mapping[str, Mapping[str, Value]] | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self.points = SimpleNamespace(**{name: one["value"] for name, one in points.items()})
        self._overrides = overrides or {}
        self._parameters: dict[str, Parameters] = {}
        self.without = without
        self._windows: dict[Window, tuple[BoundRule, ...]] = {
            window: tuple(
                self._bind(one)
                for one in declared()
                if one.window is window and one.id in self.entries and one.id not in without
            )
            for window in Window
        }

    def _bind(self, one: Declared) -> BoundRule:
        return BoundRule(
            one.id, one.window, one.function, self.entries[one.id], self.parameters(one.id)
        )

    def parameters(self, rule_id: str) -> Parameters:
        """Numbers of a rule as a namespace, the planner's weights under `points`."""
        known = self._parameters.get(rule_id)
        if known is None:
            known = self._parameters[rule_id] = self._numbers(rule_id)
        return known

    def _numbers(self, rule_id: str) -> Parameters:
        entry = self.entries[rule_id]
        numbers = {parameter.name: parameter.value for parameter in entry.parameters}
        numbers.update(self._overrides.get(rule_id, {}))
        return SimpleNamespace(**numbers, points=self.points, weight=entry.weight)

    def rules_for(self, window: Window) -> tuple[BoundRule, ...]:
        """Rules that look at `window`, in the order of declaration."""
        return self._windows[window]

    def findings(self, window: Window, subject: object) -> tuple[Ruled, ...]:
        """All findings about `subject`, with their rule."""
        found: list[Ruled] = []
        for bound in self._windows[window]:
            said = bound.function(subject, bound.parameters)
            if said is None:
                continue
            if isinstance(said, tuple):
                found += [Ruled(bound.id, one) for one in said]
            else:
                found.append(Ruled(bound.id, said))
        return tuple(found)

    def relax_points(self, rule_id: str) -> int:
        """Points a plan pays when the rule gives way (planner.md); by its `relax_order`."""
        order = self.entries[rule_id].relax_order
        prices: Mapping[object, int] = self.points.relaxed_rule
        if order is None:
            raise NeverRelaxedError(rule_id)
        return int(prices.get(order, prices.get(str(order), max(prices.values()))))

    def is_gate(self, rule_id: str) -> bool:
        """Whether the rule is a safety gate, which nobody but a clinician or time opens."""
        return self.entries[rule_id].kind is RuleKind.GATE

    def is_hard(self, rule_id: str) -> bool:
        """Whether the rule forbids rather than prefers."""
        return self.entries[rule_id].kind in {RuleKind.HARD, RuleKind.GATE}


class NeverRelaxedError(RunwrightError):
    """A rule said it may bend, but the knowledge base gives it no `relax_order`."""

    code = "rules.never-relaxed"

    def __init__(self, rule_id: str) -> None:
        super().__init__(
            f"Rule {rule_id} returned a finding that bends, but has no relax_order. "
            "Return forbids(...), or give the rule a relax_order in the knowledge base."
        )
