"""What a rule concludes about a piece of a plan."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """FORBIDS never holds in a plan of ours; BENDS may give way, said aloud; COSTS is points."""

    FORBIDS = "forbids"
    BENDS = "bends"
    COSTS = "costs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule's conclusion about one window of a plan.

    Attributes
    ----------
    because
        Why, in a few words with the facts in them.
    points
        What it costs when `severity` is COSTS. [points], 0 or more
    """

    because: str
    severity: Severity = Severity.FORBIDS
    points: int = 0


def forbids(because: str) -> Finding:
    """Return a finding that a plan may not have."""
    return Finding(because=because)


def bends(because: str) -> Finding:
    """Return a finding a plan may have if it says so (a rule with a `relax_order`)."""
    return Finding(because=because, severity=Severity.BENDS)


def costs(points: int, because: str) -> Finding | None:
    """Return a finding that costs `points`; None when it costs nothing."""
    if points <= 0:
        return None
    return Finding(because=because, severity=Severity.COSTS, points=points)
