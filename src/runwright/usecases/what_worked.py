"""What changed while this runner trained: tests, holds, lifts, the heart on easy runs.

Rule for the next author: this says what went together, and how sure that is. It never says that
one thing made the other: nobody trained the same runner without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from runwright.coaching.retest import changes_of
from runwright.domain.calendar import monday_of
from runwright.domain.exercise import DoseKind, Exercise, Role, Sides
from runwright.domain.performed import PerformedSession
from runwright.domain.run import Run
from runwright.domain.runner import Runner, Side
from runwright.knowledge.library import Library
from runwright.rules.registry import RuleBook
from runwright.training.easy_heart import easy_heart_rates
from runwright.training.effort import judged_runs
from runwright.training.intervals import (
    FEWEST_DAYS,
    FEWEST_EACH,
    Interval,
    difference,
    weekly_change,
)
from runwright.training.lifts import EstimateParameters, LiftDay, counted, exercises_done, lift_days
from runwright.training.recorded import recorded_runs
from runwright.usecases.plan_season import training_parameters

HEEL_RAISES = "single_leg_heel_raise"


class Looked(StrEnum):
    """What was looked at; JUMPS are holds of jumps that are too new to be judged (D20)."""

    HEEL_RAISES = "heel_raises"
    HOLD = "hold"
    JUMPS = "jumps"
    LIFT = "lift"
    EASY_HEART_RATE = "easy_heart_rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """One thing, and how it changed.

    Attributes
    ----------
    about
        Id of the exercise or test; '' for the heart rate.
    interval
        A week for holds [s] and lifts [kg]; in all for tests, in their unit; after hard legs
        against other days for the heart [1/min]. None is "not enough yet".
    count, needed
        What there is, and how many it takes. [1]
    weeks, weeks_needed
        The same in weeks, where it takes weeks, too; 0 elsewhere. [week]
    side
        None for what has no sides.
    """

    looked: Looked
    about: str
    interval: Interval | None
    count: int
    needed: int
    weeks: int = 0
    weeks_needed: int = 0
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What a runner did.

    Attributes
    ----------
    hard_legs
        Ids of the scripts that were hard on the legs.
    """

    runner: Runner
    sessions: Sequence[PerformedSession]
    runs: Sequence[Run]
    hard_legs: frozenset[str]
    today: date


def what_worked(lived: Lived, library: Library) -> tuple[Worked, ...]:
    """Return everything that was looked at, what can be told first."""
    book = RuleBook(tuple(library.rules.values()), library.weights)
    found = [*_heel_raises(lived, library), *_work(lived, library, book)]
    found.append(_easy_heart(lived, library, book))
    return tuple(sorted(found, key=_place))


def _place(one: Worked) -> tuple[bool, int, int]:
    return one.interval is None, tuple(Looked).index(one.looked), -one.count


def _heel_raises(lived: Lived, library: Library) -> Iterator[Worked]:
    test = library.tests[HEEL_RAISES]
    results = [one for one in lived.runner.test_results if one.test == HEEL_RAISES and one.day]
    error = test.error.mdc95
    found = changes_of(results, library.tests)
    if not found or error is None:
        yield Worked(
            looked=Looked.HEEL_RAISES,
            about=HEEL_RAISES,
            interval=None,
            count=len({one.day for one in results}),
            needed=2,
        )
        return
    for one in found:
        gained = one.now - one.before
        interval = Interval(middle=gained, low=gained - error, high=gained + error, count=2)
        yield Worked(
            looked=Looked.HEEL_RAISES,
            about=HEEL_RAISES,
            interval=interval,
            count=2,
            needed=2,
            side=one.side,
        )


def _work(lived: Lived, library: Library, book: RuleBook) -> Iterator[Worked]:
    p05, p06 = book.parameters("P05"), book.parameters("P06")
    p = EstimateParameters(
        epley_k=p06.epley_k, reps_max=p06.reps_max, unknown_from_rir=p05.unknown_from_rir
    )
    zone = ZoneInfo(lived.runner.timezone)
    for name in exercises_done(lived.sessions):
        exercise = library.exercises.get(name)
        if exercise is None:
            continue
        lifts = exercise.loadable and exercise.sides is Sides.BOTH
        days = lift_days(lived.sessions, name, zone=zone, p=p, estimates=lifts)
        points = _points(exercise, days)
        if points and Role.PLYO in exercise.roles and (early := _too_early(lived, library, book)):
            yield replace(early, about=name)
        elif points:
            yield Worked(
                looked=Looked.HOLD if exercise.dose_kind is DoseKind.HOLD else Looked.LIFT,
                about=name,
                interval=weekly_change(points),
                count=len(points),
                needed=FEWEST_DAYS,
            )


def _too_early(lived: Lived, library: Library, book: RuleBook) -> Worked | None:
    """Return how much jumping there is, while that is too little to judge it (D20)."""
    p = book.parameters("D20")
    jumps = {one.id for one in library.exercises.values() if Role.PLYO in one.roles}
    zone = ZoneInfo(lived.runner.timezone)
    days = [
        session.started_at.astimezone(zone).date()
        for session in lived.sessions
        if any(done.exercise in jumps for done in session.sets)
    ]
    weeks = len({monday_of(day) for day in days})
    if len(days) >= p.sessions_min and weeks >= p.weeks_min:
        return None
    return Worked(
        looked=Looked.JUMPS,
        about="",
        interval=None,
        count=len(days),
        needed=p.sessions_min,
        weeks=weeks,
        weeks_needed=p.weeks_min,
    )


def _points(exercise: Exercise, days: Sequence[LiftDay]) -> list[tuple[date, float]]:
    """What counts of each day: the hold in seconds, or the estimated maximum in kilograms."""
    if exercise.dose_kind is DoseKind.HOLD:
        return [(one.day, float(counted(one.best))) for one in days]
    return [(one.day, one.estimate.one_rm_kg) for one in days if one.estimate is not None]


def _easy_heart(lived: Lived, library: Library, book: RuleBook) -> Worked:
    p = training_parameters(library).effort
    recorded = recorded_runs(
        lived.runs,
        as_of=lived.today,
        timezone=ZoneInfo(lived.runner.timezone),
        fastest_run_mps=p.fastest_run_mps,
    )
    first = min((one.started_at for one in lived.sessions), default=None)
    judged = judged_runs(recorded.runs, p)
    after, otherwise = easy_heart_rates(
        [one for one in judged if first is not None and one.run.started_at >= first],
        _ends(lived),
        within=timedelta(hours=book.parameters("S02").gap_h),
        p=p,
    )
    return Worked(
        looked=Looked.EASY_HEART_RATE,
        about="",
        interval=difference(after, otherwise),
        count=min(len(after), len(otherwise)),
        needed=FEWEST_EACH,
    )


def _ends(lived: Lived) -> list[datetime]:
    return [one.ended_at for one in lived.sessions if one.script in lived.hard_legs]
