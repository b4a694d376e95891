"""Runs much longer than the longest of the days before them (rule L01, source ``frandsen2025``)."""

from collections import deque
from collections.abc import Sequence
from datetime import timedelta

from runwright.domain.training import Spike
from runwright.training.longest import longest_of
from runwright.training.parameters import SpikeParameters
from runwright.training.recorded import RecordedRun

DISTANCE, DURATION = "distance", "duration"


def spikes_of(runs: Sequence[RecordedRun], p: SpikeParameters) -> tuple[Spike, ...]:
    """Every spike, oldest first.

    The first days of the record and a run after a long pause hold none: what came before is not
    known, or there is nothing.

    Parameters
    ----------
    runs
        Oldest first. An earlier run of the same day counts as before.
    """
    if not runs:
        return ()
    window = timedelta(days=p.spike_window_days)
    judged_from = runs[0].day + timedelta(days=p.spike_record_days)
    before: deque[RecordedRun] = deque()
    spikes: list[Spike] = []
    for run in runs:
        while before and before[0].day < run.day - window:
            before.popleft()
        spike = spike_of(run, tuple(before), p)
        if spike is not None and run.day >= judged_from:
            spikes.append(spike)
        before.append(run)
    return tuple(spikes)


def spike_of(run: RecordedRun, before: Sequence[RecordedRun], p: SpikeParameters) -> Spike | None:
    """The spike `run` is against the runs `before` it; None when it is none."""
    if not before:
        return None
    longest = longest_of(before)
    if run.distance_km is None or longest.distance_km is None or _longest_lacks_distance(before):
        by, value, longest_before = DURATION, run.duration_min, longest.duration_min
    else:
        by, value, longest_before = DISTANCE, run.distance_km, longest.distance_km
    if not longest_before or value <= allowed(longest_before, by, p):
        return None
    return Spike(
        day=run.day,
        ratio=value / longest_before,
        by=by,
        value=value,
        longest_before=longest_before,
    )


def allowed(longest_before: float, by: str, p: SpikeParameters) -> float:
    """Longest run that is no spike, in the unit of `longest_before`; short runs have a floor."""
    if by == DISTANCE:
        floor, below = p.spike_floor_km, p.spike_floor_below_km
    else:
        floor, below = p.spike_floor_min, p.spike_floor_below_min
    least = longest_before + floor if longest_before < below else 0
    return max(p.spike_warn_ratio * longest_before, least)


def _longest_lacks_distance(before: Sequence[RecordedRun]) -> bool:
    """Whether the run that took longest has no distance, so that kilometres would mislead."""
    return max(before, key=lambda run: run.duration_min).distance_km is None
