"""What was really done: sessions and sets as the runner logged them, beside what was prescribed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.runner import Side
from runwright.domain.session import RIR_MAX

PERFORMED_SCHEMA_VERSION = "1"
RATING_MAX = 10  # of pain and of effort


class Ended(StrEnum):
    """How a session ended: all of it done, some of it, or stopped because something hurt."""

    DONE = "done"
    SHORTENED = "shortened"
    PAIN = "pain"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformedSet:
    """One set of one side as it was done.

    Attributes
    ----------
    label
        Place in the session, ``"A1"``.
    number
        Which set of its kind, from 1.
    side
        None where both sides worked in it.
    is_ramp
        Whether it was a lighter set before the working sets.
    reps, hold_s, distance_m, contacts
        What was reached; 0 is "tried, none", None is "not counted".
    load_kg
        External load. [kg]; 0.0 is body weight, None is "not told".
    rir
        Repetitions left in reserve. 0 to 10; 0 is failure, None is "not told".
    """

    label: str
    exercise: str
    number: int
    ended_at: datetime
    side: Side | None = None
    is_ramp: bool = False
    reps: int | None = None
    hold_s: int | None = None
    distance_m: int | None = None
    contacts: int | None = None
    load_kg: float | None = None
    rir: int | None = None

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueOutOfRangeError("number", self.number, "1 or more")
        for name in ("reps", "hold_s", "distance_m", "contacts", "load_kg"):
            value = getattr(self, name)
            if value is not None and not value >= 0:
                raise ValueOutOfRangeError(name, value, "0 or more, or None")
        if self.rir is not None and not 0 <= self.rir <= RIR_MAX:
            raise ValueOutOfRangeError("rir", self.rir, f"0 to {RIR_MAX}, or None")


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformedPain:
    """Pain that was told during a session, or right after it.

    Attributes
    ----------
    label
        Place in the session where it hurt; '' after the session.
    side
        None is both or the middle.
    """

    region: str
    pain_0_10: int
    told_at: datetime
    label: str = ""
    side: Side | None = None

    def __post_init__(self) -> None:
        _rating("pain_0_10", self.pain_0_10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedItem:
    """A place of the session that was left out, and why in the runner's words ('' untold)."""

    label: str
    exercise: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformedSession:
    """A session as it was done; accepted once, however often it is sent.

    Attributes
    ----------
    id
        Made where it was logged; the same session sent again has the same.
    script
        Id of the script it followed.
    minutes
        Which version was done. [min]
    effort_0_10
        Session RPE on the CR-10 scale; 0 is rest, None is "not told".
    """

    schema_version: str
    id: str
    script: str
    minutes: int
    started_at: datetime
    ended_at: datetime
    ended: Ended
    sets: tuple[PerformedSet, ...] = ()
    pains: tuple[PerformedPain, ...] = ()
    skipped: tuple[SkippedItem, ...] = ()
    effort_0_10: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.ended_at < self.started_at:
            raise ValueOutOfRangeError("ended_at", self.ended_at, "not before started_at")
        if self.effort_0_10 is not None:
            _rating("effort_0_10", self.effort_0_10)

    @property
    def srpe_load_au(self) -> float | None:
        """Session RPE times minutes really spent. [AU]; None where the effort is not told."""
        if self.effort_0_10 is None:
            return None
        return self.effort_0_10 * (self.ended_at - self.started_at).total_seconds() / 60


def _rating(name: str, value: int) -> None:
    if not 0 <= value <= RATING_MAX:
        raise ValueOutOfRangeError(name, value, f"0 to {RATING_MAX}")
