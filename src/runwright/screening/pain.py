"""Pain that may be in a bone (G03), and the region a pain is in."""

from collections.abc import Mapping
from enum import StrEnum

from runwright.domain.errors import RunwrightError
from runwright.domain.evidence import Region, Tissue
from runwright.domain.home_test import Asked, SafetyQuestion
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.runner import Pain
from runwright.screening.subject import RuleParameters


class Suspicion(StrEnum):
    """Whether a pain may be in a bone; UNKNOWN is "not enough was answered"."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


class UnknownRegionError(RunwrightError, LookupError):
    """A pain names a region that the knowledge base does not have."""

    code = "screening.unknown-region"

    def __init__(self, region: str) -> None:
        self.region = region
        super().__init__(
            f"Pain in '{region}': there is no such region. "
            "Use an id of the regions in the knowledge base, such as 'patellofemoral'."
        )


def region_of(pain: Pain, regions: Mapping[str, Region]) -> Region:
    """Return the region of a pain.

    Raises
    ------
    UnknownRegionError
        If there is none of that id.
    """
    if pain.region not in regions:
        raise UnknownRegionError(pain.region)
    return regions[pain.region]


def bone_suspicion(
    pain: Pain, regions: Mapping[str, Region], limits: RuleParameters, *, raised: bool
) -> Suspicion:
    """Whether a pain may be in a bone; where two readings are possible, the cautious one.

    A missing answer is not a no: with a spot on the bone, pain on hopping or pain at night it
    reads as yes, likewise where an earlier bone injury or a jump in training is told (`raised`).
    A pain that a clinician has cleared since it was told is not suspected any more.
    """
    if pain.is_cleared:
        return Suspicion.NO
    region = region_of(pain, regions)
    light = pain_light(pain.pain_0_10, region.tissue, limits)
    if region.tissue is Tissue.BONE and light is not Light.GREEN:
        return Suspicion.YES
    signs = (pain.worse_with_loading, pain.hop_pain, pain.night_pain)
    if pain.focal_bone is False or all(sign is False for sign in signs):
        return Suspicion.NO
    if pain.focal_bone or pain.hop_pain or pain.night_pain:
        return Suspicion.YES
    if pain.pain_0_10 == 0 and not pain.worse_with_loading:
        return Suspicion.NO
    return Suspicion.YES if raised else Suspicion.UNKNOWN


def asks_about_bone(question: SafetyQuestion, pain: Pain) -> bool:
    """Whether a bone question is asked of this pain."""
    return question.asked is Asked.EACH_PAIN and pain.region not in question.not_for
