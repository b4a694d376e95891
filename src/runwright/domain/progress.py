"""Where a runner stands: per exercise, per ladder and as a whole, as the diary tells it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from runwright.domain.pain_light import Light
from runwright.domain.runner import Side
from runwright.domain.session import Dose


class Trend(StrEnum):
    """Which way the work on an exercise goes; UNKNOWN is "done too rarely to say"."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"
    UNKNOWN = "unknown"


class Lever(StrEnum):
    """What makes an exercise harder without more weight, in the order of rule P02."""

    REPS = "reps"
    SLOWER_LOWERING = "slower_lowering"
    RANGE = "range"
    PAUSE = "pause"
    LOAD = "load"
    NEXT_RUNG = "next_rung"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainSeen:
    """A pain that was told with an exercise or on a morning, and its light (rule G07).

    Attributes
    ----------
    exercise
        What was done when it was told; '' for a morning, or for a whole session.
    next_morning
        Whether a check-in told it.
    """

    day: date
    region: str
    pain_0_10: int
    light: Light
    side: Side | None = None
    exercise: str = ""
    next_morning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """The weight an exercise was last done with under a dose.

    Attributes
    ----------
    load_kg, asked_kg
        What was lifted, and what was asked for. [kg]; asked_kg None is "by the reserve"
    """

    reps: tuple[int, int]
    rir: int | None
    load_kg: float
    on: date
    asked_kg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseState:
    """Where a runner stands with one exercise.

    Attributes
    ----------
    sessions
        In how many it was done. [1]
    asked
        The dose it was done under the last time.
    sets
        Working sets of the last time; of one side, where sides are done apart.
    load_kg
        Working load of the last time. [kg]; 0.0 is body weight, None is "not told".
    reps, hold_s, contacts
        Least that a working set of the last time reached; None is "not counted".
    heavier_on
        The last day its weight was raised within a session; None where it never was.
    lifted
        The last weight under each repetitions and reserve asked for, the latest first: a light
        session has a weight of its own.
    rir
        Least reserve of the last time; None is "not told", or too far from the end to be
        believed (rule P05).
    clean_sessions
        Sessions in a row, this one last, in which every set reached the bottom of its range
        without pain above green.
    top_sessions
        Sessions in a row in which every set reached the top of its range with the reserve
        that was asked for, without pain above green.
    steady_sessions
        Clean sessions in a row with at least the reserve that rule G17 asks for.
    missed_sessions
        Sessions in a row in which a set stayed below the bottom of its range.
    light_sessions
        Top sessions in a row that left clearly more in reserve than was asked for (rule P01).
    is_weight_found
        Whether a session with these repetitions ended near the reserve that was asked for; until
        then the weight is being looked for (rule P01).
    failed_sessions
        Sessions in a row in which a set ended at the bottom of its range with nothing in reserve.
    emptied_sessions
        Sessions in a row in which any set left nothing in reserve.
    amber_sessions
        Sessions since the last change in which a pain of this exercise was amber or red.
    since
        First session of the present dose.
    levers
        What was made harder already, besides repetitions and load.
    one_rm_kg
        Estimated maximum. [kg]; None where nothing allows an estimate (rule P06).
    one_rm_tests
        Sessions the estimate rests on. [1]
    reserve_reps
        Reserve of the last time, all sets together, as far as it was told. [reps]; a far answer
        counts as the last one that can be believed (rule P05), None is "not told".
    """

    exercise: str
    sessions: int
    last_day: date
    since: date
    asked: Dose
    sets: int = 0
    load_kg: float | None = None
    reps: int | None = None
    hold_s: int | None = None
    contacts: int | None = None
    rir: int | None = None
    trend: Trend = Trend.UNKNOWN
    clean_sessions: int = 0
    top_sessions: int = 0
    steady_sessions: int = 0
    missed_sessions: int = 0
    light_sessions: int = 0
    is_weight_found: bool = False
    failed_sessions: int = 0
    emptied_sessions: int = 0
    amber_sessions: int = 0
    levers: tuple[Lever, ...] = ()
    pains: tuple[PainSeen, ...] = ()
    one_rm_kg: float | None = None
    one_rm_tests: int = 0
    reserve_reps: float | None = None
    lifted: tuple[Lifted, ...] = ()
    heavier_on: date | None = None

    @property
    def is_loaded(self) -> bool:
        """Whether the last time is known to have had a weight."""
        return self.load_kg is not None and self.load_kg > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderState:
    """Where a runner stands on one ladder.

    Attributes
    ----------
    rung
        The exercise done last on it.
    exercises
        Everything done on it, lowest rung first.
    """

    ladder: str
    rung: str
    exercises: tuple[ExerciseState, ...]

    @property
    def current(self) -> ExerciseState:
        """State of the rung the runner stands on."""
        return next(one for one in self.exercises if one.exercise == self.rung)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateProgress:
    """How far the diary has come towards a gate of training: heavy lifting (G17), jumps (G16).

    Attributes
    ----------
    is_open
        Whether everything the diary can show is there; a screen may still keep it closed.
    missing
        What is not there yet, each in a few words; empty when open.
    """

    rule: str
    is_open: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerState:
    """Where a runner stands, folded from the diary; the same diary gives the same state.

    Attributes
    ----------
    as_of
        The day it is told from.
    ladders
        By id; a ladder nobody stood on is not there.
    others
        Exercises done that stand on no ladder, by id.
    heavy_gate, jump_gate
        What rules G17 and G16 still ask of the diary.
    weeks_trained
        Weeks with strength work since the first, the present one included. [1]
    weeks_since_deload
        Whole weeks since the last lighter week, or since the first session. [1]
    weeks_away
        Whole weeks without strength work since the last session. [1]; None before the first
    foundation_sessions
        Sessions whose working sets all stayed above the repetitions of heavy work. [1]
    contacts_a_week
        Landings of jumps in the last seven days. [1]
    near_limit_on
        The last day a set ended near its limit, so that reserves can be believed (rule P05);
        None where there was none.
    pains
        Every pain that was told, oldest first.
    """

    as_of: date
    ladders: tuple[LadderState, ...] = ()
    others: tuple[ExerciseState, ...] = ()
    heavy_gate: GateProgress = field(default=GateProgress(rule="G17", is_open=False))
    jump_gate: GateProgress = field(default=GateProgress(rule="G16", is_open=False))
    weeks_trained: int = 0
    weeks_since_deload: int = 0
    weeks_away: int | None = None
    foundation_sessions: int = 0
    contacts_a_week: int = 0
    near_limit_on: date | None = None
    pains: tuple[PainSeen, ...] = ()

    @property
    def exercises(self) -> tuple[ExerciseState, ...]:
        """State of everything that was done."""
        return (*(one for ladder in self.ladders for one in ladder.exercises), *self.others)

    def exercise(self, exercise: str) -> ExerciseState | None:
        """State of an exercise; None where it was never done."""
        return next((one for one in self.exercises if one.exercise == exercise), None)
