"""The planned runs after one that was much longer than the legs knew, as changes (L01)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from runwright.domain.day_words import weekday
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.said import together
from runwright.domain.training import Spike
from runwright.domain.units import distance_words
from runwright.domain.words import _, ngettext
from runwright.training.parameters import SpikeParameters, TrainingParameters
from runwright.training.recorded import RecordedRun, recorded_runs
from runwright.training.spikes import DISTANCE, DURATION, allowed, spikes_of
from runwright.usecases.answer_pain import RUN
from runwright.usecases.coach import Coach
from runwright.usecases.plan_season import training_parameters
from runwright.usecases.real_runs import spike_words

RULE = "L01"
AS_THEY_ARE = frozenset({RunKind.RACE, RunKind.WALK})  # a race is run anyway, a walk is no run


def shorter_runs(coach: Coach) -> tuple[Change, ...]:
    """Return how long runs may be in the week after a spike; nothing where none is planned longer.

    The spike itself is not what the next run is measured by: it was once, and has not settled yet.
    """
    if not coach.order.runs:
        return ()
    p = training_parameters(coach.library)
    runs = _recent(coach, p)
    week = timedelta(days=coach.book.parameters("L07").window_days)
    late = [one for one in spikes_of(runs, p.spikes) if one.day > coach.order.today - week]
    if not late or _was_planned(late[-1], coach, p.spikes):
        return ()
    long = next(_too_long(late[-1], runs, coach, p.spikes), None)
    return () if long is None else (_change(late[-1], *long, coach, p.spikes),)


def _recent(coach: Coach, p: TrainingParameters) -> tuple[RecordedRun, ...]:
    """Return the runs that tell whether one of this week was a spike, oldest first."""
    order = coach.order
    zone = ZoneInfo(order.runner.timezone)
    back = p.spikes.spike_window_days + p.spikes.spike_record_days
    first = order.today - timedelta(days=back + coach.book.parameters("L07").window_days)
    runs = [one for one in order.runs if one.started_at.astimezone(zone).date() >= first]
    return recorded_runs(
        runs, as_of=order.today, timezone=zone, fastest_run_mps=p.effort.fastest_run_mps
    ).runs


def _was_planned(spike: Spike, coach: Coach, p: SpikeParameters) -> bool:
    """Whether the plan had a run about as long that day: it was warned of when it was planned."""
    day = coach.order.plan.day(spike.day)
    planned = [] if day is None else [_long(run, spike.by) for run in day.runs]
    return any(one is not None and spike.value <= p.spike_warn_ratio * one for one in planned)


def _too_long(
    spike: Spike, runs: Sequence[RecordedRun], coach: Coach, p: SpikeParameters
) -> Iterator[tuple[DayPlan, str, str]]:
    """Yield the days with a longer run than may be, and how long it is and may be, in words."""
    done = {one.day for one in runs}
    most = allowed(spike.longest_before, spike.by, p)
    most_min = most * max(one.duration_min for one in runs if one.day == spike.day) / spike.value
    for day in coach.days_ahead:
        if day.day > _until(spike, coach):
            return
        for run in () if day.day in done else day.runs:
            planned, by, may = _long(run, spike.by), spike.by, most
            if planned is None:  # counted in kilometres, planned in minutes: at the same pace
                planned, by, may = run.duration_min, DURATION, most_min
            if run.kind not in AS_THEY_ARE and planned > may:
                yield day, _words(planned, by), _words(may, by)


def _until(spike: Spike, coach: Coach) -> date:
    return spike.day + timedelta(days=coach.book.parameters("L07").window_days)


def _change(
    spike: Spike, day: DayPlan, planned: str, most: str, coach: Coach, p: SpikeParameters
) -> Change:
    measure = _("For a week the longest before it is the measure, and not this one.")
    return Change(
        kind=ChangeKind.EASE,
        about=RUN,
        rule=RULE,
        because=together((spike_words(spike, p), measure)),
        first_day=coach.order.today,
        last_day=_until(spike, coach),
        before=Work(says=_("{day}, {long}").format(day=weekday(day.day), long=planned)),
        after=Work(says=_("Runs of at most {long}").format(long=most)),
        facts=f"longer:{spike.day}",
    )


def _long(run: PlannedRun, by: str) -> float | None:
    """Return how long a run is planned, counted as the spike was; None where that is not known."""
    return run.distance_km if by == DISTANCE else run.duration_min


def _words(long: float, by: str) -> str:
    if by == DISTANCE:
        return distance_words(long)
    minutes = int(long)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
