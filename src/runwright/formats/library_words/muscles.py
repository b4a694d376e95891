"""Names of muscles and joints, as a runner reads them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from runwright.domain.words import N_, _, opening

MUSCLES: Mapping[str, str] = MappingProxyType({
    "abdominals": N_("front of the belly"),
    "adductors": N_("inner thigh"),
    "ankle_joint": N_("ankle joint"),
    "big_toe_joint": N_("big toe joint"),
    "chest": N_("chest"),
    "deep_hip_rotators": N_("deep hip rotators"),
    "diaphragm": N_("diaphragm"),
    "erectors": N_("back extensors"),
    "foot_intrinsics": N_("small foot muscles"),
    "gastrocnemius": N_("outer calf (gastrocnemius)"),
    "gluteus_maximus": N_("big gluteal"),
    "gluteus_medius": N_("side gluteal (medius)"),
    "gluteus_minimus": N_("side gluteal (minimus)"),
    "grip": N_("grip"),
    "hamstrings": N_("hamstrings"),
    "hip_flexors": N_("hip flexors"),
    "hip_joint": N_("hip joint"),
    "lats": N_("broad back (lats)"),
    "obliques": N_("side of the belly"),
    "peroneals": N_("outer shin (peroneals)"),
    "plantar_fascia": N_("sole of the foot"),
    "quadriceps": N_("front of the thigh"),
    "shoulders": N_("shoulders"),
    "soleus": N_("deep calf (soleus)"),
    "thoracic_spine": N_("upper spine"),
    "tibialis_anterior": N_("front of the shin"),
    "tibialis_posterior": N_("inner shin (tibialis posterior)"),
    "toe_flexors": N_("toe flexors"),
    "triceps": N_("back of the upper arm"),
    "upper_back": N_("upper back"),
    "whole_body": N_("whole body"),
})


def muscle_names(muscles: Iterable[str]) -> str:
    """Return the names of muscles as a sentence begins; '' for none."""
    return opening(muscles_inside(muscles))


def muscles_inside(muscles: Iterable[str]) -> str:
    """Return the names of muscles as they stand inside a sentence; '' for none."""
    return ", ".join(_(MUSCLES[one]) if one in MUSCLES else one for one in muscles)
