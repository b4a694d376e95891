"""Why a session is where it is, why not elsewhere, what gave way, and what could not be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from runwright.domain.calendar import DAYS_PER_WEEK, clock
from runwright.domain.day_words import weekday_name
from runwright.domain.plan import Objective, Reason, Relaxed, Unmet
from runwright.domain.said import sentence, together
from runwright.domain.session import Placed, SessionKind
from runwright.domain.verdict import Severity
from runwright.domain.words import _, ngettext
from runwright.planning.conflicts import ways_out
from runwright.planning.judge import Judged, judge, planned_days, tally
from runwright.planning.placement import Placement, SeasonSearch
from runwright.planning.request import PlanRequest
from runwright.planning.season import Season
from runwright.planning.weeks import WeekPatterns, patterns_of, week_tables
from runwright.rules.kept import kept_words
from runwright.rules.names import phase_word
from runwright.rules.registry import RuleBook, Window
from runwright.rules.week_dose import kind_word, missing_sessions, several
from runwright.rules.windows import NearbyDays, PlannedDay

OBJECTIVE_STATUS = "optimal"
SHORTEST_STRETCH = 3  # weeks in a row from which on only the first and the last are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What a session on another day would mean.

    Attributes
    ----------
    session
        Where it would sit best on that day; None where it cannot sit at all.
    extra_points
        Points the season costs more; None where a rule forbids it.
    forbidden_by, differences
        What stands against it; and which rules cost more or less, in words.
    moved
        Other days that would change, with what they would hold.
    """

    day: date
    kind: SessionKind
    session: Placed | None
    extra_points: int | None
    forbidden_by: tuple[Reason, ...]
    differences: tuple[Reason, ...]
    moved: tuple[tuple[date, Placed | None], ...]


