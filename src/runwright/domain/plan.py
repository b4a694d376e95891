"""The season plan: decisions, reasons, what gave way, and what it was made with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun
from runwright.domain.runner import DayAvailability, Race
from runwright.domain.screening import Gate, HomeTestFinding, Need
from runwright.domain.session import Block, Placed, Prescription, SessionKind, Variant

PLAN_SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule that speaks for or against something, in words.

    Attributes
    ----------
    points
        What it costs the plan; 0 for a rule that is simply kept.
    """

    rule: str
    says: str
    points: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A strength session: where it sits, what it holds, and why.

    Attributes
    ----------
    id
        Stable across re-plans: date and kind.
    title
        What the runner reads, ``"Heavy legs A"``.
    worked_out_min
        Minutes it really takes, set-up and rests included. [min]
    hard_sets
        Working sets of the lower body with 4 or fewer repetitions in reserve. [1]
    variants
        The same session for 15, 30 and 45 minutes.
    """

    id: str
    placed: Placed
    title: str
    blocks: tuple[Block, ...]
    worked_out_min: float
    hard_sets: int
    variants: tuple[Variant, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def items(self) -> tuple[Prescription, ...]:
        """Everything it asks for in its planned length."""
        return tuple(item for block in self.blocks for item in block.items)

    @property
    def kind(self) -> SessionKind:
        """Kind of the session."""
        return self.placed.kind


class ExtraKind(StrEnum):
    """Small work around runs and sessions."""

    WARM_UP = "warm_up"
    MOBILITY = "mobility"
    STRETCH = "stretch"
    ACTIVATION = "activation"
    FOOT_CORE = "foot_core"
    RETEST = "retest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A warm-up, mobility, stretch, hip-and-core or foot block, or a re-test. [min]"""

    kind: ExtraKind
    start_min: int
    duration_min: int
    items: tuple[Prescription, ...]
    title: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """One day: the runs as given, the sessions, and the small work around them."""

    day: date
    available: DayAvailability
    runs: tuple[PlannedRun, ...] = ()
    session: PlannedSession | None = None
    extras: tuple[Extra, ...] = ()
    blocked: str | None = None
    travel: str | None = None

    @property
    def items(self) -> tuple[Prescription, ...]:
        """Everything the day asks for, in any length of its session."""
        found = [item for extra in self.extras for item in extra.items]
        if self.session is not None:
            lengths = (self.session.blocks, *(one.blocks for one in self.session.variants))
            found += [item for blocks in lengths for block in blocks for item in block.items]
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """One week from Monday to Sunday.

    Attributes
    ----------
    novel
        Whether the programme is still new to the legs (rule S02).
    hard_sets
        Hard lower-body sets of the week. [1]
    run_km, longest_km
        [km]; None where runs carry no distance.
    """

    number: int
    monday: date
    phase: Phase
    deload: bool
    novel: bool
    days: tuple[DayPlan, ...]
    hard_sets: int
    run_km: float | None
    longest_km: float | None
    run_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxed:
    """A rule that gave way, said aloud."""

    rule: str
    day: date
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A session that the runner put on a day by hand; later plans leave it there."""

    day: date
    placed: Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """Something asked for that could not be, why, and every way out.

    Attributes
    ----------
    ways_out
        Each a sentence: what giving up would make it possible.
    """

    what: str
    week: int | None
    because: str
    ways_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What the placement costs, by rule, and the proof that no other costs less.

    Attributes
    ----------
    total, bound
        [points]; equal when the status is ``"optimal"``.
    """

    total: int
    bound: int
    status: str
    by_rule: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWith:
    """What a plan stores about its making, so that it can be made again byte for byte."""

    schema_version: str
    program_version: str
    knowledge_version: str
    protocol: str
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPlan:
    """A whole season of strength and mobility around a runner's running."""

    runner: str
    start: date
    made_with: MadeWith
    weeks: tuple[WeekPlan, ...]
    races: tuple[Race, ...]
    objective: Objective
    relaxed: tuple[Relaxed, ...]
    unmet: tuple[Unmet, ...]
    gates: tuple[Gate, ...]
    findings: tuple[HomeTestFinding, ...]
    needs: tuple[Need, ...]
    notes: tuple[str, ...]
    exercise_names: Mapping[str, str]

    def day(self, day: date) -> DayPlan | None:
        """The plan of `day`; None outside the season."""
        for week in self.weeks:
            for planned in week.days:
                if planned.day == day:
                    return planned
        return None
