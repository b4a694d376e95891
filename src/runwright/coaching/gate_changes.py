"""What the gates of training change: heavy sets that wait (G17), and what opens by now."""

from collections.abc import Sequence
from datetime import date

from runwright.domain.plan import DayPlan
from runwright.domain.progress import GateProgress, RunnerState
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.said import together
from runwright.domain.screening import Gate
from runwright.domain.session import Prescription, SessionKind
from runwright.domain.words import _
from runwright.rules.registry import RuleBook

HEAVY, JUMPS = "G17", "G16"
HEAVY_KINDS = frozenset({SessionKind.HEAVY, SessionKind.HEAVY_JUMPS})


def heavy_waits(
    state: RunnerState, gates: Sequence[Gate], days: Sequence[DayPlan], book: RuleBook, today: date
) -> Change | None:
    """Return that heavy sets wait; None where none is planned soon, or the diary is there.

    Parameters
    ----------
    gates
        Gates that were closed when the plan was made: who lifts regularly has none here.
    days
        The days to come that matter.
    """
    if state.heavy_gate.is_open or HEAVY not in {gate.rule for gate in gates}:
        return None
    heavy = [one for day in days for one in _lifts(day) if is_heavy(one, book)]
    if not heavy:
        return None
    p = book.parameters(HEAVY)
    return Change(
        kind=ChangeKind.HOLD,
        about=HEAVY,
        rule=HEAVY,
        because=_("Not there yet: {missing}.").format(
            missing=together(state.heavy_gate.missing, "; ")
        ),
        first_day=today,
        before=Work(says=_("Sets of {reps} or fewer").format(reps=p.heavy_reps_max)),
        after=Work(says=_("More than {reps} repetitions a set").format(reps=p.heavy_reps_max)),
        facts=" ".join(state.heavy_gate.missing),
    )


def opened(
    gate: Gate, progress: GateProgress, days: Sequence[DayPlan], book: RuleBook, today: date
) -> Change | None:
    """Return that a gate is open; None where it is not, or the plan uses it already."""
    if not progress.is_open or any(_uses(gate.rule, day, book) for day in days):
        return None
    return Change(
        kind=ChangeKind.OPEN,
        about=gate.rule,
        rule=gate.rule,
        because=_("What it waited for is done: {what}.").format(what=gate.opens_when),
        first_day=today,
        before=Work(says=gate.says),
        after=Work(says=_("Open. The plan is made anew with it.")),
    )


def _uses(rule: str, day: DayPlan, book: RuleBook) -> bool:
    """Whether a day does what the gate is about; as heavy as the kit allows is heavy enough."""
    if day.session is None:
        return False
    kind = day.session.kind
    if rule == JUMPS:
        return kind.has_jumps
    return kind in HEAVY_KINDS or any(is_heavy(one, book) for one in _lifts(day))


def is_heavy(one: Prescription, book: RuleBook) -> bool:
    """Whether an exercise is prescribed in as few repetitions as heavy work (rule G17)."""
    reps = one.dose.reps
    heavy = book.parameters(HEAVY).heavy_reps_max
    return bool(one.ramp) and reps is not None and reps[1] <= heavy


def _lifts(day: DayPlan) -> tuple[Prescription, ...]:
    return () if day.session is None else day.session.items
