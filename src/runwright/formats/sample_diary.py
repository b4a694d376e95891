"""The sample runner's diary: weeks of sessions and mornings, invented, the same for the same seed.

Rule for the next author: nothing here coaches. It invents what a runner might have logged, so that
someone who looks around sees pages with something on them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
    SkippedItem,
)
from runwright.domain.proposal import Decided
from runwright.domain.runner import Pain, Runner, Side
from runwright.domain.script import ScriptVersion, SessionScript
from runwright.domain.words import _
from runwright.formats.sample_coach import SampleCoach
from runwright.formats.sample_runner import Sample
from runwright.formats.sample_sets import SetLog
from runwright.formats.sample_tests import tested_again, tested_before
from runwright.knowledge.library import Library
from runwright.planning.planner import PlannedSeason
from runwright.usecases.plan_season import SeasonOrder, plan_season

SEED = 20
WEEKS_LIVED = 12
SORE_REGION, SORE_SIDE = "achilles_midportion", Side.LEFT
# What became of a session, by its number since the season began; all others were done whole.
MISSED, SHORTENED, PAINFUL = frozenset({6, 17}), frozenset({4, 11, 23}), 20
SHORT_MIN = 15
# How sore the region was on the mornings after the painful session. 0 to 10
MORNINGS_AFTER = (4, 4, 3, 3, 2, 3, 2, 2, 1, 2, 1, 1, 0, 1, 0)
CHECK_IN_SHARE = 0.88
USUAL_SLEEP_H, SLEEP_SPREAD_H = 7.1, 0.6
HALVES = 2  # of an hour
RATINGS_AFTER_LEGS, RATINGS_OTHERWISE = (3, 3, 4, 5), (0, 1, 1, 2, 2)
STRESSES = (1, 2, 2, 3, 3, 4, 5, 7)
EFFORTS, DELOAD_EFFORTS = (5, 6, 6, 7, 7), (3, 4, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedSample:
    """The sample some weeks into its season: the plan, and the diary of the days before today.

    Attributes
    ----------
    runner
        With the tests of before the season, and those done again since.
    scripts
        What each session had asked for.
    decisions
        What was said to the coach, in order.
    """

    runner: Runner
    planned: PlannedSeason
    sessions: tuple[PerformedSession, ...]
    check_ins: tuple[CheckIn, ...]
    scripts: tuple[SessionScript, ...]
    decisions: tuple[Decided, ...]


def lived_sample(sample: Sample, library: Library, *, seed: int = SEED) -> LivedSample:
    """Return the sample's season as it was planned weeks ago, with what was done of it since."""
    start = monday_of(sample.today) - timedelta(weeks=WEEKS_LIVED)
    zone = ZoneInfo(sample.runner.timezone)
    before = (run for run in sample.runs.items if run.started_at.astimezone(zone).date() < start)
    runner = tested_before(sample.runner, start)
    order = SeasonOrder(runner=runner, today=start, runs=tuple(before), start=start)
    planned = plan_season(order, library)
    coach = SampleCoach(planned, runner, library)
    diary = Diarist(planned, coach, zone, seed)
    for number in range((sample.today - start).days):
        diary.live(start + timedelta(days=number))
    return LivedSample(
        runner=tested_again(runner, start),
        planned=planned,
        sessions=coach.told.sessions,
        check_ins=coach.told.check_ins,
        scripts=tuple(coach.told.scripts.values()),
        decisions=coach.told.decisions,
    )


