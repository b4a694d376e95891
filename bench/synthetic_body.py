"""A synthetic runner's body and life: hidden strength, recovery, sleep, pain; a seed makes it.

Nothing here is knowledge about people: it is a toy that answers training in plausible ways, alike
for every coach that is tried on it. A coach sees only what the body tells. What is borrowed from
the knowledge base, so that the toy does not flatter anybody:

- People differ in how many repetitions a share of their maximum allows: 6 to 26 at 70 %
  (zourdos2021). The cost of a repetition is therefore drawn by runner and exercise between those
  ends; no coach is told it, and the formula a coach uses is wrong for most of these bodies.
- The reserve a runner feels is off by about one repetition near the end of a set and by more than
  two far from it, whatever the experience (hackett2017). A set ends where the *felt* reserve says
  so, and what is told is that same feeling: asking twice does not make it truer.

Limits: strength belongs to a pattern and carries over to its other exercises in full; what hurts
where is a plain table; running changes nothing but now and then a tendon; there is no technique,
no motivation and no mood. The figures compare coaches on one toy and say nothing about people.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from runwright.domain.exercise import DoseKind, Exercise

FELT_IN: Mapping[str, str] = {  # pattern: the region that feels it
    "squat": "patellofemoral",
    "single_leg_squat": "patellar_tendon",
    "hinge": "proximal_hamstring",
    "bridge": "proximal_hamstring",
    "hamstring_curl": "proximal_hamstring",
    "calf_straight": "achilles_midportion",
    "calf_bent": "achilles_midportion",
    "plyo": "achilles_midportion",
}
REGIONS = tuple(sorted(set(FELT_IN.values())))
BASE_KG: Mapping[str, float] = {  # one-repetition maximum at the second level, in one hand
    "squat": 40,
    "single_leg_squat": 24,
    "hinge": 36,
    "bridge": 40,
    "calf_straight": 32,
    "calf_bent": 34,
}
OTHER_KG = 18
USUAL_REPS = 12
MORE_THAN_USUAL = 1.3
USUAL_LEVEL = 2
HOLD_S = 70  # of a first-level hold, to the end
REP_COST = (0.0165, 0.0714)  # 26 and 6 repetitions at 70 %
REP_COST_USUAL = 0.033
USED_TO = 0.35  # how much of what was new a region is used to after one session
FIRST_ROOM = 1.3  # a first session is chosen light
FORGETS = 0.99  # of what a region is used to, left after a day
SPIKE = 1.2  # work this far above the most a region is used to is felt
PAIN_MAX = 10
FADES_AFTER_DAYS = 14


@dataclass(frozen=True, kw_only=True)
class Set:
    """One set as it went: what is told, and the reserve that nobody sees. load_kg in [kg]"""

    count: int
    true_rir: float
    told_rir: int
    load_kg: float | None = None


@dataclass
class Body:
    """A runner from the inside.

    Attributes
    ----------
    chance, nights
        Of the work, and of sleep and life: nights are alike whatever is trained.
    strength, ceiling
        By pattern: now, and where it could go; 1 is a usual runner.
    gain
        Share of the way to the ceiling that a well-dosed session of a pattern brings.
    sensitive
        How readily a region hurts; 1 is usual.
    rir_bias
        How many repetitions this runner believes to have left beyond those there are.
    usual
        The most work a session may ask of a region without being felt; 0 before the first.
    """

    seed: int
    chance: random.Random
    nights: random.Random
    size: float
    strength: dict[str, float]
    ceiling: dict[str, float]
    gain: float
    recovery: float
    sensitive: dict[str, float]
    rir_bias: float
    sleep_mean_h: float
    pain: dict[str, float] = field(default_factory=lambda: dict.fromkeys(REGIONS, 0.0))
    usual: dict[str, float] = field(default_factory=lambda: dict.fromkeys(REGIONS, 0.0))
    fatigue: float = 0.0
    soreness: float = 0.0
    sleep_h: float = 7.5
    stress: float = 3.0
    day_form: float = 1.0
    bad_spell: int = 0
    last_day: dict[str, int] = field(default_factory=dict)

    # -- nights --------------------------------------------------------------------------------

    def night(self, day: int) -> None:
        """Sleep, settle, recover; now and then a bad fortnight begins, or something flares."""
        if self.bad_spell == 0 and self.nights.random() < 0.012:
            self.bad_spell = self.nights.randint(8, 18)
        self.bad_spell = max(0, self.bad_spell - 1)
        worse = 1.3 if self.bad_spell else 0.0
        self.sleep_h = max(3.0, self.nights.gauss(self.sleep_mean_h - worse, 0.7))
        self.stress = min(10.0, max(0.0, self.nights.gauss(3 + 3.2 * worse, 1.4)))
        self.day_form = self.nights.gauss(1, 0.02)
        self.fatigue *= 1 - self.recovery * min(1.1, self.sleep_h / 7.5)
        self.soreness *= 0.62
        for region in REGIONS:
            flare = 2.5 * self.sensitive[region] if self.nights.random() < 0.002 else 0.0
            self.pain[region] = min(PAIN_MAX, self.pain[region] * 0.90 + flare)
        for pattern, last in self.last_day.items():
            if day - last > FADES_AFTER_DAYS and pattern in self.strength:
                self.strength[pattern] *= 0.9985
        for region in REGIONS:
            self.usual[region] *= FORGETS

    def run_spike(self) -> None:
        """A week of running that was too much: the tendons of the leg feel it."""
        for region in ("achilles_midportion", "patellofemoral"):
            self.pain[region] = min(PAIN_MAX, self.pain[region] + 1.8 * self.sensitive[region])

    # -- what the body can do ------------------------------------------------------------------

    def _own(self, exercise: Exercise, what: str) -> random.Random:
        """What belongs to this body and exercise, whoever coaches and whenever it is asked."""
        return random.Random(f"{self.seed} {exercise.id} {what}")

    def rep_cost(self, exercise: Exercise) -> float:
        """Share of the load that one more repetition costs; people differ (zourdos2021)."""
        drawn = self._own(exercise, "cost").lognormvariate(0, 0.3) * REP_COST_USUAL
        return min(REP_COST[1], max(REP_COST[0], drawn))

    def ability(self, exercise: Exercise) -> float:
        """How strong the body is in an exercise; 1 is usual."""
        quirk = self._own(exercise, "quirk").uniform(0.85, 1.15)
        return self.strength.setdefault(exercise.pattern, self.size) * quirk

    def max_kg(self, exercise: Exercise) -> float:
        """One-repetition maximum, rested. [kg]"""
        base = BASE_KG.get(exercise.pattern, OTHER_KG)
        return base * (0.8 + 0.1 * exercise.level) * self.ability(exercise)

    def form(self) -> float:
        """Share of the strength that is there today."""
        short = max(0.0, 7 - self.sleep_h) * 0.015
        return max(0.7, self.day_form - 0.04 * self.fatigue - short)

    def most_reps(
        self, exercise: Exercise, load_kg: float | None, levers: int, share: float
    ) -> float:
        """Repetitions to failure with `share` of the strength there; below 0: too heavy."""
        if load_kg:
            ratio = self.max_kg(exercise) * share / load_kg
        else:
            ratio = self.ability(exercise) * share * self._own_weight_ratio(exercise)
        return (ratio * 0.94**levers - 1) / self.rep_cost(exercise)

    def _own_weight_ratio(self, exercise: Exercise) -> float:
        """Strength by body weight: a usual runner does a little more than the usual range.

        That is at the second level; a harder rung asks for a greater share of the strength.
        """
        usual = exercise.dose.reps[1] if exercise.dose.reps is not None else USUAL_REPS
        ratio = 1 + self.rep_cost(exercise) * usual * MORE_THAN_USUAL
        return ratio * own_weight_share(USUAL_LEVEL) / own_weight_share(exercise.level)

    def picks_kg(
        self, exercise: Exercise, reps: tuple[int, int], rir: int, loads: Sequence[float]
    ) -> float:
        """The first weight a runner chooses for an exercise, off by a few per cent. [kg]"""
        to_failure = sum(reps) / 2 + rir
        exact = self.max_kg(exercise) / (1 + self.rep_cost(exercise) * to_failure)
        felt = exact * self._own(exercise, "first").lognormvariate(0, 0.08)
        return max((one for one in loads if one <= felt), default=min(loads))

    # -- a set ---------------------------------------------------------------------------------

    def lifts(
        self,
        exercise: Exercise,
        load_kg: float | None,
        reps: tuple[int, int],
        rir: int,
        *,
        done_before: int,
        levers: int = 0,
    ) -> Set:
        """One set: on until the top of the range, or until the reserve seems to be down to `rir`.

        Below the bottom of the range a runner goes on until nothing seems to be left.
        """
        share = self.form() * (1 - 0.012 * done_before) * self.chance.gauss(1, 0.008)
        most = self.most_reps(exercise, load_kg, levers, share)
        off = self.chance.gauss(0, 1)
        bottom, top = reps
        done = 0
        while done < top and done + 1 <= most:
            left = self.felt(most - done, off)
            if left <= (rir if done >= bottom else 0) + 0.5:
                break
            done += 1
        told = self.felt(most - done, off) + self.chance.gauss(0, 0.3)
        failed = done < bottom and done + 1 > most
        return Set(
            count=done,
            true_rir=max(0.0, most - done),
            told_rir=0 if failed else min(10, max(0, round(told))),
        )

    def felt(self, left: float, off: float) -> float:
        """The reserve as it feels: one off near the end, more far from it (hackett2017)."""
        return left + self.rir_bias + off * (0.7 + 0.25 * max(0.0, left))

    def holds(self, exercise: Exercise, hold_s: int) -> Set:
        """One hold, as long as asked for or as long as it lasts."""
        lasts = HOLD_S * self.ability(exercise) * self.form() / (0.7 + 0.2 * exercise.level) * 1.4
        return Set(count=int(min(hold_s, lasts)), true_rir=0, told_rir=0)

    # -- what it makes of a session --------------------------------------------------------------

    def takes(self, done: Sequence[tuple[Exercise, Sequence[Set]]], day: int) -> None:
        """What the body makes of a session: stronger, tired, perhaps sore."""
        work = dict.fromkeys(REGIONS, 0.0)
        emptied = dict.fromkeys(REGIONS, 0)
        for exercise, sets in done:
            region = FELT_IN.get(exercise.pattern)
            if region is not None:
                work[region] += sum(self._work(exercise, one) for one in sets)
                emptied[region] += sum(
                    one.true_rir < 0.5 for one in sets if exercise.dose_kind is DoseKind.REPS
                )
            self._grows(exercise, sets, day)
        sets = sum(len(sets) for _exercise, sets in done)
        self.fatigue += 0.06 * sets + 0.10 * sum(emptied.values())
        most = 0.0
        for region in REGIONS:
            if work[region]:
                most = max(most, self._strains(region, work[region], emptied[region]))
        self.soreness = min(10.0, self.soreness + 0.15 * sets * min(2.0, max(1.0, most) ** 2))

    def _work(self, exercise: Exercise, one: Set) -> float:
        if exercise.dose_kind is DoseKind.CONTACTS:
            return 0.25 * one.count
        if exercise.dose_kind is not DoseKind.REPS:
            return 0.1 * one.count
        max_kg = self.max_kg(exercise)
        share = one.load_kg / max_kg if one.load_kg else own_weight_share(exercise.level)
        return share**2 * one.count * (1.2 if one.true_rir < 1 else 1.0)

    def _grows(self, exercise: Exercise, sets: Sequence[Set], day: int) -> None:
        self.last_day[exercise.pattern] = day
        if exercise.dose_kind is not DoseKind.REPS:
            return
        strength = self.strength.setdefault(exercise.pattern, self.size)
        ceiling = self.ceiling.setdefault(
            exercise.pattern, strength * self._own(exercise, "ceiling").uniform(1.35, 1.75)
        )
        near = sum(
            1.0 if one.true_rir <= 4.5 else 0.5 if one.true_rir <= 8 else 0.2 for one in sets
        )
        rested = max(0.3, 1 - 0.25 * self.fatigue)
        self.strength[exercise.pattern] += (
            max(0.0, ceiling - strength) * self.gain * min(near, 4) / 3 * rested
        )

    def _strains(self, region: str, work: float, emptied: int) -> float:
        """Hurt a region by work it is not used to, by failure, and by work into pain."""
        usual = self.usual[region] or work * FIRST_ROOM
        ratio = work / usual
        sore = self.pain[region]
        spike = max(0.0, ratio - SPIKE) * 1.5 + 0.2 * emptied
        stirred = 0.9 if sore > 2 and ratio > 0.9 else 0.0
        self.pain[region] = min(PAIN_MAX, sore + self.sensitive[region] * (spike + stirred))
        self.usual[region] = usual + USED_TO * max(0.0, work - usual)
        return ratio

    def told_pain(self, region: str) -> int:
        """What the runner says of a region when asked. 0 to 10"""
        return min(PAIN_MAX, max(0, round(self.pain[region] * self.chance.uniform(0.85, 1.15))))


def own_weight_share(level: int) -> float:
    """Share of the strength that a rung of a ladder asks for without a weight."""
    return 0.4 + 0.08 * level


def body(seed: int) -> Body:
    """The body of a seed; the same for every coach."""
    chance = random.Random(seed)
    return Body(
        seed=seed,
        chance=random.Random(seed + 1),
        nights=random.Random(seed + 3),
        size=chance.uniform(0.75, 1.3),
        strength={},
        ceiling={},
        gain=chance.uniform(0.03, 0.06),
        recovery=chance.uniform(0.32, 0.5),
        sensitive={region: chance.uniform(0.4, 1.8) for region in REGIONS},
        rir_bias=chance.gauss(0, 0.6),
        sleep_mean_h=chance.uniform(6.6, 8.0),
    )
