"""What a plan is asked for, and the numbers of the planner itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from runwright.domain.plan import SeasonPlan
from runwright.domain.protocol import Phase, Protocol
from runwright.domain.run import PlannedRun
from runwright.domain.runner import Runner
from runwright.domain.screening import GateEffect, Screening
from runwright.domain.session import SessionKind
from runwright.domain.training import TrainingFacts
from runwright.knowledge.library import Library
from runwright.planning.choices import STEP_MIN, SessionLengths, StartHints


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """Everything a season plan is made from; the same request gives the same plan.

    Attributes
    ----------
    start
        First day to plan; days before it in its week stay empty.
    weeks
        Weeks from the Monday of `start` on. 1 or more
    runs
        Runs to come, given or projected.
    weeks_trained
        Weeks of this programme already done (0 for a new one).
    previous
        The plan the runner has; None for a first plan.
    phases
        Phases of the first weeks, which stand; those of the other weeks are laid out.
    gates_open_after_weeks
        Weeks of this programme after which a closed gate opens by itself, by rule id;
        None where time alone does not open it.
    """

    runner: Runner
    start: date
    weeks: int
    facts: TrainingFacts
    runs: tuple[PlannedRun, ...]
    screening: Screening
    protocol: Protocol
    library: Library
    weeks_trained: int = 0
    previous: SeasonPlan | None = None
    phases: tuple[Phase, ...] = ()
    gates_open_after_weeks: Mapping[str, int | None] = field(default_factory=dict)
    seed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def lasting(self) -> Screening:
        """The screening without what opens by itself during the season."""
        opening = {rule for rule, weeks in self.gates_open_after_weeks.items() if weeks is not None}
        gates = tuple(
            replace(gate, effects=gate.effects & {GateEffect.NO_HARD_JUMPS})
            if gate.rule in opening
            else gate
            for gate in self.screening.gates
        )
        return replace(self.screening, gates=gates)


def session_lengths(settings: Mapping[str, Any], session_minutes: int) -> SessionLengths:
    """Length of a session of each kind for a runner's usual session. [min]"""
    usual = []
    for kind in SessionKind:
        wished = session_minutes * settings["usual_share"][kind.value]
        most = settings["usual_most"].get(kind.value)
        five = max(STEP_MIN, round(wished / STEP_MIN) * STEP_MIN)
        usual.append((kind, min(five, most) if most is not None else five))
    least = tuple((kind, int(settings["least"][kind.value])) for kind in SessionKind)
    floor = dict(least)
    return SessionLengths(
        usual=tuple((kind, max(length, floor[kind])) for kind, length in usual), least=least
    )


def start_hints(settings: Mapping[str, Any]) -> StartHints:
    """Starts relative to runs that are worth trying."""
    return StartHints(
        after_run_min=tuple(settings["after_run_min"]),
        before_run_min=tuple(settings["before_run_min"]),
    )
