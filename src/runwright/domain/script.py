"""The session script: one session as the phone gets it, with every branch worked out beforehand.

Rule for the next author: the phone decides nothing. What it may need to choose between stands here,
in the order it is offered, with the words it is offered in.
"""

from dataclasses import dataclass
from datetime import date

from runwright.domain.evidence import Basis
from runwright.domain.exercise import DoseKind, Role, Sides
from runwright.domain.runner import Side
from runwright.domain.session import SetToSet

SCRIPT_SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget:
    """One set of one side.

    Attributes
    ----------
    number
        Which set of its kind, from 1; ramp sets are counted by themselves.
    side
        None where both sides work in it.
    ramp_share
        Share of the working load of a lighter set before the working sets; None is a working set.
    reps
        (low, high); None where something else is counted.
    hold_s, rep_hold_s, distance_m, steps, contacts
        As in the dose; None where not counted.
    work_s
        Seconds the set takes, about. [s]
    """

    number: int
    work_s: int
    side: Side | None = None
    ramp_share: float | None = None
    reps: tuple[int, int] | None = None
    hold_s: int | None = None
    rep_hold_s: int | None = None
    distance_m: int | None = None
    steps: int | None = None
    contacts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptExercise:
    """An exercise ready to be done: what to look at, what to mind, what to do.

    Attributes
    ----------
    rir
        Repetitions in reserve when a set ends; None is "not prescribed".
    rir_or_more
        Whether more in reserve is as good, as in the dose.
    load_kg
        Weight to do it with. [kg]; 0.0 is body weight, None is "the runner chooses by reserve".
    rest_s, setup_s
        Rest after a set; time to get into place. [s]
    sets
        In the order they are done, left and right apart where sides are.
    not_for
        Regions that must not hurt for it; it is not offered when one of them does.
    note
        One sentence this runner must read with it; '' for none.
    set_to_set
        Other weights that may be offered between the sets; None where it keeps to one.
    """

    exercise: str
    name: str
    cues: tuple[str, ...]
    fault: str
    fix: str
    feel: str
    tempo: str
    sides: Sides
    dose_kind: DoseKind
    loadable: bool
    rest_s: int
    setup_s: int
    sets: tuple[SetTarget, ...]
    rir: int | None = None
    rir_or_more: bool = False
    load_kg: float | None = None
    not_for: tuple[str, ...] = ()
    note: str = ""
    set_to_set: SetToSet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptItem:
    """A place in the session: what is prescribed, and what may stand in for it.

    Attributes
    ----------
    easier
        The exercise one rung down that this runner may do; None where there is none.
    swaps
        Other exercises of the same kind of movement, most alike first.
    rests
        Whether its sets wait for their rests; drills of small work go straight on.
    """

    label: str
    role: Role
    prescribed: ScriptExercise
    rests: bool
    easier: ScriptExercise | None = None
    swaps: tuple[ScriptExercise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptBlock:
    """Items done together; in a superset they take turns, set by set."""

    id: str
    is_superset: bool
    items: tuple[ScriptItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptVersion:
    """The session for an amount of time. [min]"""

    minutes: int
    worked_out_min: float
    blocks: tuple[ScriptBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptTimes:
    """Short times that belong to no exercise, the ones the plan counts its minutes with. [s]

    Attributes
    ----------
    basis
        How they are known.
    switch_s
        Changing sides; also to get into place for a hold whose exercise asks for no more.
    change_s
        From one exercise to the next.
    ramp_rest_s
        Between the lighter sets, to change plates.
    """

    basis: Basis
    switch_s: int
    change_s: int
    ramp_rest_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLimit:
    """How sore a region may be: go on up to `green_max_0_10`, hold up to `amber_max_0_10`."""

    region: str
    name: str
    green_max_0_10: int
    amber_max_0_10: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainWords:
    """What is said of a pain within, between and beyond its limits."""

    green: str
    amber: str
    red: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionScript:
    """One session or small work of a day, whole: it needs nothing else to be done.

    Attributes
    ----------
    id
        Stable across re-plans, as the session's.
    start_min
        When it is planned. [min] after midnight
    versions
        The planned length first, then the others, shortest first.
    """

    schema_version: str
    id: str
    day: date
    title: str
    start_min: int
    versions: tuple[ScriptVersion, ...]
    times: ScriptTimes
    pain_limits: tuple[PainLimit, ...]
    pain_words: PainWords
    protocol: str
    knowledge_version: str
