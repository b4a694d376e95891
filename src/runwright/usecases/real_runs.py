"""A week's runs as they really were: in place of the planned ones, and what of it is news.

A day that files reach has the runs of the files, and none where there is none. Later days keep
what is planned.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from runwright.domain.day_words import weekday
from runwright.domain.plan import DayPlan, WeekPlan
from runwright.domain.run import PlannedRun, Run, RunKind
from runwright.domain.training import Spike
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.training.effort import Judged, judged_runs
from runwright.training.parameters import SpikeParameters, TrainingParameters
from runwright.training.recorded import recorded_runs
from runwright.training.spikes import spikes_of
from runwright.usecases.plan_season import training_parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNews:
    """A run that asks more of the legs than was planned.

    Attributes
    ----------
    facts
        What happened, in a form that compares.
    says
        The same in a sentence.
    rule
        The rule that makes it news.
    """

    day: date
    rule: str
    facts: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RealRuns:
    """The runs of a week so far.

    Attributes
    ----------
    by_day
        Runs of each day that files reach; a day that is not there has its planned ones.
    news
        What the plan did not reckon with.
    """

    by_day: dict[date, tuple[PlannedRun, ...]]
    news: tuple[RunNews, ...] = ()

    def in_place_of(self, planned: Sequence[PlannedRun]) -> tuple[PlannedRun, ...]:
        """Return runs with the real ones in place of the planned ones of their days."""
        kept = [run for run in planned if run.day not in self.by_day]
        real = [run for runs in self.by_day.values() for run in runs]
        return tuple(sorted((*kept, *real), key=lambda run: (run.day, run.start_min)))


def real_runs(
    week: WeekPlan, runs: Collection[Run], library: Library, *, timezone: str, today: date
) -> RealRuns:
    """Return the runs of a week up to today, as files tell them.

    Parameters
    ----------
    runs
        Of these weeks and those before, in any order: what is hard is told from them.
    """
    p = training_parameters(library)
    zone = ZoneInfo(timezone)
    first = week.monday - _look_back(p)
    recent = [run for run in runs if run.started_at.astimezone(zone).date() >= first]
    recorded = recorded_runs(
        recent, as_of=today, timezone=zone, fastest_run_mps=p.effort.fastest_run_mps
    ).runs
    if not recorded or recorded[-1].day < week.monday:
        return RealRuns(by_day={})
    spikes = {one.day: one for one in spikes_of(recorded, p.spikes)}
    judged = [one for one in judged_runs(recorded, p.effort) if one.run.day >= week.monday]
    days = [day for day in week.days if day.day <= recorded[-1].day]
    by_day = {day.day: _runs_of(day, judged, spikes) for day in days}
    news = tuple(one for day in days for one in _news(day, by_day[day.day], spikes, p.spikes))
    return RealRuns(by_day=by_day, news=news)


def _look_back(p: TrainingParameters) -> timedelta:
    """How far back a run is compared with others."""
    weeks = timedelta(weeks=p.effort.reference_weeks)
    return max(weeks, timedelta(days=p.spikes.spike_window_days + p.spikes.spike_record_days))


def _runs_of(
    day: DayPlan, judged: Collection[Judged], spikes: dict[date, Spike]
) -> tuple[PlannedRun, ...]:
    return tuple(_run(one, day, spikes) for one in judged if one.run.day == day.day)


def _run(one: Judged, day: DayPlan, spikes: dict[date, Spike]) -> PlannedRun:
    run, alike = one.run, _planned_like(one, day)
    kind = one.kind
    if kind is RunKind.EASY and (run.day in spikes or alike is not None):
        kind = RunKind.LONG
    return PlannedRun(
        day=run.day,
        start_min=run.start_min,
        duration_min=max(1, round(run.duration_min)),
        kind=kind,
        distance_km=run.distance_km,
        title=run.title,
        race=None if kind is not RunKind.RACE else next((r.race for r in day.runs if r.race), None),
    )


def _planned_like(one: Judged, day: DayPlan) -> PlannedRun | None:
    """The planned long run a calm run was: half of it is long enough to be one."""
    return next(
        (
            run
            for run in day.runs
            if run.kind is RunKind.LONG and 2 * one.run.duration_min >= run.duration_min
        ),
        None,
    )


def _is_planned(day: DayPlan, real: Collection[PlannedRun], p: SpikeParameters) -> bool:
    """Whether the plan had reckoned with a hard run about as long."""
    longest_min = max(run.duration_min for run in real)
    return any(
        run.kind.is_hard and longest_min <= p.spike_warn_ratio * run.duration_min
        for run in day.runs
    )


def _news(
    day: DayPlan, real: Collection[PlannedRun], spikes: dict[date, Spike], p: SpikeParameters
) -> Iterator[RunNews]:
    name = weekday(day.day)
    spike = spikes.get(day.day)
    if spike is not None and not _is_planned(day, real, p):
        yield RunNews(
            day=day.day,
            rule="L01",
            facts=f"longer:{day.day}",
            says=spike_words(spike, p),
        )
    elif any(run.kind.is_hard for run in real) and not any(run.kind.is_hard for run in day.runs):
        says = _("{day}'s run was a hard one.")
        yield RunNews(
            day=day.day, rule="S12", facts=f"harder:{day.day}", says=says.format(day=name)
        )


def spike_words(spike: Spike, p: SpikeParameters) -> str:
    """Return in a sentence how much longer a run was than those before it."""
    says = _("{day}'s run was {percent:.0f} % longer than the longest of the {days} days before.")
    return says.format(
        day=weekday(spike.day), percent=100 * (spike.ratio - 1), days=p.spike_window_days
    )
