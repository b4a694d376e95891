"""Safety gates: what a closed gate takes out of a day (G01-G17)."""

from runwright.domain.screening import GateEffect
from runwright.domain.session import SessionKind
from runwright.domain.verdict import Finding, forbids
from runwright.domain.words import _
from runwright.rules.registry import Parameters, Window, rule
from runwright.rules.windows import PlannedDay

ALL = frozenset(SessionKind)
BARS: dict[GateEffect, frozenset[SessionKind]] = {
    GateEffect.LOCK_ALL: ALL,
    GateEffect.LIGHT_ONLY: ALL - {SessionKind.LIGHT},
    GateEffect.NO_IMPACT: frozenset(kind for kind in SessionKind if kind.has_jumps),
    GateEffect.NO_JUMPS: frozenset(kind for kind in SessionKind if kind.has_jumps),
    GateEffect.NO_LOADED_LOWER_LIMB: frozenset(
        kind for kind in SessionKind if kind.is_lower_body or kind.has_jumps
    ),
    GateEffect.NO_HEAVY: frozenset(kind for kind in SessionKind if kind.loads_legs_hard),
}


def gate_finding(rule_id: str, day: PlannedDay) -> Finding | None:
    """Finding when gate `rule_id` is closed on this day and bars its session."""
    if day.session is None:
        return None
    for closed_by, effect in day.facts.closed:
        if closed_by == rule_id and day.session.kind in BARS.get(effect, frozenset()):
            return forbids(_("the safety gate {rule} is closed").format(rule=rule_id))
    return None


@rule("G01", Window.DAY)
def health_questions_answered(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when more than light work is planned before the health questions are clear."""
    del p
    return gate_finding("G01", day)


@rule("G02", Window.DAY)
def no_plan_with_a_red_flag(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when anything is planned while a red flag stands."""
    del p
    return gate_finding("G02", day)


@rule("G03", Window.DAY)
def no_legs_with_suspected_bone_stress(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when impact or loaded legs are planned while a bone may be overloaded."""
    del p
    return gate_finding("G03", day)


@rule("G05", Window.DAY)
def return_after_injury(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when impact is planned before the criteria for return are met."""
    del p
    return gate_finding("G05", day)


@rule("G06", Window.DAY)
def no_progress_with_low_energy_signs(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when jumps or heavier work are added while energy may be too low."""
    del p
    return gate_finding("G06", day)


@rule("G12", Window.DAY)
def postpartum_return(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when impact or heavy legs are planned before the weeks and load tests are done."""
    del p
    return gate_finding("G12", day)


@rule("G13", Window.DAY)
def pregnancy(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when jumps or new heavy lifting are planned in pregnancy."""
    del p
    return gate_finding("G13", day)


@rule("G14", Window.DAY)
def under_18(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when heavy sets are planned for a runner under 18."""
    del p
    return gate_finding("G14", day)


@rule("G16", Window.DAY)
def jumps_after_their_gate(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when jumps are planned before their entry tests are passed."""
    del p
    return gate_finding("G16", day)


@rule("G17", Window.DAY)
def heavy_after_foundation(day: PlannedDay, p: Parameters) -> Finding | None:
    """Finding when heavy sets are planned before the foundation is laid."""
    del p
    return gate_finding("G17", day)
