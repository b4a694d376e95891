"""Exercises and the ladders they stand on, as the knowledge base tells them."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from runwright.domain.errors import RunwrightError
from runwright.domain.evidence import Support


class Sides(StrEnum):
    """Whether a set is done with both sides, once a side, or with sides alternating inside it."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class DoseKind(StrEnum):
    """What is counted."""

    REPS = "reps"
    HOLD = "hold"
    DISTANCE = "distance"
    CONTACTS = "contacts"


class Role(StrEnum):
    """Where in a session an exercise can stand, in the order of rule D14."""

    ROLLING = "rolling"
    RAISE = "raise"
    DYNAMIC = "dynamic"
    MOBILITY = "mobility"
    PLYO = "plyo"
    MAIN = "main"
    SINGLE_LEG = "single_leg"
    ACCESSORY = "accessory"
    CALF = "calf"
    FOOT = "foot"
    UPPER = "upper"
    CORE = "core"
    STATIC = "static"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainTag:
    """How an exercise treats a painful region; `note` is what to change, '' for nothing."""

    region: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRange:
    """The usual dose of an exercise; every pair is (low, high), None is "not counted so".

    Attributes
    ----------
    hold_s
        [s]
    distance_m
        [m]
    rep_hold_s
        Seconds each repetition is held. [s]
    """

    sets: tuple[int, int]
    reps: tuple[int, int] | None = None
    hold_s: tuple[int, int] | None = None
    distance_m: tuple[int, int] | None = None
    steps: tuple[int, int] | None = None
    contacts: tuple[int, int] | None = None
    rep_hold_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A static hold as rule W01 judges it: muscles and seconds per muscle and set."""

    muscles: tuple[str, ...]
    hold_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The most common fault of a movement and its fix."""

    what: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One movement.

    Attributes
    ----------
    equipment
        Any one of these sets of kit suffices; an empty set is "nothing".
    tempo
        Lowering, pause, lifting in seconds (``"2-0-1"``), or ``hold | fast | easy``.
    level
        1 easiest to 5 hardest.
    achilles_load, patellofemoral_load
        Ordinal tissue tags, 0-4 and 0-3 (coach default, evidence.md B6).
    easier
        The exercise one rung down; None for the first of its ladder.
    seconds_per_rep
        [s]; None for holds and distances.
    setup_s
        Time to get into place. [s]
    """

    id: str
    name: str
    pattern: str
    primary_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    gluteal_tier_1: tuple[str, ...]
    equipment: tuple[frozenset[str], ...]
    sides: Sides
    dose_kind: DoseKind
    dose: DoseRange
    dose_support: Support
    tempo: str
    level: int
    achilles_load: int
    patellofemoral_load: int
    avoid: tuple[PainTag, ...]
    caution: tuple[PainTag, ...]
    good: tuple[PainTag, ...]
    avoid_conditions: frozenset[str]
    caution_conditions: frozenset[str]
    good_conditions: frozenset[str]
    gates: tuple[str, ...]
    easier: str | None
    roles: tuple[Role, ...]
    loadable: bool
    seconds_per_rep: float | None
    setup_s: int
    stretch: Stretch | None
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    cues: tuple[str, ...]
    fault: Fault
    feel: str

    @property
    def is_single_leg(self) -> bool:
        """Whether one leg does the work at a time."""
        return self.sides is not Sides.BOTH

    def can_be_done_with(self, kit: frozenset[str]) -> bool:
        """Whether some alternative of its equipment is in `kit`."""
        return any(needed <= kit for needed in self.equipment)


class UnknownExerciseError(RunwrightError, LookupError):
    """An exercise id that is not where it was looked for."""

    code = "domain.unknown-exercise"

    def __init__(self, exercise: str, *, where: str) -> None:
        self.exercise, self.where = exercise, where
        super().__init__(f"No exercise '{exercise}' on {where}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Exercises for one movement, easiest first, none twice; a set has no order to climb."""

    id: str
    name: str
    pattern: str
    rungs: tuple[str, ...]
    is_set: bool = False

    def harder(self, current: str) -> str | None:
        """Return the exercise one rung above `current`; None at the top and in a set.

        Raises
        ------
        UnknownExerciseError
            If `current` is not on this ladder.
        """
        if current not in self.rungs:
            raise UnknownExerciseError(current, where=f"ladder '{self.id}'")
        return None if self.is_set else dict(pairwise(self.rungs)).get(current)

    def easier(self, current: str) -> str | None:
        """Return the exercise one rung below `current`; None at the bottom and in a set.

        Raises
        ------
        UnknownExerciseError
            If `current` is not on this ladder.
        """
        if current not in self.rungs:
            raise UnknownExerciseError(current, where=f"ladder '{self.id}'")
        return None if self.is_set else dict(pairwise(reversed(self.rungs))).get(current)