class Explainer:
    """Answers questions about one placement."""

    def __init__(
        self,
        request: PlanRequest,
        book: RuleBook,
        season: Season,
        search: SeasonSearch,
        placement: Placement,
    ) -> None:
        self.request, self.book, self.season = request, book, season
        self.search, self.placement = search, placement
        self.tables = search.tables
        self.judged = judge(season.frames, placement.weeks, search.tables)
        self.days = planned_days(season.frames, placement.weeks)
        self._by_day: dict[int, list[Judged]] = {}
        for one in self.judged:
            for day in {one.day, one.other} - {None}:
                self._by_day.setdefault(int(str(day)), []).append(one)
        self._elsewhere: dict[tuple[object, ...], tuple[Reason, ...]] = {}

    def day_of(self, number: int) -> date:
        """Date of day `number` of the season (from 0)."""
        return self.season.frames[0].monday + timedelta(days=number)

    # -- the whole ------------------------------------------------------------------------------

    def objective(self) -> Objective:
        """Points of the placement by rule, and the bound that proves them least."""
        by_rule: dict[str, int] = {}
        for one in self.judged:
            if one.points and one.finding.severity is not Severity.FORBIDS:
                by_rule[one.rule] = by_rule.get(one.rule, 0) + one.points
        total = sum(by_rule.values())
        return Objective(
            total=total,
            bound=total,
            status=OBJECTIVE_STATUS,
            by_rule=tuple(sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))),
        )

    def relaxed(self) -> tuple[Relaxed, ...]:
        """Every hard rule that gave way, with the day."""
        return tuple(
            Relaxed(rule=one.rule, day=self.day_of(one.day), says=one.finding.because)
            for one in self.judged
            if one.finding.severity is Severity.BENDS
        )

    def unmet(self, empty: Sequence[tuple[int, SessionKind]] = ()) -> tuple[Unmet, ...]:
        """What weeks ask for and do not get, with the ways out; weeks alike told once.

        Parameters
        ----------
        empty
            Week from 0 and kind of sessions that were left out since no exercise was allowed.
        """
        told: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
        for number, frame in enumerate(self.season.frames):
            placed = self.placement.weeks[number]
            if frame.rests or placed.deload:
                continue  # easy weeks take what fits around the race and the rest
            for kind, count in missing_sessions(tally(frame, placed.sessions, placed.deload)):
                what = several(kind, count)
                because, ways = ways_out(frame, kind, placed, self.tables)
                told.setdefault((what, because, ways), []).append(frame.number)
        found = [
            Unmet(
                what=_("{what} a week in {weeks}").format(what=what, weeks=_weeks_word(weeks)),
                week=weeks[0],
                because=because,
                ways_out=ways,
            )
            for (what, because, ways), weeks in told.items()
        ]
        return (*self._sessions_not_granted(), *self._without_exercises(empty), *found)

    def _without_exercises(self, empty: Sequence[tuple[int, SessionKind]]) -> Iterator[Unmet]:
        for kind in dict.fromkeys(kind for _week, kind in empty):
            weeks = [self.season.frames[week].number for week, one in empty if one is kind]
            yield Unmet(
                what=_("{sessions} in {weeks}").format(
                    sessions=kind_word(kind, len(weeks)), weeks=_weeks_word(sorted(set(weeks)))
                ),
                week=weeks[0],
                because=_(
                    "Every exercise of {protocol} for it is closed by a gate or a pain."
                ).format(protocol=_(self.request.protocol.name)),
                ways_out=(
                    _("Have what closes it looked at; the plan opens again with it."),
                    _("Take another protocol: it may have exercises that stay open."),
                ),
            )

    def _sessions_not_granted(self) -> tuple[Unmet, ...]:
        asked, given = self.season.asked_per_week, self.season.per_week
        if asked is None or asked == given:
            return ()
        d01 = self.book.parameters("D01")
        because = _(
            "The plan holds {given}: {usual} a week is enough and a third only fits the off-season "
            "with {runs} runs a week or fewer (D01)."
        ).format(given=given, usual=d01.default_per_week, runs=d01.three_max_runs)
        return (
            Unmet(
                what=_("{asked} strength sessions a week").format(asked=asked),
                week=None,
                because=because,
            ),
        )

    # -- why here -------------------------------------------------------------------------------

    def reasons(self, week: int, weekday: int) -> tuple[Reason, ...]:
        """What speaks for a session's place, what it costs there, and why not the other days."""
        number = week * DAYS_PER_WEEK + weekday
        day = self.days[number]
        near = {
            step: self.days[number + step]
            for step in (-2, -1, 1, 2)
            if 0 <= number + step < len(self.days)
        }
        kept = [Reason(rule=rule, says=says) for rule, says in kept_words(self.book, day, near)]
        paid = [
            Reason(rule=one.rule, says=sentence(one.finding.because), points=one.points)
            for one in self._by_day.get(number, [])
            if one.points and one.other != number - DAYS_PER_WEEK
        ]
        return (*kept, *paid, *self._other_days(week, weekday))

    def _other_days(self, week: int, weekday: int) -> tuple[Reason, ...]:
        """One sentence for each other day of the week that rules keep this session from."""
        first = week * DAYS_PER_WEEK
        around = self.days[max(0, first - 2) : first + DAYS_PER_WEEK + 2]
        key = (weekday, week == 0, tuple((day.facts, day.session) for day in around))
        known = self._elsewhere.get(key)
        if known is None:
            known = self._elsewhere[key] = tuple(self._not_on(week, weekday))
        return known

    def _not_on(self, week: int, weekday: int) -> list[Reason]:
        session = self.days[week * DAYS_PER_WEEK + weekday].session
        if session is None:
            return []
        found = []
        for other in range(DAYS_PER_WEEK):
            day = self.days[week * DAYS_PER_WEEK + other]
            if other == weekday or day.session is not None:
                continue
            verdict = self._forbidding(week, weekday, other, session.kind)
            if verdict is not None:
                rule, because = verdict
                says = _("Not {day}: {because}.").format(day=weekday_name(other), because=because)
                found.append(Reason(rule=rule, says=says))
        return found

    def _forbidding(
        self, week: int, weekday: int, other: int, kind: SessionKind
    ) -> tuple[str, str] | None:
        """The rule that keeps a session off another day of its week, all else standing."""
        number = week * DAYS_PER_WEEK + other
        facts = self.days[number].facts
        if facts.minutes < self.tables.lengths.least_min(kind):
            return "D03", _("{minutes} min that day").format(minutes=facts.minutes)
        table = self.tables.day(facts, (kind,))
        options = [day for day in table.days if day.session is not None]
        if not options:
            return self._day_rule(facts_day=number, kind=kind)
        blocking = [
            self._nearby_rule(number, week * DAYS_PER_WEEK + weekday, day) for day in options
        ]
        return blocking[0] if all(one is not None for one in blocking) else None

    def _day_rule(self, *, facts_day: int, kind: SessionKind) -> tuple[str, str] | None:
        facts = self.days[facts_day].facts
        for window in facts.windows:
            length = min(self.tables.lengths.usual_min(kind), facts.minutes, window.length_min)
            tried = Placed(kind=kind, start_min=window.start_min, duration_min=max(1, length))
            for one in self.book.findings(Window.DAY, PlannedDay(facts, tried)):
                if one.forbids:
                    return one.rule, one.finding.because
        return "D03", _("no time that fits around the runs")

    def _nearby_rule(self, number: int, vacated: int, day: PlannedDay) -> tuple[str, str] | None:
        for step in (-2, -1, 1, 2):
            near = number + step
            if not 0 <= near < len(self.days):
                continue
            other = self.days[near]
            if near == vacated:
                other = PlannedDay(other.facts, None)
            before, after = (other, day) if step < 0 else (day, other)
            window = NearbyDays.of(before, after, abs(step))
            bare = NearbyDays.of(
                PlannedDay(before.facts, None), PlannedDay(after.facts, None), abs(step)
            )
            given = {(o.rule, o.finding.because) for o in self.book.findings(Window.NEARBY, bare)}
            for one in self.book.findings(Window.NEARBY, window):
                if one.forbids and (one.rule, one.finding.because) not in given:
                    return one.rule, one.finding.because
        return None

    # -- why not there --------------------------------------------------------------------------

    def elsewhere(self, day: date, kind: SessionKind) -> Elsewhere:
        """What the best season with a session of `kind` on `day` looks like; exact."""
        number = (day - self.season.frames[0].monday).days
        week, weekday = divmod(number, DAYS_PER_WEEK)
        forced = self._forced_patterns(week, weekday, kind)
        placement = self.search.forced(week, forced) if forced is not None else None
        if placement is None:
            return Elsewhere(
                day=day,
                kind=kind,
                session=None,
                extra_points=None,
                forbidden_by=self.why_impossible(day, kind),
                differences=(),
                moved=(),
            )
        after = judge(self.season.frames, placement.weeks, self.tables)
        return Elsewhere(
            day=day,
            kind=kind,
            session=placement.weeks[week].sessions[weekday],
            extra_points=placement.points - self.placement.points,
            forbidden_by=(),
            differences=differences(self.judged, after),
            moved=self._moved(placement, number),
        )

    def _forced_patterns(self, week: int, weekday: int, kind: SessionKind) -> WeekPatterns | None:
        frame = self.season.frames[week]
        if kind not in frame.kinds():
            return None
        days = list(week_tables(frame, self.tables))
        days[weekday] = days[weekday].only(kind)
        if not len(days[weekday].points):
            return None
        return patterns_of(frame, tuple(days), self.tables)

    def why_impossible(self, day: date, kind: SessionKind) -> tuple[Reason, ...]:
        """What keeps a session of `kind` off a day, whatever is done with the others."""
        number = (day - self.season.frames[0].monday).days
        week, weekday = divmod(number, DAYS_PER_WEEK)
        frame = self.season.frames[week]
        if kind not in frame.kinds():
            says = _("The {phase} phase of this week holds no {session}.").format(
                phase=phase_word(frame.phase), session=kind_word(kind)
            )
            return (Reason(rule="P13", says=says),)
        verdict = self._forbidding(week, weekday, weekday, kind)
        if verdict is None:
            return (Reason(rule="D01", says=_("Every week that holds it breaks a firm rule.")),)
        rule, because = verdict
        return (Reason(rule=rule, says=sentence(because)),)

    def _moved(self, placement: Placement, number: int) -> tuple[tuple[date, Placed | None], ...]:
        before = [session for week in self.placement.weeks for session in week.sessions]
        after = [session for week in placement.weeks for session in week.sessions]
        return tuple(
            (self.day_of(day), now)
            for day, (was, now) in enumerate(zip(before, after, strict=True))
            if was != now and day != number
        )


