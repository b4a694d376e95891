"""What the runner agreed to so far: for each exercise of the plan, what stands in its place now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from runwright.domain.proposal import ChangeKind, Decided, Decision, Work

# Changes of an exercise that stay; a swap or a stop for pain holds only while it hurts.
STAYING = frozenset({ChangeKind.STEP_UP, ChangeKind.STEP_DOWN, ChangeKind.RETURN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A change of an exercise the runner said yes to.

    Attributes
    ----------
    work
        What it asks for from then on; of another exercise after a step on the ladder.
    on
        The day it was agreed on.
    """

    work: Work
    on: date


def agreed(decisions: Collection[Decided]) -> Mapping[str, Agreed]:
    """Return what stands in the place of each exercise, by its id; what never changed is not there.

    After a step to another rung and one back down, the exercise stands for itself again.
    """
    found: dict[str, Agreed] = {}
    for decided in sorted(decisions, key=lambda one: (one.decided_on, one.proposal.id)):
        if decided.decision is not Decision.ACCEPTED:
            continue
        for change in decided.proposal.changes:
            if change.kind not in STAYING or change.after is None or not change.after.exercise:
                continue
            now = Agreed(work=change.after, on=decided.decided_on)
            there = [name for name, one in found.items() if one.work.exercise == change.about]
            for name in {*there, change.about}:
                found[name] = now
    return found
