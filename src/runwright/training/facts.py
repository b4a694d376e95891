"""Facts about past running, from run files or from told habits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo

from runwright.domain.run import Run
from runwright.domain.runner import RunHabit
from runwright.domain.training import TrainingFacts, TypicalRun
from runwright.domain.words import _
from runwright.training.effort import judged_runs
from runwright.training.load import daily_loads, ewma, session_load
from runwright.training.longest import longest_until
from runwright.training.notes import notes_on_habits, notes_on_runs
from runwright.training.outings import outings_of
from runwright.training.parameters import TrainingParameters
from runwright.training.recorded import recorded_runs
from runwright.training.spikes import spikes_of
from runwright.training.typical_week import typical_week
from runwright.training.weekly import mean_weekly_km, months_of_running, weeks_of


def facts_from_runs(
    runs: Sequence[Run], *, as_of: date, timezone: tzinfo, parameters: TrainingParameters
) -> TrainingFacts:
    """Facts from recorded runs, as they stand at the end of a day.

    Parameters
    ----------
    runs
        In any order; one run recorded twice is one `Run` already. Runs after `as_of` and
        walks are left out, and a note says so.
    as_of
        The day looked at from, that day's runs included.
    timezone
        Where the runner lives: gives every run its day and clock time.
    """
    p = parameters
    recorded = recorded_runs(
        runs, as_of=as_of, timezone=timezone, fastest_run_mps=p.effort.fastest_run_mps
    )
    judged = judged_runs(recorded.runs, p.effort)
    outings = outings_of(judged, same_outing_gap_min=p.typical_week.same_outing_gap_min)
    week = typical_week(outings, as_of=as_of, p=p.typical_week)
    loads = tuple(session_load(run, p.load) for run in judged)
    first = recorded.runs[0].day if recorded.runs else None
    daily_au = daily_loads(loads, first=first, last=as_of) if first else ()
    longest = longest_until(recorded.runs, as_of, window_days=p.spikes.spike_window_days)
    facts = TrainingFacts(
        as_of=as_of,
        typical_week=week.runs,
        weeks_looked_at=week.weeks_looked_at,
        longest_30d_km=longest.distance_km,
        longest_30d_min=longest.duration_min,
        last_run=recorded.runs[-1].day if recorded.runs else None,
        weekly=weeks_of(loads, as_of=as_of),
        spikes=spikes_of(recorded.runs, p.spikes),
        ewma_short_au=ewma(daily_au, p.load.ewma_short_days),
        ewma_long_au=ewma(daily_au, p.load.ewma_long_days),
        weekly_km=mean_weekly_km(loads, as_of=as_of, weeks=p.load.weekly_km_weeks),
        months_of_running=months_of_running(
            recorded.runs, as_of=as_of, streak_gap_days=p.load.streak_gap_days
        ),
    )
    return replace(facts, notes=notes_on_runs(facts, recorded, p))


def facts_from_habits(
    habits: Sequence[RunHabit], *, as_of: date, weekly_km: float | None
) -> TrainingFacts:
    """Facts from the running days a runner tells, where there are no files.

    Parameters
    ----------
    habits
        In any order; taken to be run every week, the last 30 days included.
    weekly_km
        Distance a week as told. [km]; None takes the sum of the habits, where all tell theirs.
    """
    in_order = sorted(habits, key=lambda habit: (habit.weekday, habit.start_min))
    distances = [habit.distance_km for habit in in_order]
    known = [distance_km for distance_km in distances if distance_km is not None]
    sum_km = sum(known) if known and len(known) == len(distances) else None
    return TrainingFacts(
        as_of=as_of,
        typical_week=tuple(_told(habit) for habit in in_order),
        longest_30d_km=max(known, default=None),
        longest_30d_min=max((float(habit.duration_min) for habit in in_order), default=None),
        weekly_km=weekly_km if weekly_km is not None else sum_km,
        from_habits=True,
        notes=notes_on_habits(any_habit=bool(in_order)),
    )


def _told(habit: RunHabit) -> TypicalRun:
    return TypicalRun(
        weekday=habit.weekday,
        start_min=habit.start_min,
        duration_min=habit.duration_min,
        kind=habit.kind,
        share=1.0,
        distance_km=habit.distance_km,
        because=_("You told so."),
    )
