"""Strength sessions: kinds, doses, blocks, and where one sits in a day."""

from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.exercise import Role

RIR_MAX = 10


class SessionKind(StrEnum):
    """Kinds of strength session a day can hold.

    HEAVY and SHORT carry the phase's load (SHORT with few sets: maintenance, deload, taper);
    FOUNDATION learns the lifts; LIGHT is activation level (rule S10): hips, core, calf, upper
    body; JUMPS is plyometrics alone, HEAVY_JUMPS plyometrics before the lifts.
    """

    HEAVY = "heavy"
    HEAVY_JUMPS = "heavy_jumps"
    FOUNDATION = "foundation"
    SHORT = "short"
    LIGHT = "light"
    JUMPS = "jumps"

    @property
    def loads_legs_hard(self) -> bool:
        """Whether it is a hard lower-body session by its sets (evidence.md, Terms)."""
        return self in _HARD_LEGS

    @property
    def is_lower_body(self) -> bool:
        """Whether it trains the legs with load or volume."""
        return self in _LEGS

    @property
    def has_jumps(self) -> bool:
        """Whether it has plyometrics."""
        return self in _JUMPS

    @property
    def is_strength(self) -> bool:
        """Whether it counts as a strength session of the week (jumps alone do not)."""
        return self is not SessionKind.JUMPS


_HARD_LEGS = frozenset({SessionKind.HEAVY, SessionKind.HEAVY_JUMPS, SessionKind.SHORT})
_LEGS = _HARD_LEGS | {SessionKind.FOUNDATION}
_JUMPS = frozenset({SessionKind.JUMPS, SessionKind.HEAVY_JUMPS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A session's place in a day. [min] after midnight"""

    kind: SessionKind
    start_min: int
    duration_min: int

    @property
    def end_min(self) -> int:
        """End of the session. [min]"""
        return self.start_min + self.duration_min


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What one exercise asks for in one session.

    Attributes
    ----------
    sets
        Working sets, per side where sides are done apart. At least 1
    reps
        (low, high) of the range per set and side; None where something else is counted.
    hold_s
        Seconds each set is held. [s]; None where nothing is held.
    rep_hold_s
        Seconds each repetition is held. [s]; None for moving repetitions.
    distance_m, steps, contacts
        Per set. [m], [1], [1]; None where not counted.
    rir
        Repetitions in reserve when a set ends. 0 to 10; 0 is failure, None is "not prescribed".
    rir_or_more
        Whether more in reserve is as good: on a day that is easy on purpose nobody has to come
        near the limit.
    load_kg
        External load. [kg]; 0.0 is body weight, None is "the runner chooses by RIR".
    rest_s
        Rest after a set. [s]
    tempo
        As on the exercise.
    """

    sets: int
    reps: tuple[int, int] | None = None
    hold_s: int | None = None
    rep_hold_s: int | None = None
    distance_m: int | None = None
    steps: int | None = None
    contacts: int | None = None
    rir: int | None = None
    rir_or_more: bool = False
    load_kg: float | None = None
    rest_s: int = 0
    tempo: str = ""

    def __post_init__(self) -> None:
        if self.sets < 1:
            raise ValueOutOfRangeError("sets", self.sets, "1 or more")
        if self.rir is not None and not 0 <= self.rir <= RIR_MAX:
            raise ValueOutOfRangeError("rir", self.rir, f"0 to {RIR_MAX}, or None")


@dataclass(frozen=True, slots=True, kw_only=True)
class RampSet:
    """A lighter set before the first working set (rule W04); share of the working load, 0 to 1."""

    load_share: float
    reps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeavierNext:
    """How much heavier the sets that are left may be.

    Attributes
    ----------
    rir
        After a set at the top of its range that left at least so many.
    load_share
        At most so much of the weight of that set. Above 1
    """

    rir: int
    load_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetToSet:
    """Another weight for the sets that are left, by how the last one went (rule P01).

    After a set that left nothing at the bottom of its range, or stayed below it, the sets that are
    left take the next lighter weight.

    Attributes
    ----------
    loads_kg
        The weights there are, lightest first. [kg]
    heavier
        The most that was left first; empty where nothing gets heavier today.
    """

    loads_kg: tuple[float, ...]
    heavier: tuple[HeavierNext, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One exercise in one session.

    Attributes
    ----------
    label
        Place in the session, ``"A1"``.
    rules
        Ids of the rules that speak for it being there and dosed so.
    note
        One sentence the runner must read with it; '' for none.
    set_to_set
        Other weights within the session; None where it keeps to one.
    """

    label: str
    exercise: str
    role: Role
    dose: Dose
    ramp: tuple[RampSet, ...] = ()
    rules: tuple[str, ...] = ()
    note: str = ""
    set_to_set: SetToSet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Exercises done together: two or more are a superset, done in turn."""

    id: str
    items: tuple[Prescription, ...]

    @property
    def is_superset(self) -> bool:
        """Whether its exercises alternate; a warm-up is done one after the other."""
        warming = {Role.RAISE, Role.DYNAMIC, Role.PLYO, Role.MOBILITY}
        return len(self.items) > 1 and self.items[0].role not in warming


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The same session for another amount of time; never reordered, only shorter or longer."""

    minutes: int
    worked_out_min: float
    blocks: tuple[Block, ...]
