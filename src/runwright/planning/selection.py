"""Which exercise covers an area for this runner: pain out, kit in, a level that fits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from runwright.domain.evidence import Region
from runwright.domain.exercise import Exercise, Role, Sides
from runwright.domain.protocol import Area, Phase
from runwright.domain.runner import Pain, Runner
from runwright.domain.said import together
from runwright.domain.screening import GateEffect, Screening
from runwright.domain.session import SessionKind
from runwright.domain.words import _
from runwright.knowledge.library import Library

LOWER_BODY = frozenset({
    "squat",
    "single_leg_squat",
    "hinge",
    "bridge",
    "hamstring_curl",
    "calf_straight",
    "calf_bent",
    "ankle",
    "foot",
    "hip_abd",
    "hip_flexor",
    "carry",
    "plyo",
    "warmup",
})
TAG_WEEKS_AFTER_BIRTH = 12  # of the exercises' tag postpartum_under_12_weeks
TAG_ADULT_AGE = 18  # of the exercises' tag under_18_maximal
OPENING = frozenset({Phase.FOUNDATION, Phase.TRANSITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Picking:
    """For what and with what an exercise is picked."""

    phase: Phase
    kit: frozenset[str]
    heavy: bool


class Selection:
    """Picks exercises for one runner.

    Parameters
    ----------
    is_above_green
        Whether a pain is above green for its tissue (rule G07).
    """

    def __init__(
        self,
        library: Library,
        runner: Runner,
        screening: Screening,
        *,
        is_above_green: Callable[[Pain, Region], bool],
    ) -> None:
        self.library, self.runner = library, runner
        self.settings: Mapping[str, Any] = library.planner["selection"]
        self.levels: Mapping[str, Any] = library.planner["levels"]
        self.sore = frozenset(pain.region for pain in runner.pains if pain.pain_0_10 > 0)
        self.red = frozenset(
            pain.region
            for pain in runner.pains
            if is_above_green(pain, library.regions[pain.region])
        )
        self.effects = frozenset(effect for gate in screening.gates for effect in gate.effects)
        self.steps_down = {
            pattern: need.start_steps_down for need in screening.needs for pattern in need.patterns
        }
        self.conditions = self._conditions()

    def _conditions(self) -> frozenset[str]:
        found = set()
        if self.runner.pregnant:
            found |= {"pregnancy", "pregnancy_heavy", "pregnancy_supine"}
        weeks = self.runner.weeks_since_birth
        if weeks is not None and weeks < TAG_WEEKS_AFTER_BIRTH:
            found.add("postpartum_under_12_weeks")
        if self.runner.age is not None and self.runner.age < TAG_ADULT_AGE:
            found.add("under_18_maximal")
        return frozenset(found)

    def is_allowed(self, exercise: Exercise, kit: frozenset[str]) -> bool:
        """Whether kit, pain and gates let this runner do the exercise (rule G09).

        A region with any pain takes out what is to be avoided for it: the cautious reading.
        Above green, what asks for caution goes too.
        """
        if not exercise.can_be_done_with(kit):
            return False
        if any(tag.region in self.sore for tag in exercise.avoid):
            return False
        if any(tag.region in self.red for tag in exercise.caution):
            return False
        if exercise.avoid_conditions & self.conditions:
            return False
        return not self._is_gated(exercise)

    def _is_gated(self, exercise: Exercise) -> bool:
        lower_body = exercise.pattern in LOWER_BODY
        if GateEffect.NO_LOADED_LOWER_LIMB in self.effects and lower_body:
            return True
        impact = Role.PLYO in exercise.roles or exercise.id in IMPACT_DRILLS
        if impact and self.effects & {GateEffect.NO_IMPACT, GateEffect.NO_JUMPS}:
            return True
        if "G16_hop_symmetry" in exercise.gates and GateEffect.NO_HARD_JUMPS in self.effects:
            return True
        if GateEffect.NO_SUPINE in self.effects and (
            "pregnancy_supine" in exercise.caution_conditions | exercise.avoid_conditions
        ):
            return True
        return "G16" in exercise.gates and GateEffect.NO_JUMPS in self.effects

    def level_cap(self, pattern: str, phase: Phase) -> int:
        """Hardest level to plan: by lifting experience and phase, lower where a test says so."""
        experience = self.runner.strength_experience.value
        later = 0 if phase in OPENING else self.levels["later_phases"]
        cap = min(self.levels["start"][experience] + later, self.levels["highest"][experience])
        if self.effects & {GateEffect.NO_PROGRESSION, GateEffect.NO_HEAVY}:
            cap = min(cap, self.levels["start"][experience])
        return int(max(1, cap - self.steps_down.get(pattern, 0)))

    def best_for(
        self, area: Area, picking: Picking, *, usual: str | None, taken: frozenset[str]
    ) -> Exercise | None:
        """The exercise that covers an area best; None when nothing is allowed.

        `usual` is what covered it in the block before, `taken` what other areas of the week use.
        """
        found = [
            (self._points(one, area, picking, usual), -number, one)
            for number, one in enumerate(self._candidates(area, picking))
            if one.id not in taken
        ]
        return max(found, key=lambda one: one[:2])[2] if found else None

    def _candidates(self, area: Area, picking: Picking) -> list[Exercise]:
        allowed = [
            exercise
            for pattern in area.patterns
            for exercise in self.library.patterns.get(pattern, ())
            if (not area.only or exercise.id in area.only)
            and exercise.level <= self.level_cap(pattern, picking.phase)
            and self.is_allowed(exercise, picking.kit)
        ]
        if area.role is Role.SINGLE_LEG:
            return [one for one in allowed if one.sides is Sides.EACH and _is_strength(one)]
        if area.role is Role.MAIN:
            return [one for one in allowed if Role.MAIN in one.roles] or [
                one for one in allowed if _is_strength(one)
            ]
        return allowed

    def _points(self, exercise: Exercise, area: Area, picking: Picking, usual: str | None) -> float:
        points = self.settings["level"] * exercise.level
        if picking.heavy and area.lower_body and exercise.loadable:
            points += self.settings["loadable_when_heavy"]
        if exercise.articles:
            points += self.settings["named_in_articles"]
        if exercise.gluteal_tier_1:
            points += self.tier_1_bonus
        if any(tag.region in self.sore for tag in exercise.good):
            points += self.settings["good_for_pain"]
        if any(tag.region in self.sore for tag in exercise.caution):
            points += self.settings["caution"]
        if exercise.id == usual:
            is_main = area.role is Role.MAIN
            points += self.settings["usual_main" if is_main else "used_before"]
        sore_achilles = any(region.startswith("achilles") for region in self.sore)
        points += -exercise.achilles_load if sore_achilles else exercise.achilles_load
        return float(points - 2 * area.patterns.index(exercise.pattern))

    @property
    def tier_1_bonus(self) -> int:
        """Bonus of the exercises that load the gluteal muscles most (rule D13)."""
        for parameter in self.library.rules["D13"].parameters:
            if parameter.name == "tier_1_bonus":
                return int(str(parameter.value))
        return 0

    def note_for(self, exercise: Exercise) -> str:
        """What this runner must mind with the exercise because of a sore region; '' for nothing."""
        return together(_(tag.note) for tag in exercise.caution if tag.region in self.sore)

    def plyometrics(self, kit: frozenset[str], *, hard_level: int) -> tuple[Exercise, ...]:
        """Jumps this runner may do, easiest first, below the level that needs hop symmetry."""
        allowed = [
            one
            for one in self.library.patterns.get("plyo", ())
            if one.level < hard_level and self.is_allowed(one, kit)
        ]
        return tuple(sorted(allowed, key=lambda one: one.level))


IMPACT_DRILLS = frozenset({"wu_skipping", "wu_high_knees", "wu_strides"})


def _is_strength(exercise: Exercise) -> bool:
    return bool({Role.MAIN, Role.SINGLE_LEG, Role.ACCESSORY} & set(exercise.roles))


def picking_for(kind: SessionKind, phase: Phase, kit: frozenset[str]) -> Picking:
    """How exercises of a session of `kind` are picked."""
    return Picking(phase=phase, kit=kit, heavy=kind.loads_legs_hard)
