"""The shape of plan.json: a season plan with everything that repeats written once.

Rule for the next author: a new field here is a new field of the file. Give it a default and old
files still read; change the meaning of one and `PLAN_SCHEMA_VERSION` moves on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from runwright.domain.exercise import Role
from runwright.domain.plan import ExtraKind, Reason, Relaxed, Unmet
from runwright.domain.protocol import Phase
from runwright.domain.run import RunKind
from runwright.domain.runner import DayAvailability, Race
from runwright.domain.screening import Gate, HomeTestFinding, Need
from runwright.domain.session import Dose, Placed, Prescription, RampSet, SetToSet
from runwright.formats.values_json.said import StoredSaid
from runwright.usecases.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercising:
    """One exercise with its dose, wherever in a session it stands.

    Attributes
    ----------
    rules
        Ids of the rules that speak for it being there and dosed so.
    note
        One sentence the runner must read with it.
    set_to_set
        Other weights within the session; None where it keeps to one.
    """

    exercise: str
    role: Role
    dose: Dose
    ramp: tuple[RampSet, ...] = ()
    rules: tuple[str, ...] = ()
    note: str = ""
    set_to_set: SetToSet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBlock:
    """Exercises done together.

    Attributes
    ----------
    items
        Label and name of each exercise, ``"A1 goblet_squat_3"``.
    """

    id: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVariant:
    """The session for another number of minutes.

    Attributes
    ----------
    worked_out_min
        Minutes it really takes. [min]
    blocks
        Names of blocks; left out where they are the session's own.
    """

    minutes: int
    worked_out_min: float
    blocks: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSession:
    """A strength session: where it sits, what it holds, and why.

    Attributes
    ----------
    id
        Stable across re-plans: date and kind.
    worked_out_min
        Minutes it really takes, set-up and rests included. [min]
    hard_sets
        Working sets of the lower body with 4 or fewer repetitions in reserve.
    blocks, reasons
        Names under which they are written in this file.
    """

    id: str
    title: str
    placed: Placed
    worked_out_min: float
    hard_sets: int
    blocks: tuple[str, ...]
    variants: tuple[StoredVariant, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRun:
    """A run to come, on the day it is listed under.

    Attributes
    ----------
    start_min
        Minutes after midnight. [min]
    duration_min
        [min], above 0
    distance_km
        [km]; left out where the plan speaks of time only.
    projected
        True when it was carried forward from past weeks.
    race
        Name of the race it is.
    day
        Left out where it is the day it is listed under.
    """

    start_min: int
    duration_min: int
    kind: RunKind
    distance_km: float | None = None
    title: str = ""
    projected: bool = False
    race: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """Small work around runs and sessions, written once and listed by name on its days.

    Attributes
    ----------
    duration_min
        [min]
    reasons
        Names under which they are written in this file.
    """

    kind: ExtraKind
    title: str
    duration_min: int
    items: tuple[Prescription, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredExtra:
    """A routine on a day.

    Attributes
    ----------
    start_min
        Minutes after midnight. [min]
    """

    routine: str
    start_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDay:
    """One day.

    Attributes
    ----------
    available
        Left out where it is what its weekday usually offers.
    blocked
        Why nothing is planned on it.
    travel
        Where the runner is away.
    """

    day: date
    available: DayAvailability | None = None
    runs: tuple[StoredRun, ...] = ()
    session: StoredSession | None = None
    extras: tuple[StoredExtra, ...] = ()
    blocked: str | None = None
    travel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWeek:
    """One week from Monday to Sunday.

    Attributes
    ----------
    novel
        Whether the programme is still new to the legs (rule S02).
    hard_sets
        Hard lower-body sets of the week.
    run_km, longest_km
        [km]; left out where runs carry no distance.
    run_min
        [min]
    """

    number: int
    monday: date
    phase: Phase
    deload: bool = False
    novel: bool = False
    hard_sets: int
    run_km: float | None = None
    longest_km: float | None = None
    run_min: int
    days: tuple[StoredDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMaking:
    """What the plan was made with."""

    program_version: str
    knowledge_version: str
    protocol: str
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObjective:
    """What the placement costs, and the proof that no other costs less.

    Attributes
    ----------
    total, bound
        [points]; equal when the status is "optimal".
    by_rule
        Points by rule id.
    """

    total: int
    bound: int
    status: str
    by_rule: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlan:
    """A season of strength and mobility around a runner's running.

    Attributes
    ----------
    schema_version
        Version of this format.
    usual_days
        What the weekdays usually offer, Monday first; a day says so where it differs.
    blocks, exercises, routines, reasons
        Blocks of sessions, exercises with their dose, warm-ups and mobility, and reasons by name:
        each is written once.
    exercise_names
        Names of the exercises by id, as they were when the plan was made.
    asked
        What the plan was made from, enough to ask it "why not"; holds no answers to safety
        questions, no pains and no test results.
    said
        How each text was said, by the text, so that another language can say it too.
    """

    schema_version: str
    runner: str
    start: date
    made_with: StoredMaking
    races: tuple[Race, ...] = ()
    objective: StoredObjective
    gates: tuple[Gate, ...] = ()
    findings: tuple[HomeTestFinding, ...] = ()
    needs: tuple[Need, ...] = ()
    relaxed: tuple[Relaxed, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    notes: tuple[str, ...] = ()
    usual_days: tuple[DayAvailability, ...] = ()
    weeks: tuple[StoredWeek, ...] = ()
    blocks: Mapping[str, StoredBlock]
    exercises: Mapping[str, Exercising]
    routines: Mapping[str, Routine]
    reasons: Mapping[str, Reason]
    exercise_names: Mapping[str, str]
    asked: Asked | None = None
    said: Mapping[str, StoredSaid] = field(default_factory=dict)
