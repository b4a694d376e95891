"""The sample runner's sets: a repetition more from time to time, and the weight asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
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
REST_SHARE = 0.25  # of the rest that is prescribed: in a superset the other exercise is done in it
ON_ITS_OWN = frozenset({"romanian_deadlift", "goblet_squat"})  # lifts the sample adds to unasked
TIMES_BEFORE_MORE = 2  # sessions at a load, before it does
MORE_REPS = (1, 1, 2, 3)  # against the session before with the same exercise and weight
RESERVE_OFF = (-1, 0, 0, 0, 1, 1)  # repetitions in reserve of a session, against what was asked


@dataclass(frozen=True, slots=True)
class _Form:
    """How an exercise goes in a session: its weight [kg], and repetitions beyond the fewest asked.

    `reserve_off` is how far the reserve is off what was asked. [reps]; `times` is which session at
    this weight it is. [1]
    """

    load_kg: float
    more: int
    reserve_off: int
    times: int


class SetLog:
    """Invents sets; remembers how each exercise went the last time."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.last: dict[str, _Form] = {}

    def of(self, version: ScriptVersion, start: datetime) -> Iterator[PerformedSet]:
        """Yield the sets of a version, the warm-up left out, from a start on."""
        now = start + timedelta(minutes=5)
        for item in (item for block in version.blocks for item in block.items):
            if item.role in WARMING:
                continue
            exercise = item.prescribed
            form = self.last[exercise.exercise] = self._form(exercise)
            now += timedelta(seconds=exercise.setup_s)
            for target in exercise.sets:
                now += timedelta(seconds=target.work_s + REST_SHARE * exercise.rest_s)
                yield self._set(item, target, form, now.replace(microsecond=0))

    def _form(self, exercise: ScriptExercise) -> _Form:
        last = self.last.get(exercise.exercise)
        load_kg = self._load_kg(exercise, last)
        more, times = 0, 1
        if last is not None and load_kg <= last.load_kg:
            more, times = last.more + self.random.choice(MORE_REPS), last.times + 1
        return _Form(load_kg, more, self.random.choice(RESERVE_OFF), times)

    def _load_kg(self, exercise: ScriptExercise, last: _Form | None) -> float:
        if not exercise.loadable:
            return 0.0
        if last is not None and exercise.exercise in ON_ITS_OWN and _is_ready(last):
            return last.load_kg + STEP_KG
        if exercise.load_kg is not None:
            return exercise.load_kg
        return FIRST_KG.get(exercise.exercise, USUAL_KG) if last is None else last.load_kg

    def _set(
        self, item: ScriptItem, target: SetTarget, form: _Form, ended_at: datetime
    ) -> PerformedSet:
        is_ramp = target.ramp_share is not None
        share = 1.0 if target.ramp_share is None else target.ramp_share
        rir = item.prescribed.rir
        load_kg = form.load_kg if not is_ramp else round(share * form.load_kg / STEP_KG) * STEP_KG
        return PerformedSet(
            label=item.label,
            exercise=item.prescribed.exercise,
            number=target.number,
            side=target.side,
            is_ramp=is_ramp,
            ended_at=ended_at,
            reps=None if target.reps is None else _reps(target.reps, form),
            hold_s=target.hold_s,
            distance_m=target.distance_m,
            contacts=target.contacts,
            load_kg=load_kg,
            rir=None if rir is None or is_ramp else min(RIR_MAX, max(0, rir + form.reserve_off)),
        )


def _is_ready(last: _Form) -> bool:
    return last.times >= TIMES_BEFORE_MORE and last.reserve_off >= 0


def _reps(reps: tuple[int, int], form: _Form) -> int:
    low, high = reps
    return min(high, low + form.more)
