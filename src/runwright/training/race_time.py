"""How long a race takes up the day: the runner's easy pace, quickened by a ratio. No forecast."""

from math import ceil
from math import pow as float_pow

from runwright.domain.run import RunKind
from runwright.domain.runner import Race
from runwright.domain.training import TrainingFacts
from runwright.training.parameters import ProjectionParameters
from runwright.training.robust import median

REFERENCE_KM = 5  # the distance `race_pace_5_km_ratio` speaks of


def race_duration_min(race: Race, facts: TrainingFacts, p: ProjectionParameters) -> int:
    """Minutes the race takes, rounded up to the step of the plan.

    Notes
    -----
    Pace over 5 km is a share of the easy pace of the typical week; time grows with distance to
    a power slightly above 1. Both are coach defaults, see ``race_pace_5_km_ratio`` and
    ``race_fatigue_exponent_ratio`` in the knowledge base.
    """
    pace_5_km_min_per_km = easy_pace_min_per_km(facts, p) * p.race_pace_5_km_ratio
    time_5_km_min = pace_5_km_min_per_km * REFERENCE_KM
    exponent = p.race_fatigue_exponent_ratio
    race_min = time_5_km_min * float_pow(race.distance_km / REFERENCE_KM, exponent)
    return max(1, ceil(race_min / p.duration_step_min)) * p.duration_step_min


def easy_pace_min_per_km(facts: TrainingFacts, p: ProjectionParameters) -> float:
    """Easy pace of the typical week; the coach's default where no easy or long run tells it."""
    paces = [
        run.duration_min / run.distance_km
        for run in facts.typical_week
        if run.distance_km is not None
        and run.distance_km > 0
        and run.kind in {RunKind.EASY, RunKind.LONG}
    ]
    return median(paces) if paces else p.easy_pace_unknown_min_per_km
