"""Weeks of a runner with the coach, lived by dice: what the properties of the coach look at.

The plan is the sample runner's; nights, sets, pains, runs, missed days and answers come
from the dice. The same number is the same life.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.proposal import Decided, Decision
from runwright.domain.run import Run
from runwright.domain.runner import Pain
from runwright.domain.script import ScriptExercise, SessionScript, SetTarget
from runwright.usecases.asked import asked_of
from runwright.usecases.coach import CoachOrder
from runwright.usecases.decide import apart
from runwright.usecases.follow_coach import follow_coach
from runwright.usecases.propose import propose
from runwright.usecases.write_script import ScriptWriter
from tests.strategies import library
from tests.unit.usecases.test_propose import lived

LIVES = 12  # of the steady profile; `explore` lives more
REGIONS = ("achilles_midportion", "patellofemoral", "hamstring", "low_back", "plantar_heel")
LOADS_KG = (8.0, 12.0, 16.0, 20.0, 24.0)
MORNING, EVENING = time(6, tzinfo=UTC), time(18, tzinfo=UTC)
RECORDS = 0.4  # of runners bring files of their runs


def lives() -> st.SearchStrategy[int]:
    """Numbers of lives."""
    steady = settings.default is None or settings.default.derandomize
    return st.integers(0, (LIVES if steady else 100 * LIVES) - 1)


@cache
def life(number: int) -> CoachOrder:
    """One life: three to nine weeks from the start of the plan, seen from its last day."""
    return _Life(number).order()


class _Life:
    def __init__(self, number: int) -> None:
        self.dice = Random(number)  # noqa: S311  # dice, no secret
        found, runner, _told = lived()
        self.plan, self.runner = found.planned.plan, replace(runner, pains=())
        self.asked = asked_of(found.planned.request)
        self.writer = ScriptWriter(
            self.plan, self.runner, found.planned.request.screening, library()
        )
        self.told = Told()
        self.today = self.plan.start
        self.days = self.dice.randint(20, 63)
        self.sleep_h = self.dice.uniform(5.8, 8.5)
        self.stress = self.dice.uniform(1, 6)
        self.comes = self.dice.uniform(0.6, 1.0)
        self.strong = self.dice.uniform(-1.5, 2.5)
        self.region = self.dice.choice(REGIONS)
        self.hurts = self.dice.choice((0.0, 0.05, 0.2))
        self.says_yes = self.dice.choice((0.4, 0.8, 1.0))
        self.run_dice = Random(-1 - number)  # noqa: S311  # of its own: the rest stays as it was
        self.records = self.run_dice.random() < RECORDS
        self.runs = [
            self._run(self.today - timedelta(days=back)) for back in range(1, 80, 2) if self.records
        ]

    def order(self) -> CoachOrder:
        for _day in range(self.days):
            self._live()
            self.today += timedelta(days=1)
        return self._now()

    def _now(self) -> CoachOrder:
        return CoachOrder(
            runner=self.runner,
            plan=self.plan,
            told=self.told,
            today=self.today,
            asked=self.asked,
            runs=tuple(self.runs),
        )

    def _run(self, day: date) -> Run:
        """A calm run of an hour or so, now and then one of two."""
        minutes = 120 if self.run_dice.random() < 0.04 else self.run_dice.randint(35, 60)
        return Run(
            started_at=datetime.combine(day, MORNING),
            duration_s=60 * minutes,
            elapsed_s=60 * minutes,
            distance_m=1000 * minutes / 6,
        )

    def _live(self) -> None:
        if self.dice.random() < 0.85:
            self.told = replace(self.told, check_ins=(*self.told.check_ins, self._morning()))
        if self.records and self.run_dice.random() < 0.5:
            self.runs.append(self._run(self.today))
        planned = self.plan.day(self.today)
        if planned is None or planned.session is None or self.dice.random() > self.comes:
            return
        self._answer()
        followed = follow_coach(self._now(), library()).day(planned)
        script = next((s for s in self.writer.of(followed) if s.id == planned.session.id), None)
        if script is not None:
            done = self._done(script)
            self.told = replace(
                self.told,
                sessions=(*self.told.sessions, done),
                scripts={**self.told.scripts, script.id: script},
            )

    def _morning(self) -> CheckIn:
        sore = self.dice.random() < self.hurts
        return CheckIn(
            day=self.today,
            sleep_h=round(max(3.0, self.dice.gauss(self.sleep_h, 1)) * 2) / 2,
            stress_0_10=min(10, max(0, round(self.dice.gauss(self.stress, 2)))),
            soreness_0_10=min(10, max(0, round(self.dice.gauss(2, 2)))),
            pains=(Pain(region=self.region, pain_0_10=self.dice.randint(1, 7)),) if sore else (),
            pain_free=not sore and self.dice.random() < 0.7,
        )

    def _answer(self) -> None:
        """What is proposed, answered; days stay where they are, since the plan does."""
        for one in apart(propose(self._now(), library())):
            yes = not one.is_declinable or self.dice.random() < self.says_yes
            decision = Decision.ACCEPTED if yes else Decision.DECLINED
            said = Decided(proposal=one, decision=decision, decided_on=self.today)
            self.told = replace(self.told, decisions=(*self.told.decisions, said))

    def _done(self, script: SessionScript) -> PerformedSession:
        start = datetime.combine(self.today, EVENING)
        items = [item for block in script.versions[0].blocks for item in block.items]
        items = items if self.dice.random() < 0.9 else items[: len(items) // 2 + 1]
        sets: list[PerformedSet] = []
        for item in items:
            load_kg = self._load_kg(item.prescribed)
            for target in item.prescribed.sets:
                ended_at = start + timedelta(minutes=len(sets) + 1)
                sets.append(self._set(item.label, item.prescribed, target, load_kg, ended_at))
        sore = self.dice.random() < self.hurts
        pain = PerformedPain(
            region=self.region,
            pain_0_10=self.dice.randint(1, 7),
            told_at=start,
            label=self.dice.choice(("", items[-1].label)),
        )
        return PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id=f"done-{script.id}",
            script=script.id,
            minutes=script.versions[0].minutes,
            started_at=start,
            ended_at=start + timedelta(minutes=len(sets) + 2),
            ended=Ended.DONE,
            sets=tuple(sets),
            pains=(pain,) if sore else (),
        )

    def _load_kg(self, asked: ScriptExercise) -> float | None:
        if not asked.loadable:
            return None
        return asked.load_kg if asked.load_kg is not None else self.dice.choice(LOADS_KG)

    def _set(
        self,
        label: str,
        asked: ScriptExercise,
        target: SetTarget,
        load_kg: float | None,
        ended_at: datetime,
    ) -> PerformedSet:
        off = round(self.dice.gauss(self.strong, 1))
        reps = None if target.reps is None else min(target.reps[1], max(1, target.reps[0] + off))
        rir = None if asked.rir is None else min(10, max(0, asked.rir + off))
        if reps is not None and target.reps is not None and self.strong > 1:
            reps = target.reps[1]
        return PerformedSet(
            label=label,
            exercise=asked.exercise,
            number=target.number,
            ended_at=ended_at,
            side=target.side,
            is_ramp=target.ramp_share is not None,
            reps=reps,
            hold_s=target.hold_s,
            distance_m=target.distance_m,
            contacts=target.contacts,
            load_kg=load_kg,
            rir=rir,
        )
