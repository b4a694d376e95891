"""What screening knows: home tests and their norms, findings, needs, and safety gates."""

from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.runner import Side


class GateEffect(StrEnum):
    """What a closed gate takes out of the plan."""

    LOCK_ALL = "lock_all"
    LIGHT_ONLY = "light_only"
    NO_RUNNING = "no_running"
    NO_IMPACT = "no_impact"
    NO_LOADED_LOWER_LIMB = "no_loaded_lower_limb"
    NO_HEAVY = "no_heavy"
    NO_JUMPS = "no_jumps"
    NO_HARD_JUMPS = "no_hard_jumps"
    NO_PROGRESSION = "no_progression"
    NO_SUPINE = "no_supine"
    SUPERVISED = "supervised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A safety gate that is not open.

    Attributes
    ----------
    rule
        Id of the gate rule, ``"G03"``.
    effects
        What it takes out.
    says
        What the runner reads: what is closed and why, no diagnosis.
    opens_when
        What would open it again.
    urgent
        Whether the words send the runner to a clinician at once.
    refers
        Whether the words send the runner to a clinician at all.
    """

    rule: str
    effects: frozenset[GateEffect]
    says: str
    opens_when: str
    urgent: bool = False
    refers: bool = False


class Band(StrEnum):
    """Where a result lies against its norm."""

    LOW = "low"
    TYPICAL = "typical"
    GOOD = "good"
    DISPLAY_ONLY = "display_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTestFinding:
    """What one home test says.

    Attributes
    ----------
    rule
        Id of the assessment rule that judged it.
    side
        The lower side; None where the test has no sides or both are alike.
    left, right, value
        Results in the unit of the test; `value` for tests without sides. None is "not done".
    norm
        The value it was held against, None where there is none.
    asymmetry
        Difference between the sides in the unit of the test; None without both.
    beyond_error
        Whether the difference between the sides exceeds the measurement error;
        None where the error is not known or there is one side only.
    says
        One sentence for the runner.
    """

    test: str
    rule: str
    band: Band
    says: str
    unit: str
    side: Side | None = None
    left: float | None = None
    right: float | None = None
    value: float | None = None
    norm: float | None = None
    asymmetry: float | None = None
    beyond_error: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What the plan should give more room to, because of a finding.

    Attributes
    ----------
    patterns
        Movement patterns that get priority, most wanted first.
    start_steps_down
        Rungs below the usual start for the named patterns. 0 or more
    side
        The side that starts, and sets the load; None for both.
    because
        One sentence for the runner.
    """

    rule: str
    patterns: tuple[str, ...]
    because: str
    start_steps_down: int = 0
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The result of a screen: gates, findings and needs. No score, ever."""

    gates: tuple[Gate, ...] = ()
    findings: tuple[HomeTestFinding, ...] = ()
    needs: tuple[Need, ...] = ()
    questions_open: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
