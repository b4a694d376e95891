"""The pain light: what a pain in a kind of tissue allows."""

from enum import StrEnum
from typing import Any

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.evidence import Tissue
from runwright.domain.performed import RATING_MAX
from runwright.domain.words import _


class Light(StrEnum):
    """What a pain allows: go on, hold the load, stop the exercise."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def rank(self) -> int:
        """How bad it is. 0 is green"""
        return tuple(Light).index(self)


def pain_light(pain_0_10: int, tissue: Tissue, limits: Any) -> Light:  # noqa: ANN401
    """Return the light of a pain in a kind of tissue.

    Parameters
    ----------
    pain_0_10
        0 to 10
    limits
        Parameters of rule G07: which limits a tissue follows, and the limits.

    Raises
    ------
    ValueOutOfRangeError
        If the rating lies outside its scale.
    """
    if not 0 <= pain_0_10 <= RATING_MAX:
        raise ValueOutOfRangeError("pain_0_10", pain_0_10, f"0 to {RATING_MAX}")
    green_max, amber_max = pain_limits(tissue, limits)
    if pain_0_10 <= green_max:
        return Light.GREEN
    return Light.AMBER if pain_0_10 <= amber_max else Light.RED


def pain_limits(tissue: Tissue, limits: Any) -> tuple[int, int]:  # noqa: ANN401
    """Return up to which rating a pain is green, and up to which amber; equal for bone."""
    kind = limits.limits_by_tissue[tissue.value]
    green_max = getattr(limits, f"{kind}_green_max")
    return green_max, getattr(limits, f"{kind}_amber_max", green_max)  # bone has no amber


def light_words(light: Light) -> str:
    """Return what a light says: ``green, go on``."""
    return {
        Light.GREEN: _("green, go on"),
        Light.AMBER: _("amber, hold the load"),
        Light.RED: _("red, leave out what brings it on and see a clinician"),
    }[light]
