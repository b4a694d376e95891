"""Who runs: the runner, races, days and minutes, kit, pain and answers to the safety questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from runwright.domain.calendar import WHOLE_DAY, Window
from runwright.domain.run import RunKind

AGE_UNKNOWN_ADULT = 40  # norms need an age; used, and said to be used, where none was given


class Sex(StrEnum):
    """Sex as a norm table knows it; UNSPECIFIED takes the more cautious of both rows."""

    WOMAN = "woman"
    MAN = "man"
    UNSPECIFIED = "unspecified"


class RunningLevel(StrEnum):
    """Running experience: under 6 months, in between, a year and 20 km a week (Terms)."""

    NOVICE = "novice"
    REGULAR = "regular"
    ESTABLISHED = "established"


class StrengthExperience(StrEnum):
    """How used to lifting: never or long ago; on and off; weekly for two months or more."""

    NONE = "none"
    SOME = "some"
    REGULAR = "regular"


class Priority(StrEnum):
    """A is what the season is for, B is raced rested, C is run out of training."""

    A = "A"
    B = "B"
    C = "C"


class Side(StrEnum):
    """The runner's own left and right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race.

    Attributes
    ----------
    distance_km
        [km], above 0
    start_min
        Start of the race. [min] after midnight
    """

    name: str
    day: date
    distance_km: float
    priority: Priority = Priority.A
    start_min: int = 9 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAvailability:
    """What a weekday offers for strength and mobility.

    Attributes
    ----------
    minutes
        Most minutes of strength and mobility on such a day. [min]; 0 is a day without
    windows
        When the runner can train; runs need not lie inside.
    """

    minutes: int
    windows: tuple[Window, ...] = (WHOLE_DAY,)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunHabit:
    """A run the runner does on a weekday, told instead of files or beside them.

    Attributes
    ----------
    weekday
        0 is Monday, 6 Sunday.
    """

    weekday: int
    duration_min: int
    kind: RunKind = RunKind.EASY
    distance_km: float | None = None
    start_min: int = 7 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """Days away: other kit, and other minutes where told."""

    first: date
    last: date
    kit: frozenset[str]
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """Days on which nothing is planned."""

    first: date
    last: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """Pain the runner reports today.

    Attributes
    ----------
    region
        Id of a region of the knowledge base, ``"achilles_insertional"``.
    pain_0_10
        Worst in the last week. 0 to 10
    side
        None is both or the middle.
    focal_bone, worse_with_loading, hop_pain, night_pain
        Answers to the bone questions of rule G03; None is "not asked".
    since_weeks
        [week]; None is "not told".
    told_on
        When it was told; None is "not known".
    cleared_on
        When a clinician had looked at it and cleared the runner; None is "not".
    """

    region: str
    pain_0_10: int
    side: Side | None = None
    focal_bone: bool | None = None
    worse_with_loading: bool | None = None
    hop_pain: bool | None = None
    night_pain: bool | None = None
    since_weeks: int | None = None
    told_on: date | None = None
    cleared_on: date | None = None

    @property
    def is_cleared(self) -> bool:
        """Whether a clinician has cleared it since it was told."""
        if self.cleared_on is None:
            return False
        return self.told_on is None or self.cleared_on >= self.told_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How the last two weeks felt, as far as the runner tells (rules L09-L12).

    Attributes
    ----------
    sleep_h
        Mean of the last 7 to 14 nights. [h]; None is "not told".
    stress_days
        Days of the last 7 with stress of 7 or more out of 10; None is "not told".
    soreness_0_10
        Leg soreness this morning; None is "not told".
    volume_rising, intensity_rising, sleep_falling
        Over the last 14 days (rule L10); None is "not told".
    """

    sleep_h: float | None = None
    stress_days: int | None = None
    soreness_0_10: int | None = None
    volume_rising: bool | None = None
    intensity_rising: bool | None = None
    sleep_falling: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTestResult:
    """One result of a home test.

    Attributes
    ----------
    test
        Id of the test, ``"knee_to_wall"``.
    value
        In the unit of the test (its id says which); segments failed for the single-leg squat.
    side
        None for tests without sides.
    day
        When it was done; None is "not told".
    """

    test: str
    value: float  # lint: allow unit-suffix: in the unit of the test its id names
    side: Side | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """A runner as the planner needs them.

    Attributes
    ----------
    age
        [year]; None is "not told".
    weight_kg, height_cm
        [kg], [cm]; None is "not told".
    running_months
        Months of regular running; None is "not told".
    weekly_km
        Typical running a week as told. [km]; None is "take it from the runs".
    session_minutes
        Length of a normal strength session. [min]
    sessions_per_week
        Strength sessions wished for; None is "as the protocol says".
    days
        Seven entries, Monday first.
    habits
        Runs by weekday, where there are no files.
    kit
        Ids of the kit at hand; household things are always there.
    loads_kg
        The runner's own weights by kit id, lightest first; a kit that is not named has the usual
        ones. [kg]
    safety
        Answers to the safety questions by question id; a missing one is "not answered".
    safety_on
        When each of them was answered, by question id; a missing one is "not known".
    test_results
        Results of home tests as told, see :mod:`runwright.domain.screening`.
    weeks_since_birth
        Weeks since giving birth; None when not postpartum (rule G12).
    timezone
        IANA name, for calendars.
    """

    name: str = ""
    age: int | None = None
    sex: Sex = Sex.UNSPECIFIED
    weight_kg: float | None = None
    height_cm: float | None = None
    running_months: int | None = None
    weekly_km: float | None = None
    strength_experience: StrengthExperience = StrengthExperience.NONE
    protocol: str = "runwright"
    session_minutes: int = 30
    sessions_per_week: int | None = None
    days: tuple[DayAvailability, ...] = (DayAvailability(minutes=45),) * 7
    habits: tuple[RunHabit, ...] = ()
    races: tuple[Race, ...] = ()
    kit: frozenset[str] = frozenset()
    loads_kg: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    travels: tuple[Travel, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    pains: tuple[Pain, ...] = ()
    safety: Mapping[str, bool] = field(default_factory=dict)
    safety_on: Mapping[str, date] = field(default_factory=dict)
    test_results: tuple[HomeTestResult, ...] = ()
    readiness: Readiness = Readiness()
    pregnant: bool = False
    weeks_since_birth: int | None = None
    wants_rolling: bool = False
    wants_jumps: bool = True
    timezone: str = "UTC"
