"""What the coach is compared with: a fixed plan, linear loading, plain double progression.

All of them follow the same season plan: its days, exercises, sets, repetitions and reserve. They
differ in what they do about the weight. On paper nobody hears of pain, sleep or a missed week.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from bench.coach_plan import exercise_of, loads_of, work_of_session
from bench.synthetic_body import Body
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import Role
from runwright.domain.performed import PerformedSession
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import ChangeKind, Decided
from runwright.domain.session import Dose, Prescription, SetToSet

FIRST_RIR = 4  # what everybody's first weight leaves in reserve (rule P01)
LINEAR_SHARE = 0.025
BACK_OFF_SHARE = 0.1
TABLE = 0.0333  # of a table of repetitions and per cent (Epley)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one exercise asks for today.

    Attributes
    ----------
    asked_kg
        The weight that was named; None where the runner chose by the reserve. [kg]
    harder
        What is harder about it besides weight and repetitions: levers, a stronger band. [1]
    between
        Other weights the phone may offer between the sets; None where nobody offers any.
    """

    label: str
    exercise: str
    dose: Dose
    role: Role
    asked_kg: float | None = None
    harder: int = 0
    between: SetToSet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line of the coach's notes: one change that was proposed or that safety asked for.

    Attributes
    ----------
    says
        Why, in the coach's words.
    about
        What it is about: an exercise, a week, a gate.
    before, after
        What was asked for and what takes its place, in words; '' for nothing.
    asked
        Whether the runner was asked to say yes or no; `yes` is the answer.
    proposal
        The proposal it came in.
    """

    day: date
    rule: str
    says: str
    about: str
    before: str
    after: str
    asked: bool
    yes: bool
    kind: ChangeKind
    proposal: str


class Arm(Protocol):
    """A way to train: it asks for work, hears what was done, and may write notes."""

    name: str
    notes: list[Note]

    @property
    def decisions(self) -> Sequence[Decided]:
        """What was said to proposals; nothing where nobody proposes."""

    def asks(self, planned: DayPlan) -> tuple[Ask, ...]:
        """What the session of a day asks for."""

    def hears_morning(self, told: CheckIn) -> None:
        """A morning was told."""

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """A session was done."""

    def why_no_more(self, exercise: str) -> str:
        """Why an exercise does not ask for more today, in a few words."""


@dataclass
class FixedPlan:
    """A sheet of paper: the first weight stays, and a table carries it from phase to phase."""

    body: Body
    name: str = "fixed plan"
    notes: list[Note] = field(default_factory=list)
    loads_kg: dict[str, float] = field(default_factory=dict)
    for_reps: dict[str, float] = field(default_factory=dict)
    harder: dict[str, int] = field(default_factory=dict)

    @property
    def decisions(self) -> Sequence[Decided]:
        """Paper proposes nothing."""
        return ()

    def asks(self, planned: DayPlan) -> tuple[Ask, ...]:
        """The plan's session, at the sheet's weights."""
        items = () if planned.session is None else work_of_session(planned.session)
        return tuple(
            Ask(
                label=item.label,
                exercise=item.exercise,
                dose=replace(self._dose(item.dose), load_kg=load_kg),
                role=item.role,
                asked_kg=load_kg,
                harder=self.harder.get(item.exercise, 0),
            )
            for item in items
            for load_kg in [self._load_kg(item)]
        )

    def _dose(self, dose: Dose) -> Dose:
        """Repetitions as a sheet has them: one number, the middle of the range."""
        if dose.reps is None:
            return dose
        middle = round(sum(dose.reps) / 2)
        return replace(dose, reps=(middle, middle))

    def _load_kg(self, item: Prescription) -> float | None:
        exercise, reps = exercise_of(item.exercise), item.dose.reps
        loads = loads_of(item.exercise)
        if not loads or reps is None:
            return None
        to_failure = sum(reps) / 2 + (item.dose.rir or 0)
        known = self.loads_kg.get(item.exercise)
        if known is None:
            known = self.body.picks_kg(exercise, reps, FIRST_RIR, loads)
        elif to_failure != self.for_reps[item.exercise]:
            known *= (1 + TABLE * self.for_reps[item.exercise]) / (1 + TABLE * to_failure)
        self.for_reps[item.exercise] = to_failure
        self.loads_kg[item.exercise] = known
        return nearest_kg(known, loads)

    def hears_morning(self, told: CheckIn) -> None:
        """Paper hears nothing."""

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """Paper hears nothing."""

    def why_no_more(self, exercise: str) -> str:
        """Paper has no reasons."""
        del exercise
        return ""


@dataclass
class Linear(FixedPlan):
    """A little more every session; after two failures in a row a tenth less."""

    name: str = "linear"
    failed: dict[str, int] = field(default_factory=dict)

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """Every lift by itself."""
        for ask in asked:
            reps = reps_done(done, ask.exercise)
            if not reps or ask.dose.reps is None or ask.exercise not in self.loads_kg:
                continue
            if min(reps) >= ask.dose.reps[0]:
                self.loads_kg[ask.exercise] *= 1 + LINEAR_SHARE
                self.failed[ask.exercise] = 0
            else:
                self.failed[ask.exercise] = self.failed.get(ask.exercise, 0) + 1
                if self.failed[ask.exercise] > 1:
                    self.loads_kg[ask.exercise] *= 1 - BACK_OFF_SHARE
                    self.failed[ask.exercise] = 0


@dataclass
class DoubleProgression(FixedPlan):
    """The text-book: when every set reaches the top of its range, the next weight there is."""

    name: str = "double progression"

    def _dose(self, dose: Dose) -> Dose:
        return dose

    def hears_session(self, done: PerformedSession, asked: tuple[Ask, ...]) -> None:
        """Up when all sets are at the top."""
        for ask in asked:
            reps, loads = reps_done(done, ask.exercise), loads_of(ask.exercise)
            if ask.dose.reps is None or len(reps) < ask.dose.sets or min(reps) < ask.dose.reps[1]:
                continue
            now = ask.dose.load_kg
            if now is not None:
                heavier = min((one for one in loads if one > now), default=now)
                self.loads_kg[ask.exercise] = heavier
            elif exercise_of(ask.exercise).loadable:  # a band: the next one
                self.harder[ask.exercise] = ask.harder + 1


def reps_done(done: PerformedSession, exercise: str) -> list[int]:
    """Repetitions of the sets of an exercise."""
    return [one.reps or 0 for one in done.sets if one.exercise == exercise]


def nearest_kg(load_kg: float, loads: Sequence[float]) -> float:
    """The nearest weight there is. [kg]"""
    return min(loads, key=lambda one: abs(one - load_kg))
