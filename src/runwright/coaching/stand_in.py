"""What stands in for an exercise a sore region leaves out: same pattern, less on it (G09)."""

from collections.abc import Callable, Collection, Mapping

from runwright.coaching.exposures import touches
from runwright.coaching.pain import left_out, light_of
from runwright.domain.evidence import Region
from runwright.domain.exercise import Exercise
from runwright.domain.pain_light import Light
from runwright.rules.registry import RuleBook

IsAllowed = Callable[[Exercise], bool]


def stand_in(
    exercise: Exercise,
    sore: Mapping[str, tuple[Region, int]],
    same_pattern: Collection[Exercise],
    book: RuleBook,
    is_allowed: IsAllowed,
) -> Exercise | None:
    """Return the nearest exercise that spares every sore region; None where there is none.

    Parameters
    ----------
    sore
        Regions that hurt, with their pain from 0 to 10, by id.
    is_allowed
        Whether kit and gates let this runner do an exercise.
    """
    candidates = [
        one
        for one in same_pattern
        if _asks_less(one, exercise)
        and is_allowed(one)
        and not any(_bears(one, region, pain, book) for region, pain in sore.values())
    ]
    for_heel = book.parameters("G09")
    if for_heel.insertional_region in sore:
        preferred = [one for one in candidates if one.id == for_heel.insertional_exercise]
        candidates = preferred or candidates
    return min(candidates, key=lambda one: _distance(one, exercise, sore), default=None)


def _bears(one: Exercise, region: Region, pain_0_10: int, book: RuleBook) -> bool:
    """Whether an exercise is left out for a region, or loads one that is red."""
    is_red = light_of(pain_0_10, region, book) is Light.RED
    return left_out(one, region, pain_0_10, book) or (is_red and touches(one, region.id))


def _asks_less(one: Exercise, than: Exercise) -> bool:
    """Whether it is no harder, and loads neither tendon nor kneecap more."""
    return (
        one.id != than.id
        and one.level <= than.level
        and one.achilles_load <= than.achilles_load
        and one.patellofemoral_load <= than.patellofemoral_load
        and bool(set(one.roles) & set(than.roles))
    )


def _distance(
    one: Exercise, than: Exercise, sore: Mapping[str, tuple[Region, int]]
) -> tuple[bool, int, bool, str]:
    suits = any(tag.region in sore for tag in one.good)
    return (not suits, than.level - one.level, one.sides is not than.sides, one.id)
