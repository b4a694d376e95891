"""A week as the page shows it: its line, the clock, the days as a list, the cards, the extras."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import DayPlan, WeekPlan
from runwright.domain.words import _
from runwright.formats.figure_html.book import FigureBook
from runwright.formats.plan_html.cited import Cited
from runwright.formats.plan_html.gaps import Event, Gap, Limits, gap_after, gap_before
from runwright.formats.plan_html.glyphs import week_strip
from runwright.formats.plan_html.routine_view import RoutineBook, RoutineLink
from runwright.formats.plan_html.season_facts import SeasonFacts
from runwright.formats.plan_html.session_view import SessionBook, SessionView
from runwright.formats.plan_html.week_boxes import Box, boxes_of
from runwright.formats.plan_html.week_chart import WeekChart
from runwright.formats.plan_html.week_words import week_span, week_work
from runwright.formats.plan_html.why_view import (
    RuleShelf,
    Said,
    Speaks,
    points_words,
    why_view,
)
from runwright.formats.plan_words.dates import short_weekday, span
from runwright.formats.plan_words.kinds import phase_name


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day of the list on narrow screens.

    Attributes
    ----------
    away
        Why nothing is planned, or where the runner is; '' for an ordinary day.
    """

    weekday: str
    number: int
    boxes: tuple[Box, ...]
    gaps: tuple[str, ...]
    away: str
    is_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a session's place costs, and why."""

    points: str
    title: str
    rule: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """A week.

    Attributes
    ----------
    is_current
        Whether it is the one shown open.
    """

    anchor: str
    number: int
    title: str
    short: str
    phase: str
    line: str
    tags: tuple[tuple[str, str], ...]
    strip: Markup
    chart: Markup
    days: tuple[DayView, ...]
    sessions: tuple[SessionView, ...]
    routines: tuple[RoutineLink, ...]
    gave_way: tuple[Speaks, ...]
    costs: tuple[Cost, ...]
    is_current: bool
    is_past: bool


class WeekBook:
    """Makes the weeks of one plan."""

    def __init__(
        self,
        facts: SeasonFacts,
        cited: Cited,
        shelf: RuleShelf,
        events: Sequence[Event],
        limits: Limits,
        figures: FigureBook,
    ) -> None:
        self.facts, self.cited, self.shelf = facts, cited, shelf
        self.events, self.limits = events, limits
        self.book = SessionBook(cited, figures)
        self.routines = RoutineBook(facts.plan, self.book, shelf)
        self.by_session = {one.session.id: one for one in events if one.session is not None}
        self.next_session = self._next_session()

    def _next_session(self) -> str | None:
        week = self.facts.weeks[self.facts.current] if self.facts.weeks else None
        days = week.days if week is not None else ()
        ids = [
            day.session.id
            for day in days
            if day.session is not None and day.day >= self.facts.today
        ]
        return ids[0] if ids else None

    def weeks(self) -> list[WeekView]:
        """Return all weeks in their order."""
        current = self.facts.current
        return [self.week(one, is_open=one == current) for one in range(len(self.facts.weeks))]

    def week(self, index: int, *, is_open: bool) -> WeekView:
        """Return a week by its place, from 0; an open one shows its sessions in full."""
        facts, week = self.facts, self.facts.weeks[index]
        sunday = week.monday + timedelta(days=DAYS_PER_WEEK - 1)
        gaps = self._gaps(week)
        today = facts.today.weekday() if index == facts.today_index else None
        return WeekView(
            anchor=f"week-{week.number}",
            number=week.number,
            title=_("Week {number}, {span}").format(
                number=week.number, span=span(week.monday, sunday)
            ),
            short=week_span(week),
            phase=phase_name(week.phase),
            line=" · ".join(week_work(facts, week)),
            tags=self._tags(index),
            strip=week_strip(week),
            chart=WeekChart(week, gaps, today).draw(),
            days=tuple(self._day(day, gaps) for day in week.days),
            sessions=tuple(
                self._session(day, is_current=is_open)
                for day in week.days
                if day.session is not None
            ),
            routines=self.routines.of_week(week),
            gave_way=self._gave_way(week),
            costs=_costs(week),
            is_current=is_open,
            is_past=sunday < facts.today,
        )

    def _tags(self, index: int) -> tuple[tuple[str, str], ...]:
        week = self.facts.weeks[index]
        found = [("now", _("this week"))] if index == self.facts.today_index else []
        if week.deload:
            found.append(("easy", _("deload")))
        return (*found, *(("race", race.name) for race in self.facts.races_of(week)))

    def _gaps(self, week: WeekPlan) -> list[Gap]:
        """Return gaps that begin and end in the week, each once."""
        found: dict[tuple[str, str], Gap] = {}
        for event in self.events:
            if event.session is None or not self._is_in(week, event):
                continue
            for gap in (
                gap_before(event, self.events, self.limits),
                gap_after(event, self.events, self.limits),
            ):
                inside = gap and self._is_in(week, gap.before) and self._is_in(week, gap.after)
                if gap is not None and inside:
                    found.setdefault((str(gap.before.end), str(gap.after.start)), gap)
        return list(found.values())

    @staticmethod
    def _is_in(week: WeekPlan, event: Event) -> bool:
        return 0 <= (event.start.date() - week.monday).days < DAYS_PER_WEEK

    def _day(self, day: DayPlan, gaps: Sequence[Gap]) -> DayView:
        away = day.blocked if day.blocked is not None else day.travel
        blocked = _("nothing planned")
        words = _("{gap} to {title}, {asked}")
        return DayView(
            weekday=short_weekday(day.day),
            number=day.day.day,
            boxes=tuple(boxes_of(day)),
            gaps=tuple(
                words.format(gap=gap.said, title=gap.after.spoken, asked=gap.asked)
                for gap in gaps
                if gap.before.end.date() == day.day
            ),
            away="" if away is None else away or blocked,
            is_today=day.day == self.facts.today,
        )

    def _session(self, day: DayPlan, *, is_current: bool) -> SessionView:
        session = day.session
        if session is None:
            raise ValueError(day)
        drawn = (self.by_session[session.id], self.events, self.limits) if is_current else None
        return self.book.session(
            day,
            session,
            why_view(session, self.shelf, drawn),
            in_full=is_current,
            is_next=session.id == self.next_session,
        )

    def _gave_way(self, week: WeekPlan) -> tuple[Speaks, ...]:
        days = {day.day for day in week.days}
        return tuple(
            Speaks(rule=self.shelf.rule(one.rule), said=(Said(says=one.says, points=""),))
            for one in self.facts.plan.relaxed
            if one.day in days
        )


def _costs(week: WeekPlan) -> tuple[Cost, ...]:
    return tuple(
        Cost(
            points=points_words(reason.points),
            title=day.session.title,
            rule=reason.rule,
            says=reason.says,
        )
        for day in week.days
        if day.session is not None
        for reason in day.session.reasons
        if reason.points
    )
