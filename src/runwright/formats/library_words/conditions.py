"""Names of the conditions that exercises carry tags for."""

from collections.abc import Mapping
from types import MappingProxyType

from runwright.domain.words import N_, _

CONDITIONS: Mapping[str, str] = MappingProxyType({
    "beginner": N_("new to strength training"),
    "nerve_symptoms": N_("tingling or numbness"),
    "older_65": N_("over 65"),
    "osteoporosis": N_("osteoporosis"),
    "poor_balance": N_("unsure balance"),
    "postpartum_under_12_weeks": N_("the first 12 weeks after a birth"),
    "pregnancy": N_("pregnancy"),
    "pregnancy_heavy": N_("pregnancy, with heavy weights"),
    "pregnancy_supine": N_("pregnancy, lying on the back"),
    "red_flag_calf": N_("a hot or swollen calf: have it seen first"),
    "stiff_ankle": N_("a stiff ankle"),
    "under_18_maximal": N_("under 18, with maximal weights"),
})


def condition_name(condition: str) -> str:
    """Return the name of a condition; its id where it has none."""
    return _(CONDITIONS[condition]) if condition in CONDITIONS else condition
