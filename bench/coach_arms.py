"""What the coach is compared with: a fixed plan, linear loading, plain double progression."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession

REPS = (8, 12)
FIXED_REPS = (10, 10)
SETS = 3
RIR = 2
STEP_KG = 2.0
FIRST_SHARE = 0.66  # of the maximum: ten repetitions with about four in reserve, tried out once
LINEAR_SHARE = 0.025
BACK_OFF_SHARE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one lift asks for today."""

    exercise: str
    sets: int
    reps: tuple[int, int]
    rir: int
    load_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line of the coach's notes.

    Attributes
    ----------
    asked
        Whether the runner was asked to say yes or no.
    stressor
        What was new to the body with it (rule L07); '' for nothing.
    """

    day: date
    rule: str
    says: str
    asked: bool = False
    stressor: str = ""


class Arm(Protocol):
    """A way to train: it asks for work, hears what was done, and may write notes."""

    name: str
    notes: list[Note]

    def asks(self, day: date) -> tuple[Ask, ...]:
        """What the session of a day asks for."""

    def hears_morning(self, told: CheckIn) -> None:
        """A morning was told."""

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """A session was done."""


def rounded_kg(load_kg: float) -> float:
    """The nearest weight there is. [kg]"""
    return max(STEP_KG, round(load_kg / STEP_KG) * STEP_KG)


@dataclass
class FixedPlan:
    """The same sheet of paper for half a year."""

    loads_kg: dict[str, float]
    name: str = "fixed plan"
    notes: list[Note] = field(default_factory=list)

    def asks(self, day: date) -> tuple[Ask, ...]:
        """Three times ten, every time."""
        del day
        return tuple(
            Ask(exercise=lift, sets=SETS, reps=FIXED_REPS, rir=RIR, load_kg=load)
            for lift, load in self.loads_kg.items()
        )

    def hears_morning(self, told: CheckIn) -> None:
        """Paper hears nothing."""

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """Paper hears nothing."""


@dataclass
class Linear(FixedPlan):
    """A little more every session; after two failures in a row a tenth less."""

    name: str = "linear"
    exact_kg: dict[str, float] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """Every lift by itself."""
        for ask in asked:
            reps = _reps(done, ask.exercise)
            if not reps:
                continue
            exact = self.exact_kg.get(ask.exercise, ask.load_kg)
            if min(reps) >= ask.reps[0]:
                exact *= 1 + LINEAR_SHARE
                self.failed[ask.exercise] = 0
            else:
                self.failed[ask.exercise] = self.failed.get(ask.exercise, 0) + 1
                if self.failed[ask.exercise] > 1:
                    exact *= 1 - BACK_OFF_SHARE
                    self.failed[ask.exercise] = 0
            self.exact_kg[ask.exercise] = exact
            self.loads_kg[ask.exercise] = rounded_kg(exact)


@dataclass
class DoubleProgression(FixedPlan):
    """The text-book: when every set reaches twelve, the next weight, and eight again."""

    name: str = "double progression"

    def asks(self, day: date) -> tuple[Ask, ...]:
        """Three times eight to twelve."""
        return tuple(replace(ask, reps=REPS) for ask in super().asks(day))

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """Up when all sets are at the top."""
        for ask in asked:
            reps = _reps(done, ask.exercise)
            if len(reps) >= ask.sets and min(reps) >= ask.reps[1]:
                self.loads_kg[ask.exercise] = ask.load_kg + STEP_KG


def _reps(done: PerformedSession, exercise: str) -> list[int]:
    return [one.reps or 0 for one in done.sets if one.exercise == exercise]
