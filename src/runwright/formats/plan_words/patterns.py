"""Names of movement patterns, as a runner reads them."""

from collections.abc import Mapping
from types import MappingProxyType

from runwright.domain.words import N_, _

PATTERNS: Mapping[str, str] = MappingProxyType({  # in the order of a session, rule D14
    "smr": N_("Rolling"),
    "warmup": N_("Warm-up drills"),
    "mob_ankle": N_("Mobility: ankle"),
    "mob_hip": N_("Mobility: hip"),
    "mob_trunk": N_("Mobility: trunk"),
    "plyo": N_("Jumps"),
    "squat": N_("Squat"),
    "hinge": N_("Hinge"),
    "bridge": N_("Bridge and hip thrust"),
    "single_leg_squat": N_("Single-leg squat and lunge"),
    "hamstring_curl": N_("Hamstring curl"),
    "hip_flexor": N_("Hip flexors"),
    "calf_straight": N_("Calf, straight knee"),
    "calf_bent": N_("Calf, bent knee"),
    "ankle": N_("Ankle"),
    "foot": N_("Foot and balance"),
    "hip_abd": N_("Side of the hip"),
    "lateral_core": N_("Side of the trunk"),
    "anti_extension": N_("Front of the trunk"),
    "anti_rotation": N_("Trunk against rotation"),
    "push": N_("Push"),
    "pull": N_("Pull"),
    "carry": N_("Carry"),
    "static": N_("Static stretches"),
})


def pattern_name(pattern: str) -> str:
    """Return the name of a pattern; its id where it has none."""
    return _(PATTERNS[pattern]) if pattern in PATTERNS else pattern
