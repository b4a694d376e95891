"""Everything the coach is told: the diary, what was asked for, and what the runner decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession
from runwright.domain.proposal import Decided
from runwright.domain.script import SessionScript


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A runner's diary so far, in any order.

    Attributes
    ----------
    sessions
        Each once, in its latest version.
    check_ins
        One a day.
    scripts
        What was asked for, by script id, as it was then; a session without one is judged by the
        usual dose of its exercises.
    lighter_weeks
        Mondays of the weeks that were planned lighter.
    """

    sessions: tuple[PerformedSession, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    scripts: Mapping[str, SessionScript] = field(default_factory=dict)
    decisions: tuple[Decided, ...] = ()
    lighter_weeks: frozenset[date] = frozenset()
