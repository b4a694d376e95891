"""A season before placement: each week's phase, dose and facts, each day's runs and minutes."""

from dataclasses import dataclass
from datetime import date

from runwright.domain.protocol import Phase, WeekDose
from runwright.domain.session import Placed, SessionKind
from runwright.rules.windows import DayFacts

Fixed = Placed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFrame:
    """A week as the placement sees it.

    Attributes
    ----------
    wanted
        Dose of a normal week.
    deload
        Dose of a deload week; None where the phase has none.
    rests
        Whether the week is easy by itself (taper, race, transition): the count of weeks
        since the last deload starts again after it.
    must_deload
        Whether a rule forces an easy week (L10).
    days
        Seven facts, Monday first.
    fixed
        Sessions that may not move (the past, or weeks that are kept), by weekday;
        a weekday that is not there is free.
    wished
        Kinds that alone may be on a weekday (None for no session), where the runner moves a
        session by hand.
    """

    number: int
    monday: date
    phase: Phase
    wanted: WeekDose
    deload: WeekDose | None
    rests: bool
    must_deload: bool
    novel: bool
    days: tuple[DayFacts, ...]
    lighter_running: bool = False
    heavy_running: bool = False
    new_stressors: frozenset[str] = frozenset()
    fixed: tuple[tuple[int, Fixed], ...] = ()
    wished: tuple[tuple[int, frozenset[SessionKind | None]], ...] = ()

    def kinds(self) -> tuple[SessionKind, ...]:
        """Kinds a day of this week may hold: those asked for, and lighter stand-ins."""
        asked = {
            kind for dose in (self.wanted, self.deload) if dose for kind, n in dose.sessions if n
        }
        lighter = {
            SessionKind.HEAVY: {SessionKind.SHORT, SessionKind.LIGHT},
            SessionKind.FOUNDATION: {SessionKind.LIGHT},
            SessionKind.SHORT: {SessionKind.LIGHT},
        }
        for kind in tuple(asked):
            asked |= lighter.get(kind, set())
        if SessionKind.JUMPS in asked and SessionKind.HEAVY in asked:
            asked.add(SessionKind.HEAVY_JUMPS)
        return tuple(kind for kind in SessionKind if kind in asked)
