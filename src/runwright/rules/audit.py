"""Judge any plan, ours or foreign, rule by rule, with the functions the planner uses."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK, MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.exercise import Exercise
from runwright.domain.plan import DayPlan, ExtraKind, SeasonPlan, WeekPlan
from runwright.domain.protocol import WeekDose
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.session import SessionKind
from runwright.domain.verdict import Severity
from runwright.domain.words import _
from runwright.rules import (
    gates,
    schedule,
    season_rules,
    session_content,
    stretching,
    week_content,
    week_dose,
)
from runwright.rules.content_windows import ContentWeek, SessionView, Sitting, Trainee
from runwright.rules.day_facts import DayContext, RaceCalendar
from runwright.rules.names import the_run
from runwright.rules.registry import RuleBook, Ruled, Window
from runwright.rules.season_rules import DayBlocks, RunInHistory, SeasonView, holds_before
from runwright.rules.windows import DayFacts, NearbyDays, PlannedDay, WeekTally

# Importing them is what declares the rules.
DECLARING = (
    *(gates, schedule, season_rules, session_content),
    *(stretching, week_content, week_dose),
)
LONGEST_WINDOW_DAYS = 30  # rule L01 looks back this far


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditContext:
    """What an audit knows besides the plan.

    Attributes
    ----------
    chosen
        Whether the plan's exercises were chosen by the planner.
    wanted
        What each phase asks of a week; empty for a foreign plan, which asks for what it holds.
    longest_km, longest_min
        Longest run of the 30 days before the plan; None where not known.
    closed
        Gates in force by week of the plan (from 0); a missing week has all of the plan's.
    """

    trainee: Trainee = field(default_factory=Trainee)
    chosen: bool = True
    wanted: Mapping[int, WeekDose] | None = None
    longest_km: float | None = None
    longest_min: float | None = None
    novice_runner: bool = False
    established_runner: bool = False
    has_tests: bool = False
    weeks_trained: int = 0
    opens_after_weeks: Mapping[str, int | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """One thing a rule says about a plan.

    Attributes
    ----------
    day, until
        The day it is about, and the second day where it is about two.
    given
        Whether the runs alone have it: nothing strength work could change.
    """

    rule: str
    day: date
    until: date | None
    severity: Severity
    because: str
    points: int
    given: bool = False

    @property
    def is_violation(self) -> bool:
        """Whether a plan of ours may not have it."""
        return self.severity is Severity.FORBIDS and not self.given


class Audit:
    """One audit of one plan."""

    def __init__(
        self,
        plan: SeasonPlan,
        book: RuleBook,
        exercises: Mapping[str, Exercise],
        context: AuditContext,
    ) -> None:
        self.plan, self.book, self.exercises, self.context = plan, book, exercises, context
        self.calendar = RaceCalendar(plan.races, book)
        self.days = [day for week in plan.weeks for day in week.days]
        self.facts = self._facts()
        self.planned = [
            PlannedDay(facts, day.session.placed if day.session is not None else None)
            for facts, day in zip(self.facts, self.days, strict=True)
        ]
        self.bare = [PlannedDay(facts, None) for facts in self.facts]

    def findings(self) -> tuple[AuditFinding, ...]:
        """Everything the rules say, by day and rule."""
        found = [
            *self._day_findings(),
            *self._nearby_findings(),
            *self._week_findings(),
            *self._run_findings(),
            *self._block_findings(),
            *self._content_findings(),
            *self._season_findings(),
        ]
        return tuple(sorted(found, key=lambda one: (one.day, one.rule, one.because)))

    def _facts(self) -> list[DayFacts]:
        found = []
        for number, week in enumerate(self.plan.weeks):
            context = DayContext(
                phase=week.phase,
                novel=week.novel,
                closed=_closed(self.plan.gates, number, self.context),
            )
            found += [
                self.calendar.facts(day.day, day.runs, day.available, context) for day in week.days
            ]
        return found

    def _found(
        self,
        ruled: Collection[Ruled],
        day: date,
        until: date | None = None,
        given: Collection[Ruled] = (),
    ) -> Iterator[AuditFinding]:
        alone = {(one.rule, one.finding.because) for one in given}
        for one in ruled:
            yield AuditFinding(
                rule=one.rule,
                day=day,
                until=until,
                severity=one.finding.severity,
                because=one.finding.because,
                points=one.finding.points,
                given=(one.rule, one.finding.because) in alone,
            )

    def _day_findings(self) -> Iterator[AuditFinding]:
        for day, planned in zip(self.days, self.planned, strict=True):
            yield from self._found(self.book.findings(Window.DAY, planned), day.day)

    def _nearby_findings(self) -> Iterator[AuditFinding]:
        for apart in (1, 2):
            for number in range(len(self.days) - apart):
                window = NearbyDays.of(self.planned[number], self.planned[number + apart], apart)
                found = self.book.findings(Window.NEARBY, window)
                if not found:
                    continue
                bare = NearbyDays.of(self.bare[number], self.bare[number + apart], apart)
                given = self.book.findings(Window.NEARBY, bare)
                first, second = self.days[number].day, self.days[number + apart].day
                yield from self._found(found, first, second, given)

    def _week_findings(self) -> Iterator[AuditFinding]:
        for number, week in enumerate(self.plan.weeks):
            days = self.planned[number * DAYS_PER_WEEK : (number + 1) * DAYS_PER_WEEK]
            bare = self.bare[number * DAYS_PER_WEEK : (number + 1) * DAYS_PER_WEEK]
            found = self.book.findings(Window.WEEK, self._tally(number, week, days))
            given = self.book.findings(Window.WEEK, self._tally(number, week, bare))
            yield from self._found(found, week.monday, None, [one for one in given if one.forbids])

    def _tally(self, number: int, week: WeekPlan, days: Sequence[PlannedDay]) -> WeekTally:
        counts: dict[SessionKind, int] = {}
        for day in days:
            if day.session is not None:
                counts[day.session.kind] = counts.get(day.session.kind, 0) + 1
        runs = [run for day in days for run in day.facts.runs]
        hard_runs = sum(run.kind.is_hard for run in runs)
        hard = sum(count for kind, count in counts.items() if kind.loads_legs_hard)
        wanted = (self.context.wanted or {}).get(number)
        sessions = len(runs) + sum(counts.values())
        return WeekTally(
            wanted=wanted if wanted is not None else WeekDose(sessions=_as_asked(counts)),
            deload=week.deload,
            counts=counts,
            hard_days=sum(day.is_hard for day in days),
            rest_days=sum(not day.facts.runs and day.session is None for day in days),
            easy_sessions=sessions - hard_runs - hard,
            all_sessions=sessions,
            lighter_running=week.deload,  # told by the planner; an audit has no opinion
            given_hard_days=sum(day.facts.has_hard_run for day in days),
        )

    def _run_findings(self) -> Iterator[AuditFinding]:
        runs = [run for day in self.days for run in day.runs]
        closed = {day.day: facts.closed for day, facts in zip(self.days, self.facts, strict=True)}
        for run in runs:
            seen = RunInHistory(
                run=run,
                longest_km=self._longest(run, runs, "distance_km", self.context.longest_km),
                longest_min=self._longest(run, runs, "duration_min", self.context.longest_min),
                closed=closed[run.day],
            )
            found = self.book.findings(Window.RUN, seen)
            yield from self._found(found, run.day, None, () if run.projected else found)

    def _longest(
        self, run: PlannedRun, runs: Sequence[PlannedRun], field: str, before: float | None
    ) -> float | None:
        first = run.day - timedelta(days=LONGEST_WINDOW_DAYS)
        lengths = [
            getattr(other, field)
            for other in runs
            if first <= other.day < run.day and getattr(other, field) is not None
        ]
        if before is not None and first < self.plan.start:
            lengths.append(before)
        return max(lengths, default=None)

    def _block_findings(self) -> Iterator[AuditFinding]:
        for day in self.days:
            blocks = DayBlocks(
                day=day.day,
                holds=holds_before(day.extras, _efforts(day), dict(self.exercises)),
                quality_runs=sum(run.kind.needs_fresh_legs for run in day.runs),
                warm_ups=tuple(e for e in day.extras if e.kind is ExtraKind.WARM_UP),
            )
            if self.context.chosen or blocks.holds:
                yield from self._found(self.book.findings(Window.BLOCKS, blocks), day.day)

    def _content_findings(self) -> Iterator[AuditFinding]:
        most: int | None = None
        last: int | None = None
        before: frozenset[str] = frozenset()
        for number, week in enumerate(self.plan.weeks):
            content = replace(
                self._content_week(number, week, most), patterns_before=before, sets_last=last
            )
            before = content.patterns()
            for view in content.views:
                if view.session.blocks:
                    day = week.days[0].day
                    found = self.book.findings(Window.SESSION, view)
                    yield from self._found(found, _day_of(week, view) or day)
            if any(view.session.blocks for view in content.views):
                yield from self._found(
                    self.book.findings(Window.SESSION_WEEK, content), week.monday
                )
            if content.full and not week.deload and content.working_sets:
                last = content.working_sets
                most = max(most or 0, last)

    def _content_week(self, number: int, week: WeekPlan, most: int | None) -> ContentWeek:
        views = tuple(
            SessionView(
                session=day.session,
                exercises=self.exercises,
                trainee=self.context.trainee,
                phase=week.phase,
                programme_week=number + self.context.weeks_trained,
                deload=week.deload,
                chosen=self.context.chosen,
                race_in_h=self._race_in_h(day, day.session.placed.end_min),
            )
            for day in week.days
            if day.session is not None
        )
        wanted = (self.context.wanted or {}).get(number)
        asked = wanted.strength_sessions if wanted is not None else 0
        return ContentWeek(
            views=views,
            extras=tuple(extra for day in week.days for extra in day.extras),
            sittings=tuple(self._sittings(week)),
            phase=week.phase,
            deload=week.deload,
            programme_week=number + self.context.weeks_trained,
            monday=week.monday,
            full=sum(v.session.kind.is_strength for v in views) >= max(1, asked),
            chosen=self.context.chosen,
            sets_before=most,
            novice_runner=self.context.novice_runner,
            established_runner=self.context.established_runner,
        )

    def _sittings(self, week: WeekPlan) -> Iterator[Sitting]:
        """Yield what is done in one go, with its day: sessions and small blocks."""
        for day in week.days:
            sessions = () if day.session is None else (day.session.items,)
            for items in (*sessions, *(extra.items for extra in day.extras)):
                yield Sitting(
                    day=day.day,
                    items=tuple((item, self.exercises[item.exercise]) for item in items),
                )

    def _race_in_h(self, day: DayPlan, end_min: int) -> float | None:
        """Hours from a minute of a day to the next race in the plan; None where none is near."""
        near = [
            ((run.day - day.day).days * MINUTES_PER_DAY + run.start_min - end_min)
            / MINUTES_PER_HOUR
            for other in self.days
            for run in other.runs
            if run.kind is RunKind.RACE and 0 <= (run.day - day.day).days <= DAYS_PER_WEEK
        ]
        return min((hours for hours in near if hours > 0), default=None)

    def _season_findings(self) -> Iterator[AuditFinding]:
        if not self.context.chosen and not self.plan.made_with.protocol:
            return
        view = SeasonView(
            weeks=self.plan.weeks, races=self.plan.races, has_tests=self.context.has_tests
        )
        yield from self._found(self.book.findings(Window.SEASON, view), self.plan.start)


def audit(
    plan: SeasonPlan, book: RuleBook, exercises: Mapping[str, Exercise], context: AuditContext
) -> tuple[AuditFinding, ...]:
    """Everything the rules say about a plan: violations, what gave way, and what costs points."""
    return Audit(plan, book, exercises, context).findings()


def _closed(
    gates_of_plan: Collection[Gate], week: int, context: AuditContext
) -> frozenset[tuple[str, GateEffect]]:
    opens = context.opens_after_weeks or {}
    done = week + context.weeks_trained
    return frozenset(
        (gate.rule, effect)
        for gate in gates_of_plan
        for effect in gate.effects
        if effect is GateEffect.NO_HARD_JUMPS
        or (weeks := opens.get(gate.rule)) is None
        or done < weeks
    )


def _as_asked(counts: Mapping[SessionKind, int]) -> tuple[tuple[SessionKind, int], ...]:
    asked = {kind: count for kind, count in counts.items() if kind is not SessionKind.HEAVY_JUMPS}
    with_jumps = counts.get(SessionKind.HEAVY_JUMPS, 0)
    asked[SessionKind.HEAVY] = asked.get(SessionKind.HEAVY, 0) + with_jumps
    asked[SessionKind.JUMPS] = asked.get(SessionKind.JUMPS, 0) + with_jumps
    return tuple(asked.items())


def _efforts(day: DayPlan) -> tuple[tuple[str, int], ...]:
    efforts = [(the_run(run.kind), run.start_min) for run in day.runs]
    if day.session is not None:
        efforts.append((_("the session"), day.session.placed.start_min))
    return tuple(efforts)


def _day_of(week: WeekPlan, view: SessionView) -> date | None:
    for day in week.days:
        if day.session is view.session:
            return day.day
    return None
