"""What the page knows about a season as a whole: where today is, phases, races, running a week."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.exercise import Role
from runwright.domain.plan import PlannedSession, SeasonPlan, WeekPlan
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Priority, Race
from runwright.domain.session import SessionKind
from runwright.domain.units import distance_counted, distance_unit
from runwright.domain.words import _
from runwright.formats.plan_words.kinds import kinds_of, session_counts

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks of one phase in a row, by index; both ends belong to it."""

    phase: Phase
    first: int
    last: int

    @property
    def weeks(self) -> int:
        """How many weeks it has."""
        return self.last - self.first + 1


class SeasonFacts:
    """A plan as seen on a day.

    Attributes
    ----------
    today
        The day the page is made for; it may lie outside the season.
    """

    def __init__(self, plan: SeasonPlan, today: date) -> None:
        self.plan, self.today = plan, today

    @cached_property
    def weeks(self) -> tuple[WeekPlan, ...]:
        """All weeks."""
        return self.plan.weeks

    @cached_property
    def today_index(self) -> int | None:
        """Index of the week that holds today; None outside the season."""
        for index, week in enumerate(self.weeks):
            if week.monday <= self.today < week.monday + timedelta(days=DAYS_PER_WEEK):
                return index
        return None

    @cached_property
    def current(self) -> int:
        """Index of the week to show open: today's, the first before it, the last after it."""
        if self.today_index is not None:
            return self.today_index
        return 0 if not self.weeks or self.today < self.weeks[0].monday else len(self.weeks) - 1

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Phases in their order, weeks of one phase in a row together."""
        found: list[Stretch] = []
        for index, week in enumerate(self.weeks):
            if found and found[-1].phase is week.phase:
                found[-1] = Stretch(week.phase, found[-1].first, index)
            else:
                found.append(Stretch(week.phase, index, index))
        return tuple(found)

    def stretch_of(self, index: int) -> Stretch:
        """Return the phase that holds a week."""
        return next(one for one in self.stretches if one.first <= index <= one.last)

    @cached_property
    def race(self) -> Race | None:
        """The race the season is for: the next A race, else the last one there is."""
        races = self.plan.races
        coming = [race for race in races if race.day >= self.today]
        for some in (coming, races):
            main = [race for race in some if race.priority is Priority.A] or list(some)
            if main:
                return main[0] if some is coming else main[-1]
        return None

    def races_of(self, week: WeekPlan) -> tuple[Race, ...]:
        """Return the races of a week."""
        last = week.monday + timedelta(days=DAYS_PER_WEEK)
        return tuple(race for race in self.plan.races if week.monday <= race.day < last)

    @cached_property
    def in_distance(self) -> bool:
        """Whether running is told as a distance: every week with runs has one."""
        running = [week for week in self.weeks if week.run_min > 0]
        return bool(running) and all(week.run_km is not None for week in running)

    def running(self, week: WeekPlan) -> float:
        """Return a week's running in the unit of the season. [km], [mi] or [h]"""
        if self.in_distance:
            return distance_counted(week.run_km if week.run_km is not None else 0.0)
        return week.run_min / MINUTES_PER_HOUR

    def longest(self, week: WeekPlan) -> float:
        """Return a week's longest run in the unit of the season. [km], [mi] or [h]"""
        if self.in_distance:
            return distance_counted(week.longest_km if week.longest_km is not None else 0.0)
        return max((run.duration_min for run in runs_of(week)), default=0) / MINUTES_PER_HOUR

    def said(self, running: float) -> str:
        """Return an amount of running with its unit."""
        if self.in_distance:
            words = _("{amount:g} {unit}")
            return words.format(amount=round(running, 1), unit=distance_unit())
        return _("{hours:g} h").format(hours=round(running, 1))

    def details_of(self, stretch: Stretch) -> list[str]:
        """Return what a phase asks for in a few words, the longest way of saying it first."""
        weeks = self.weeks[stretch.first : stretch.last + 1]
        lifts, sessions = self._main_range(weeks), session_counts(self.typical_kinds(stretch))
        if stretch.phase not in {Phase.FOUNDATION, Phase.BUILD, Phase.STRENGTH} or not lifts:
            return [sessions] if sessions else []
        jumps = self._jumps_from(stretch)
        longest = [f"{lifts}{jumps}"] if jumps else []
        if stretch.phase is Phase.FOUNDATION:
            longest = [_("learn the lifts, {reps}").format(reps=lifts), _("learn the lifts")]
        return [*longest, lifts]

    @staticmethod
    def _main_range(weeks: tuple[WeekPlan, ...]) -> str:
        ranges = [
            item.dose.reps
            for week in weeks
            for session in sessions_of(week)
            for block in session.blocks
            for item in block.items
            if item.role is Role.MAIN and item.dose.reps is not None
        ]
        if not ranges:
            return ""
        low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
        return _("{low}–{high} reps").format(low=low, high=high)

    def _jumps_from(self, stretch: Stretch) -> str:
        for week in self.weeks[stretch.first : stretch.last + 1]:
            if any(kind.has_jumps for kind in kinds_of(week)):
                return _("; jumps from week {number}").format(number=week.number)
        return ""

    def typical_kinds(self, stretch: Stretch) -> tuple[SessionKind, ...]:
        """Return the kinds of session that most weeks of a phase hold."""
        weeks = self.weeks[stretch.first : stretch.last + 1]
        usual = [week for week in weeks if not week.deload] or list(weeks)
        counts = Counter(tuple(sorted(kinds_of(week), key=_rank)) for week in usual)
        return counts.most_common(1)[0][0]


def _rank(kind: SessionKind) -> int:
    return list(SessionKind).index(kind)


def runs_of(week: WeekPlan) -> Iterator[PlannedRun]:
    """Return the runs of a week."""
    return (run for day in week.days for run in day.runs)


def sessions_of(week: WeekPlan) -> Iterator[PlannedSession]:
    """Return the sessions of a week."""
    return (day.session for day in week.days if day.session is not None)


def has_race(week: WeekPlan) -> bool:
    """Whether a race is run in the week."""
    return any(run.kind is RunKind.RACE for run in runs_of(week))
