"""The sample runner's sets: repetitions, holds and loads that grow a little over the weeks."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from runwright.domain.exercise import Role
from runwright.domain.performed import PerformedSet
from runwright.domain.script import ScriptExercise, ScriptItem, ScriptVersion, SetTarget
from runwright.domain.session import RIR_MAX

WARMING = frozenset({Role.RAISE, Role.DYNAMIC, Role.ROLLING, Role.MOBILITY})
# What the sample's dumbbells weighed when each exercise was first done. [kg]
FIRST_KG = {
    "romanian_deadlift": 24.0,
    "goblet_squat": 16.0,
    "split_squat_loaded": 12.0,
    "sl_rdl_loaded": 8.0,
    "calf_seated_loaded": 16.0,
    "three_point_row": 10.0,
    "step_up": 8.0,
}
USUAL_KG, STEP_KG = 4.0, 2.0
TIMES_BEFORE_MORE = 2  # sessions at a load
REST_SHARE = 0.25  # of the rest that is prescribed: in a superset the other exercise is done in it
RESERVE_OFF = (-1, 0, 0, 0, 1)  # repetitions in reserve, against what was asked


class SetLog:
    """Invents sets; remembers how often each exercise was done."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.times: Counter[str] = Counter()

    def of(self, version: ScriptVersion, start: datetime) -> Iterator[PerformedSet]:
        """Yield the sets of a version, the warm-up left out, from a start on."""
        now = start + timedelta(minutes=5)
        for item in (item for block in version.blocks for item in block.items):
            if item.role in WARMING:
                continue
            exercise = item.prescribed
            load_kg = self._load_kg(exercise)
            self.times[exercise.exercise] += 1
            now += timedelta(seconds=exercise.setup_s)
            for target in exercise.sets:
                now += timedelta(seconds=target.work_s + REST_SHARE * exercise.rest_s)
                yield self._set(item, target, load_kg, now.replace(microsecond=0))

    def _load_kg(self, exercise: ScriptExercise) -> float:
        if not exercise.loadable:
            return 0.0
        steps = self.times[exercise.exercise] // TIMES_BEFORE_MORE
        return FIRST_KG.get(exercise.exercise, USUAL_KG) + steps * STEP_KG

    def _set(
        self, item: ScriptItem, target: SetTarget, load_kg: float, ended_at: datetime
    ) -> PerformedSet:
        is_ramp = target.ramp_share is not None
        share = 1.0 if target.ramp_share is None else target.ramp_share
        rir = item.prescribed.rir
        return PerformedSet(
            label=item.label,
            exercise=item.prescribed.exercise,
            number=target.number,
            side=target.side,
            is_ramp=is_ramp,
            ended_at=ended_at,
            reps=None if target.reps is None else self._reps(target.reps),
            hold_s=target.hold_s,
            distance_m=target.distance_m,
            contacts=target.contacts,
            load_kg=round(share * load_kg / STEP_KG) * STEP_KG,
            rir=None if rir is None or is_ramp else self._rir(rir),
        )

    def _reps(self, reps: tuple[int, int]) -> int:
        low, high = reps
        return self.random.randint(low, high)

    def _rir(self, asked: int) -> int:
        return min(RIR_MAX, max(0, asked + self.random.choice(RESERVE_OFF)))
