"""What placement rules look at: a day with its runs and session, days nearby, a week's tally."""

from collections.abc import Mapping
from dataclasses import dataclass

from runwright.domain.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, Window
from runwright.domain.protocol import Phase, WeekDose
from runwright.domain.run import RunKind
from runwright.domain.screening import GateEffect
from runwright.domain.session import Placed, SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFact:
    """A run as placement rules see it. [min] after midnight; the end may pass midnight."""

    kind: RunKind
    start_min: int
    end_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """All that a placement rule may know about a day, before a session is put there.

    Two days with equal facts are alike to every rule, so their costs are worked out once.

    Attributes
    ----------
    novel
        Whether the programme is still new to the legs (rule S02).
    races_near
        (days to it, days without heavy legs before it) for each A or B race so near that the
        rules before a race have begun; the next one first.
    since_race_days, recovery_days
        Days since the last race and the days its distance asks for; None when long past.
    closed
        (gate rule, effect) pairs in force on this day.
    jumps_are_hard
        Whether jumps are at a level that counts as hard legs (evidence.md, Terms).
    usual
        What the previous plan holds on this day: its kind, or None for nothing;
        the string ``"unset"`` when there is no previous plan.
    """

    weekday: int
    runs: tuple[RunFact, ...]
    minutes: int
    windows: tuple[Window, ...]
    phase: Phase
    novel: bool = False
    races_near: tuple[tuple[int, int], ...] = ()
    since_race_days: int | None = None
    recovery_days: int = 0
    closed: frozenset[tuple[str, GateEffect]] = frozenset()
    jumps_are_hard: bool = False
    usual: SessionKind | str | None = "unset"

    @property
    def is_race_day(self) -> bool:
        """Whether a race is run on this day."""
        return any(run.kind is RunKind.RACE for run in self.runs)

    @property
    def has_hard_run(self) -> bool:
        """Whether a run of this day is hard (evidence.md, Terms)."""
        return any(run.kind.is_hard for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBefore:
    """All that a rule about two days may know of the first one.

    Attributes
    ----------
    legs, hard_legs
        Whether its session trains the legs, and whether hard (or new to them).
    is_hard
        Whether the day is hard, by its run or its session.
    """

    session: Placed | None
    legs: bool
    hard_legs: bool
    is_hard: bool
    novel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAfter:
    """All that a rule about two days may know of the second one; runs as (kind, start)."""

    session: Placed | None
    legs: bool
    is_hard: bool
    runs: tuple[tuple[RunKind, int], ...]


class PlannedDay:
    """A day's facts with the session chosen for it (None for no session)."""

    __slots__ = ("as_after", "as_before", "facts", "hard_legs", "is_hard", "legs", "session")

    def __init__(self, facts: DayFacts, session: Placed | None) -> None:
        self.facts = facts
        self.session = session
        kind = session.kind if session is not None else None
        hard_jumps = kind is SessionKind.JUMPS and facts.jumps_are_hard
        self.legs = kind is not None and (kind.is_lower_body or hard_jumps)
        self.hard_legs = self.legs and (kind is not SessionKind.FOUNDATION or facts.novel)
        hard_session = kind is not None and (kind.loads_legs_hard or hard_jumps)
        self.is_hard = hard_session or facts.has_hard_run
        self.as_before = DayBefore(
            session=session,
            legs=self.legs,
            hard_legs=self.hard_legs,
            is_hard=self.is_hard,
            novel=facts.novel,
        )
        self.as_after = DayAfter(
            session=session,
            legs=self.legs,
            is_hard=self.is_hard,
            runs=tuple((run.kind, run.start_min) for run in facts.runs),
        )


class NearbyDays:
    """Two days of a plan, one or two nights apart, as rules about both may look at them."""

    __slots__ = ("after", "apart_days", "before")

    def __init__(self, before: DayBefore, after: DayAfter, apart_days: int) -> None:
        self.before, self.after, self.apart_days = before, after, apart_days

    @classmethod
    def of(cls, before: PlannedDay, after: PlannedDay, apart_days: int) -> "NearbyDays":
        """Two planned days side by side."""
        return cls(before.as_before, after.as_after, apart_days)

    def hours(self, end_min: int, start_min: int) -> float:
        """Hours from a minute of the first day to a minute of the second. [h]"""
        return (self.apart_days * MINUTES_PER_DAY + start_min - end_min) / MINUTES_PER_HOUR

    def runs_after_session(self) -> tuple[tuple[RunKind, float], ...]:
        """Runs of the second day with their hours after the first day's session ends. [h]"""
        if self.before.session is None:
            return ()
        end = self.before.session.end_min
        return tuple((kind, self.hours(end, start)) for kind, start in self.after.runs)

    def hours_between_sessions(self) -> float | None:
        """Hours from the first day's session to the second day's; None without both. [h]"""
        if self.before.session is None or self.after.session is None:
            return None
        return self.hours(self.before.session.end_min, self.after.session.start_min)


@dataclass(frozen=True, slots=True, kw_only=True)
class SameWeekday:
    """Kinds of session on one weekday in two weeks that follow each other; None for none."""

    before: SessionKind | None
    after: SessionKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTally:
    """A week counted up: what it asks for, what it holds, and how hard its days are.

    Attributes
    ----------
    wanted
        The dose of this week; `deload` tells which.
    counts
        Sessions placed, by kind.
    hard_days, rest_days
        Hard days; days without run and strength.
    easy_sessions, all_sessions
        Runs and sessions of the week that are easy, and all of them.
    lighter_running
        Whether this week's running is clearly lighter than its neighbours'.
    new_stressors
        What starts anew in this week, the running's own included (rule L07).
    given_hard_days
        Hard days by the runs alone.
    """

    wanted: WeekDose
    deload: bool
    counts: Mapping[SessionKind, int]
    hard_days: int
    rest_days: int
    easy_sessions: int
    all_sessions: int
    lighter_running: bool
    given_hard_days: int
    heavy_running: bool = False
    new_stressors: frozenset[str] = frozenset()

    def count(self, kind: SessionKind) -> int:
        """Sessions of `kind` in this week."""
        return self.counts.get(kind, 0)
