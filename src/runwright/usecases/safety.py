"""What a plan has to respect for safety on a day, and which work waits because of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from runwright.domain.runner import Pain, Runner
from runwright.domain.screening import Gate, GateEffect
from runwright.knowledge.library import Library
from runwright.screening.gates import closed_gates
from runwright.usecases.plan_season import above_green, subject_of

BONE = ("focal_bone", "worse_with_loading", "hop_pain", "night_pain")  # fields of a pain
TOLD = frozenset({
    "G01",
    "G02",
    "G03",
    "G05",
    "G06",
    "G12",
    "G13",
})  # answers and pains decide these


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """What counts for safety, in a form that two days can be compared by.

    Attributes
    ----------
    gates
        What each closed gate takes out, by rule id; those that time or tests alone open are not
        there.
    sore, above_green
        Regions with any pain, and those of them above green (rule G09).
    """

    gates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sore: tuple[str, ...] = ()
    above_green: tuple[str, ...] = ()

    def asks_more_than(self, other: "Safety") -> bool:
        """Whether something has to be left out that `other` allows."""
        return (
            any(
                set(effects) - set(other.gates.get(rule, ()))
                for rule, effects in self.gates.items()
            )
            or not set(self.sore) <= set(other.sore)
            or not set(self.above_green) <= set(other.above_green)
        )


def told_gates(runner: Runner, library: Library, day: date) -> tuple[Gate, ...]:
    """Return the gates that answers and pains keep closed on a day, urgent ones first."""
    gates = closed_gates(subject_of(runner, library, day))
    told = (gate for gate in gates if gate.rule in TOLD)
    return tuple(sorted(told, key=lambda gate: (not gate.urgent, not gate.refers)))


def safety_of(runner: Runner, library: Library, day: date) -> Safety:
    """Return what a plan made for this runner on this day respects."""
    is_above_green = above_green(library)
    sore = [one for one in runner.pains if one.pain_0_10 > 0 and one.region in library.regions]
    above = {one.region for one in sore if is_above_green(one, library.regions[one.region])}
    return Safety(
        gates={gate.rule: _effects(gate) for gate in told_gates(runner, library, day)},
        sore=tuple(sorted({one.region for one in sore})),
        above_green=tuple(sorted(above)),
    )


def waits_for_answers(runner: Runner, library: Library, day: date) -> bool:
    """Whether nothing but questions about pains keeps the work light: a tap away from open."""
    if not any(gate.rule == "G01" for gate in told_gates(runner, library, day)):
        return False
    pains = tuple(bone_answered(one, default=False) for one in runner.pains)
    settled = told_gates(replace(runner, pains=pains), library, day)
    return not any(gate.rule == "G01" for gate in settled)


def bone_answered(
    pain: Pain, answers: Mapping[str, bool] | None = None, *, default: bool | None = None
) -> Pain:
    """Return a pain whose bone questions without an answer have one of these."""
    told = answers or {}
    missing: dict[str, Any] = {
        name: told.get(name, default) for name in BONE if getattr(pain, name) is None
    }
    return replace(pain, **missing)


def gates_of_plan(gates: Sequence[Gate]) -> Safety:
    """Return what a plan respects of which only its gates are known."""
    return Safety(gates={gate.rule: _effects(gate) for gate in gates if gate.rule in TOLD})


def locking(gates: Sequence[Gate], made_for: Safety) -> tuple[Gate, ...]:
    """Return the gates for which all work of a plan waits, on whatever day it stands.

    One that locks everything does; so does one that the plan was not made for.
    """
    return tuple(
        gate
        for gate in gates
        if GateEffect.LOCK_ALL in gate.effects
        or set(_effects(gate)) - set(made_for.gates.get(gate.rule, ()))
    )


def _effects(gate: Gate) -> tuple[str, ...]:
    return tuple(sorted(effect.value for effect in gate.effects))
