"""A synthetic runner's body and life: hidden strength, recovery, sleep, pain; a seed makes it.

Nothing here is knowledge about people: it is a toy that answers training in plausible ways, alike
for every coach that is tried on it. A coach sees only what the body tells.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

LIFTS: Mapping[str, str] = {  # lift: the region that feels it
    "goblet_squat": "patellofemoral",
    "romanian_deadlift": "proximal_hamstring",
    "split_squat_loaded": "patellar_tendon",
    "calf_seated_loaded": "achilles_midportion",
}
START_KG = {"goblet_squat": 34, "romanian_deadlift": 60, "split_squat_loaded": 30}
CALF_KG = 45
EPLEY = 0.0333
WEEK = 7
CHRONIC = 0.06  # how fast the body gets used to work, per session
SPIKE = 1.2  # work this far above the usual is felt
PAIN_MAX = 10


@dataclass
class Set:
    """One set as it went: what is told, and the reserve that nobody sees."""

    reps: int
    true_rir: float
    told_rir: int


@dataclass
class Body:
    """A runner from the inside.

    Attributes
    ----------
    chance, nights
        Of the work, and of sleep and life: nights are alike whatever is trained.
    max_kg, ceiling_kg
        One-repetition maximum now, and where it could go, by lift. [kg]
    gain
        Share of the way to the ceiling that a well-dosed session brings.
    sensitive
        How readily a region hurts; 1 is usual.
    pain
        What hurts now, by region. 0 to 10
    usual
        Work a lift is used to; 0 before the first session.
    """

    chance: random.Random
    nights: random.Random
    max_kg: dict[str, float]
    ceiling_kg: dict[str, float]
    gain: float
    recovery: float
    sensitive: dict[str, float]
    rir_bias: float
    sleep_mean_h: float
    pain: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LIFTS.values(), 0.0))
    usual: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LIFTS, 0.0))
    fatigue: float = 0.0
    soreness: float = 0.0
    sleep_h: float = 7.5
    stress: float = 3.0
    bad_spell: int = 0
    away: int = 0

    def night(self) -> None:
        """Sleep, settle, recover; now and then a bad fortnight begins, or something flares."""
        if self.bad_spell == 0 and self.nights.random() < 0.012:
            self.bad_spell = self.nights.randint(8, 18)
        self.bad_spell = max(0, self.bad_spell - 1)
        worse = 1.3 if self.bad_spell else 0.0
        self.sleep_h = max(3.0, self.nights.gauss(self.sleep_mean_h - worse, 0.7))
        self.stress = min(10.0, max(0.0, self.nights.gauss(3 + 3.2 * worse, 1.4)))
        rest = self.recovery * min(1.1, self.sleep_h / 7.5)
        self.fatigue *= 1 - rest
        self.soreness *= 0.62
        for region, pain in self.pain.items():
            flare = 2.5 * self.sensitive[region] if self.nights.random() < 0.002 else 0.0
            self.pain[region] = min(PAIN_MAX, pain * 0.90 + flare)

    def form(self) -> float:
        """Share of the maximum that is there today."""
        short = max(0.0, 7 - self.sleep_h) * 0.015
        return max(0.7, 1 - 0.05 * self.fatigue - short + self.chance.gauss(0, 0.012))

    def lift(self, name: str, load_kg: float, reps: tuple[int, int], rir: int, tired: int) -> Set:
        """One set: up to the top of the range, fewer where the reserve seems to be gone."""
        today = self.max_kg[name] * self.form() * (1 - 0.012 * tired)
        most = max(0.0, (today / max(load_kg, 1.0) - 1) / EPLEY)
        felt = most + self.rir_bias + self.chance.gauss(0, 0.7 + 0.08 * most)
        wanted = int(felt - rir)
        done = min(reps[1], max(reps[0], wanted), int(most))
        true = most - done
        noise = self.chance.gauss(self.rir_bias, 0.5 + 0.15 * max(0.0, true))
        return Set(reps=done, true_rir=true, told_rir=min(10, max(0, round(true + noise))))

    def take(self, name: str, load_kg: float, sets: list[Set]) -> None:
        """What the body makes of an exercise after a session: stronger, tired, perhaps sore."""
        if not sets:
            return
        region = LIFTS[name]
        work = sum(
            load_kg / self.max_kg[name] * one.reps * (1.3 if one.true_rir < 1 else 1.0)
            for one in sets
        )
        near = sum(1.0 if 0.5 <= one.true_rir <= 4.5 else 0.35 for one in sets)
        room = max(0.0, self.ceiling_kg[name] - self.max_kg[name])
        rested = max(0.3, 1 - 0.25 * self.fatigue)
        self.max_kg[name] += room * self.gain * min(near, 4) / 3 * rested
        self.fatigue += 0.10 * len(sets) + 0.12 * sum(one.true_rir < 1 for one in sets)
        ratio = work / self.usual[name] if self.usual[name] else 1.0
        self.soreness = min(10.0, self.soreness + 0.35 * len(sets) * min(2.0, ratio**2))
        sore = self.pain[region]
        spike = max(0.0, ratio - SPIKE) * 4 + 0.35 * sum(one.true_rir < 0.5 for one in sets)
        stirred = 0.9 if sore > 2 and ratio > 0.9 else 0.0
        self.pain[region] = min(PAIN_MAX, sore + self.sensitive[region] * (spike + stirred))
        usual = self.usual[name] or work
        self.usual[name] = usual + CHRONIC * WEEK / 2 * (work - usual)

    def run_spike(self) -> None:
        """A week of running that was too much: the tendons of the leg feel it."""
        for region in ("achilles_midportion", "patellofemoral"):
            self.pain[region] = min(PAIN_MAX, self.pain[region] + 1.8 * self.sensitive[region])

    def rests(self, name: str, days: int) -> None:
        """Strength fades a little, and what one is used to more, when a lift stays away."""
        if days > 2 * WEEK:
            self.max_kg[name] *= 0.9985
            self.usual[name] *= 0.98

    def told_pain(self, region: str) -> int:
        """What the runner says of a region when asked. 0 to 10"""
        return min(PAIN_MAX, max(0, round(self.pain[region] * self.chance.uniform(0.85, 1.15))))


def body(seed: int) -> Body:
    """The body of a seed; the same for every coach."""
    chance = random.Random(seed)
    size = chance.uniform(0.75, 1.35)
    start = {
        name: size * START_KG.get(name, CALF_KG) * chance.uniform(0.85, 1.15) for name in LIFTS
    }
    return Body(
        chance=random.Random(seed + 1),
        nights=random.Random(seed + 3),
        max_kg=start,
        ceiling_kg={name: kg * chance.uniform(1.35, 1.75) for name, kg in start.items()},
        gain=chance.uniform(0.012, 0.030),
        recovery=chance.uniform(0.32, 0.5),
        sensitive={region: chance.uniform(0.4, 1.8) for region in LIFTS.values()},
        rir_bias=chance.uniform(-0.6, 1.0),
        sleep_mean_h=chance.uniform(6.6, 8.0),
    )
