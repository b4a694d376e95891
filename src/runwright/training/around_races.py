"""What races do to the days around them: taper and rest before, easy days after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import floor

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.runner import Priority, Race
from runwright.training.parameters import ProjectionParameters
from runwright.training.robust import to_step

HALF_MARATHON_KM = 21.0975  # set by World Athletics
MARATHON_KM = 42.195  # set by World Athletics
FIVE_KM = 5  # the distance `easy_days_after_5_km` speaks of


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAroundRaces:
    """What a day may hold.

    Attributes
    ----------
    volume_share
        Share of the usual minutes. 0 to 1
    may_run, may_be_hard, may_be_long
        Whether the day may hold a run, a quality run, the long run.
    """

    volume_share: float = 1.0
    may_run: bool = True
    may_be_hard: bool = True
    may_be_long: bool = True


def day_around_races(day: date, races: Iterable[Race], p: ProjectionParameters) -> DayAroundRaces:
    """What `day` may hold, with every race before and after it in mind; the stricter counts."""
    each = [_around(race, (race.day - day).days, p) for race in races]
    return DayAroundRaces(
        volume_share=min((one.volume_share for one in each), default=1.0),
        may_run=all(one.may_run for one in each),
        may_be_hard=all(one.may_be_hard for one in each),
        may_be_long=all(one.may_be_long for one in each),
    )


def easy_days_after(race: Race, p: ProjectionParameters) -> int:
    """Days of easy running after a race, by its distance and priority."""
    points = (
        (FIVE_KM, p.easy_days_after_5_km),
        (HALF_MARATHON_KM, p.easy_days_after_half),
        (MARATHON_KM, p.easy_days_after_marathon),
    )
    km = min(max(race.distance_km, FIVE_KM), MARATHON_KM)
    days = points[0][1]
    for (from_km, from_days), (to_km, to_days) in pairwise(points):
        if from_km <= km <= to_km:
            days = from_days + (km - from_km) / (to_km - from_km) * (to_days - from_days)
            break
    share = p.c_race_easy_days_share if race.priority is Priority.C else 1
    return max(1, to_step(share * days, 1))


def _around(race: Race, days_to_race: int, p: ProjectionParameters) -> DayAroundRaces:
    if days_to_race > 0:
        return _before(race, days_to_race, p)
    if days_to_race < 0:
        return _after(race, -days_to_race, p)
    return DayAroundRaces(may_run=False)


def _before(race: Race, days: int, p: ProjectionParameters) -> DayAroundRaces:
    no_quality_days = 1 if race.priority is Priority.C else p.no_quality_before_days
    return DayAroundRaces(
        volume_share=_share_before(race, days, p),
        may_be_hard=days > no_quality_days,
        may_be_long=days > 1,
    )


def _share_before(race: Race, days: int, p: ProjectionParameters) -> float:
    if race.priority is Priority.A and days <= DAYS_PER_WEEK:
        return p.taper_near_share
    if race.priority is Priority.A and days <= 2 * DAYS_PER_WEEK:
        return p.taper_far_share
    if race.priority is Priority.B and days <= p.rested_days:
        return p.rested_share
    return 1.0


def _after(race: Race, days: int, p: ProjectionParameters) -> DayAroundRaces:
    easy_days = easy_days_after(race, p)
    prepared = race.priority is not Priority.C
    spared_days = max(easy_days, p.recovery_days) if prepared else easy_days
    if days > spared_days:
        return DayAroundRaces()
    return DayAroundRaces(
        volume_share=p.recovery_share if prepared else 1.0,
        may_run=days > floor(p.rest_of_easy_days_share * easy_days),
        may_be_hard=False,
        may_be_long=False,
    )