class Diarist:
    """Invents what was logged of a plan, day by day, as the coach of the app asked for it."""

    def __init__(
        self, planned: PlannedSeason, coach: SampleCoach, zone: ZoneInfo, seed: int
    ) -> None:
        self.plan, self.coach, self.zone = planned.plan, coach, zone
        self.random = Random(seed)  # noqa: S311  # an invented diary hides nothing
        self.mornings = Random(seed)  # noqa: S311  # so that a changed session changes no night
        self.sets = SetLog(self.random)
        self.number = 0
        self.sore_on: date | None = None

    def live(self, day: date) -> None:
        """Live a day: its morning, where one was told, and its session, where one was done."""
        told = self._check_in(day)
        if told is not None:
            self.coach.hear_morning(told)
        planned = self.plan.day(day)
        if planned is None or planned.session is None:
            return
        self.number += 1
        if self.number in MISSED:
            return
        script = self.coach.script(planned, whole=self.number not in SHORTENED)
        if script is not None:
            self.coach.hear_session(self._session(script, self.number), script, planned)

    def _check_in(self, day: date) -> CheckIn | None:
        """Return the check-in of a morning: of most, and of every one while something was sore."""
        sore = self._soreness(day)
        if sore is None and self.mornings.random() > CHECK_IN_SHARE:
            return None
        legs = self.plan.day(day - timedelta(days=1))
        after_legs = legs is not None and legs.session is not None
        sleep_h = self.mornings.gauss(USUAL_SLEEP_H, SLEEP_SPREAD_H)
        ratings = RATINGS_AFTER_LEGS if after_legs else RATINGS_OTHERWISE
        pains = () if not sore else (Pain(region=SORE_REGION, pain_0_10=sore, side=SORE_SIDE),)
        return CheckIn(
            day=day,
            sleep_h=round(sleep_h * HALVES) / HALVES,
            stress_0_10=self.mornings.choice(STRESSES),
            soreness_0_10=self.mornings.choice(ratings),
            pains=pains,
            pain_free=not pains,
        )

    def _soreness(self, day: date) -> int | None:
        """Return how sore the region was that morning; None outside the sore weeks."""
        if self.sore_on is None:
            return None
        after = (day - self.sore_on).days - 1
        return MORNINGS_AFTER[after] if 0 <= after < len(MORNINGS_AFTER) else None

    def _session(self, script: SessionScript, number: int) -> PerformedSession:
        version = _version(script, short=number in SHORTENED)
        start = datetime.combine(script.day, time(tzinfo=self.zone)) + timedelta(
            minutes=script.start_min + self.random.randrange(0, 12)
        )
        sets = tuple(self.sets.of(version, start))
        if number == PAINFUL:
            return self._painful(script, version, start, sets)
        return PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id=f"sample-{script.id}",
            script=script.id,
            minutes=version.minutes,
            started_at=start,
            ended_at=sets[-1].ended_at + timedelta(minutes=2),
            ended=Ended.SHORTENED if number in SHORTENED else Ended.DONE,
            sets=sets,
            effort_0_10=self.random.choice(self._efforts(script.day)),
            note=_("Late from work, took the short one.") if number in SHORTENED else "",
        )

    def _efforts(self, day: date) -> tuple[int, ...]:
        number = (day - self.plan.start).days // DAYS_PER_WEEK
        return DELOAD_EFFORTS if self.plan.weeks[number].deload else EFFORTS

    def _painful(
        self,
        script: SessionScript,
        version: ScriptVersion,
        start: datetime,
        sets: tuple[PerformedSet, ...],
    ) -> PerformedSession:
        """Return a session that a sore tendon ended at its calf raises."""
        items = [item for block in version.blocks for item in block.items]
        labels = [one.label for one in items]
        sore = next((one for one in items if one.role.value == "calf"), items[-1])
        after = {one.label for one in items[labels.index(sore.label) :]}
        done = tuple(one for one in sets if one.label not in after or _is_first(one, sore.label))
        end = max(one.ended_at for one in done)
        self.sore_on = script.day
        return PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id=f"sample-{script.id}",
            script=script.id,
            minutes=version.minutes,
            started_at=start,
            ended_at=end + timedelta(minutes=3),
            ended=Ended.PAIN,
            sets=done,
            pains=(
                PerformedPain(
                    region=SORE_REGION,
                    pain_0_10=6,
                    told_at=end,
                    label=sore.label,
                    side=SORE_SIDE,
                ),
            ),
            skipped=tuple(
                SkippedItem(
                    label=one.label, exercise=one.prescribed.exercise, because=_("Achilles")
                )
                for one in items
                if one.label in after and one is not sore
            ),
            effort_0_10=5,
            note=_("The left Achilles pulled on the first calf raises. Stopped there."),
        )


def _version(script: SessionScript, *, short: bool) -> ScriptVersion:
    if not short:
        return script.versions[0]
    return min(script.versions, key=lambda one: abs(one.minutes - SHORT_MIN))


def _is_first(performed: PerformedSet, label: str) -> bool:
    return performed.label == label and performed.number == 1
