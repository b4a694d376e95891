"""A runner's plan as the pages take it: facts, charts and words, made once for a request."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property

from runwright.domain.plan import DayPlan, SeasonPlan, WeekPlan
from runwright.formats.figure_html import FigureBook
from runwright.formats.plan_html.cited import Cited
from runwright.formats.plan_html.gaps import events_of, limits_of
from runwright.formats.plan_html.season_facts import SeasonFacts
from runwright.formats.plan_html.week_view import WeekBook
from runwright.formats.plan_html.why_view import RuleShelf
from runwright.knowledge.library import Library


class ShownPlan:
    """One plan, looked at on a day.

    Parameters
    ----------
    follow
        What the coach makes of a day; None shows every day as it was planned.
    """

    def __init__(
        self,
        plan: SeasonPlan,
        library: Library,
        today: date,
        follow: Callable[[DayPlan], DayPlan] | None = None,
    ) -> None:
        self.plan, self.library, self.today, self.follow = plan, library, today, follow

    def day(self, day: date) -> DayPlan | None:
        """Return a day as it is asked for; None outside the season."""
        planned = self.plan.day(day)
        return planned if planned is None or self.follow is None else self.follow(planned)

    @cached_property
    def facts(self) -> SeasonFacts:
        """What the charts are drawn from."""
        return SeasonFacts(self.plan, self.today)

    @cached_property
    def cited(self) -> Cited:
        """Exercises, rules and sources the plan names."""
        return Cited(self.plan, self.library)

    @cached_property
    def shelf(self) -> RuleShelf:
        """Rules as they are said."""
        return RuleShelf(self.library)

    @cached_property
    def book(self) -> WeekBook:
        """Weeks as they are shown."""
        limits = limits_of(self.library, self.plan.made_with.protocol)
        figures = FigureBook({}, {})  # pages show them as files
        return WeekBook(self.facts, self.cited, self.shelf, events_of(self.plan), limits, figures)

    def week_of(self, day: date) -> WeekPlan | None:
        """Return the week that holds a day; None outside the season."""
        for week in self.plan.weeks:
            if week.monday <= day < week.monday + timedelta(weeks=1):
                return week
        return None

    def next_days(self, day: date, count: int) -> list[DayPlan]:
        """Return the next days that hold a session or a run."""
        days = [one for week in self.plan.weeks for one in week.days if one.day > day]
        return [one for one in days if one.session is not None or one.runs][:count]

    def next_session(self, day: date) -> DayPlan | None:
        """Return the first later day that holds a session; None where the season has no more."""
        days = (one for week in self.plan.weeks for one in week.days if one.day > day)
        return next((one for one in days if one.session is not None), None)
