"""What the days ahead ask for, with what was agreed on in its place; how near a key run is."""

from collections.abc import Iterator

from runwright.domain.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.exercise import Exercise
from runwright.domain.plan import DayPlan, SeasonPlan
from runwright.rules.registry import RuleBook
from runwright.usecases.agreed import agreements
from runwright.usecases.coach import Coach


def asked_exercises(day: DayPlan, coach: Coach) -> Iterator[Exercise]:
    """Yield the exercises of a day's session, each as it was agreed on."""
    places = agreements(coach.told.decisions, lambda _agreed: True, coach.level).places
    for item in () if day.session is None else day.session.items:
        taken = places.get(item.exercise)
        yield coach.library.exercises[item.exercise if taken is None else taken.work.exercise]


def is_near_key_run(day: DayPlan, plan: SeasonPlan, book: RuleBook) -> bool:
    """Whether a run that wants fresh legs comes too soon after a day's session (rule D08).

    Work that empties a muscle costs the run after it; a day without a session counts to its end.
    """
    least_min = book.parameters("D08").amrap_key_run_h * MINUTES_PER_HOUR
    end_min = MINUTES_PER_DAY if day.session is None else day.session.placed.end_min
    starts = (
        (run.day - day.day).days * MINUTES_PER_DAY + run.start_min
        for week in plan.weeks
        for later in week.days
        for run in later.runs
        if run.kind.needs_fresh_legs
    )
    return any(0 <= start - end_min <= least_min for start in starts)
