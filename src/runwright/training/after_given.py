"""Projected runs beside a run plan of the runner's own: shortened where they would be a spike."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from runwright.domain.run import PlannedRun
from runwright.domain.training import TrainingFacts
from runwright.training.parameters import SpikeParameters
from runwright.training.run_limit import runs_known_from

LEAST_MIN = 10  # shorter is no run worth going out for


def capped_runs(
    runs: Sequence[PlannedRun], facts: TrainingFacts, parameters: SpikeParameters
) -> tuple[PlannedRun, ...]:
    """The same runs, projected ones held under rule L01 by what really comes before them.

    Given runs stand as they are: they are the runner's own decision. Races stand too.

    Parameters
    ----------
    runs
        By day and start.
    """
    kept: list[PlannedRun] = []
    for run in runs:
        capped = run
        if run.projected and run.race is None:
            capped = _capped(run, kept, facts, parameters)
        kept.append(capped)
    return tuple(kept)


def _capped(
    run: PlannedRun, before: Sequence[PlannedRun], facts: TrainingFacts, p: SpikeParameters
) -> PlannedRun:
    first = run.day - timedelta(days=p.spike_window_days)
    history = runs_known_from(facts, p.spike_window_days)
    known = [one for one in history if first <= one.day < run.day]
    near = [one for one in before if first <= one.day < run.day]
    longest_min = max(
        [one.duration_min for one in near]
        + [one.duration_min for one in known if one.duration_min is not None],
        default=None,
    )
    if longest_min is None:
        return run
    share = min(1.0, p.spike_warn_ratio * longest_min / run.duration_min)
    kms = [one.distance_km for one in near if one.distance_km is not None]
    kms += [one.distance_km for one in known if one.distance_km is not None]
    if run.distance_km is not None and run.distance_km > 0 and kms:
        share = min(share, p.spike_warn_ratio * max(kms) / run.distance_km)
    if share == 1:
        return run
    return replace(
        run,
        duration_min=max(LEAST_MIN, int(run.duration_min * share)),
        distance_km=round(run.distance_km * share, 1) if run.distance_km is not None else None,
    )