def differences(before: Sequence[Judged], after: Sequence[Judged]) -> tuple[Reason, ...]:
    """Rules whose points differ between two placements, dearest first; words of the new one."""
    points: dict[str, int] = {}
    words: dict[str, str] = {}
    for sign, found in ((-1, before), (1, after)):
        for one in found:
            points[one.rule] = points.get(one.rule, 0) + sign * one.points
    old = {(one.rule, one.day, one.finding.because) for one in before}
    for one in after:
        if one.points and (one.rule, one.day, one.finding.because) not in old:
            words.setdefault(one.rule, sentence(one.finding.because))
    for one in before:
        if one.points:
            words.setdefault(one.rule, _("No longer: {words}").format(words=one.finding.because))
    changed = [(rule, cost) for rule, cost in points.items() if cost]
    return tuple(
        Reason(rule=rule, says=words.get(rule, ""), points=cost)
        for rule, cost in sorted(changed, key=lambda item: (-item[1], item[0]))
    )


def _weeks_word(weeks: Sequence[int]) -> str:
    named = together(_stretches(weeks), ", ")
    return ngettext("week {weeks}", "weeks {weeks}", len(weeks)).format(weeks=named)


def _stretches(weeks: Sequence[int]) -> Iterator[str]:
    """Weeks in a row as one stretch."""
    for _shift, same in groupby(enumerate(weeks), lambda one: one[1] - one[0]):
        stretch = [str(week) for _place, week in same]
        if len(stretch) < SHORTEST_STRETCH:
            yield from stretch
        else:
            yield f"{stretch[0]}–{stretch[-1]}"


def when(day: date, session: Placed) -> str:
    """Weekday and clock time of a session, for sentences."""
    return _("{day} {time}").format(day=weekday_name(day.weekday()), time=clock(session.start_min))
