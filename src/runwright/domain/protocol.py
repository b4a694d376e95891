"""Protocols: which sessions a week asks for in each phase, and what a session is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.evidence import Support, Value
from runwright.domain.exercise import Role
from runwright.domain.session import SessionKind


class Phase(StrEnum):
    """Phases of a season (rule P13)."""

    FOUNDATION = "foundation"
    BUILD = "build"
    STRENGTH = "strength"
    MAINTAIN = "maintain"
    TAPER = "taper"
    RACE = "race"
    TRANSITION = "transition"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDose:
    """Sessions of each kind a week asks for; a kind that is not named is not wanted."""

    sessions: tuple[tuple[SessionKind, int], ...]

    def count(self, kind: SessionKind) -> int:
        """Sessions of `kind`; 0 where it is not named."""
        for named, count in self.sessions:
            if named is kind:
                return count
        return 0

    @property
    def strength_sessions(self) -> int:
        """All strength sessions, jumps alone left out."""
        return sum(count for kind, count in self.sessions if kind.is_strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDose:
    """What the weeks of a phase ask for: normally, and in a deload week (None: never deloads).

    A count of -1 in the YAML stands for "as often as the runner trains a week".
    """

    week: WeekDose
    deload: WeekDose | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the body or skill the weekly plan covers (rule D12), and who can cover it.

    Attributes
    ----------
    patterns
        Movement patterns that cover it, most wanted first.
    only
        Exercises it is limited to; empty for every exercise of the patterns.
    role
        The place its exercises take in a session.
    group
        What it tires: two exercises of one group are never paired (rule D10).
    priority
        Points a week loses when it is not covered (rule S12's order).
    again
        Points a second slot in the same week is worth.
    every_weeks
        It must be covered once in this many weeks.
    kinds
        Session kinds that may hold it.
    """

    id: str
    name: str
    patterns: tuple[str, ...]
    only: tuple[str, ...]
    role: Role
    group: str
    priority: int
    again: int
    every_weeks: int
    kinds: tuple[SessionKind, ...]
    lower_body: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A fixed place in a session of an article's protocol.

    Attributes
    ----------
    one_of
        Exercises that take turns from session to session; a single one stays.
    label
        Superset letter and place, ``"A1"``; '' for one after the other.
    sets, reps, hold_s, steps
        As the article gives them, (low, high); None where it does not.
    to_exhaustion
        Whether the article asks for as many as possible (rule D08 keeps it off by default).
    support
        What the dose rests on.
    """

    one_of: tuple[str, ...]
    role: Role
    support: Support
    label: str = ""
    sets: tuple[int, int] | None = None
    reps: tuple[int, int] | None = None
    hold_s: tuple[int, int] | None = None
    steps: tuple[int, int] | None = None
    to_exhaustion: bool = False
    optional: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTemplate:
    """A session of an article's protocol, in its order."""

    id: str
    title: str
    kinds: tuple[SessionKind, ...]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """A way to train: data only, run by the one planner.

    Attributes
    ----------
    article
        The article it is faithful to, ``"S1"``; None for our own.
    per_week, minutes
        (low, usual, high) strength sessions a week, and minutes a session.
    phases
        What each phase asks for.
    areas
        What the planner chooses exercises for; empty when `templates` fix them.
    templates
        Fixed sessions; empty when the planner chooses.
    mobility, warm_up
        Exercises of the daily mobility and of the warm-up before quality runs and lifting.
    rule_parameters
        Parameters this protocol sets differently, by rule id; never of a gate.
    corrections
        Where a hard rule overrules what the article says: (rule id, sentence).
    """

    id: str
    name: str
    article: str | None
    summary: str
    support: Support
    per_week: tuple[int, int, int]
    minutes: tuple[int, int, int]
    phases: Mapping[Phase, PhaseDose]
    areas: tuple[Area, ...]
    templates: tuple[SessionTemplate, ...]
    mobility: tuple[str, ...]
    warm_up: tuple[str, ...]
    rule_parameters: Mapping[str, Mapping[str, Value]]
    progression: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...]
