"""What a runner did, gathered once for all charts of a page."""

from datetime import date, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import Exercise, Sides
from runwright.domain.performed import PerformedSession
from runwright.domain.plan import SeasonPlan
from runwright.domain.runner import HomeTestResult, Side
from runwright.domain.screening import HomeTestFinding
from runwright.domain.training import WeekLoad
from runwright.formats.progress_charts.test_charts import courses_of
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from runwright.screening.screen import screened
from runwright.training.done import (
    Kept,
    PainPoint,
    Place,
    StrengthWeek,
    kept_sessions,
    local_day,
    pain_courses,
    strength_weeks,
)
from runwright.training.lifts import EstimateParameters, LiftDay, exercises_done, lift_days
from runwright.usecases.plan_season import subject_of, training_facts
from runwright.usecases.what_worked import Lived, Worked, what_worked
from runwright.usecases.write_script import UNHURRIED
from runwright.web.diary.models import TableDiary
from runwright.web.diary.mornings import check_ins_of
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import current_plan

MOST_WEEKS = 16  # bars a phone can show beside each other
RUN_WEEKS = MOST_WEEKS + 12  # what is easy is told from the weeks before


class Gathered:
    """The diary, the plan and the runs of one runner, on a day."""

    def __init__(self, record: RunnerRecord, today: date) -> None:
        self.record, self.today = record, today
        self.runner, self.library = record.runner, load_library()
        self.zone = ZoneInfo(self.runner.timezone)
        self.book = RuleBook(tuple(self.library.rules.values()), self.library.weights)

    @cached_property
    def sessions(self) -> tuple[PerformedSession, ...]:
        """Every session of the diary."""
        return TableDiary(self.record).sessions()

    @cached_property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """The mornings that were told since the charts of weeks begin."""
        return check_ins_of(self.record, first=self.first_day)

    @cached_property
    def plan(self) -> SeasonPlan | None:
        """The plan that is followed; None before the first."""
        found = current_plan(self.record)
        return None if found is None else found.plan

    @cached_property
    def estimates(self) -> EstimateParameters:
        """The numbers of rules P05 and P06."""
        p05, p06 = self.book.parameters("P05"), self.book.parameters("P06")
        return EstimateParameters(
            epley_k=p06.epley_k, reps_max=p06.reps_max, unknown_from_rir=p05.unknown_from_rir
        )

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Exercises that were done, the most usual first; drills that only warm up are no gain."""
        known = self.library.exercises
        done = (known[one] for one in exercises_done(self.sessions) if one in known)
        return tuple(one for one in done if not UNHURRIED.issuperset(one.roles))

    def days_of(self, exercise: Exercise) -> tuple[LiftDay, ...]:
        """Return what was reached in an exercise, session by session."""
        return lift_days(
            self.sessions,
            exercise.id,
            zone=self.zone,
            p=self.estimates,
            estimates=may_be_estimated(exercise),
        )

    @cached_property
    def first_day(self) -> date:
        """The day the charts of weeks begin: the season's start, no more weeks than are drawn."""
        earliest = monday_of(self.today) - timedelta(weeks=MOST_WEEKS - 1)
        told = [local_day(one, self.zone) for one in self.sessions[:1]]
        starts = [*told, *([] if self.plan is None else [self.plan.start])]
        return max(earliest, min(starts, default=earliest))

    @cached_property
    def strength(self) -> tuple[StrengthWeek, ...]:
        """Strength by week, from the first day to today."""
        first = min(self.first_day, self.today)
        return strength_weeks(self.sessions, first=first, last=self.today, zone=self.zone)

    @cached_property
    def run_weeks(self) -> tuple[WeekLoad, ...]:
        """Running by week."""
        since = self.today - timedelta(weeks=RUN_WEEKS)
        runs = tuple(row.run() for row in self.record.run_rows.filter(started_at__date__gte=since))
        return training_facts(self.runner, runs, self.today, self.library).weekly

    @cached_property
    def kept(self) -> dict[date, Kept]:
        """What became of the planned sessions, by day."""
        days = () if self.plan is None else (d for week in self.plan.weeks for d in week.days)
        planned = {day.session.id: day.day for day in days if day.session is not None}
        found = kept_sessions(planned, self.sessions, as_of=self.today)
        return {planned[script]: kept for script, kept in found.items()}

    @cached_property
    def pains(self) -> dict[Place, tuple[PainPoint, ...]]:
        """The course of every place that hurt."""
        return pain_courses(self.check_ins, self.sessions, zone=self.zone)

    @cached_property
    def findings(self) -> tuple[HomeTestFinding, ...]:
        """What the latest results of the home tests say."""
        return screened(subject_of(self.runner, self.library, self.today)).findings

    @cached_property
    def tested_again(self) -> dict[str, dict[Side | None, list[HomeTestResult]]]:
        """Results of the home tests that were done on more than one day, by test and side."""
        courses = courses_of(self.runner.test_results)
        return {
            test: sides
            for test, sides in courses.items()
            if test in self.library.tests and any(len(one) > 1 for one in sides.values())
        }

    @cached_property
    def worked(self) -> tuple[Worked, ...]:
        """What changed while the runner trained."""
        days = () if self.plan is None else (d for week in self.plan.weeks for d in week.days)
        sessions = [day.session for day in days if day.session is not None]
        since = self.today - timedelta(weeks=RUN_WEEKS)
        lived = Lived(
            runner=self.runner,
            sessions=self.sessions,
            runs=tuple(
                row.run() for row in self.record.run_rows.filter(started_at__date__gte=since)
            ),
            hard_legs=frozenset(one.id for one in sessions if one.placed.kind.loads_legs_hard),
            today=self.today,
        )
        return what_worked(lived, self.library)

    @property
    def season_weeks(self) -> int:
        """Weeks of the season."""
        return 0 if self.plan is None else len(self.plan.weeks)

    @property
    def week_now(self) -> int | None:
        """Which week of the season it is; None outside it."""
        if self.plan is None:
            return None
        number = (self.today - monday_of(self.plan.start)).days // DAYS_PER_WEEK + 1
        return number if 1 <= number <= self.season_weeks else None


def may_be_estimated(exercise: Exercise) -> bool:
    """Whether an estimated maximum means something: both legs, with a load (rule P06)."""
    return exercise.loadable and exercise.sides is Sides.BOTH
