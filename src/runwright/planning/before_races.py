"""Working sets in the days before an A race, counted by its day, not by weeks (rule S13)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.exercise import Role
from runwright.domain.runner import Priority, Race
from runwright.planning.compose import Item
from runwright.planning.doses import with_sets
from runwright.planning.session_spot import SessionSpot
from runwright.planning.set_limits import Parts, within, working_sets
from runwright.rules.registry import RuleBook
from runwright.rules.week_content import sets_before_race


@dataclass(kw_only=True)
class RaceWindow:
    """The last days before a race, and what they hold so far.

    Attributes
    ----------
    days
        How long the window is, the race's day included. [day]
    sessions_left
        Sessions in the window that are not written yet. [1]
    sets
        Working sets of those that are. [1]
    """

    race: date
    days: int
    sessions_left: int
    sets: int = 0

    def holds(self, day: date) -> bool:
        """Whether a day is in the window."""
        return 0 <= (self.race - day).days < self.days

    def take(self, parts: Parts, most: int) -> None:
        """Cut sessions of one week, all in the window, to their share of its `most` sets."""
        share = (most - self.sets) * len(parts) // max(1, self.sessions_left)
        self.sets += working_sets(within(parts, max(share, len(parts))))
        self.sessions_left -= len(parts)


class BeforeRaces:
    """Cuts a season's sets before its A races, week by week as it is written.

    Parameters
    ----------
    session_days
        Days of all the season's sessions.
    day_of
        The day of a session.
    """

    def __init__(
        self,
        book: RuleBook,
        races: Sequence[Race],
        session_days: Sequence[date],
        day_of: Callable[[SessionSpot], date],
    ) -> None:
        self.s13, self.day_of = book.parameters("S13"), day_of
        days = self.s13.window_days
        self.windows = [
            RaceWindow(race=race.day, days=days, sessions_left=0)
            for race in races
            if race.priority is Priority.A
        ]
        for window in self.windows:
            window.sessions_left = sum(window.holds(day) for day in session_days)

    def cut(self, parts: Parts, most_sets: int) -> None:
        """Cut one week's sessions, after a fullest week of `most_sets`; nothing before any week."""
        if most_sets == 0:
            return
        most = sets_before_race(most_sets, self.s13) * self.s13.window_days // DAYS_PER_WEEK
        for window in self.windows:
            near = [one for one in parts if window.holds(self.day_of(one[0]))]
            window.take(near, most)
            for _spot, opening, items in near:
                self._fewer_jumps(opening)
                self._fewer_jumps(items)

    def _fewer_jumps(self, items: list[Item]) -> None:
        """Cut the sets of jumps too: they have a dose of their own, not counted with the others."""
        for number, item in enumerate(items):
            if item.role is Role.PLYO:
                fewer = with_sets(item.dose, sets_before_race(item.dose.sets, self.s13))
                items[number] = replace(item, dose=fewer)
