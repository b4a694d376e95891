"""26 weeks with the coach, beside a fixed plan, linear loading and double progression.

Every arm lives the same season plan of the planner with the same bodies, nights, holidays and
missed sessions; the coach is the app's own: its use cases hear the diary, propose, and write the
day. A claim about the coach, not about people: the runners are a toy (`bench/synthetic_body.py`).
"""

import random
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bench.coach_arm import Coach
from bench.coach_arms import Arm, DoubleProgression, FixedPlan, Linear
from bench.coach_judge import ignored_steps_down, stressors_a_week, violations
from bench.coach_life import WEEK, Life, Season
from bench.coach_plan import runner_of
from bench.synthetic_body import Body
from runwright.planning.planner import PlannedSeason

WEEKS = 26
RUNNERS = 24

ArmOf = Callable[[Body, PlannedSeason, int], Arm]
ARMS: tuple[ArmOf, ...] = (
    lambda of, _season, _seed: FixedPlan(of),
    lambda of, _season, _seed: Linear(of),
    lambda of, _season, _seed: DoubleProgression(of),
    lambda _of, season, seed: Coach(runner_of(season), season.plan, random.Random(seed)),
)


def measure() -> dict[str, str]:
    """What half a year brings under each arm, over the same runners."""
    return dict(figures(tuple(lives(arm) for arm in ARMS)))


def lives(arm: ArmOf, runners: int = RUNNERS, weeks: int = WEEKS) -> list[Season]:
    """The same runners under one arm."""
    seasons = [Season(seed * 10, arm, weeks=weeks) for seed in range(runners)]
    for one in seasons:
        one.live()
    return seasons


def figures(arms: Sequence[Sequence[Season]]) -> Iterator[tuple[str, str]]:
    """Yield the figures of every arm, then how its sets ended."""
    yield "runners", f"{len(arms[0])}, {WEEKS} weeks, adherence 40 to 100 %"
    for seasons in arms:
        found = [one.life for one in seasons]
        yield found[0].arm, ", ".join((*_trained(found), *_hurt(found), *_judged(seasons)))
        yield from ((f"  {found[0].arm}, {how}", share) for how, share in ended(found))


def _trained(found: Sequence[Life]) -> Iterator[str]:
    sets = sum(one.sets for one in found)
    free = sets - sum(one.held for one in found)
    yield f"strength +{100 * statistics.fmean(one.gained for one in found):.1f} %"
    for what, of_all, count in (
        (f"of {sets} sets in the band of their day", sets, sum(one.in_band for one in found)),
        (f"of {free} with nothing held", free, sum(one.in_band_free for one in found)),
        ("by the number alone", sets, sum(one.in_band_of_number for one in found)),
        ("to failure", sets, sum(one.failed for one in found)),
        ("of the held ones", sets - free, sum(one.held_failed for one in found)),
    ):
        yield f"{100 * count / of_all:.1f} % {what}"


def _hurt(found: Sequence[Life]) -> Iterator[str]:
    dropped = [days for one in found for days in one.dropped_after if days is not None]
    events = sum(len(one.events) for one in found)
    after = f" after {statistics.median(dropped):g} days" if dropped else ""
    yield f"{sum(one.pain_days for one in found) / len(found):.1f} days above green"
    yield f"{events / len(found):.2f} pain events"
    yield f"work dropped in {len(dropped)} of {events}{after}"
    yield f"{sum(one.raised_in_pain for one in found)} steps up in pain"


def _judged(seasons: Sequence[Season]) -> Iterator[str]:
    """New stress and hard rules, of what was asked; how often the runner was asked."""
    weeks = [
        kinds
        for one in seasons
        for kinds in stressors_a_week(one.season.plan, one.life.asked, one.life.raised)
    ]
    broken = sum(len(violations(one.season, one.life.asked)) for one in seasons)
    yield f"{sum(len(kinds) > 1 for kinds in weeks)} of {len(weeks)} weeks with two kinds of new"
    yield f"{broken} hard rules broken"
    if any(one.arm.decisions for one in seasons):
        ignored = [
            change
            for one in seasons
            for change in ignored_steps_down(one.life.asked, one.arm.decisions)
        ]
        yield f"{len(ignored)} steps down after pain not asked for"
    asked = [count for one in seasons for count in questions_a_week(one)]
    if any(asked):
        yield f"proposals a week {statistics.median(asked):g} median, {max(asked)} most"


def questions_a_week(season: Season) -> list[int]:
    """Proposals the runner had to answer, by week; safety does not ask."""
    asked = [note for note in season.arm.notes if note.asked]
    return [
        len({note.proposal for note in asked if (note.day - season.start).days // WEEK == week})
        for week in range(season.weeks)
    ]


def ended(found: Sequence[Life]) -> Iterator[tuple[str, str]]:
    """Yield how sets with and without a weight ended, and for the coach why they were too easy."""
    bands: Counter[tuple[str, ...]] = sum((one.bands for one in found), Counter())
    for kind in ("weight", "no weight"):
        of_kind = {how: count for how, count in bands.items() if how[1] == kind}
        whole = sum(of_kind.values())
        for way in ("in band", "too easy", "too hard"):
            count = sum(count for how, count in of_kind.items() if how[0] == way)
            yield f"{kind}, {way}", f"{100 * count / whole:.1f} %"
    sets = sum(bands.values())
    easy = Counter({how[2:]: 0 for how in bands if how[0] == "too easy"})
    for how, count in bands.items():
        if how[0] == "too easy":
            easy[how[2:]] += count
    for how, count in easy.most_common(10):
        yield f"too easy: {', '.join(part for part in how if part)}", f"{100 * count / sets:.1f} %"
