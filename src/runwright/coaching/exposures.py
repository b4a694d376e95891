"""What a sore region felt around each session: the morning before, during it, the morning after."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import Exercise
from runwright.domain.performed import PerformedPain, PerformedSession

ACHILLES = frozenset({"achilles_midportion", "achilles_insertional"})
KNEECAP = frozenset({"patellofemoral", "patellar_tendon"})
ACHILLES_LOAD_MAX = 4  # the scale of the tag (domain/exercise.py)
KNEECAP_LOAD_MAX = 3  # the scale of the tag (domain/exercise.py)
UPPER_HALF = 0.5  # the tags rank loads at their ends only: little, or from here on much


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One session as one region felt it.

    Attributes
    ----------
    done
        Exercises that were done, in order.
    during
        Worst pain by exercise, 0 to 10; an exercise that is not in it did not hurt.
    whole
        Pain told for the whole session or right after it. 0 to 10; None is "none told"
    before, after
        Pain of the morning before, and of the morning after. 0 to 10; None is "not told"
    """

    day: date
    done: tuple[str, ...]
    during: Mapping[str, int]
    whole: int | None = None
    before: int | None = None
    after: int | None = None

    @property
    def worst(self) -> int:
        """Worst pain of the session. 0 to 10"""
        return max((*self.during.values(), self.whole or 0), default=0)

    @property
    def rise(self) -> int:
        """How much more the morning after hurt than the morning before. 0 is no more, or untold

        A morning before that nobody told reads as a quiet one, the cautious way.
        """
        return 0 if self.after is None else max(0, self.after - (self.before or 0))

    def is_open(self, today: date) -> bool:
        """Whether the morning after may still be told: it has the last word (rule G08)."""
        return self.after is None and today <= self.day + timedelta(days=1)


def exposures_of(
    region: str, sessions: Collection[PerformedSession], check_ins: Collection[CheckIn]
) -> tuple[Exposure, ...]:
    """Return every session as the region felt it, oldest first, in whatever order they came."""
    mornings = {one.day: one for one in sorted(check_ins, key=lambda one: one.day)}
    ordered = sorted(sessions, key=lambda one: (one.started_at, one.id))
    return tuple(_exposure(region, one, mornings) for one in ordered)


def sore_regions(
    sessions: Collection[PerformedSession], check_ins: Collection[CheckIn]
) -> tuple[str, ...]:
    """Return the ids of all regions that ever hurt, sorted."""
    told = {pain.region for one in sessions for pain in one.pains if pain.pain_0_10 > 0}
    told |= {pain.region for one in check_ins for pain in one.pains if pain.pain_0_10 > 0}
    return tuple(sorted(told))


def morning_pain(region: str, morning: CheckIn | None) -> int | None:
    """Return how a region felt on a morning. 0 to 10; None where nothing was told of pain.

    Who told another place, or that nothing hurts, told that this one is quiet.
    """
    if morning is None or not (morning.pains or morning.pain_free):
        return None
    return max((one.pain_0_10 for one in morning.pains if one.region == region), default=0)


def touches(exercise: Exercise, region: str) -> bool:
    """Whether a region feels an exercise: it loads its tendon or kneecap much, or is tagged so.

    A tag of what is good for a tendon counts where the exercise loads it: that is why it is good.
    """
    tissue = 0.0
    if region in ACHILLES:
        tissue = exercise.achilles_load / ACHILLES_LOAD_MAX
    elif region in KNEECAP:
        tissue = exercise.patellofemoral_load / KNEECAP_LOAD_MAX
    good = tissue > 0 and any(tag.region == region for tag in exercise.good)
    tagged = any(tag.region == region for tag in (*exercise.avoid, *exercise.caution))
    return tagged or good or tissue >= UPPER_HALF


def _exposure(region: str, session: PerformedSession, mornings: Mapping[date, CheckIn]) -> Exposure:
    day = session.started_at.date()
    of_region = [pain for pain in session.pains if pain.region == region]
    whole = [pain.pain_0_10 for pain in of_region if not pain.label]
    by_label = {one.label: one.exercise for one in session.sets}
    done = tuple(dict.fromkeys(one.exercise for one in session.sets))
    return Exposure(
        day=day,
        done=done,
        during=dict(_during(of_region, by_label)),
        whole=max(whole, default=None),
        before=morning_pain(region, mornings.get(day)),
        after=morning_pain(region, mornings.get(day + timedelta(days=1))),
    )


def _during(
    pains: Sequence[PerformedPain], by_label: Mapping[str, str]
) -> Iterator[tuple[str, int]]:
    worst: dict[str, int] = {}
    for pain in pains:
        exercise = by_label.get(pain.label)
        if exercise is not None:
            worst[exercise] = max(worst.get(exercise, 0), pain.pain_0_10)
    yield from sorted(worst.items())
