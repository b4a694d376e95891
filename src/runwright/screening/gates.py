"""All safety gates of a runner on a day: what is closed, why, and what opens it (G01-G17)."""

from dataclasses import replace

from runwright.domain.screening import Gate, GateEffect
from runwright.screening.gates_health import (
    bone_gate,
    energy_gate,
    prescreen_gate,
    red_flag_gate,
    way_back_gate,
)
from runwright.screening.gates_life import after_birth_gate, pregnancy_gate, youth_gate
from runwright.screening.gates_load import heavy_gate, jump_gate
from runwright.screening.results import results_of
from runwright.screening.subject import Subject


def closed_gates(seen: Subject) -> tuple[Gate, ...]:
    """Gates that are closed for this subject, by rule id."""
    results = results_of(seen)
    gates = (
        prescreen_gate(seen),
        red_flag_gate(seen),
        bone_gate(seen),
        way_back_gate(seen, results),
        energy_gate(seen),
        after_birth_gate(seen, results),
        pregnancy_gate(seen),
        youth_gate(seen),
        jump_gate(seen, results),
        heavy_gate(seen),
    )
    return tuple(gate for gate in gates if gate is not None)


def weeks_until_open(seen: Subject, rule: str) -> int | None:
    """Weeks of strength work after which a closed gate opens by itself.

    Returns
    -------
    int or None
        [week]; 0 for a gate that is open, None where time alone does not open it.
    """
    waits = {0, seen.rules["G16"].strength_weeks, seen.rules["G17"].foundation_weeks}
    for weeks in sorted(waits):
        done = replace(seen.history, strength_weeks=seen.history.strength_weeks + weeks)
        still_closed = {gate.rule for gate in closed_gates(replace(seen, history=done))}
        if rule not in still_closed:
            return int(weeks)
    return None


def weeks_until_eased(seen: Subject, rule: str) -> int | None:
    """Weeks of strength work after which a closed gate keeps out hard jumps at most.

    Hop symmetry is not won by waiting: what G16 says of hard jumps stays until it is tested.

    Returns
    -------
    int or None
        [week]; None where time alone does not ease it.
    """
    for weeks in sorted({0, seen.rules["G16"].strength_weeks, seen.rules["G17"].foundation_weeks}):
        done = replace(seen.history, strength_weeks=seen.history.strength_weeks + weeks)
        left = [gate for gate in closed_gates(replace(seen, history=done)) if gate.rule == rule]
        if all(gate.effects <= {GateEffect.NO_HARD_JUMPS} for gate in left):
            return int(weeks)
    return None
